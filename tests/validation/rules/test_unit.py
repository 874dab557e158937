"""Units: expressions that can be read, numbers in a unit of their kind."""

from __future__ import annotations

import pytest

from tests.edits import rows_of
from tests.validation.rules.asking import change, faults, said
from validation.rules.unit import units_are_known, units_fit_their_indicator


@pytest.mark.parametrize(
    ("pint", "why"),
    [("hectare", ""), ("hives / keepers", ""), ("hectare **", "is no unit"), ("furlongz", "is no unit")],
)
def test_an_expression_can_be_read(bees, pint, why):
    change(bees, "units", "ha", pint=pint)
    messages = said(units_are_known, bees)
    assert len(messages) == bool(why)
    assert all(message.startswith("pint must be an expression Pint reads") and why in message for message in messages)


def test_each_number_of_another_kind_is_found(bees):
    with rows_of(bees[0], "observations") as rows:
        for row in rows:
            row["unit_id"] = "kg" if row["indicator_id"] == "meadow-area" else row["unit_id"]
        found = [
            number for number, row in enumerate(rows) if row["unit_id"] == "kg" and row["indicator_id"] == "meadow-area"
        ]
    faulty = faults(units_fit_their_indicator, bees)
    assert [fault.row for fault in faulty] == found
    assert {fault.message for fault in faulty} == {"unit_id must convert to ha, its indicator's unit, and kg does not"}


def test_a_unit_that_converts_or_cannot_be_read_is_none(bees):
    change(bees, "observations", "honey-report", unit_id="kg")
    assert said(units_fit_their_indicator, bees) == []
    change(bees, "units", "kg", pint="furlongz")
    assert said(units_fit_their_indicator, bees) == []
