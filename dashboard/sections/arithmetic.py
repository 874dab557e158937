"""How a number was calculated: its formula in words and each step with what it comes to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from validation import vocabulary
from validation.language import written
from validation.model.observations import Derived, Observation, added_words, calculated_words
from validation.quantities import formulas
from validation.quantities.amounts import Amount
from validation.quantities.expressions import SIGNS, Number, Operation, Reference, Tree
from validation.quantities.formulas import Step
from validation.quantities.units import Units

_Before = Mapping[str, tuple[Amount, str]]
"""What earlier steps came to, with its sign, by their expressions."""

_InWords = Callable[[Amount, str], str]


@dataclass(frozen=True)
class Line:
    """One step: what is calculated ("$73.15 billion ÷ 1.413"), what it comes to, and what rounding leaves open."""

    parts: tuple[Any, ...]
    comes_to: str
    between: str


def working(number: Derived, units: Units) -> Component:
    """The formula, then its steps one below the other; `units` are the register's."""
    items = [html.Li(_said(line)) for line in lines(number, units)]
    return html.Div([html.P(formula(number), className="formula"), html.Ol(items, className="working")])


def formula(number: Derived) -> list[Any]:
    """Its formula in words."""
    return in_words(number.formula, _operands(number))


def in_words(formula: str, operands: Mapping[str, Observation]) -> list[Any]:
    """A formula with the names of its numbers, each leading to its own page."""
    pieces = re.split(r"\[([a-z0-9-]+)\]", formula)
    return [_named(operands[piece]) if i % 2 else _signed(piece) for i, piece in enumerate(pieces) if piece]


def lines(number: Derived, units: Units) -> Iterator[Line]:
    """The steps as sums in people's numbers, in the order of the calculation."""
    operands, before = _operands(number), {}
    # What is only added up is told to the last digit at each step, as its parts and itself are.
    in_words = added_words if number.is_sum else calculated_words
    for step in number.result.steps:
        symbol = units[step.unit_id].sign if step.unit_id else step.unit
        left = _left(step, operands, before, in_words)
        yield Line(left, in_words(step.amount, symbol), between(step.amount, symbol))
        before[step.expression] = (step.amount, symbol)


def between(amount: Amount, symbol: str) -> str:
    """What rounding leaves open of a plain amount: "between 41.25% and 41.35%".

    "" where words set its bounds, and where the rounding is no more than assumed.
    """
    low, high = amount.rounded_low, amount.rounded_high
    if low == high or amount.assumed or amount.qualifier != vocabulary.EXACT:
        return ""
    as_range = {"qualifier": vocabulary.RANGE, "approximate": False, "value": low, "low": low, "high": high}
    return calculated_words(replace(amount, **as_range), symbol)


def _operands(number: Derived) -> Mapping[str, Observation]:
    return {one.id: one for one in number.operands}


def _left(step: Step, operands: Mapping[str, Observation], before: _Before, in_words: _InWords) -> tuple[Any, ...]:
    """What stands before the equals sign; a number that only changes its unit is an earlier one."""
    if step.expression in before:
        return (in_words(*before[step.expression]),)
    match formulas.parse(step.expression):
        case Reference(target):
            return (_named(operands[target]),)
        case Operation(symbol, left, right):
            return (_operand(left, before, in_words), f" {SIGNS[symbol]} ", _operand(right, before, in_words))
        case Number(value):
            return (written.number(float(value)),)


def _operand(tree: Tree, before: _Before, in_words: _InWords) -> str:
    if isinstance(tree, Number):
        return written.number(float(tree.value))
    amount, symbol = before[formulas.render(tree)]
    # Percent enters a formula as its plain number: "41.3 ÷ 100" is right, "41.3% ÷ 100" would not be.
    return in_words(amount, "" if symbol == "%" else symbol)


def _named(number: Observation) -> Component:
    return html.A(number.indicator.name, href=f"/observations/{number.id}", title=number.said)


def _signed(text: str) -> str:
    return re.sub(r" ([-*/+]) ", lambda sign: f" {SIGNS[sign[1]]} ", text)


def _said(line: Line) -> list[Any]:
    open_ = [html.Span(f" {line.between}", className="open")] if line.between else []
    return [html.Span(line.parts), " = ", html.Strong(line.comes_to), *open_]
