"""How a number was calculated: its formula in words and each step with what it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import numbers, rows
from dashboard.sections import known
from dashboard.state import facts
from dashboard.state.store import Snapshot
from validation.quantities import amounts, formulas
from validation.quantities.amounts import Amount
from validation.quantities.expressions import Number, Operation, Reference, Tree
from validation.quantities.formulas import Step

SIGNS = {"*": "×", "/": "÷", "-": "−", "+": "+"}


@dataclass(frozen=True)
class Line:
    """One step: what is computed ("$73.15 billion ÷ 1.413"), what it comes to, and what rounding leaves open."""

    parts: tuple[Any, ...]
    comes_to: str
    between: str


def working(data: Snapshot, derivation_id: str) -> Component:
    """The formula, then its steps one below the other."""
    formula = {row["derivation_id"]: row["formula"] for row in known.derivations(data)}[derivation_id]
    items = [html.Li(_said(line)) for line in lines(data, derivation_id)]
    return html.Div([html.P(in_words(data, formula), className="formula"), html.Ol(items, className="working")])


def in_words(data: Snapshot, formula: str) -> list[Any]:
    """A formula with the names of its numbers, each leading to its own page."""
    pieces = re.split(r"\[([a-z0-9-]+)\]", formula)
    return [_named(data, piece) if i % 2 else _signed(piece) for i, piece in enumerate(pieces) if piece]


def lines(data: Snapshot, derivation_id: str) -> Iterator[Line]:
    """The steps as sums in people's numbers, in the order of the calculation."""
    symbols = facts.table(data, "units").set_index("unit_id")["symbol"].to_dict()
    before: dict[str, tuple[Amount, str]] = {}
    for step in facts.results(data)[derivation_id].steps:
        symbol = symbols.get(step.unit_id) or step.unit
        yield Line(_left(data, step, before), words(step.amount, symbol), between(step.amount, symbol))
        before[step.expression] = (step.amount, symbol)


def words(amount: Amount, symbol: str) -> str:
    """An amount as people say it: "about 5,000", "under about 400,000 km²"."""
    return amounts.words(amount, lambda value: numbers.amount(float(value), symbol))


def between(amount: Amount, symbol: str) -> str:
    """What rounding leaves open of a plain amount: "between 375,000 and 385,000"; "" where words set its bounds."""
    low, high = amount.rounded_low, amount.rounded_high
    if low == high or amount.qualifier != "exact":
        return ""
    return words(replace(amount, qualifier="range", approximate=False, value=low, low=low, high=high), symbol)


def _left(data: Snapshot, step: Step, before: Mapping[str, tuple[Amount, str]]) -> tuple[Any, ...]:
    """What stands before the equals sign; a number that only changes its unit is an earlier one."""
    if step.expression in before:
        return (words(*before[step.expression]),)
    match formulas.parse(step.expression):
        case Reference(target):
            return (_named(data, target),)
        case Operation(symbol, left, right):
            return (_operand(left, before), f" {SIGNS[symbol]} ", _operand(right, before))
        case Number(value):
            return (numbers.number(float(value)),)


def _operand(tree: Tree, before: Mapping[str, tuple[Amount, str]]) -> str:
    if isinstance(tree, Number):
        return numbers.number(float(tree.value))
    amount, symbol = before[formulas.render(tree)]
    # Percent enters a formula as its plain number: "41.3 ÷ 100" is right, "41.3% ÷ 100" would not be.
    return words(amount, "" if symbol == "%" else symbol)


def _named(data: Snapshot, name: str) -> Component:
    row = known.find(data, name)
    return html.A(row["indicator"], href=f"/observations/{name}", title=rows.said(row))


def _signed(text: str) -> str:
    return re.sub(r" ([-*/+]) ", lambda sign: f" {SIGNS[sign[1]]} ", text)


def _said(line: Line) -> list[Any]:
    open_ = [html.Span(f" {line.between}", className="open")] if line.between else []
    return [html.Span(line.parts), " = ", html.Strong(line.comes_to), *open_]
