"""What is stated more than once: quantities and datings, whether the accounts of each go together, all of it shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing.content import Titled, equal
from dashboard.charts.kinds.accounts import Gap, gap
from dashboard.design import elements
from dashboard.sections import dots, passages, statements, tags
from dashboard.sections.dots import Dot, Frame
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.model import accounts, events
from validation.model.accounts import Conflict, Quantity
from validation.model.events import Dating
from validation.model.observations import Observation

ORDER = tuple(vocabulary.ACCOUNTS)

SHOWN = 8
"""Of more accounts the others are folded."""

FEW = 3
"""Of more pairs with one explanation the others are folded."""

ASKED = {vocabulary.COUNT: "how many", vocabulary.SHARE: "what share", "duration": "how long"}
"""What is asked of a measure; of any other how much it is."""

WHY = {
    vocabulary.CONFLICT: "Why both cannot be true.",
    vocabulary.DOUBT: "How both can be true.",
    vocabulary.SCOPE: "Why they are two things.",
}
"""What an explanation tells, by its verdict."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Comparison:
    """Several accounts of one thing.

    `title` asks what it is, `about` are its topic, area and period, `href` is its page, `whole` its place among others.
    `verdict` is a code of `vocabulary.ACCOUNTS`; `conflicts` are what is said of two of the accounts, the gravest
    first, and of these that on the two furthest apart. `id` names the comparison. `quantity` is what all are accounts
    of, which are then drawn on one scale; None of datings, and of numbers of two quantities.
    """

    id: str
    title: str
    about: str
    href: str
    whole: elements.Link
    verdict: str
    conflicts: tuple[Conflict, ...]
    accounts: tuple[Observation | Dating, ...]
    quantity: Titled | None = None

    @property
    def drawn(self) -> bool:
        """Whether the accounts stand on one scale."""
        return self.quantity is not None

    @cached_property
    def gap(self) -> Gap | None:
        """What lies between those two accounts that the verdict is on; None where they agree."""
        return gap(self.quantity) if self.quantity else None

    def verdict_on(self, name: str) -> str:
        """The gravest verdict on one of the accounts beside another."""
        said = self.quantity.verdicts if self.quantity else {one.pair: one.verdict for one in self.conflicts}
        return accounts.gravest(verdict for pair, verdict in said.items() if name in pair)

    @property
    def numbers(self) -> list[Observation]:
        """The accounts that are numbers."""
        return [account for account in self.accounts if isinstance(account, Observation)]

    @property
    def reasons(self) -> Mapping[tuple[str, str], list[Conflict]]:
        """What is said of two of the accounts, by verdict and explanation."""
        found: dict[tuple[str, str], list[Conflict]] = {}
        for one in self.conflicts:
            found.setdefault((one.verdict, one.explanation), []).append(one)
        return found


def all_of(data: Snapshot) -> list[Comparison]:
    """Every comparison, the gravest verdicts first."""
    return data.once(_all_of)


def with_any(data: Snapshot, names: Iterable[str]) -> list[Comparison]:
    """The comparisons in which one of these numbers or datings stands, the gravest first."""
    by_account = data.once(_by_account)
    found = {one.id: one for name in names for one in by_account.get(name, ())}
    return sorted(found.values(), key=all_of(data).index)


def shown(data: Snapshot, one: Comparison, *, level: int = 3) -> Component:
    """One card: the verdict, what is asked, each account in its words beside its dot, why, what the marks mean."""
    about = [f" · {one.about}"] if one.about else []
    content = [
        html.P([tags.accounts(one.verdict), *about], className="comparison-about"),
        elements.heading(level, html.A(one.title, href=one.href)),
        _accounts(data, one),
        *_why(one),
        html.Div([*_key(one), html.A(one.whole[1], href=one.whole[0])], className="comparison-foot"),
    ]
    return html.Article(content, id=f"accounts-{one.id}", className="comparison card")


def _all_of(data: Snapshot) -> list[Comparison]:
    groups = [_group(data, quantity) for quantity in accounts.groups(data.register)]
    grouped = {conflict.id for one in groups for conflict in one.conflicts}
    others = (one for one in accounts.conflicts(data.register) if one.id not in grouped)
    found = [*groups, *(pair for one in others for pair in _pair(data, one))]
    return sorted(found, key=lambda one: vocabulary.place(one.verdict, ORDER))


def _by_account(data: Snapshot) -> Mapping[str, list[Comparison]]:
    found: dict[str, list[Comparison]] = {}
    for one in all_of(data):
        for account in one.accounts:
            found.setdefault(account.id, []).append(one)
    return found


def _group(data: Snapshot, quantity: Quantity) -> Comparison:
    """The accounts of one quantity, with what is said of any two of them."""
    ids, first = set(quantity.ids), quantity.numbers[0]
    said = {one.id: one for name in ids for one in accounts.conflicts_of(data.register, name) if one.pair <= ids}
    titled = Titled(quantity.numbers, first.indicator.name, accounts.said(data.register))
    at_odds = _at_odds(titled)
    conflicts = sorted(
        said.values(), key=lambda one: (vocabulary.place(one.verdict, ORDER), one.pair != at_odds, one.id)
    )
    return Comparison(
        id=quantity.id,
        **_told(first),
        verdict=titled.verdict,
        conflicts=tuple(conflicts),
        accounts=tuple(_arranged(quantity.numbers, at_odds)),
        quantity=titled,
    )


def _at_odds(quantity: Titled) -> frozenset[str]:
    """The ids of those two accounts between which its gap is; none where there is none."""
    return frozenset(one.id for one in gap(quantity) or ())


def _arranged(numbers: Sequence[Observation], at_odds: frozenset[str]) -> Iterator[Observation]:
    """The accounts in their order; of many, those that aren't folded first, and among these the two at odds."""
    ordered = sorted(numbers, key=_order)
    first = {one.id for one in sorted(ordered, key=lambda one: one.id not in at_odds)[:SHOWN]}
    yield from sorted(ordered, key=lambda one: one.id not in first)


def _pair(data: Snapshot, conflict: Conflict) -> Iterator[Comparison]:
    """Two accounts that are not on one scale: datings of an event, numbers of two quantities; none for a loose end."""
    left, right = (_account(data, name) for name in (conflict.left_id, conflict.right_id))
    if left and right:
        told = _told(left, asked=False) if isinstance(left, Observation) else _event(data, left)
        yield Comparison(
            id=conflict.id, **told, verdict=conflict.verdict, conflicts=(conflict,), accounts=(left, right)
        )


def _account(data: Snapshot, name: str) -> Observation | Dating | None:
    return data.register.number(name) or events.datings(data.register).get(name)


def _told(number: Observation, *, asked: bool = True) -> dict[str, Any]:
    """What a number's comparison is called, as a question where its accounts answer one, and what there is of it."""
    indicator = number.indicator
    parts = (indicator.chart.topic, number.area.name, number.when)
    question = f": {ASKED.get(indicator.measure, 'how much')}?" if asked else ""
    return {
        "title": f"{indicator.name}{question}",
        "about": " · ".join(part for part in parts if part),
        "href": f"/indicators/{indicator.id}",
        "whole": (f"/charts/{indicator.chart.id}", "Whole chart"),
    }


def _event(data: Snapshot, dating: Dating) -> dict[str, Any]:
    """The same of a dating's."""
    event = events.by_id(data.register)[dating.event_id]
    href = f"/events/{event.id}"
    return {"title": f"{event.name}: when?", "about": event.area.name, "href": href, "whole": (href, "All datings")}


def _order(number: Observation) -> tuple[bool, bool, float]:
    """Documents' numbers first, ours last, the largest of each first."""
    return number.is_own, not number.told_by.is_document, -number.common


def _accounts(data: Snapshot, one: Comparison) -> Component:
    """A row for each account; where they are on one scale, its dot stands beside it."""
    if not one.drawn:
        return html.Ul([statements.row(data, account) for account in one.accounts], className="quotes beside")
    told = [Dot(number, statements.name(number), passages.opened(data, number)) for number in one.numbers]
    frame = Frame(told, one.gap)
    first = _on_scale(data, frame, slice(0, SHOWN))
    if len(told) <= SHOWN:
        return first
    rest = _on_scale(data, frame, slice(SHOWN, len(told)))
    return html.Div([first, elements.fold(f"Show {len(told) - SHOWN:,} more", rest)])


def _on_scale(data: Snapshot, frame: Frame, part: slice) -> Component:
    """Part of the accounts: each in its words, and its dot beside it."""
    numbers = [dot.number for dot in frame.dots[part]]
    rows = html.Ul([statements.row(data, one, place) for place, one in enumerate(numbers, 2)], className="quotes")
    return html.Div([dots.shown(frame, part), rows], className="on-scale", style=frame.style(len(numbers)))


def _why(one: Comparison) -> list[Component]:
    """Each explanation once, under what it tells and, among several accounts, under those that it is of."""
    told: dict[str, list[Component]] = {}
    for (verdict, words), of in one.reasons.items():
        pairs = [html.Div(_pairs(one, of))] if len(one.accounts) > 2 else []
        told.setdefault(verdict, []).append(html.Div([*pairs, html.P(words)], className="comparison-reason"))
    return [
        html.Div([html.P(html.Strong(WHY.get(verdict, ""))), *parts], className="comparison-why")
        for verdict, parts in told.items()
    ]


def _pairs(one: Comparison, conflicts: Sequence[Conflict]) -> list[Component]:
    """The two accounts of each, in the order of all; of many the first."""
    pairs = [_both(*(number for number in one.numbers if number.id in each.pair)) for each in conflicts]
    return [
        *pairs[:FEW],
        *([elements.fold(f"Show {len(pairs) - FEW:,} more pairs", *pairs[FEW:])] if pairs[FEW:] else []),
    ]


def _both(first: Observation, second: Observation) -> Component:
    return html.P([_named(first), " ", _named(second)], className="comparison-pair")


def _named(number: Observation) -> Component:
    """A number by who tells it, with its mark."""
    converted = [f" {equal(number)}"] if number.converted else []
    label = html.Strong(number.label, **elements.given(className="own" if number.is_own else ""))
    return html.Span(
        [dots.mark(number), f"{statements.name(number)} ", label, *converted], className=dots.origin(number)
    )


def _key(one: Comparison) -> list[Component]:
    return [dots.key(one.numbers)] if one.drawn else []
