"""Series as lines with direct labels; documents' numbers are marked on them, and no line joins two sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from dashboard.charts.drawing import geometry, labels, lines, marks
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, Figure, tall
from dashboard.charts.drawing.content import Drawing
from dashboard.charts.drawing.geometry import Box, Scale
from dashboard.charts.drawing.lettering import shorten, wrap
from dashboard.charts.drawing.lettering import width as text_width
from dashboard.charts.drawing.lines import Line
from dashboard.design import theme
from dashboard.design.theme import Style
from validation.language import periods, written
from validation.model.observations import Observation

PLOT, NARROW_PLOT = 340, 280
_ASIDE = 156
_TICKS = 5


@dataclass(frozen=True)
class Frame:
    """Where years and values are in the drawing; `top` and `bottom` are the heights of `high` and `low`."""

    years: Scale
    low: float
    high: float
    top: float
    bottom: float

    @property
    def ticks(self) -> list[float]:
        """Round values, with a line each."""
        return geometry.ticks(self.high, _TICKS, self.low)

    def y(self, value: float) -> float:
        """The height of a value in pixels from the top."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def value(self, y: float) -> float:
        """The value at a height."""
        return self.low + (self.bottom - y) / (self.bottom - self.top) * (self.high - self.low)


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """A line per source, indicator and area; broken where the source changes.

    A number that is in no line, such as a document's one number or a year to date, is marked where its period is and
    labeled in its words. One without a period has no place here. `scheme` and `width` are as for stated numbers.

    Raises
    ------
    ValueError
        where no number has a period
    """
    canvas, numbers = Canvas(scheme, width), lines.dated(drawing.numbers)
    drawn, singles = lines.split(numbers)
    styles = {line.name: marks.style(canvas, line.numbers[0]) for line in drawn}
    low, high = _values(numbers)
    symbol = numbers[0].indicator.unit.sign
    _margins(canvas, written.glued(geometry.ticks(high, _TICKS, low), symbol))
    key = _key(canvas, styles) if canvas.narrow and len(styles) > 1 else 0.0
    pen = _Pen(canvas, _frame(canvas, numbers, key), styles, _named_alone(drawn))
    pen.grid(symbol)
    pen.breaks(lines.breaks(drawn), key)
    for line in drawn:
        pen.line(line)
    if not canvas.narrow:
        pen.names(drawn)
    pen.singles(singles, drawn, drawing.sources)
    canvas.scale(pen.frame.years)
    height = round(pen.frame.bottom + 28)
    values = {"range": [pen.frame.value(height), pen.frame.value(0)], "overlaying": "y", "visible": False}
    return canvas.figure(height, yaxis2=values)


def _key(canvas: Canvas, styles: Mapping[str, Style]) -> float:
    room = canvas.width - 30
    entries = [("■", style.color, shorten(name, room, 14)) for name, style in styles.items()]
    return marks.write_key(canvas, entries)


def _margins(canvas: Canvas, texts: Sequence[str]) -> None:
    """Room for the values on the left and the lines' names on the right; a phone has both inside or above."""
    if canvas.narrow:
        canvas.left, canvas.right = 1, 12
        return
    canvas.left = max(text_width(text, SMALL) for text in texts) + 14
    canvas.right = _ASIDE + 20


def _frame(canvas: Canvas, numbers: Sequence[Observation], key: float) -> Frame:
    top, plot = key + 30, NARROW_PLOT if canvas.narrow else PLOT
    spans = [lines.span(number) for number in numbers]
    years = Scale(min(first for first, _ in spans), max(last for _, last in spans), canvas.room)
    return Frame(years, *_values(numbers), top, top + plot)


def _values(numbers: Sequence[Observation]) -> tuple[float, float]:
    """The ends of the axis: ticks, for the largest value to be read against."""
    low, high = min(number.common for number in numbers), max(number.top for number in numbers)
    return geometry.bounds(low, high, _TICKS)


def _named_alone(drawn: Sequence[Line]) -> Set[str]:
    """The indicator that all lines are of, which a single number's label need not name."""
    found = frozenset(line.numbers[0].indicator.id for line in drawn)
    return found if len(found) == 1 else frozenset()


@dataclass(frozen=True)
class _Pen:
    """What the whole chart is drawn with."""

    canvas: Canvas
    frame: Frame
    styles: Mapping[str, Style]
    indicators: Set[str]

    def grid(self, symbol: str) -> None:
        """Level lines at round values, and round years below."""
        canvas, frame, muted = self.canvas, self.frame, self.canvas.colors.muted
        for tick, label in zip(frame.ticks, written.glued(frame.ticks, symbol), strict=True):
            dash, color = ("dot", canvas.colors.grid) if tick else ("solid", canvas.colors.axis)
            canvas.level(frame.y(tick), color, dash)
            if not canvas.narrow:
                canvas.write([label], frame.y(tick), At(shift=-8, align="right"), size=SMALL, color=muted)
            elif tick:
                canvas.write([label], frame.y(tick) - 10, At(shift=labels.EDGE), size=SMALL, color=muted, backed=False)
        count = max(2, int(canvas.room / 70))
        for year in geometry.ticks(frame.years.high - 1, count, frame.years.low):
            if year == int(year):
                text = periods.in_era(int(year))
                shift = canvas.inside(frame.years.pixels(year + 0.5), text_width(text, SMALL) + 4)
                at = At(year + 0.5, "x", shift, "center")
                canvas.write([text], frame.bottom + 14, at, size=SMALL, color=muted)

    def breaks(self, years: Sequence[float], top: float) -> None:
        """An upright line where the source changes."""
        canvas, frame = self.canvas, self.frame
        for year in years:
            canvas.line(year, top + 22, frame.bottom, color=canvas.colors.muted, width=1, dash="dash")
            size = text_width("source changes", SMALL) + 6
            at = At(year, "x", canvas.inside(frame.years.pixels(year), size), "center")
            canvas.write(["source changes"], top + 11, at, size=SMALL, color=canvas.colors.muted)

    def line(self, line: Line) -> None:
        """One source's line with a small mark for each number, open where it is calculated."""
        style, narrow = self.styles[line.name], self.canvas.narrow
        symbols = [f"{style.symbol}{'-open' * number.is_calculated}" for number in line.numbers]
        self.canvas.traces.append(
            {
                "cliponaxis": False,
                "customdata": [number.id for number in line.numbers],
                "hoverinfo": "text",
                "hovertext": [marks.hover(number) for number in line.numbers],
                "line": {"color": style.color, "width": 2.2},
                "marker": {"color": style.color, "size": 4.5 if narrow else 6, "symbol": symbols},
                "mode": "lines+markers",
                "name": line.name,
                "type": "scatter",
                "x": line.xs,
                "y": line.ys,
                "yaxis": "y2",
            }
        )

    def names(self, drawn: Sequence[Line]) -> None:
        """The lines' names in a column at their ends' heights; a dotted line leads from an end that is far."""
        ordered = sorted(drawn, key=lambda line: self.frame.y(line.ys[-1]))
        texts = [wrap(line.name, _ASIDE, 14, bold=True) for line in ordered]
        wanted = [self.frame.y(line.ys[-1]) for line in ordered]
        sizes = [tall(len(text), 14) + 6 for text in texts]
        middles = geometry.spread(wanted, sizes, self.frame.top - 24, self.frame.bottom)
        for line, text, y, end in zip(ordered, texts, middles, wanted, strict=True):
            color = self.styles[line.name].color
            self.canvas.write(text, y, At(1, shift=16), size=14, color=color, bold=True)
            if self.frame.years.high - line.xs[-1] > 1:
                points = [(line.xs[-1], end), (self.frame.years.value(self.canvas.room - 8), end)]
                self.canvas.route([*points, (self.frame.years.high, y)], color, dash="dot")

    def singles(self, numbers: Sequence[Observation], drawn: Sequence[Line], sources: Mapping[str, str]) -> None:
        """Marks for numbers that are in no line, with their words beside them as long as there is room."""
        points = [point for line in drawn for point in geometry.along([*map(self._pixel, line.numbers)], 4)]
        points += map(self._pixel, numbers)
        taken = self._tick_boxes() if self.canvas.narrow else []
        for number in numbers:
            label = self._words(number, sources)
            box = geometry.beside(*self._pixel(number), (label.width, label.height), self._edge, points, taken)
            if box:
                taken.append(box)
                self._leader(self._pixel(number), box)
                labels.write(self.canvas, label, box.top, At(shift=box.left))
            self._single(number)

    def _single(self, number: Observation) -> None:
        canvas, (_, y) = self.canvas, self._pixel(number)
        style = marks.style(canvas, number)
        color = style.color
        first, last = lines.span(number)
        if last - first < 1:
            canvas.route([(first, y), (last, y)], color, thick=4)
        if number.upper is not None:
            span = theme.faded(color, marks.SPAN)
            canvas.line(lines.when(number), self.frame.y(number.top), y, color=span, width=6)
        marks.point(canvas, number, y, style, size=13, at=lines.when(number))
        canvas.traces[-1] |= {"y": [number.common], "yaxis": "y2"}

    def _words(self, number: Observation, sources: Mapping[str, str]) -> labels.Label:
        own = "" if number.indicator.id in self.indicators else f"{number.indicator.name}, "
        small = f"{own}{sources[number.id]}, {number.when}"
        return labels.label(number.label, small, 140 if self.canvas.narrow else 220, bold=True)

    @property
    def _edge(self) -> Box:
        return Box(4, self.frame.top - 26, self.canvas.room - 2, self.frame.bottom - 2)

    def _tick_boxes(self) -> list[Box]:
        """What the values take that stand inside a narrow drawing."""
        heights = [self.frame.y(tick) for tick in self.frame.ticks]
        return [Box(0, y - 20, 90, y - 2) for y in heights]

    def _pixel(self, number: Observation) -> tuple[float, float]:
        return self.frame.years.pixels(lines.when(number)), self.frame.y(number.common)

    def _leader(self, point: tuple[float, float], box: Box) -> None:
        """A thin line from a mark to the nearest point of its label, where that is not close by."""
        x, y = point
        near = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
        ends = [(self.frame.years.value(pixels), height) for pixels, height in (point, near)]
        if abs(near[0] - x) + abs(near[1] - y) > 14:
            self.canvas.route(ends, self.canvas.colors.ink)
