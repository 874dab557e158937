"""Anchoring quotes anew in a changed edition of a document: only offsets, checksum and length are rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from validation.files.documents import Document
from validation.files.passages import outcome
from validation.files.tables import Table
from validation.model.register import Register, load
from validation.rules.evidence import QUOTING_TABLES, rows_of_documents


@dataclass(frozen=True)
class Change:
    """One cell to rewrite; `line` and `column` say where its text starts in the file."""

    file: str
    line: int
    column: int
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.field} {self.old} -> {self.new}"


def fix_moved(datasets: Path, seeds: Path | None) -> list[Change]:
    """Rewrites the offsets of quotes that moved and stand once, and what sources.csv says of the bytes.

    Every other byte of the tables stays as it is; rows that did not merely move are left for the next report.
    A longer article is found in rounds: only once its new end is known can the quotes near it be found.
    """
    changes: list[Change] = []
    while more := _fix_once(load(datasets, seeds), datasets):
        changes += more
    return changes


def _fix_once(register: Register, datasets: Path) -> list[Change]:
    changes = [*_offset_changes(register), *_source_changes(register)]
    for name in dict.fromkeys(change.file for change in changes):
        table = register.tables[name.removesuffix(".csv")]
        (datasets / name).write_bytes(_rewritten(table, [change for change in changes if change.file == name]))
    return changes


def _offset_changes(register: Register) -> Iterator[Change]:
    for name in QUOTING_TABLES:
        for row, entry in rows_of_documents(register, name):
            moved = _moved_to(register.documents[entry["source_id"]], entry)
            if moved is not None:
                table = register.tables[name]
                yield from _changes(
                    table,
                    row,
                    {"start": (entry["start"], moved), "end": (entry["end"], moved + len(entry["quote"]))},
                )


def _moved_to(document: Document, entry: dict) -> int | None:
    """Where the row's quote starts now, if it stands elsewhere and only there."""
    start = _stands_at(document, entry)
    return None if start is None or start == int(entry["start"]) else start


def _stands_at(document: Document, entry: dict) -> int | None:
    if pd.isna(entry["start"]) or pd.isna(entry["end"]) or not isinstance(entry["quote"], str):
        return None
    result = outcome(document, int(entry["start"]), int(entry["end"]), entry["quote"], "")
    return result.start if result.kind in ("intact", "moved") and result.places == 1 else None


def _source_changes(register: Register) -> Iterator[Change]:
    if "sources" not in register.tables:
        return
    for row, entry in enumerate(register["sources"].to_dict("records")):
        document = register.documents.get(entry["source_id"])
        if document is not None and not document.unchanged:
            wanted = {
                "sha256": (entry["sha256"], document.sha256),
                "characters": (entry["characters"], len(document.text)),
                "body_end": (entry["body_end"], _new_body_end(register, document)),
            }
            yield from _changes(register.tables["sources"], row, wanted)


def _new_body_end(register: Register, document: Document) -> int:
    """Where the article ends now: shifted as the last quote that is still found was, for what follows isn't known."""
    shifts = [(0, 0)]
    for name in QUOTING_TABLES:
        for _, entry in rows_of_documents(register, name):
            stands_at = _stands_at(document, entry) if entry["source_id"] == document.source_id else None
            if stands_at is not None:
                shifts.append((int(entry["start"]), stands_at - int(entry["start"])))
    return min(document.body_end + max(shifts)[1], len(document.text))


def _changes(table: Table, row: int, wanted: Mapping[str, tuple[object, object]]) -> Iterator[Change]:
    for field, (old, new) in wanted.items():
        if str(old) != str(new):
            line, column = table.locate(row, field)
            yield Change(table.file, line, column, field, "" if pd.isna(old) else str(old), str(new))


def _rewritten(table: Table, changes: list[Change]) -> bytes:
    """The file's bytes with the changed cells; from right to left, so that columns stay true."""
    lines = table.data.split(b"\n")
    for change in sorted(changes, key=lambda change: (change.line, change.column), reverse=True):
        text = lines[change.line - 1].decode("utf-8")
        at = change.column - 1
        lines[change.line - 1] = (text[:at] + change.new + text[at + len(change.old) :]).encode("utf-8")
    return b"\n".join(lines)
