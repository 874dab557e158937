"""Growth and level: what came before as the growth implies it, and what was reached, on one scale of growth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dashboard.charts.drawing import geometry, labels, marks
from dashboard.charts.drawing.canvas import At, Canvas, Figure, tall
from dashboard.charts.drawing.content import Drawing, short_sources
from dashboard.charts.drawing.labels import Label
from dashboard.charts.drawing.marks import Spot
from dashboard.charts.kinds import stated
from dashboard.design.theme import Style
from validation import vocabulary
from validation.language import written
from validation.language.written import capitalized
from validation.model.observations import Observation

# What came before is drawn at one length for all, so that growths of different things can be compared.
BEFORE = 100.0

_CHANGE_WORDS = re.compile(
    r"^(growth|rise|increase|decrease|fall|decline|drop|change) (in|of) | (growth|rise|increase|decrease|change)$",
    re.IGNORECASE,
)
_BAR, _ARROW = 20, 26

# Pixels between "before", "twice" and so on, for all to be readable.
_APART = 56


@dataclass(frozen=True)
class Growth:
    """A change in percent, with the level it led to, the base and the step it implies where there are such."""

    change: Observation
    level: Observation | None = None
    base: Observation | None = None
    step: Observation | None = None

    @property
    def name(self) -> str:
        """What grew."""
        return self.level.indicator.name if self.level else subject(self.change.indicator.name)

    @property
    def index(self) -> float:
        """What was reached, where what came before is 100."""
        return BEFORE + self.change.common

    @property
    def said(self) -> str:
        """The change in its source's words: "up 41.3%"."""
        return f"{'up' if self.change.common >= 0 else 'down'} {self.change.said.lstrip('+-−')}"

    @property
    def numbers(self) -> list[Observation]:
        """What it is made of."""
        return [number for number in (self.change, self.level, self.base, self.step) if number]


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


def pair(numbers: Sequence[Observation]) -> list[Growth]:
    """The changes in percent among the numbers with their level, base and step: those with a level first, by size."""
    levels = [number for number in numbers if not _is_change(number) and not number.is_calculated]
    bases = [number for number in numbers if not _is_change(number) and number.is_calculated]
    steps = [number for number in numbers if _is_change(number) and number.is_calculated]
    changes = [number for number in numbers if _is_change(number) and _is_stated_in_percent(number)]
    growths = []
    for change in sorted(changes, key=lambda number: number.source.is_reference):
        level = _taken(levels, change, lambda other, of=change: _leads_to(of, other) and other.days == of.days)
        base = _taken(bases, change, lambda other, of=change: _leads_to(of, other))
        step = _taken(steps, change, lambda other, of=change: _steps_to(of, other))
        growths.append(Growth(change, level, base, step))
    return sorted(growths, key=lambda growth: (growth.level is None, -abs(growth.change.common)))


def unpaired(numbers: Sequence[Observation]) -> list[Observation]:
    """The numbers that belong to no change."""
    used = {number.id for growth in pair(numbers) for number in growth.numbers}
    return [number for number in numbers if number.id not in used]


def fits(numbers: Sequence[Observation]) -> bool:
    """Whether numbers are changes in percent with the levels and bases that belong to them, and nothing else."""
    growths = pair(numbers)
    return bool(growths) and all(growth.index > 0 for growth in growths) and not unpaired(numbers)


def subject(name: str) -> str:
    """What changes, from the name of a change: "Growth of exports" and "Exports growth" are "Exports"."""
    return capitalized(_CHANGE_WORDS.sub("", name))


def interval(number: Observation) -> tuple[float, float]:
    """The interval a calculated number must lie in: its bounds, else what rounding leaves open."""
    amount = number.amount
    if amount.low is not None and amount.high is not None:
        return float(amount.low), float(amount.high)
    return float(amount.rounded_low), float(amount.rounded_high)


def _is_change(number: Observation) -> bool:
    return number.indicator.measure == vocabulary.CHANGE


def _is_stated_in_percent(number: Observation) -> bool:
    return number.indicator.unit.sign == "%" and not number.is_calculated


def _leads_to(change: Observation, level: Observation) -> bool:
    return level.indicator.id == change.indicator.change_of and level.area == change.area


def _steps_to(change: Observation, step: Observation) -> bool:
    of = change.indicator.change_of
    return bool(of) and step.indicator.change_of == of and step.area == change.area


def _taken(
    others: list[Observation], change: Observation, belongs: Callable[[Observation], bool]
) -> Observation | None:
    """The first of the others that belongs to a change, one of its source before others; taken out, as it is of one."""
    found = [other for other in others if belongs(other)]
    best = max(found, key=lambda other: other.source.id == change.source.id, default=None)
    if best is not None:
        others.remove(best)
    return best


def _details(growths: Sequence[Growth]) -> list[str]:
    """What is said after each name: the period where no level says it, the source where there are several."""
    sources = short_sources(growth.change.source for growth in growths)
    parts = (
        ("" if growth.level else growth.change.when, sources[growth.change.source.id] if len(sources) > 1 else "")
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
            marks.plain_bar(self.canvas, growth.change, BEFORE, Spot(y + _BAR / 2, _BAR), self.style, pale=True)
            self._arrow(growth, y + _BAR / 2)
            return y + _BAR
        y = self._before(growth, before, y)
        self._arrow(growth, y + _ARROW / 2)
        return self._after(growth.level, growth.index, after, y + _ARROW)

    def _before(self, growth: Growth, label: Label, y: float) -> float:
        height = max(_BAR, label.height)
        spot, number = Spot(y + height / 2, _BAR), growth.base or growth.change
        marks.plain_bar(self.canvas, number, BEFORE, spot, self.style, pale=True)
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
