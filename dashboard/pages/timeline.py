"""The timeline: every dated event drawn, and listed with each source's own dating of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import charts, passages
from dashboard.sections.timetable import flags, when
from dashboard.state import addresses
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.language.written import capitalized, many
from validation.model.events import Dating, Event, events
from validation.model.register import Register

PATH = "/timeline"
EVENTS = "events"


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page(PATH, layout, title="Timeline")


def layout(data: Snapshot, /, **query: Any) -> Component:
    """The chart of all events, then those of a kind and a source (`?kind=`, `?source=`) with their datings."""
    if not events(data.register):
        return elements.page("Timeline", elements.empty("No event is registered."))
    return elements.page(
        "Timeline",
        *([charts.timeline_card(data)] if charts.dated(data) else []),
        elements.section(
            "list",
            "Every event",
            _form(data.register, query),
            controls.results(EVENTS, listed(data, **query)),
            intro="Each source’s own dating leads to its passage.",
        ),
        lede="What the sources date, from the earliest event to the latest, and where their datings differ.",
    )


def listed(data: Snapshot, /, **query: Any) -> list[Component]:
    """The events of the kind and the source that are asked for."""
    kind, source = _asked(data.register, query)
    every = events(data.register)
    found = [event for event in every if _is(event, kind, source)]
    if not found:
        return [elements.empty("No event is of this kind and dated by this source.", html.A("Show all", href=PATH))]
    columns = (Column("When"), Column("What"), Column("Kind"), Column("Dated by"))
    rows = [_row(data.register, event) for event in found]
    count = html.P(f"{len(found)} of {many(len(every), 'event')}", role="status")
    return [count, table(columns, rows, caption="Events in the order of time", narrow="stack", hidden_caption=True)]


def _asked(register: Register, query: addresses.Query) -> tuple[str, str]:
    """The kind and the source that are asked for, "" for all of them."""
    kind = addresses.chosen(query, "kind", ["", *_kinds(register)], "")
    return kind, addresses.chosen(query, "source", ["", *_dating(register)], "")


def _form(register: Register, query: addresses.Query) -> Component:
    kinds = [("", "All kinds"), *((kind, capitalized(kind)) for kind in _kinds(register))]
    dating = [("", "All sources"), *_dating(register).items()]
    return controls.form(
        PATH,
        controls.select("kind", "Kind", kinds, addresses.text(query, "kind"), id="timeline-kind"),
        controls.select("source", "Dated by", dating, addresses.text(query, "source"), id="timeline-source"),
        live=EVENTS,
        label="Filter the events",
    )


def _kinds(register: Register) -> list[str]:
    return sorted({event.kind for event in events(register)} - {""})


def _dating(register: Register) -> Mapping[str, str]:
    """The titles of the sources that date an event, by id, in the order of the sources."""
    dating = {source.id for event in events(register) for source in event.sources}
    return {name: source.title for name, source in register.sources.items() if name in dating}


def _is(event: Event, kind: str, source: str) -> bool:
    return kind in ("", event.kind) and (not source or source in {one.id for one in event.sources})


def _row(register: Register, event: Event) -> Row:
    name = html.A(event.name, href=f"/events/{event.id}")
    datings = html.Ul([html.Li(_dated(register, dating)) for dating in event.datings], className="datings")
    return Row((when(event), name, event.kind, datings), id=event.id)


def _dated(register: Register, dating: Dating) -> list[Any]:
    """The date as printed, who prints it, and what is disputed about it."""
    printed = html.A(f"“{dating.printed}”", href=passages.place(dating))
    return [printed, f" {dating.source.title}", *flags(register, dating)]
