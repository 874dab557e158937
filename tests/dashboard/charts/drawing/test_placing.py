from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.drawing import placing
from dashboard.charts.drawing.placing import ROW, Plan, Row, plan
from tests.dashboard.charts import bees
from tests.periods import ACCEPTED
from validation.model.accounts import Conflict
from validation.model.events import Event
from validation.vocabulary import DOUBT, OTHER_DATE, WRONG_DATE, WRONG_WORDS

WIDTHS = (262, 324, 560, 880, 1130)
NAMES = st.text("abc defgh", min_size=1, max_size=90).map(lambda name: f"{name.strip()}x")
EVENTS = st.lists(st.tuples(NAMES, ACCEPTED), min_size=1, max_size=30)


def made(*dated: tuple[str, str]) -> list[Event]:
    """Events of such names and periods, each with an id of its own."""
    return [bees.event(f"{name} {place}", period) for place, (name, period) in enumerate(dated)]


def planned(*events: Event, width: int = 880) -> Plan:
    return plan(events, width, narrow=width < 560, top=10)


def alone(*events: Event, width: int = 880) -> Row:
    """The row of the first of several events."""
    return next(row for row in planned(*events, width=width).rows if row.event is events[0])


def names(*dated: tuple[str, str]) -> list[list[str]]:
    return [[event.name for event in group] for group in placing.groups([bees.event(*one) for one in dated])]


@given(EVENTS)
def test_a_date_stands_in_one_group_with_every_date_within_it(dated: list[tuple[str, str]]) -> None:
    events = made(*dated)
    groups = placing.groups(events)
    assert sorted(event.id for group in groups for event in group) == sorted(event.id for event in events)
    place = {event.id: at for at, group in enumerate(groups) for event in group}
    known = [(event.period, event) for event in events if event.period]
    for (one, event), (other, another) in combinations(known, 2):
        here, there = place[event.id], place[another.id]
        assert here == there or not one.overlaps(other)
        assert here <= there or other.last < one.first
        assert there <= here or one.last < other.first


def test_a_year_is_in_the_order_of_names_and_a_longer_time_comes_before_what_may_lie_in_it() -> None:
    assert names(("Mite", "2022-02-04"), ("Ants", "2022"), ("bees", "2022-11"), ("Wax", "2023-01")) == [
        ["Ants", "bees", "Mite"],
        ["Wax"],
    ]
    assert names(("Mite", "1931"), ("Wax", "1928"), ("Sugar", "192X"), ("War", "1925/1931")) == [
        ["Sugar", "War", "Wax", "Mite"]
    ]


@pytest.mark.parametrize(
    ("dated", "heading"),
    [
        (["2022", "2022-02-04"], "2022"),
        (["192X", "1928"], "1920s"),
        (["18XX", "1850"], "19th century"),
        (["1980-09/1988-08", "1988"], "1980–88"),
        (["-0043", "-0043-03-15"], "44 BC"),
        (["1925/1931", "1930/1941"], "1925–1941"),
        (["-0003/0002", "0001/0004"], "4 BC–AD 4"),
        (["1888"], ""),
    ],
)
def test_a_group_is_headed_by_its_time(dated: list[str], heading: str) -> None:
    (group,) = planned(*(bees.event(f"Swarm {at}", period) for at, period in enumerate(dated))).groups
    assert group.heading == heading


@given(EVENTS, st.sampled_from(WIDTHS))
def test_rows_follow_one_another_and_marks_are_on_the_scale(dated: list[tuple[str, str]], width: int) -> None:
    found = planned(*made(*dated), width=width)
    for before, after in pairwise(found.rows):
        assert before.y < before.bottom <= after.top <= after.y
    for before, after in pairwise(found.groups):
        assert before.bottom == after.top
    for row in found.rows:
        first, last = row.event.period.axis if row.event.period else (0, 0)
        assert (row.mark.low + row.mark.high) / 2 == pytest.approx((first + last) / 2)
        assert found.scale.low <= row.low <= row.high <= found.scale.high
    assert found.height >= max(row.bottom for row in found.rows)


def test_a_year_is_a_dot_and_what_is_coarser_a_bar_as_long_as_it_is() -> None:
    ends = bees.event("First", "1800"), bees.event("Last", "2000")
    assert alone(bees.event("Mite", "1977"), *ends).mark == (1977.5, 1977.5)
    assert alone(bees.event("Mite", "1970/1989"), *ends).mark == (1970, 1990)
    low, high = alone(bees.event("Mite", "1976/1977"), *ends).mark
    assert low < 1976 < 1978 < high, "two years are drawn longer than a dot"
    assert not alone(bees.event("Mite", "18XX"), bees.event("First", "-8000")).mark.is_dot
    assert alone(bees.event("Mite", "1977"), bees.event("Wax", "1978-02")).mark == (1977, 1978)


def test_a_wrong_date_is_drawn_where_the_document_puts_it_if_it_puts_it_anywhere_else() -> None:
    wrong = bees.dating("1979", "1979", verdict=WRONG_DATE)
    words = bees.dating("sixty years on", "197X", verdict=WRONG_WORDS)
    nowhere = bees.dating("later", "", verdict=WRONG_WORDS)
    other = bees.dating("1981", "1981", verdict=OTHER_DATE)
    row = alone(bees.event("Mite", "1977", "disease", wrong, words, nowhere, other), bees.event("First", "1800"))
    assert [dating for dating, _ in row.wrong] == [wrong]
    assert (row.low, row.high) == (1977.5, 1979.5)
    assert row.event.differing == [wrong, words, nowhere, other]


def test_words_stand_where_there_is_room_and_above_the_mark_where_there_is_none() -> None:
    ends = bees.event("First", "1000"), bees.event("Last", "2000")
    sides = {period: alone(bees.event("Mite", period), *ends).side for period in ("1100", "1900", "1010/1990")}
    assert sides == {"1100": 1, "1900": -1, "1010/1990": 0}
    assert {row.side for row in planned(*bees.EVENTS, width=390).rows} == {0}


def test_long_words_are_broken_beside_their_mark_each_letter_in_its_style() -> None:
    told = bees.dating("in 1979", "1979", "letter", WRONG_DATE)
    event = bees.event("The mite comes to the valley " * 3 + "at last", "1977", "disease", told)
    row = alone(event, bees.event("First", "1800"), width=624)
    assert (row.side, len(row.lines) > 1, row.bottom - row.top > ROW) == (-1, True, True)
    runs = [run for line in row.lines for run in line]
    assert " ".join(run.words for run in runs if run.style == "name").split() == event.name.split()
    assert " ".join(run.words for run in runs if run.style == "wrong").split() == ["printed", "as", "“in", "1979”"]
    assert runs[0].words.strip() == "1977"


@pytest.mark.parametrize(
    ("period", "named"),
    [
        ("-0999/1500", [-999, -499, 1, 500, 1000, 1500]),
        ("2021-02/2021-11", [2021, 2022]),
        ("1858/1990", [1860, 1880, 1900, 1920, 1940, 1960, 1980]),
    ],
)
def test_round_years_are_named_as_they_are_called(period: str, named: list[int]) -> None:
    assert planned(bees.event("Swarms", period)).years(120) == named


def test_differing_dates_are_counted_by_document_and_wrong_ones_are_not_among_them() -> None:
    almanac = bees.dating("1981", "1981", verdict=OTHER_DATE)
    letter = bees.dating("1982", "1982", "letter", OTHER_DATE)
    wrong = bees.dating("1979", "1979", "letter", WRONG_DATE)
    assert placing.differently(bees.event("Mite", "1977", "disease", almanac, wrong)) == (
        "1 document dates it differently"
    )
    doubted = replace(almanac, conflicts=(Conflict("mite", almanac.id, letter.id, DOUBT, "Both may be."),))
    both = bees.event("Mite", "1977", "disease", doubted, letter)
    assert placing.differently(both) == "2 documents date it differently, may agree"
    assert placing.differently(bees.event("Mite", "1977", "disease", wrong)) == ""
