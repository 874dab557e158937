"""The pairs of conflicts.csv: two accounts that can be held against one another, each pair once."""

from __future__ import annotations

import pytest

from tests.edits import rows_of
from tests.validation.rules import asking
from tests.validation.rules.asking import add, change
from validation.model.register import load
from validation.rules.conflict import (
    clashes_are_registered,
    conflicts_agree_with_checks,
    conflicts_are_still_conflicts,
    datings_that_clash_are_registered,
    pairs_are_listed_once,
    pairs_can_be_held_together,
)


def said(bees, *pairs: tuple[str, str]) -> list[str]:
    """What is said of conflicts between these pairs."""
    with rows_of(bees[0], "conflicts") as rows:
        cells = {"verdict": "doubt", "explanation": "They differ."}
        rows[:] = [
            {"conflict_id": f"pair-{number}", "left_id": left, "right_id": right} | cells
            for number, (left, right) in enumerate(pairs)
        ]
    register = load(*bees)
    return [fault.message for rule in (pairs_can_be_held_together, pairs_are_listed_once) for fault in rule(register)]


def test_numbers_of_one_kind_and_datings_of_one_event_make_pairs(bees):
    assert said(bees, ("meadow-area-letter", "meadow-area-report"), ("first-mite-letter", "first-mite-report")) == []


@pytest.mark.parametrize(
    ("left", "right", "must"),
    [
        ("hives-letter", "hives-letter", "be another account than left_id"),
        ("hives-letter", "first-mite-letter", "be a number where left_id is one, a dating where it is"),
        ("first-mite-letter", "association-founded-report", "date first-mite, as left_id does"),
        ("hives-letter", "honey-letter", "be in a unit that converts to hives, left_id's, and t does not"),
    ],
)
def test_what_cannot_be_held_together_makes_none(bees, left, right, must):
    assert said(bees, (left, right)) == [f"right_id must {must}"]


def test_a_pair_is_listed_once_whichever_comes_first(bees):
    pairs = ("hives-letter", "hives-report"), ("hives-report", "hives-letter")
    assert said(bees, *pairs) == ["right_id must make another pair than line 2 has"]


MITE = ("first-mite-letter", "first-mite-report")


def test_accounts_that_cannot_both_be_true_are_registered(bees):
    change(bees, "observations", "hives-letter", value="5000", printed="", quote="", qualifier="at-least")
    (fault,) = asking.faults(clashes_are_registered, bees)
    assert (fault.table, fault.row, fault.field, fault.value) == (
        *("observations", 2, "observation_id"),
        "hives-report",
    )
    assert fault.message == (
        "a conflict must be registered: at least 5,000 hives (hives-letter) and "
        '"almost 4,000 hives" (hives-report) cannot both be true'
    )
    add(bees, "conflicts", pair("hives-report", "hives-letter"))
    assert asking.said(clashes_are_registered, bees) == []


def test_a_value_that_is_not_what_is_printed_clashes_with_nothing(bees):
    change(bees, "observations", "hives-letter", value="5000", printed="5,001 hives", qualifier="exact")
    assert asking.said(clashes_are_registered, bees) == []


def test_datings_that_share_no_day_are_registered(bees):
    with rows_of(bees[0], "conflicts") as rows:
        rows.clear()
    (fault,) = asking.faults(datings_that_clash_are_registered, bees)
    assert (fault.table, fault.row, fault.value) == ("mentions", 2, "first-mite-report")
    add(bees, "errata", {"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "A slip."})
    assert asking.said(datings_that_clash_are_registered, bees) == []


def test_an_id_that_stands_twice_clashes_with_no_other(bees):
    change(bees, "mentions", "first-mite-report", mention_id="first-mite-letter")
    change(bees, "observations", "honey-report", observation_id="honey-letter", value="9", printed="")
    change(bees, "observations", "honey-letter", qualifier="exact")
    assert asking.said(datings_that_clash_are_registered, bees) == asking.said(clashes_are_registered, bees) == []


@pytest.mark.parametrize(
    ("sides", "table", "cells", "found"),
    [
        (MITE, "mentions", {}, 0),
        (MITE, "mentions", {"period": "1977"}, 1),
        (MITE, "mentions", {"period": "1977-13"}, 0),  # that it can't be read is a finding already
        (MITE, "mentions", {"event_id": "no-such"}, 0),
        (("hives-letter", "hives-report"), "observations", {}, 1),
        (("hives-letter", "hives-report"), "observations", {"value": "6400"}, 0),
        (("hives-letter", "hives-report"), "observations", {"period": "soon"}, 0),
        (("hives-letter", "hives-report"), "observations", {"period": "", "period_basis": "unstated"}, 1),
        (("hives-letter", "no-such"), "observations", {}, 0),
        (("hives-letter", "hives-letter"), "observations", {}, 0),
    ],
)
def test_a_listed_conflict_still_is_one(bees, sides, table, cells, found):
    with rows_of(bees[0], "conflicts") as rows:
        rows[:] = [pair(*sides) | {"verdict": "conflict"}]
    change(bees, table, sides[0], **cells)
    assert len(asking.said(conflicts_are_still_conflicts, bees)) == found


def pair(left: str, right: str) -> dict[str, str]:
    return {"conflict_id": "z", "left_id": left, "right_id": right, "verdict": "doubt", "explanation": "They differ."}


@pytest.mark.parametrize(
    ("verdict", "checked", "fitting"),
    [
        ("conflict", "disputed", ""),
        ("conflict", "matched", "disputed"),
        ("conflict", "other-scope", "disputed"),
        ("scope", "other-scope", ""),
        ("scope", "other-period", ""),
        ("scope", "disputed", "other-scope or other-period"),
        ("doubt", "disputed", ""),
        ("doubt", "other-scope", ""),
        ("doubt", "matched", "disputed or other-period or other-scope"),
        ("doubt", "perhaps", ""),
        ("perhaps", "matched", ""),
    ],
)
def test_conflicts_and_checks_agree(bees, verdict, checked, fitting):
    pair = {"left_id": "hives-letter", "right_id": "hives-report"}
    add(bees, "conflicts", pair | {"conflict_id": "hives", "verdict": verdict, "explanation": "They differ."})
    add(bees, "checks", {"observation_id": "hives-report", "reference_id": "hives-letter", "verdict": checked})
    message = f"verdict must agree with line 2 of checks.csv, where the two are {checked}, and {verdict} goes with"
    assert asking.said(conflicts_agree_with_checks, bees) == [f"{message} {fitting}"] * bool(fitting)


def test_what_no_check_holds_together_agrees_with_any(bees):
    add(bees, "checks", {"observation_id": "hives-report", "verdict": "not-found"})
    assert asking.said(conflicts_agree_with_checks, bees) == []


def test_of_numbers_that_nothing_contradicts_none_is_made(bees: asking.Folders) -> None:
    """In a register of a million rows that takes minutes: the columns tell."""
    register = load(*bees)
    assert list(clashes_are_registered(register)) == []
    assert "numbers" not in vars(register)
