"""Formulas of derivations, calculated with amounts and units, step by step.

Terms must have one dimension and take the unit of the first; the result takes the unit that is asked for. Pure
numbers are never scaled on the way: percent enters and leaves a formula as its plain number, so that growth of
41.3 % is written `[growth] / 100`, and a share in percent ends in `* 100`.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from validation.quantities import amounts as numbers
from validation.quantities import units as measures
from validation.quantities.amounts import Amount
from validation.quantities.expressions import Malformed, Number, Operation, Reference, Tree, parse, references, render
from validation.quantities.units import Unit

if TYPE_CHECKING:
    import pint

__all__ = ["Malformed", "Result", "Step", "Tree", "evaluate", "parse", "references", "render"]

_OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


@dataclass(frozen=True, slots=True)
class Step:
    """What a part of a formula comes to, `unit` in words; `unit_id` is empty where units.csv has no such unit."""

    expression: str
    amount: Amount
    unit: str
    unit_id: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a formula comes to, and the steps to it: each amount and each operation once, in order of use."""

    amount: Amount
    steps: tuple[Step, ...]


def evaluate(
    tree: Tree,
    amounts: Mapping[str, Amount],
    units: Mapping[str, Unit],
    to: Unit,
    table: Mapping[str, Unit] = measures.NONE,
) -> Result:
    """What a formula comes to in the unit `to`.

    `amounts` and `units` have the amount and the unit of each id in the formula. `table` has the base units that
    the expressions of units name, where they are not among these.

    Raises
    ------
    amounts.Undefined
        where something is divided by what may be zero, or the result could be any number
    units.WrongDimension, units.UnknownUnit
        where units don't fit together, or an expression can't be read
    """
    known = {unit.unit_id: unit for unit in (*units.values(), to)} | dict(table)
    return _Evaluation(amounts, units, known).result(tree, to)


class _Quantity(NamedTuple):
    amount: Amount
    unit: pint.Unit


class _Evaluation:
    """Computes a tree from its leaves up, and keeps the steps."""

    def __init__(self, amounts: Mapping[str, Amount], units: Mapping[str, Unit], table: Mapping[str, Unit]) -> None:
        self.amounts = amounts
        self.units = units
        self.table = table
        self.steps: dict[tuple[str, str], Step] = {}

    def result(self, tree: Tree, to: Unit) -> Result:
        computed = self._value(tree)
        final = _turned(computed, self._registered(to))
        steps = list(self.steps.values())
        before = steps[:-1] if final.unit == computed.unit else steps
        return Result(final.amount, (*before, Step(render(tree), final.amount, to.name, to.unit_id)))

    def _value(self, tree: Tree) -> _Quantity:
        match tree:
            case Number(value):
                return _Quantity(numbers.plain(value), measures.pure())
            case Reference(target):
                unit = self.units[target]
                quantity = _Quantity(self.amounts[target], self._registered(unit))
                self._keep(tree, quantity, unit.name, unit.unit_id)
                return quantity
            case Operation(symbol, left, right):
                one, other = self._value(left), self._value(right)
                if symbol in "+-":
                    other = self._like(one, other, right)
                quantity = _combined(symbol, one, other)
                self._keep(tree, quantity, *self._named(quantity.unit))
                return quantity

    def _like(self, one: _Quantity, other: _Quantity, tree: Tree) -> _Quantity:
        """The other quantity in the unit of the first, which is a step where the units differ."""
        turned = _turned(other, one.unit)
        if turned.unit != other.unit:
            self._keep(tree, turned, *self._named(turned.unit))
        return turned

    def _keep(self, tree: Tree, quantity: _Quantity, unit: str, unit_id: str) -> None:
        expression = render(tree)
        self.steps[expression, unit] = Step(expression, quantity.amount, unit, unit_id)

    def _registered(self, unit: Unit) -> pint.Unit:
        registered = measures.registered(unit, self.table)
        return measures.pure() if registered.dimensionless else registered

    def _named(self, unit: pint.Unit) -> tuple[str, str]:
        """Name and id of a unit that is in use, else its spelling; a pure number has no name."""
        if unit.dimensionless:
            return "", ""
        named = (row for row in self.units.values() if self._registered(row) == unit)
        row = next(named, None)
        return (row.name, row.unit_id) if row else (measures.spelled(unit), "")


def _turned(quantity: _Quantity, unit: pint.Unit) -> _Quantity:
    if quantity.unit == unit:
        return quantity
    return _Quantity(numbers.scaled(quantity.amount, measures.factor(quantity.unit, unit)), unit)


def _combined(symbol: str, left: _Quantity, right: _Quantity) -> _Quantity:
    """The quantity an operation comes to; a ratio of like things is a pure number at once (km2 / mi2 is 0.386)."""
    amount = _OPERATORS[symbol](left.amount, right.amount)
    if symbol in "+-":
        return _Quantity(amount, left.unit)
    unit = left.unit * right.unit if symbol == "*" else left.unit / right.unit
    quantity = _Quantity(amount, unit)
    return _turned(quantity, measures.pure()) if unit.dimensionless else quantity
