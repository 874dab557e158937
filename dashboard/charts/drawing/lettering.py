"""How wide words are when they are set, and where their lines break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from validation.language.direction import closed

# Advance widths of Source Sans 3 at weight 400 in hundredths of an em, rounded up; letters of a width together.
_WIDTHS = {
    20: " \N{NO-BREAK SPACE}",
    25: "ijl'|,.:;·’‘I",
    30: "f!()[]{}-",
    35: "rt/\\°",
    37: "²³",
    43: 'sz?"“”*',
    46: "cx",
    48: "vy–Y",
    50: "0123456789aegk$#+<=>^_~×€£¥−FLJ",
    55: "bdhnopquAT`ESXZ≈≥≤V",
    59: "BCPRK",
    63: "DG&",
    67: "HNOQU",
    73: "wM",
    80: "W—½¼",
    84: "m%@",
    100: "…→⅓⅔",
}
_EMS = {letter: hundredths / 100 for hundredths, letters in _WIDTHS.items() for letter in letters}

# Weight 700 is 6.5% wider over English text; the rest is for the fonts of a system without Source Sans.
_BOLD = 1.07

# The beginning of a number, and where its last whole group of digits ends.
_GROUP = re.compile(r"(?P<whole>\D{0,2}[0-9]{1,3},(?:[0-9]{3},)*)[0-9]*")

# Plotly sets lines of an annotation 1.3 font sizes apart.
LEADING = 1.3


def width(words: str, size: float, *, bold: bool = False) -> float:
    """The width in pixels of one line of text without markup, at a font size in pixels."""
    return _ems(words) * size * (_BOLD if bold else 1)


@lru_cache(50_000)
def _ems(words: str) -> float:
    """The width in font sizes; a drawing asks for its words again and again, at each width that it is made for."""
    return sum(map(_em, words))


def _em(letter: str) -> float:
    if letter in _EMS:
        return _EMS[letter]
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in _EMS:
        return _EMS[plain]
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.6


def wrap(words: str, pixels: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines no wider than `pixels`, as even as a greedy break makes them; a word that is too long is cut.

    A number is cut behind one of its commas, so that no digits of it stand alone for another.
    """
    if width(words, size, bold=bold) <= pixels:
        return [words]
    lines = [""]
    for piece in _pieces(words, pixels, size, bold):
        longer = f"{lines[-1]} {piece}".strip()
        if lines[-1] and width(longer, size, bold=bold) > pixels:
            lines.append(piece)
        else:
            lines[-1] = longer
    return lines


def _pieces(words: str, pixels: float, size: float, bold: bool) -> Iterator[str]:
    for word in words.split(" "):
        while width(word, size, bold=bold) > pixels and len(word) > 1:
            fit = max(1, sum(width(word[:n], size, bold=bold) <= pixels for n in range(1, len(word))))
            comma = _GROUP.fullmatch(word[:fit])
            fit = comma.end("whole") if comma else fit
            yield word[:fit]
            word = word[fit:]
        yield word


def widest(lines: list[str], size: float, *, bold: bool = False) -> float:
    """The width in pixels of a block of lines."""
    return max((width(line, size, bold=bold) for line in lines), default=0.0)


def shorten(words: str, pixels: float, size: float, *, bold: bool = False) -> str:
    """The words, cut to one line of `pixels` with an ellipsis where they are longer."""
    if width(words, size, bold=bold) <= pixels:
        return words
    fit = sum(width(words[:n] + "…", size, bold=bold) <= pixels for n in range(1, len(words)))
    return words[:fit].rstrip(" ,;:–—-") + "…"


@lru_cache(50_000)
def markup(words: str) -> str:
    """Words of the data as Plotly's labels need them, which read tags and entities, and formulas between dollars."""
    return closed(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")
