"""Intervals of numbers, their ends open or closed or infinite, and arithmetic that encloses every result."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from itertools import product
from typing import NamedTuple

# Decimal's usual precision, rounded to the nearest for a number and outward for the ends of an interval.
# Without traps: what has no result, such as zero times infinity, comes out as NaN and is left out.
NEAREST = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[])
_DOWN = Context(prec=28, rounding=ROUND_FLOOR, traps=[])
_UP = Context(prec=28, rounding=ROUND_CEILING, traps=[])

OPERATIONS = {"+": Context.add, "-": Context.subtract, "*": Context.multiply, "/": Context.divide}


class End(NamedTuple):
    """An end of an interval; where it is open, it does not belong to the interval itself."""

    at: Decimal
    open: bool = False


class Interval(NamedTuple):
    """All numbers between two ends."""

    low: End
    high: End


BOTTOM = End(Decimal("-Infinity"), open=True)
TOP = End(Decimal("Infinity"), open=True)
EVERYTHING = Interval(BOTTOM, TOP)
_ZERO = End(Decimal(0))


def point(value: Decimal) -> Interval:
    """The interval of one number."""
    return Interval(End(value), End(value))


def comes_near_zero(interval: Interval) -> bool:
    """Whether zero is in the interval or an end of it, so that nothing can be divided by it."""
    return interval.low.at <= 0 <= interval.high.at


def lies_below(left: Interval, right: Interval) -> bool:
    """Whether every number of one interval is less than every number of the other."""
    if left.high.at == right.low.at:
        return left.high.open or right.low.open
    return left.high.at < right.low.at


def combine(symbol: str, left: Interval, right: Interval) -> Interval:
    """The interval of all results of `+ - * /`; what is divided by must not come near zero.

    Each operation only rises or only falls with an operand, so the ends are results of ends.
    """
    pairs = list(product(left, right))
    lows = [_result(symbol, _DOWN, *pair) for pair in pairs]
    highs = [_result(symbol, _UP, *pair) for pair in pairs]
    return Interval(
        min((end for end in lows if not end.at.is_nan()), key=lambda end: (end.at, end.open)),
        max((end for end in highs if not end.at.is_nan()), key=lambda end: (end.at, not end.open)),
    )


def _result(symbol: str, context: Context, left: End, right: End) -> End:
    at = OPERATIONS[symbol](context, left.at, right.at)
    if at != 0:
        return End(at, left.open or right.open)
    # A factor that reaches zero makes the product zero, open as the other may be. And the zero is a plain
    # one, for Decimal's may have a sign, or an exponent in the millions.
    reached = symbol in "*/" and _ZERO in (left, right)
    return End(Decimal(0), not reached and (left.open or right.open))
