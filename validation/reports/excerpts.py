"""A line of a table as people can be shown it: nothing invisible, cut to a width, the cell in question apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# How much of the line around a long cell is kept, in columns of a terminal.
CONTEXT = 24
_CELL = re.compile(r'"[^"]*(?:""[^"]*)*"|[^,]*')


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a line: the cell in question, empty where the whole line is, and what stands on its sides."""

    before: str
    cell: str
    after: str


def excerpt(line: str, column: int, room: int) -> Excerpt:
    """What fits into `room` columns of a terminal around the cell that starts at `column` (0 = no cell)."""
    if not column:
        return Excerpt(_head(line, room), "", "")
    start, end = column - 1, cell_end(line, column) - 1
    cell = _head(line[start:end], room - CONTEXT)
    free = room - width(cell)
    before = _tail(line[:start], free - width(_head(line[end:], free // 2)))
    return Excerpt(before, cell, _head(line[end:], free - width(before)))


def cell_end(line: str, column: int) -> int:
    """The column behind the cell that starts at `column`, quotation marks included; both count code points from 1."""
    match = _CELL.match(line, column - 1)
    return max(column, match.end() + 1) if match else column


def visible(text: str) -> str:
    """The text with everything that is not seen, or changes how the rest is read, written as its code point."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def width(text: str) -> int:
    """How many columns of a terminal the text takes: two for a wide character, none for a combining mark."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _head(text: str, room: int) -> str:
    return "".join(_fitting(text, room))


def _tail(text: str, room: int) -> str:
    return "".join(reversed(_fitting(text[::-1], room)))


def _fitting(text: str, room: int) -> list[str]:
    """The first characters that fit, each made visible, and an ellipsis where there are more."""
    shown: list[str] = []
    for character in text:
        shown.append(visible(character))
        room -= width(shown[-1])
        if room < 0:
            while shown and room < 1:
                room += width(shown.pop())
            return [*shown, "…"]
    return shown
