"""Growth and level: what came before as the growth implies it, and what was reached, on one scale of growth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.charts.drawing import geometry, labels, marks
from dashboard.charts.drawing.canvas import At, Canvas, Figure, tall
from dashboard.charts.drawing.content import Drawing, short_sources
from dashboard.charts.drawing.growths import BEFORE, Growth, interval, pair, unpaired
from dashboard.charts.drawing.labels import Label
from dashboard.charts.drawing.marks import Spot
from dashboard.charts.kinds import stated
from dashboard.design.theme import Style
from validation.language import written
from validation.model.observations import Observation

_BAR, _ARROW = 20, 26

# Pixels between "before", "twice" and so on, for all to be readable.
_APART = 56


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """Two bars per growth, before and after, with the growth on the arrow between their ends; without a level, one bar.

    The numbers are changes in percent and the levels they led to (each change's `change_of`); calculated ones of the
    level's indicator are the bases, calculated changes in the level's unit are the steps from one to the other.
    `scheme` and `width` are as for stated numbers.

    Raises
    ------
    ValueError
        where no number is a change in percent that a source states
    """
    canvas = Canvas(scheme, width, left=1, right=6)
    growths = pair(drawing.numbers)
    scale = geometry.scale(list(_ends(canvas, growths)), canvas.room, most=float("inf"))
    y = 0.0
    for growth, detail in zip(growths, _details(growths), strict=True):
        pen = _Pen(canvas, scale, marks.style(canvas, growth.change))
        y = pen.growth(growth, y + 6, detail) + 14
    canvas.scale(scale)
    most = int(max(growth.index for growth in growths) / BEFORE) if scale.pixels(BEFORE) > _APART else 1
    ticks = [BEFORE * i for i in range(1, max(most, 1) + 1)]
    canvas.grid(scale, ticks, [_multiple(tick) for tick in ticks], 30, y)
    rest = drawing.of(unpaired(drawing.numbers))
    if rest.numbers:
        canvas.write(["Also stated"], y + 44, At(shift=labels.EDGE), size=labels.NAME, bold=True)
        y = stated.panels(canvas, stated.longest_first(rest), y + 58, stacked=True, taken=1) - 26
    return canvas.figure(y + 26, barmode="overlay")


def _details(growths: Sequence[Growth]) -> list[str]:
    """What is said after each name: the period where no level says it, the source where there are several."""
    sources = short_sources(growth.change.told_by for growth in growths)
    parts = (
        ("" if growth.level else growth.change.when, sources[growth.change.told_by.id] if len(sources) > 1 else "")
        for growth in growths
    )
    return [" · ".join(part for part in pair if part) for pair in parts]


def _multiple(tick: float) -> str:
    times = round(tick / BEFORE)
    return {1: "before", 2: "twice"}.get(times, f"{times} times")


def _labels(canvas: Canvas, growth: Growth) -> tuple[Label, Label]:
    """The words behind the bar of before and the bar of after."""
    room, base, level = canvas.width * (0.42 if canvas.narrow else 0.48), growth.base, growth.level
    before = labels.label(base.said, _implied(base), room) if base else Label([], below=["before"])
    after = labels.label(level.said, level.when, room, bold=True) if level else Label([])
    return before, after


def _arrow_label(growth: Growth) -> Label:
    after = f"{growth.step.said}, implied" if growth.step else ""
    return Label([growth.said], after if growth.level else "level not stated", bold=True)


def _implied(base: Observation) -> str:
    ends = dict.fromkeys(written.glued(interval(base), base.unit.symbol))
    return f"implied, {' to '.join(ends)}" if len(ends) > 1 else "implied"


def _ends(canvas: Canvas, growths: Sequence[Growth]) -> Iterable[tuple[float, float]]:
    for growth in growths:
        before, after = _labels(canvas, growth)
        if growth.level:
            yield BEFORE, marks.GAP + before.width
            yield growth.index, marks.overhang(growth.level) + after.width
        yield max(growth.index, BEFORE), marks.GAP + 6 + _arrow_label(growth).width


@dataclass(frozen=True)
class _Pen:
    """What all growths are drawn with."""

    canvas: Canvas
    scale: geometry.Scale
    style: Style

    def growth(self, growth: Growth, y: float, when: str) -> float:
        """Draws name, bar of before, arrow and bar of after downward, and returns the height below."""
        before, after = _labels(self.canvas, growth)
        name = labels.label(growth.name, when, self.canvas.width - 8, bold=True)
        labels.write(self.canvas, name, y, At(shift=labels.EDGE))
        y += name.height + 4
        if not growth.level:
            marks.plain_bar(self.canvas, growth.change, BEFORE, Spot(y + _BAR / 2, _BAR), self.style)
            self._arrow(growth, y + _BAR / 2)
            return y + _BAR
        y = self._before(growth, before, y)
        self._arrow(growth, y + _ARROW / 2)
        return self._after(growth.level, growth.index, after, y + _ARROW)

    def _before(self, growth: Growth, label: Label, y: float) -> float:
        height = max(_BAR, label.height)
        spot, number = Spot(y + height / 2, _BAR), growth.base or growth.change
        marks.plain_bar(self.canvas, number, BEFORE, spot, self.style)
        if growth.base:
            self._interval(growth.base, spot.y)
        self._label(label, BEFORE, marks.GAP + 2, y, height)
        return y + height

    def _after(self, level: Observation, index: float, label: Label, y: float) -> float:
        height = max(_BAR, label.height)
        spot = Spot(y + height / 2, _BAR)
        marks.plain_bar(self.canvas, level, index, spot, self.style)
        marks.bar_end(self.canvas, level, index, spot, self.style, self.scale.pixels(index))
        self._label(label, index, marks.overhang(level), y, height)
        return y + height

    def _label(self, label: Label, x: float, shift: float, y: float, height: float) -> None:
        labels.write(self.canvas, label, y + (height - label.height) / 2, At(x, "x", shift))

    def _interval(self, base: Observation, y: float) -> None:
        """A whisker between the ends of the interval in which what came before must lie."""
        low, high = interval(base)
        if low == high or not base.position:
            return
        ink = self.canvas.colors.ink
        ends = [BEFORE * end / float(base.position) for end in (low, high)]
        self.canvas.stroke(*ends, y, ink, 2)
        for end in ends:
            self.canvas.line(end, y - 5, y + 5, color=ink, width=2)

    def _arrow(self, growth: Growth, y: float) -> None:
        """An arrow to scale from before to after, that carries the growth."""
        ends = [BEFORE, growth.index]
        way = 1 if growth.index >= BEFORE else -1
        numbers = [growth.step or growth.change, growth.change]
        self.canvas.traces.append(
            {
                "customdata": [number.id for number in numbers],
                "hoverinfo": "text",
                "hovertext": [marks.hover(number) for number in numbers],
                "line": {"color": self.style.color, "width": 2.5},
                "marker": {"color": self.style.color, "size": [1, 1]},
                "mode": "lines+markers",
                "type": "scatter",
                "x": ends,
                "y": [y, y],
            }
        )
        self.canvas.path(f"M{-8 * way},-7L0,0L{-8 * way},7", growth.index, y, stroke=self.style.color, thick=2.5)
        labels.write(self.canvas, _arrow_label(growth), y - tall(1, labels.NAME) / 2, At(max(ends), "x", marks.GAP))
