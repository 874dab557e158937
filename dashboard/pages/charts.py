"""One chart at its largest: its indicators, its numbers, its note, and how to show it elsewhere."""

from __future__ import annotations

from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask import has_request_context, request

from dashboard.design import elements
from dashboard.sections import charts as drawings
from dashboard.state import facts
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard

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
    return find(data, chart_id)["name"]


def layout(data: Snapshot, /, *, view: View, chart_id: str, **_: Any) -> Component:
    """The chart, what it is made of, how to take it along."""
    chart = find(data, chart_id)
    key = f"chart/{chart_id}"
    numbers = drawings.numbers_table(data, drawings.drawn_rows(data, key), "Every number drawn")
    return elements.page(
        chart["name"],
        drawings.card(data, key, view, span="full", level=2),
        elements.section("indicators", "What it is made of", _indicators(data, chart_id)),
        elements.section("numbers", "Its numbers", elements.card(numbers)),
        elements.section("embed", "Show it elsewhere", _embedding(data, chart, view)),
        lede=chart["note"],
        crumbs=[("/", "Overview")],
        kind=chart["topic"],
    )


def find(data: Snapshot, chart_id: str) -> dict[str, Any]:
    """The chart's row. Raises `Unknown` where there is none or it has no number."""
    drawn = set(facts.observations(data)["chart_id"])
    charts = {
        row["chart_id"]: row for row in facts.table(data, "charts").to_dict("records") if row["chart_id"] in drawn
    }
    if chart_id not in charts:
        raise Unknown("chart", chart_id, charts)
    return charts[chart_id]


def _indicators(data: Snapshot, chart_id: str) -> Component:
    indicators = facts.table(data, "indicators")
    pairs = [
        (html.A(row["name"], href=f"/indicators/{row['indicator_id']}"), row["definition"])
        for row in indicators[indicators["chart_id"].eq(chart_id)].to_dict("records")
    ]
    return elements.card(elements.definitions(pairs))


def _embedding(data: Snapshot, chart: dict[str, Any], view: View) -> Component:
    path = f"/embed/{chart['chart_id']}"
    root = request.host_url.rstrip("/") if has_request_context() else ""
    code = FRAME.format(address=escape(root + path), title=escape(chart["name"]), height=_height(data, chart, view))
    words = html.P(["The chart alone, with its source: ", html.A(path, href=path), ". To put it into a page of yours:"])
    return elements.card(words, html.Pre(html.Code(code)), html.P(elements.copy_button(code, "Copy the code")))


def _height(data: Snapshot, chart: dict[str, Any], view: View) -> int:
    key = f"chart/{chart['chart_id']}"
    return AROUND + drawings.height(data, key, view, "full")
