"""Shares side by side: one block per indicator, in it one bar per account, all on an axis from 0 to 100%."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.drawing import bars, marks
from dashboard.charts.drawing.canvas import Canvas, Figure
from dashboard.charts.drawing.content import Drawing
from validation.model.observations import Observation

WHOLE = 100.0


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """Bars on tracks that stand for the whole; accounts of one share lie under one another.

    `scheme` and `width` are as for stated numbers.
    """
    canvas = Canvas(scheme, width)
    blocks = _blocks(drawing)
    bars.margins(canvas, list(blocks))
    sizes = bars.Sizes(14, 10, 16, stacked=True, above=True) if canvas.narrow else bars.Sizes(22, 12, 16)
    part = 0.95 if canvas.narrow else 0.45
    drawn = [
        bars.Block(
            bars.name(canvas, title, stacked=canvas.narrow),
            [bars.bar(canvas, one, marks.style(canvas, one), drawing.names[one.id].detail, part) for one in numbers],
        )
        for title, numbers in blocks.items()
    ]
    return canvas.figure(bars.panel(canvas, drawn, 2, sizes, full=WHOLE), barmode="overlay")


def overlap(numbers: Sequence[Observation]) -> str:
    """A sentence where the shares of one source add up to more than the whole, so that they must overlap."""
    sums: dict[tuple, float] = {}
    for number in numbers:
        if not number.is_calculated:
            key = (number.told_by.id, number.area.id, number.days)
            sums[key] = sums.get(key, 0) + number.common
    return "The shares overlap: they add up to more than 100%." if max(sums.values(), default=0) > WHOLE else ""


def _blocks(drawing: Drawing) -> dict[str, list[Observation]]:
    """The numbers by name, the largest share first."""
    blocks: dict[str, list[Observation]] = {}
    for number in drawing.numbers:
        blocks.setdefault(drawing.names[number.id].title, []).append(number)
    return dict(sorted(blocks.items(), key=_first))


def _first(block: tuple[str, list[Observation]]) -> tuple[bool, float]:
    _, numbers = block
    return numbers[0].is_calculated, -max(number.top for number in numbers)
