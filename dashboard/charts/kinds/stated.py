"""Stated numbers as bars that say how sure each one is; numbers of another unit get a panel of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.drawing import bars
from dashboard.charts.drawing.canvas import SMALL, At, Canvas
from dashboard.charts.drawing.marks import style
from dashboard.charts.quantities import in_time
from dashboard.charts.rows import Row, common_symbol, common_unit, converted, names, records, top

# More lines of words than this behind a bar of 20 pixels are better read above it.
_LINES = 3


def draw(rows: pd.DataFrame, *, scheme: str = "light", width: int = 880) -> go.Figure:
    """Bars, longest first, several periods of one thing in order of time, each labeled in its document's own words.

    Parameters
    ----------
    rows
        Rows of the joined frame, one per bar.
    scheme
        "light" or "dark".
    width
        Pixels the figure is laid out for; below 560 names stand above their bars.
    """
    found = in_time(sorted(records(rows), key=top, reverse=True))
    canvas = Canvas(scheme, width)
    bars.margins(canvas, [name.title for name in names(found)])
    return canvas.figure(panels(canvas, found, 4, stacked=canvas.narrow), barmode="overlay")


def panels(canvas: Canvas, rows: Sequence[Row], y: float, *, stacked: bool, taken: int = 0) -> float:
    """Draws bars down from height `y`, a panel for each unit, and returns the height below.

    `stacked` puts names above their bars; `taken` is how many axes the drawing has already.
    """
    sizes, blocks = _blocks(canvas, rows, stacked)
    units = {common_symbol(row): common_unit(rows, row) for row in rows}
    for i, (symbol, unit) in enumerate(units.items(), taken + 1):
        if len(units) > 1:
            y = _heading(canvas, unit, y + (14 if i > 1 else 0))
        same = [block for block in blocks if common_symbol(block.bars[0].row) == symbol]
        y = bars.panel(canvas, same, y, sizes, f"x{i}" if i > 1 else "x")
    return y


def _blocks(canvas: Canvas, rows: Sequence[Row], stacked: bool) -> tuple[bars.Sizes, list[bars.Block]]:
    """A block per row; on a phone the words stand above the bars where some would take many lines behind them."""
    part = 0.4 if canvas.narrow else 0.27
    drawn = [bars.bar(canvas, row, style(canvas, row), converted(row, "= "), part) for row in rows]
    sizes = bars.Sizes(20, 10, 8, stacked=True) if stacked else bars.Sizes(26, 16, 2)
    if canvas.narrow and any(len(bar.label.lines) > _LINES for bar in drawn):
        sizes = bars.Sizes(16, 10, 12, stacked=True, above=True)
        drawn = [bars.bar(canvas, row, style(canvas, row), converted(row, "= "), 0.95) for row in rows]
    titles = [bars.name(canvas, name.title, name.detail, stacked=stacked) for name in names(rows)]
    return sizes, [bars.Block(title, [bar]) for title, bar in zip(titles, drawn, strict=True)]


def _heading(canvas: Canvas, unit: str, y: float) -> float:
    canvas.write([unit[:1].upper() + unit[1:]], y + 10, At(), size=SMALL, color=canvas.colors.muted, bold=True)
    return y + 22
