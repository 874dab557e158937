"""The strokes of a chart of lines: its grid over the years, lines, bands, and single numbers among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.charts.drawing import doubts, geometry, labels, lines, marks
from dashboard.charts.drawing.canvas import SMALL, At, Canvas
from dashboard.charts.drawing.geometry import Box
from dashboard.charts.drawing.lettering import width as text_width
from dashboard.charts.drawing.lines import Band, Line
from dashboard.charts.drawing.marks import Spot
from dashboard.charts.drawing.plot import Plot
from dashboard.design import theme
from validation.language import calendar, written
from validation.model.observations import Observation

OTHER, POINT = 1.3, 7
"""Pixels: how thick a line is that is not the hero, and the largest mark on a line."""

# Pixels: how thick the edges of a band are, how wide a mark is at least for its hatch to show, and how high.
_EDGE, _HATCHED, _HIGH = 1.0, 18, 9

# Round years are named that are no nearer to the first and the last than so much of what is between two of them.
_NEAREST = 0.7


class Look(NamedTuple):
    """How a line is drawn, and how its name is written."""

    color: str
    ink: str
    thick: float
    symbol: str
    bold: bool


@dataclass(frozen=True)
class Pen:
    """What the whole chart is drawn with; `hovers` are the words of each number, by its id."""

    canvas: Canvas
    plot: Plot
    hovers: Mapping[str, str]

    def grid(self, sign: str) -> Box:
        """Draws level lines at round values and writes what these are, years below; returns where the highest stands.

        That one has the unit and stands over its line, where no value is.
        """
        canvas, plot, muted = self.canvas, self.plot, self.canvas.colors.muted
        texts = ticks(plot.ticks, sign)
        for tick, text in zip(plot.ticks, texts, strict=True):
            canvas.level(plot.y(tick), canvas.colors.grid if tick else canvas.colors.axis, "solid")
            if tick != plot.ticks[-1]:
                canvas.write([text], plot.y(tick), At(shift=-8, align="right"), size=SMALL, color=muted)
        canvas.write([texts[-1]], plot.top - 11, At(shift=labels.EDGE - canvas.left), size=SMALL, color=muted)
        self._years()
        return Box(-canvas.left, plot.top - 22, text_width(texts[-1], SMALL) - canvas.left + 6, plot.top)

    def _years(self) -> None:
        """The first year, the last and round ones that aren't too near, as far as there is room, with a tick each."""
        canvas, years = self.canvas, self.plot.years
        first, last = int(years.low // 1), int(-(-years.high // 1)) - 1
        round_ones = geometry.ticks(last, max(2, int(canvas.room / 70)), first, whole=True)
        near = _NEAREST * (years.pixels(round_ones[1]) - years.pixels(round_ones[0])) if len(round_ones) > 1 else 0.0
        taken: list[tuple[float, float]] = []
        for year in dict.fromkeys((first, last, *map(int, round_ones))):
            text = calendar.in_era(year)
            size = text_width(text, SMALL)
            middle = min(max(year + 0.5, years.low), years.high)
            moved = canvas.inside(years.pixels(middle), size + 4)
            x, half = years.pixels(middle) + moved, max(size / 2 + 6, near / 2)
            if all(x + half <= left or x - half >= right for left, right in taken):
                taken.append((x - half, x + half))
                canvas.line(middle, self.plot.bottom, self.plot.bottom + 4, color=canvas.colors.axis, width=1)
                at = At(middle, "x", moved, "center")
                canvas.write([text], self.plot.bottom + 15, at, size=SMALL, color=canvas.colors.muted)

    def line(self, line: Line, look: Look) -> None:
        """A line with a mark for each number, hollow where it is calculated; none joins over missing years."""
        size = max(2.5, min(POINT, 0.6 * self.plot.years.room / len(line.numbers)))
        paper = self.canvas.colors.paper
        for run in line.runs:
            # With sizes of their own plotly would make marks translucent and outline them.
            marker = {
                "color": [paper if number.is_own else look.color for number in run],
                "line": {
                    "color": look.color,
                    "width": [OTHER * (number.is_own or bool(doubts.look(number))) for number in run],
                },
                "opacity": 1,
                "size": [POINT if number is line.numbers[-1] else size for number in run],
                "symbol": _symbols(run, look.symbol),
            }
            self._trace(run, line.name, look.color, look.thick, marker=marker, mode="lines+markers")

    def band(self, band: Band) -> None:
        """Two thin lines with a pale band between; of a number by itself a mark of each."""
        colors = self.canvas.colors
        for one, other in zip(band.one.runs, band.other.runs, strict=True):
            how = {"mode": "lines" if len(one) > 1 else "markers", "marker": {"color": colors.ref, "size": 4}}
            self._trace(one, band.one.name, colors.ref, _EDGE, **how)
            self._trace(other, band.other.name, colors.ref, _EDGE, **how, fill="tonexty", fillcolor=colors.ref_pale)

    def _trace(self, run: Sequence[Observation], name: str, color: str, thick: float, **more: object) -> None:
        self.canvas.traces.append(
            {
                "cliponaxis": False,
                "customdata": [number.id for number in run],
                "hoverinfo": "none",  # assets/points.js shows it at the top
                "hovertext": [self.hovers[number.id] for number in run],
                "line": {"color": color, "width": thick},
                "name": name,
                "type": "scatter",
                "x": [lines.when(number) for number in run],
                "y": [number.common for number in run],
                "yaxis": "y2",
            }
            | more
        )

    def single(self, number: Observation, size: float) -> Box:
        """A mark in the middle of a number's period, of a part of a year a hatched one over its months; where it is."""
        canvas, (x, y), style = self.canvas, self.plot.place(number), marks.style(self.canvas, number)
        if number.upper is not None:
            color = theme.faded(style.color, marks.SPAN)
            canvas.line(lines.when(number), self.plot.y(number.top), y, color=color, width=6)
        marks.point(canvas, number, y, style, size=size, at=lines.when(number))
        wide = self._hatched(number, x, style) if number.is_part_year else size
        said = {"hoverinfo": "none", "hovertext": [self.hovers[number.id]]}
        canvas.traces[-1] |= {**said, "y": [number.common], "yaxis": "y2"}
        return Box(x - wide / 2 - 2, y - size / 2 - 2, x + wide / 2 + 2, y + size / 2 + 2)

    def _hatched(self, number: Observation, x: float, style: theme.Style) -> float:
        """Puts a hatched mark over the months of a number in the place of its last one, and returns its width."""
        years = self.plot.years
        wide = max(_HATCHED, years.pixels(lines.span(number)[1]) - years.pixels(lines.span(number)[0]))
        first, last = years.value(x - wide / 2), years.value(x + wide / 2)
        self.canvas.traces.pop()
        high = self.plot.value(0) - self.plot.value(_HIGH)
        marks.plain_bar(self.canvas, number, last - first, Spot(0, high), style)
        self.canvas.traces[-1] |= {"base": [first]}
        return wide


def ticks(values: Sequence[float], sign: str) -> list[str]:
    """What the ticks are, from the lowest: all with the unit's sign if it is glued on, the highest with all of it."""
    texts = written.glued(values, sign)
    scale = texts[-1].partition(" ")[1:]
    bare = [text.removesuffix("".join(scale)) for text in texts]
    shared = all(text != short for text, short, value in zip(texts, bare, values, strict=True) if value)
    below = zip(values[:-1], bare if shared else texts, strict=False)
    return [*(text if value else "0" for value, text in below), written.amount(values[-1], sign, 4)]


def _symbols(run: Sequence[Observation], symbol: str) -> str | list[str]:
    """The symbol of a line's points, each by itself where some are no facts."""
    looks = [doubts.look(number) for number in run]
    return [symbol + (look.symbol if look else "") for look in looks] if any(looks) else symbol
