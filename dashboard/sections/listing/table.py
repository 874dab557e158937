"""The table of the numbers of a page, with what stands around it: the downloads, the columns, the pages."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements, tables
from dashboard.design.elements import aria
from dashboard.sections import columns, tags
from dashboard.sections.listing.asked import PATH, Listed
from dashboard.state import addresses
from validation import vocabulary
from validation.language.written import many
from validation.model import verdicts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.vocabulary import OUTCOMES

NARROW: tables.Narrow = "lines"

DOWNLOADS = (
    ("/download/numbers.csv", "CSV"),
    ("/download/numbers.excel.csv", "For spreadsheets"),
)


def bar(asked: Listed) -> Component:
    """How many, the same to download, and the columns to choose."""
    files = [
        html.A(words, href=addresses.href(path, asked.selection.query), **elements.data(file=path))
        for path, words in DOWNLOADS
    ]
    take = html.P(["Download these: ", files[0], " · ", files[1]])
    parts = [html.P(_count(asked), className="count", role="status"), take, _column_choice(asked)]
    return html.Div(parts, className="list-bar")


def table(register: Register, asked: Listed) -> Component:
    rows = [row(register, asked, number) for number in asked.shown]
    sorting = tables.Sorting(PATH, asked.query)
    return tables.table(heads(asked), rows, caption="Numbers", sorting=sorting, narrow=NARROW, hidden_caption=True)


def heads(asked: Listed) -> list[tables.Column]:
    shown = [columns.COLUMNS[name] for name in asked.columns]
    return [tables.Column(one.heading, one.numeric, one.sort, line=one.line) for one in shown]


def row(register: Register, asked: Listed, number: Observation) -> tables.Row:
    return tables.Row([columns.COLUMNS[name].cell(number, register) for name in asked.columns])


def key(register: Register, asked: Listed) -> list[Component]:
    """What the signs of the verdicts mean that are on the page."""
    found = verdicts.by_number(register)
    given = {vocabulary.outcome(found[number.id]).code for number in asked.shown if number.id in found}
    if not given or "verdict" not in asked.columns:
        return []
    items = [html.Li(elements.explained(tags.told(code))) for code in OUTCOMES if code in given]
    return [html.Ul(items, className="legend", **aria(label="What the signs mean"))]


def pager(asked: Listed) -> list[Component]:
    def href(page: int) -> str:
        return addresses.href(PATH, asked.query, page=str(page) if page > 1 else None)

    return [elements.pager(asked.page, asked.pages, href, "Pages of the list")] if asked.pages > 1 else []


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
