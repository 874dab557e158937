"""Derivations: what a formula over observations comes to, with its steps, or why it can't be calculated."""

from __future__ import annotations

from collections.abc import Callable

from validation.model.observations import Observation
from validation.quantities import formulas
from validation.quantities.formulas import Result
from validation.quantities.units import Units

Find = Callable[[str], "Observation | None"]
"""The observation of an id, if there is one."""


class UnknownNumber(ValueError):
    """A formula names what is no number: no observation, or one that can't be read."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is no observation")
        self.name = name


def evaluated(formula: str, unit_id: str, find: Find, units: Units) -> Result | Exception:
    """What `compute` returns, or what it raises."""
    try:
        return compute(formula, unit_id, find, units)
    except (ValueError, ArithmeticError, KeyError) as error:
        return error


def compute(formula: str, unit_id: str, find: Find, units: Units) -> Result:
    """What a formula comes to in a unit, with its steps.

    Raises
    ------
    ValueError
        for a malformed formula, a wrong dimension, an id that is no number (`UnknownNumber`)
    KeyError
        for a unit that there isn't
    """
    used = operands(formula, find)
    amounts = {one.id: one.amount for one in used}
    unit_of = {one.id: one.unit for one in used}
    return formulas.evaluate(formulas.parse(formula), amounts, unit_of, units[unit_id], units)


def operands(formula: str, find: Find) -> list[Observation]:
    """The numbers that a formula names, each once. Raises `UnknownNumber`."""
    found = []
    for name in formulas.references(formula):
        number = find(name)
        if number is None:
            raise UnknownNumber(name)
        found.append(number)
    return found
