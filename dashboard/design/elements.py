"""Building blocks of pages over dash.html: headings, cards, tags, quotes, lists, notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.design.signs import GLYPHS, Fill, Kind, Shape
from validation.vocabulary import MARKS, Code

Link = tuple[str, str]
"""An address and the words of the link to it."""


def aria(**values: str | bool | None) -> dict[str, Any]:
    """`**aria(labelledby="x")` is `aria-labelledby="x"`; True and False are written out, None leaves out.

    Python can't name such an attribute as a keyword argument.
    """
    return {f"aria-{name}": _written(value) for name, value in values.items() if value is not None}


def data(**values: str | None) -> dict[str, Any]:
    """`**data(point="x")` is `data-point="x"`; what is None or empty is left out."""
    return {f"data-{name}": value for name, value in values.items() if value}


def given(**values: Any) -> dict[str, Any]:
    """The properties that have a value: not all components take None for none."""
    return {name: value for name, value in values.items() if value not in (None, "")}


def page(title: str, *content: Any, lede: Any = None, crumbs: Sequence[Link] = (), kind: str = "") -> Component:
    """A page's content under its one h1; `crumbs` are the pages above it, `kind` says what it shows ("Indicator")."""
    head = [
        *([breadcrumbs(crumbs)] if crumbs else []),
        *([html.P(kind, className="kind")] if kind else []),
        html.H1(title, tabIndex=-1),
        *([html.P(lede, className="lede")] if lede else []),
    ]
    return html.Div([html.Div(head, className="head"), *content], className="page")


def section(id: str, heading: str, *content: Any, intro: Any = None, more: Link | None = None) -> Component:
    """A part of a page that an address can point to; `more` is a link beside the heading."""
    head = [html.H2(html.A(heading, href=f"#{id}", className="anchor"), id=f"{id}-heading")]
    if intro:
        head.append(html.Div(intro, className="intro"))
    if more:
        head.append(html.A(more[1], href=more[0], className="more-of"))
    parts = [html.Div(head, className="section-head"), *content]
    return html.Section(parts, id=id, className="section", **aria(labelledby=f"{id}-heading"))


class Part(NamedTuple):
    """A part of a whole: how much of it, how it is filled, and what it is."""

    count: int
    fill: Fill
    words: Any


def bar(parts: Iterable[Part]) -> Component:
    """The parts side by side, each as long as its count; it only repeats what its key says."""
    spans = [html.Span(className=f"part fill-{one.fill}", style={"flexGrow": one.count}) for one in parts if one.count]
    return html.Div(spans, className="parts-bar", **aria(hidden=True))


def bar_key(parts: Iterable[Part]) -> Component:
    """What each part of a bar is, those that are empty too."""
    swatches = [(html.Span(className=f"part fill-{one.fill}", **aria(hidden=True)), one.words) for one in parts]
    return html.Ul([html.Li([swatch, html.Span(words)]) for swatch, words in swatches], className="parts-key")


def grid(*cards: Any) -> Component:
    """Cards side by side as far as there is room."""
    return html.Div(list(cards), className="grid")


def card(*content: Any, title: str = "", href: str = "", wide: bool = False, level: int = 3) -> Component:
    """A framed block; `wide` takes a whole row of the grid."""
    name = html.A(title, href=href) if href else title
    head = [heading(level, name)] if title else []
    return html.Div([*head, *content], className="card wide" if wide else "card")


def heading(level: int, content: Any, **properties: Any) -> Component:
    """A heading of level 2 to 6."""
    return getattr(html, f"H{level}")(content, **properties)


def stats(tiles: Iterable[tuple[Any, str, str]]) -> Component:
    """A row of large numbers: each value, what it counts, and the address that lists them ("" for none)."""
    return html.Dl([_stat(*tile) for tile in tiles], className="stats")


def anchors(places: Iterable[Link], label: str = "On this page") -> Component:
    """Links to the sections of the page."""
    return html.Nav(links(places), className="anchors", **aria(label=label))


def breadcrumbs(places: Sequence[Link]) -> Component:
    """The pages above this one, the highest first."""
    items = [html.Li(html.A(words, href=href)) for href, words in places]
    return html.Nav(html.Ol(items), className="breadcrumbs", **aria(label="Breadcrumbs"))


def pager(page: int, pages: int, href: Any, label: str = "Pages") -> Component:
    """Links to the pages of a long list; `href(page)` is a page's address."""
    shown = sorted({1, pages, *range(max(1, page - 1), min(pages, page + 1) + 1)})
    items = [html.Li(html.A("Previous", href=href(page - 1), rel="prev"))] if page > 1 else []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            items.append(html.Li("…"))
        items.append(
            html.Li(html.A(str(number), href=href(number), **aria(current="page" if number == page else None)))
        )
    if page < pages:
        items.append(html.Li(html.A("Next", href=href(page + 1), rel="next")))
    return html.Nav(html.Ul(items), className="pager", **aria(label=label))


def links(places: Iterable[Link], className: str = "links") -> Component:
    """A list of links."""
    return html.Ul([html.Li(html.A(words, href=href)) for href, words in places], className=className)


def tag(words: str, kind: Kind = "note", title: str = "") -> Component:
    """A word or two about a row's state, told apart by a sign as well as by color."""
    sign = html.Span(GLYPHS[kind], className="sign", **aria(hidden=True))
    return html.Span([sign, words], className=f"tag tag-{kind}", **given(title=title))


def code_tag(entry: Code, kind: Kind) -> Component:
    """A code as a tag in its words; its meaning is told to those who point at it."""
    return tag(entry.words, kind, entry.meaning)


def verdict(shape: Shape, words: Any, title: str = "") -> Component:
    """What something came to beside others, told by the shape of its sign and by its color."""
    return html.Span(
        [verdict_sign(shape), html.Span(words)], className=f"verdict verdict-{shape}", **given(title=title)
    )


def explained(sign: Component) -> Component:
    """A sign within reach of keys, its title shown there: for one that stands alone, not in each row of a list.

    It must have a title, and stand in nothing that is pressed itself.
    """
    has = vars(sign)
    has.update(className=f"{has.get('className', '')} explained".strip(), tabIndex=0)
    return sign


def verdict_sign(shape: Shape) -> Component:
    """The sign alone, where words stand elsewhere."""
    return html.Span(className=f"shape shape-{shape}", **aria(hidden=True))


def qualifier(code: str, words: Any = "") -> Component:
    """How sure a number is, with the mark that charts draw for it; `words` are the source's own."""
    mark = html.Span(className=f"mark mark-{code}", **aria(hidden=True))
    return html.Span([mark, words or MARKS[code].words], className="qualifier")


def quote(text: str, number: str = "", *, source: Any = None, href: str = "", of_date: bool = False) -> Component:
    """A passage in its source's words, the number or the date in it marked; `href` opens it in its document."""
    before, found, after = text.partition(number) if number else (text, "", "")
    body = [before, html.Mark(found), after] if found else [text]
    cite = [html.A(source or "Open the passage", href=href) if href else source] if source or href else []
    caption = [html.Figcaption(cite)] if cite else []
    words = html.Blockquote(html.P(["“", *body, "”"], dir="auto"))
    return html.Figure([words, *caption], className="quote of-date" if of_date else "quote")


def callout(*content: Any, kind: Kind = "note", title: str = "") -> Component:
    """A notice within a page."""
    sign = html.Span(GLYPHS[kind], className="sign", **aria(hidden=True))
    words = [html.Strong(title), " "] if title else []
    return html.Div([sign, html.Div([*words, *content])], className=f"callout callout-{kind}")


def definitions(pairs: Iterable[tuple[Any, Any]]) -> Component:
    """Names and what belongs to each, pairs without a content left out; each reads from the side that its words do."""
    shown = [(name, content) for name, content in pairs if content not in (None, "", [])]
    rows = [html.Div([html.Dt(name, **_side(name)), html.Dd(content, **_side(content))]) for name, content in shown]
    return html.Dl(rows, className="definitions")


def fold(summary: Any, *content: Any, open: bool = False, id: str = "") -> Component:
    """Content that opens on demand, without a script."""
    body = html.Div(list(content), className="fold-body")
    return html.Details([html.Summary(summary), body], open=open, className="fold", **given(id=id))


def copy_button(text: str, words: str = "Copy") -> Component:
    """A button that puts `text` on the clipboard (assets/copy.js)."""
    return html.Button(words, type="button", className="button small", **data(copy=text))


def copies(address: str, path: str) -> dict[str, Any]:
    """What has a button copy a page's address: as others have it, or where nobody knows that, as it is read."""
    return data(copy=address) if address else data(link=path)


def empty(words: str, *remedies: Any) -> Component:
    """What stands where a list would stand that has nothing in it, and what to do about it."""
    return html.Div([html.P(words), *remedies], className="empty")


def _side(words: Any) -> dict[str, Any]:
    """What has words begin at the side from which these are read."""
    return {"dir": "auto"} if isinstance(words, str) else {}


def _stat(value: Any, words: str, href: str) -> Component:
    name = html.A(words, href=href) if href else words
    return html.Div([html.Dt(name), html.Dd(value)], className="stat")


def _written(value: str | bool) -> str:
    return value if isinstance(value, str) else str(value).lower()
