"""Faults that are counted: the same are kept, whatever the order in which they come and however they are shared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.findings import Fault
from validation.sharing import tally
from validation.sharing.tally import LISTED, Tally


def fault(row: int | None, rule: str = "printed/value", table: str = "observations", field: str = "value") -> Fault:
    return Fault(rule, table, row, field, "", "must be right", "correct it")


FAULTS = st.builds(fault, st.none() | st.integers(0, 30), st.sampled_from("ab"), st.sampled_from("xy"))


@given(st.lists(FAULTS, max_size=60), st.randoms(use_true_random=False), st.lists(st.integers(0, 60), max_size=4))
def test_order_and_shares_change_nothing(faults: list[Fault], dice, cuts: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tally, "LISTED", 3)
        whole = Tally(faults)
        mixed = dice.sample(faults, len(faults))
        edges = [0, *sorted(cuts), len(faults)]
        merged = Tally()
        for first, last in pairwise(edges):
            merged.add(Tally(mixed[first:last]))
        assert merged.faults == whole.faults
        assert merged.omitted == whole.omitted
        assert len(whole.faults) + sum(whole.omitted.values()) == len(faults)


def test_the_first_hundred_are_kept_and_all_are_counted():
    found = Tally(fault(row) for row in reversed(range(1000)))
    assert [one.row for one in found.faults] == list(range(LISTED))
    assert found.omitted == {("printed/value", "observations"): 900}


def test_what_is_wrong_with_the_table_stands_first():
    assert [one.row for one in Tally([fault(0), fault(None)]).faults] == [None, 0]


def test_moved_faults_stay_counted():
    found = Tally(fault(row) for row in range(150))
    found.move(lambda one: fault(one.row and one.row * 2))
    assert [one.row for one in found.faults][:3] == [0, 2, 4]
    assert found.omitted == {("printed/value", "observations"): 50}
