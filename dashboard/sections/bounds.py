"""What a number leaves open, in sentences: the bounds that its words set, and what it may be rounded from."""

from __future__ import annotations

from decimal import Decimal

from validation import vocabulary
from validation.language import written
from validation.model.observations import Observation

DIGITS = 6
"""Of a bound, as many digits are shown as a reader may want; all of them are in the downloads."""


def stated(number: Observation) -> str:
    """What the words claim: "“more than” sets a bound: more than 40%. Where it ends is not stated."."""
    if number.is_calculated:
        return _calculated(number)
    if number.upper is not None:
        return f"A range: from {_amount(number, number.value)} to {_amount(number, number.upper)}."
    mark, word = number.mark, number.parts[0]
    if mark.code == vocabulary.EXACT:
        return "No word before or behind it says more, less or about."
    said = f"“{word}”" if word and number.printed else f"The qualifier “{mark.words}”"
    if not mark.leaves:
        return f"{said}: approximate. It sets no bound, and none is made up here."
    if number.is_mirrored:
        return f"{said} sets a bound of its size: {mark.leaves.format(_amount(number, -number.value))}"
    return f"{said} sets a bound: {mark.leaves.format(_amount(number, number.value))}"


def limits(number: Observation) -> list[tuple[str, str]]:
    """The bounds that are set, and from where to where the number may be rounded, with what that rests on."""
    amount = number.amount
    low = _limit(number, amount.low, open_=amount.low_open)
    high = _limit(number, amount.high, open_=amount.high_open)
    return [pair for pair in (("Lower bound", low), ("Upper bound", high), ("Rounding", rounding(number))) if pair[1]]


def rounding(number: Observation) -> str:
    """What the digits leave open, in a sentence: "Printed as 50: may be rounded to tens, from 45 to 55."."""
    low, high = (_amount(number, end) for end in (number.amount.rounded_low, number.amount.rounded_high))
    if low == high:
        return "" if number.is_calculated else vocabulary.ROUNDINGS[number.rounding].meaning
    ends = f"from {low} to {high}"
    if number.rounding == vocabulary.BY_DIGITS:
        return f"May be rounded to its last printed digit: {ends}."
    if number.rounding == vocabulary.BY_ZEROS:
        return f"May be rounded, if the zeros it ends in are: {ends}. That they are is an assumption."
    return f"From the rounding of the numbers it is calculated from: {ends}."


def _limit(number: Observation, bound: Decimal | None, *, open_: bool) -> str:
    if bound is None:
        return ""
    return f"{_amount(number, bound)}, itself not included" if open_ else _amount(number, bound)


def _calculated(number: Observation) -> str:
    amount, mark = number.amount, number.mark
    if mark.leaves:
        about = "about " if amount.approximate else ""
        return written.capitalized(mark.leaves.format(about + _amount(number, number.position)))
    if mark.code == vocabulary.ABOUT:
        return "Approximate, as a number it is calculated from is; no bound follows."
    return "What the numbers it is calculated from leave open, and no more."


def _amount(number: Observation, value: Decimal) -> str:
    return written.amount(float(value), number.unit.symbol, DIGITS)
