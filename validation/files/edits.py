"""Byte-true edits of tables: a cell is rewritten, and every other byte of its file stays as it is."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

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
    new = '"' + value.replace('"', '""') + '"' if _NEEDS_QUOTES.search(value) else value
    return Change(table.file, line, column, field, old[0] if old else "", new)


def rewritten(table: Table, changes: Iterable[Change]) -> bytes:
    """The bytes of a table's file with the cells that change; all changes are this table's."""
    pieces = _LINE_END.split(table.data)
    # From right to left, so that columns stay true.
    for one in sorted(changes, key=lambda one: one.column, reverse=True):
        at = 2 * (one.line - 1)  # a line end stands between two lines
        text, start = pieces[at].decode("utf-8"), one.column - 1
        pieces[at] = (text[:start] + one.new + text[start + len(one.old) :]).encode("utf-8")
    return b"".join(pieces)


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
