"""Amounts: numbers with the bounds that their words set and the rounding of their digits, and arithmetic.

An amount has two intervals. Its *bounds* are what its words or the ends of a range claim: "over 30" is more than 30;
a number without a qualifier has none. Its *rounding* is what its digits leave open: 41.3 is anything from 41.25 to
41.35.

Arithmetic carries both through: all results of numbers within the operands lie within the result. Where no word sets a
bound, what was rounded limits the number. "About" claims no bound. In arithmetic such a number counts as its value, and
a bound that rests on it is marked approximate: about 1,000,000 less over 600,000 is under about 400,000.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from validation.quantities import intervals
from validation.quantities.intervals import BOTTOM, EVERYTHING, NEAREST, OPERATIONS, TOP, End, Interval
from validation.vocabulary import ABOUT, AT_LEAST, AT_MOST, EXACT, MARKS, OVER, RANGE, UNDER

if TYPE_CHECKING:
    from validation.language.printed import Reading

# A bound is shown with no fewer digits, and so is a number that no rounding limits, like 20000 / 3.
_LEAST_DIGITS = 4
_HUNDREDTH = Decimal("0.01")
# Between shares that are read, such as "one in 400,000", no two are nearer to each other than the digits kept.
_LARGEST_DENOMINATOR = 10**9
# A fraction is written with four places.
_NEAR = Fraction(1, 10**4)
# Numbers past this many digits are kept as they are rounded: as fractions they would be as long as they are large.
_LONG = 400
# Of the digits that are kept so many show that they don't end, and those of a bound are rounded outward.
_ENDLESS, _LARGEST_OF_BOUNDS, _NOTHING = 25, 10**6, Fraction(1, 10**24)
_FRACTIONS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
# Division leaves even 20000 / 3 an interval; one that many digits narrower than its value is no rounding.
_NARROW = 20


class Undefined(ValueError):
    """A result that could be any number, a division by what may be zero, or a number past all size."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, the bounds its qualifier sets, and the closed interval its digits were rounded from.

    `qualifier` is a code of `MARKS`; of a range both ends are stated, and the value is the lower one. A
    bound is None, and open, where there is none; "exact" and "about" have neither. A quotient such as "3 / over 10"
    also has a bound where its qualifier, here "under", sets none: zero, which it comes near to. `assumed` says that
    rounding was inferred from trailing zeros, `approximate` that something in it is "about". `exact` is the number
    itself where the digits of `value` don't say it whole, as those of a third don't.
    """

    value: Decimal
    qualifier: str
    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    rounded_low: Decimal
    rounded_high: Decimal
    assumed: bool
    approximate: bool
    exact: Fraction | None = None

    def __add__(self, other: Amount | Decimal) -> Amount:
        return _combined("+", self, other)

    def __radd__(self, other: Decimal) -> Amount:
        return _combined("+", other, self)

    def __sub__(self, other: Amount | Decimal) -> Amount:
        return _combined("-", self, other)

    def __rsub__(self, other: Decimal) -> Amount:
        return _combined("-", other, self)

    def __mul__(self, other: Amount | Decimal) -> Amount:
        return _combined("*", self, other)

    def __rmul__(self, other: Decimal) -> Amount:
        return _combined("*", other, self)

    def __truediv__(self, other: Amount | Decimal) -> Amount:
        return _combined("/", self, other)

    def __rtruediv__(self, other: Decimal) -> Amount:
        return _combined("/", other, self)


def plain(value: Decimal) -> Amount:
    """A number that is just itself, such as the 100 of a formula."""
    return _amount(value, EXACT, EVERYTHING, intervals.point(value))


def stated(value: Decimal, qualifier: str, reading: Reading | None, discrete: bool) -> Amount:
    """The amount that a source states: `value` in its row's unit, qualified, with the precision as printed.

    Without a reading there is no rounding, and in a count (`discrete`) none of what is printed to the last
    one. Both ends of a printed range are stated and are its bounds; "over" a range is over its lower end,
    "under" a range under its upper. Where words or brackets make a value negative its qualifier speaks of its size,
    and the bounds are mirrored: a fall of over 13 is below -13.
    """
    mirrored = reading is not None and value < 0 and (reading.bracketed or reading.value > 0)
    upper = _upper(value, reading, mirrored=mirrored)
    slack = _half_step(reading, value, discrete=discrete)
    rounding = Interval(End(NEAREST.subtract(value, slack)), End(NEAREST.add(upper, slack)))
    code = RANGE if upper != value and qualifier in (EXACT, ABOUT) else qualifier
    assumed = reading is not None and reading.assumed and slack > 0
    bounds = _stated_bounds(code, value, upper, mirrored=mirrored)
    exact = _exact(value, reading)
    return _amount(value, code, bounds, rounding, assumed=assumed, approximate=qualifier == ABOUT, exact=exact)


def scaled(amount: Amount, factor: Decimal) -> Amount:
    """The same amount in a unit of which `factor`, above zero, make one of the old; the qualifier stays."""
    return replace(amount * factor, qualifier=amount.qualifier)


def can_meet(left: Amount, right: Amount) -> bool:
    """Whether some number is within the bounds of both; what is approximate may always meet."""
    if left.approximate or right.approximate:
        return True
    one, other = _bounds(left), _bounds(right)
    return not (intervals.lies_below(one, other) or intervals.lies_below(other, one))


def restates(said: Amount, number: Amount) -> bool:
    """Whether a number that is said again, as in a headline, is this one, or an end of this range.

    What its digits may be rounded from must hold the number; without a last digit, as half has none, it must lie in
    what the number's own digits may be rounded from. Its bounds must allow it: "over 73.2" does not say 73.15 again.
    """
    low, high = said.rounded_low, said.rounded_high
    return can_meet(said, number) and any(
        low <= end <= high or (low == high and below <= low <= above) for below, end, above in _ends(number)
    )


def exactly(amount: Amount) -> Fraction:
    """The number itself: 100/3 for the 33.3333 that a third is in percent."""
    return Fraction(amount.value) if amount.exact is None else amount.exact


def significant(amount: Amount) -> Decimal:
    """The value in the digits that its rounding supports: 51769285208.77 ± 22 million is 51770000000."""
    if amount.qualifier == RANGE:
        return _shortened_bound(amount, amount.value, ROUND_HALF_EVEN)
    return _shortened(amount.value, max(1, _supported_digits(amount, amount.value)), ROUND_HALF_EVEN)


def ratio(value: Decimal) -> Fraction | None:
    """The fraction that a decimal of all the digits kept stands for, such as 32/3; None where it is what it says."""
    if len(value.as_tuple().digits) < _ENDLESS:
        return None
    near = Fraction(value).limit_denominator(_LARGEST_OF_BOUNDS)
    return near if abs(near - Fraction(value)) <= abs(near) * _NOTHING else None


def reported(amount: Amount) -> Amount:
    """The amount in the digits that its rounding supports; what bounds it is shortened outward, and so stays true.

    Where a bound is all that is known the value is that bound, and never lies past what it is rounded from.
    """

    def shortened(bound: Decimal | None, rounding: str) -> Decimal | None:
        return None if bound is None else _shortened_bound(amount, bound, rounding)

    low, high = shortened(amount.low, ROUND_FLOOR), shortened(amount.high, ROUND_CEILING)
    ends = (
        _shortened_bound(amount, amount.rounded_low, ROUND_FLOOR),
        _shortened_bound(amount, amount.rounded_high, ROUND_CEILING),
    )
    bound = {"low": low, "high": high}.get(MARKS[amount.qualifier].sets, low)
    value = bound if bound is not None else _within(ends, amount)
    return replace(amount, value=value, low=low, high=high, rounded_low=ends[0], rounded_high=ends[1])


def _within(ends: tuple[Decimal, Decimal], amount: Amount) -> Decimal:
    """The value in as many digits as it is worth, or in one more where it would lie past what it is rounded from."""
    short = significant(amount)
    return short if ends[0] <= short <= ends[1] else _shortened_bound(amount, amount.value, ROUND_HALF_EVEN)


def words(amount: Amount, number: Callable[[Decimal], str]) -> str:
    """The amount as people say it, its numbers written by `number`: "about 5,000", "under about 400,000".

    A long bound is shortened outward, so that what is said stays true.
    """
    about = "about " if amount.approximate else ""
    if amount.qualifier in (EXACT, ABOUT):
        return about + number(significant(amount))
    low = "" if amount.low is None else about + number(_shortened_bound(amount, amount.low, ROUND_FLOOR))
    high = "" if amount.high is None else about + number(_shortened_bound(amount, amount.high, ROUND_CEILING))
    if amount.qualifier == RANGE:
        return f"between {low} and {high}"
    mark = MARKS[amount.qualifier]
    first, second = (low, high) if mark.sets == "low" else (high, low)
    return f"{mark.said[0]} {first or second}"


def _ends(amount: Amount) -> list[tuple[Decimal, Decimal, Decimal]]:
    """The number and what bounds it, between what its digits leave open; nothing where that is an assumption."""
    top = amount.high if amount.qualifier == RANGE and amount.high is not None else amount.value
    slack = (NEAREST.subtract(amount.value, amount.rounded_low), NEAREST.subtract(amount.rounded_high, top))
    below, above = (Decimal(0) if amount.assumed else max(one, Decimal(0)) for one in slack)
    ends = [end for end in (amount.value, amount.low, amount.high) if end is not None]
    return [(NEAREST.subtract(end, below), end, NEAREST.add(end, above)) for end in ends]


def _amount(
    value: Decimal,
    qualifier: str,
    bounds: Interval,
    rounding: Interval,
    *,
    assumed: bool = False,
    approximate: bool = False,
    exact: Fraction | None = None,
) -> Amount:
    return Amount(
        value=value,
        qualifier=qualifier,
        low=bounds.low.at if bounds.low.at.is_finite() else None,
        high=bounds.high.at if bounds.high.at.is_finite() else None,
        low_open=bounds.low.open,
        high_open=bounds.high.open,
        rounded_low=rounding.low.at,
        rounded_high=rounding.high.at,
        assumed=assumed,
        approximate=approximate,
        exact=exact,
    )


def _stated_bounds(qualifier: str, value: Decimal, upper: Decimal, *, mirrored: bool) -> Interval:
    mark = MARKS.get(qualifier)
    if mark is None:
        raise ValueError(f"{qualifier!r} is no qualifier")
    if qualifier == RANGE:
        return Interval(End(value), End(upper))
    if mark.sets == ("high" if mirrored else "low"):
        return Interval(End(value, open=not mark.closed), TOP)
    if mark.sets:
        return Interval(BOTTOM, End(upper, open=not mark.closed))
    return EVERYTHING


def _upper(value: Decimal, reading: Reading | None, *, mirrored: bool) -> Decimal:
    """The upper end of a printed range in the unit of `value`, else the value."""
    if reading is None or reading.upper is None:
        return value
    # A fall's lower end is the larger number.
    first, last = (-reading.upper, -reading.value) if mirrored else (reading.value, reading.upper)
    return NEAREST.multiply(last, _units(value, first, reading))


def _units(value: Decimal, printed: Decimal, reading: Reading) -> Decimal:
    """How many of the row's unit one is as it is printed: a share reads as one of one, cents are of a dollar."""
    if reading.fraction and printed:
        return Decimal(round(value / printed))
    return _HUNDREDTH if printed and value * 100 == printed else Decimal(1)


def _exact(value: Decimal, reading: Reading | None) -> Fraction | None:
    """What is printed without a last digit, such as a third, in the unit of `value`; None where `value` is that."""
    if reading is None or reading.step is not None or not reading.value:
        return None
    printed = Fraction(reading.value).limit_denominator(_LARGEST_DENOMINATOR)
    exact = printed * Fraction(_units(abs(value), reading.value, reading))
    exact = -exact if value < 0 < exact else exact
    near = abs(exact - Fraction(value)) < _NEAR
    return exact if near and exact != Fraction(value) else None


def _half_step(reading: Reading | None, value: Decimal, *, discrete: bool) -> Decimal:
    if reading is None or reading.step is None or (discrete and reading.step <= 1):
        return Decimal(0)
    return NEAREST.multiply(NEAREST.divide(reading.step, Decimal(2)), _units(abs(value), abs(reading.value), reading))


def _combined(symbol: str, left: Amount | Decimal, right: Amount | Decimal) -> Amount:
    one, other = (side if isinstance(side, Amount) else plain(side) for side in (left, right))
    if symbol == "/" and any(map(intervals.comes_near_zero, (_bounds(other), _rounding(other)))):
        raise Undefined(f"nothing can be divided by what may be zero: {words(other, str)}")
    bounds = intervals.combine(symbol, _bounds(one), _bounds(other))
    rounding = intervals.combine(symbol, _rounding(one), _rounding(other))
    if not (rounding.low.at.is_finite() and rounding.high.at.is_finite()):
        raise Undefined(f"{words(one, str)} {symbol} {words(other, str)} is too large")
    if not (bounds.low.at.is_finite() or bounds.high.at.is_finite()):
        raise Undefined(f"{words(one, str)} {symbol} {words(other, str)} could be any number")
    qualifier = _qualifier(bounds, one, other)
    value, exact = _result(symbol, one, other)
    return _amount(
        bounds.low.at if qualifier == RANGE else value,
        qualifier,
        EVERYTHING if qualifier in (EXACT, ABOUT) else bounds,
        rounding,
        assumed=one.assumed or other.assumed,
        approximate=one.approximate or other.approximate,
        exact=None if qualifier == RANGE else exact,
    )


def _result(symbol: str, left: Amount, right: Amount) -> tuple[Decimal, Fraction | None]:
    """The result in as many digits as are kept, and as a fraction where these don't say it whole."""
    if not all(abs(side.value.adjusted()) < _LONG for side in (left, right)):
        return OPERATIONS[symbol](NEAREST, left.value, right.value), None
    exact = _FRACTIONS[symbol](exactly(left), exactly(right))
    value = NEAREST.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    return value, None if exact == Fraction(value) else exact


def _bounds(amount: Amount) -> Interval:
    """What the amount counts as: its bounds, what one without a qualifier was rounded from, the value of one about."""
    if amount.qualifier == EXACT:
        return _rounding(amount)
    if amount.qualifier == ABOUT:
        return intervals.point(amount.value)
    low = BOTTOM.at if amount.low is None else amount.low
    high = TOP.at if amount.high is None else amount.high
    return Interval(End(low, amount.low_open), End(high, amount.high_open))


def _rounding(amount: Amount) -> Interval:
    if amount.exact is None or amount.rounded_low != amount.rounded_high:
        return Interval(End(amount.rounded_low), End(amount.rounded_high))
    ratio = (intervals.point(Decimal(part)) for part in amount.exact.as_integer_ratio())
    return intervals.combine("/", *ratio)


def _qualifier(bounds: Interval, left: Amount, right: Amount) -> str:
    low, high = bounds
    if {left.qualifier, right.qualifier} <= {EXACT, ABOUT}:
        return ABOUT if left.approximate or right.approximate else EXACT
    # An end that only comes near to zero is what is left of an infinite one that something was divided by.
    if not high.at.is_finite() or (high == End(Decimal(0), open=True) and low.at.is_finite()):
        return OVER if low.open else AT_LEAST
    if not low.at.is_finite() or low == End(Decimal(0), open=True):
        return UNDER if high.open else AT_MOST
    return RANGE


def _supported_digits(amount: Amount, number: Decimal) -> int:
    """How many digits of a number the rounding supports: all of its integer ones where there is no rounding."""
    width = NEAREST.subtract(amount.rounded_high, amount.rounded_low)
    if not width or width.adjusted() < amount.value.adjusted() - _NARROW:
        return max(_LEAST_DIGITS, number.adjusted() + 1)
    return number.adjusted() - width.adjusted() + 1


def _shortened_bound(amount: Amount, number: Decimal, rounding: str) -> Decimal:
    return _shortened(number, max(_LEAST_DIGITS, _supported_digits(amount, number) + 1), rounding)


def _shortened(number: Decimal, digits: int, rounding: str) -> Decimal:
    return NEAREST.add(Context(prec=digits, rounding=rounding).plus(number), Decimal(0))  # 400000, not 4E+5
