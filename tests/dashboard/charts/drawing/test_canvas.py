"""The order in which what is marked in a drawing is read."""

from __future__ import annotations

import pytest

from dashboard.charts import choice
from dashboard.charts.drawing.content import Drawing
from tests.dashboard.charts import bees

HONEY = [one.id for one in bees.HONEY.numbers]


def order(drawing: Drawing, width: int = 880) -> list[str]:
    return choice.figure(drawing, width=width)["layout"]["meta"]["order"]


@pytest.mark.parametrize("width", [330, 880])
@pytest.mark.parametrize("drawing", [bees.COLONIES, bees.SURVEY, bees.SWARMS])
def test_rows_are_read_from_the_top(drawing: Drawing, width: int) -> None:
    traces = choice.figure(drawing, width=width)["data"]
    heights = {trace["customdata"][0]: trace["y"][0] for trace in traces}
    assert order(drawing, width) == sorted(heights, key=heights.__getitem__)
    assert {*order(drawing, width)} == {one.id for one in drawing.numbers}


@pytest.mark.parametrize("width", [330, 880])
def test_a_growth_is_read_between_what_it_leads_from_and_to(width: int) -> None:
    level, change, before = HONEY[:3]
    assert order(bees.HONEY, width)[:3] == [before, change, level]


def test_lines_are_read_from_left_to_right() -> None:
    numbers = {one.id: one for one in bees.YEARS.numbers}
    years = [numbers[name].when[-4:] for name in order(bees.YEARS)]
    assert years == sorted(years)
    assert len(years) == len(numbers)


@pytest.mark.parametrize("width", [330, 880])
def test_squares_are_read_side_by_side_or_from_the_top(width: int) -> None:
    assert order(bees.MEADOWS, width) == [one.id for one in bees.MEADOWS.numbers]
