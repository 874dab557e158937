"""Formulas that can be read and computed, in their unit."""

from __future__ import annotations

import pytest

from tests.edits import set_cell
from tests.validation.rules.asking import Folders, add, faults
from validation.rules.derivation import derivations_compute


def derived(bees: Folders, formula: str, unit: str = "kg") -> list[tuple[str, str]]:
    """Rule and message of what is found on a derivation of honey per hive."""
    what = {"indicator_id": "honey-per-hive", "area_id": "ash-valley", "period": "2021", "unit_id": unit}
    add(bees, "derivations", {"derivation_id": "per-hive", "formula": formula} | what)
    return [(fault.rule, fault.message) for fault in faults(derivations_compute, bees)]


@pytest.mark.parametrize(
    ("formula", "rule", "why"),
    [
        ("[honey-report] * 2 / 7", "", ""),
        ("[honey-report] / 0", "derivation/formula", "nothing can be divided by what may be zero: 0"),
        ("[honey-report", "derivation/formula", "a number, an id in brackets or a parenthesis"),
        ("[no-such] * 2", "derivation/formula", "no-such is no observation and no derivation"),
        ("[first-mite-letter] * 2", "derivation/formula", "first-mite-letter is no observation and no derivation"),
        ("[per-hive] * 2", "derivation/formula", "it rests on itself: per-hive rests on per-hive"),
        ("[honey-report] + [meadow-area-letter]", "derivation/unit", "can't be turned into"),
        ("[meadow-area-letter] * 2", "derivation/unit", "can't be turned into"),
    ],
)
def test_a_formula_computes(bees, formula, rule, why):
    found = derived(bees, formula)
    assert [one for one, _ in found] == [rule] * bool(rule)
    assert all(message.startswith("formula must compute: ") and why in message for _, message in found)


def test_a_number_that_cannot_be_read_is_a_finding_of_its_own_row(bees):
    set_cell(bees[0], "observations", "honey-report", "value", "many")
    assert derived(bees, "[honey-report] * 2") == []


def test_a_unit_that_there_is_not_is_the_finding_of_a_link(bees):
    assert derived(bees, "[honey-report] * 2", "stones") == []


def test_what_rests_on_a_derivation_that_cannot_be_calculated_is_no_finding_beside_it(bees):
    add(bees, "derivations", {"derivation_id": "other", "formula": "[per-hive] * 2", "unit_id": "kg"})
    assert derived(bees, "[honey-report] / 0") == [
        ("derivation/formula", "formula must compute: nothing can be divided by what may be zero: 0")
    ]
