"""Shares side by side: a group per indicator, in it a bar per account, all on an axis from 0 to 100%."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.drawing import bars
from dashboard.charts.drawing.canvas import Canvas, Figure
from dashboard.charts.drawing.content import Drawing
from validation.model.observations import Observation


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """Bars on an axis that goes on to the whole, so that the rest shows; accounts of one share lie under one another.

    `scheme` and `width` are as for stated numbers.
    """
    canvas = Canvas(scheme, width)
    groups = bars.grouped(drawing.of(sorted(drawing.numbers, key=_rank)))
    bars.margins(canvas, groups)
    return canvas.figure(bars.Panel(canvas, groups, full=bars.WHOLE).draw(0), barmode="overlay")


def overlap(numbers: Sequence[Observation]) -> str:
    """A sentence where the shares of one source add up to more than the whole, so that they must overlap."""
    sums: dict[tuple, float] = {}
    for number in numbers:
        if not number.is_calculated:
            key = (number.told_by.id, number.area.id, number.days)
            sums[key] = sums.get(key, 0) + number.common
    return "The shares overlap: they add up to more than 100%." if max(sums.values(), default=0) > bars.WHOLE else ""


def _rank(number: Observation) -> tuple[bool, float]:
    return number.is_calculated, -number.top
