"""Everything stated more than once: where accounts cannot both be true, are doubtful, agree, or differ in kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import comparisons
from dashboard.sections.comparisons import Comparison
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.language.written import many
from validation.vocabulary import ACCOUNTS, Code


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page("/compare", layout, title="Compare", offered=lambda data: bool(comparisons.all_of(data)))


def layout(data: Snapshot, /, **_: Any) -> Component:
    """A section for each verdict, the gravest first."""
    found = comparisons.all_of(data)
    if not found:
        nothing = elements.empty("Nothing is stated more than once in this collection.")
        return elements.page("Stated more than once", nothing)
    groups = [(verdict, [one for one in found if one.verdict == code]) for code, verdict in ACCOUNTS.items()]
    shown = [(verdict, group) for verdict, group in groups if group]
    places = [(f"#{place(verdict)}", f"{verdict.words} ({len(group)})") for verdict, group in shown]
    return elements.page(
        _finding(found),
        elements.anchors(places, "Verdicts"),
        *(_section(data, verdict, group) for verdict, group in shown),
        lede="Accounts of one quantity on one scale, each in its source’s words; datings of one event side by side.",
    )


def place(verdict: Code) -> str:
    """The id of a verdict's section."""
    return verdict.words.lower().replace(" ", "-")


def _finding(found: Sequence[Comparison]) -> str:
    at_odds = sum(one.at_odds for one in found)
    verb = "is" if len(found) == 1 else "are"
    return f"{many(len(found), 'thing')} {verb} stated more than once; {at_odds or 'none'} of them at odds"


def _section(data: Snapshot, verdict: Code, group: Sequence[Comparison]) -> Component:
    content = [comparisons.shown(data, one) for one in group]
    return elements.section(place(verdict), verdict.words, *content, intro=verdict.meaning)
