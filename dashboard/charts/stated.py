"""Stated numbers as bars that say how sure each one is; numbers of another unit get a panel of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts import bars
from dashboard.charts.canvas import SMALL, At, Canvas
from dashboard.charts.rows import Name, Row, common_symbol, common_unit, converted, names, records, top

# More lines of words than this behind a bar of 20 pixels are better read above it.
_LINES = 3


def draw(rows: pd.DataFrame, *, scheme: str = "light", width: int = 880) -> go.Figure:
    """Bars, longest first, each labeled in its document's own words.

    Parameters
    ----------
    rows
        Rows of the joined frame, one per bar.
    scheme
        "light" or "dark".
    width
        Pixels the figure is laid out for; below 560 names stand above their bars.
    """
    found = sorted(records(rows), key=top, reverse=True)
    named = list(zip(found, names(found), strict=True))
    canvas = Canvas(scheme, width)
    bars.margins(canvas, [name.title for _, name in named])
    sizes, blocks = _blocks(canvas, named)
    units = {common_symbol(row): common_unit(found, row) for row in found}
    y = 4.0
    for i, (symbol, unit) in enumerate(units.items()):
        if len(units) > 1:
            y = _heading(canvas, unit, y + (14 if i else 0))
        same = [block for block in blocks if common_symbol(block.bars[0].row) == symbol]
        y = bars.panel(canvas, same, y, sizes, f"x{i + 1}" if i else "x")
    return canvas.figure(y, barmode="overlay")


def _blocks(canvas: Canvas, named: Sequence[tuple[Row, Name]]) -> tuple[bars.Sizes, list[bars.Block]]:
    """A block per row; on a phone the words stand above the bars where some would take many lines behind them."""
    style = next(iter(theme.styles([""], canvas.scheme).values()))
    part = 0.4 if canvas.narrow else 0.27
    drawn = [bars.bar(canvas, row, style, converted(row, "= "), part) for row, _ in named]
    sizes = bars.Sizes(20, 10, 8) if canvas.narrow else bars.Sizes(26, 16, 2)
    if canvas.narrow and any(len(bar.label.lines) > _LINES for bar in drawn):
        sizes = bars.Sizes(16, 10, 12, above=True)
        drawn = [bars.bar(canvas, row, style, converted(row, "= "), 0.95) for row, _ in named]
    titles = [bars.name(canvas, name.title, name.detail) for _, name in named]
    return sizes, [bars.Block(title, [bar]) for title, bar in zip(titles, drawn, strict=True)]


def _heading(canvas: Canvas, unit: str, y: float) -> float:
    canvas.write([unit[:1].upper() + unit[1:]], y + 10, At(), size=SMALL, color=canvas.colors.muted, bold=True)
    return y + 22
