"""Every number, stated and calculated: filtered, searched, sorted, page by page, downloaded; all in the address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements, tables
from dashboard.downloads import offers
from dashboard.sections import columns
from dashboard.sections.listing import filters, table
from dashboard.sections.listing.asked import PATH, Listed, listed
from dashboard.state.addresses import Query
from dashboard.state.numbers import texts
from dashboard.state.numbers.filters import found_by
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.listing import Item, Listing

LEDE = "Stated by documents, by references, or calculated: filter and sort them, and take them away."


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page(PATH, layout, title="All numbers", about=LEDE, states=pages, listing=listing)


def layout(data: Snapshot, /, **query: Any) -> Component:
    """The form, and what it chooses."""
    asked = listed(data, query)
    results = controls.results(filters.LIVE, _results(data, asked))
    return elements.page(asked.heading, filters.form(data, query), results, lede=LEDE)


def pages(data: Snapshot) -> Iterator[Query]:
    """The pages of the whole list behind the first."""
    yield from ({"page": str(page)} for page in range(2, listed(data, {}).pages + 1))


def listing(data: Snapshot) -> Listing:
    """Every number as the list shows it unasked, with its place in each order and its lines of the downloads."""
    register, asked = data.register, listed(data, {})
    heads, places = table.heads(asked), _places(data, asked)
    items = [
        Item(
            number.id,
            tables.row(table.row(register, asked, number), heads, table.NARROW),
            of=found_by(register, number),
            text=texts.text(register, number),
            at={order: at[number.id] for order, at in places.items()},
        )
        for number in asked.chosen
    ]
    return Listing(items, lines=offers.lines(data))


def _results(data: Snapshot, asked: Listed) -> list[Component]:
    head = [filters.origins(asked), *filters.chips(data, asked)]
    if not asked.chosen:
        return [*head, _nothing()]
    card = elements.card(table.table(data.register, asked), *table.key(data.register, asked))
    return [*head, table.bar(asked), card, *table.pager(asked)]


def _places(data: Snapshot, asked: Listed) -> Mapping[str, Mapping[str, int]]:
    """The place of each number in every order of the list, by the word for the order."""
    words = [f"{sign}{columns.COLUMNS[name].sort}" for name in asked.columns for sign in ("", "-")]
    return {
        word: {number.id: at for at, number in enumerate(Selection(sort=word).choose(data))}
        for word in dict.fromkeys(words)
    }


def _nothing() -> Component:
    return elements.empty(
        "No number matches all of this.",
        html.P(["Clear a filter, try fewer words, or ", html.A("see every number", href=PATH), "."]),
    )
