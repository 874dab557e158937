from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.drawing.canvas import Canvas
from dashboard.charts.drawing.geometry import Box, Scale
from dashboard.charts.drawing.plot import Part, Plot, Words, Writer, ends
from tests.dashboard.charts import bees

PLOT = Plot(Scale(2000, 2020, 400), -10, 100, 30, 330)


def words(text: str = "ten hives", *more: str) -> Words:
    return Words([Part([text], 14, "#000000", bold=True), *(Part([line], 13, "#000000") for line in more)])


def writer(points: list[tuple[float, float]] | None = None) -> Writer:
    return Writer(Canvas("light", 540, 40, 100), PLOT, points or [])


def test_a_plot_gives_back_the_value_of_a_height() -> None:
    assert (PLOT.y(-10), PLOT.y(100)) == (330, 30)
    assert PLOT.value(PLOT.y(42)) == pytest.approx(42)
    assert PLOT.ticks == [0, 25, 50, 75, 100]
    assert PLOT.place(bees.number("Hives", "45", 45, period="2010")) == (210, 180)


def test_years_go_from_the_first_period_to_the_end_of_the_last() -> None:
    assert ends([bees.number("Hives", "9", 9, period=year) for year in ("2003", "1999", "2001/2005")]) == (1999, 2006)


def test_words_are_as_large_as_their_parts() -> None:
    wide, high = words().size
    wider, higher = words("ten hives", "in the upper valley, so far").size
    assert wider > wide
    assert higher == pytest.approx(high + 13 * 1.3)


def test_words_are_written_where_nothing_is_and_then_keep_others_off() -> None:
    one = writer()
    assert one.beside([(200, 150)], words("ten hives", "2010"))
    assert one.beside([(200, 150)], words("twelve hives"))
    first, second = one.taken
    assert not first.meets(second)
    assert [note["text"] for note in one.canvas.notes] == ["<b>ten hives</b>", "2010", "<b>twelve hives</b>"]
    assert {note["xshift"] for note in one.canvas.notes[:2]} == {first.left}


def test_words_without_a_place_are_not_written() -> None:
    one = writer()
    one.taken.append(Box(-100, -100, 1000, 1000))
    assert not one.beside([(200, 150)], words())
    assert one.canvas.notes == []


def test_words_by_the_last_year_may_stand_right_of_the_plot() -> None:
    one = writer()
    one.taken.append(Box(0, 0, 400, 400))
    assert one.beside([(395, 150)], words())
    assert one.taken[-1].left > 400
    assert one.taken[-1].right <= 500


@given(st.lists(st.tuples(st.floats(350, 400), st.floats(30, 330)), min_size=1, max_size=6))
def test_words_at_the_ends_of_lines_never_touch(points: list[tuple[float, float]]) -> None:
    one = writer()
    one.at_ends([(point, words("Office of Apiculture", "2021")) for point in points])
    assert not any(left.meets(right) for left, right in combinations(one.taken, 2))
    assert len({box.left for box in one.taken}) == 1
    assert one.taken[0].left > max(x for x, _ in points)


def test_a_thin_line_leads_behind_the_data_to_words_that_were_moved() -> None:
    one = writer()
    one.at_ends([((390, 100), words())])
    assert one.canvas.shapes == []
    one.at_ends([((390, y), words("Office of Apiculture", "2021", "2,000 hives")) for y in (100, 102, 104)])
    assert one.canvas.shapes
    assert {shape["line"]["color"] for shape in one.canvas.shapes} == {one.canvas.colors.axis}
    (across,) = {tuple(re.findall(r"M(\d+),0L(\d+),", shape["path"])[0]) for shape in one.canvas.shapes}
    assert 0 < int(across[0]) < int(across[1])
    assert {shape["xanchor"] for shape in one.canvas.shapes} == {PLOT.years.value(390)}
