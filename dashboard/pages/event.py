"""One event: each source's dating of it with its passage, what is disputed, and what came before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates
from dashboard.design import codes, elements
from dashboard.design.attributes import aria
from dashboard.sections.chronicle import Dating, Event, events
from dashboard.sections.disputes import between
from dashboard.state import facts
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard

CRUMBS = [("/timeline", "Timeline")]


def register(app: Dashboard, store: Store) -> None:
    """The page of each event."""
    app.page("/events/<event_id>", layout, title=title)


def title(data: Snapshot, /, event_id: str) -> str:
    """The event's name."""
    return find(data, event_id).name


def layout(data: Snapshot, /, *, view: View, event_id: str, **_: Any) -> Component:
    """The event's facts, then a card for each dating."""
    event = find(data, event_id)
    cards = [_dating(dating) for dating in event.datings]
    disputed = between(dispute for dating in event.datings for dispute in dating.disputes)
    known = [pair for pair in _facts(data, event) if pair[1]]
    count = len({dating.row["source_id"] for dating in event.datings})
    return elements.page(
        event.name,
        *(dispute.callout for dispute in disputed),
        elements.section(
            "datings", f"As dated by {count} {'source' if count == 1 else 'sources'}", elements.grid(*cards)
        ),
        *([elements.section("about", "About this event", elements.definitions(known))] if known else []),
        _neighbors(data, event),
        lede=event.when or "Not dated",
        crumbs=CRUMBS,
        kind=f"Event · {event.row['kind']}" if event.row["kind"] else "Event",
    )


def find(data: Snapshot, event_id: str) -> Event:
    """The event of that id. Raises `Unknown` where there is none."""
    found = {event.id: event for event in events(data)}
    if event_id not in found:
        raise Unknown("event", event_id, found)
    return found[event_id]


def _dating(dating: Dating) -> Component:
    row, basis = dating.row, codes.BASES.get(dating.row["period_basis"])
    tags = [elements.tag(basis.words, "note", basis.meaning)] if basis else []
    tags += [dispute.tag for dispute in between(dating.disputes)]
    if dating.differs and not dating.disputes:
        tags.append(elements.tag("Another date", "warn"))
    when = dates.words(row["period"])
    return elements.card(
        elements.quote(row["quote"], row["printed"], source=dating.source, href=dating.href),
        html.P([f"Read as {when}" if when else "Gives no date", *tags], className="tags"),
        *([html.P(row["note"])] if row["note"] else []),
    )


def _facts(data: Snapshot, event: Event) -> Iterator[tuple[str, str]]:
    areas = facts.table(data, "areas").set_index("area_id")["name"]
    yield "Where", areas.get(event.row["area_id"], "")
    yield "Note", event.row["note"]


def _neighbors(data: Snapshot, event: Event) -> Component:
    """Links to the events before and after."""
    order = events(data)
    at = order.index(event)
    parts = []
    if at:
        parts.append(_neighbor(order[at - 1], "Before", "prev"))
    if at + 1 < len(order):
        parts.append(_neighbor(order[at + 1], "After", "next"))
    return html.Nav(parts, className="neighbors", **aria(label="Events before and after"))


def _neighbor(event: Event, words: str, rel: str) -> Component:
    when = f"{words} · {event.when}" if event.when else words
    return html.A([html.Span(when, className="kind"), html.Span(event.name)], href=event.href, rel=rel)
