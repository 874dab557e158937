"""The timeline: every dated event drawn on one scale, and listed with each document's own dating of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import headlines
from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.sections import charts, timetable
from dashboard.sections.timetable import ALL, KIND, PATH, WRONG, Choice
from dashboard.state import addresses
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.model.events import Event, events


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page(PATH, layout, title="Dates", states=states)


def states(data: Snapshot) -> Iterable[addresses.Query]:
    """The dates of each kind, and those that are wrong."""
    hrefs = [choice.href for key, choice in timetable.choices(data.register).items() if key != ALL]
    return [addresses.parsed(href.partition("?")[2]) for href in hrefs]


def layout(data: Snapshot, /, **query: Any) -> Component:
    """The events that have a date, all of them, of a kind (`?kind=`) or wrong (`?wrong=1`); then the others."""
    every, choices = events(data.register), timetable.choices(data.register)
    if not every:
        return elements.page("Dates", elements.empty("No event is registered."))
    key = _asked(query, choices)
    chosen = choices.get(key)
    undated = [event for event in every if not event.period] if key == ALL else []
    return elements.page(
        headlines.timeline_headline(every),
        *([_nav(choices.values(), key), charts.timeline_card(data, key)] if chosen else []),
        *([_list(chosen)] if chosen else []),
        *([_undated(undated)] if undated else []),
        lede=f"When things were, and how documents date them. {headlines.timeline_confidence(every)}",
    )


def _asked(query: addresses.Query, choices: Mapping[str, Choice]) -> str:
    """The key of what is asked for. Raises `Unacceptable` for a kind that no dated event has."""
    kinds = [key.removeprefix(KIND) for key in choices if key.startswith(KIND)]
    kind = addresses.chosen(query, "kind", ["", *kinds], "")
    wrong = addresses.chosen(query, "wrong", ["", *(["1"] if WRONG in choices else [])], "")
    return WRONG if wrong else f"{KIND}{kind}" if kind else ALL


def _nav(choices: Iterable[Choice], key: str) -> Component:
    """Links to what can be chosen, each with how many events it has."""
    items = [
        html.Li(
            html.A(
                [one.words, " ", html.Span(f"{len(one.events):,}")],
                href=one.href,
                className="choice wrongly" if one.key == WRONG else "choice",
                **aria(current="true" if one.key == key else None),
            )
        )
        for one in choices
    ]
    return html.Nav(html.Ul(items, className="choices"), **aria(label="Kinds of events"))


def _list(chosen: Choice) -> Component:
    """The events that are drawn, in the same order."""
    heading = "Every event" if chosen.key == ALL else chosen.words
    intro = "What each document prints leads to its passage."
    caption = f"{heading}, in the order of years; within one year, in the order of names"
    return elements.section("list", heading, timetable.events_table(chosen.events, caption), intro=intro)


def _undated(found: Iterable[Event]) -> Component:
    intro = "They have no place on the scale: what a document says of their time is not confirmed."
    content = timetable.events_table(found, "Events without a date")
    return elements.section("undated", "Without a date", content, intro=intro)
