"""The lines of a table as records: the cells of those that can be read, and what is wrong with the others.

pandas reads fast, but does not say that a line is too short or that a quotation mark is out of place, and then takes
lines together. So signs are counted before: a table whose quotation marks stand where cells begin and end, and whose
lines have as many commas outside of them as cells ask for, is one of records alone. In any other a pattern finds the
lines that are none, and each of them is looked at. Seconds of processor time for a million observations, where all can
be read and where one in a hundred can't:

pandas alone, which finds little                2.6   2.4
counted, then the pattern where that is needed  4.0   7.0
the pattern over all lines, then pandas         5.7   6.2
csv.reader line by line, without a frame        9.5  10.8
"""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from validation.files.stored import Stored
from validation.files.texts import Column, Kind

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LONGEST_CELL = 10_000
READERS, FIRST, PIECE = 2, 10_000_000, 32_000_000
"""So many threads read a piece each: of a large table first small ones, to see whether texts repeat themselves."""

_LETTERS = bytes({*range(256)} - {*b',\n"'})
# By code, whether a sign may stand beside a cell in quotation marks.
_BESIDE = np.isin(np.arange(256), [*b',\n"'])
_QUOTING = "put a cell with commas or quotation marks into quotation marks, and double those inside"
_CELL = r'(?:"[^"\n]*(?:""[^"\n]*)*"|[^",\n]*)'
_RECORD = re.compile(rf"{_CELL}(?:,{_CELL})*")
# A lone quotation mark is a character as any, so that what can't be read has cells too.
_ANY_CELL = re.compile(rf"(?<![^,])(?:{_CELL}(?![^,])|[^,]*)")

Problem = tuple[str, str, str]
"""The rule that a line breaks, what must be, and what to do."""


class _Piece(NamedTuple):
    """The records of some lines, some text of them behind another, and what is wrong with lines that are none."""

    records: list[bytes]
    problems: dict[int, Problem]


def read(
    text: Stored, below: int, header: tuple[str, ...], columns: Sequence[str]
) -> tuple[pd.DataFrame, Sequence[int], list[tuple[int, Problem]]]:
    """The cells of every line that can be read, their lines, and the problems of the others by line.

    The lines of `text`, which is UTF-8, end with LF; those of the rows begin at `below`. Of the columns of the header
    some are read. The cells of the first one, which tells rows apart, are text; of the others each distinct text is
    kept once, as pandas' categories, unless most are distinct in a large table: these are text, too. Empty cells are
    NaN.
    """
    asked = {name: Column(kind) for name, kind in kinds(header).items() if name in columns}
    count, problems = 0, {}
    # What two threads would read in first pieces alone one reads sooner: texts are sorted in each piece.
    first = FIRST if len(text) > READERS * FIRST else PIECE
    pieces = _in_pieces(_looked_at(text, below, len(header)), chain(repeat(first, READERS), repeat(PIECE)))
    for piece, cells in _side_by_side(pieces, partial(_cells, header, asked)):
        count += len(cells) - 1  # above the records stands a row of words
        problems |= piece.problems
        for name, column in asked.items():
            column.add(cells[name])
    every = range(2, 2 + count + len(problems))
    lines = [line for line in every if line not in problems] if problems else every
    frame = pd.DataFrame({name: column.cells() for name, column in asked.items()}, copy=False)
    return frame, lines, [*problems.items()]


def _looked_at(text: Stored, below: int, width: int) -> Iterator[tuple[bytes, dict[int, Problem]]]:
    """Some lines after the other: those that are records, and what is wrong with the others by line."""
    first = 2
    for _, lines in text.lines(below):
        lines = lines if lines.endswith(b"\n") else lines + b"\n"
        count = lines.count(b"\n")
        problems = {} if _are_records(lines, width) else dict(_problems(lines, width, first))
        if problems:
            lines = b"".join(line for at, line in enumerate(io.BytesIO(lines), first) if at not in problems)
        yield lines, problems
        first += count


def _in_pieces(parts: Iterable[tuple[bytes, dict[int, Problem]]], sizes: Iterator[int]) -> Iterator[_Piece]:
    """The same in pieces of these sizes: to read one takes four times its memory."""
    piece, room = _Piece([], {}), next(sizes)
    for lines, problems in parts:
        piece.records.append(lines)
        piece.problems.update(problems)
        room -= len(lines)
        if room <= 0:
            yield piece
            piece, room = _Piece([], {}), next(sizes)
    if piece.records or piece.problems:
        yield piece


def _side_by_side(
    pieces: Iterator[_Piece], cells_of: Callable[[Sequence[bytes]], pd.DataFrame]
) -> Iterator[tuple[_Piece, pd.DataFrame]]:
    """The pieces with their cells, of which several are read while the next one is looked at."""
    with ThreadPoolExecutor(READERS) as readers:
        ahead: deque[tuple[_Piece, Future[pd.DataFrame]]] = deque()
        for piece in pieces:
            ahead.append((piece, readers.submit(cells_of, piece.records)))
            if len(ahead) > READERS:
                read, cells = ahead.popleft()
                yield read, cells.result()
        for read, cells in ahead:
            yield read, cells.result()


class _Joined(io.RawIOBase):
    """Bytes as one file behind another, none of which are copied."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = deque(memoryview(part) for part in parts if part)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fills the buffer with what is next, as far as its part goes."""
        if not self._parts:
            return 0
        into, part = memoryview(buffer), self._parts.popleft()
        size = min(len(into), len(part))
        into[:size] = part[:size]
        if part[size:]:
            self._parts.appendleft(part[size:])
        return size


def _cells(header: tuple[str, ...], asked: Mapping[str, Column], records: Sequence[bytes]) -> pd.DataFrame:
    """The cells as pandas reads them. NA and NULL are text like any other: only an empty cell is missing.

    Above the records stands a row of words: pandas takes the categories of a column of digits for numbers, "01" for 1.
    """
    words = ",".join(f"word{place}" for place in range(len(header))).encode() + b"\n"
    return pd.read_csv(
        _Joined([words, *records]),
        header=None,
        names=list(header),
        usecols=list(asked),
        dtype={name: column.kind for name, column in asked.items()},
        keep_default_na=False,
        na_values=[""],
        engine="c",
        low_memory=False,
        skip_blank_lines=False,  # else spaces at the beginning of a line are lost where pandas reads on
    )


def _are_records(lines: bytes, width: int) -> bool:
    """Whether every line is surely a record of `width` cells, none of them too long."""
    text, ends, marks = np.frombuffer(lines, np.uint8), places(lines, "\n"), places(lines, '"')
    lengths = np.diff(ends, prepend=-1)
    if lengths.max(initial=0) > LONGEST_CELL or lengths.min(initial=2) < 2:
        return False
    return _are_pairs(marks, text, ends) and _are_wide(lines, width)


def places(data: bytes, sign: str) -> NDArray[np.intp]:
    """Where an ASCII sign stands."""
    return (np.frombuffer(data, np.uint8) == ord(sign)).nonzero()[0]


def _are_pairs(marks: NDArray[np.intp], text: NDArray[np.uint8], ends: NDArray[np.intp]) -> bool:
    """Whether every first quotation mark of two begins a cell, and every second ends it on the same line.

    A mark within a cell is doubled: it ends one pair and begins the next.
    """
    if len(marks) % 2 or (np.searchsorted(marks, ends) % 2).any():
        return False
    return bool(_BESIDE[text[marks[::2] - 1]].all() and _BESIDE[text[marks[1::2] + 1]].all())


def _are_wide(lines: bytes, width: int) -> bool:
    """Whether each line has `width` cells, by the commas outside of quotation marks."""
    signs = lines.translate(None, _LETTERS)
    record = b"," * (width - 1) + b"\n"
    return b"".join(signs.split(b'"')[::2]) == record * signs.count(b"\n")


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


def _problems(lines: bytes, width: int, first: int) -> Iterator[tuple[int, Problem]]:
    """What is wrong with each line that is no record, by its number."""
    # A line that is longer than a cell may be is looked at, whatever its cells.
    record = rf"(?=[^\n]{{1,{LONGEST_CELL}}}\n)(?:{_CELL},){{{width - 1}}}{_CELL}\n"
    parts = re.compile(rf"(?P<records>(?:{record})++)|[^\n]*\n".encode())
    for part in parts.finditer(lines):
        if not part.lastgroup and (found := problem(part[0][:-1].decode(), width)):
            yield first, found
        first += lines.count(b"\n", *part.span())
