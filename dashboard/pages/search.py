"""The search over everything there is."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements
from dashboard.sections.searching import index, ranking
from dashboard.sections.searching import words as texts
from dashboard.sections.searching.index import Hit
from dashboard.state import addresses
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.language.written import many
from validation.model import events
from validation.model.register import Register
from validation.vocabulary import EXACT

PATH = "/search"
LIVE = "search"
LONGEST = 200
"""A longer search is nobody's."""

FIRST = 8
"""So many of a group are shown, the others on demand."""

MOST = 100


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page(PATH, layout, title="Search")


def layout(data: Snapshot, /, **query: Any) -> Component:
    """The field, and what is found."""
    q = _asked(query)
    field = controls.search("q", "Search", q, id="search-q", placeholder="Words, a name, a year, a number")
    form = controls.form(PATH, field, live=LIVE, label="Search everything", button="Search")
    return elements.page("Search everything", form, controls.results(LIVE, found(data, **query)))


def found(data: Snapshot, /, **query: Any) -> list[Component]:
    """How many results there are, and the results group by group; hints where nothing is asked for or found."""
    q = _asked(query)
    if not texts.asked(q):
        return _hints(data.register)
    groups = ranking.find(q, index.index(data.register))
    if not groups:
        return [_nothing(q), *_hints(data.register)]
    count = sum(map(len, groups.values()))
    head = html.P(f"{many(count, 'result')} for “{q}”", className="count", role="status")
    return [head, *(_group(name, hits, texts.asked(q)) for name, hits in groups.items())]


def _asked(query: addresses.Query) -> str:
    return addresses.text(query, "q")[:LONGEST]


def _group(name: str, hits: list[Hit], words: list[str]) -> Component:
    shown = [_hit(hit, words) for hit in hits[:MOST]]
    rest = [elements.fold(f"{len(shown) - FIRST} more", _list(shown[FIRST:]))] if len(shown) > FIRST else []
    heading = html.H2([name, html.Span(f" {len(hits):,}", className="count-small")])
    return html.Section([heading, _list(shown[:FIRST]), *rest], className="hits")


def _list(hits: list[Component]) -> Component:
    return html.Ul([html.Li(hit) for hit in hits])


def _hit(hit: Hit, words: list[str]) -> Component:
    title = html.Span(_marked(hit.title, words))
    name = elements.qualifier(hit.qualifier, title) if hit.qualifier else title
    parts = [html.P(html.A(name, href=hit.href), className="hit-title")]
    if hit.about:
        parts.append(html.P(_marked(hit.about, words), className="hit-about"))
    if hit.quote:
        parts.append(html.P(["“", *_marked(hit.quote, words), "”"], className="hit-quote"))
    return html.Div(parts, className="hit")


def _marked(text: str, words: list[str]) -> list[Any]:
    return [html.Mark(piece) if hit else piece for piece, hit in texts.marked(text, words)]


def _nothing(q: str) -> Component:
    return elements.empty(f"Nothing has all the words of “{q}”.", html.P("Try fewer words, or a number by itself."))


def _hints(register: Register) -> list[Component]:
    """Searches that find something, and the topics."""
    topics = sorted({number.indicator.chart.topic for number in register.observations})
    return [
        _links("Try", [(addresses.href(PATH, q=words), words) for words in _examples(register)]),
        _links("Or go through a topic", [(addresses.href("/data", topic=topic), topic) for topic in topics]),
    ]


def _links(heading: str, places: list[elements.Link]) -> Component:
    chips = [html.Li(html.A(words, href=href, className="chip")) for href, words in places]
    return html.Section([html.H2(heading), html.Ul(chips, className="chips")], className="hints")


def _examples(register: Register) -> list[str]:
    """A number in its source's words, an indicator, a publisher or an author, a year."""
    stated, sources = list(register.observations), register.sources.values()
    qualified = [number.said for number in stated if number.qualifier != EXACT]
    names = [*(source.publisher for source in sources), *(source.author for source in sources)]
    periods = [event.period for event in events.events(register) if event.period]
    years = [period.ends[0].years for period in periods if not period.coarse]
    firsts = [qualified, [number.indicator.name for number in stated], list(filter(None, names)), years]
    return [several[0] for several in firsts if several]
