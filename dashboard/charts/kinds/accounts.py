"""Several accounts of one quantity on one scale, each with who gives it, and how far they are apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.drawing import bars, geometry, labels, marks
from dashboard.charts.drawing.bars import Row
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, Figure, tall
from dashboard.charts.drawing.content import CALCULATED, Drawing, Titled, equal, short_sources
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
ROW, NARROW_ROW, HEADING, UNDER = 29, 43, 27, 20

# Pixels: between groups, and between a line and what is said of it.
_BETWEEN, _GAP = 6, 9

# The part of the width that the sources before the marks may take, and the words behind one.
_BEFORE, _BEHIND = 0.3, 0.45


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
    most = max(0.0, *(number.top for number in drawing.numbers))
    ticks = [tick for tick in pen.scale.ticks(100) if tick <= most * 1.2]
    y = 0.0
    for quantity in drawing.in_time().quantities:
        top = pen.heading(quantity, y)
        y = pen.rows([one for one in rows if one.number.id in quantity.ids], top)
        canvas.lines(ticks, top, y)
        y += _BETWEEN
    texts = [*written.glued(ticks, symbol)[:-1], *(written.amount(tick, symbol, 4) for tick in ticks[-1:])]
    canvas.values(pen.scale, ticks, texts, y - _BETWEEN)
    if not pen.scale.log:
        return canvas.figure(y + 20)
    factor = written.number(ticks[1] / ticks[0]) if len(ticks) > 1 else "10"
    note = f"{symbol}; each line is {factor} times the last".removeprefix("; ")
    canvas.write([written.capitalized(note)], y + 28, At(0.5, align="center"), size=SMALL, color=canvas.colors.muted)
    return canvas.figure(y + 40)


def row(drawing: Drawing, number: Observation) -> Row:
    """An account as a row, told from the others by its source; one we calculated by the sources of its parts."""
    if not number.is_own:
        return bars.row(drawing, number, by_source=True)
    parts = [*short_sources(part.source for part in number.stated).values()]
    lead = f"From {' and '.join(parts)}" if len(parts) < 3 else f"From {many(len(parts), 'source')}"
    after = ", ".join(part for part in (equal(number), CALCULATED) if part)
    return Row(number, lead if parts else written.capitalized(CALCULATED), after=after if parts else equal(number))


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
    closed = all(one.mark.closed or not one.mark.sets for one in (low, high))
    code = (vocabulary.AT_LEAST if closed else vocabulary.OVER) if least else vocabulary.AT_MOST if closed else vocabulary.UNDER
    return vocabulary.MARKS[code].said[0]


def _ends(number: Observation) -> tuple[object, object]:
    """The ends of what a number can be, None where there is none; without bounds it is itself."""
    amount = number.amount
    return (number.value, number.value) if amount.low is None and amount.high is None else (amount.low, amount.high)


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
    return labels.label(row.number.label, row.after, canvas.width * _BEHIND, bold=not row.number.is_calculated)


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
        """Writes what the accounts are of and how far they are apart, and returns the height below."""
        canvas, gravest = self.canvas, quantity.verdict == vocabulary.CONFLICT
        said = vocabulary.ACCOUNTS[quantity.verdict].words if quantity.verdict else ""
        apart = distance(quantity)
        how = apart if gravest and apart else written.capitalized(", ".join(filter(None, (apart, said.lower()))))
        how = how[:1].lower() + how[1:]
        room = canvas.width - 8
        title = labels.label(quantity.title, "", room, bold=True)
        middle = y + HEADING / 2
        return y + HEADING
