"""The lines of a table as records: the cells of those that can be read, and what is wrong with the others.

pandas reads fast, but does not say that a line is too short or that a quotation mark is out of place, and then takes
lines together. So signs are counted before: a table whose quotation marks stand where cells begin and end, and whose
lines have as many commas outside of them as cells ask for, is one of records alone. In any other a pattern finds the
lines that are none, and each of them is looked at. Seconds of processor time for a million observations, where all can
be read and where one in a hundred can't:

pandas alone, which finds little                2.9   3.0
counted, then the pattern where that is needed  3.6   6.5
the pattern over the whole file, then pandas    6.1   6.2
csv.reader line by line, without a frame        6.5   6.5
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from validation.files.texts import Column, Kind

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LONGEST_CELL = 10_000
READERS, FIRST, PIECE = 2, 8_000_000, 32_000_000
"""So many threads read a piece each: first small ones, to see whether texts repeat themselves, then large ones."""

_LOOKED_AT = 1_000_000
_QUOTING = "put a cell with commas or quotation marks into quotation marks, and double those inside"
_CELL = r'(?:"[^"\n]*(?:""[^"\n]*)*"|[^",\n]*)'
_RECORD = re.compile(rf"{_CELL}(?:,{_CELL})*")
# A lone quotation mark is a character as any, so that what can't be read has cells too.
_ANY_CELL = re.compile(rf"(?<![^,])(?:{_CELL}(?![^,])|[^,]*)")

Problem = tuple[str, str, str]
"""The rule that a line breaks, what must be, and what to do."""


def read(
    data: bytes, header: tuple[str, ...], columns: Sequence[str]
) -> tuple[pd.DataFrame, Sequence[int], list[tuple[int, Problem]]]:
    """The cells of every line below the header that can be read, their lines, and the problems of the others by line.

    `data` is UTF-8 whose every line, the last one too, ends with LF; of its columns these are read. The cells of the
    first column, which tells rows apart, are text; of the others each distinct text is kept once, as pandas'
    categories, unless most are distinct in a large table: these are text, too. Empty cells are NaN.
    """
    if _are_records(data, len(header)):
        cells = _parsed(data, header, columns)
        return cells, range(2, len(cells) + 2), []
    problems = dict(_problems(data, len(header)))
    lines = [line for line in range(2, data.count(b"\n") + 1) if line not in problems]
    data = b"".join(text for line, text in enumerate(io.BytesIO(data), start=1) if line not in problems)
    return _parsed(data, header, columns), lines, list(problems.items())


def _are_records(data: bytes, width: int) -> bool:
    """Whether every line below the header is surely a record of `width` cells, none of them too long."""
    text, ends, marks = np.frombuffer(data, np.uint8), places(data, "\n"), places(data, '"')
    lengths = np.diff(ends)
    if lengths.max(initial=0) > LONGEST_CELL or lengths.min(initial=2) < 2 or not _are_pairs(marks, text, ends):
        return False
    return all(_are_wide(lines, width) for lines in _lines(data))


def _are_wide(lines: bytes, width: int) -> bool:
    """Whether each has `width` cells: of the commas and line ends that part cells every one of so many ends a line."""
    signs = np.frombuffer(b"".join(lines.split(b'"')[::2]), np.uint8)
    signs = signs[(signs == ord(",")) | (signs == ord("\n"))]
    if len(signs) % width:
        return False
    ends = (signs == ord("\n")).reshape(-1, width)
    return bool(ends[:, -1].all()) and not ends[:, :-1].any()


def _lines(data: bytes) -> Iterator[bytes]:
    """The lines below the header, some at a time."""
    start = data.index(b"\n") + 1
    while start < len(data):
        end = data.find(b"\n", start + _LOOKED_AT) + 1 or len(data)
        yield data[start:end]
        start = end


def places(data: bytes, sign: str) -> NDArray[np.intp]:
    """Where an ASCII sign stands; piece by piece, for a mask of all would be as large as the text."""
    text = np.frombuffer(data, np.uint8)
    pieces = range(0, len(text), _LOOKED_AT)
    return np.concatenate([at + (text[at : at + _LOOKED_AT] == ord(sign)).nonzero()[0] for at in pieces])


def _are_pairs(marks: NDArray[np.intp], text: NDArray[np.uint8], ends: NDArray[np.intp]) -> bool:
    """Whether every first quotation mark of two begins a cell, and every second ends it on the same line.

    A mark within a cell is doubled: it ends one pair and begins the next.
    """
    if len(marks) % 2 or (np.searchsorted(marks, ends) % 2).any():
        return False
    beside = np.array([ord(sign) for sign in ',\n"'], np.uint8)
    return bool(np.isin(text[marks[::2] - 1], beside).all() and np.isin(text[marks[1::2] + 1], beside).all())


def _parsed(data: bytes, header: tuple[str, ...], asked: Sequence[str]) -> pd.DataFrame:
    """The cells as pandas reads them. NA and NULL are text like any other: only an empty cell is missing."""
    columns = {name: Column(kind) for name, kind in kinds(header).items() if name in asked}

    def cells_of(piece: io.RawIOBase) -> pd.DataFrame:
        return pd.read_csv(
            piece,
            header=None,
            names=list(header),
            usecols=list(columns),
            dtype={name: column.kind for name, column in columns.items()},
            keep_default_na=False,
            na_values=[""],
            engine="c",
            low_memory=False,
            skip_blank_lines=False,  # else spaces at the beginning of a line are lost where pandas reads on
        )

    for cells in _side_by_side(_pieces(data, len(header)), cells_of):
        for name, column in columns.items():
            column.add(cells[name])
    return pd.DataFrame({name: column.cells() for name, column in columns.items()}, copy=False)


def _side_by_side(
    pieces: Iterator[io.RawIOBase], cells_of: Callable[[io.RawIOBase], pd.DataFrame]
) -> Iterator[pd.DataFrame]:
    """The cells of each piece, in their order; how they are to be read is looked up as they are begun."""
    with ThreadPoolExecutor(READERS) as readers:
        while some := [*islice(pieces, READERS)]:
            yield from readers.map(cells_of, some)


class _Joined(io.RawIOBase):
    """Bytes as one file behind another, none of which are copied."""

    def __init__(self, *parts: bytes | memoryview) -> None:
        self._parts = [memoryview(part) for part in parts if part]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fills the buffer with what is next, as far as its part goes."""
        if not self._parts:
            return 0
        into, part = memoryview(buffer), self._parts.pop(0)
        size = min(len(into), len(part))
        into[:size] = part[:size]
        if part[size:]:
            self._parts.insert(0, part[size:])
        return size


def _pieces(data: bytes, width: int) -> Iterator[io.RawIOBase]:
    """The lines below the header in pieces, the first ones small: to read a file takes four times its memory.

    Above each stands a row of words: pandas takes the categories of a column of digits for numbers, and "01" for 1.
    """
    words = (",".join(f"word{place}" for place in range(width)) + "\n").encode()
    start = data.index(b"\n") + 1
    for size in chain(repeat(FIRST, READERS), repeat(PIECE)):
        end = data.find(b"\n", start + size) + 1 or len(data)
        yield _Joined(words, memoryview(data)[start:end])
        if end == len(data):
            return
        start = end


def kinds(header: Sequence[str]) -> dict[str, Kind]:
    """The pandas type of each column of `read`, unless most of its texts are distinct: then it is text."""
    return {name: "category" if place else "str" for place, name in enumerate(header)}


def problem(line: str, width: int) -> Problem | None:
    """Why a line is no record of `width` cells, or None where it is one."""
    too_long = "cell/length", f"must hold cells of at most {LONGEST_CELL:,} characters", "shorten the cell"
    if len(line) > csv.field_size_limit():
        return too_long
    if not _RECORD.fullmatch(line):
        return "table/quotes", "must pair its quotation marks and hold no line end in a cell", _QUOTING
    cells = next(csv.reader([line], strict=True), [])
    if not cells:
        return "table/width", f"must hold {width} cells, not an empty line", "take the line out"
    if len(cells) != width:
        return "table/width", f"must hold {width} cells, not {len(cells)}", "check the commas and quotation marks"
    return too_long if len(max(cells, key=len)) > LONGEST_CELL else None


def cells(line: str) -> Iterator[tuple[int, str]]:
    """The cells of a line as they stand there, and where each starts, counting code points from 1."""
    for cell in _ANY_CELL.finditer(line):
        yield cell.start() + 1, cell[0]


def _problems(data: bytes, width: int) -> Iterator[tuple[int, Problem]]:
    """What is wrong with each line that is no record, by its number."""
    # A line that is longer than a cell may be is looked at, whatever its cells.
    record = rf"(?=[^\n]{{1,{LONGEST_CELL}}}\n)(?:{_CELL},){{{width - 1}}}{_CELL}\n"
    parts = re.compile(rf"(?P<records>(?:{record})++)|[^\n]*\n".encode())
    line = 2
    for part in parts.finditer(data, data.index(b"\n") + 1):
        if not part.lastgroup and (found := problem(part[0][:-1].decode(), width)):
            yield line, found
        line += data.count(b"\n", *part.span())
