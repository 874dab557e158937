"""What narrows the list of numbers: the form, the links to whose numbers, and those that take a filter off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls
from dashboard.design.elements import aria
from dashboard.sections import columns, sources
from dashboard.sections.listing.asked import PATH, Listed, columns_shown
from dashboard.state import addresses
from dashboard.state.addresses import Query
from dashboard.state.numbers.filters import FILTERS, ORIGIN, WHOSE
from dashboard.state.store import Snapshot
from validation.language.written import capitalized
from validation.model import verdicts
from validation.model.register import Register
from validation.vocabulary import OUTCOMES, QUALIFIERS, SOURCE_KINDS, STATED, VERDICTS

LIVE = "data"

FILTER_WORDS = {
    "topic": "Topic",
    "indicator": "What",
    "source": "Source",
    "area": "Where",
    "qualifier": "Qualifier",
    "verdict": "Verdict",
    "q": "Search",
}
"""By what can be typed or chosen; `origin` has links of its own."""

_QUALIFIERS: list[controls.Choice] = [(code, capitalized(entry.words)) for code, entry in QUALIFIERS.items()]


def form(data: Snapshot, query: Query) -> Component:
    q = controls.search("q", "Search", addresses.text(query, "q"), id="data-q", placeholder="Words or a number")
    selects = [
        controls.select(
            name, FILTER_WORDS[name], [("", "All"), *choices], addresses.text(query, name), id=f"data-{name}"
        )
        for name, choices in data.once(_choices).items()
        if choices
    ]
    # Elsewhere the headings of the table sort.
    sort = controls.select(
        "sort", "Sort by", _orders(data, query), addresses.text(query, "sort"), id="data-sort", phone=True
    )
    return controls.form(PATH, q, *selects, sort, *_kept(query), live=LIVE, label="Filter the numbers")


def origins(asked: Listed) -> Component:
    """A link to the numbers of documents, of references and to calculated ones, with how many each would list."""
    counts = asked.origins
    on = set(asked.selection.origin)
    on |= set(SOURCE_KINDS) if STATED in on else set()
    words = {code: f"Of {entry.words.lower()}s" for code, entry in SOURCE_KINDS.items()}
    offered = [
        _origin("All", sum(counts.values()), None, not on, asked.query),
        *(
            _origin(words.get(code, one.words), counts[code], code, code in on, asked.query)
            for code, one in WHOSE.items()
        ),
    ]
    return html.Nav(html.Ul(offered, className="choices"), **aria(label="Whose numbers"))


def chips(data: Snapshot, asked: Listed) -> list[Component]:
    """One link for each thing that narrows the list, which takes it off."""
    active = [(name, value) for name, values in asked.selection.query.items() for value in _all(values)]
    named = data.once(_names)
    items = [
        html.Li(_chip(name, value, named.get((name, value), value), asked.query))
        for name, value in active
        if name in FILTER_WORDS
    ]
    if len(items) > 1:
        bare = addresses.href(PATH, asked.query, page=None, **dict.fromkeys((*FILTERS, "q")))
        items.append(html.Li(html.A("Clear filters", href=bare)))
    return [html.Ul(items, className="chips", **aria(label="Filters"))] if items else []


def _orders(data: Snapshot, query: Query) -> list[controls.Choice]:
    """Every order of what is listed, both ways."""
    shown = [columns.COLUMNS[name] for name in columns_shown(data, query)]
    ways = [
        (f"{sign}{column.sort}", f"{column.heading}, {words}")
        for column in shown
        for sign, words in zip(("", "-"), column.orders, strict=True)
    ]
    now = addresses.text(query, "sort")
    other = [(now, now)] if now and now not in dict(ways) else []
    return [("", "Documents first"), *ways, *other]


def _kept(query: Query) -> Iterator[Component]:
    """What the form has no field for: columns, indicators, origins, and all but the last value of a filter."""
    for name in ("columns", "indicator", ORIGIN):
        yield from (controls.kept(name, value) for value in addresses.several(query, name))
    for name in FILTERS:
        if name not in ("indicator", ORIGIN):
            yield from (controls.kept(name, value) for value in addresses.several(query, name)[:-1])


def _choices(data: Snapshot) -> Mapping[str, list[controls.Choice | controls.Group]]:
    """What there is to choose from, by filter."""
    numbers = list(data.register.numbers.values())
    areas = {number.area.id: number.area.name for number in numbers if number.area.id}
    used = {number.qualifier for number in numbers}
    return {
        "topic": [(topic, topic) for topic in sorted({number.indicator.chart.topic for number in numbers})],
        "source": [group for group in _sources(data.register) if group.choices],
        "area": sorted(areas.items(), key=lambda area: area[1]),
        "qualifier": [choice for choice in _QUALIFIERS if choice[0] in used],
        "verdict": [(code, OUTCOMES[code].words) for code in verdicts.outcomes(data.register)],
    }


def _sources(register: Register) -> Iterator[controls.Group]:
    """The sources that state a number, documents before references."""
    stating = {number.source.id: number.source for number in register.observations if number.source.id}.values()
    for kind, entry in SOURCE_KINDS.items():
        named = sorted(((one.id, sources.name(one)) for one in stating if one.kind == kind), key=lambda one: one[1])
        yield controls.Group(f"{entry.words}s", named)


def _origin(words: str, count: int, code: str | None, on: bool, query: Query) -> Component:
    place = addresses.href(PATH, query, page=None, **{ORIGIN: code})
    content = [f"{words} ", html.Span(f"{count:,}")]
    return html.Li(html.A(content, href=place, className="choice", **aria(current="true" if on else None)))


def _chip(name: str, value: str, words: str, query: Query) -> Component:
    others = [other for other in addresses.several(query, name) if other != value and name != "q"]
    content = [
        html.Span("Clear ", className="unseen"),
        f"{FILTER_WORDS[name]}: ",
        html.Strong(words),
        html.Span("×", className="off", **aria(hidden=True)),
    ]
    return html.A(content, href=addresses.href(PATH, query, page=None, **{name: others}), className="chip")


def _names(data: Snapshot) -> dict[tuple[str, str], str]:
    """The words for a filter's value."""
    register = data.register
    named: dict[str, Iterable[tuple[str, str]]] = {
        "indicator": [(one.id, one.name) for one in register.indicators.values()],
        "source": [(one.id, sources.name(one)) for one in register.sources.values()],
        "area": [(one.id, one.name) for one in register.areas.values()],
        "qualifier": _QUALIFIERS,
        "verdict": [(code, entry.words) for code, entry in (*VERDICTS.items(), *OUTCOMES.items())],
    }
    return {(name, value): words for name, several in named.items() for value, words in several}


def _all(values: str | list[str]) -> list[str]:
    return [values] if isinstance(values, str) else values
