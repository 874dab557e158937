"""Every observation: filtered, searched, sorted, page by page, and the same to download; all in the address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.charts import rows
from dashboard.design import attributes, controls, elements, tables
from dashboard.design.attributes import aria
from dashboard.sections import columns as cells
from dashboard.state import addresses, facts
from dashboard.state.addresses import Query
from dashboard.state.refusals import Unacceptable
from dashboard.state.selection import FILTERS, Selection
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard

PATH = "/data"
LIVE = "data"
PAGE_ROWS = 50

FILTER_WORDS = {
    "topic": "Topic",
    "indicator": "What",
    "source": "Source",
    "area": "Where",
    "qualifier": "Qualifier",
    "q": "Search",
}
DOWNLOADS = (
    ("/download/observations.csv", "CSV"),
    ("/download/observations.excel.csv", "For spreadsheets"),
)
LEDE = "Narrow the list, sort it, take exactly what you see away with you. Every number is as stated by its source."


def register(app: Dashboard, store: Store) -> None:
    """The page, and its list while its form is filled in."""
    app.page(PATH, layout, title="Data")
    app.live(LIVE, found)


def layout(data: Snapshot, /, *, view: View, **query: Any) -> Component:
    """The form, and what it chooses."""
    chosen = found(data, view=view, **query)  # first: it refuses what the form could not show
    title = heading(facts.observations(data), Selection.read(query).choose(facts.observations(data)))
    return elements.page(title, _form(data, query), controls.results(LIVE, chosen), lede=LEDE)


def found(data: Snapshot, /, *, view: View, **query: Any) -> list[Component]:
    """What the address chooses: how many, the filters to take off, downloads, columns, rows, pages."""
    selection = Selection.read(query)
    chosen = selection.choose(facts.observations(data))
    title = html.Span(hidden=True, **attributes.data(heading=heading(facts.observations(data), chosen)))
    head = [title, *_chips(data, selection, query)]
    if chosen.empty:
        return [*head, _nothing()]
    columns = columns_shown(query)
    first, shown = _page(chosen, query)
    return [
        *head,
        _bar(_count(chosen, facts.observations(data), first, len(shown)), selection, query, columns),
        _table(shown, columns, query),
        *_pager(len(chosen), query),
    ]


def heading(stated: pd.DataFrame, chosen: pd.DataFrame) -> str:
    """How many numbers the list has; assets/address.js keeps the page's heading to it while the form is filled in."""
    every = f" of {len(stated):,}" if len(chosen) < len(stated) else ""
    if chosen.empty:
        return f"None{every} numbers" if every else "No numbers"
    return f"{len(chosen):,}{every} numbers from {_many(chosen['source_id'].nunique(), 'source')}"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def columns_shown(query: Query) -> list[str]:
    """The columns that the address asks for, those without which a list says nothing always among them."""
    asked = addresses.several(query, "columns") or cells.USUAL
    for name in asked:
        if name not in cells.COLUMNS:
            raise Unacceptable("columns", name, cells.COLUMNS)
    return [name for name in cells.COLUMNS if name in asked or name in cells.FIXED]


def _form(data: Snapshot, query: Query) -> Component:
    selects = [
        controls.select(name, FILTER_WORDS[name], [("", "All"), *choices], _last(query, name), id=f"data-{name}")
        for name, choices in _choices(data).items()
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


def _last(query: Query, name: str) -> str:
    return addresses.text(query, name)


def _choices(data: Snapshot) -> Mapping[str, list[controls.Choice]]:
    """What there is to choose from, by filter; documents stand before references."""
    stated = facts.observations(data)
    sources = stated.sort_values(["source_kind", "source"], key=lambda column: column.str.casefold())
    used = set(stated["qualifier"])
    return {
        "topic": [(topic, topic) for topic in sorted(stated["topic"].unique())],
        "source": _pairs(sources, "source_id", "source"),
        "area": _pairs(stated.sort_values("area"), "area_id", "area"),
        "qualifier": [(code, words.capitalize()) for code, words in elements.QUALIFIERS.items() if code in used],
    }


def _pairs(ordered: pd.DataFrame, value: str, words: str) -> list[controls.Choice]:
    unique = ordered.drop_duplicates(value)
    return list(zip(unique[value], unique[words], strict=True))


def _chips(data: Snapshot, selection: Selection, query: Query) -> list[Component]:
    """One link for each thing that narrows the list, which takes it off."""
    active = [(name, value) for name, values in selection.query.items() if name != "sort" for value in _all(values)]
    if not active:
        return []
    named = _names(data)
    items = [html.Li(_chip(name, value, named.get((name, value), value), query)) for name, value in active]
    if len(active) > 1:
        bare = addresses.href(PATH, query, page=None, **dict.fromkeys((*FILTERS, "q")))
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
    stated = facts.observations(data)
    named = {(name, value): words for name, choices in _choices(data).items() for value, words in choices}
    indicators = _pairs(stated, "indicator_id", "indicator")
    return named | {("indicator", value): words for value, words in indicators}


def _all(values: str | list[str]) -> list[str]:
    return [values] if isinstance(values, str) else values


def _nothing() -> Component:
    return elements.empty(
        "No number matches all of this.",
        html.P(["Take a filter off, try fewer words, or ", html.A("see every number", href=PATH), "."]),
    )


def _page(chosen: pd.DataFrame, query: Query) -> tuple[int, pd.DataFrame]:
    """Where the page asked for starts, and its rows. Raises `Unacceptable` for a page there is not."""
    page, pages = addresses.number(query, "page"), _pages(len(chosen))
    if page > pages:
        raise Unacceptable("page", str(page), [f"a whole number from 1 to {pages}"])
    first = (page - 1) * PAGE_ROWS
    return first, chosen.iloc[first : first + PAGE_ROWS]


def _pages(count: int) -> int:
    return -(-count // PAGE_ROWS)


def _count(chosen: pd.DataFrame, stated: pd.DataFrame, first: int, shown: int) -> str:
    part = (
        f"{len(chosen):,} of {len(stated):,} numbers" if len(chosen) < len(stated) else f"All {len(stated):,} numbers"
    )
    return part if shown == len(chosen) else f"{part}, {first + 1:,} to {first + shown:,} here"


def _bar(count: str, selection: Selection, query: Query, columns: list[str]) -> Component:
    """How many, the same to download, and the columns to choose."""
    files = [html.A(words, href=addresses.href(path, selection.query)) for path, words in DOWNLOADS]
    take = html.P(["Download exactly these: ", files[0], " · ", files[1]])
    parts = [html.P(count, className="count", role="status"), take, _column_choice(query, columns)]
    return html.Div(parts, className="list-bar")


def _column_choice(query: Query, columns: list[str]) -> Component:
    offered = [name for name in cells.COLUMNS if name not in cells.FIXED]
    items = [html.Li(_toggle(name, query, columns)) for name in offered]
    if "columns" in query:
        items.append(html.Li(html.A("As usual", href=addresses.href(PATH, query, columns=None))))
    return elements.fold("Columns", html.Ul(items, className="chips"), open="columns" in query)


def _toggle(name: str, query: Query, columns: list[str]) -> Component:
    """A link that shows a column or takes it away."""
    shown, words = name in columns, cells.COLUMNS[name].heading
    after = [other for other in cells.COLUMNS if (other in columns) != (other == name)]
    sign = html.Span("✓" if shown else "+", className="off", **aria(hidden=True))
    act = html.Span("Hide " if shown else "Show ", className="unseen")
    return html.A([sign, act, words], href=_with_columns(query, after), className="chip on" if shown else "chip")


def _with_columns(query: Query, names: Iterable[str]) -> str:
    named = [name for name in names if name not in cells.FIXED]
    if tuple(named) == cells.USUAL:
        return addresses.href(PATH, query, columns=None)
    return addresses.href(PATH, query, columns=named or [cells.FIXED[-1]])


def _table(shown: pd.DataFrame, names: list[str], query: Query) -> Component:
    columns = [cells.COLUMNS[name] for name in names]
    heads = [tables.Column(column.heading, column.numeric, column.sort) for column in columns]
    lines = [tables.Row([column.cell(row) for column in columns]) for row in rows.records(shown)]
    sorting = tables.Sorting(PATH, query)
    return tables.table(heads, lines, caption="Numbers", sorting=sorting, narrow="stack", hidden_caption=True)


def _pager(count: int, query: Query) -> list[Component]:
    pages = _pages(count)
    if pages == 1:
        return []

    def href(page: int) -> str:
        return addresses.href(PATH, query, page=str(page) if page > 1 else None)

    return [elements.pager(addresses.number(query, "page"), pages, href, "Pages of the list")]
