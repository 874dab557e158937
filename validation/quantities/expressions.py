"""The language of formulas: ids in brackets, numbers, + - * / and parentheses, read into a tree.

expression = term (("+" | "-") term)*
term       = factor (("*" | "/") factor)*
factor     = number | "[" id "]" | "(" expression ")"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from validation.findings import quoted

# Tokens. Far more than a reader could follow, and few enough for recursion.
LONGEST = 100

_TOKEN = re.compile(
    r"\[(?P<reference>[a-z0-9]+(?:-[a-z0-9]+)*)\]|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<symbol>[-+*/()])"
    r"|(?P<space> +)|(?P<other>.)",
    re.DOTALL,
)
SIGNS = {"*": "×", "/": "÷", "-": "−", "+": "+"}
"""How people write the operations."""

_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}


class Malformed(ValueError):
    """A formula that can't be read; `position` is the offset of what should not be there."""

    def __init__(self, formula: str, position: int, expected: str) -> None:
        found = quoted(formula[position]) if position < len(formula) else "its end"
        super().__init__(f"formula must have {expected} at character {position + 1}, not {found}")
        self.formula = formula
        self.position = position


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the formula."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Reference:
    """The amount of an observation or a derivation."""

    target: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation on two parts of a formula."""

    symbol: str
    left: Tree
    right: Tree


Tree = Number | Reference | Operation


def parse(formula: str) -> Tree:
    """The formula as a tree. Raises `Malformed` where it can't be read."""
    return _Parser(formula).whole()


def references(formula: str) -> list[str]:
    """The ids that a formula names, each once, in order."""
    return list(dict.fromkeys(token.text for token in _tokens(formula) if token.kind == "reference"))


def render(tree: Tree) -> str:
    """The formula of a tree, with no more parentheses than it needs."""
    match tree:
        case Number(value):
            return f"{value:f}"
        case Reference(target):
            return f"[{target}]"
        case Operation(symbol, left, right):
            return f"{_operand(left, symbol)} {symbol} {_operand(right, symbol, on_right=True)}"


class _Token(NamedTuple):
    kind: str
    text: str
    position: int


def _tokens(formula: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(formula):
        kind = match.lastgroup or ""
        if kind != "space":
            yield _Token(kind, match[kind], match.start())


class _Parser:
    """Reads a formula from left to right, by the grammar at the top."""

    def __init__(self, formula: str) -> None:
        self.formula = formula
        self.tokens = [*_tokens(formula), _Token("end", "", len(formula))]
        self.index = 0

    def whole(self) -> Tree:
        if len(self.tokens) > LONGEST:
            raise Malformed(self.formula, self.tokens[LONGEST].position, "its end")
        tree = self._expression()
        self._take("end", "", "an operator")
        return tree

    def _expression(self) -> Tree:
        left = self._term()
        while self._is_symbol("+-"):
            left = Operation(self._next().text, left, self._term())
        return left

    def _term(self) -> Tree:
        left = self._factor()
        while self._is_symbol("*/"):
            left = Operation(self._next().text, left, self._factor())
        return left

    def _factor(self) -> Tree:
        token = self._next()
        if token.kind == "number":
            return Number(Decimal(token.text))
        if token.kind == "reference":
            return Reference(token.text)
        if token.text != "(":
            raise Malformed(self.formula, token.position, "a number, an id in brackets or a parenthesis")
        inside = self._expression()
        self._take("symbol", ")", "an operator or )")
        return inside

    def _is_symbol(self, symbols: str) -> bool:
        token = self.tokens[self.index]
        return token.kind == "symbol" and token.text in symbols

    def _next(self) -> _Token:
        token = self.tokens[self.index]
        self.index = min(self.index + 1, len(self.tokens) - 1)
        return token

    def _take(self, kind: str, text: str, expected: str) -> None:
        token = self._next()
        if (token.kind, token.text) != (kind, text):
            raise Malformed(self.formula, token.position, expected)


def _operand(tree: Tree, symbol: str, *, on_right: bool = False) -> str:
    """An operand of `symbol`, in parentheses where it would otherwise be read differently."""
    text = render(tree)
    if not isinstance(tree, Operation):
        return text
    looser = _STRENGTH[tree.symbol] < _STRENGTH[symbol]
    regrouped = on_right and _STRENGTH[tree.symbol] == _STRENGTH[symbol]
    return f"({text})" if looser or regrouped else text
