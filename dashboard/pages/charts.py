"""One chart at its largest: its numbers drawn, in a table, in their passages; and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import cards, charts, checks, passages, sources
from dashboard.sections.front import topics
from dashboard.state.addresses import chosen
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.model.observations import Observation
from validation.model.subjects import Chart


def register(app: Dashboard, store: Store) -> None:
    """The page of each chart."""
    app.page("/charts/<chart_id>", layout, title=title, about=finding, ids=charts.with_numbers, data=True)


def title(data: Snapshot, /, chart_id: str) -> str:
    """The chart's name."""
    return find(data, chart_id).name


def finding(data: Snapshot, /, chart_id: str) -> str:
    """What the chart shows, as its headline has it."""
    return charts.headline(data, f"chart/{find(data, chart_id).id}")


def layout(data: Snapshot, /, *, chart_id: str, **query: Any) -> Component:
    """The chart, `?show=` saying what of it; what its numbers were held against, and what it is made of."""
    chart, key = find(data, chart_id), f"chart/{chart_id}"
    show = chosen(query, "show", cards.TABS, cards.TABS[0])
    return elements.page(
        chart.name,
        charts.card(data, key, span="full", level=2, show=show),
        *_held(data, charts.find(data, key).numbers),
        elements.section("indicators", "What it is made of", _indicators(data, chart)),
        lede=chart.note,
        crumbs=[("/", "Findings"), (topics.place(data, chart.topic), chart.topic)],
    )


def find(data: Snapshot, chart_id: str) -> Chart:
    """The chart. Raises `Unknown` where there is none or it has no number."""
    found = charts.with_numbers(data)
    if chart_id not in found:
        raise Unknown("chart", chart_id, found)
    return found[chart_id]


def _held(data: Snapshot, numbers: Iterable[Observation]) -> list[Component]:
    """The verdict on the documents' numbers, together where all that is said of them is the same; else nothing."""
    together: dict[frozenset[tuple[Observation | None, str, str]], list[Observation]] = {}
    for number in numbers:
        found = checks.ordered(data.register, number)
        if said := frozenset((check.reference, check.verdict, check.explanation) for check in found):
            together.setdefault(said, []).append(number)
    held = [elements.card(*map(_name, same), *_verdict(data, same[0])) for same in together.values()]
    return [elements.section("held", "Held against public statistics", *held)] if held else []


def _name(number: Observation) -> Component:
    return html.P([passages.figure(number), f" {number.indicator.name}, {sources.name(number.source)}"])


def _verdict(data: Snapshot, number: Observation) -> list[Component]:
    return checks.verdict(checks.ordered(data.register, number))


def _indicators(data: Snapshot, chart: Chart) -> Component:
    pairs = [
        (html.A(indicator.name, href=f"/indicators/{indicator.id}"), indicator.definition)
        for indicator in data.register.indicators.values()
        if indicator.chart.id == chart.id
    ]
    return elements.card(elements.definitions(pairs))
