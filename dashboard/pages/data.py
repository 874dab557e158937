"""Every number, stated and calculated: filtered, searched, sorted, page by page, downloaded; all in the address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements, tables
from dashboard.design.elements import aria
from dashboard.sections import columns
from dashboard.state import addresses
from dashboard.state.addresses import Query
from dashboard.state.refusals import Unacceptable
from dashboard.state.selection import FILTERS, Selection
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.language.written import capitalized, many
from validation.model.observations import Observation
from validation.vocabulary import ORIGINS, QUALIFIERS

PATH = "/data"
LIVE = "data"
PAGE_ROWS = 50

FILTER_WORDS = {
    "topic": "Topic",
    "indicator": "What",
    "source": "Source",
    "area": "Where",
    "qualifier": "Qualifier",
    "origin": "Origin",
    "q": "Search",
}
DOWNLOADS = (
    ("/download/numbers.csv", "CSV"),
    ("/download/numbers.excel.csv", "For spreadsheets"),
)
LEDE = (
    "Narrow the list, sort it, take exactly what you see away with you. Numbers are as stated; calculated ones say so."
)


@dataclass(frozen=True, slots=True)
class Listed:
    """What an address asks of the list: the numbers out of `every` so many, the names of the columns, the page."""

    query: Query
    selection: Selection
    chosen: Sequence[Observation]
    every: int
    columns: Sequence[str]
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
        """How many numbers the list has, and from how many sources."""
        every = f" of {self.every:,}" if len(self.chosen) < self.every else ""
        if not self.chosen:
            return f"None{every} numbers" if every else "No numbers"
        sources = {number.source.id for number in self.chosen if number.source.id}
        found = f"{len(self.chosen):,}{every} numbers" if every else many(len(self.chosen), "number")
        return f"{found} from {many(len(sources), 'source')}"


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page(PATH, layout, title="Data")


def layout(data: Snapshot, /, **query: Any) -> Component:
    """The form, and what it chooses."""
    asked = listed(data, query)
    return elements.page(asked.heading, _form(data, query), controls.results(LIVE, _results(data, asked)), lede=LEDE)


def listed(data: Snapshot, query: Query) -> Listed:
    """What the address asks for. Raises `Unacceptable` for a filter, an order, a column or a page there is not."""
    selection = Selection.read(query)
    chosen = selection.choose(data)
    every = len(data.register.numbers)
    asked = Listed(query, selection, chosen, every, columns_shown(query), addresses.number(query, "page"))
    if chosen and asked.page > asked.pages:
        raise Unacceptable("page", str(asked.page), [f"a whole number from 1 to {asked.pages}"])
    return asked


def columns_shown(query: Query) -> list[str]:
    """The columns that the address asks for, those without which a list says nothing always among them."""
    asked = addresses.several(query, "columns") or columns.USUAL
    for name in asked:
        if name not in columns.COLUMNS:
            raise Unacceptable("columns", name, columns.COLUMNS)
    return [name for name in columns.COLUMNS if name in asked or name in columns.FIXED]


def _results(data: Snapshot, asked: Listed) -> list[Component]:
    head = _chips(data, asked)
    return [*head, _bar(asked), _table(asked), *_pager(asked)] if asked.chosen else [*head, _nothing()]


def _form(data: Snapshot, query: Query) -> Component:
    selects = [
        controls.select(
            name, FILTER_WORDS[name], [("", "All"), *choices], addresses.text(query, name), id=f"data-{name}"
        )
        for name, choices in data.once(_choices).items()
    ]
    q = controls.search("q", "Search", addresses.text(query, "q"), id="data-q", placeholder="Words or a number")
    return controls.form(PATH, q, *selects, *_kept(query), live=LIVE, label="Filter the numbers")


def _kept(query: Query) -> Iterator[Component]:
    """What the form has no field for: order, columns, indicators, and all but the last value of a filter."""
    for name in ("sort", "columns", "indicator"):
        yield from (controls.kept(name, value) for value in addresses.several(query, name))
    for name in FILTERS:
        if name != "indicator":
            yield from (controls.kept(name, value) for value in addresses.several(query, name)[:-1])


def _choices(data: Snapshot) -> Mapping[str, list[controls.Choice]]:
    """What there is to choose from, by filter; documents stand before references."""
    numbers = list(data.register.numbers.values())
    sources = {number.source.id: number.source for number in numbers if number.source.id}.values()
    areas = {number.area.id: number.area.name for number in numbers if number.area.id}
    used = {number.qualifier for number in numbers}
    origins = {number.origin for number in numbers}
    return {
        "topic": [(topic, topic) for topic in sorted({number.indicator.chart.topic for number in numbers})],
        "source": [(one.id, one.title) for one in sorted(sources, key=lambda one: (one.kind, one.title.casefold()))],
        "area": sorted(areas.items(), key=lambda area: area[1]),
        "qualifier": [choice for choice in _QUALIFIERS if choice[0] in used],
        "origin": [choice for choice in _ORIGINS if choice[0] in origins],
    }


_QUALIFIERS: list[controls.Choice] = [(code, capitalized(entry.words)) for code, entry in QUALIFIERS.items()]
_ORIGINS: list[controls.Choice] = [(code, entry.words) for code, entry in ORIGINS.items()]


def _chips(data: Snapshot, asked: Listed) -> list[Component]:
    """One link for each thing that narrows the list, which takes it off."""
    active = [
        (name, value) for name, values in asked.selection.query.items() if name != "sort" for value in _all(values)
    ]
    if not active:
        return []
    named = data.once(_names)
    items = [html.Li(_chip(name, value, named.get((name, value), value), asked.query)) for name, value in active]
    if len(active) > 1:
        bare = addresses.href(PATH, asked.query, page=None, **dict.fromkeys((*FILTERS, "q")))
        items.append(html.Li(html.A("Take all off", href=bare)))
    return [html.Ul(items, className="chips", **aria(label="Filters"))]


def _chip(name: str, value: str, words: str, query: Query) -> Component:
    others = [other for other in addresses.several(query, name) if other != value and name != "q"]
    content = [
        html.Span("Take off ", className="unseen"),
        f"{FILTER_WORDS[name]}: ",
        html.Strong(words),
        html.Span("×", className="off", **aria(hidden=True)),
    ]
    return html.A(content, href=addresses.href(PATH, query, page=None, **{name: others}), className="chip")


def _names(data: Snapshot) -> dict[tuple[str, str], str]:
    """The words for a filter's value."""
    indicators = [(one.id, one.name) for one in data.register.indicators.values()]
    choices = {**data.once(_choices), "indicator": indicators, "qualifier": _QUALIFIERS, "origin": _ORIGINS}
    return {(name, value): words for name, several in choices.items() for value, words in several}


def _all(values: str | list[str]) -> list[str]:
    return [values] if isinstance(values, str) else values


def _nothing() -> Component:
    return elements.empty(
        "No number matches all of this.",
        html.P(["Take a filter off, try fewer words, or ", html.A("see every number", href=PATH), "."]),
    )


def _bar(asked: Listed) -> Component:
    """How many, the same to download, and the columns to choose."""
    files = [html.A(words, href=addresses.href(path, asked.selection.query)) for path, words in DOWNLOADS]
    take = html.P(["Download exactly these: ", files[0], " · ", files[1]])
    parts = [html.P(_count(asked), className="count", role="status"), take, _column_choice(asked)]
    return html.Div(parts, className="list-bar")


def _count(asked: Listed) -> str:
    chosen, shown = len(asked.chosen), len(asked.shown)
    part = f"{chosen:,} of {asked.every:,} numbers" if chosen < asked.every else _every(asked.every)
    return part if shown == chosen else f"{part}, {asked.first + 1:,} to {asked.first + shown:,} here"


def _every(count: int) -> str:
    return f"All {many(count, 'number')}" if count > 1 else many(count, "number")


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
    return html.A([sign, act, words], href=_with_columns(asked.query, after), className="chip on" if shown else "chip")


def _with_columns(query: Query, names: Iterable[str]) -> str:
    named = [name for name in names if name not in columns.FIXED]
    if tuple(named) == columns.USUAL:
        return addresses.href(PATH, query, columns=None)
    return addresses.href(PATH, query, columns=named or [columns.FIXED[-1]])


def _table(asked: Listed) -> Component:
    shown = [columns.COLUMNS[name] for name in asked.columns]
    heads = [tables.Column(column.heading, column.numeric, column.sort) for column in shown]
    rows = [tables.Row([column.cell(number) for column in shown]) for number in asked.shown]
    sorting = tables.Sorting(PATH, asked.query)
    return tables.table(heads, rows, caption="Numbers", sorting=sorting, narrow="stack", hidden_caption=True)


def _pager(asked: Listed) -> list[Component]:
    def href(page: int) -> str:
        return addresses.href(PATH, asked.query, page=str(page) if page > 1 else None)

    return [elements.pager(asked.page, asked.pages, href, "Pages of the list")] if asked.pages > 1 else []
