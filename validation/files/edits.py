"""Byte-true edits of tables: a cell is rewritten, a row put in or taken out, and every other byte stays as it is."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from validation.files.schemas import TABLES, TableSpec
from validation.files.tables import Table

# As a table's lines were told apart when it was read, each line end kept.
_LINE_END = re.compile(rb"(\r\n|\r|\n)")
_CELL = re.compile(r'"(?:[^"]|"")*"|[^",]*')
_NEEDS_QUOTES = re.compile('[",]')


@dataclass(frozen=True)
class Change:
    """One cell to rewrite: `old` and `new` are as the file has them, `line` and `column` say where `old` starts."""

    file: str
    line: int
    column: int
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.field} {self.old or '(empty)'} -> {self.new or '(empty)'}"


def change(table: Table, row: int, field: str, value: str) -> Change:
    """What puts a value into a cell, in quotation marks where it needs them."""
    line, column = table.locate(row, field)
    old = _CELL.match(table.text_of(line), column - 1)
    return Change(table.file, line, column, field, old[0] if old else "", cell(value))


def cell(value: str) -> str:
    """A value as a table has it, in quotation marks where it needs them."""
    return '"' + value.replace('"', '""') + '"' if _NEEDS_QUOTES.search(value) else value


def rewritten(table: Table, changes: Iterable[Change]) -> bytes:
    """The bytes of a table's file with the cells that change; all changes are this table's."""
    pieces = _LINE_END.split(table.data)
    # From right to left, so that columns stay true.
    for one in sorted(changes, key=lambda one: one.column, reverse=True):
        at = 2 * (one.line - 1)  # a line end stands between two lines
        text, start = pieces[at].decode("utf-8"), one.column - 1
        pieces[at] = (text[:start] + one.new + text[start + len(one.old) :]).encode("utf-8")
    return b"".join(pieces)


def inserted(table: Table, *rows: Mapping[str, str]) -> bytes:
    """The bytes of a table's file with rows more, where the order of its key has them; a column not named is empty.

    Their lines end as the lines of the file do.
    """
    spec = TABLES[table.name]
    pieces = _LINE_END.split(table.data)
    if pieces[-1]:  # the last line has no end
        pieces += [_end_of(pieces), b""]
    standing = [_key(spec, row) for row in table.cells[list(spec.key)].fillna("").to_dict("records")]
    new: dict[int, list[bytes]] = {}
    for values in sorted(rows, key=lambda values: _key(spec, values)):
        after = [at for at, key in zip(table.lines, standing, strict=True) if key <= _key(spec, values)]
        row = line(table.header, values).encode("utf-8")
        new.setdefault(2 * max(after, default=1), []).extend((row, _end_of(pieces)))
    for at in sorted(new, reverse=True):
        pieces[at:at] = new[at]
    return b"".join(pieces)


def removed(table: Table, *rows: int) -> bytes:
    """The bytes of a table's file without some of its rows."""
    pieces = _LINE_END.split(table.data)
    for at in sorted((table.lines[row] for row in rows), reverse=True):
        del pieces[2 * (at - 1) : 2 * at]
    return b"".join(pieces)


def _end_of(pieces: list[bytes]) -> bytes:
    """How the lines of a file end, as the header does."""
    return pieces[1] if len(pieces) > 1 else b"\n"


def _key(spec: TableSpec, values: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
    """What rows are sorted by: offsets as numbers, before them what is missing; anything else as text."""
    cells = ((name in spec.whole, values.get(name, "")) for name in spec.key)
    return tuple((int(text) if text.isdecimal() else -1, "") if whole else (0, text) for whole, text in cells)


def line(columns: Iterable[str], values: Mapping[str, str]) -> str:
    """A row as a line of its table; a column that is not named is empty."""
    return ",".join(cell(values.get(name, "")) for name in columns)


def write(path: Path, data: bytes) -> None:
    """Writes a file at once: it is read as it was or as it is now, never half. Raises OSError, which names `path`."""
    # The file itself, where `path` is a link to it.
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error


def tidy(folder: Path) -> None:
    """Takes away what was left half-written by programs that were killed."""
    for draft in folder.glob(".*.csv.*"):
        number = draft.name.rpartition(".")[2]
        if number.isdecimal() and not _runs(int(number)):
            draft.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it is another user's
    return True
