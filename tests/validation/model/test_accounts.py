"""Accounts of one quantity: what belongs together, what can both be true, what the register says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.validation.model.test_observations import CENSUS, COUNTED
from validation import vocabulary as codes
from validation.model import accounts
from validation.model.register import Register

CENSUS_SAYS = COUNTED | {"printed": "4,215", "value": "4215", "qualifier": "exact", "quote": "in all 4,215 hives"}
CONFLICT = {
    "conflict_id": "hives",
    "left_id": "hives-census",
    "right_id": "hives-report",
    "verdict": "conflict",
    "explanation": "4,215 is not below 4,000.",
}


def test_accounts_share_indicator_area_and_days(bees: Register) -> None:
    groups = {group.id: group.ids for group in accounts.groups(bees)}
    assert groups == {
        "hives-letter": ("hives-letter", "hives-report"),
        "honey-letter": ("honey-letter", "honey-report"),
        "losses-letter": ("losses-letter", "losses-report"),
    }


@pytest.mark.parametrize(
    ("cells", "together"),
    [
        ({}, True),
        ({"period": "2021-01/2021-12"}, True),
        ({"period": "2021-05"}, False),
        ({"period_basis": "to-date"}, False),
        ({"period": "", "period_basis": "unstated"}, False),
        ({"indicator_id": "swarms-lost"}, False),
    ],
)
def test_a_part_of_a_year_is_another_quantity(edited: Callable[..., Register], cells: dict, together: bool) -> None:
    register = edited(sources=[CENSUS], observations=[CENSUS_SAYS | cells])
    group = next(group for group in accounts.groups(register) if "hives-letter" in group.ids)
    assert ("hives-census" in group.ids) is together


def test_what_has_no_period_is_by_itself(bees: Register) -> None:
    found = accounts.quantities(bees.observations.where("indicator_id", "meadow-area"))
    assert [one.ids for one in found] == [("meadow-area-letter",), ("meadow-area-report",)]


def test_accounts_that_cannot_both_be_true_clash(edited: Callable[..., Register]) -> None:
    register = edited(sources=[CENSUS], observations=[CENSUS_SAYS])
    group = next(group for group in accounts.groups(register) if "hives-letter" in group.ids)
    assert group.clashes == (("hives-report", "hives-census"),)  # "about" proves nothing


def test_what_the_register_says_of_two_accounts(edited: Callable[..., Register]) -> None:
    register = edited(sources=[CENSUS], observations=[CENSUS_SAYS], conflicts=[CONFLICT])
    assert [one.id for one in accounts.conflicts(register)] == ["first-mite", "hives"]
    (said,) = accounts.conflicts_of(register, "hives-report")
    assert (said.verdict, said.other("hives-report")) == (codes.CONFLICT, "hives-census")
    assert accounts.verdicts(register)["hives-letter"] == codes.CONFLICT  # of the quantity, not of the pair
    assert accounts.verdicts(register)["honey-letter"] == codes.AGREE
    assert accounts.said(register)[frozenset(("hives-report", "hives-census"))] == codes.CONFLICT


def test_the_gravest_verdict_goes_first() -> None:
    assert accounts.gravest(["scope", "doubt", "conflict"]) == codes.CONFLICT
    assert accounts.gravest(["scope", "doubt"]) == codes.DOUBT
    assert accounts.gravest([]) == codes.AGREE


def test_errors_of_a_source_are_known_by_what_they_are_in(edited: Callable[..., Register]) -> None:
    row = {"target_id": "hives-report", "stated": "4,000", "correct": "4,100", "reason": "A slip."}
    register = edited(errata=[row])
    assert accounts.errata(register)["hives-report"].correct == "4,100"
    assert list(accounts.errata(register)) == ["hives-report"]


def test_what_is_planned_is_no_account_of_what_came_of_it(bees: Register) -> None:
    one = next(iter(bees.observations))
    target = replace(one, id="target", status=codes.FORECAST_STATUS)
    again = replace(one, id="again")
    assert [quantity.ids for quantity in accounts.quantities([one, target, again])] == [(one.id, "again"), ("target",)]


def test_of_numbers_that_nobody_else_can_have_stated_none_is_made(edited: Callable[..., Register]) -> None:
    alone = CENSUS_SAYS | {"period": "2020"}
    register = edited(sources=[CENSUS], observations=[alone])
    of_year = register["observations"]["period"].eq("2020")
    assert len(accounts.groups(register)) == 3
    assert of_year.any()
    assert not any(register.observations._made.get(row) for row in of_year.to_numpy().nonzero()[0])
