"""Tables: headings that sort by their address, rows that become two lines or cards on phones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from dash import html
from dash.development.base_component import Component

from dashboard.design.elements import aria, data, given
from dashboard.state import addresses

ARROWS = {"ascending": "▲", "descending": "▼", "none": "↕"}


Narrow = Literal["scroll", "stack", "lines"]
"""What becomes of rows on phones: nothing, cards with a line for each cell, or two lines."""

Line = Literal["sign", "first", "second", "named"]
"""Where a cell stands in a row of two lines: before both, on the first, on the second, there behind its heading."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, whether it holds numbers, and the `sort=` word of its sorting ("" for none).

    `line` is its place where rows are two lines on phones; those of the first line come before those of the second.
    """

    heading: str
    numeric: bool = False
    sort: str = ""
    title: str = ""
    line: Line = "second"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells in the order of the columns; `id` is the row's own, for addresses to point to.

    `current` marks the one that the page was opened at.
    """

    cells: Sequence[Any]
    id: str = ""
    current: bool = False


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
    narrow: Narrow = "scroll",
    hidden_caption: bool = False,
) -> Component:
    """A table with a caption; where it is too wide it scrolls by itself, or its rows become other things on phones.

    The first column that is no mere sign names its rows.
    """
    headings = html.Tr([_heading(column, sorting, narrow) for column in columns], **_role("row", narrow))
    head = html.Thead(headings, **_role("rowgroup", narrow))
    body = html.Tbody([row(one, columns, narrow) for one in rows], **_role("rowgroup", narrow))
    name = html.Caption(caption, className="unseen" if hidden_caption else "")
    inner = html.Table([name, head, body], className=f"data {narrow}", **_role("table", narrow))
    # A region that scrolls must be reachable by keyboard.
    return html.Div(inner, className="scroller", role="region", tabIndex=0, **aria(label=caption))


def _heading(column: Column, sorting: Sorting | None, narrow: Narrow) -> Component:
    properties = _classes(column, narrow) | given(title=column.title) | _role("columnheader", narrow)
    if not (column.sort and sorting):
        return html.Th(column.heading, scope="col", **properties)
    direction = sorting.direction(column.sort)
    arrow = html.Span(ARROWS[direction], className="arrow", **aria(hidden=True))
    link = html.A([column.heading, arrow], href=sorting.href(column.sort))
    return html.Th(link, scope="col", **properties, **aria(sort=direction))


def row(row: Row, columns: Sequence[Column], narrow: Narrow = "scroll") -> Component:
    """One row, as `table` has it."""
    named = next((i for i, column in enumerate(columns) if column.line != "sign"), 0)
    cells = [
        _cell(cell, column, narrow, head=i == named)
        for i, (cell, column) in enumerate(zip(row.cells, columns, strict=True))
    ]
    return html.Tr(cells, **given(id=row.id), **_role("row", narrow), **aria(current="true" if row.current else None))


def _cell(content: Any, column: Column, narrow: Narrow, *, head: bool) -> Component:
    # What is no longer a column has no heading to look up to.
    labelled = narrow == "stack" or (narrow == "lines" and column.line == "named")
    blank = narrow == "lines" and _says_nothing(content)
    properties = _classes(column, narrow, blank=blank) | data(label=column.heading if labelled else "")
    if head:
        return html.Th(content, scope="row", **properties, **_role("rowheader", narrow))
    return html.Td(content, **properties, **_role("cell", narrow))


def _says_nothing(content: Any) -> bool:
    """Whether a cell is empty, or only says that nothing is known: in a line it is left out."""
    return content in ("", None) or getattr(content, "className", "") == "none"


def _classes(column: Column, narrow: Narrow, *, blank: bool = False) -> dict[str, Any]:
    names = ["number"] if column.numeric else []
    names += [f"line-{column.line}"] if narrow == "lines" else []
    return given(className=" ".join([*names, *(["blank"] if blank else [])]))


def _role(role: str, narrow: Narrow) -> dict[str, Any]:
    """What a browser forgets about a table whose rows are laid out as something else."""
    return {} if narrow == "scroll" else {"role": role}
