"""The overview: what this is, why to trust it, and every chart, topic by topic, the strongest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts.choice import ALONE
from dashboard.design import elements
from dashboard.pages import glance
from dashboard.sections import charts as drawings
from dashboard.sections import tiles
from dashboard.state import facts
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard

STRENGTH = ("growth", "series", "shares", "areas", "accounts", "stated", ALONE)
"""Kinds of charts, those that tell most first."""

ROOM = 4
"""Numbers alone that stand side by side on a wide screen."""

# Pixels of a card around its drawing, and how much longer one column may be before the charts go over the whole width.
_AROUND = 230
_UNEVEN = 1.3


def register(app: Dashboard, store: Store) -> None:
    """The page at the root."""
    app.page("/", layout)


def layout(data: Snapshot, /, *, view: View, **_: Any) -> Component:
    """Counts, the key to the marks, then a chart for each group of indicators and the timeline."""
    topics = ranked(data)
    places = [(f"#{_slug(topic)}", topic) for topic in topics]
    drawn = {topic: keys for topic, keys in topics.items() if drawings.chosen(data, keys[0]) != ALONE}
    rest = {topic: keys for topic, keys in topics.items() if topic not in drawn}
    return elements.page(
        data.title,
        glance.counts(data),
        *glance.checked(data),
        *glance.without_documents(data),
        glance.key(data),
        elements.anchors([*places, *([("#timeline", "Timeline")] if glance.dated(data) else [])], "Topics"),
        *(_section(topic, _cards(data, keys, view)) for topic, keys in drawn.items()),
        html.Div([_numbers(data, topic, rest[topic], view) for topic in packed(data, rest)], className="alone"),
        *glance.timeline(data),
        lede=data.collection.get("description", ""),
    )


def ranked(data: Snapshot) -> dict[str, list[str]]:
    """The keys of each topic's charts: with documents' numbers first, then what tells most, then most numbers."""
    return data.once(_ranked)


def packed(data: Snapshot, topics: dict[str, list[str]]) -> list[str]:
    """Topics of numbers alone in an order in which they fill rows of `ROOM`."""
    sizes = {topic: min(ROOM, sum(_size(data, key) for key in charts)) for topic, charts in topics.items()}
    lines: list[list[str]] = []
    for topic in sorted(sizes, key=lambda topic: -sizes[topic]):
        fitting = (line for line in lines if sum(sizes[one] for one in line) + sizes[topic] <= ROOM)
        line = next(fitting, None)
        if line is None:
            lines.append(line := [])
        line.append(topic)
    return [topic for line in lines for topic in line]


def _ranked(data: Snapshot) -> dict[str, list[str]]:
    found = set(facts.observations(data)["chart_id"])
    topics: dict[str, list[str]] = {}
    for chart in facts.table(data, "charts").to_dict("records"):
        if chart["chart_id"] in found:
            topics.setdefault(chart["topic"], []).append(f"chart/{chart['chart_id']}")
    ordered = {topic: sorted(keys, key=lambda key: _rank(data, [key])) for topic, keys in topics.items()}
    return dict(sorted(ordered.items(), key=lambda entry: _rank(data, entry[1])))


def _rank(data: Snapshot, keys: Sequence[str]) -> tuple[bool, int, int]:
    """Whether the charts draw references alone, the strongest kind among them, how many numbers they have."""
    alone, strongest = min((of_references(data, key), STRENGTH.index(drawings.chosen(data, key))) for key in keys)
    return alone, strongest, -sum(len(drawings.drawn_rows(data, key)) for key in keys)


def of_references(data: Snapshot, key: str) -> bool:
    """Whether a chart draws no number of a document."""
    return not drawings.drawn_rows(data, key)["source_kind"].eq("document").any()


def _size(data: Snapshot, key: str) -> int:
    return tiles.count(drawings.drawn_rows(data, key))


def _cards(data: Snapshot, keys: Sequence[str], view: View) -> list[Component]:
    """The charts of a topic in two columns that end nearly together, as many as need be over the whole width before."""
    halves = columns({key: drawings.height(data, key, view) for key in keys})
    if halves:
        return [html.Div([_column(data, column, view) for column in halves], className="halves")]
    first = [drawings.card(data, key, view, span="full") for key in keys[:1]]
    return [*first, *_cards(data, keys[1:], view)] if keys else []


def columns(heights: dict[str, int]) -> list[list[str]]:
    """The charts shared out to two columns; none where one would end long before the other."""
    halves: list[list[str]] = [[], []]
    for key in heights:
        min(halves, key=lambda half: sum(_AROUND + heights[one] for one in half)).append(key)
    low, high = sorted(sum(_AROUND + heights[one] for one in half) for half in halves)
    return halves if low and high <= low * _UNEVEN else []


def _column(data: Snapshot, keys: Iterable[str], view: View) -> Component:
    return html.Div([drawings.card(data, key, view) for key in keys], className="half")


def _numbers(data: Snapshot, topic: str, keys: Sequence[str], view: View) -> Component:
    size = min(ROOM, sum(_size(data, key) for key in keys))
    section = _section(topic, [drawings.card(data, key, view) for key in keys])
    return html.Div(section, style={"flexGrow": size, "flexBasis": f"{size * 200}px"})


def _section(topic: str, cards: Iterable[Component]) -> Component:
    return elements.section(_slug(topic), topic, html.Div(list(cards), className="topic"))


def _slug(topic: str) -> str:
    return re.sub(r"\W+", "-", topic.casefold()).strip("-")
