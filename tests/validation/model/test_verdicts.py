"""Checks of numbers against references, and what several verdicts on one number come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.validation.model.test_observations import CENSUS, COUNTED
from validation.model import verdicts
from validation.model.register import Register
from validation.model.verdicts import ORDER, Pair, compare, overall
from validation.vocabulary import DISPUTED, MATCHED, NOT_COMPARABLE, NOT_FOUND, OTHER_PERIOD, OTHER_SCOPE, TO_DATE

SAME = {"printed": "", "quote": "", "value": "4600", "qualifier": "exact", "locator": "Table 1"}


def check(number: str, reference: str, verdict: str) -> dict[str, str]:
    return {"observation_id": number, "reference_id": reference, "verdict": verdict, "explanation": "As it says."}


@pytest.fixture
def checked(edited: Callable[..., Register]) -> Register:
    """The bees, with a number held against a census, another that was looked for in vain, and one that isn't there."""
    rows = [
        check("hives-letter", "hives-census", MATCHED),
        check("hives-letter", "hives-report", DISPUTED),
        check("hives-report", "", NOT_FOUND),
        check("no-such", "hives-census", MATCHED),
    ]
    return edited(sources=[CENSUS], observations=[COUNTED | SAME], checks=rows)


def test_a_check_has_both_numbers(checked: Register) -> None:
    found = verdicts.of_number(checked, "hives-letter")
    assert [one.reference and one.reference.id for one in found] == ["hives-census", "hives-report"]
    assert found[0].number is checked.numbers["hives-letter"]
    assert verdicts.of_number(checked, "hives-report")[0].reference is None
    assert verdicts.of_number(checked, "no-such") == []


def test_each_number_has_one_verdict(checked: Register) -> None:
    assert verdicts.by_number(checked) == {"hives-letter": DISPUTED, "hives-report": NOT_FOUND}
    assert verdicts.counts(checked) == {DISPUTED: 1, NOT_FOUND: 1}


def test_another_period_or_scope_is_told_first_as_not_comparable(edited: Callable[..., Register]) -> None:
    given = {"hives-letter": OTHER_PERIOD, "hives-report": OTHER_SCOPE, "honey-report": MATCHED}
    checks = [check(name, "hives-census", verdict) for name, verdict in given.items()]
    register = edited(sources=[CENSUS], observations=[COUNTED | SAME], checks=checks)
    assert verdicts.outcomes(register) == {MATCHED: 1, NOT_COMPARABLE: 2}
    assert [*verdicts.outcomes(register)] == [MATCHED, NOT_COMPARABLE], "in the order of the vocabulary"


@pytest.mark.parametrize(
    ("number", "cells", "pair"),
    [
        ("hives-letter", {}, Pair(True, True, True, True, False)),
        ("hives-report", {}, Pair(True, True, True, False, False)),
        ("hives-report", {"value": "3900"}, Pair(True, True, True, True, False)),
        ("honey-report", {"value": "96", "unit_id": "t"}, Pair(False, True, True, True, True)),
        ("honey-report", {"indicator_id": "honey", "value": "96000", "unit_id": "kg"}, Pair(*[True] * 5)),
        ("honey-report", {}, Pair(False, True, True, None, False)),
        ("hives-letter", {"period": "2020"}, Pair(True, False, False, True, False)),
        ("hives-letter", {"period": "", "period_basis": "unstated"}, Pair(True, None, False, True, False)),
        ("hives-letter", {"period_basis": "to-date"}, Pair(True, True, False, True, False)),
    ],
)
def test_what_can_be_said_of_two_numbers(edited: Callable[..., Register], number: str, cells: dict, pair: Pair) -> None:
    register = edited(sources=[CENSUS], observations=[COUNTED | SAME | cells])
    numbers = register.observations
    assert compare(numbers[number], numbers["hives-census"], register.units) == pair


@pytest.mark.parametrize(
    ("period", "timely"), [("2021-01/2021-05", True), ("2021", False), ("2021-02/2021-05", False), ("2022-01", False)]
)
def test_a_year_to_date_is_held_against_a_part_of_it(
    edited: Callable[..., Register], period: str, timely: bool
) -> None:
    register = edited(sources=[CENSUS], observations=[COUNTED | SAME | {"period": period}])
    stated = replace(register.observations["hives-letter"], period_basis=TO_DATE)
    assert compare(stated, register.observations["hives-census"], register.units).timely is timely


@pytest.mark.parametrize("verdict", ORDER)
def test_one_verdict_stands(verdict: str) -> None:
    assert overall([verdict]) == overall([verdict, verdict]) == verdict


@pytest.mark.parametrize(
    ("given_ones", "comes_to"),
    [
        ((), ""),
        ((MATCHED, DISPUTED), DISPUTED),
        ((MATCHED, OTHER_SCOPE, OTHER_PERIOD), MATCHED),
        ((OTHER_SCOPE, OTHER_PERIOD), OTHER_PERIOD),
        ((OTHER_SCOPE, NOT_FOUND), OTHER_SCOPE),
    ],
)
def test_several_come_to_one(given_ones: tuple[str, ...], comes_to: str) -> None:
    assert overall(given_ones) == comes_to


@given(st.lists(st.sampled_from(ORDER)))
def test_the_order_of_the_rows_does_not_matter(several: list[str]) -> None:
    assert overall(several) == overall(reversed(several)) == overall([*several, *several])


def test_an_unknown_verdict_comes_last() -> None:
    assert overall(["refuted", NOT_FOUND]) == NOT_FOUND
    assert overall(["refuted"]) == "refuted"
