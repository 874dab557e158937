"""Derivations: computed with their steps, or told why not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from validation.model.derivations import UnknownNumber, compute
from validation.model.register import Register


def test_formulas_are_computed_or_say_why_not(edited: Callable[..., Register]) -> None:
    row = {"indicator_id": "honey", "area_id": "ash-valley", "period": "2020", "unit_id": "t"}
    formulas = {"before": "[honey-report] / (1 + [honey-growth-report] / 100)", "broken": "[", "unknown": "[nothing]"}
    register = edited(derivations=[row | {"derivation_id": name, "formula": text} for name, text in formulas.items()])
    assert list(register.derived) == ["before"]
    assert [type(outcome).__name__ for _, outcome in register.evaluations] == ["Result", "Malformed", "UnknownNumber"]
    assert list(register.numbers)[-1] == "before"


def test_a_formula_names_numbers(bees: Register) -> None:
    with pytest.raises(UnknownNumber, match="nothing") as error:
        compute("[nothing] * 2", "t", bees.observations.get, bees.units)
    assert error.value.name == "nothing"
    with pytest.raises(KeyError):
        compute("[honey-report] * 2", "no-unit", bees.observations.get, bees.units)


def test_a_number_named_twice_is_used_once(bees: Register) -> None:
    result = compute("[honey-report] + [honey-report]", "t", bees.observations.get, bees.units)
    assert result.amount.value == 192
    assert [step.expression for step in result.steps] == ["[honey-report]", "[honey-report] + [honey-report]"]
