"""Units of measurement: the rows of units.csv, their dimensions, and exact conversion through Pint.

A unit without a Pint expression is a base unit of its own ("persons", "teu"). An expression may name base
units by their id beside Pint's units: "persons / brigades". Pint is loaded on first use.
"""

from __future__ import annotations

import re
import tokenize
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from validation.findings import quoted
from validation.language.reading.words import CODES, WORDS

if TYPE_CHECKING:
    import pint

# Converting takes several steps; the digits beyond Decimal's usual 28 take up what each of them rounds.
_WORKING = Context(prec=40)
_RESULT = Context(prec=28)

# A base unit's id may be a word of Pint's too ("hands", "points"), so the registry has it behind this prefix.
_OWN = "own_"
_NAME = re.compile(r"[^\W\d][\w-]*")
_EXPRESSION = re.compile(r"[\w\s*/^%().-]+")
# Pint lets through what its tokenizer and Decimal raise.
_PARSE_ERRORS = (AttributeError, ValueError, TypeError, AssertionError, ArithmeticError, tokenize.TokenError)
_MONEY = frozenset(CODES.split())
_HUNDREDTHS = frozenset(f"{WORDS['hundredth']} {WORDS['coin']} {WORDS['circa']} cent".split())


class UnknownUnit(ValueError):
    """A Pint expression that can't be read, or that names what is neither a base unit nor known to Pint."""


class WrongDimension(ValueError):
    """Two units that can't be turned into one another; the message names both with their dimensions."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the register; `words` are how documents print it, `pint` is empty for a base unit of its own."""

    unit_id: str
    name: str
    symbol: str
    words: tuple[str, ...]
    pint: str

    @property
    def sign(self) -> str:
        """What stands beside a number: the symbol, the name where there is none."""
        return self.symbol or self.name

    @property
    def is_money(self) -> bool:
        """Whether a currency is among its words."""
        return any(
            word in _MONEY or unicodedata.category(word[-1]) == "Sc" for word in (self.symbol, *self.words) if word
        )

    def has_hundredth(self, words: str) -> bool:
        """Whether words name a hundredth of it, as cents do of a dollar, and are not how it is printed itself."""
        name = words.lower().removeprefix("of a ")  # "0.75 of a cent"
        return name in _HUNDREDTHS and self.is_money and words not in self.words


Units = Mapping[str, Unit]
NONE: Units = MappingProxyType({})


def convert(value: Decimal, unit: Unit, to: Unit, units: Units = NONE) -> Decimal:
    """The number of `to` that is `value` of `unit`, right to 28 digits.

    `units` holds the base units that the units' expressions name, here and below.

    Raises
    ------
    UnknownUnit
        where an expression can't be read
    WrongDimension
        where the two units measure different things
    """
    return _converted(value, registered(unit, units), registered(to, units))


def dimension(unit: Unit, units: Units = NONE) -> str:
    """What a unit measures: "[length] ** 2", "[persons] / [brigades]", "dimensionless" for percent."""
    return _bare(str(registered(unit, units).dimensionality))


def same_dimension(left: Unit, right: Unit, units: Units = NONE) -> bool:
    """Whether one unit can be converted into the other."""
    return registered(left, units).dimensionality == registered(right, units).dimensionality


def registered(unit: Unit, units: Units = NONE) -> pint.Unit:
    """The unit as Pint knows it, to be multiplied and divided."""
    if not unit.pint:
        return _registry().Unit(_base(unit.unit_id))
    return _parsed(_NAME.sub(lambda name: _resolved(name[0], units), unit.pint))


def factor(unit: pint.Unit, to: pint.Unit) -> Decimal:
    """The number of `to` in one of `unit`, where both are Pint's; units with different zeros have none."""
    if _converted(Decimal(0), unit, to):
        raise WrongDimension(f"{spelled(unit)} and {spelled(to)} have different zeros")
    return _converted(Decimal(1), unit, to)


def pure() -> pint.Unit:
    """The unit of a number that has none."""
    return _registry().Unit("dimensionless")


def spelled(unit: pint.Unit) -> str:
    """A unit of Pint's in words: "persons / brigades", "kilometer ** 2"."""
    return _bare(str(unit))


def _converted(value: Decimal, unit: pint.Unit, to: pint.Unit) -> Decimal:
    if unit == to:
        return value
    if unit.dimensionality != to.dimensionality:
        raise WrongDimension(f"{_described(unit)} can't be turned into {_described(to)}")
    try:
        with localcontext(_WORKING):
            number = _registry().Quantity(value, unit).to(to).magnitude
    except (ArithmeticError, TypeError) as error:  # too large for Decimal; the square of a temperature
        raise WrongDimension(f"{value} {_described(unit)} can't be turned into {_described(to)}") from error
    return _RESULT.add(number.normalize(_RESULT), Decimal(0))  # 50000, not 5E+4


def _resolved(name: str, units: Units) -> str:
    """A name in an expression: the registry's name of a base unit, else as it is, for Pint to know."""
    return _base(name) if name in units and not units[name].pint else name


@cache
def _registry() -> pint.UnitRegistry:
    """Pint's units. It keeps what it has read of its definitions in the user's folder for caches.

    To read them each time is a sixth of a run over a small collection.
    """
    import pint

    with localcontext(_WORKING):
        try:
            return pint.UnitRegistry(non_int_type=Decimal, cache_folder=":auto:")
        except Exception:  # no folder to write in, or a file that is being written: it may raise anything
            return pint.UnitRegistry(non_int_type=Decimal)


@cache
def _base(unit_id: str) -> str:
    """The registry's name of a base unit, which is defined there when first asked for."""
    name = _OWN + re.sub(r"\W", "_", unit_id)
    _registry().define(f"{name} = [{name}]")
    return name


@cache
def _scaled(expression: str) -> pint.Unit:
    """The unit that is so many of another, such as "usd / 100", under a name of its own."""
    quantity = _registry().parse_expression(expression)
    if not quantity.magnitude > 0:
        raise ValueError(f"{quantity.magnitude} of something is no unit")
    name = f"{_OWN}{len(_SCALED)}_times"
    times = "" if quantity.dimensionless else f" * {quantity.units}"
    _registry().define(f"{name} = {quantity.magnitude}{times}")
    _SCALED[name] = expression
    return _registry().Unit(name)


_SCALED: dict[str, str] = {}
"""The expressions of scaled units by the names that they have in Pint's registry."""
# A number that multiplies or divides; one behind ** is an exponent.
_SCALING = re.compile(r"(?<![\w.])(?<!\*\*)(?<!\*\* )(?<!\*\* [-(])(?<!\*\*[-(])[0-9]")


@cache
def _parsed(expression: str) -> pint.Unit:
    if not _EXPRESSION.fullmatch(expression):
        raise UnknownUnit(f"{quoted(expression)} must be names of units, numbers, * / ** ( )")
    try:
        with localcontext(_WORKING):
            unit = _registry().parse_units(expression) if not _SCALING.search(expression) else _scaled(expression)
        unit.dimensionality  # noqa: B018 - Pint looks a name up only now
    except _PARSE_ERRORS as error:
        reason = _bare(str(error)) or "malformed"
        raise UnknownUnit(f"{quoted(_bare(expression))} is no unit: {reason}") from error
    return unit


def _described(unit: pint.Unit) -> str:
    if unit == pure():
        return "a plain number"
    return f"{spelled(unit)} ({_bare(str(unit.dimensionality))})"


def _bare(text: str) -> str:
    """Pint's text with the ids of base units as they are in units.csv."""
    return re.sub(rf"\b{_OWN}(\w+)", lambda name: _bare(_SCALED.get(name[0], "")) or name[1].replace("_", "-"), text)
