"""One event: how its documents date it, each dating with its passage, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements, signs
from dashboard.design.elements import aria
from dashboard.sections import objections, passages, sources, timetable
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation import vocabulary
from validation.language.written import many
from validation.model import events
from validation.model.events import Dating, Event
from validation.model.register import Register
from validation.model.subjects import Source

CRUMBS = [(timetable.PATH, "Dates")]


def register(app: Dashboard, store: Store) -> None:
    """The page of each event."""
    app.page("/events/<event_id>", layout, title=title, ids=lambda data: events.by_id(data.register))


def title(data: Snapshot, /, event_id: str) -> str:
    """The event's name."""
    return find(data, event_id).name


def layout(data: Snapshot, /, *, event_id: str, **_: Any) -> Component:
    """How the documents date the event, then a card for each dating, then what else is known."""
    event = find(data, event_id)
    cards = [_dating(dating) for dating in event.datings]
    known = [pair for pair in (("Where", event.area.name), ("Note", _note(event))) if pair[1]]
    return elements.page(
        event.name,
        html.P(elements.explained(timetable.verdict(event)), className="dated"),
        *_reasons(data.register, event),
        elements.section("datings", f"As dated by {many(len(event.sources), 'source')}", elements.grid(*cards)),
        *([elements.section("about", "About this event", elements.definitions(known))] if known else []),
        _neighbors(data, event),
        lede=timetable.when(event),
        crumbs=CRUMBS,
        kind=f"Event · {event.kind}" if event.kind else "Event",
    )


def find(data: Snapshot, event_id: str) -> Event:
    """The event of that id. Raises `Unknown` where there is none."""
    found = events.by_id(data.register)
    if event_id not in found:
        raise Unknown("event", event_id, found)
    return found[event_id]


def _reasons(register: Register, event: Event) -> list[Component]:
    """What is said against its datings, each once, as two accounts share one explanation."""
    found = objections.between(one for dating in event.datings for one in objections.of(register, dating.id))
    items = [html.Li([html.Strong(f"{one.words}."), f" {one.explanation}"], dir="auto") for one in found]
    return [html.Ul(items, className="reasons")] if items else []


def _note(event: Event) -> list[Any]:
    """The note, in which each reference that it names leads to its page."""
    named = {source.id: source for source in event.authorities}
    pieces = events.NAMED.split(event.note)
    return [_reference(piece, named) if at % 2 else piece for at, piece in enumerate(pieces) if piece]


def _reference(name: str, named: Mapping[str, Source]) -> Any:
    source = named.get(name)
    return html.A(sources.name(source), href=f"/sources/{name}") if source else f"reference: {name}"


def _dating(dating: Dating) -> Component:
    basis = vocabulary.BASES.get(dating.period_basis)
    known = [elements.explained(elements.code_tag(basis, signs.BASES[basis.code]))] if basis else []
    read = f"Read as {dating.words}" if dating.words else "Gives no date"
    return elements.card(
        passages.dating(dating),
        html.P([read, *known, *map(elements.explained, timetable.remark(dating))], className="tags"),
        *([html.P(dating.note, dir="auto")] if dating.note else []),
    )


def _neighbors(data: Snapshot, event: Event) -> Component:
    """Links to the events that stand before and after it in the timeline, where the order may say nothing."""
    order = timetable.ordered(events.events(data.register))
    at = order.index(event)
    parts = []
    if at:
        parts.append(_neighbor(order[at - 1], "Previous", "prev"))
    if at + 1 < len(order):
        parts.append(_neighbor(order[at + 1], "Next", "next"))
    return html.Nav(parts, className="neighbors", **aria(label="Other events"))


def _neighbor(event: Event, words: str, rel: str) -> Component:
    when = f"{words} · {event.when}" if event.when else words
    return html.A([html.Span(when, className="kind"), html.Span(event.name)], href=f"/events/{event.id}", rel=rel)
