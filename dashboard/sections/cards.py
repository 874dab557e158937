"""The card around a chart: headline, drawing, the same in words and as a table, downloads, source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component
from flask import Response

from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.keys import Entry
from dashboard.charts.keys import in_words as in_words_of
from dashboard.design.elements import Link, aria, copies, copy_button, data, heading, links
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import BREADTHS, SPANS, Span, View
from dashboard.web.application import Dashboard
from dashboard.web.bodies import FOREVER, Body, for_all, respond
from validation.language.written import capitalized

Draw = Callable[..., Figure]
"""`draw(data, key, /, *, scheme, width)`: the figure named `key` ("chart/<chart_id>", …) for a width in pixels.

Its layout names its height, and each mark's customdata the number that it stands for. Raises `Unknown` where no chart
has that key.
"""

AS_STATED = "numbers as stated"
PARTLY_CALCULATED = "numbers as stated; what is marked so is calculated"

NAMED = 4
"""Sources that are named beneath a chart."""

TABS = ("chart", "table", "passages")
"""What a card shows of its numbers, as `?show=` says it on the chart's own page."""

FIGURES = "/figures/<stamp>/<view>/<span>/<path:key>.json"
"""The figures of a version of the data, each for a view and a span, as assets/drawing.js asks for them."""

Heights = tuple[int, ...]
"""The heights of a drawing in CSS pixels, one for each of `BREADTHS`."""

PICTURES = (("png", "Save PNG"), ("svg", "Save SVG"))
HINT = "Arrow keys go from point to point, Enter opens the passage, Escape ends."


class Point(NamedTuple):
    """A mark of a drawing as the keyboard comes to it: what it stands for, what is spoken, where it leads."""

    id: str
    said: str
    href: str


@dataclass(frozen=True, slots=True)
class Share:
    """How a chart is taken away: its address, downloads, the code that shows it elsewhere, the words to cite it with.

    `address` is "" where nobody knows its beginning, and then there is no such code; `path` is its end. `cited` are the
    files of the citation for programs, `frozen` the code that shows the chart as released, for good.
    """

    address: str
    path: str
    version: str
    downloads: Sequence[Link] = ()
    embed: str = ""
    citation: str = ""
    cited: Sequence[Link] = ()
    frozen: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands around a drawing.

    `headline` states the finding, `subtitle` the unit and the period, `sources` where the numbers come from, of which a
    picture names all and a `brief` card none, `origin` whether all are as stated, `alternative` the same as the drawing
    in one sentence with its numbers. `marks` are those in use, of which the key has those that are to be `shown`, and a
    picture all. `table` is the twin, `passages` are the quotes, None where there are none. `kicker` stands above,
    `more` are links below. `href` is the chart's own page.
    """

    key: str
    headline: str
    subtitle: str
    sources: Sequence[str]
    alternative: str
    table: Component
    passages: Component | None = None
    kicker: Sequence[Any] = ()
    href: str = ""
    marks: Sequence[Entry] = ()
    shown: Sequence[Entry] = ()
    more: Sequence[Link] = ()
    origin: str = AS_STATED
    brief: bool = False
    note: str = ""
    span: Span = "half"
    level: int = 3


def heights(now: Snapshot, draw: Draw, key: str, span: Span) -> Heights:
    """How high a drawing is at each breadth of the window, so that its place can be kept and nothing moves."""
    widths = [View("light", breadth).width(span) for breadth in BREADTHS]
    high = _by_width(sorted(set(widths)), lambda width: now.once(_height, draw, key, width))
    return tuple(high[width] for width in widths)


def walked(figure: Figure, points: Iterable[Point]) -> Figure:
    """The figure with what assets/points.js goes through: its marks as they are read, then what has no mark."""
    order = figure["layout"].get("meta", {}).get("order", [])
    place = {name: at for at, name in enumerate(order)}
    ordered = sorted(points, key=lambda point: place.get(point.id, len(place)))
    return {**figure, "layout": {**figure["layout"], "meta": {"points": ordered}}}


def around(card: Card, high: Heights, share: Share | None = None, show: str = TABS[0]) -> Component:
    """The place of the drawing with everything around it, `show` being what is seen of it at first."""
    panels = {TABS[0]: _drawn(card, high), TABS[1]: [card.table]}
    if card.passages is not None:
        panels[TABS[2]] = [card.passages]
    show = show if show in panels else TABS[0]
    parts = [_caption(card), _bar(card, panels, share, show), *_panels(panels, show), *_notes(card)]
    return html.Figure(parts, className=_class(card), **_for_pictures(card, share))


def in_short(card: Card, high: Heights) -> Component:
    """The drawing with its headline and the way to the rest of it."""
    panels = {TABS[0]: _drawn(card, high), TABS[1]: [card.table]}
    parts = [_caption(card), *_panels(panels, TABS[0]), links(card.more, className="more")]
    return html.Figure(parts, className=f"{_class(card)} short", **_for_pictures(card, None))


def in_words(card: Card, content: Component, share: Share | None = None) -> Component:
    """The same card around numbers in words, where there is nothing to draw."""
    panels = {TABS[0]: [content], TABS[1]: [card.table]}
    bar = _bar(card, panels, share, TABS[0], drawn=False)
    return html.Figure([_caption(card), bar, *_panels(panels, TABS[0]), *_notes(card)], className=_class(card))


def key(entries: Sequence[Entry]) -> Component:
    """The marks in use, each with what it means."""
    items = [html.Li([html.Span(className=f"swatch {one.swatch}", **aria(hidden=True)), one.words]) for one in entries]
    return html.Ul(items, className="chart-key")


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


def _by_width(widths: Sequence[int], height: Callable[[int], int]) -> dict[int, int]:
    """The height at each width, the narrowest first. What gets wider gets no higher: between two like ones all are."""
    low, high = height(widths[0]), height(widths[-1])
    if low == high or len(widths) == 2:
        return dict.fromkeys(widths, low) | {widths[-1]: high}
    half = len(widths) // 2
    return _by_width(widths[: half + 1], height) | _by_width(widths[half:], height)


def _height(now: Snapshot, draw: Draw, key: str, width: int) -> int:
    return draw(now, key, scheme="light", width=width)["layout"]["height"]


def _caption(card: Card) -> Component:
    name = html.A(card.headline, href=card.href) if card.href else card.headline
    above = [html.P(card.kicker, className="kicker")] if card.kicker else []
    below = [html.P(card.subtitle, className="subtitle")] if card.subtitle else []
    return html.Figcaption([*above, heading(card.level, name), *below])


def _class(card: Card) -> str:
    return "card chart wide" if card.span == "full" else "card chart"


def _bar(card: Card, panels: Iterable[str], share: Share | None, show: str, *, drawn: bool = True) -> Component:
    """What can be seen of the numbers, and how they are taken away."""
    tabs = [html.Li(_tab(card, name, show)) for name in panels] if card.href else []
    menu = [_share(share, drawn=drawn)] if share else []
    return html.Div([html.Ul(tabs), *menu], className="card-bar") if tabs or menu else html.Div(hidden=True)


def _tab(card: Card, name: str, show: str) -> Component:
    """A link, for those without scripts, to the chart's own page; assets/menus.js shows the panel in its place."""
    page, mark, part = card.href.partition("#")
    place = f"{page}?show={name}{mark}{part}" if name != TABS[0] else card.href
    return html.A(name.capitalize(), href=place, **data(tab=name), **aria(current="true" if name == show else None))


def _panels(panels: Mapping[str, Sequence[Component]], show: str) -> list[Component]:
    """All of them: those that are not seen are there for who has no scripts, and for paper."""
    return [
        html.Div(list(content), className="panel", hidden=name != show, **data(panel=name))
        for name, content in panels.items()
    ]


def _drawn(card: Card, high: Heights) -> list[Component]:
    """Where assets/drawing.js draws the figure, and where the point that the keyboard is at is shown and spoken."""
    style = {f"--h{breadth}": f"{height}px" for breadth, height in zip(BREADTHS, high, strict=True)}
    named = data(figure=card.key, span=card.span)
    canvas = html.Div(className="canvas", role="img", tabIndex=0, style=style, **named, **aria(label=card.alternative))
    spoken = html.P(className="spoken", role="status", **aria(live="polite"))
    return [canvas, html.P(HINT, className="hint"), spoken, *([key(card.shown)] if card.shown else [])]


def _share(share: Share, *, drawn: bool) -> Component:
    """Everything that can be taken away, beneath one button; a picture of what is drawn."""
    ways = [
        html.Div([_link(share), *([html.P(share.address)] if share.address else [])]),
        links(share.downloads),
        *([_embed(share.embed, "Copy embed code", "It sizes itself.")] if share.embed else []),
        *([_embed(share.frozen, "Copy the same for good", "It stays as released.")] if share.frozen else []),
        *([_cite(share)] if share.citation else []),
    ]
    body = [*([_picture()] if drawn else []), html.Div(ways, className="ways")]
    return html.Details([html.Summary("Share"), html.Div(body, className="menu-body")], className="share")


def _embed(code: str, words: str, hint: str) -> Component:
    return html.Div([copy_button(code, words), html.P(hint)])


def _link(share: Share) -> Component:
    return html.Button("Copy link", type="button", className="button small", **copies(share.address, share.path))


def _picture() -> Component:
    buttons = [
        html.Button(words, type="button", className="button", **data(picture=format)) for format, words in PICTURES
    ]
    picture = [html.P("Picture, as it will be saved"), html.Img(className="preview", alt=""), html.Div(buttons)]
    return html.Div(picture, className="as-picture")


def _cite(share: Share) -> Component:
    files = [html.A(words, href=href, className="button small") for href, words in share.cited]
    words = [html.P(html.Strong("Cite")), html.P(share.citation, className="citation")]
    return html.Div([*words, html.Div([copy_button(share.citation, "Copy text"), *files], className="buttons")])


def _notes(card: Card) -> list[Component]:
    """What is to be said of the whole chart: a note, its sources, where there is more."""
    note = [html.P(card.note, className="note-line")] if card.note else []
    source = [f"{_told(card, _in_short(card.sources))} "] if card.sources and not card.brief else []
    more = [html.A(words, href=href) for href, words in card.more]
    return [*note, *([html.P([*source, *more], className="source")] if source or more else [])]


def _told(card: Card, sources: str) -> str:
    """Where the numbers come from, and whether all are as stated."""
    return f"Sources: {sources}; {card.origin}." if sources else f"{capitalized(card.origin)}."


def _in_short(titles: Sequence[str]) -> str:
    """The titles, the last of a long list only counted: the table has them all."""
    if len(titles) <= NAMED:
        return "; ".join(titles)
    return f"{'; '.join(titles[: NAMED - 1])}; and {len(titles) - NAMED + 1} more, in the table"


def _for_pictures(card: Card, share: Share | None) -> dict[str, Any]:
    """What a picture of the chart must say by itself (assets/pictures.js)."""
    marks = in_words_of(card.marks)
    where = f" {', '.join(filter(None, (share.address, f'data version {share.version}')))}" if share else ""
    source = f"{marks} {_told(card, '; '.join(card.sources))}{where}".strip()
    return data(name=card.key.replace("/", "-"), headline=card.headline, subtitle=card.subtitle, source=source)
