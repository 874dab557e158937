"""The search over everything there is: its page, and what it suggests while a search is typed (assets/suggest.js)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask import Response, request

from dashboard.design import controls, elements
from dashboard.design.elements import aria
from dashboard.sections.searching import index, marks, query, ranking, words
from dashboard.sections.searching.index import GROUPS, NUMBERS, SOURCES, Hit, Index
from dashboard.sections.searching.query import Asked
from dashboard.sections.searching.ranking import Found, Groups
from dashboard.state import addresses
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.bodies import Body, respond
from dashboard.web.document import html_text
from dashboard.web.listing import Item, Listing
from validation.language.written import many, plain
from validation.model import events
from validation.model.register import Register
from validation.quantities.units import Unit
from validation.vocabulary import EXACT, QUALIFIERS

PATH = "/search"
SUGGESTIONS = "/search/suggestions"
LIVE = "search"

FIRST = 8
"""So many of a group are shown beside the others; all of them are on pages of their own."""

PAGE_HITS = 50
SOME = "No number has all of these words; these have some."
REMEDY = "Try fewer words, or a number by itself."


def register(app: Dashboard, store: Store) -> None:
    """The page, and the address of the suggestions."""
    app.page(PATH, layout, title="Search", listing=listing)
    app.server.add_url_rule(SUGGESTIONS, "suggestions", lambda: _suggest(store.current()))


def layout(data: Snapshot, /, **query: Any) -> Component:
    """The field, and what is found."""
    placeholder = "Words, a name, a year, a number, a unit"
    field = controls.search("q", "Search", _asked(query), id="search-q", placeholder=placeholder)
    form = controls.form(PATH, field, live=LIVE, label="Search everything", button="Search")
    return elements.page("Search everything", form, controls.results(LIVE, found(data, **query)))


def listing(data: Snapshot) -> Listing:
    """Everything that can be found, kind by kind; what weighs most in a search comes first in its words."""
    among, order, units = index.index(data), list(GROUPS), data.register.units
    hits = sorted(among.hits, key=lambda hit: order.index(hit.group))
    items = [
        Item(hit.href, html.Li(_hit(hit, (), among)), GROUPS[hit.group], {"kind": [hit.group]}, _words(hit, units))
        for hit in hits
    ]
    return Listing(items, ranked=True, noun="result")


def _words(hit: Hit, units: Mapping[str, Unit]) -> str:
    """What a hit is found by, word by word as it is compared: its texts, its unit by all names, its value in digits."""
    unit = units.get(hit.unit)
    named = [unit.unit_id, unit.name, unit.symbol, *unit.words] if unit else []
    qualifier = [QUALIFIERS[hit.qualifier].words] if hit.qualifier in QUALIFIERS else []
    texts = [hit.title, *hit.about, hit.quote, *hit.more, *named, *qualifier, *map(plain, hit.values)]
    return " ".join(words.compared(" ".join(texts)))


def found(data: Snapshot, /, **query: Any) -> list[Component]:
    """What is found, group by group or of one `kind` page by page; hints where nothing is asked for or found.

    Raises `Unacceptable` for a kind or a page there is not.
    """
    q, among = _asked(query), index.index(data)
    what = ranking.find(q, among)
    if not what.asked:
        return data.once(_hints)
    if kind := addresses.text(query, "kind"):
        return _one_kind(q, addresses.chosen(query, "kind", GROUPS, kind), addresses.number(query, "page"), what, among)
    if not what.all and not what.some:
        return [elements.empty(f"Nothing has “{q}”.", *_meant(q, among), html.P(REMEDY)), *data.once(_hints)]
    every = [_told(f"{_count(what.all)} for “{q}”"), *_groups(q, what.all, what, among)] if what.all else []
    some = [_told(SOME), *_meant(q, among), *_groups(q, what.some, what, among)] if what.some else []
    return [*every, *some]


def suggestions(data: Snapshot, /, **query: Any) -> list[Component]:
    """The options of a list to choose from while a search is typed."""
    among = index.index(data)
    what = ranking.find(_asked(query), among)
    return [_option(place, hit, what.asked, among) for place, hit in enumerate(ranking.suggested(what))]


def _suggest(data: Snapshot) -> Response:
    asked = addresses.parsed(request.query_string.decode(errors="replace"))
    key = (SUGGESTIONS, _asked(asked), request.script_root)
    written = lambda: html_text(suggestions(data, q=_asked(asked)), addresses.below(request.script_root)).encode()  # noqa: E731
    return respond(data.kept.get(key, lambda: Body(written(), "suggestions.html")))


def _asked(asked: addresses.Query) -> str:
    return addresses.text(asked, "q")[: query.LONGEST]


def _told(words: str) -> Component:
    return html.P(words, className="count", role="status")


def _count(groups: Groups) -> str:
    return many(sum(hits.numbers for hits in groups.values()), "result")


def _groups(q: str, groups: Groups, what: Found, among: Index) -> Iterator[Component]:
    for kind, hits in groups.items():
        more = addresses.href(PATH, q=q, kind=kind)
        rest = [html.P(html.A(f"All {hits.numbers:,}", href=more), className="more")] if len(hits) > FIRST else []
        yield html.Section([_heading(kind, hits.numbers), _list(hits[:FIRST], what, among), *rest], className="hits")


def _one_kind(q: str, kind: str, page: int, what: Found, among: Index) -> list[Component]:
    """All hits of one kind, page by page."""
    hits = what.all.get(kind) or what.some.get(kind) or ranking.none(among)
    pages = max(1, -(-len(hits) // PAGE_HITS))
    if page > pages:
        raise Unacceptable("page", str(page), [f"a whole number from 1 to {pages}"])
    shown = hits[(page - 1) * PAGE_HITS : page * PAGE_HITS]
    back = html.P(html.A(f"Everything for “{q}”", href=addresses.href(PATH, q=q)), className="count")
    pager = elements.pager(page, pages, lambda to: addresses.href(PATH, q=q, kind=kind, page=str(to)))
    section = html.Section([_heading(kind, hits.numbers), _list(shown, what, among)], className="hits")
    return [back, section, *([pager] if pages > 1 else [])]


def _heading(kind: str, numbers: int) -> Component:
    return html.H2([GROUPS[kind], html.Span(f" {numbers:,}", className="count-small")])


def _list(hits: Iterable[Hit], what: Found, among: Index) -> Component:
    return html.Ul([html.Li(_hit(hit, what.asked, among)) for hit in hits])


def _hit(hit: Hit, asked: Sequence[Asked], among: Index) -> Component:
    told = [_kind(hit)] if hit.group in (*NUMBERS, SOURCES) else []
    about = _marked(_about(hit), asked, among)
    parts = [html.P(html.A(_title(hit, asked, among), href=hit.href), className="hit-title")]
    if told or about:
        parts.append(html.P([*told, " · " if told and about else "", *about], className="hit-about"))
    if hit.quote:
        parts.append(html.P(["“", *_marked(hit.quote, asked, among), "”"], className="hit-quote", dir="auto"))
    if more := _unseen(hit, asked, among):
        parts.append(html.P(_marked(marks.excerpt(more, asked, among.units), asked, among), className="hit-more"))
    return html.Div(parts, className=f"hit from-{hit.group}")


def _option(place: int, hit: Hit, asked: Sequence[Asked], among: Index) -> Component:
    name = html.Span([html.Span(_title(hit, asked, among), className="option-title"), _kind(hit)])
    about = html.Span(_marked(_about(hit), asked, among), className="option-about")
    content, role, tone = [name, about], "option", f"option from-{hit.group}"
    return html.A(
        content, href=hit.href, id=f"suggestion-{place}", className=tone, role=role, tabIndex=-1, **aria(selected=False)
    )


def _title(hit: Hit, asked: Sequence[Asked], among: Index) -> Component:
    title = html.Span(_marked(hit.title, asked, among))
    return elements.qualifier(hit.qualifier, title) if hit.qualifier else title


def _about(hit: Hit) -> str:
    return " · ".join(filter(None, hit.about))


def _kind(hit: Hit) -> Component:
    return html.Span(hit.kind, className="hit-kind")


def _unseen(hit: Hit, asked: Sequence[Asked], among: Index) -> str:
    """The first of a hit's other texts with something that is asked for and that nothing shown of it has."""
    seen = "\n".join((hit.title, *hit.about, hit.quote))
    missing = [one for one in asked if not marks.has(seen, one, among.units)]
    return next((text for text in hit.more if any(marks.has(text, one, among.units) for one in missing)), "")


def _marked(text: str, asked: Sequence[Asked], among: Index) -> list[Any]:
    return [html.Mark(piece) if hit else piece for piece, hit in marks.marked(text, asked, among.units)]


def _meant(q: str, among: Index) -> list[Component]:
    meant = ranking.meant(q, among)
    return [html.P(["Did you mean ", html.A(meant, href=addresses.href(PATH, q=meant)), "?"])] if meant else []


def _hints(data: Snapshot) -> list[Component]:
    """Searches that find something, and the topics."""
    topics = sorted({number.indicator.chart.topic for number in data.register.observations})
    return [
        _links("Try", [(addresses.href(PATH, q=words), words) for words in _examples(data.register)]),
        _links("Or go through a topic", [(addresses.href("/data", topic=topic), topic) for topic in topics]),
    ]


def _links(heading: str, places: list[elements.Link]) -> Component:
    chips = [html.Li(html.A(words, href=href, className="chip")) for href, words in places]
    return html.Section([html.H2(heading), html.Ul(chips, className="chips")], className="hints")


def _examples(register: Register) -> list[str]:
    """A number in its source's words, a unit, an indicator, a publisher or an author, a year."""
    stated, sources = list(register.observations), register.sources.values()
    qualified = [number.said for number in stated if number.qualifier != EXACT]
    names = [*(source.publisher for source in sources), *(source.author for source in sources)]
    periods = [event.period for event in events.events(register) if event.period]
    years = [period.ends[0].years for period in periods if not period.coarse]
    units = [number.unit.sign for number in stated if number.source.is_document]
    firsts = [qualified, units, [number.indicator.name for number in stated], list(filter(None, names)), years]
    return [several[0] for several in firsts if several]
