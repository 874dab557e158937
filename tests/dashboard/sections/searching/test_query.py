"""What a search asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sections.searching import measures, query
from dashboard.sections.searching.query import Asked
from tests.dashboard.sections.searching.test_measures import UNITS


def read(q: str) -> list[Asked]:
    return query.read(q, UNITS)


def sizes(q: str) -> list[tuple[float, ...]]:
    return [one.size.ends for one in read(q) if one.size]


@pytest.mark.parametrize(
    "q",
    [
        "$73.15 billion",
        "$73.15bn",
        "US$73.15bn",
        "73 150 000 000",
        "73,150,000,000",
        "73.15 bn dollars",
        "trade of 73.15 billion",
    ],
)
def test_a_number_is_read_however_it_is_written(q: str) -> None:
    assert sizes(q) == [(73_150_000_000, 73_150_000_000)]


@pytest.mark.parametrize(
    ("q", "ends"),
    [
        ("41.3 per cent", (41.3, 41.3)),
        ("41,3%", (41.3, 41.3)),
        ("-41.3%", (41.3, 41.3)),
        ("one million", (1e6, 1e6)),
        ("1.07m vehicles", (1.07e6, 1.07e6)),
        ("two thirds", (66.6667, 66.6667)),
        ("a dozen", (12, 12)),
        ("8 to 11 people", (8, 11)),
        ("1858", (1858, 1858)),
    ],
)
def test_so_is_a_number_in_words_or_with_its_unit(q: str, ends: tuple[float, float]) -> None:
    assert sizes(q) == [ends]


@pytest.mark.parametrize("q", ["trade", "May 2023", "twenty-foot equivalent units", "km2", "1.2.3.4"])
def test_what_is_no_number_has_no_size(q: str) -> None:
    assert sizes(q) == []


@pytest.mark.parametrize(
    ("q", "value", "held"),
    [
        ("$73bn", 73.15e9, True),
        ("$73bn", 73.6e9, False),
        ("41.3%", -41.34, True),
        ("41.3%", 41.36, False),
        ("one million", 994_000, True),
        ("one million", 757_000, False),
        ("8 to 11", 9, True),
        ("one third", 33.3333, True),
        ("one third", 33, False),
    ],
)
def test_a_number_holds_what_may_be_rounded_to_it(q: str, value: float, held: bool) -> None:
    (size,) = (one.size for one in read(q) if one.size)
    assert size.holds(value) is held


def test_a_number_its_unit_and_the_words_beside_it_are_one_thing_each() -> None:
    number, unit, word = read("73.15 US dollars trade")
    assert (number.words, unit.words, word.words) == (("73.15",), ("us", "dollar"), ("trade",))
    assert (number.size is not None, unit.units, word.units) == (True, ("usd",), ())


def test_a_sign_that_is_no_unit_here_is_asked_for_by_itself() -> None:
    assert [one.words for one in read("€73bn")] == [("€",), ("73", "bn")]


@pytest.mark.parametrize(
    ("q", "asked"),
    [
        ("who was asked", [("asked",)]),
        ("the price of the honey", [("price",), ("honey",)]),
        ("a keeper's trade", [("keeper",), ("trade",)]),
        ("of the", [("of",), ("the",)]),
        ("trade Trade trades", [("trade",)]),
        ("“!”", []),
    ],
)
def test_small_words_and_second_ones_are_left_out(q: str, asked: list[tuple[str, ...]]) -> None:
    assert [one.words for one in read(q)] == asked


def test_a_word_that_may_mean_a_unit_surely_does_beside_a_number() -> None:
    assert [one.by_name for one in read("residents")] == [False]
    assert [one.by_name for one in read("62,000 residents")][1:] == [True]


@given(st.text(max_size=250) | st.from_regex(r"[$€]?[0-9e., ]{1,150}(bn|m|%| to 9)?", fullmatch=True))
def test_anything_can_be_asked(q: str) -> None:
    for units in (UNITS, measures.units([])):
        for one in query.read(q, units):
            assert one.words
            assert one.size is None or one.size.low <= one.size.high
