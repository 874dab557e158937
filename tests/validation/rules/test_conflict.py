"""The pairs of conflicts.csv: two accounts that can be held against one another, each pair once."""

from __future__ import annotations

import pytest

from tests import collection
from tests.edits import rows_of
from validation.model.register import load
from validation.rules.conflict import pairs_are_listed_once, pairs_can_be_held_together


@pytest.fixture
def bees(tmp_path):
    return collection.write(tmp_path)


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
