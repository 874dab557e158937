"""Characters that no cell needs: those nobody sees, and letters that pass for those of another alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from validation.files import records
from validation.files.unseen import UNSEEN

_ASCII_TEXT = bytes({9, 10, 13, *range(32, 127)})

# Cyrillic and Greek letters that look like Latin ones. A word that is Latin but for these is a trap.
_LOOKALIKES = {*"\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u03bf\u039f"} | {
    *"\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
}
_WORD = re.compile(r"[^\W\d_]+")

Problem = tuple[int, int, str, str]
"""The line, counted from 0, where its cell starts in code points from 1, what must not stand there, and what to do."""


def problems(lines: bytes) -> Iterator[Problem]:
    """Such characters in lines of a table's UTF-8, each once in a cell.

    What is left of the bytes without ASCII's letters and signs says whether there are any: 0.1 s for 163 MB, which a
    pattern takes 12 s to search.
    """
    odd = set(lines.translate(None, _ASCII_TEXT).decode())
    if unseen := odd & UNSEEN:
        yield from _unseen(lines.decode(), unseen)
    if foreign := odd & _LOOKALIKES:
        yield from _mixed(lines.decode(), foreign)


def _unseen(text: str, unseen: Set[str]) -> Iterator[Problem]:
    for line, column, cell in _cells(text, unseen):
        for c in dict.fromkeys(c for c in cell if c in unseen):
            yield line, column, f"must hold visible text only, not U+{ord(c):04X}", "take the character out"


def _mixed(text: str, foreign: Set[str]) -> Iterator[Problem]:
    for line, column, cell in _cells(text, foreign):
        for word in filter(_mixes, _WORD.findall(cell)):
            found = ", ".join(f"U+{ord(c):04X}" for c in word if not c.isascii())
            message = f"must not mix alphabets within a word, and {word!r} has {found}"
            yield line, column, message, "type the word anew"


def _mixes(word: str) -> bool:
    foreign = {c for c in word if not c.isascii()}
    return foreign <= _LOOKALIKES and not foreign.issuperset(word) and bool(foreign)


def _cells(text: str, sought: Set[str]) -> Iterator[tuple[int, int, str]]:
    """The cells of the lines that have one of these characters: their line, where each starts, what stands there."""
    for number, line in enumerate(text.split("\n")):
        if any(c in line for c in sought):
            yield from ((number, column, cell) for column, cell in records.cells(line))
