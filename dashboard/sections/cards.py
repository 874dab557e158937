"""The card around a chart: headline, drawing, the same in words and as a table, downloads, source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component
from flask import Response

from dashboard.charts.drawing.canvas import Figure
from dashboard.design.elements import Link, aria, data, fold, heading, links
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import BREADTHS, SPANS, Span, View
from dashboard.web.application import Dashboard
from dashboard.web.bodies import FOREVER, Body, for_all, respond

Draw = Callable[..., Figure]
"""`draw(data, key, /, *, scheme, width)`: the figure named `key` ("chart/<chart_id>", …) for a width in pixels.

Its layout names its height, and each mark's customdata the number that it stands for. Raises `Unknown` where no chart
has that key.
"""

AS_STATED = "as stated"
PARTLY_CALCULATED = "as stated; what is marked so is calculated"

FIGURES = "/figures/<stamp>/<view>/<span>/<path:key>.json"
"""The figures of a version of the data, each for a view and a span, as assets/drawing.js asks for them."""

Heights = tuple[int, ...]
"""The heights of a drawing in CSS pixels, one for each of `BREADTHS`."""

PICTURES = (("png", "Picture (PNG)"), ("svg", "Drawing (SVG)"))
KEYS = "Left and right arrow keys go from point to point, Enter opens the passage, Escape ends."


class Point(NamedTuple):
    """A mark of a drawing as the keyboard comes to it: what it stands for, what is spoken, where it leads."""

    id: str
    said: str
    href: str


@dataclass(frozen=True, slots=True)
class Card:
    """What stands around a drawing.

    `headline` states the finding, `subtitle` the unit and the period, `key_line` what the marks of qualifiers mean,
    `source` where the numbers come from, `origin` whether all are as stated, `alternative` the same as the drawing in
    one sentence with its numbers. `table` is the twin. `href` is the chart's own page.
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


def heights(now: Snapshot, draw: Draw, key: str, span: Span) -> Heights:
    """How high a drawing is at each breadth of the window, so that its place can be kept and nothing moves."""
    return tuple(now.once(_height, draw, key, View("light", breadth).width(span)) for breadth in BREADTHS)


def walked(figure: Figure, points: Iterable[Point]) -> Figure:
    """The figure with what assets/points.js goes through, in the order in which it is told."""
    return {**figure, "layout": {**figure["layout"], "meta": {"points": [*points]}}}


def around(card: Card, high: Heights) -> Component:
    """The place of the drawing with everything around it."""
    parts = [_caption(card), _canvas(card, high), *_key(card), _walk(), _tools(card), _source(card)]
    return html.Figure(parts, className=_class(card), **_for_pictures(card))


def in_words(card: Card, content: Component) -> Component:
    """The same card around numbers in words, where there is nothing to draw."""
    take = [fold("Table", card.table), fold("Download", links(card.downloads))]
    parts = [_caption(card), content, html.Div(take, className="chart-tools"), _source(card)]
    return html.Figure(parts, className=_class(card))


def register(app: Dashboard, store: Store, draw: Draw) -> None:
    """Answer the addresses of the figures."""

    def figure(stamp: str, view: str, span: str, key: str) -> Response:
        asked, now = View.named(view), store.of(stamp)
        if now is None:
            raise Unknown("version", stamp)
        if span not in SPANS:
            raise Unknown("span", span)
        body = now.kept.get((key, asked, span), lambda: _figure(now, draw, key, asked, span))
        return for_all(respond(body, cache=FOREVER))

    app.server.add_url_rule(FIGURES, "figures", figure)


def _figure(now: Snapshot, draw: Draw, key: str, view: View, span: Any) -> Body:
    figure = draw(now, key, scheme=view.scheme, width=view.width(span))
    return Body(json.dumps(figure, ensure_ascii=False, separators=(",", ":")).encode(), "figure.json")


def _height(now: Snapshot, draw: Draw, key: str, width: int) -> int:
    return draw(now, key, scheme="light", width=width)["layout"]["height"]


def _caption(card: Card) -> Component:
    name = html.A(card.headline, href=card.href) if card.href else card.headline
    below = [html.P(card.subtitle, className="subtitle")] if card.subtitle else []
    return html.Figcaption([heading(card.level, name), *below])


def _class(card: Card) -> str:
    return "card chart wide" if card.span == "full" else "card chart"


def _key(card: Card) -> list[Component]:
    return [html.P(card.key_line)] if card.key_line else []


def _canvas(card: Card, high: Heights) -> Component:
    """Where assets/drawing.js draws the figure."""
    style = {f"--h{breadth}": f"{height}px" for breadth, height in zip(BREADTHS, high, strict=True)}
    named = data(figure=card.key, span=card.span)
    return html.Div(className="canvas", role="img", style=style, **named, **aria(label=card.alternative))


def _walk() -> Component:
    """Where the point that the keyboard is at is shown and spoken (assets/points.js)."""
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
