"""Every number, stated and calculated: filtered, searched, sorted, page by page, downloaded; all in the address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements, tables
from dashboard.design.elements import aria
from dashboard.downloads import offers
from dashboard.sections import columns, sources, tags
from dashboard.state import addresses
from dashboard.state.addresses import Query
from dashboard.state.refusals import Unacceptable
from dashboard.state.selection import FILTERS, ORIGIN, WHOSE, Selection, found_by, searched
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.listing import Item, Listing
from validation import vocabulary
from validation.language.written import capitalized, many
from validation.model import verdicts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.vocabulary import OUTCOMES, QUALIFIERS, SOURCE_KINDS, STATED, VERDICTS

PATH = "/data"
LIVE = "data"
PAGE_ROWS = 50
NARROW: tables.Narrow = "lines"

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

DOWNLOADS = (
    ("/download/numbers.csv", "CSV"),
    ("/download/numbers.excel.csv", "For spreadsheets"),
)
LEDE = "Stated by documents, by references, or calculated: filter and sort them, and take them away."


@dataclass(frozen=True, slots=True)
class Listed:
    """What an address asks of the list: the numbers out of `every` so many, the names of the columns, the page.

    `origins` is how many there are of each origin, whichever are asked for; `usual` are the columns shown unasked.
    """

    query: Query
    selection: Selection
    chosen: Sequence[Observation]
    origins: Mapping[str, int]
    every: int
    columns: Sequence[str]
    usual: Sequence[str]
    page: int

    @property
    def pages(self) -> int:
        return -(-len(self.chosen) // PAGE_ROWS)

    @property
    def first(self) -> int:
        """How many numbers come before the page."""
        return (self.page - 1) * PAGE_ROWS

    @property
    def shown(self) -> Sequence[Observation]:
        """The numbers of the page."""
        return self.chosen[self.first : self.first + PAGE_ROWS]

    @property
    def heading(self) -> str:
        """How many numbers the list has, out of how many."""
        if len(self.chosen) == self.every:
            return many(self.every, "number") if self.every else "No numbers"
        return f"{f'{len(self.chosen):,}' if self.chosen else 'None'} of {many(self.every, 'number')}"


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page(PATH, layout, title="All numbers", about=LEDE, states=pages, listing=listing)


def layout(data: Snapshot, /, **query: Any) -> Component:
    """The form, and what it chooses."""
    asked = listed(data, query)
    return elements.page(asked.heading, _form(data, query), controls.results(LIVE, _results(data, asked)), lede=LEDE)


def pages(data: Snapshot) -> Iterator[Query]:
    """The pages of the whole list behind the first."""
    yield from ({"page": str(page)} for page in range(2, listed(data, {}).pages + 1))


def listing(data: Snapshot) -> Listing:
    """Every number as the list shows it unasked, with its place in each order and its lines of the downloads."""
    asked, texts = listed(data, {}), searched(data.register)
    heads, places = _heads(asked), _places(data, asked)
    items = [
        Item(
            number.id,
            tables.row(_row(data.register, asked, number), heads, NARROW),
            of=found_by(data.register, number),
            text=texts[number.id],
            at={order: at[number.id] for order, at in places.items()},
        )
        for number in asked.chosen
    ]
    return Listing(items, lines=offers.lines(data))


def _places(data: Snapshot, asked: Listed) -> Mapping[str, Mapping[str, int]]:
    """The place of each number in every order of the list, by the word for the order."""
    words = [f"{sign}{columns.COLUMNS[name].sort}" for name in asked.columns for sign in ("", "-")]
    return {
        word: {number.id: at for at, number in enumerate(Selection(sort=word).choose(data))}
        for word in dict.fromkeys(words)
    }


def listed(data: Snapshot, query: Query) -> Listed:
    """What the address asks for. Raises `Unacceptable` for a filter, an order, a column or a page there is not."""
    selection = Selection.read(query)
    chosen, origins = selection.find(data)
    every = len(data.register.numbers)
    shown = columns_shown(data, query)
    asked = Listed(query, selection, chosen, origins, every, shown, usual(data), addresses.number(query, "page"))
    if chosen and asked.page > asked.pages:
        raise Unacceptable("page", str(asked.page), [f"a whole number from 1 to {asked.pages}"])
    return asked


def usual(data: Snapshot) -> tuple[str, ...]:
    """The columns that are shown unasked: no verdict where no number has one."""
    return tuple(name for name in columns.USUAL if name != "verdict" or verdicts.by_number(data.register))


def columns_shown(data: Snapshot, query: Query) -> list[str]:
    """The columns that the address asks for, those without which a list says nothing always among them."""
    asked = addresses.several(query, "columns") or usual(data)
    for name in asked:
        if name not in columns.COLUMNS:
            raise Unacceptable("columns", name, columns.COLUMNS)
    return [name for name in columns.COLUMNS if name in asked or name in columns.FIXED]


def _results(data: Snapshot, asked: Listed) -> list[Component]:
    head = [_origins(asked), *_chips(data, asked)]
    if not asked.chosen:
        return [*head, _nothing()]
    card = elements.card(_table(data.register, asked), *_key(data.register, asked))
    return [*head, _bar(asked), card, *_pager(asked)]


def _form(data: Snapshot, query: Query) -> Component:
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


_QUALIFIERS: list[controls.Choice] = [(code, capitalized(entry.words)) for code, entry in QUALIFIERS.items()]


def _origins(asked: Listed) -> Component:
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


def _origin(words: str, count: int, code: str | None, on: bool, query: Query) -> Component:
    place = addresses.href(PATH, query, page=None, **{ORIGIN: code})
    content = [f"{words} ", html.Span(f"{count:,}")]
    return html.Li(html.A(content, href=place, className="choice", **aria(current="true" if on else None)))


def _chips(data: Snapshot, asked: Listed) -> list[Component]:
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


def _nothing() -> Component:
    return elements.empty(
        "No number matches all of this.",
        html.P(["Clear a filter, try fewer words, or ", html.A("see every number", href=PATH), "."]),
    )


def _bar(asked: Listed) -> Component:
    """How many, the same to download, and the columns to choose."""
    files = [
        html.A(words, href=addresses.href(path, asked.selection.query), **elements.data(file=path))
        for path, words in DOWNLOADS
    ]
    take = html.P(["Download these: ", files[0], " · ", files[1]])
    parts = [html.P(_count(asked), className="count", role="status"), take, _column_choice(asked)]
    return html.Div(parts, className="list-bar")


def _count(asked: Listed) -> str:
    chosen, shown = len(asked.chosen), len(asked.shown)
    if shown < chosen:
        return f"{asked.first + 1:,} to {asked.first + shown:,} of {many(chosen, 'number')}"
    return f"All {many(chosen, 'number')}" if chosen == asked.every > 1 else asked.heading


def _column_choice(asked: Listed) -> Component:
    offered = [name for name in columns.COLUMNS if name not in columns.FIXED]
    items = [html.Li(_toggle(name, asked)) for name in offered]
    chosen = "columns" in asked.query
    if chosen:
        items.append(html.Li(html.A("As usual", href=addresses.href(PATH, asked.query, columns=None))))
    return elements.fold("Columns", html.Ul(items, className="chips"), open=chosen)


def _toggle(name: str, asked: Listed) -> Component:
    """A link that shows a column or takes it away."""
    shown, words = name in asked.columns, columns.COLUMNS[name].heading
    after = [other for other in columns.COLUMNS if (other in asked.columns) != (other == name)]
    sign = html.Span("✓" if shown else "+", className="off", **aria(hidden=True))
    act = html.Span("Hide " if shown else "Show ", className="unseen")
    return html.A([sign, act, words], href=_with_columns(asked, after), className="chip on" if shown else "chip")


def _with_columns(asked: Listed, names: Iterable[str]) -> str:
    named = [name for name in names if name not in columns.FIXED]
    if named == [*asked.usual]:
        return addresses.href(PATH, asked.query, columns=None)
    return addresses.href(PATH, asked.query, columns=named or [columns.FIXED[-1]])


def _table(register: Register, asked: Listed) -> Component:
    rows = [_row(register, asked, number) for number in asked.shown]
    sorting = tables.Sorting(PATH, asked.query)
    return tables.table(_heads(asked), rows, caption="Numbers", sorting=sorting, narrow=NARROW, hidden_caption=True)


def _heads(asked: Listed) -> list[tables.Column]:
    shown = [columns.COLUMNS[name] for name in asked.columns]
    return [tables.Column(one.heading, one.numeric, one.sort, line=one.line) for one in shown]


def _row(register: Register, asked: Listed, number: Observation) -> tables.Row:
    return tables.Row([columns.COLUMNS[name].cell(number, register) for name in asked.columns])


def _key(register: Register, asked: Listed) -> list[Component]:
    """What the signs of the verdicts mean that are on the page."""
    found = verdicts.by_number(register)
    given = {vocabulary.outcome(found[number.id]).code for number in asked.shown if number.id in found}
    if not given or "verdict" not in asked.columns:
        return []
    items = [html.Li(elements.explained(tags.told(code))) for code in OUTCOMES if code in given]
    return [html.Ul(items, className="legend", **aria(label="What the signs mean"))]


def _pager(asked: Listed) -> list[Component]:
    def href(page: int) -> str:
        return addresses.href(PATH, asked.query, page=str(page) if page > 1 else None)

    return [elements.pager(asked.page, asked.pages, href, "Pages of the list")] if asked.pages > 1 else []
