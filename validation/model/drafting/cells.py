"""A place in a table of a document: its cell, the label of its row, and what heads its column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from validation.language.phrases import Span

TAB = "\t"

# So many characters above are looked at; what heads a part is no longer line.
_NEAR, _SHORT = 4000, 90
_NUMBER = re.compile(r"\d[\d.,]*")
_LETTER = re.compile(r"[^\W\d_]")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:\s*[-–/]\s*\d{2,4})?")


@dataclass(frozen=True)
class Cell:
    """The cell of a place: where it stands in the text, where its line begins, its column counted from 0.

    `order` is how many numbers stand before the place in the cell: of "1.5 - 2" the second has 1.
    """

    body: str
    span: Span
    line: int
    column: int
    order: int = 0

    @property
    def row(self) -> Span:
        """Where its line begins and ends."""
        return self.line, self.line + len(_line(self.body, self.line))

    @cached_property
    def label(self) -> str:
        """What the first cell of its row says; "" where that is this one, or has no words."""
        first = _cells(_line(self.body, self.line))[0] if self.column else ""
        return first if _LETTER.search(first) else ""

    @property
    def head(self) -> str:
        """What heads its column; "" where nothing does."""
        return self._above[0]

    @property
    def part(self) -> str:
        """The line that heads its part of the table; "" where none does."""
        return self._above[1]

    @cached_property
    def _above(self) -> tuple[str, str]:
        head, part = "", ""
        for line in _above(self.body, self.line):
            cells = _cells(line)
            if len(cells) == 1:
                part = part or (cells[0] if len(cells[0]) <= _SHORT else "")
            elif not head and len(cells) > self.column and _is_head(cells):
                head = cells[self.column]
        return head, part


def cell(body: str, place: int) -> Cell | None:
    """The cell that a place lies in; None where its line has no cells."""
    line = body.rfind("\n", 0, place) + 1
    text = _line(body, line)
    if TAB not in text.strip():
        return None
    start = body.rfind(TAB, line, place) + 1 or line
    end = body.find(TAB, place)
    last = line + len(text)
    order = len(_NUMBER.findall(body, start, place))
    return Cell(body, (start, end if 0 <= end < last else last), line, text.count(TAB, 0, place - line), order)


def _line(body: str, start: int) -> str:
    end = body.find("\n", start)
    return body[start : end if end >= 0 else len(body)]


def _cells(line: str) -> list[str]:
    return [one.strip() for one in line.split(TAB)]


def _above(body: str, start: int) -> Iterator[str]:
    """The lines above one, the nearest first, and behind an empty one the last before the table."""
    lines = body[max(0, start - _NEAR) : start].splitlines()[::-1]
    for place, line in enumerate(lines):
        if not line.strip():
            yield from lines[place + 1 : place + 2]
            return
        yield line


def _is_head(cells: list[str]) -> bool:
    """Whether the cells of a row head others: they are words, or years."""
    return all(_LETTER.search(one) or _YEARS.fullmatch(one) for one in cells[1:] if one)
