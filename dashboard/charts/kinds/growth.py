"""Growth and level: what came before as the growth implies it, and what was reached, on one scale of growth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import numbers
from dashboard.charts.drawing import geometry, labels, marks
from dashboard.charts.drawing.canvas import At, Canvas, tall
from dashboard.charts.drawing.labels import Label
from dashboard.charts.kinds import stated
from dashboard.charts.quantities import in_time
from dashboard.charts.rows import Row, derived, hover, period, records, said, short_sources, top
from dashboard.design.theme import Style

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
    """A change in percent, with the level it led to, the base and the step it implies where there are rows for them."""

    change: Row
    level: Row | None = None
    base: Row | None = None
    step: Row | None = None

    @property
    def name(self) -> str:
        """What grew."""
        return self.level["indicator"] if self.level else subject(self.change["indicator"])

    @property
    def index(self) -> float:
        """What was reached, where what came before is 100."""
        return BEFORE + self.change["value"]

    @property
    def said(self) -> str:
        """The change in its source's words: "up 41.3%"."""
        return f"{'up' if self.change['value'] >= 0 else 'down'} {said(self.change).lstrip('+-−')}"

    @property
    def rows(self) -> list[Row]:
        """The rows it is made of."""
        return [row for row in (self.change, self.level, self.base, self.step) if row]


def draw(rows: pd.DataFrame, *, scheme: str = "light", width: int = 880) -> go.Figure:
    """Two bars per growth, before and after, with the growth on the arrow between their ends; without a level, one bar.

    `rows` are changes in percent and the levels they led to (each change's `change_of`); derived rows of the
    level's indicator are the bases, derived changes in the level's unit are the steps from one to the other.
    `scheme` and `width` are as for stated numbers.
    """
    canvas = Canvas(scheme, width, left=1, right=6)
    found = records(rows)
    growths = pair(found)
    scale = geometry.scale(list(_ends(canvas, growths)), canvas.room, most=float("inf"))
    y = 0.0
    for growth, detail in zip(growths, _details(growths), strict=True):
        pen = _Pen(canvas, scale, marks.style(canvas, growth.change))
        y = pen.growth(growth, y + 6, detail) + 14
    canvas.scale(scale)
    most = int(max(growth.index for growth in growths) / BEFORE) if scale.pixels(BEFORE) > _APART else 1
    ticks = [BEFORE * i for i in range(1, max(most, 1) + 1)]
    canvas.grid(scale, ticks, [_multiple(tick) for tick in ticks], 30, y)
    rest = unpaired(found)
    if rest:
        canvas.write(["Also stated"], y + 44, At(shift=labels.EDGE), size=labels.NAME, bold=True)
        y = stated.panels(canvas, in_time(sorted(rest, key=top, reverse=True)), y + 58, stacked=True, taken=1) - 26
    return canvas.figure(y + 26, barmode="overlay")


def pair(rows: Sequence[Row]) -> list[Growth]:
    """The changes in percent among the rows with their level, base and step: those with a level first, by size."""
    levels = [row for row in rows if row["measure"] != "change" and not derived(row)]
    bases = [row for row in rows if row["measure"] != "change" and derived(row)]
    steps = [row for row in rows if row["measure"] == "change" and derived(row)]
    growths = []
    for row in sorted(rows, key=lambda row: row["source_kind"] == "reference"):
        if row["measure"] == "change" and not derived(row):
            level = _taken(levels, row, "indicator_id", ("area_id", "period", "period_basis"))
            base = _taken(bases, row, "indicator_id", ("area_id",))
            growths.append(Growth(row, level, base, _taken(steps, row, "change_of", ("area_id",))))
    return sorted(growths, key=lambda growth: (growth.level is None, -abs(growth.change["value"])))


def unpaired(rows: Sequence[Row]) -> list[Row]:
    """The rows that belong to no change."""
    used = {row["observation_id"] for growth in pair(rows) for row in growth.rows}
    return [row for row in rows if row["observation_id"] not in used]


def _details(growths: Sequence[Growth]) -> list[str]:
    """What is said after each name: the period where no level says it, the source where there are several."""
    sources = short_sources(growth.change for growth in growths)
    parts = (
        ("" if growth.level else period(growth.change), sources[growth.change["source_id"]] if len(sources) > 1 else "")
        for growth in growths
    )
    return [" · ".join(part for part in pair if part) for pair in parts]


def fits(rows: Sequence[Row]) -> bool:
    """Whether rows are changes in percent with the levels and bases that belong to them, and nothing else."""
    growths = pair(rows)
    in_percent = all(growth.change["symbol"] == "%" and growth.change["value"] > -BEFORE for growth in growths)
    return bool(growths) and in_percent and not unpaired(rows)


def subject(name: str) -> str:
    """What changes, from the name of a change: "Growth of exports" and "Exports growth" are "Exports"."""
    bare = _CHANGE_WORDS.sub("", name)
    return bare[:1].upper() + bare[1:]


def interval(row: Row) -> tuple[float, float]:
    """The interval a calculated number must lie in: its bounds, else what rounding leaves open."""
    if row["low"] is not None and row["high"] is not None:
        return row["low"], row["high"]
    if row["rounded_low"] is None or row["rounded_high"] is None:
        return row["value"], row["value"]
    return row["rounded_low"], row["rounded_high"]


def _taken(others: list[Row], change: Row, names: str, alike: tuple[str, ...]) -> Row | None:
    """The row that `names` what the change is of, of the same area and so on, taken out: it belongs to one change."""
    found = [row for row in others if change["change_of"] and row[names] == change["change_of"]]
    fitting = [row for row in found if all(row[key] == change[key] for key in alike)]
    best = max(fitting, key=lambda row: row["source_id"] == change["source_id"], default=None)
    if best is not None:
        others.remove(best)
    return best


def _multiple(tick: float) -> str:
    times = round(tick / BEFORE)
    return {1: "before", 2: "twice"}.get(times, f"{times} times")


def _labels(canvas: Canvas, growth: Growth) -> tuple[Label, Label]:
    """The words behind the bar of before and the bar of after."""
    room = canvas.width * (0.42 if canvas.narrow else 0.48)
    before = labels.label(said(growth.base), _implied(growth.base), room) if growth.base else None
    after = labels.label(said(growth.level), period(growth.level), room, bold=True) if growth.level else None
    return before or Label([], below=["before"]), after or Label([])


def _arrow_label(growth: Growth) -> Label:
    after = f"{said(growth.step)}, implied" if growth.step else ""
    return Label([growth.said], after if growth.level else "level not stated", bold=True)


def _implied(base: Row) -> str:
    low, high = interval(base)
    ends = dict.fromkeys(numbers.glued([low, high], base["symbol"]))
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
            marks.plain_bar(self.canvas, growth.change, BEFORE, y + _BAR / 2, _BAR, self.style, pale=True)
            self._arrow(growth, y + _BAR / 2)
            return y + _BAR
        y = self._before(growth, before, y)
        self._arrow(growth, y + _ARROW / 2)
        return self._after(growth.level, growth.index, after, y + _ARROW)

    def _before(self, growth: Growth, label: Label, y: float) -> float:
        height, row = max(_BAR, label.height), growth.base or growth.change
        marks.plain_bar(self.canvas, row, BEFORE, y + height / 2, _BAR, self.style, pale=True)
        if growth.base:
            self._interval(growth.base, y + height / 2)
        self._label(label, BEFORE, marks.GAP + 2, y, height)
        return y + height

    def _after(self, level: Row, index: float, label: Label, y: float) -> float:
        height = max(_BAR, label.height)
        marks.plain_bar(self.canvas, level, index, y + height / 2, _BAR, self.style)
        marks.bar_end(self.canvas, level, index, y + height / 2, _BAR, self.style, self.scale.pixels(index))
        self._label(label, index, marks.overhang(level), y, height)
        return y + height

    def _label(self, label: Label, x: float, shift: float, y: float, height: float) -> None:
        labels.write(self.canvas, label, y + (height - label.height) / 2, At(x, "x", shift))

    def _interval(self, base: Row, y: float) -> None:
        """A whisker between the ends of the interval in which what came before must lie."""
        low, high = interval(base)
        if low == high:
            return
        ink = self.canvas.colors.ink
        ends = [BEFORE * end / base["value"] for end in (low, high)]
        self.canvas.stroke(*ends, y, ink, 2)
        for end in ends:
            self.canvas.line(end, y - 5, y + 5, color=ink, width=2)

    def _arrow(self, growth: Growth, y: float) -> None:
        """An arrow to scale from before to after, that carries the growth."""
        ends = [BEFORE, growth.index]
        way = 1 if growth.index >= BEFORE else -1
        rows = [growth.step or growth.change, growth.change]
        self.canvas.traces.append(
            {
                "customdata": [row["observation_id"] for row in rows],
                "hoverinfo": "text",
                "hovertext": [hover(row) for row in rows],
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
