"""What a source states, in a row of its own: who says it, in which words, and where that can be read."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design.elements import given
from dashboard.sections import dots, passages
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.model.events import Dating
from validation.model.observations import Observation
from validation.model.subjects import Source


def row(data: Snapshot, account: Observation | Dating, place: int = 0) -> Component:
    """An account in its source's words; beside its dot in that row of a scale, else with what it comes to."""
    if isinstance(account, Dating):
        head = _head(account.source.short_name, account.words or "not dated")
        small = _small(_kind(account.source), passage(data, account))
        return html.Li([head, _words(account.quote, account.printed), small], className="account by-ref")
    head = _head(name(account), "" if place else account.label)
    content = [
        head,
        _number(account),
        _small(*_about(account, named=not place), passage(data, account), *_note(account)),
    ]
    style = given(style={"--row": str(place)} if place else None)
    own = " own" if account.is_own else ""
    return html.Li(content, className=f"account {dots.origin(account)}{own}", **style)


def name(number: Observation) -> str:
    """Who tells it: what its source is called, or that it is calculated."""
    return number.told_by.short_name or number.told_by.title


def passage(data: Snapshot, account: Observation | Dating) -> Component:
    """The link to where it can be read: in the document, at its place in a reference, at its arithmetic."""
    if isinstance(account, Dating):
        locator = ""
    elif account.is_calculated:
        return html.A("how it is calculated", href=f"/observations/{account.id}")
    else:
        locator = account.locator
    words = "read it in the document" if data.register.has_text(account.source.id) else "its passage"
    return html.A(locator or words, href=passages.place(account))


def _head(source: str, label: str) -> Component:
    return html.P([html.Strong(source), *([html.Span(label)] if label else [])], className="account-head")


def _number(number: Observation) -> Component:
    """The number marked in its quote; alone where the quote is nothing but the number. It leads to its page."""
    place = f"/observations/{number.id}"
    if number.is_calculated:
        return html.P(html.A(number.said, href=place), className="account-words")
    if number.quote in ("", number.printed):
        return html.P(html.A(html.Mark(number.said), href=place), className="account-words")
    return _words(number.quote, number.marked, place)


def _words(quote: str, marked: str, href: str = "") -> Component:
    before, found, after = quote.partition(marked) if marked else (quote, "", "")
    mark = html.A(html.Mark(found), href=href) if href else html.Mark(found)
    return html.P([f"“{before}", *([mark] if found else []), f"{after}”"], className="account-words", dir="auto")


def _small(*parts: Any) -> Component:
    """What is said of an account in a line of small print."""
    return html.P([piece for part in parts for piece in (" · ", part)][1:], className="account-small")


def _about(number: Observation, *, named: bool) -> list[str]:
    """Of which kind its source is, and what that says of it; of a number that is of something else, of what."""
    kind = [] if number.is_own else [_kind(number.source)]
    status = [] if number.status == vocabulary.STATED_STATUS else [vocabulary.STATUSES[number.status].words.lower()]
    of = [part for part in (number.indicator.name, number.when) if part and named]
    return [*kind, *status, *of]


def _kind(source: Source) -> str:
    """Also when a document was published, in years; when a reference was says little of its numbers."""
    kind = vocabulary.SOURCE_KINDS[source.kind].words.lower()
    return f"{kind}, {source.published.short}" if source.is_document and source.published else kind


def _note(number: Observation) -> list[str]:
    """What a calculated number is, which no source says."""
    return [number.note] if number.is_calculated and number.note else []
