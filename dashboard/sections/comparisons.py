"""What is stated more than once: quantities and datings, whether the accounts of each go together, all of it shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import charts, passages, tags
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.model import accounts, events
from validation.model.accounts import Conflict, Quantity
from validation.model.events import Dating
from validation.model.observations import Observation

ORDER = tuple(vocabulary.ACCOUNTS)
AT_ODDS = frozenset((vocabulary.CONFLICT, vocabulary.DOUBT))


@dataclass(frozen=True, eq=False, kw_only=True)
class Comparison:
    """Several accounts of one thing.

    `verdict` is a code of `vocabulary.ACCOUNTS`; `conflicts` are what is said of two of the accounts, the gravest
    first. `id` names the comparison. `drawn` where the accounts are on one scale; `apart` says how far they are apart
    there.
    """

    id: str
    title: str
    href: str
    verdict: str
    conflicts: tuple[Conflict, ...]
    accounts: tuple[Observation | Dating, ...]
    drawn: bool = False
    apart: str = ""

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


def shown(data: Snapshot, one: Comparison) -> Component:
    """The accounts drawn on one scale beside what is said of them; those without a scale side by side."""
    quoted = [_number(number) if isinstance(number, Observation) else _dating(number) for number in one.accounts]
    if one.drawn:
        content = elements.grid(charts.card(data, f"accounts/{one.id}"), elements.card(*_said(one), *quoted))
    else:
        name = html.H3(html.A(one.title, href=one.href))
        content = elements.card(name, *_said(one), html.Div(quoted, className="beside"))
    return html.Article(content, id=f"accounts-{one.id}", className="comparison")


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
    clashing = [vocabulary.CONFLICT] if quantity.clashes else []
    return Comparison(
        id=quantity.id,
        title=passages.name(first),
        href=f"/indicators/{first.indicator.id}",
        verdict=accounts.gravest([*(one.verdict for one in conflicts), *clashing]),
        conflicts=tuple(conflicts),
        accounts=quantity.numbers,
        drawn=True,
        apart=quantity.apart,
    )


def _pair(data: Snapshot, conflict: Conflict) -> Iterator[Comparison]:
    """Two accounts that are not on one scale: datings of an event, numbers of two quantities; none for a loose end."""
    left, right = (_account(data, name) for name in (conflict.left_id, conflict.right_id))
    if left and right:
        title, href = _named(data, left)
        yield Comparison(
            id=conflict.id,
            title=title,
            href=href,
            verdict=conflict.verdict,
            conflicts=(conflict,),
            accounts=(left, right),
        )


def _account(data: Snapshot, name: str) -> Observation | Dating | None:
    return data.register.numbers.get(name) or events.datings(data.register).get(name)


def _named(data: Snapshot, account: Observation | Dating) -> tuple[str, str]:
    """What an account is of, and its page."""
    if isinstance(account, Observation):
        return account.indicator.name, f"/indicators/{account.indicator.id}"
    event = events.by_id(data.register)[account.event_id]
    return event.name, f"/events/{event.id}"


def _said(one: Comparison) -> list[Component]:
    """The verdict, then why; of several explanations each has its own verdict."""
    apart = [html.Span(one.apart, className="apart")] if one.apart else []
    several = len(one.reasons) > 1
    why = [html.P([*([tags.accounts(code), " "] if several else []), words]) for code, words in one.reasons]
    return [html.P([*([] if several else [tags.accounts(one.verdict)]), *apart], className="tags"), *why]


def _number(number: Observation) -> Component:
    head = html.A(html.Strong(number.said), href=f"/observations/{number.id}")
    if number.is_calculated:
        note = html.P(f"{vocabulary.CALCULATED.words}. {number.note}", className="aside")
        return html.Div([html.P(head), note], className="account")
    parts = [html.P([head, f" · {number.when}"]), passages.quote(number), *tags.status(number)]
    return html.Div(parts, className="account")


def _dating(dating: Dating) -> Component:
    when = html.P(html.Strong(dating.words or "not dated"))
    return html.Div([when, passages.dating(dating)], className="account")
