"""Numbers set large in their own words, where a drawing would say nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing.content import short_sources
from dashboard.design import signs
from dashboard.design.elements import aria
from dashboard.sections import passages, tags
from dashboard.state.store import Snapshot
from validation.model.observations import Observation


def tiles(data: Snapshot, numbers: Sequence[Observation]) -> Component:
    """A tile for each number, which leads to its passage; what one source says twice of the same thing has one."""
    sources = short_sources(number.told_by for number in numbers)
    several = len(sources) > 1
    shown = [_tile(data, same, sources[same[0].told_by.id] if several else "") for same in repeated(numbers)]
    return html.Div(shown, className="tiles")


def count(numbers: Iterable[Observation]) -> int:
    """How many tiles there are."""
    return len(repeated(numbers))


def repeated(numbers: Iterable[Observation]) -> list[list[Observation]]:
    """The numbers, those together that say the same of the same thing in one source."""
    together: dict[tuple, list[Observation]] = {}
    for number in numbers:
        key = (number.indicator.id, number.area.id, number.period, number.said, number.told_by.id)
        together.setdefault(key, []).append(number)
    return list(together.values())


def large(number: Observation) -> list[Component]:
    """The number in its words, its digits largest, with the mark of its qualifier."""
    before, digits, after = number.parts
    words = [
        *([html.Span(f"{before} ", className="before")] if before else []),
        html.Strong(digits),
        *([html.Span(after if after.startswith("-") else f" {after}", className="after")] if after else []),
    ]
    return [html.Span(words), *mark(number)]


def mark(number: Observation) -> list[Component]:
    """The mark that charts draw for the number's qualifier; none for an exact one."""
    if not signs.MARKS[number.qualifier].end:
        return []
    return [html.Span(className=f"mark mark-{number.qualifier}", **aria(hidden=True))]


def _tile(data: Snapshot, same: list[Observation], source: str) -> Component:
    number = same[0]
    often = f"stated {len(same)} times" if len(same) > 1 else ""
    about = (number.area.name, number.when, source, often)
    parts = [
        html.P(number.indicator.name, className="name"),
        html.P(html.A(large(number), href=passages.opened(data, number)), className=f"large {passages.voice(number)}"),
        html.P(" · ".join(part for part in about if part), className="period"),
        *tags.status(number),
    ]
    return html.Div(parts, className="tile")
