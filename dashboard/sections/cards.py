"""The card around a chart: headline, drawing, the same in words and as a table, downloads, source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import MATCH, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.charts.drawing.canvas import Figure
from dashboard.design import theme
from dashboard.design.elements import Link, aria, data, fold, heading, links
from dashboard.state.refusals import Refusal
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import Span, View
from dashboard.web.shell import VIEW

Draw = Callable[..., Figure]
"""`draw(data, key, /, *, scheme, width)`: the figure named `key` ("chart/<chart_id>", …) for a width in pixels.

Its layout names its height, and each mark's customdata the number that it stands for. Raises `Unknown` where no chart
has that key.
"""

AS_STATED = "as stated"
PARTLY_CALCULATED = "as stated; what is marked so is calculated"
CONFIG: Any = theme.CONFIG
PICTURES = (("png", "Picture (PNG)"), ("svg", "Drawing (SVG)"))
KEYS = "Left and right arrow keys go from point to point, Enter opens the passage, Escape ends."


@dataclass(frozen=True, slots=True)
class Card:
    """What stands around a drawing.

    `headline` states the finding, `subtitle` the unit and the period, `key_line` what the marks of qualifiers mean,
    `source` where the numbers come from, `origin` whether all are as stated, `alternative` the same as the drawing in
    one sentence with its numbers. `table` is the twin: the rows that carry `point` and `said` are what the keyboard
    walks through. `href` is the chart's own page.
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
    origin: str = AS_STATED
    span: Span = "half"
    level: int = 3


def drawn(now: Snapshot, draw: Draw, key: str, view: View, span: Span) -> Figure:
    """The figure for a reader's view, made once for each version of the data."""
    return now.once(_drawn, draw, key, view, span)


def around(card: Card, figure: Figure) -> Component:
    """The drawing with everything around it."""
    parts = [_caption(card), _canvas(card, figure), *_key(card), _walk(), _tools(card), _source(card)]
    return html.Figure(parts, className=_class(card), **_for_pictures(card))


def in_words(card: Card, content: Component) -> Component:
    """The same card around numbers in words, where there is nothing to draw."""
    take = [fold("Table", card.table), fold("Download", links(card.downloads))]
    parts = [_caption(card), content, html.Div(take, className="chart-tools"), _source(card)]
    return html.Figure(parts, className=_class(card))


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
    figure = draw(now, key, scheme=view.scheme, width=view.width(span))
    return {**figure, "layout": {**figure["layout"], "meta": {"view": str(view)}}}


def _asked(chart: object) -> tuple[str, Span]:
    """The key and the span in a chart's id, which comes from the browser and may be anything."""
    values = chart if isinstance(chart, dict) else {}
    return str(values.get("chart")), "full" if values.get("span") == "full" else "half"


def _id(key: Any, span: Any) -> dict[str, Any]:
    return {"chart": key, "span": span}


def _size(figure: Figure) -> dict[str, str]:
    """A height given beforehand, so that nothing moves when the drawing comes."""
    return {"height": f"{figure['layout'].get('height', 320)}px"}


def _caption(card: Card) -> Component:
    name = html.A(card.headline, href=card.href) if card.href else card.headline
    below = [html.P(card.subtitle, className="subtitle")] if card.subtitle else []
    return html.Figcaption([heading(card.level, name), *below])


def _class(card: Card) -> str:
    return "card chart wide" if card.span == "full" else "card chart"


def _key(card: Card) -> list[Component]:
    return [html.P(card.key_line)] if card.key_line else []


def _canvas(card: Card, figure: Figure) -> Component:
    graph = dcc.Graph(id=_id(card.key, card.span), figure=figure, config=CONFIG, responsive=True, style=_size(figure))
    return html.Div(graph, className="canvas", role="img", **aria(label=card.alternative))


def _walk() -> Component:
    """Where the point that the keyboard is at is shown and spoken (assets/charts.js)."""
    return html.P(className="spoken", role="status", **aria(live="polite"))


def _tools(card: Card) -> Component:
    walk = html.Button("Walk through the points", type="button", className="button small walk", title=KEYS)
    buttons = [_picture(format, words) for format, words in PICTURES]
    take = [html.Div(buttons, className="buttons"), links(card.downloads)]
    return html.Div([fold("Table", card.table), fold("Download", *take), walk], className="chart-tools")


def _picture(format: str, words: str) -> Component:
    return html.Button(words, type="button", className="button small", **data(picture=format))


def _source(card: Card) -> Component:
    return html.P([f"Source: {card.source}, ", html.Strong(card.origin), "."], className="source")


def _for_pictures(card: Card) -> dict[str, Any]:
    """What a picture of the chart must say by itself (assets/pictures.js)."""
    source = f"Source: {card.source}, {card.origin}."
    return data(name=card.key.replace("/", "-"), headline=card.headline, subtitle=card.subtitle, source=source)
