"""Events in their order with what their sources say of their dates: as a table, and as tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing.content import note
from dashboard.design import elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import objections, passages
from dashboard.sections.cards import Point
from validation.model.events import Dating, Event
from validation.model.register import Register
from validation.vocabulary import STANDINGS


def events_table(events: Iterable[Event]) -> Component:
    """A row for each event, and one for each dating that has a mark of its own, which leads to its passage."""
    columns = (Column("When"), Column("What"), Column("Dated by"))
    lines = [line for event in events for line in (_event_row(event), *_dating_rows(event))]
    return table(columns, lines, caption="Events in the order of time")


def points(events: Iterable[Event]) -> Iterator[Point]:
    """The marks of the timeline: the events, and the datings that have a mark of their own."""
    for event in events:
        yield Point(event.id, f"{event.when}: {event.name}", f"/events/{event.id}")
        for dating in event.differing:
            yield Point(dating.id, f"{event.name}, dated differently: {note(dating)}", passages.place(dating))


def when(event: Event) -> Component:
    """The date, and on what it rests."""
    standing = STANDINGS[event.standing]
    words = f", {standing.words}" if event.period else standing.words
    return html.Span([event.when, html.Span(words, className="none", title=standing.meaning)])


def flags(register: Register, dating: Dating) -> list[Component]:
    """Tags for what is said against a dating, or for another date against which nothing is said."""
    found = objections.between(objections.of(register, dating.id))
    if dating.differs and not found:
        return [elements.tag("Another date", "warn")]
    return [objection.tag for objection in found]


def _event_row(event: Event) -> Row:
    place = f"/events/{event.id}"
    said = "; ".join(f"“{dating.printed}” in {dating.source.title}" for dating in event.datings)
    return Row((event.when, html.A(event.name, href=place), said))


def _dating_rows(event: Event) -> Iterable[Row]:
    for dating in event.differing:
        yield Row((dating.words, html.A(event.name, href=passages.place(dating)), note(dating)))
