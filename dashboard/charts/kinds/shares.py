"""Shares side by side: one block per indicator, in it one bar per account, all on an axis from 0 to 100%."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.drawing import bars, marks
from dashboard.charts.drawing.canvas import Canvas
from dashboard.charts.rows import Row, derived, names, records, top

WHOLE = 100.0


def draw(rows: pd.DataFrame, *, scheme: str = "light", width: int = 880) -> go.Figure:
    """Bars on tracks that stand for the whole; accounts of one share lie under one another.

    `rows`, `scheme` and `width` are as for stated numbers.
    """
    found = records(rows)
    canvas = Canvas(scheme, width)
    blocks = _blocks(found)
    bars.margins(canvas, list(blocks))
    styles = marks.source_styles(canvas, found)
    sizes = bars.Sizes(14, 10, 16, stacked=True, above=True) if canvas.narrow else bars.Sizes(22, 12, 16)
    part = 0.95 if canvas.narrow else 0.45
    drawn = [
        bars.Block(
            bars.name(canvas, title, stacked=canvas.narrow),
            [bars.bar(canvas, row, styles[row["source_id"]], detail, part) for row, detail in members],
        )
        for title, members in blocks.items()
    ]
    return canvas.figure(bars.panel(canvas, drawn, 2, sizes, full=WHOLE), barmode="overlay")


def overlap(rows: pd.DataFrame) -> str:
    """A sentence where the shares of one source add up to more than the whole, so that they must overlap."""
    found = records(rows)
    sums: dict[tuple[str, ...], float] = {}
    for row in found:
        if derived(row):
            continue
        key = (row["source_id"], row["area_id"], row["period"])
        sums[key] = sums.get(key, 0) + row["value"]
    return "The shares overlap: they add up to more than 100%." if max(sums.values(), default=0) > WHOLE else ""


def _blocks(rows: Sequence[Row]) -> dict[str, list[tuple[Row, str]]]:
    """The rows by name, the largest share first, each with what tells it apart."""
    blocks: dict[str, list[tuple[Row, str]]] = {}
    for row, name in zip(rows, names(rows), strict=True):
        blocks.setdefault(name.title, []).append((row, name.detail))
    return dict(sorted(blocks.items(), key=_first))


def _first(block: tuple[str, list[tuple[Row, str]]]) -> tuple[bool, float]:
    _, members = block
    return derived(members[0][0]), -max(top(row) for row, _ in members)
