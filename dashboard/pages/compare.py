"""Everything stated more than once: where accounts cannot both be true or may agree; folded, where they do agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import comparisons, tags
from dashboard.sections.comparisons import Comparison
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.language.reading.words import DIGITS, TEENS
from validation.language.written import capitalized
from validation.vocabulary import ACCOUNTS, AT_ODDS, Code

NUMBERS = ("no", "one", *DIGITS.split(), *TEENS.split())
TIMES = {1: "once", 2: "twice"}
_AGREED, _REPEATED = "Nowhere do the sources disagree", "Stated more than once"


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page("/compare", layout, title="Disagreements", offered=has_accounts)


def has_accounts(data: Snapshot) -> bool:
    """Whether anything has two accounts; in a large register the table alone tells, before any number is made of it."""
    rows = data.register["observations"]
    same = rows.duplicated(["indicator_id", "area_id", "period", "period_basis"]) & rows["period"].notna()
    return bool(same.any()) or bool(comparisons.all_of(data))


def layout(data: Snapshot, /, **_: Any) -> Component:
    """A section for each verdict, the gravest first; what is no disagreement is folded."""
    found = comparisons.all_of(data)
    if not found:
        nothing = elements.empty("Nothing is stated more than once in this collection.")
        return elements.page(_REPEATED, nothing)
    several = any(len({account.source.id for account in one.accounts}) > 1 for one in found)
    groups = {code: [one for one in found if one.verdict == code] for code in ACCOUNTS}
    at_odds = {code: group for code, group in groups.items() if code in AT_ODDS and group}
    others = {code: group for code, group in groups.items() if code not in AT_ODDS and group}
    return elements.page(
        "Where the sources disagree" if at_odds else _AGREED if several else _REPEATED,
        *(_section(data, code, group) for code, group in at_odds.items()),
        *(_folded(data, code, group) for code, group in others.items()),
        lede=_lede(at_odds) if at_odds or several else ["One source states it all."],
    )


def place(verdict: Code) -> str:
    """The id of a verdict's section."""
    return verdict.words.lower().replace(" ", "-")


def times(count: int) -> str:
    """How often, in words: "once", "five times"."""
    return TIMES.get(count, f"{_number(count)} times")


def _lede(groups: Mapping[str, Sequence[Comparison]]) -> list[Any]:
    """How often, and how often with which verdict; each count leads to its section."""
    counts = {code: len(group) for code, group in groups.items()}
    if not counts:
        return ["What several sources state agrees, or is not the same quantity."]
    several = len(counts) > 1
    parts = [_part(code, f"in {_number(count)} they" if several else "they") for code, count in counts.items()]
    told = [piece for part in parts for piece in (", ", part)][1:]
    return [f"{capitalized(times(sum(counts.values())))}: ", *told, ". Each number in its source’s own words."]


def _part(code: str, who: str) -> Component:
    return html.A(f"{who} {ACCOUNTS[code].words.lower()}", href=f"#{place(ACCOUNTS[code])}")


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def _section(data: Snapshot, code: str, group: Sequence[Comparison]) -> Component:
    """The cards of a verdict, which each of them names."""
    cards = [comparisons.shown(data, one, level=2) for one in group]
    return html.Section(
        cards, id=place(ACCOUNTS[code]), className="verdict-group", **elements.aria(label=ACCOUNTS[code].words)
    )


def _folded(data: Snapshot, code: str, group: Sequence[Comparison]) -> Component:
    entry = ACCOUNTS[code]
    cards = [comparisons.shown(data, one, level=2) for one in group]
    summary = html.Span([tags.accounts(code), f" {len(group):,}"])
    fold = elements.fold(summary, html.P(entry.meaning, className="none"), *cards)
    return html.Section(fold, id=place(entry), className="verdict-group", **elements.aria(label=entry.words))
