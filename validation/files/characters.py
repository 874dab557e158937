"""Characters that no cell needs: those nobody sees, and letters that pass for those of another alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TEXT_BYTES = bytes({9, 10, 13, *range(32, 127), *range(128, 256)})
# Beyond ASCII: controls, soft hyphens, zero-width and bidirectional marks, line separators, byte-order marks, tags,
# and the mark that stands for what could not be decoded.
_UNSEEN = "".join(
    map(
        chr,
        (
            *(*range(0x80, 0xA0), 0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F)),
            *(*range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFE), *range(0xE0000, 0xE0080)),
        ),
    )
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f" + _UNSEEN + "]")

# Cyrillic and Greek letters that look like Latin ones. A word that is Latin but for these is a trap.
_LOOKALIKES = "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u03bf" + "".join(
    map(chr, (0x410, 0x412, 0x415, 0x41A, 0x41C, 0x41D, 0x41E, 0x420, 0x421, 0x422, 0x423, 0x425, 0x39F))
)
_WORD = re.compile(r"[^\W\d_]+")
_CELL = re.compile(r'(?<![^,])(?:"[^"]*(?:""[^"]*)*"(?![^,])|[^,]*)')


Problem = tuple[int, int, str, str]
"""The line, where its cell starts in code points from 1, what must not stand there, and what to do."""


def problems(data: bytes, text: str) -> Iterator[Problem]:
    """Such characters, each once in a cell. `data` is `text` encoded."""
    if data.translate(None, _TEXT_BYTES) or (not data.isascii() and any(c in text for c in _UNSEEN)):
        yield from _unseen(text)
    if not data.isascii() and any(c in text for c in _LOOKALIKES):
        yield from _mixed(text)


def _unseen(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for column, cell in _cells(line) if _CONTROL.search(line) else ():
            for c in dict.fromkeys(_CONTROL.findall(cell)):
                yield number, column, f"must hold visible text only, not U+{ord(c):04X}", "take the character out"


def _mixed(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for column, cell in _cells(line) if any(c in line for c in _LOOKALIKES) else ():
            for word in filter(_mixes, _WORD.findall(cell)):
                found = ", ".join(f"U+{ord(c):04X}" for c in word if not c.isascii())
                message = f"must not mix alphabets within a word, and {word!r} has {found}"
                yield number, column, message, "type the word anew"


def _mixes(word: str) -> bool:
    foreign = {c for c in word if not c.isascii()}
    return foreign <= set(_LOOKALIKES) and not foreign.issuperset(word) and bool(foreign)


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """The cells of a line as they stand there, and where each starts; a lone quotation mark is a character as any."""
    for cell in _CELL.finditer(line):
        yield cell.start() + 1, cell[0]
