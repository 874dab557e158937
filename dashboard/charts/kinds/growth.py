"""Growth and level: what came before, what it grew to, and what else is stated of it, on one axis from zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.charts.drawing import bars
from dashboard.charts.drawing.bars import Group, Row
from dashboard.charts.drawing.canvas import At, Canvas, Figure
from dashboard.charts.drawing.content import CALCULATED, Drawing
from dashboard.charts.drawing.growths import Growth, pair
from dashboard.charts.drawing.labels import DETAIL
from dashboard.charts.drawing.marks import GAP, Spot, hover, style
from dashboard.charts.kinds import stated
from validation.model.observations import Observation

BEFORE = "The period before"

REFERENCES = "References"


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """A group for each source of a growth: a bar of before, one of after, and between their ends how much it grew.

    The numbers are changes in percent and the levels they led to (each change's `change_of`); calculated ones of the
    level's indicator are the bases. Each unit has an axis of its own, and so have growths without a level, in percent.
    `scheme` and `width` are as for stated numbers.

    Raises
    ------
    ValueError
        where no number is a change in percent that a source states
    """
    canvas, growths = Canvas(scheme, width), pair(drawing.numbers)
    grown = [growth for growth in growths if growth.level]
    rest = [growth.change for growth in growths if not growth.level]
    steps = {growth.step.id for growth in growths if growth.step}
    told = {growth.change.id for growth in grown} | steps
    levels = [number for number in drawing.numbers if number.id not in told and number not in rest]
    groups = _groups(drawing, grown, levels)
    others = bars.grouped(drawing.of(rest)) if rest else []
    bars.margins(canvas, [*groups, *others])
    spots: dict[str, Spot] = {}
    y = stated.panels(canvas, groups, 0, spots=spots)
    for growth in grown:
        _step(canvas, growth, spots)
    return canvas.figure(stated.panels(canvas, others, y, taken=len(canvas.axes)), barmode="overlay")


def _groups(drawing: Drawing, grown: Sequence[Growth], levels: Sequence[Observation]) -> list[Group]:
    """What each document says of each thing, with what came before; then what references say of it."""
    found: dict[tuple[str, str, str], list[Row]] = {}
    growths = {growth.level.id: growth for growth in grown if growth.level}
    bases = {growth.base.id for growth in grown if growth.base}
    for number in sorted((one for one in levels if one.id not in bases), key=_order):
        growth = growths.get(number.id)
        what = ", ".join(filter(None, (drawing.names[number.id].title, drawing.where(number))))
        named = _whose(drawing, number), what
        rows = found.setdefault((*named, number.indicator.unit.sign), [])
        if growth and growth.base:
            rows.append(Row(growth.base, BEFORE, after=CALCULATED))
        one = bars.row(drawing, number)
        small = one.small if number.told_by.is_reference else ""
        base, above = (growth.base, growth.said) if growth and growth.base else (None, "")
        rows.append(replace(one, small=small, after=_after(one.after, growth), above=above, since=base))
    whats = ["", *(what for _, what, _ in found)]
    groups = zip(whats, found.items(), strict=False)
    return [Group(name, what if what != before else "", rows) for before, ((name, what, _), rows) in groups]


def _after(words: str, growth: Growth | None) -> str:
    """What is said after a level: how much it grew, where no arrow says it."""
    grew = growth.said if growth and not growth.base else ""
    return ", ".join(part for part in (words, grew) if part)


def _whose(drawing: Drawing, number: Observation) -> str:
    return REFERENCES if number.told_by.is_reference else bars.teller(drawing, number)


def _order(number: Observation) -> tuple[bool, tuple[float, float]]:
    return number.told_by.is_reference, number.period.days if number.period else (0, 0)


def _step(canvas: Canvas, growth: Growth, spots: Mapping[str, Spot]) -> None:
    """An arrow from the end of before to the value of after, which carries the growth."""
    if not (growth.base and growth.level):
        return
    before, after = growth.base.common, growth.level.common
    top, bottom = spots[growth.base.id], spots[growth.level.id]
    color, axis = style(canvas, growth.change).color, bottom.axis
    way = 1 if after >= before else -1
    y = bottom.over
    canvas.traces.append(
        {
            "customdata": [growth.change.id] * 3,
            "hoverinfo": "text",
            "hovertext": [hover(canvas, growth.change)] * 3,
            "line": {"color": color, "width": 1.5},
            "mode": "lines",
            "type": "scatter",
            "x": [before, before, after],
            "xaxis": axis,
            "y": [top.y + top.half, y, y],
        }
    )
    if after != before:
        canvas.path(f"M{-6 * way},-4L0,0L{-6 * way},4", after, y, axis=axis, stroke=color, thick=1.5)
    at = At(max(before, after), axis, GAP)
    canvas.write([growth.said], y - 2, at, size=DETAIL, color=color, bold=True)
