"""Everything stated more than once: where accounts cannot both be true, are doubtful, agree, or differ in kind."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import comparisons, contrasts, tags
from dashboard.sections.comparisons import Comparison
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard

SECTIONS = {
    "conflict": ("cannot-both-be-true", "No number, and no date, satisfies all of these accounts."),
    "doubt": ("doubtful", "Far apart or at odds, but “about”, a vague date or an unclear scope leaves room for both."),
    "": ("agree", "Stated more than once, and some number satisfies every account."),
    "scope": ("not-the-same", "They look alike, and are of different things."),
}


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page("/compare", layout, title="Compare", offered=lambda data: bool(comparisons.all_of(data)))


def layout(data: Snapshot, /, *, view: View, **_: Any) -> Component:
    """A section for each verdict, the gravest first."""
    found = comparisons.all_of(data)
    if not found:
        nothing = elements.empty("Nothing is stated more than once in this collection.")
        return elements.page("Stated more than once", nothing)
    by_verdict = {code: [one for one in found if one.verdict == code] for code in SECTIONS}
    return elements.page(
        _finding(found),
        elements.anchors(_places(by_verdict), "Verdicts"),
        *(_section(data, code, group, view) for code, group in by_verdict.items() if group),
        lede="Accounts of one quantity on one scale, each in its source’s words; datings of one event side by side.",
    )


def _finding(found: list[Comparison]) -> str:
    at_odds = sum(one.verdict in ("conflict", "doubt") for one in found)
    return f"{len(found)} things are stated more than once; {at_odds or 'none'} of them at odds"


def _places(by_verdict: dict[str, list[Comparison]]) -> list[elements.Link]:
    return [
        (f"#{SECTIONS[code][0]}", f"{tags.ACCOUNTS[code].words} ({len(group)})")
        for code, group in by_verdict.items()
        if group
    ]


def _section(data: Snapshot, code: str, group: list[Comparison], view: View) -> Component:
    name, intro = SECTIONS[code]
    content = [contrasts.shown(data, one, view) for one in group]
    return elements.section(name, tags.ACCOUNTS[code].words, *content, intro=intro)
