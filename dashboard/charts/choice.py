"""Which kind of chart rows are drawn as: it follows from the data and can be asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import dates, quantities
from dashboard.charts.drawing import lines
from dashboard.charts.kinds import accounts, areas, growth, series, shares, stated
from dashboard.charts.rows import Row, common, common_symbol, derived, records, top

FIGURES: dict[str, Callable[..., go.Figure]] = {
    "growth": growth.draw,
    "series": series.draw,
    "shares": shares.draw,
    "areas": areas.draw,
    "accounts": accounts.draw,
    "stated": stated.draw,
}
ALONE = "alone"
KINDS = (*FIGURES, ALONE)


def choose(rows: pd.DataFrame, asked: str = "") -> str:
    """The kind of chart for rows: one of KINDS.

    `asked` is charts.csv's kind and wins where it is given, but that accounts of one value have nothing to compare;
    ValueError says which kinds there are.
    """
    if asked and asked not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {asked!r}")
    found = records(rows)
    if asked:
        return ALONE if asked == "accounts" and _of_one_value(found) else asked
    if len(found) < 2:
        return ALONE
    if growth.fits(found):
        return "growth"
    units = Counter(common_symbol(row) for row in found)
    if len(units) > 1:
        return "stated" if min(units.values()) > 1 else ALONE
    stated = [row for row in found if not derived(row)]
    return next((kind for kind, fits in _FITS.items() if fits(stated)), "stated")


def draw(rows: pd.DataFrame, *, kind: str = "", scheme: str = "light", width: int = 880) -> go.Figure:
    """The figure of rows; ValueError where they are numbers alone, which have cards and no figure."""
    chosen = choose(rows, kind)
    if chosen not in FIGURES:
        raise ValueError("numbers alone have cards, not a figure")
    return FIGURES[chosen](rows, scheme=scheme, width=width)


def _over_time(rows: Sequence[Row]) -> bool:
    """Whether some rows make a line and all have their place in time."""
    drawn, _ = lines.split(rows)
    return bool(drawn) and all(dates.span(row["period"]) for row in rows)


def _of_a_whole(rows: Sequence[Row]) -> bool:
    return all(row["measure"] == "share" and row["symbol"] == "%" for row in rows)


def _of_land(rows: Sequence[Row]) -> bool:
    """Whether the rows are areas of several things, none too small to be seen beside the largest."""
    several = len({(row["indicator_id"], row["area_id"]) for row in rows}) > 1
    if not several or all(len(quantity.rows) > 1 for quantity in quantities.groups(rows)):
        return False
    values = [common(row) for row in rows]
    squares = common_symbol(rows[0]).endswith("²")
    return squares and min(values) > 0 and max(values) / min(values) <= areas.EXTREME


def _of_one_quantity(rows: Sequence[Row]) -> bool:
    return any(len({row["source_id"] for row in quantity.rows}) > 1 for quantity in quantities.groups(rows))


def _of_one_value(rows: Sequence[Row]) -> bool:
    """Whether a drawing would show the same thing again and again."""
    return len({(row["indicator_id"], common(row), top(row), row["qualifier"]) for row in rows}) < 2


# In the order in which they are tried, for rows of one unit.
_FITS: dict[str, Callable[[Sequence[Row]], bool]] = {
    ALONE: _of_one_value,
    "series": _over_time,
    "shares": _of_a_whole,
    "areas": _of_land,
    "accounts": _of_one_quantity,
}
