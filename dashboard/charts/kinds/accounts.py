"""Several accounts of one quantity on one scale, each with who gives it, and how far they are apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from dashboard.charts.drawing import bars, geometry, labels, marks
from dashboard.charts.drawing.bars import Row
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, Figure
from dashboard.charts.drawing.content import Drawing, Titled, equal, short_sources
from dashboard.charts.drawing.geometry import Scale
from dashboard.charts.drawing.labels import EDGE, NAME, Label
from dashboard.charts.drawing.lettering import shorten, width
from validation import vocabulary
from validation.language import written
from validation.language.written import many
from validation.model.observations import Observation

# Beyond this quotient of largest and smallest, the small ones would lie on one another at zero.
LINEAR = 25

# Pixels: the height of a row, on a phone with its source above the mark; of a heading, and of a line that is under it.
ROW, NARROW_ROW, HEADING, UNDER = 27, 43, 26, 18

# Pixels: between groups, and between a line and what is said of it.
_BETWEEN, _GAP = 6, 9

# The part of the width that the sources before the marks may take, and the words behind one.
_BEFORE, _BEHIND = 0.34, 0.45

# Pixels from tick to tick, the nearest that is tried first.
_APART = (60, 80, 100, 130, 170)


class Gap(NamedTuple):
    """What lies between two accounts above zero that can't both be true, or are at odds: the lower and the higher."""

    low: Observation
    high: Observation

    @property
    def ends(self) -> tuple[float, float]:
        """From where to where it is, in the indicator's unit: between ranges, their nearest ends."""
        return self.low.top, self.high.common

    @property
    def times(self) -> float:
        """How often its lower end goes into its higher one."""
        return self.high.common / self.low.top

    @property
    def bound(self) -> str:
        """Whether the accounts are further apart than that, or less far, a code of `vocabulary.MARKS`; or ""."""
        (low_from, low_to), (high_from, high_to) = _ends(self.low), _ends(self.high)
        least, most = None not in (low_to, high_from), None not in (low_from, high_to)
        if least == most:
            return ""
        return vocabulary.OVER if least else vocabulary.UNDER

    @property
    def words(self) -> str:
        """How wide it is: "over 2.1 times apart" where an end is open, "30 points apart" of percentages; or ""."""
        sign, times = self.low.indicator.unit.sign, written.number(self.times, 2)
        apart = written.apart(*self.ends, sign) if sign == "%" or times == "1" else f"{times} times apart"
        if apart == written.SAME:
            return ""
        return f"{vocabulary.MARKS[self.bound].said[0]} {apart}" if self.bound else apart


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """A group of rows per quantity, documents' first, with a thin line in its heading between accounts at odds.

    `scheme` and `width` are as for stated numbers.
    """
    canvas, symbol = Canvas(scheme, width, right=6), drawing.numbers[0].indicator.unit.sign
    rows = [row(drawing, number) for number in sorted(drawing.numbers, key=_order)]
    canvas.left = 10 if canvas.narrow else max(_lead(canvas, one).width for one in rows) + 14
    ends = [(one.number.top, marks.beside(one.number) + _words(canvas, one).width) for one in rows]
    pen = _Pen(canvas, geometry.scale([*ends, *((one.number.common, 0) for one in rows)], canvas.room, LINEAR))
    canvas.scale(pen.scale)
    ticks, texts = _ticks(canvas, pen.scale, max(0.0, *(number.top for number in drawing.numbers)), symbol)
    y = 0.0
    for quantity in drawing.in_time().quantities:
        top = pen.heading(quantity, y)
        y = pen.rows([one for one in rows if one.number.id in quantity.ids], top)
        # On a phone the sources stand where the line of zero would be.
        canvas.lines([tick for tick in ticks if tick or not canvas.narrow], top, y)
        y += _BETWEEN
    if canvas.narrow:
        canvas.level(y, canvas.colors.axis, "solid")
    canvas.values(pen.scale, ticks, texts, y)
    if not pen.scale.log:
        return canvas.figure(y + 26)
    note = f"A scale of powers: each line is {written.number(ticks[1] / ticks[0]) if ticks[1:] else 10} times the last"
    canvas.write([note], y + 34, At(0.5, align="center"), size=SMALL, color=canvas.colors.muted)
    return canvas.figure(y + 46)


def row(drawing: Drawing, number: Observation) -> Row:
    """An account as a row, told from the others by its source; one we calculated by what it is calculated from."""
    if not number.is_own or not number.stated:
        return bars.row(drawing, number, by_source=True)
    parts = [*short_sources(part.source for part in number.stated).values()]
    of = parts[0] if len(parts) == 1 else many(len(parts), "source")
    return Row(number, f"{vocabulary.CALCULATED.words} from {of}", after=equal(number))


def gap(quantity: Titled) -> Gap | None:
    """The widest gap between two accounts that its verdict is on, of equal gaps an open one; None where there is none.

    Accounts that agree, or are of different things, are not apart, and nothing is so many times zero or less.
    """
    if quantity.verdict not in vocabulary.AT_ODDS:
        return None
    gaps = [Gap(low, high) for low, high in quantity.opposed if 0 < low.top < high.common]
    told = (one for one in gaps if one.words)
    return max(told, key=lambda one: (one.times, one.bound == vocabulary.OVER), default=None)


def distance(quantity: Titled) -> str:
    """How far the accounts are apart that its verdict is on, in words; "" where there is no gap."""
    found = gap(quantity)
    return found.words if found else ""


def _ends(number: Observation) -> tuple[object, object]:
    """The ends of what a number can be, None where there is none; without bounds it is itself."""
    amount = number.amount
    return (number.value, number.value) if amount.low is None and amount.high is None else (amount.low, amount.high)


def _ticks(canvas: Canvas, scale: Scale, most: float, symbol: str) -> tuple[list[float], list[str]]:
    """Round values up to the largest with their words, the last with its unit; as many as don't touch."""
    ticks, texts = [], []
    for apart in _APART:
        ticks = [tick for tick in scale.ticks(apart) if tick <= most * 1.2]
        texts = [*written.glued(ticks, symbol)[:-1], *(written.amount(tick, symbol, 4) for tick in ticks[-1:])]
        halves = [width(text, SMALL) / 2 + _GAP / 2 for text in texts]
        middles = [
            scale.pixels(tick) + canvas.inside(scale.pixels(tick), 2 * half)
            for tick, half in zip(ticks, halves, strict=True)
        ]
        edges = [(middle - half, middle + half) for middle, half in zip(middles, halves, strict=True)]
        if all(before[1] <= after[0] for before, after in pairwise(edges)):
            break
    return ticks, texts


def _order(number: Observation) -> tuple[bool, bool, float]:
    """Documents' first, what we calculated last, each from the largest down."""
    return not number.told_by.is_document, number.is_own, -number.common


def _lead(canvas: Canvas, row: Row) -> Label:
    """Who gives an account, on two lines at most."""
    room = canvas.width - 8 if canvas.narrow else canvas.width * _BEFORE
    label = labels.label(row.lead, row.small, room, bold=row.bold)
    first, rest = label.lines[0], " ".join(label.lines[1:])
    return Label([first, shorten(rest, room, NAME, bold=row.bold)], bold=row.bold) if rest else label


def _words(canvas: Canvas, row: Row) -> Label:
    return labels.label(row.number.label, row.after, canvas.width * _BEHIND, bold=not row.number.is_own)


def _said(quantity: Titled) -> list[str]:
    """What is said of its accounts, and how far those that it is said of are apart; shorter, where there is a way.

    That they contradict is told by the color of their distance, too. Nothing is said where they agree.
    """
    if quantity.verdict == vocabulary.AGREE:
        return []
    said, apart = vocabulary.ACCOUNTS[quantity.verdict].words.lower(), distance(quantity)
    if not apart:
        return [said]
    return [f"{said}: {apart}", *([apart] if quantity.verdict == vocabulary.CONFLICT else [])]


class _Place(NamedTuple):
    """Where the line of a quantity and its words are: their heights, where the words stand, and the height below."""

    line: float
    words: float
    at: At
    bottom: float


@dataclass(frozen=True)
class _Pen:
    """What all groups are drawn with."""

    canvas: Canvas
    scale: Scale

    @property
    def _flush(self) -> At:
        """The left edge of the drawing."""
        return At(shift=EDGE - self.canvas.left)

    def heading(self, quantity: Titled, y: float) -> float:
        """Writes what the accounts are of and how far they are apart, and returns the height below.

        The thin line between the accounts at odds touches no mark and has no ends, for it is no bar of an error.
        """
        canvas, said, contradict = self.canvas, _said(quantity), quantity.verdict == vocabulary.CONFLICT
        title = labels.label(quantity.title, "", canvas.width - 8, bold=True)
        labels.write(canvas, title, y + 4, self._flush, backed=False)
        if not said:
            return y + max(HEADING, title.height + 7)
        between = gap(quantity)
        span = between.ends if between else None
        places = {words: self._place(title, y, span, width(words, NAME, bold=contradict)) for words in said}
        words, place = min(places.items(), key=lambda one: one[1].bottom)
        if span:
            canvas.stroke(*span, place.line, canvas.colors.ink, thick=1.2)
        color = canvas.colors.warn if contradict else canvas.colors.muted
        canvas.write([words], place.words, place.at, size=NAME, color=color, bold=contradict, backed=False)
        return place.bottom

    def _place(self, title: Label, y: float, span: tuple[float, float] | None, size: float) -> _Place:
        """Where words and their line, if there is one, stand beside a title or under it, by what there is room for."""
        canvas, row, bottom = self.canvas, y + HEADING / 2, y + max(HEADING, title.height + 7)
        one, under, right = len(title.lines) == 1, bottom + UNDER / 2 - 4, At(1, shift=canvas.right, align="right")
        below = UNDER if span else 0
        if span and one and (spot := self._beside(span, size, title.width + 2 * _GAP)):
            return _Place(row, row, spot, bottom)
        if one and title.width + size + 2 * _GAP <= canvas.width:
            return _Place(under, row, right, bottom + below)
        if span and (spot := self._beside(span, size, 0)):
            return _Place(under, under, spot, bottom + UNDER)
        return _Place(under, under + below, right, bottom + UNDER + below)

    def _beside(self, span: tuple[float, float], size: float, free: float) -> At | None:
        """Where words of a size stand at an end of a line, both right of what is not free; None where they can't."""
        first, last = (self.canvas.left + self.scale.pixels(value) for value in span)
        if first >= free and last + _GAP + size <= self.canvas.width:
            return At(self.scale.at(span[1]), "x", _GAP)
        if first - _GAP - size >= free:
            return At(self.scale.at(span[0]), "x", -_GAP, "right")
        return None

    def rows(self, rows: Sequence[Row], y: float) -> float:
        """Draws one row per account, and returns the height below."""
        for row in rows:
            y = self._row(row, y)
        return y

    def _row(self, row: Row, y: float) -> float:
        canvas, number = self.canvas, row.number
        lead, words, style = _lead(canvas, row), _words(canvas, row), marks.style(canvas, number)
        if canvas.narrow:
            height = max(NARROW_ROW, lead.height + words.height + 4)
            labels.write(canvas, lead, y + 1, self._flush)
            middle = y + lead.height + (height - lead.height) / 2
        else:
            height = max(ROW, lead.height + 7, words.height + 7)
            labels.write(canvas, lead, y + (height - lead.height) / 2, self._flush, backed=False)
            middle = y + height / 2
        marks.point(canvas, number, middle, style)
        color = style.color if number.told_by.is_document else ""
        at = At(self.scale.at(number.top), "x", marks.beside(number))
        labels.write(canvas, words, middle - words.height / 2, at, color=color)
        return y + height
