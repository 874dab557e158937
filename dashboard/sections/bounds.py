"""What a number leaves open, in sentences: the bounds that its words set, and those that follow from its digits."""

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
    said = f"“{word}”" if word else f"The word for “{mark.words}”"
    if not mark.leaves:
        return f"{said}: approximate. It sets no bound, and none is made up here."
    if number.is_mirrored:
        return f"{said} sets a bound of its size: {mark.leaves.format(_amount(number, -number.value))}"
    return f"{said} sets a bound: {mark.leaves.format(_amount(number, number.value))}"


def limits(number: Observation) -> list[tuple[str, str]]:
    """The lower and the upper bound, and where they come from."""
    amount = number.amount
    low = _limit(number, amount.low, open_=amount.low_open)
    high = _limit(number, amount.high, open_=amount.high_open)
    return [("Lower bound", low), ("Upper bound", high), ("They come from", _origin(number))]


def _limit(number: Observation, bound: Decimal | None, *, open_: bool) -> str:
    if bound is None:
        return "none"
    return f"{_amount(number, bound)}, itself not included" if open_ else _amount(number, bound)


def _origin(number: Observation) -> str:
    if number.bounds_from == "none":
        return ""
    if number.is_calculated:
        return "the numbers it is calculated from"
    if number.bounds_from == "stated":
        return "the source’s own word"
    if number.amount.low == number.amount.high:
        return "a count, printed to the last one"
    if number.amount.assumed:
        return "rounding: the zeros it ends in are taken for it, which is an assumption"
    return "rounding: what the last printed digit leaves open"


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
