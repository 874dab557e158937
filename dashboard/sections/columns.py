"""What a list can show of a number, column by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing import doubts
from dashboard.design import elements, signs
from dashboard.design.tables import Line
from dashboard.sections import sources, tags
from dashboard.state.selection import whose
from validation import vocabulary
from validation.language import written
from validation.model import verdicts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.vocabulary import ORIGINS, STATUSES

BY_LETTER = ("A to Z", "Z to A")
BY_SIZE = ("smallest first", "largest first")
BY_TIME = ("earliest first", "latest first")


@dataclass(frozen=True, slots=True)
class Shown:
    """One column: its heading, what it makes of a number, and the word that an address sorts by it.

    `orders` says what both ways of sorting by it come to, `line` where it stands in a row of two lines.
    """

    heading: str
    cell: Callable[[Observation, Register], Any]
    sort: str
    numeric: bool = False
    line: Line = "named"
    orders: tuple[str, str] = BY_LETTER


def stated(number: Observation) -> Component:
    """The number in its source's words, which leads to its page; whose it is shows, and what is no fact says so."""
    link = html.A(number.said, href=f"/observations/{number.id}", className=f"stated of-{whose(number)}")
    kind = vocabulary.CALCULATED.words.lower() if number.is_calculated else doubts.brief(number)
    return html.Span([link, " ", html.Span(kind, className="none")]) if kind else link


def verdict(number: Observation, register: Register) -> Any:
    """The sign of what holding it against references came to, in words for those who don't see it; else nothing."""
    code = verdicts.by_number(register).get(number.id)
    if code is None:
        return ""
    words = html.Span(vocabulary.outcome(code).words, className="unseen")
    return elements.verdict(signs.VERDICTS[code], words, vocabulary.VERDICTS[code].words)


def indicator(number: Observation) -> Component:
    """What was measured; it leads to the indicator."""
    return html.A(number.indicator.name, href=f"/indicators/{number.indicator.id}")


def source(number: Observation) -> Any:
    """Who says so; of what is calculated, who says all its parts."""
    if not number.source.id:
        return "several sources"
    return html.A(sources.name(number.source), href=f"/sources/{number.source.id}")


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
    "verdict": Shown("Verdict", verdict, "verdict", line="sign"),
    "said": Shown("Number", lambda number, _: stated(number), "value", numeric=True, line="first", orders=BY_SIZE),
    "indicator": Shown("What", lambda number, _: indicator(number), "indicator", line="first"),
    "area": Shown("Where", lambda number, _: number.area.name, "area", line="second"),
    "period": Shown("Period", lambda number, _: period(number), "period", line="second", orders=BY_TIME),
    "source": Shown("Source", lambda number, _: source(number), "source_short_name", line="second"),
    "topic": Shown("Topic", lambda number, _: number.indicator.chart.topic, "topic"),
    "value": Shown("Value", lambda number, _: _value(number), "value", numeric=True, orders=BY_SIZE),
    "unit": Shown("Unit", lambda number, _: number.unit.name, "unit"),
    "qualifier": Shown("Qualifier", lambda number, _: number.mark.words, "qualifier"),
    "bounds": Shown("Bounds", lambda number, _: bounds(number), "low", orders=BY_SIZE),
    "attribution": Shown("Attributed to", lambda number, _: number.attribution, "attribution"),
    "origin": Shown("Origin", lambda number, _: ORIGINS[number.origin].words, "origin"),
    "status": Shown("Status", lambda number, _: STATUSES[number.status].words, "status"),
    "published": Shown("Published", lambda number, _: sources.published(number.source), "published", orders=BY_TIME),
    "quote": Shown("Passage", lambda number, _: number.quote, "quote"),
    "evidence": Shown("Verified", lambda number, _: tags.evidence(number.evidence), "evidence"),
    "note": Shown("Note", lambda number, _: number.note, "note"),
}
"""By their names in an address."""

FIXED = ("said", "indicator")
"""A list without these would say nothing."""

USUAL = ("verdict", "area", "period", "source")
