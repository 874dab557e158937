"""What is stated more than once: quantities and datings, whether the accounts of each go together, all of it shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing.content import Titled
from dashboard.charts.kinds.accounts import distance
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
AT_ODDS = frozenset((vocabulary.CONFLICT, vocabulary.DOUBT))

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
    first. `id` names the comparison. `drawn` where the accounts are on one scale; `apart` says how far they are apart
    there, "" where they agree.
    """

    id: str
    title: str
    about: str
    href: str
    whole: elements.Link
    verdict: str
    conflicts: tuple[Conflict, ...]
    accounts: tuple[Observation | Dating, ...]
    drawn: bool = False
    apart: str = ""

    @property
    def numbers(self) -> list[Observation]:
        """The accounts that are numbers."""
        return [account for account in self.accounts if isinstance(account, Observation)]

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """The verdicts on two of the accounts with their explanations, each once."""
        return list(dict.fromkeys((one.verdict, one.explanation) for one in self.conflicts))

    @property
    def at_odds(self) -> bool:
        """Whether the accounts can't all be true, or are doubtful."""
        return self.verdict in AT_ODDS


def all_of(data: Snapshot) -> list[Comparison]:
    """Every comparison, the gravest verdicts first."""
    return data.once(_all_of)


def with_any(data: Snapshot, names: Iterable[str]) -> list[Comparison]:
    """The comparisons in which one of these numbers or datings stands, the gravest first."""
    by_account = data.once(_by_account)
    found = {one.id: one for name in names for one in by_account.get(name, ())}
    return sorted(found.values(), key=all_of(data).index)


def at_odds(data: Snapshot) -> list[Comparison]:
    """Those whose accounts can't all be true or are doubtful."""
    return [one for one in all_of(data) if one.at_odds]


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
    conflicts = sorted(said.values(), key=lambda one: (vocabulary.place(one.verdict, ORDER), one.id))
    # What a person says of two accounts goes before what their numbers say.
    judged = {one.pair for one in conflicts}
    clashing = [vocabulary.CONFLICT for pair in quantity.clashes if frozenset(pair) not in judged]
    verdict = accounts.gravest([*(one.verdict for one in conflicts), *clashing])
    return Comparison(
        id=quantity.id,
        **_told(first),
        verdict=verdict,
        conflicts=tuple(conflicts),
        accounts=tuple(sorted(quantity.numbers, key=_order)),
        drawn=True,
        apart=distance(Titled(quantity.numbers, title="", verdict=verdict)),
    )


def _pair(data: Snapshot, conflict: Conflict) -> Iterator[Comparison]:
    """Two accounts that are not on one scale: datings of an event, numbers of two quantities; none for a loose end."""
    left, right = (_account(data, name) for name in (conflict.left_id, conflict.right_id))
    if left and right:
        told = _told(left, asked=False) if isinstance(left, Observation) else _event(data, left)
        yield Comparison(
            id=conflict.id, **told, verdict=conflict.verdict, conflicts=(conflict,), accounts=(left, right)
        )


def _account(data: Snapshot, name: str) -> Observation | Dating | None:
    return data.register.numbers.get(name) or events.datings(data.register).get(name)


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
    rows = [statements.row(data, account, place if one.drawn else 0) for place, account in enumerate(one.accounts, 2)]
    if not one.drawn:
        return html.Ul(rows, className="quotes beside")
    told = [Dot(number, statements.name(number), passages.opened(data, number)) for number in one.numbers]
    frame = Frame(told, one.apart)
    return html.Div([dots.shown(frame), html.Ul(rows, className="quotes")], className="on-scale", style=frame.style)


def _why(one: Comparison) -> list[Component]:
    """Each explanation once, under what it tells."""
    told: dict[str, list[str]] = {}
    for verdict, words in one.reasons:
        told.setdefault(verdict, []).append(words)
    return [_explained(WHY.get(verdict, ""), words) for verdict, words in told.items()]


def _explained(tells: str, explanations: Sequence[str]) -> Component:
    first, *others = explanations
    return html.Div([html.P([html.Strong(tells), " ", first]), *map(html.P, others)], className="comparison-why")


def _key(one: Comparison) -> list[Component]:
    return [dots.key(one.numbers)] if one.drawn else []
