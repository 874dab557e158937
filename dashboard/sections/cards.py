"""The card around a chart: headline, drawing, the same in words and as a table, downloads, source."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import plotly.graph_objects as go
from dash import MATCH, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.design import theme
from dashboard.design.attributes import aria, data
from dashboard.design.elements import Link, fold, heading, links
from dashboard.state.refusals import Refusal
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import Span, View
from dashboard.web.shell import VIEW

Figure = dict[str, Any]
"""A figure as plotly.js reads it."""

AS_STATED = "as stated"
CONFIG: Any = theme.CONFIG
PICTURES = (("png", "Picture (PNG)"), ("svg", "Drawing (SVG)"))
KEYS = "Left and right arrow keys go from point to point, Enter opens the passage, Escape ends."


class Draw(Protocol):
    """Makes a chart's figure out of the current data."""

    def __call__(self, data: Snapshot, key: str, /, *, scheme: str, width: int) -> go.Figure:
        """The figure named `key` ("chart/<chart_id>", "indicator/<indicator_id>", …) for a width in pixels.

        Its layout names its height, and each mark's customdata the observation that it stands for.
        Raises `Unknown` where no chart has that key.
        """
        ...


@dataclass(frozen=True, slots=True)
class Chart:
    """What stands around a drawing.

    `headline` states the finding, `subtitle` the unit and the period, `key_line` what the marks of qualifiers mean,
    `source` where the numbers come from, `alternative` the same as the drawing in one sentence with its numbers.
    `table` is the twin: the rows that carry `point` and `said` are what the keyboard walks through. `href` is the
    chart's own page.
    """

    key: str
    headline: str
    subtitle: str
    source: str
    alternative: str
    table: Component
    href: str = ""
    downloads: Sequence[Link] = ()
    key_line: str = ""
    span: Span = "half"
    level: int = 3


def drawn(now: Snapshot, draw: Draw, key: str, view: View, span: Span) -> Figure:
    """The figure for a reader's view, made once for each version of the data."""
    return now.once(_drawn, draw, key, view, span)


def card(chart: Chart, figure: Figure) -> Component:
    """The chart with everything around it."""
    parts = [_caption(chart), _canvas(chart, figure), *_key(chart), _walk(), _tools(chart), _source(chart)]
    return html.Figure(parts, className=_class(chart), **_for_pictures(chart))


def words(chart: Chart, content: Component) -> Component:
    """The same card around numbers in words, where there is nothing to draw."""
    take = [fold("Table", chart.table), fold("Download", links(chart.downloads))]
    parts = [_caption(chart), content, html.Div(take, className="chart-tools"), _source(chart)]
    return html.Figure(parts, className=_class(chart))


def _caption(chart: Chart) -> Component:
    name = html.A(chart.headline, href=chart.href) if chart.href else chart.headline
    below = [html.P(chart.subtitle, className="subtitle")] if chart.subtitle else []
    return html.Figcaption([heading(chart.level, name), *below])


def _class(chart: Chart) -> str:
    return "card chart wide" if chart.span == "full" else "card chart"


def _key(chart: Chart) -> list[Component]:
    return [html.P(chart.key_line, className="key")] if chart.key_line else []


def register(app: Dash, store: Store, draw: Draw) -> None:
    """Draw the charts on the page anew when the reader's view is another than the one they were drawn for."""

    @app.callback(
        Output(_id(MATCH, MATCH), "figure"),
        Output(_id(MATCH, MATCH), "style"),
        Input(VIEW, "data"),
        State(_id(MATCH, MATCH), "id"),
        prevent_initial_call=True,
    )
    def redraw(view: object, chart: object) -> tuple[Figure, dict[str, str]]:
        key, span = _asked(chart)
        try:
            figure = drawn(store.current(), draw, key, View.read(view), span)
        except Refusal as refusal:
            raise PreventUpdate from refusal
        return figure, _size(figure)


def _drawn(now: Snapshot, draw: Draw, key: str, view: View, span: Span) -> Figure:
    """The figure with the view it is drawn for, which assets/scheme.js compares with the window's."""
    figure = json.loads(draw(now, key, scheme=view.scheme, width=view.width(span)).to_json())
    figure["layout"]["meta"] = {"view": str(view)}
    return figure


def _asked(chart: object) -> tuple[str, Span]:
    """The key and the span in a chart's id, which comes from the browser and may be anything."""
    values = chart if isinstance(chart, dict) else {}
    return str(values.get("chart")), "full" if values.get("span") == "full" else "half"


def _id(key: Any, span: Any) -> dict[str, Any]:
    return {"chart": key, "span": span}


def _size(figure: Figure) -> dict[str, str]:
    """A height given beforehand, so that nothing moves when the drawing comes."""
    return {"height": f"{figure['layout'].get('height', 320)}px"}


def _canvas(chart: Chart, figure: Figure) -> Component:
    graph = dcc.Graph(id=_id(chart.key, chart.span), figure=figure, config=CONFIG, responsive=True, style=_size(figure))
    return html.Div(graph, className="canvas", role="img", **aria(label=chart.alternative))


def _walk() -> Component:
    """Where the point that the keyboard is at is shown and spoken (assets/charts.js)."""
    return html.P(className="spoken", role="status", **aria(live="polite"))


def _tools(chart: Chart) -> Component:
    walk = html.Button("Walk through the points", type="button", className="button small walk", title=KEYS)
    buttons = [_picture(format, words) for format, words in PICTURES]
    take = [html.Div(buttons, className="buttons"), links(chart.downloads)]
    return html.Div([fold("Table", chart.table), fold("Download", *take), walk], className="chart-tools")


def _picture(format: str, words: str) -> Component:
    return html.Button(words, type="button", className="button small", **data(picture=format))


def _source(chart: Chart) -> Component:
    return html.P([f"Source: {chart.source}, ", html.Strong(AS_STATED), "."], className="source")


def _for_pictures(chart: Chart) -> dict[str, Any]:
    """What a picture of the chart must say by itself (assets/pictures.js)."""
    source = f"Source: {chart.source}, {AS_STATED}."
    return data(name=chart.key.replace("/", "-"), headline=chart.headline, subtitle=chart.subtitle, source=source)
