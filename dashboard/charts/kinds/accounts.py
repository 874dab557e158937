"""Several accounts of one quantity on one scale, each with who gives it, and how far they are apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """A group of rows per quantity, documents' first, with a thin line in its heading from its lowest to its highest.

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


def distance(quantity: Titled) -> str:
    """How far its accounts are apart, in words: "over 2.1 times apart" where an end is open; "" as for the quantity."""
    if not quantity.distance:
        return ""
    low = min(quantity.numbers, key=lambda one: (one.common, _ends(one)[0] is not None))
    high = max(quantity.numbers, key=lambda one: (one.common, _ends(one)[1] is None))
    times = written.number(high.common / low.common, 2)
    points = low.indicator.unit.sign == "%" or times == "1"
    return f"{_bound(low, high)} {quantity.distance if points else f'{times} times apart'}".strip()


def _bound(low: Observation, high: Observation) -> str:
    """Whether two numbers are further apart than their values are, or less far, in the words of a qualifier; or ""."""
    (low_from, low_to), (high_from, high_to) = _ends(low), _ends(high)
    least, most = None not in (low_to, high_from), None not in (low_from, high_to)
    if least == most:
        return ""
    return vocabulary.MARKS[vocabulary.OVER if least else vocabulary.UNDER].said[0]


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


def _said(quantity: Titled) -> str:
    """How far its accounts are apart, and what else is said of them where they don't contradict."""
    apart, said = distance(quantity), vocabulary.ACCOUNTS[quantity.verdict].words.lower()
    if quantity.verdict in (vocabulary.CONFLICT, vocabulary.AGREE):
        return apart or (said if quantity.verdict else "")
    return ", ".join(part for part in (apart, said) if part)


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

        The thin line from the lowest to the highest touches no mark and has no ends, for it is no bar of an error.
        """
        canvas, said, contradict = self.canvas, _said(quantity), quantity.verdict == vocabulary.CONFLICT
        title = labels.label(quantity.title, "", canvas.width - 8, bold=True)
        labels.write(canvas, title, y + 4, self._flush, backed=False)
        low, high = min(one.common for one in quantity.numbers), max(one.top for one in quantity.numbers)
        if low == high and not said:
            return y + max(HEADING, title.height + 7)
        size = width(said, NAME, bold=contradict) if said else 0.0
        line, words, at, bottom = self._places(title, y, (low, high), size)
        if low < high:
            canvas.stroke(low, high, line, canvas.colors.ink, thick=1.2)
        if said:
            color = canvas.colors.warn if contradict else canvas.colors.muted
            canvas.write([said], words, at, size=NAME, color=color, bold=contradict, backed=False)
        return bottom

    def _places(self, title: Label, y: float, span: tuple[float, float], size: float) -> tuple[float, float, At, float]:
        """The heights of a line and its words, where these stand, and the height below, by what there is room for."""
        canvas, row, bottom = self.canvas, y + HEADING / 2, y + max(HEADING, title.height + 7)
        one, under, right = len(title.lines) == 1, bottom + UNDER / 2 - 4, At(1, shift=canvas.right, align="right")
        if one and (spot := self._beside(span, size, title.width + 2 * _GAP)):
            return row, row, spot, bottom
        if one and title.width + size + 2 * _GAP <= canvas.width:
            return under, row, right, bottom + UNDER
        if spot := self._beside(span, size, 0):
            return under, under, spot, bottom + UNDER
        return under, under + UNDER, right, bottom + 2 * UNDER

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
