from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.drawing.placing import ALL_YEARS, MARK, PER_YEAR, Plan, plan
from tests.dashboard.charts import bees

YEARS = st.integers(1500, 2024)
NAMES = st.text("abc defgh", min_size=1, max_size=90)


def planned(*events: tuple[int, str], width: int = 880, top: float = 0) -> Plan:
    """Events of the given years and names, set into a width."""
    found = [bees.event(name, f"{year:04}" if year >= 0 else f"{year:05}") for year, name in events]
    return plan(found, width, narrow=width < 560, top=top)


@given(
    st.lists(st.tuples(YEARS, NAMES), min_size=1, max_size=40),
    st.sampled_from([262, 390, 560, 880, 1200]),
)
def test_no_words_and_no_marks_ever_touch(events: list[tuple[int, str]], width: int) -> None:
    found = planned(*events, width=width, top=10)
    for one, other in combinations(found.places, 2):
        assert abs(one.y - other.y) >= MARK
        assert one.side != other.side or one.bottom <= other.top or other.bottom <= one.top
    assert all(place.bottom <= found.height for place in found.places)


@given(st.lists(YEARS, min_size=2, max_size=30))
def test_time_runs_down_and_no_year_is_shorter_than_the_least(years: list[int]) -> None:
    for before, after in pairwise(planned(*((year, "x") for year in years)).places):
        assert after.y > before.y
        assert after.y - before.y >= (after.first - before.first) * PER_YEAR - 1e-6


def test_very_many_years_are_drawn_shorter() -> None:
    first, last = planned((-4300, "a"), (2000, "b")).places
    assert last.y - first.y == pytest.approx(ALL_YEARS)


def test_years_between_events_are_placed_in_proportion() -> None:
    found = planned((1900, "a"), (2000, "b"))
    first, last = (place.y for place in found.places)
    assert found.y(1950) == pytest.approx((first + last) / 2)
    assert found.y(1800) == first
    assert found.y(2400) == last


def test_events_come_in_order_and_without_a_date_not_at_all() -> None:
    events = [*bees.EVENTS[::-1], bees.event("Some day", "")]
    places = plan(events, 880, narrow=False, top=0).places
    assert [place.first for place in places] == sorted(place.first for place in places)
    assert len(places) == len(bees.EVENTS)
    nothing = plan(events[-1:], 880, narrow=False, top=0)
    assert (nothing.places, nothing.years) == ([], [])


def test_a_dating_that_differs_has_its_own_place_in_time() -> None:
    dated, undated = bees.dating("1981", "1981", differs=True), bees.dating("once", "", differs=True)
    (place,) = plan([bees.event("Swarms", "1978", "law", dated, undated)], 880, narrow=False, top=0).places
    assert (place.at(dated), place.at(undated)) == (1981, 1978)


def test_words_stand_on_both_sides_and_on_one_on_a_phone() -> None:
    for width, sides in ((880, {1, -1}), (390, {1})):
        found = plan(bees.EVENTS, width, narrow=width < 560, top=0)
        assert {place.side for place in found.places} == sides
