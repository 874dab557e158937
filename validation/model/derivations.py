"""Derivations: what a formula over numbers comes to, with its steps, or why it can't be calculated.

A formula names observations and other derivations, which are calculated before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from validation.model.observations import Observation
from validation.quantities import formulas
from validation.quantities.formulas import Result
from validation.quantities.units import Units

Find = Callable[[str], "Observation | None"]
"""The number of an id, stated or calculated, if there is one."""


class UnknownNumber(ValueError):
    """A formula names what is no number: no observation or derivation, or one that can't be read or calculated."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is no observation and no derivation")
        self.name = name


class Circle(ValueError):
    """A formula leads back to itself by way of the others; `names` are those of the circle, each naming the next."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(f"it rests on itself: {' rests on '.join((*names, names[0]))}")
        self.names = tuple(names)


def in_order(formulas: Mapping[str, str]) -> tuple[list[str], dict[str, Circle]]:
    """The ids of derivations, each behind those that its formula names; and the circle of each that is in one."""
    named: dict[str, Sequence[str]] = {name: _references(formula) for name, formula in formulas.items()}
    graph = {name: [one for one in others if one in formulas] for name, others in named.items()}
    circles: dict[str, Circle] = {}
    while True:
        try:
            return list(TopologicalSorter(graph).static_order()), circles
        except CycleError as error:
            # The sorter has each before the one that names it, and the first again at the end.
            names = error.args[1][:0:-1]
            circles |= {name: Circle([*names[at:], *names[:at]]) for at, name in enumerate(names)}
            graph |= {name: [] for name in names}


def _references(formula: str) -> Sequence[str]:
    """The ids that a formula names; none where it can't be read."""
    try:
        return formulas.references(formula)
    except formulas.Malformed:
        return ()


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
