"""What a list can show of a number, column by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import sources, tags
from validation.language import written
from validation.model.observations import Observation
from validation.vocabulary import ORIGINS, STATUSES


@dataclass(frozen=True, slots=True)
class Shown:
    """One column: its heading, what it makes of a number, and the word that an address sorts by it."""

    heading: str
    cell: Callable[[Observation], Any]
    sort: str
    numeric: bool = False


def stated(number: Observation) -> Component:
    """The number in its source's words with the mark of its qualifier; it leads to its page. What is ours is tagged."""
    words = elements.qualifier(number.qualifier, number.said)
    link = html.A(words, href=f"/observations/{number.id}", className="stated")
    return html.Div([link, tags.calculated()], className="stated-cell") if number.is_calculated else link


def indicator(number: Observation) -> Component:
    """What was measured; it leads to the indicator."""
    return html.A(number.indicator.name, href=f"/indicators/{number.indicator.id}")


def source(number: Observation) -> Any:
    """Who says so; of what is calculated, who says all its parts."""
    if not number.source.id:
        return html.Span("several sources", className="none")
    return html.A(number.source.title, href=f"/sources/{number.source.id}")


def period(number: Observation) -> Any:
    """When, in words."""
    return number.when if number.period else html.Span("not stated", className="none")


def bounds(number: Observation) -> str:
    """Between which numbers the truth lies, as far as the source's words or digits say; "" where they don't."""
    amount = number.amount
    ends = [written.grouped(end) for end in (amount.low, amount.high) if end is not None]
    if len(ends) == 2:
        return ends[0] if amount.low == amount.high else f"{ends[0]} to {ends[1]}"
    if not ends:
        return ""
    if amount.low is None:
        return f"{'below' if amount.high_open else 'at most'} {ends[0]}"
    return f"{'above' if amount.low_open else 'at least'} {ends[0]}"


def _value(number: Observation) -> str:
    return "–".join(written.grouped(end) for end in (number.value, number.upper) if end is not None)


COLUMNS: Mapping[str, Shown] = {
    "indicator": Shown("What", indicator, "indicator"),
    "said": Shown("Number", stated, "value"),
    "area": Shown("Where", lambda number: number.area.name, "area"),
    "period": Shown("Period", period, "period"),
    "source": Shown("Source", source, "source"),
    "topic": Shown("Topic", lambda number: number.indicator.chart.topic, "topic"),
    "value": Shown("Value", _value, "value", numeric=True),
    "unit": Shown("Unit", lambda number: number.unit.name, "unit"),
    "qualifier": Shown("Qualifier", lambda number: number.mark.words, "qualifier"),
    "bounds": Shown("Bounds", bounds, "low"),
    "attribution": Shown("Attributed to", lambda number: number.attribution, "attribution"),
    "origin": Shown("Origin", lambda number: ORIGINS[number.origin].words, "origin"),
    "status": Shown("Status", lambda number: STATUSES[number.status].words, "status"),
    "published": Shown("Published", lambda number: sources.published(number.source), "published"),
    "quote": Shown("Passage", lambda number: number.quote, "quote"),
    "evidence": Shown("Verified", lambda number: tags.evidence(number.evidence), "evidence"),
    "note": Shown("Note", lambda number: number.note, "note"),
}
"""By their names in an address."""

FIXED = ("indicator", "said")
"""A list without these would say nothing."""

USUAL = ("area", "period", "source")
