"""Ids that were released and are gone, or stand though they are retired; a release that can't be read."""

from __future__ import annotations

from collections.abc import Iterator

from tests.validation.corruptions.collected import Collection
from tests.validation.corruptions.edits import Corruption, Edit, bytes_edit, lines_edit, record
from validation.rules.retired import LASTING


def generate(collection: Collection) -> Iterator[Corruption]:
    """What can be wrong where something was released."""
    released = [path for path in collection.files if path.startswith("datasets/releases/")]
    if released:
        yield from _lost(collection)
        yield from _standing(collection)
        yield Corruption("release-cut-short", "retired.csv", 1, "retired/release", bytes_edit(released[-1], _cut))


def _lost(collection: Collection) -> Iterator[Corruption]:
    for table in LASTING:
        for row in collection.some(collection.rows(table), 1, f"released {table}"):
            edit = lines_edit(table, lambda lines, line=row.line: [*lines[: line - 1], *lines[line:]])
            yield Corruption(f"{table}-released-and-gone-{row.key}", "retired.csv", 1, "retired/lost", edit)


def _standing(collection: Collection) -> Iterator[Corruption]:
    for row in collection.some(collection.rows("observations"), 3, "retired"):
        yield Corruption(f"retired-and-standing-{row.key}", "retired.csv", 2, "retired/standing", _retired(row.key))
        for version in ("1.0.0", "soon"):
            edit = _retired(row.key, version)
            yield Corruption(f"retired-in-{version}-{row.key}", "retired.csv", 2, "retired/version", edit)


def _retired(id: str, version: str = "2.0.0") -> Edit:
    line = record({"id": id, "replaced_by": "", "version": version, "reason": "It was no number."})
    return lines_edit("retired", lambda lines: [*lines[:1], line, *lines[1:]])


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]
