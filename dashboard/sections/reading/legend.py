"""The legend of a text: what the marks mean, and how many of each there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.design.elements import aria
from dashboard.sections.reading.spots import Spot
from dashboard.sections.topics import Topic, topics
from dashboard.state.store import Snapshot
from validation.vocabulary import NUMERAL_STATES, RECORDED, UNACCOUNTED


def legend(data: Snapshot, marked: Sequence[Spot], *, whole: bool) -> Component:
    """Numbers topic by topic, then what else is marked; in a whole text, that nothing is unaccounted for too."""
    return html.Ul(
        [*_numbers(data, marked), *_others(marked, whole)], className="legend", **aria(label="What the marks mean")
    )


def _numbers(data: Snapshot, marked: Sequence[Spot]) -> Iterator[Component]:
    counts = Counter(spot.topic for spot in marked if spot.state == RECORDED)
    for name, topic in topics(data).items():
        if counts[name]:
            yield _entry(counts[name], name, RECORDED, topic)


def _others(marked: Sequence[Spot], whole: bool) -> Iterator[Component]:
    counts = Counter(spot.state for spot in marked if spot.state != RECORDED)
    for state, entry in NUMERAL_STATES.items():
        if counts[state] or (whole and state == UNACCOUNTED):
            yield _entry(counts[state], entry.counted, state)


def _entry(count: int, words: str, state: str, topic: Topic | None = None) -> Component:
    sample = ["12", topic.sign] if topic else ["12"]
    mark = html.Span(sample, className=f"spot spot-{state}", **aria(hidden=True))
    return html.Li([mark, html.Span([html.Strong(str(count)), f" {words}"])], className="" if count else "none")
