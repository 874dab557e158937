"""A page of a PDF as lines: columns in the order of the page's content, a table's row on one line, small marks raised.

A PDF says where each sign stands, and nothing of words, lines or columns. Whoever sorts the signs by their place tears
columns apart; in the order in which they were written these stay whole.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import groupby, pairwise
from math import pi
from typing import Any, NamedTuple

from validation.files.converters import texts

# In heights of a line: a gap that parts two cells, two numbers, and two words. Within a number it is a space at most.
_CELL, _NUMBERS, _WORD = 0.8, 0.5, 0.15
# So far off the one before it a raised sign stands at most.
_LEVEL = 0.6
# So far a sign may reach into the one before it: the stroke of a fraction does.
_OVERLAP = 0.25
# The type of a title is so many times that of most lines, and no two of its lines differ so much.
_LARGER = 1.2
# In steps from line to line: a step that parts two paragraphs.
_PARAGRAPH = 1.4
# A sign so much lower than its line's is small; it is raised, or lowered, where it stands so much off the line.
_SMALL, _ABOVE, _BELOW = 0.85, 0.12, 0.05
# Such as 12–15, which stands for four notes; what is longer is text in small type.
_LONGEST_MARK = 5
# What PDFium has where a line ends; the last two for a hyphen there, with which it joins the lines.
_ENDS, _HYPHENS = (0, 10, 13), (2, 0xFFFE)
_SPACES = (32, 0xA0)


class _Sign(NamedTuple):
    """A sign in its line: where it stands, as if it were written from left to right; a space behind it is its own."""

    words: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    turned: int

    @property
    def height(self) -> float:
        return self.top - self.bottom


class _Run:
    """Signs side by side: a cell, or a line of a column."""

    def __init__(self, first: _Sign) -> None:
        self.words = ""
        self.left, self.right, self.bottom, self.top = first.left, first.left, first.bottom, first.top
        self.turned = first.turned

    def add(self, sign: _Sign) -> None:
        self.words += sign.words
        self.right = max(self.right, sign.right)
        self.bottom, self.top = min(self.bottom, sign.bottom), max(self.top, sign.top)

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def goes_on(self, before: _Run) -> bool:
        """Whether it stands to the right of another, at its height."""
        shared = min(self.top, before.top) - max(self.bottom, before.bottom)
        level = shared > min(self.height, before.height) / 2
        return self.turned == before.turned and level and self.left >= before.right - _OVERLAP * before.height

    def gap_behind(self, before: _Run, step: float) -> str:
        """What parts it from the run before it; `step` is how far a line of the page is from the next."""
        if not self.goes_on(before):
            return "\n\n" if self.turned == before.turned and before.bottom - self.bottom > _PARAGRAPH * step else "\n"
        height = max(self.height, before.height)
        if before.is_parted_from(self.left, self.words, height):
            return "\t"
        return " " if self.left - before.right > _WORD * height else ""

    def is_parted_from(self, left: float, words: str, height: float) -> bool:
        """Whether what stands there begins a cell of its own."""
        numbers = self.words.rstrip()[-1:].isdigit() and words[:1].isdigit()
        return left - self.right > (_NUMBERS if numbers else _CELL) * height


def text(page: Any) -> str:
    """The text of a page of pypdfium2; cells of a row are parted by tabs, paragraphs by an empty line."""
    runs = list(_runs(page.get_textpage()))
    steps = sorted(down for a, b in pairwise(runs) if not b.goes_on(a) and (down := a.bottom - b.bottom) > 0)
    step = steps[len(steps) // 2] if steps else 0
    words = [run.words for run in runs[:1]]
    words += [run.gap_behind(before, step) + run.words for before, run in pairwise(runs)]
    return _whole("".join(words))


def headline(page: Any) -> str:
    """What is set in the largest type of a page, on one line; "" where all is of one size."""
    runs = [run for run in _runs(page.get_textpage()) if any(map(str.isalpha, run.words)) and not run.turned]
    heights = sorted(run.height for run in runs)
    if not runs or heights[-1] < _LARGER * heights[len(heights) // 2]:
        return ""
    large = groupby(runs, key=lambda run: run.height > heights[-1] / _LARGER)
    return _whole(" ".join(run.words.strip() for run in next(list(some) for is_large, some in large if is_large)))


def _whole(text: str) -> str:
    """A text whose signs beyond the first 65,536 PDFium gives in two halves."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _runs(content: Any) -> Iterator[_Run]:
    for line in _lines(content):
        for level in _levels(line):
            yield from _parted(level)


def _levels(line: list[_Sign]) -> Iterator[list[_Sign]]:
    """A line's signs as far as they are level: PDFium takes digits one below the other for a word set upright."""
    start = 0
    for at, (before, sign) in enumerate(pairwise(line), start=1):
        height = max(before.height, sign.height)
        if before.turned != sign.turned or abs(before.base - sign.base) > _LEVEL * height:
            yield line[start:at]
            start = at
    yield line[start:]


def _lines(content: Any) -> Iterator[list[_Sign]]:
    """The signs of a page, line by line, as PDFium has them."""
    import pypdfium2.raw as pdfium

    line: list[_Sign] = []
    for index in range(content.count_chars()):
        code = pdfium.FPDFText_GetUnicode(content, index)
        if code in _ENDS or code in _HYPHENS:
            if line and code in _HYPHENS:
                line[-1] = line[-1]._replace(words=line[-1].words + "-")
            yield line
            line = []
        elif code in _SPACES:
            line[-1:] = [sign._replace(words=sign.words + chr(code)) for sign in line[-1:]]
        else:
            line.append(_sign(content, index, chr(code)))
    yield line


def _sign(content: Any, index: int, words: str) -> _Sign:
    import pypdfium2.raw as pdfium

    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(content, index, box)
    pdfium.FPDFText_GetCharOrigin(content, index, x, y)
    turned = round(pdfium.FPDFText_GetCharAngle(content, index) / (pi / 2)) % 4
    return _Sign(words, *_upright(turned, box.left, box.right, box.bottom, box.top, x.value, y.value), turned)


def _upright(
    turned: int, left: float, right: float, bottom: float, top: float, x: float, y: float
) -> tuple[float, float, float, float, float]:
    """A box and a base line as they are once they are turned back, by so many right angles."""
    for _ in range(turned):
        left, right, bottom, top, x, y = bottom, top, -right, -left, y, -x
    return left, right, bottom, top, y


def _parted(line: list[_Sign]) -> Iterator[_Run]:
    """A line's runs, parted where a gap is wider than a space."""
    if not line:
        return
    tall = sorted(sign.height for sign in line)[len(line) * 3 // 4]
    bases = sorted(sign.base for sign in line if sign.height >= _SMALL * tall)
    base, run = bases[len(bases) // 2], None
    for shift, group in groupby(line, key=lambda sign: _shift(sign, tall, base)):
        for sign in _marked(list(group), shift, run.words if run else ""):
            if run is None or run.is_parted_from(sign.left, sign.words, tall):
                if run is not None:
                    yield run
                run = _Run(sign)
            run.add(sign)
    if run is not None:
        yield run


def _shift(sign: _Sign, tall: float, base: float) -> int:
    """Whether a sign is small and raised (1) or lowered (-1), by its size and by how far it stands off the line."""
    if sign.height >= _SMALL * tall:
        return 0
    return (sign.base > base + _ABOVE * tall) - (sign.base < base - _BELOW * tall)


def _marked(signs: list[_Sign], shift: int, behind: str) -> list[_Sign]:
    """Small signs off the line as one, as `texts` has them in it; words in small type are left as they are."""
    words = "".join(sign.words for sign in signs)
    mark = words.strip()
    if not shift or len(mark) > _LONGEST_MARK or (len(mark) > 2 and (not behind or behind[-1:].isspace())):
        return signs
    mark = texts.raised(mark, behind) if shift > 0 else texts.lowered(mark, behind)
    return [signs[0]._replace(words=mark + words[len(words.rstrip()) :], right=signs[-1].right)]
