"""What a list can show of a number, column by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates, rows
from dashboard.charts.rows import Row
from dashboard.design import codes, elements


@dataclass(frozen=True, slots=True)
class Shown:
    """One column: its heading, what it makes of a row, and the column of the joined frame that it sorts by."""

    heading: str
    cell: Callable[[Row], Any]
    sort: str
    numeric: bool = False


def stated(row: Row) -> Component:
    """The number in its source's words with the mark of its qualifier; it leads to its observation."""
    words = elements.qualifier(row["qualifier"], rows.said(row))
    return html.A(words, href=f"/observations/{row['observation_id']}", className="stated")


def indicator(row: Row) -> Component:
    """What was measured; it leads to the indicator."""
    return html.A(row["indicator"], href=f"/indicators/{row['indicator_id']}")


def source(row: Row) -> Component:
    """Who says so."""
    return html.A(row["source"], href=f"/sources/{row['source_id']}")


def period(row: Row) -> Any:
    """When, in words."""
    if not row["period"]:
        return html.Span("not stated", className="none")
    return rows.period(row)


def bounds(row: Row) -> str:
    """Between which numbers the truth lies, as far as the source's words or digits say; "" where they don't."""
    low, high = row["low"], row["high"]
    ends = [number(end) for end in (low, high) if end is not None]
    if len(ends) == 2:
        return ends[0] if low == high else f"{ends[0]} to {ends[1]}"
    if not ends:
        return ""
    if low is None:
        return f"{'below' if row['high_open'] else 'at most'} {ends[0]}"
    return f"{'above' if row['low_open'] else 'at least'} {ends[0]}"


def number(value: float) -> str:
    """All digits of a number, grouped: 73,150,000,000; 33.3333."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _value(row: Row) -> str:
    ends = (row["value"], row["upper_value"])
    return "–".join(number(end) for end in ends if end is not None)


def _status(row: Row) -> str:
    return codes.STATUSES[row["status"]].words


def _passage(row: Row) -> Component:
    code = codes.PASSAGES[row["evidence"]]
    return elements.tag(code.words, code.kind, code.meaning)


def _text(name: str) -> Callable[[Row], str]:
    return lambda row: row[name]


COLUMNS: Mapping[str, Shown] = {
    "indicator": Shown("What", indicator, "indicator"),
    "said": Shown("Stated", stated, "value"),
    "area": Shown("Where", _text("area"), "area"),
    "period": Shown("Period", period, "period"),
    "source": Shown("Source", source, "source"),
    "topic": Shown("Topic", _text("topic"), "topic"),
    "value": Shown("Value", _value, "value", numeric=True),
    "unit": Shown("Unit", _text("unit"), "unit"),
    "qualifier": Shown("Qualifier", lambda row: elements.QUALIFIERS[row["qualifier"]], "qualifier"),
    "bounds": Shown("Bounds", bounds, "low"),
    "attribution": Shown("Attributed to", _text("attribution"), "attribution"),
    "status": Shown("Status", _status, "status"),
    "published": Shown("Published", lambda row: dates.words(row["published"]), "published"),
    "quote": Shown("Passage", _text("quote"), "quote"),
    "evidence": Shown("Verified", _passage, "evidence"),
    "note": Shown("Note", _text("note"), "note"),
}
"""By their names in an address."""

FIXED = ("indicator", "said")
"""A list without these would say nothing."""

USUAL = ("area", "period", "source")
