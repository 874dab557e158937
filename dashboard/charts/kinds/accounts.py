"""Several accounts of one quantity on one scale, each in its own words and unit, with how far they are apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.charts.drawing import geometry, labels, marks
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, Figure, tall
from dashboard.charts.drawing.content import Drawing, Titled, equal
from dashboard.charts.drawing.labels import EDGE, Label
from dashboard.charts.drawing.lettering import shorten, width, wrap
from dashboard.design import signs
from validation import vocabulary
from validation.language import written
from validation.model.observations import Observation

SIZE = 15

# Beyond this quotient of largest and smallest, the small ones would lie on one another at zero.
LINEAR = 25


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """One group of marks per quantity; a line leads from the lowest account to each higher one.

    `scheme` and `width` are as for stated numbers.
    """
    numbers, symbol = drawing.numbers, drawing.numbers[0].indicator.unit.sign
    canvas = Canvas(scheme, width, right=6)
    canvas.left = 10 if canvas.narrow else _column(drawing.sources, width)
    ends = [(number.common, _behind(canvas, number, drawing.sources)) for number in numbers]
    scale = geometry.scale(ends, canvas.room, LINEAR)
    pen = _Pen(canvas, scale, drawing.sources)
    y = 0.0
    for quantity in drawing.in_time().quantities:
        y = pen.heading(quantity, y + 8) + 2
        y = pen.lines(sorted(quantity.numbers, key=lambda number: number.common, reverse=True), y) + 8
    canvas.scale(scale)
    most = max(0.0, *(number.common for number in numbers))
    ticks = [tick for tick in scale.ticks(100) if tick <= most * 1.2]
    canvas.grid(scale, ticks, written.glued(ticks, symbol), 4, y)
    if not scale.log:
        return canvas.figure(y + 26)
    note = f"{symbol}; each grid line is {_factor(ticks)} times the last"
    canvas.write([note], y + 34, At(0.5, align="center"), size=SMALL, color=canvas.colors.muted)
    return canvas.figure(y + 48)


def _column(sources: Mapping[str, str], width_: int) -> float:
    return min(max(width(name, SMALL) for name in sources.values()) + 24, width_ * 0.28)


def _factor(ticks: Sequence[float]) -> str:
    return written.number(ticks[1] / ticks[0]) if len(ticks) > 1 else "10"


@dataclass(frozen=True)
class _Pen:
    """What all groups are drawn with."""

    canvas: Canvas
    scale: geometry.Scale
    sources: Mapping[str, str]

    @property
    def _flush(self) -> At:
        """The left edge of the drawing."""
        return At(shift=EDGE - self.canvas.left)

    def heading(self, quantity: Titled, y: float) -> float:
        """Writes what the accounts are of and how they compare, and returns the height below."""
        canvas, verdict = self.canvas, quantity.verdict
        said = vocabulary.ACCOUNTS[verdict].words if verdict else ""
        how = " · ".join(part for part in (said, quantity.distance) if part)
        color = canvas.colors.warn if signs.ACCOUNTS[verdict] == "unequal" else canvas.colors.muted
        beside = 0 if canvas.narrow else width(how, SMALL + 1, bold=True) + 16
        lines = wrap(quantity.title, canvas.width - 8 - beside, SIZE, bold=True)
        middle = y + tall(len(lines), SIZE) / 2
        canvas.write(lines, middle, self._flush, size=SIZE, bold=True)
        y += tall(len(lines), SIZE)
        if not how:
            return y
        right = At(1, shift=canvas.right, align="right")
        at, middle = (self._flush, y + 9) if canvas.narrow else (right, middle)
        canvas.write([how], middle, at, size=SMALL + 1, color=color, bold=bool(verdict))
        return y + 20 if canvas.narrow else y

    def lines(self, numbers: Sequence[Observation], y: float) -> float:
        """Draws one line per account, the highest first, and returns the height below."""
        canvas, low = self.canvas, numbers[-1].common
        heights: list[float] = []
        for number in numbers:
            middle, y = self._above(number, y) if canvas.narrow else self._around(number, y)
            canvas.stroke(low, number.common, middle, canvas.colors.axis)
            marks.point(canvas, number, middle, marks.style(canvas, number))
            heights.append(middle)
        if len(numbers) > 1:
            canvas.line(low, heights[0], heights[-1], color=canvas.colors.axis, width=1)
        return y

    def _above(self, number: Observation, y: float) -> tuple[float, float]:
        """Writes the words above the place of the mark; returns its height and the height below."""
        label = _label(self.canvas, number, self.sources)
        labels.write(self.canvas, label, y, self._flush)
        return y + label.height + 14, y + label.height + 27

    def _around(self, number: Observation, y: float) -> tuple[float, float]:
        """Writes the source before the place of the mark and the words behind it; returns heights as above."""
        canvas, label = self.canvas, _label(self.canvas, number, self.sources)
        source = _two_lines(self.sources[number.id], canvas.left - 20)
        height = max(30.0, label.height + 8, tall(len(source), SMALL) + 8)
        canvas.write(source, y + height / 2, self._flush, size=SMALL, color=canvas.colors.muted)
        at = At(self.scale.at(number.common), "x", marks.beside(number))
        labels.write(canvas, label, y + (height - label.height) / 2, at)
        return y + height / 2, y + height


def _two_lines(name: str, room: float) -> list[str]:
    first, *rest = wrap(name, room, SMALL)
    return [first, shorten(" ".join(rest), room, SMALL)] if rest else [first]


def _label(canvas: Canvas, number: Observation, sources: Mapping[str, str]) -> Label:
    """An account in its own words, with the common unit where that is another; on a phone the source too."""
    if not canvas.narrow:
        return labels.label(number.label, equal(number), canvas.width * 0.36, bold=True)
    small = " · ".join(part for part in (equal(number), sources[number.id]) if part)
    return labels.label(number.label, small, canvas.width - 8, bold=True)


def _behind(canvas: Canvas, number: Observation, sources: Mapping[str, str]) -> float:
    """The pixels an account takes behind its mark."""
    return marks.beside(number) + (0 if canvas.narrow else _label(canvas, number, sources).width)
