"""What numbers in order of time do, in words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import courses
from tests.dashboard.charts.bees import number
from validation.model.observations import Observation


def kept(*values: float, periods: tuple[str, ...] = ()) -> list[Observation]:
    """Hives kept in years that follow one another, or at these times."""
    times = periods or [str(2000 + i) for i in range(len(values))]
    return [number("Hives kept", "", value, period=time) for value, time in zip(values, times, strict=True)]


def turns(*values: float) -> list[tuple[float, float]]:
    return [(start.common, end.common) for start, end in courses.legs(kept(*values))]


def test_a_line_turns_where_it_turns_back_far_enough() -> None:
    assert turns(10, 20, 30) == [(10, 30)]
    assert turns(10, 30, 29.5, 40) == [(10, 40)]
    assert turns(10, 30, 20, 40) == [(10, 30), (30, 20), (20, 40)]
    assert turns(10, 30, 29.5, 29.3) == [(10, 30), (30, 29.3)]
    assert turns(10, 10.1, 10) == turns(0, 0) == turns(7) == []
    assert turns(100, 101, 50) == [(101, 50)]


@given(st.lists(st.integers(-1000, 1000), min_size=1, max_size=20))
def test_the_ways_of_a_line_follow_one_another_up_and_down(values: list[int]) -> None:
    found = turns(*values)
    for one, other in pairwise(found):
        assert one[1] == other[0]
        assert (one[1] > one[0]) != (other[1] > other[0])
    assert {end for leg in found for end in leg} <= set(values)


@pytest.mark.parametrize(
    ("start", "end", "verb"),
    [
        (10, 12, "rose"),
        (10, 18.9, "rose"),
        (10, 19, "nearly doubled"),
        (10, 20, "doubled"),
        (10, 21, "doubled"),
        (10, 21.5, "more than doubled"),
        (10, 30.1, "tripled"),
        (10, 38, "nearly quadrupled"),
        (10, 900, "more than quadrupled"),
        (10, 9, "fell"),
        (10, 5.2, "nearly halved"),
        (10, 5, "halved"),
        (10, 1, "more than halved"),
        (-1, 5, "rose"),
        (5, 0, "fell"),
    ],
)
def test_a_move_is_told_by_how_far_it_goes(start: float, end: float, verb: str) -> None:
    assert courses.moved(*kept(start, end)) == verb


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (("2020", "2024"), "from 2020 to 2024"),
        (("2020-03", "2024-05-31"), "from 2020 to 2024"),
        (("2020-03", "2020-05"), "from March 2020 to May 2020"),
        (("191X", "1920"), "from the 1910s to 1920"),
        (("-0043", "0014"), "from 44 BC to AD 14"),
    ],
)
def test_times_are_years_where_these_tell_them_apart(periods: tuple[str, str], said: str) -> None:
    assert courses.between(*kept(1, 2, periods=periods)) == said


def test_years_follow_one_another_without_a_gap() -> None:
    assert courses.follows(*kept(1, 2, periods=("2020", "2021-01")))
    assert not courses.follows(*kept(1, 2, periods=("2020", "2022")))


def test_days_and_years_are_told_with_their_own_words() -> None:
    assert courses.adverbials(*kept(1, 2)) == ["in 2000", "in 2001"]
    days = kept(1, 2, periods=("2017-02-10", "2017-02-17"))
    assert courses.adverbials(*days) == ["on February 10, 2017", "on February 17, 2017"]
