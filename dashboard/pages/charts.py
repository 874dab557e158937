"""One chart at its largest: its indicators, its numbers, its note, and how to show it elsewhere."""

from __future__ import annotations

from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import charts
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.visits import current_visit
from validation.model import citations
from validation.model.subjects import Chart

FRAME = (
    '<iframe src="{address}" title="{title}" width="100%" height="{height}" style="border:0" loading="lazy"></iframe>'
)

AROUND = 220
"""Pixels that an embedded chart needs besides its drawing."""


def register(app: Dashboard, store: Store) -> None:
    """The page of each chart."""
    app.page("/charts/<chart_id>", layout, title=title)


def title(data: Snapshot, /, chart_id: str) -> str:
    """The chart's name."""
    return find(data, chart_id).name


def layout(data: Snapshot, /, *, chart_id: str, **_: Any) -> Component:
    """The chart, what it is made of, how to take it along."""
    chart, key = find(data, chart_id), f"chart/{chart_id}"
    numbers = charts.numbers_table(data, charts.find(data, key), "Every number drawn")
    return elements.page(
        chart.name,
        charts.card(data, key, span="full", level=2),
        elements.section("indicators", "What it is made of", _indicators(data, chart)),
        elements.section("numbers", "Its numbers", elements.card(numbers)),
        elements.section("embed", "Show it elsewhere", _embedding(data, chart)),
        lede=chart.note,
        crumbs=[("/", "Overview")],
        kind=chart.topic,
    )


def find(data: Snapshot, chart_id: str) -> Chart:
    """The chart. Raises `Unknown` where there is none or it has no number."""
    found = charts.with_numbers(data)
    if chart_id not in found:
        raise Unknown("chart", chart_id, found)
    return found[chart_id]


def _indicators(data: Snapshot, chart: Chart) -> Component:
    pairs = [
        (html.A(indicator.name, href=f"/indicators/{indicator.id}"), indicator.definition)
        for indicator in data.register.indicators.values()
        if indicator.chart.id == chart.id
    ]
    return elements.card(elements.definitions(pairs))


def _embedding(data: Snapshot, chart: Chart) -> Component:
    path, height = f"/embed/{chart.id}", AROUND + charts.height(data, f"chart/{chart.id}", "full")
    base = citations.base_of(data.register, current_visit())
    code = FRAME.format(address=escape(base + path), title=escape(chart.name), height=height)
    words = html.P(["The chart alone, with its source: ", html.A(path, href=path), ". To put it into a page of yours:"])
    return elements.card(words, html.Pre(html.Code(code)), html.P(elements.copy_button(code, "Copy the code")))
