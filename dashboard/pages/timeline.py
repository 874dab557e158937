"""The timeline: every dated event drawn, and listed with each source's own dating of it."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import charts as drawings
from dashboard.sections import sources
from dashboard.sections.chronicle import Dating, Event, events
from dashboard.sections.disputes import between
from dashboard.state import addresses
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard

PATH = "/timeline"
EVENTS = "events"


def register(app: Dashboard, store: Store) -> None:
    """The page, and its list as it is filtered."""
    app.page(PATH, layout, title="Timeline")
    app.live(EVENTS, listed)


def layout(data: Snapshot, /, *, view: View, **query: Any) -> Component:
    """The chart of all events, then those of a kind and a source (`?kind=`, `?source=`) with their datings."""
    if not events(data):
        return elements.page("Timeline", elements.empty("No event is registered."))
    return elements.page(
        "Timeline",
        drawings.timeline_card(data, view),
        elements.section(
            "list",
            "Every event",
            _form(data, query),
            controls.results(EVENTS, listed(data, view=view, **query)),
            intro="Each source’s own dating leads to its passage.",
        ),
        lede="What the sources date, from the earliest event to the latest, and where their datings differ.",
    )


def listed(data: Snapshot, /, *, view: View, **query: Any) -> list[Component]:
    """The events of the kind and the source that are asked for."""
    kind = addresses.chosen(query, "kind", ["", *_kinds(data)], "")
    source = addresses.chosen(query, "source", ["", *_dating(data)], "")
    found = [event for event in events(data) if _is(event, kind, source)]
    if not found:
        return [elements.empty("No event is of this kind and dated by this source.", html.A("Show all", href=PATH))]
    columns = (Column("When"), Column("What"), Column("Kind"), Column("Dated by"))
    rows = [_row(event) for event in found]
    count = html.P(f"{len(found)} of {len(events(data))} events", role="status")
    return [count, table(columns, rows, caption="Events in the order of time", narrow="stack", hidden_caption=True)]


def _form(data: Snapshot, query: addresses.Query) -> Component:
    kinds = [("", "All kinds"), *((kind, kind.capitalize()) for kind in _kinds(data))]
    dating = [("", "All sources"), *_dating(data).items()]
    return controls.form(
        PATH,
        controls.select("kind", "Kind", kinds, addresses.text(query, "kind"), id="timeline-kind"),
        controls.select("source", "Dated by", dating, addresses.text(query, "source"), id="timeline-source"),
        live=EVENTS,
        label="Filter the events",
    )


def _kinds(data: Snapshot) -> list[str]:
    return sorted({event.row["kind"] for event in events(data)} - {""})


def _dating(data: Snapshot) -> dict[str, str]:
    """The titles of the sources that date an event, by id."""
    counts = sources.counts(data, "mentions")
    return {source["source_id"]: source["title"] for source in sources.sources(data) if counts[source["source_id"]]}


def _is(event: Event, kind: str, source: str) -> bool:
    dated = {dating.row["source_id"] for dating in event.datings}
    return kind in ("", event.row["kind"]) and (not source or source in dated)


def _row(event: Event) -> Row:
    name = html.A(event.name, href=event.href)
    datings = html.Ul([html.Li(_dated(dating)) for dating in event.datings], className="datings")
    return Row((event.when or "not dated", name, event.row["kind"], datings), id=event.id)


def _dated(dating: Dating) -> list[Any]:
    """The date as printed, who prints it, and what is disputed about it."""
    flags = [dispute.tag for dispute in between(dating.disputes)]
    if dating.differs and not flags:
        flags = [elements.tag("Another date", "warn")]
    return [html.A(f"“{dating.row['printed']}”", href=dating.href), f" {dating.source}", *flags]
