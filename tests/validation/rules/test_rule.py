"""What the functions of the rules have in common."""

from __future__ import annotations

import pandas as pd

from tests.validation.rules.asking import change, faults
from validation.findings import Fault
from validation.model.register import load
from validation.rules.rule import cells_where, filled, needs, told


@needs("units", "areas")
def always(register):
    """Something is wrong with everything."""
    yield Fault("unit/pint", "units", None, "", "", "must be otherwise", "")


def test_a_check_is_silent_where_a_table_it_needs_cannot_be_read(bees):
    assert len(faults(always, bees)) == 1
    (bees[0] / "areas.csv").unlink()
    assert faults(always, bees) == []
    assert always.__doc__ == "Something is wrong with everything."


def test_rows_without_a_cell_are_passed_over():
    rows = pd.DataFrame({"a": ["x", None, "z"], "b": ["1", "2", "3"]}, dtype="str")
    assert list(filled(rows, "b", "a")) == [(0, "1", "x"), (2, "3", "z")]


def test_each_broken_cell_is_a_fault_of_its_own():
    cells = pd.Series(["x", None, "z"], dtype="str", name="a")
    found = list(cells_where(pd.Series([False, True, True]), "key/link", "units", cells, "must be", "do"))
    assert [(fault.row, fault.field, fault.value) for fault in found] == [(1, "a", ""), (2, "a", "z")]


def test_words_are_quoted_where_they_are_the_sources(bees):
    change(bees, "observations", "hives-report", printed="", quote="")
    register = load(*bees)
    names = ("hives-letter", "hives-report")
    assert [told(register.observations[name]) for name in names] == ['"Around 4,600 hives"', "nearly 4,000 hives"]
