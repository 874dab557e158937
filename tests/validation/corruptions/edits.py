"""Corruptions, and the edits of files that make them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.validation.corruptions.collected import Collection, Row

# What is done to the files of a collection, by their path; the mapping is a copy to change in place.
Files = dict[str, "bytes | Special"]
Edit = Callable[[Files], None]


@dataclass(frozen=True)
class Special:
    """What is no file: a folder, or a link to a file that lies outside, with these bytes."""

    kind: str
    data: bytes = b""


@dataclass(frozen=True)
class Corruption:
    """One thing that is broken, and where it must be found by which rule.

    An empty `rule` says that no rule can find it. `documents` says that only the documents can reveal it.
    """

    id: str
    file: str
    line: int
    rule: str
    edit: Edit
    documents: bool = False

    def __str__(self) -> str:
        return self.id


def written(files: Mapping[str, bytes | Special], folder: Path) -> tuple[Path, Path]:
    """The files put into a folder; returns where the tables and where the documents are."""
    datasets, seeds = folder / "datasets", folder / "seeds"
    for place in (datasets, seeds):
        place.mkdir()
    for path, content in files.items():
        if isinstance(content, bytes):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(content)
        elif content.kind == "folder":
            (folder / path).mkdir()
        else:
            outside = folder / f"outside-{Path(path).name}"
            outside.write_bytes(content.data)
            (folder / path).symlink_to(outside)
    return datasets, seeds


def of_cells(what: str, row: Row, rule: str, /, **cells: str) -> Corruption:
    """A row with other cells, which must be found there."""
    return of_row(what, row, rule, cells_edit(row, **cells))


def by_documents(what: str, row: Row, rule: str, /, **cells: str) -> Corruption:
    """A row with other cells, which only its document can tell from right ones."""
    return of_row(what, row, rule, cells_edit(row, **cells), documents=True)


def of_row(what: str, row: Row, rule: str, edit: Edit, *, documents: bool = False) -> Corruption:
    """An edit, of whatever file, that must be found at a row."""
    return Corruption(f"{row.table}-{what}-{row.key}", f"{row.table}.csv", row.line, rule, edit, documents)


def path_of(table: str) -> str:
    return f"datasets/{table}.csv"


def text_edit(path: str, change: Callable[[str], str]) -> Edit:
    """An edit of a file's text."""
    return bytes_edit(path, lambda data: change(data.decode("utf-8")).encode("utf-8"))


def bytes_edit(path: str, change: Callable[[bytes], bytes | Special]) -> Edit:
    """An edit of a file's bytes, which must change it."""

    def edit(files: Files) -> None:
        before = files[path]
        assert isinstance(before, bytes)
        after = change(before)
        assert after != before
        files[path] = after

    return edit


def line_edit(row: Row, change: Callable[[str], str]) -> Edit:
    """An edit of the physical line of a row."""

    def changed(text: str) -> str:
        lines = text.split("\n")
        lines[row.line - 1] = change(lines[row.line - 1])
        return "\n".join(lines)

    return text_edit(path_of(row.table), changed)


def cells_edit(row: Row, **cells: str) -> Edit:
    """An edit that writes some cells of a row."""
    return line_edit(row, lambda _: record({**row.cells, **cells}))


def lines_edit(table: str, change: Callable[[list[str]], list[str]]) -> Edit:
    """An edit of a table's lines, the header among them."""
    return text_edit(path_of(table), lambda text: "\n".join(change(text.removesuffix("\n").split("\n"))) + "\n")


def added(collection: Collection, table: str, cells: dict[str, str], key: Callable[[Row], tuple]) -> tuple[int, Edit]:
    """The line on which a new row comes to stand in the order of `key`, and the edit that puts it there."""
    new = Row(table, 0, cells)
    line = 2 + sum(key(row) <= key(new) for row in collection.rows(table))
    return line, lines_edit(table, lambda lines: [*lines[: line - 1], record(cells), *lines[line - 1 :]])


def removed(row: Row) -> Edit:
    """An edit that takes a row out."""
    return lines_edit(row.table, lambda lines: lines[: row.line - 1] + lines[row.line :])


def both(*edits: Edit) -> Edit:
    """Several edits, one after the other."""

    def edit(files: Files) -> None:
        for one in edits:
            one(files)

    return edit


def record(cells: Mapping[str, str]) -> str:
    """Cells as a line of a table, without its end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells.values())
    return out.getvalue()
