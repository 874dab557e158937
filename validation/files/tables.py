"""A table's file: its bytes, its cells as text, and the physical line and column of each cell."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from validation.files import characters, records
from validation.files.stored import PIECE, Stored, in_memory
from validation.findings import Fault

MARK = b"\xef\xbb\xbf"
"""A byte-order mark."""

# Whole numbers up to here have a float of their own.
_EXACT = 2**53

KEPT = 1_000_000
"""Bytes of a table that is kept as it was read: when one table is saved, the others are as they were."""


@dataclass(frozen=True)
class Table:
    """One CSV as read: `coded` are its cells as `records.read` gives them; row i stands on line `lines[i]`.

    `stored` are the file's bytes, `text` what was read of them: the same, unless there is a byte-order mark or CR.
    Cells of the columns that are `left` out were not read: some rows have them in `at`, one in `beside`.
    """

    name: str
    coded: pd.DataFrame
    lines: Sequence[int]
    stored: Stored = field(repr=False)
    text: Stored = field(repr=False)
    header: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    _typed: dict[tuple[str, ...], pd.DataFrame] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def file(self) -> str:
        """The file's name within the collection."""
        return f"{self.name}.csv"

    @property
    def mended(self) -> bool:
        """Whether the file's lines don't stand there as they were read."""
        return self.text is not self.stored

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.stored.whole

    @cached_property
    def cells(self) -> pd.DataFrame:
        """All cells as text, NaN where one is empty; for tables that are read row by row."""
        return self.coded.astype("str")

    def locate(self, row: int | None, column: str) -> tuple[int, int]:
        """The physical line, and the code point at which the cell starts (0 = the whole line)."""
        line = 1 if row is None else self.lines[row]
        if column not in self.header:
            return line, 0
        starts = [start for start, _ in records.cells(self.text_of(line))]
        return line, starts[self.header.index(column)]

    @cached_property
    def numbered(self) -> NDArray[np.int32]:
        """The line of each row."""
        return np.array(self.lines, np.int32)

    def text_of(self, line: int) -> str:
        """One physical line without its line end."""
        start = self._ends[line - 2] + 1 if line > 1 else 0
        return self.text[start : self._ends[line - 1]].decode("utf-8", "replace")

    def spans(self, rows: NDArray[np.integer]) -> list[tuple[int, int]]:
        """From where to where the header and the lines of some rows go in the file, line ends included.

        Lines that follow one another are one span. Of a file that is mended it is where they go in its text.
        """
        lines = np.concatenate([[1], self.numbered[rows]])
        starts, ends = np.where(lines > 1, self._ends[lines - 2] + 1, 0), self._ends[lines - 1] + 1
        breaks = (starts[1:] != ends[:-1]).nonzero()[0]
        return [*zip(starts[[0, *breaks + 1]].tolist(), ends[[*breaks, -1]].tolist(), strict=True)]

    def at(self, rows: NDArray[np.integer]) -> Table:
        """Some of its rows, which know on which lines of the file they stand; texts that they don't have are let go.

        What is left out is read for them: such a part has all columns, and of the file its own lines alone.
        """
        if self.left:
            text = b"".join(self.text[start:end] for start, end in self.spans(rows))
            whole, _ = parsed(self.name, text, (*self.coded, *self.left), keep=False)
            assert whole is not None  # for its lines were read before
            return replace(whole, lines=self.numbered[rows].tolist())
        coded = self.coded.iloc[rows].reset_index(drop=True)
        for name in coded.select_dtypes("category"):
            coded[name] = coded[name].cat.remove_unused_categories()
        return replace(self, coded=coded, lines=self.numbered[rows].tolist())

    def beside(self, row: int) -> Mapping[str, str]:
        """The cells of a row that are left out, as they stand in the file: "" where one is empty."""
        if not self.left:
            return {}
        cells = dict(zip(self.header, next(csv.reader([self.text_of(self.lines[row])])), strict=True))
        return {name: cells[name] for name in self.left}

    def typed(self, whole: tuple[str, ...]) -> pd.DataFrame:
        """The cells as read, those of the columns `whole` as Int64 (missing where unreadable); nobody changes them."""
        if whole not in self._typed:
            rows = self.coded.copy(deep=False)
            for name in set(whole) - set(self.left):
                rows[name] = _whole_numbers(rows[name])
            self._typed[whole] = rows
        return self._typed[whole]

    @cached_property
    def _ends(self) -> NDArray[np.intp]:
        """Where the lines end; the last one at the end of the file, where it has no line end."""
        found = [at + records.places(piece, "\n") for at, piece in self.text.pieces()]
        whole = self.text[len(self.text) - 1 :] == b"\n"
        return np.concatenate([*found, [] if whole else [len(self.text)]]).astype(np.intp)


def read_table(
    folder: Path, name: str, columns: Sequence[str], *, aside: bool = False, left: Sequence[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The table with exactly `columns`, or None where it can't be read as that, and what is wrong with the file.

    Rows that can't be read are left out of the table; the rest is kept, so that one bad line doesn't hide others.
    `aside` keeps the bytes of one that isn't small in a temporary file; cells of what is `left` are not read.
    """
    stored, faults = _read(folder, name, aside=aside)
    if stored is None:
        return None, faults
    if len(stored) <= KEPT:
        return parsed(name, stored.whole, columns)
    return _parsed(name, stored, columns, left)


def parsed(name: str, data: bytes, columns: Sequence[str], *, keep: bool = True) -> tuple[Table | None, list[Fault]]:
    """The same of the bytes of a table's file; a small one may be kept for when the same bytes are read again."""
    if keep and len(data) <= KEPT:
        table, faults = _kept(name, data, tuple(columns))
        return table, [*faults]
    return _parsed(name, in_memory(data), columns)


@lru_cache(56)
def _kept(name: str, data: bytes, columns: tuple[str, ...]) -> tuple[Table | None, Sequence[Fault]]:
    return _parsed(name, in_memory(data), columns)


def _parsed(
    name: str, stored: Stored, columns: Sequence[str], left: Sequence[str] = ()
) -> tuple[Table | None, list[Fault]]:
    text, faults = _text(name, stored)
    if text is None:
        return None, faults
    first, _, _ = next((lines for _, lines in text.lines()), b"").partition(b"\n")
    header, more = _header(name, first.decode(), columns)
    faults += more
    if header is None:
        return None, faults
    read = [one for one in columns if one not in left]
    cells, lines, problems = records.read(text, len(first) + 1, header, read)
    faults += [_fault(name, *problem, line=line) for line, problem in problems]
    if not set(columns) <= set(header):
        return None, faults
    return Table(name, cells[read], lines, stored, text, header, tuple(left)), faults


def _fault(name: str, rule: str, message: str, hint: str, *, field: str = "", line: int = 0, column: int = 0) -> Fault:
    return Fault(rule, name, None, field, "", message, hint, line=line, column=column)


def typed(table: Table | None, columns: Sequence[str], whole: Sequence[str]) -> pd.DataFrame:
    """The cells of a table, those of the columns `whole` as Int64 (missing where unreadable); none without a table."""
    if table is None:
        return pd.DataFrame(columns=list(columns), dtype="str").astype(
            {**records.kinds(columns), **dict.fromkeys(whole, "Int64")}
        )
    return table.typed(tuple(whole))


def counts(cells: pd.Series) -> dict[str, int]:
    """How often each text stands in a column."""
    found = cells.astype("category").value_counts(sort=False)
    return found[found > 0].to_dict()


def whole_number(cell: str) -> int | None:
    """A cell as a whole number; None where it is none."""
    if cell.isascii() and cell.isdigit() and len(cell) < len(str(_EXACT)):
        return int(cell)
    number = _whole_numbers(pd.Series([cell], dtype="str")).iat[0]
    return None if pd.isna(number) else int(number)


def _whole_numbers(cells: pd.Series) -> pd.Series:
    """Each distinct cell is read once: offsets repeat themselves in a large table."""
    coded = cells.astype("category").cat
    found = pd.Series(pd.to_numeric(coded.categories, errors="coerce"), dtype="float64")
    whole = found.where((found % 1 == 0) & (found.abs() < _EXACT)).astype("Int64")
    return pd.Series(whole.array.take(coded.codes, allow_fill=True), index=cells.index)


def _read(folder: Path, name: str, *, aside: bool) -> tuple[Stored | None, list[Fault]]:
    path = folder / f"{name}.csv"

    def fault(rule: str, message: str, hint: str) -> tuple[None, list[Fault]]:
        return None, [_fault(name, rule, message, hint)]

    if not path.exists():
        return fault("file/missing", "must be there, but there is no such file", "put the table back")
    if not path.resolve().is_relative_to(folder.resolve()):
        return fault("file/outside", "must be a file of this folder, not a link out of it", "put the table itself here")
    if not path.is_file():
        return fault("file/kind", "must be a file, not a folder or device", "put the table itself here")
    try:
        stored = Stored(partial(_pieces, path, PIECE if aside else -1), aside=aside)
    except OSError as error:
        return fault("file/kind", f"must be readable, but: {error.strerror}", "check the file's permissions")
    if all(piece.isspace() for _, piece in stored.pieces()):
        return fault("file/empty", "must have a header line, but the file is empty", "write the header line")
    return stored, []


def _pieces(path: Path, size: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(size):
            yield piece


def _text(name: str, stored: Stored) -> tuple[Stored | None, list[Fault]]:
    """The file's text as UTF-8 whose lines end with LF, or None, and what is wrong with its bytes."""

    def fault(rule: str, message: str, hint: str, line: int = 0) -> Fault:
        return _fault(name, rule, message, hint, line=line)

    start = stored[:4]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or start[::2] == b"\0\0" or start[1::2] == b"\0\0":
        return None, [fault("file/encoding", "must be UTF-8, not UTF-16", "save as UTF-8")]
    faults, text = [], stored
    if start.startswith(MARK):
        faults.append(fault("file/encoding", "must be UTF-8 without a byte-order mark", "save as UTF-8"))
    if odd := _first_line(stored, _is_undecodable):
        return None, [*faults, fault("file/encoding", "must be UTF-8, but a byte here is not", "save as UTF-8", odd)]
    if returns := _first_line(stored, lambda lines: b"\r" in lines):
        must = "must end its lines with LF alone, not CR"
        faults.append(fault("file/newlines", must, "save with LF line ends", returns))
    if faults:
        text = Stored(partial(_mended, stored), aside=stored.is_aside)
    if text[len(text) - 1 :] != b"\n":
        last = 1 + _line_ends(text, 0, len(text))
        faults.append(fault("file/newlines", "must end with a line end", "add a line end to the last line", last))
    return text, [*faults, *_odd_characters(name, text)]


def _first_line(stored: Stored, is_wrong: Callable[[bytes], bool]) -> int:
    """The first line, ended by LF, that is wrong; 0 where none is."""
    for at, lines in stored.lines():
        if is_wrong(lines):
            within = next(number for number, line in enumerate(lines.split(b"\n")) if is_wrong(line))
            return 1 + _line_ends(stored, 0, at) + within
    return 0


def _line_ends(stored: Stored, start: int, end: int) -> int:
    """How many lines end between two places."""
    return sum(stored[at : min(at + PIECE, end)].count(b"\n") for at in range(start, end, PIECE))


def _is_undecodable(lines: bytes) -> bool:
    try:
        _ = lines.isascii() or lines.decode()
    except UnicodeDecodeError:
        return True
    return False


def _mended(stored: Stored) -> Iterator[bytes]:
    """The lines without byte-order mark and CR; a lone CR ends a line, too."""
    begins = len(MARK) if stored[: len(MARK)] == MARK else 0
    for _, lines in stored.lines(begins):
        yield lines.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _odd_characters(name: str, text: Stored) -> Iterator[Fault]:
    first, counted = 1, 0
    for at, lines in text.lines():
        for line, column, message, hint in characters.problems(lines):
            first, counted = first + _line_ends(text, counted, at), at
            yield _fault(name, "cell/characters", message, hint, line=first + line, column=column)


def _header(name: str, line: str, columns: Sequence[str]) -> tuple[tuple[str, ...] | None, list[Fault]]:
    """The header's columns, or None where rows can't be told apart by it, and how it differs from `columns`."""
    right = "write the header as: " + ",".join(columns)
    try:
        header = tuple(next(csv.reader([line], strict=True)))
    except (csv.Error, StopIteration):
        header = ()
    if not header:
        return None, [_fault(name, "table/columns", "must name the columns; the header can't be read", right)]
    if header == tuple(columns):
        return header, []
    for sign, signs in ((";", "semicolons"), ("\t", "tabs")):
        if line.split(sign) == list(columns):
            message = f"must have commas between its cells, not {signs}"
            return None, [_fault(name, "table/columns", message, "save it as CSV with commas")]
    differences = list(_differences(header, columns)) or [("", "must have its columns in order")]
    faults = [_fault(name, "table/columns", f"{c} {wrong}".strip(), right, field=c) for c, wrong in differences]
    return (header if len(set(header)) == len(header) else None), faults


def _differences(header: Sequence[str], columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The columns that are missing, foreign or doubled, and what is wrong with each."""
    yield from ((c, "must be a column, but is missing") for c in columns if c not in header)
    yield from ((c, "must not be a column") for c in dict.fromkeys(header) if c not in columns)
    yield from ((c, "must be there once, not twice") for c in dict.fromkeys(header) if header.count(c) > 1)
