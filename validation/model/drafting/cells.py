"""The tables of a document's text, lines of cells that tabs part: a row's label, what heads a column, and a part."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from validation.language.phrases import Span

TAB = "\t"

# What heads a part of a table is no longer line.
_SHORT = 90
_NUMBER = re.compile(r"\d[\d.,]*")
_LETTER = re.compile(r"[^\W\d_]")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:\s*[-–/]\s*\d{2,4})?")


@dataclass(frozen=True, eq=False)
class Line:
    """A row of a table: where it begins and ends, its cells, and what stands above it.

    `heads` are the words that head its columns, `part` the line that heads its part of the table, `table` the place
    where the table begins.
    """

    span: Span
    cells: Sequence[str]
    heads: Mapping[int, str]
    part: str
    table: int

    @property
    def label(self) -> str:
        """What its first cell says; "" where that has no words."""
        return self.cells[0] if _LETTER.search(self.cells[0]) else ""


@dataclass(frozen=True, eq=False)
class Cell:
    """The cell of a place: its row, where it stands in the text, its column counted from 0.

    `order` is how many numbers stand before the place in the cell: of "1.5 - 2" the second has 1.
    """

    line: Line
    span: Span
    column: int
    order: int

    @property
    def label(self) -> str:
        """The label of its row; "" where it is that itself."""
        return self.line.label if self.column else ""

    @property
    def head(self) -> str:
        """What heads its column; "" where nothing does."""
        return self.line.heads.get(self.column, "")


def cell(body: str, place: int) -> Cell | None:
    """The cell that a place lies in; None where its line has no cells."""
    rows = lines(body)
    at = bisect_right(rows, place, key=lambda one: one.span[0]) - 1
    if at < 0 or place > rows[at].span[1]:
        return None
    first, last = rows[at].span
    start, end = body.rfind(TAB, first, place) + 1 or first, body.find(TAB, place, last)
    column, order = body.count(TAB, first, place), len(_NUMBER.findall(body, start, place))
    return Cell(rows[at], (start, end if end >= 0 else last), column, order)


@lru_cache(8)
def lines(body: str) -> Sequence[Line]:
    """The rows of all tables of a text, in its order; an empty line ends a table."""
    return [line for block in _blocks(body) for line in _table(block)]


def _blocks(body: str) -> Iterator[list[tuple[int, str]]]:
    """The lines between empty ones, each with its place; before them the last line of those before."""
    block: list[tuple[int, str]] = []
    start = 0
    for text in body.split("\n"):
        if text.strip():
            block.append((start, text))
        elif block:
            yield block
            block = block[-1:] if TAB not in block[-1][1].strip() else []
        start += len(text) + 1
    yield block


def _table(block: Sequence[tuple[int, str]]) -> Iterator[Line]:
    heads: Mapping[int, str] = {}
    part, table = "", block[0][0] if block else 0
    for start, text in block:
        cells = [one.strip() for one in text.split(TAB)]
        if TAB not in text.strip():
            part = cells[0] if len(cells[0]) <= _SHORT else ""
            continue
        yield Line((start, start + len(text)), cells, heads, part, table)
        if _is_head(cells):
            heads = {**heads, **{column: one for column, one in enumerate(cells) if one}}


def _is_head(cells: Sequence[str]) -> bool:
    """Whether the cells of a row head others: they are words, or years."""
    return all(_LETTER.search(one) or _YEARS.fullmatch(one) for one in cells[1:] if one)
