"""Several accounts of one quantity on one scale, each in its own words and unit, with how far they are apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import numbers
from dashboard.charts.drawing import geometry, labels, marks
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, tall
from dashboard.charts.drawing.labels import EDGE, Label
from dashboard.charts.drawing.lettering import shorten, width, wrap
from dashboard.charts.quantities import VERDICTS, Quantity, distance, groups, in_time, verdict
from dashboard.charts.rows import Row, common, common_symbol, converted, records, said, short_sources
from dashboard.design.theme import Style

SIZE = 15

# Beyond this quotient of largest and smallest, the small ones would lie on one another at zero.
LINEAR = 25


def draw(rows: pd.DataFrame, *, scheme: str = "light", width: int = 880) -> go.Figure:
    """One group of marks per quantity; a line leads from the lowest account to each higher one.

    Parameters
    ----------
    rows
        Rows of the joined frame with, where accounts differ in unit, `common_value` and `common_symbol`; an
        optional `verdict` (conflict, doubt, scope) marks a group. Groups are as `quantities.groups` makes them.
    scheme, width
        As for stated numbers.
    """
    found = records(rows)
    canvas = Canvas(scheme, width, right=6)
    sources = short_sources(found)
    canvas.left = 10 if canvas.narrow else _column(sources, width)
    scale = geometry.scale([(common(row), _behind(canvas, row, sources)) for row in found], canvas.room, LINEAR)
    pen = _Pen(canvas, scale, sources, marks.source_styles(canvas, found))
    y = 0.0
    for quantity in groups(in_time(found)):
        y = pen.heading(quantity, y + 8) + 2
        y = pen.lines(sorted(quantity.rows, key=common, reverse=True), y) + 8
    canvas.scale(scale)
    ticks = [tick for tick in scale.ticks(100) if tick <= max(map(common, found)) * 1.2]
    canvas.grid(scale, ticks, numbers.glued(ticks, common_symbol(found[0])), 4, y)
    if not scale.log:
        return canvas.figure(y + 26)
    note = f"{common_symbol(found[0])}; each grid line is {_factor(ticks)} times the last"
    canvas.write([note], y + 34, At(0.5, align="center"), size=SMALL, color=canvas.colors.muted)
    return canvas.figure(y + 48)


def _column(sources: Mapping[str, str], width_: int) -> float:
    return min(max(width(name, SMALL) for name in sources.values()) + 24, width_ * 0.28)


def _factor(ticks: Sequence[float]) -> str:
    return numbers.number(ticks[1] / ticks[0]) if len(ticks) > 1 else "10"


@dataclass(frozen=True)
class _Pen:
    """What all groups are drawn with."""

    canvas: Canvas
    scale: geometry.Scale
    sources: Mapping[str, str]
    styles: Mapping[str, Style]

    @property
    def _flush(self) -> At:
        """The left edge of the drawing."""
        return At(shift=EDGE - self.canvas.left)

    def heading(self, quantity: Quantity, y: float) -> float:
        """Writes what the accounts are of and how they compare, and returns the height below."""
        canvas, code = self.canvas, verdict(quantity.rows)
        how = " · ".join(part for part in (VERDICTS.get(code, ""), distance(quantity.rows)) if part)
        colors = {"conflict": canvas.colors.error, "doubt": canvas.colors.warn}
        color = colors.get(code, canvas.colors.muted)
        beside = 0 if canvas.narrow else width(how, SMALL + 1, bold=True) + 16
        lines = wrap(quantity.title, canvas.width - 8 - beside, SIZE, bold=True)
        middle = y + tall(len(lines), SIZE) / 2
        canvas.write(lines, middle, self._flush, size=SIZE, bold=True)
        y += tall(len(lines), SIZE)
        if not how:
            return y
        if not canvas.narrow:
            at = At(1, shift=canvas.right, align="right")
            canvas.write([how], middle, at, size=SMALL + 1, color=color, bold=bool(code))
            return y
        canvas.write([how], y + 9, self._flush, size=SMALL + 1, color=color, bold=bool(code))
        return y + 20

    def lines(self, rows: Sequence[Row], y: float) -> float:
        """Draws one line per account, the highest first, and returns the height below."""
        canvas, low = self.canvas, common(rows[-1])
        heights: list[float] = []
        for row in rows:
            middle, y = self._above(row, y) if canvas.narrow else self._around(row, y)
            canvas.stroke(low, common(row), middle, canvas.colors.axis)
            marks.point(canvas, row, middle, self.styles[row["source_id"]])
            heights.append(middle)
        if len(rows) > 1:
            canvas.line(low, heights[0], heights[-1], color=canvas.colors.axis, width=1)
        return y

    def _above(self, row: Row, y: float) -> tuple[float, float]:
        """Writes the words above the place of the mark; returns its height and the height below."""
        label = _label(self.canvas, row, self.sources)
        labels.write(self.canvas, label, y, self._flush)
        return y + label.height + 14, y + label.height + 27

    def _around(self, row: Row, y: float) -> tuple[float, float]:
        """Writes the source before the place of the mark and the words behind it; returns heights as above."""
        canvas, label = self.canvas, _label(self.canvas, row, self.sources)
        source = _two_lines(self.sources[row["source_id"]], canvas.left - 20)
        height = max(30.0, label.height + 8, tall(len(source), SMALL) + 8)
        canvas.write(source, y + height / 2, self._flush, size=SMALL, color=canvas.colors.muted)
        at = At(self.scale.at(common(row)), "x", marks.beside(row))
        labels.write(canvas, label, y + (height - label.height) / 2, at)
        return y + height / 2, y + height


def _two_lines(name: str, room: float) -> list[str]:
    first, *rest = wrap(name, room, SMALL)
    return [first, shorten(" ".join(rest), room, SMALL)] if rest else [first]


def _label(canvas: Canvas, row: Row, sources: Mapping[str, str]) -> Label:
    """An account in its own words, with the common unit where that is another; on a phone the source too."""
    if not canvas.narrow:
        return labels.label(said(row), converted(row, "= "), canvas.width * 0.36, bold=True)
    small = " · ".join(part for part in (converted(row, "= "), sources[row["source_id"]]) if part)
    return labels.label(said(row), small, canvas.width - 8, bold=True)


def _behind(canvas: Canvas, row: Row, sources: Mapping[str, str]) -> float:
    """The pixels an account takes behind its mark."""
    return marks.beside(row) + (0 if canvas.narrow else _label(canvas, row, sources).width)
