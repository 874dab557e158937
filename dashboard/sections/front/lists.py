"""What the front page lists: the documents, the dates that they get wrong, the public statistics beside them."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import charts, passages, sources
from dashboard.sections.front.arrangement import context
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.language.written import many
from validation.model import events
from validation.model.events import Dating, Event
from validation.model.subjects import Source

LISTED = 24
"""Entries of a list; what is more is on pages of their own."""

DATES = 4
"""Dates that documents get wrong."""


def documents(now: Snapshot) -> list[Component]:
    """Each document with what is in it."""
    found = sources.documents(now.register)
    if not found:
        return []
    # What is stated is counted without looking through the documents, of which there may be many.
    ordered = sorted(found, key=lambda source: -_numbers(now, source))
    items = [html.Li(_document(now, source)) for source in ordered[:LISTED]]
    more = ("/sources", f"All {len(found):,} documents") if len(found) > LISTED else None
    intro = "Read each with every number marked."
    return [
        elements.section("documents", "The documents", html.Ul(items, className="documents"), intro=intro, more=more)
    ]


def wrong_dates(now: Snapshot) -> list[Component]:
    """The dates that documents get wrong: what is printed, and what is right."""
    found = [(event, one) for event in events.events(now.register) for one in event.datings if one.is_wrong]
    if not found:
        return []
    found.sort(key=lambda pair: -_days_off(*pair))
    items = [html.Li(_wrong(event, one)) for event, one in found[:DATES]]
    more = (href("/timeline", wrong="1"), f"All {len(found):,}") if len(found) > DATES else ("/timeline", "All dates")
    content = html.Ul(items, className="documents wrong-dates")
    intro = "What is printed, and what the references that were looked up have."
    return [elements.section("dates", "Dates that documents get wrong", content, intro=intro, more=more)]


def in_context(now: Snapshot) -> list[Component]:
    """The charts of public statistics, which no document states."""
    names = context(now)
    if not names:
        return []
    items = [html.Li(_series(now, name)) for name in names[:LISTED]]
    intro = "Public statistics; no document states them."
    return [elements.section("context", "In context", html.Ul(items, className="documents several"), intro=intro)]


def _document(now: Snapshot, source: Source) -> list[Component]:
    numbers = _numbers(now, source)
    dates = sum(one.source.id == source.id for one in events.datings(now.register).values())
    count = sources.counted(vocabulary.RECORDED, numbers)
    year = source.published.short if source.published else ""
    about = ", ".join(part for part in (source.author or "no author named", year) if part)
    none = _muted(f"no number, {sources.counted(vocabulary.EVENT, dates)}" if dates else "no number")
    stated = html.Span(count, className="stated-count") if numbers else none
    return [html.A(sources.name(source), href=f"/sources/{source.id}"), stated, _muted(about)]


def _numbers(now: Snapshot, source: Source) -> int:
    return now.register.observations.count("source_id", source.id)


def _days_off(event: Event, one: Dating) -> int:
    """How many days a dating is from the event."""
    if not (event.period and one.period):
        return 0
    return max(0, one.period.first - event.period.last, event.period.first - one.period.last)


def _wrong(event: Event, one: Dating) -> list[Component]:
    right = one.erratum.correct if one.erratum else event.when
    printed = html.Span(one.printed, className="wrong")
    return [
        html.A(event.name, href=f"/events/{event.id}"),
        html.Span([printed, " → ", html.Strong(right)]),
        html.A(sources.name(one.source), href=passages.place(one), className="muted"),
    ]


def _series(now: Snapshot, name: str) -> list[Component]:
    drawing = charts.find(now, f"chart/{name}")
    told_by = charts.sources(drawing.numbers)
    whose = many(len(told_by), "source") if len(told_by) > 1 else told_by[0]
    about = ", ".join(filter(None, (charts.years(drawing.numbers), whose)))
    return [html.A(now.register.charts[name].name, href=f"/charts/{name}"), _muted(about)]


def _muted(words: Any) -> Component:
    return html.Span(words, className="muted")
