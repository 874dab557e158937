"""Stated numbers as bars that say how sure each one is; numbers of another unit get a panel of their own."""

from __future__ import annotations

from dashboard.charts.drawing import bars
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, Figure
from dashboard.charts.drawing.content import Drawing, equal
from dashboard.charts.drawing.marks import style
from validation.language.written import capitalized

# More lines of words than this behind a bar of 20 pixels are better read above it.
_LINES = 3


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """Bars, longest first, several periods of one thing in order of time, each labeled in its document's own words.

    Parameters
    ----------
    drawing
        What to draw, a bar for each number.
    scheme
        "light" or "dark".
    width
        Pixels the figure is laid out for; below 560 names stand above their bars.
    """
    ordered = longest_first(drawing)
    canvas = Canvas(scheme, width)
    bars.margins(canvas, [name.title for name in ordered.names.values()])
    return canvas.figure(panels(canvas, ordered, 4, stacked=canvas.narrow), barmode="overlay")


def longest_first(drawing: Drawing) -> Drawing:
    """The numbers by size, but several periods of one thing in order of time."""
    return drawing.of(sorted(drawing.numbers, key=lambda number: number.top, reverse=True)).in_time()


def panels(canvas: Canvas, drawing: Drawing, y: float, *, stacked: bool, taken: int = 0) -> float:
    """Draws bars down from height `y`, a panel for each unit, and returns the height below.

    `stacked` puts names above their bars; `taken` is how many axes the drawing has already.
    """
    sizes, blocks = _blocks(canvas, drawing, stacked)
    units = {number.indicator.unit.sign: number.indicator.unit.name for number in drawing.numbers}
    for i, (sign, unit) in enumerate(units.items(), taken + 1):
        if len(units) > 1:
            y = _heading(canvas, unit, y + (14 if i > 1 else 0))
        same = [block for block in blocks if block.bars[0].number.indicator.unit.sign == sign]
        y = bars.panel(canvas, same, y, sizes, f"x{i}" if i > 1 else "x")
    return y


def _blocks(canvas: Canvas, drawing: Drawing, stacked: bool) -> tuple[bars.Sizes, list[bars.Block]]:
    """A block per number; on a phone the words stand above the bars where some would take many lines behind them."""
    drawn = _bars(canvas, drawing, 0.4 if canvas.narrow else 0.27)
    sizes = bars.Sizes(20, 10, 8, stacked=True) if stacked else bars.Sizes(26, 16, 2)
    if canvas.narrow and any(len(bar.label.lines) > _LINES for bar in drawn):
        sizes = bars.Sizes(16, 10, 12, stacked=True, above=True)
        drawn = _bars(canvas, drawing, 0.95)
    titles = [bars.name(canvas, name.title, name.detail, stacked=stacked) for name in drawing.names.values()]
    return sizes, [bars.Block(title, [bar]) for title, bar in zip(titles, drawn, strict=True)]


def _bars(canvas: Canvas, drawing: Drawing, part: float) -> list[bars.Bar]:
    return [bars.bar(canvas, number, style(canvas, number), equal(number), part) for number in drawing.numbers]


def _heading(canvas: Canvas, unit: str, y: float) -> float:
    canvas.write([capitalized(unit)], y + 10, At(), size=SMALL, color=canvas.colors.muted, bold=True)
    return y + 22
