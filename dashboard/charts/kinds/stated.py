"""Stated numbers as bars that say how sure each one is; numbers of another unit get a panel of their own."""

from __future__ import annotations

from functools import lru_cache

from dashboard.charts.drawing import bars
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, Figure
from dashboard.charts.drawing.content import Drawing
from dashboard.charts.drawing.labels import EDGE
from dashboard.charts.drawing.marks import Spot
from validation import vocabulary
from validation.language.written import capitalized
from validation.model.observations import Observation

OWN_SCALE = ", on a scale of its own"
"""What is said of each panel but the first: a bar of seven months is as long there as one of thirty years here."""


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """Bars in groups of one thing each, what documents state first, then the longest.

    Parameters
    ----------
    drawing
        What to draw, a bar for each number.
    scheme
        "light" or "dark".
    width
        Pixels the figure is laid out for; below 460 what tells bars apart stands above them.
    """
    canvas = Canvas(scheme, width)
    groups = _groups(drawing)
    bars.margins(canvas, groups)
    return canvas.figure(panels(canvas, groups, 0), barmode="overlay")


@lru_cache(32)
def _groups(drawing: Drawing) -> list[bars.Group]:
    """The same for every width, of which a page asks for several, one after another."""
    return bars.grouped(ordered(drawing))


def ordered(drawing: Drawing) -> Drawing:
    """What documents state something of first, then by size."""
    titles = {number.id: drawing.names[number.id].title for number in drawing.numbers}
    own = {titles[number.id] for number in drawing.numbers if number.told_by.is_document}
    by_size = sorted(drawing.numbers, key=lambda number: number.top, reverse=True)
    return drawing.of(sorted(by_size, key=lambda number: titles[number.id] not in own))


def panels(
    canvas: Canvas, groups: list[bars.Group], y: float, *, taken: int = 0, spots: dict[str, Spot] | None = None
) -> float:
    """Draws groups down from height `y`, a panel for each unit, and returns the height below.

    `taken` is how many axes the drawing has already; `spots` takes up where each bar lies.
    """
    by_unit: dict[str, list[bars.Group]] = {}
    for group in groups:
        by_unit.setdefault(group.rows[0].number.indicator.unit.sign, []).append(group)
    for i, same in enumerate(by_unit.values(), taken + 1):
        if len(by_unit) > 1:
            unit = same[0].rows[0].number.indicator.unit.name
            y = _heading(canvas, f"{unit}{OWN_SCALE if i > 1 else ''}", y + (10 if i > 1 else 0))
        full = bars.WHOLE if all(_is_share(row.number) for group in same for row in group.rows) else 0
        panel = bars.Panel(canvas, same, f"x{i}" if i > 1 else "x", full, spots if spots is not None else {})
        y = panel.draw(y)
    return y


def _is_share(number: Observation) -> bool:
    """Whether it is a part of a whole, beside which the rest is to show."""
    return number.indicator.measure == vocabulary.SHARE and number.indicator.unit.sign == "%"


def _heading(canvas: Canvas, unit: str, y: float) -> float:
    canvas.write([capitalized(unit)], y + 10, At(shift=EDGE - canvas.left), size=SMALL, color=canvas.colors.muted)
    return y + 20
