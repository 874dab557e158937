"""Values that were added up here, told by the numbers a row names or by the others of its source."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.validation.rules.asking import Folders, add, said
from validation.rules import observation
from validation.rules.observation import values_are_stated

OFFICE = {"source_id": "office", "kind": "reference", "short_name": "Office", "title": "Statistics"}
ROW = {
    **{"indicator_id": "hives", "area_id": "ash-valley", "period": "2021", "period_basis": "stated"},
    **{"unit_id": "hives", "qualifier": "exact", "status": "A", "source_id": "office", "locator": "Table 1"},
}


def stated(bees: Folders, *rows: dict[str, str]) -> list[str]:
    """What is said of numbers of an office, which are called a, b and so on."""
    add(bees, "sources", OFFICE)
    add(
        bees,
        "observations",
        *(ROW | {"observation_id": name} | row for name, row in zip("abcdefghijklmno", rows, strict=False)),
    )
    return said(values_are_stated, bees)


@pytest.mark.parametrize(
    ("value", "text", "parts"),
    [
        ("75", "Sum of 15% very positive and 60% mostly positive.", "15% and 60%"),
        ("5400000", "3 million of hives, 2.4 million of nests", "3 million and 2.4 million"),
        ("75", "Of 2021: fifteen hives and sixty nests, of 9 keepers.", "fifteen and sixty"),
        ("7", "1 hive, 2 nests, 3 boxes", ""),
        ("6", "2 hives, 3 nests, 1,000 bees and one thousandth, 4 boxes", "2 and 4"),
        ("10", "2 hives, 3 nests, 5 boxes", "2, 3 and 5"),
        ("15", "Table 3, row 12", ""),
        ("25", "rows 12, column 13, page 25", ""),
        ("4042", "From 2020 to 2022", ""),
        ("12", "12 hives and 0 nests", ""),
        ("7", "3 to 4 hives and 4 nests", ""),
        ("75", "60% are mostly positive.", ""),
        ("many", "Sum of 15 and 60.", ""),
        ("NaN", "Sum of 15 and 60.", ""),
    ],
)
@pytest.mark.parametrize("field", ["note", "locator"])
def test_what_a_text_of_the_row_adds_up_to(bees, value, text, parts, field):
    message = f"value must be what the source prints, and {value} is the sum of {parts}, which its {field} names"
    found = stated(bees, {"value": value, field: text})
    assert found == ([message] if parts else [])


def test_what_is_printed_is_stated_whatever_it_comes_to(bees):
    assert stated(bees, {"value": "75", "printed": "75 hives", "note": "15 and 60."}) == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["5001", "7002", "12003"], ["12003 is the sum of a and b"]),
        (["5001", "7002", "3", "12006"], ["12006 is the sum of a, b and c"]),
        (["0.1001", "0.2002", "0.3003"], ["0.3003 is the sum of a and b"]),
        (["5001", "0", "5001"], []),
        (["5001", "5001"], []),
        (["1001", "2001", "4001", "8001", "15004"], []),
        (["5001", "7001", "many"], []),
        (["15", "60", "75"], []),  # of shares of a poll some add up by chance
        (["5000", "7000", "12000"], []),
        ([str(10**n) for n in range(11)] + ["1001"], ["1001 is the sum of a and d"]),
        ([str(10**n) for n in range(12)] + ["1001"], []),
    ],
)
def test_what_others_of_its_source_add_up_to(bees, values, found):
    messages = [f"value must be what the source prints, and {one}" for one in found]
    assert stated(bees, *({"value": value} for value in values)) == messages


@pytest.mark.parametrize(
    "cells",
    [{"period": "2020"}, {"period": ""}, {"unit_id": "t"}, {"source_id": "letter-on-bees"}, {"area_id": "elsewhere"}],
)
def test_numbers_of_another_time_place_unit_or_source_are_no_parts(bees, cells):
    assert stated(bees, {"value": "5001"}, {"value": "7001"} | cells, {"value": "12002"}) == []


def test_among_many_rows_or_numbers_a_sum_of_few_digits_is_chance(bees):
    printed = [{"value": value, "printed": f"{value} hives"} for value in ("15", "60", "11", "13")]
    assert stated(bees, *printed, {"value": "75"}) == []
    text = ", ".join(f"{value} of kind {value}" for value in range(101, 101 + observation._MOST_NUMBERS))
    assert not observation._sum_in(f"{text}, 9000 more", "9101")


def test_parts_may_be_printed_and_of_other_indicators(bees):
    parts = {"value": "5001", "printed": "5001 hives"}, {"value": "7001", "indicator_id": "swarms-lost"}
    assert len(stated(bees, *parts, {"value": "12002"})) == 1


def test_one_without_printed_beside_few_that_have_it_is_a_total(bees):
    parts = {"value": "15", "printed": "15 hives"}, {"value": "60", "printed": "60 hives"}
    assert len(stated(bees, *parts, {"value": "75"})) == 1


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(1, 120))
def test_a_sum_is_found_where_there_is_one(numbers: list[int], value: int) -> None:
    text = ", ".join(f"{number} of kind {chr(97 + at)}" for at, number in enumerate(numbers))
    sums = {sum(two) for two in combinations(numbers, 2)} | ({sum(numbers)} if len(numbers) > 1 else set())
    found = observation._sum_in(text, str(value))
    assert bool(found) == (value in sums)
    assert not found or sum(map(int, found)) == value


NUMBERS = ["15%", "$60,", "1,000", "(12)", "3.5", "two", "dozen", "million", "5m", "1 234", "-7", "3–4", "2019", "half"]
BESIDE = ["of", "and", "fell by", "row 3", "first", "+", "=", "0.5", "40.", "1/2", "in May 2020", "€9", "7-fold", "80;"]


@given(st.lists(st.sampled_from(NUMBERS + BESIDE), min_size=2, max_size=9).map(" ".join))
@example("$60, fell by 15%")
def test_what_is_not_read_comes_to_nothing(text: str) -> None:
    read = observation._PLACE.sub("", text)
    numbers = [number for _, number in observation._numbers(read)]
    several = [*combinations(numbers, 2), *([numbers] if len(numbers) > 1 else [])]
    for value in {sum(some, start=Decimal(0)) for some in several}:
        assert observation._may_come_to(read, value), (value, numbers)
