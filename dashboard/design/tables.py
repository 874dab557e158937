"""Tables: headings that sort by their address, rows that become cards on phones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from dash import html
from dash.development.base_component import Component

from dashboard.design.elements import aria, data, given
from dashboard.state import addresses

ARROWS = {"ascending": "▲", "descending": "▼", "none": "↕"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, whether it holds numbers, and the `sort=` word of its sorting ("" for none)."""

    heading: str
    numeric: bool = False
    sort: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells in the order of the columns; `id` is the row's own, for addresses to point to."""

    cells: Sequence[Any]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Sorting:
    """The address whose `sort=` the headings change: `sort=value` ascending, `sort=-value` descending."""

    path: str
    query: addresses.Query = field(default_factory=dict)
    default: str = ""

    @property
    def now(self) -> str:
        return addresses.text(self.query, "sort") or self.default

    def href(self, word: str) -> str:
        """The address of the same list sorted by a column, the other way round where it is already; from page one."""
        after = f"-{word}" if self.now == word else word
        return addresses.href(self.path, self.query, sort=after if after != self.default else None, page=None)

    def direction(self, word: str) -> str:
        """The column's order for `aria-sort`."""
        return {word: "ascending", f"-{word}": "descending"}.get(self.now, "none")


def table(
    columns: Sequence[Column],
    rows: Iterable[Row],
    *,
    caption: str,
    sorting: Sorting | None = None,
    narrow: Literal["scroll", "stack"] = "scroll",
    hidden_caption: bool = False,
) -> Component:
    """A table with a caption; where it is too wide it scrolls by itself, or its rows become cards on phones."""
    headings = html.Tr([_heading(column, sorting, narrow) for column in columns], **_role("row", narrow))
    head = html.Thead(headings, **_role("rowgroup", narrow))
    body = html.Tbody([_row(row, columns, narrow) for row in rows], **_role("rowgroup", narrow))
    name = html.Caption(caption, className="unseen" if hidden_caption else "")
    inner = html.Table([name, head, body], className=f"data {narrow}", **_role("table", narrow))
    # A region that scrolls must be reachable by keyboard.
    return html.Div(inner, className="scroller", role="region", tabIndex=0, **aria(label=caption))


def _heading(column: Column, sorting: Sorting | None, narrow: str) -> Component:
    properties = given(className="number" if column.numeric else "", title=column.title) | _role("columnheader", narrow)
    if not (column.sort and sorting):
        return html.Th(column.heading, scope="col", **properties)
    direction = sorting.direction(column.sort)
    arrow = html.Span(ARROWS[direction], className="arrow", **aria(hidden=True))
    link = html.A([column.heading, arrow], href=sorting.href(column.sort))
    return html.Th(link, scope="col", **properties, **aria(sort=direction))


def _row(row: Row, columns: Sequence[Column], narrow: str) -> Component:
    cells = [_cell(i, cell, column, narrow) for i, (cell, column) in enumerate(zip(row.cells, columns, strict=True))]
    return html.Tr(cells, **given(id=row.id), **_role("row", narrow))


def _cell(position: int, content: Any, column: Column, narrow: str) -> Component:
    label = column.heading if narrow == "stack" else ""  # rows that are cards have no heads to look up to
    properties = given(className="number" if column.numeric else "") | data(label=label)
    if position == 0:
        return html.Th(content, scope="row", **properties, **_role("rowheader", narrow))
    return html.Td(content, **properties, **_role("cell", narrow))


def _role(role: str, narrow: str) -> dict[str, Any]:
    """What a browser forgets about a table whose rows are laid out as cards."""
    return {"role": role} if narrow == "stack" else {}
