"""One chart alone, with its source and a link back, for frames in other people's pages."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.pages.charts import find, finding, title
from dashboard.sections import charts
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard


def register(app: Dashboard, store: Store) -> None:
    """The frame of each chart."""
    app.page("/embed/<chart_id>", layout, title=title, about=finding, ids=charts.with_numbers)


def layout(data: Snapshot, /, *, chart_id: str, **_: Any) -> Component:
    """The chart's card and where it comes from."""
    name = find(data, chart_id).name
    back = html.A(f"{data.title}: every number with its passage", href=f"/charts/{chart_id}", target="_blank")
    card = charts.card(data, f"chart/{chart_id}", span="full", level=2, shared=False)
    return html.Div([html.H1(name, className="unseen"), card, html.P(back, className="back")], className="embedding")
