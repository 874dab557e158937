"""Cutting a line to a width around a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.reports.excerpts import Excerpt, cell_end, excerpt, visible, width


def test_a_short_line_is_shown_whole():
    assert excerpt('a,"b, c",d', 3, 80) == Excerpt("a,", '"b, c"', ",d")


def test_without_a_cell_the_line_is_shown_from_its_start():
    assert excerpt("abcdef", 0, 4) == Excerpt("abc…", "", "")


def test_a_long_line_is_cut_on_both_sides_of_the_cell():
    assert excerpt("x" * 100 + ",14.3," + "y" * 100, 102, 40) == Excerpt(
        "…" + "x" * 16 + ",", "14.3", "," + "y" * 16 + "…"
    )


def test_room_that_one_side_leaves_goes_to_the_other():
    shown = excerpt("x" * 100 + ",14.3", 102, 40)
    assert (width(shown.before), shown.after) == (36, "")


def test_a_long_cell_leaves_room_for_what_stands_around_it():
    shown = excerpt("before," + "c" * 500 + ",after", 8, 60)
    assert (shown.before, shown.cell, shown.after) == ("before,", "c" * 35 + "…", ",after")


@pytest.mark.parametrize(
    ("line", "column", "end"),
    [
        ("a,b,c", 3, 4),
        ("a,,c", 3, 3),
        ("a,b", 3, 4),
        ('a,"b"", c",d', 3, 11),
        ('a,"b,c', 3, 5),
        ("", 9, 9),
    ],
)
def test_a_cell_ends_before_its_comma(line, column, end):
    assert cell_end(line, column) == end


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("漢字", 4), ("e\N{COMBINING ACUTE ACCENT}", 1), ("😀", 2), ("ﾊ", 1), ("", 0)]
)
def test_width_counts_columns_of_a_terminal(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize(("unseen", "shown"), [("\x1b", "\\u001b"), ("\u202e", "\\u202e"), ("\xa0", "\\u00a0")])
def test_what_is_not_seen_is_written_out(unseen, shown):
    assert visible(f"a{unseen}é") == f"a{shown}é"


@given(st.lists(st.text(st.characters(exclude_characters=',\n\r"')), min_size=1), st.data(), st.integers(40, 200))
def test_an_excerpt_fits_and_stands_in_the_line(cells, data, room):
    index = data.draw(st.integers(0, len(cells) - 1))
    column = sum(len(cell) + 1 for cell in cells[:index]) + 1
    shown = excerpt(",".join(cells), column, room)
    whole = shown.before + shown.cell + shown.after
    assert width(whole) <= room
    assert whole.isprintable()
    assert visible(cells[index]).startswith(shown.cell.removesuffix("…"))
    assert shown.before.removeprefix("…") in visible(",".join(cells[:index]) + ",")
