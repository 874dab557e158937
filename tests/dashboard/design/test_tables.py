"""Tables as HTML: scopes, sorting, rows to walk through, roles where the layout changes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from dash import html

from dashboard.design.tables import Column, Row, Sorting, table
from dashboard.web.document import html_text

COLUMNS = [Column("What", sort="name"), Column("How many", numeric=True, sort="value"), Column("Source")]
ROWS = [Row(["Eels", "62,000", "Report"], id="eels")]


def written(**options: Any) -> str:
    return html_text(table(COLUMNS, ROWS, caption="Catch", **options))


def test_cells_belong_to_their_headings() -> None:
    assert re.findall('<th[^>]*scope="(col|row)"', written()) == ["col", "col", "col", "row"]
    assert "<caption" in written()
    assert re.findall('data-label="(.+?)"', written(narrow="stack")) == ["What", "How many", "Source"]
    assert "data-label" not in written()


def test_what_scrolls_can_be_reached_and_is_named() -> None:
    assert written().startswith('<div aria-label="Catch" class="scroller" role="region" tabindex="0">')


def test_a_row_can_be_pointed_to() -> None:
    assert '<tr id="eels">' in written()


def test_a_row_must_have_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="longer"):
        table(COLUMNS, [Row(["a"])], caption="x")


def test_headings_sort_by_their_address() -> None:
    sorting = Sorting("/numbers", {"q": "e", "sort": "value", "page": "3"}, default="name")
    links = re.findall('<a href="(.+?)">', written(sorting=sorting))
    assert links == ["/numbers?q=e", "/numbers?q=e&amp;sort=-value"]
    assert re.findall('aria-sort="(.+?)"', written(sorting=sorting)) == ["none", "ascending"]


@pytest.mark.parametrize(
    ("query", "direction", "after"),
    [
        ({}, "ascending", "/n?sort=-name"),
        ({"sort": "name"}, "ascending", "/n?sort=-name"),
        ({"sort": "-name"}, "descending", "/n"),
        ({"sort": "value"}, "none", "/n"),
    ],
)
def test_the_default_order_needs_no_parameter(query: dict[str, str], direction: str, after: str) -> None:
    sorting = Sorting("/n", query, default="name")
    assert (sorting.direction("name"), sorting.href("name")) == (direction, after)


@pytest.mark.parametrize("narrow", ["stack", "lines"])
def test_rows_that_are_laid_out_as_something_else_keep_their_roles(narrow: Any) -> None:
    roles = re.findall('role="(.+?)"', written(narrow=narrow))
    assert roles.count("columnheader") == 3
    assert {"table", "rowgroup", "row", "rowheader", "cell"} < set(roles)
    assert re.findall('role="(.+?)"', written()) == ["region"]


IN_LINES = [
    Column("Verdict", line="sign"),
    Column("How many", numeric=True, line="first"),
    Column("Period"),
    Column("Unit", line="named"),
]


def in_lines(*cells: Any, **options: Any) -> str:
    """The one row of a table whose rows are two lines on phones."""
    whole = html_text(table(IN_LINES, [Row(cells, **options)], caption="Catch", narrow="lines"))
    return whole.partition("<tbody")[2]


def test_cells_of_lines_have_their_places_and_those_that_need_it_their_heading() -> None:
    row = in_lines("✓", "62,000", "1931", "eels")
    places = re.findall('<t[hd] class="(.+?)"', row)
    assert places == ["line-sign", "number line-first", "line-second", "line-named"]
    assert re.findall('data-label="(.+?)"', row) == ["Unit"]


def test_the_first_that_is_no_sign_names_the_row() -> None:
    assert re.findall(r"<th [^>]*>(.+?)</th>", in_lines("✓", "62,000", "1931", "eels")) == ["62,000"]


@pytest.mark.parametrize("nothing", ["", None, html.Span("not stated", className="none")])
def test_what_says_nothing_is_left_out_of_lines(nothing: Any) -> None:
    assert in_lines("", "62,000", nothing, "eels").count(" blank") == 2
    assert "blank" not in in_lines("✓", "62,000", html.Span("1931"), "eels")


def test_the_row_that_was_asked_for_is_the_current_one() -> None:
    assert '<tr aria-current="true"' in in_lines("", "1", "", "", current=True)
    assert "aria-current" not in in_lines("", "1", "", "")
