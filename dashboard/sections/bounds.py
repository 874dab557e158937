"""How precise a number is, in sentences: the bounds that its words set, and what its digits may be rounded from."""

from __future__ import annotations

import re
from decimal import Decimal

from dashboard.sections import arithmetic
from validation import vocabulary
from validation.language import written
from validation.model.observations import Observation
from validation.model.readings import reading_of

DIGITS = 6
"""Of a bound, as many digits are shown as a reader may want; all of them are in the downloads."""

_SCALES = ("", "thousands", "millions", "billions", "trillions")
_BEHIND = re.compile(r"\s.*")


def precise(number: Observation) -> str:
    """The whole in a sentence or two: what its words or its range leave open, else what its last digit does."""
    if number.is_calculated or number.upper is not None or number.mark.code != vocabulary.EXACT:
        return stated(number)
    return rounding(number)


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
    """The bounds that words or a range set, and what is known of its rounding."""
    amount = number.amount
    low = _limit(number, amount.low, open_=amount.low_open)
    high = _limit(number, amount.high, open_=amount.high_open)
    return [pair for pair in (("Lower bound", low), ("Upper bound", high), ("Rounding", rounding(number))) if pair[1]]


def rounding(number: Observation) -> str:
    """What the digits leave open: "Printed to 0.1%: from 41.25% to 41.35%", "Printed as 50: may be rounded to tens".

    That zeros are rounded is an assumption, and so no bounds are given for it.
    """
    code = number.rounding
    if number.is_calculated:
        return _of_parts(number)
    if code == vocabulary.NOT_PRINTED:
        return vocabulary.ROUNDINGS[code].meaning
    if code == vocabulary.NO_ROUNDING:
        return f"Printed as {number.printed}: {_unrounded(number)}."
    step = 2 * (number.amount.rounded_high - (number.value if number.upper is None else number.upper))
    if code == vocabulary.BY_ZEROS:
        return f"Printed as {number.printed}: may be rounded to {_places(number, step)}."
    return f"{': '.join(filter(None, (f'Printed to {_step(number, step)}', _between(number))))}."


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
    return _of_parts(number) or "As exact as the numbers it is calculated from."


def _of_parts(number: Observation) -> str:
    """What the rounding of its parts comes to; where that is assumed, that it may be."""
    if number.amount.assumed:
        return "It rests on a number that ends in zeros and may be rounded."
    between = arithmetic.between(number.amount, number.unit.symbol)
    return f"{written.capitalized(between)}, by the rounding of its parts." if between else ""


def _unrounded(number: Observation) -> str:
    """Why nothing of it is rounded: what is printed ends with one thing of many, or has no last digit at all."""
    reading = reading_of(number.printed, number.unit, number.source.language or "en")
    return "a count, to the last one" if reading and reading.step else "no last digit says how precise it is"


def _between(number: Observation) -> str:
    """From where to where a plain number may be rounded, as far as a reader may want to know.

    A scale or a unit that both ends share stands once.
    """
    low, high = (_amount(number, end) for end in (number.amount.rounded_low, number.amount.rounded_high))
    if low == high or number.mark.code != vocabulary.EXACT or number.upper is not None:
        return ""
    shared = _BEHIND.search(high)
    return f"from {low.removesuffix(shared[0]) if shared else low} to {high}"


def _step(number: Observation, step: Decimal) -> str:
    """The last digit that is printed, as an amount: "$10 million"; one of what is counted has no plural."""
    amount = _amount(number, step)
    return "the last whole number" if step == 1 and _BEHIND.search(amount) else amount


def _places(number: Observation, step: Decimal) -> str:
    """What zeros may be rounded to: "tens", "hundreds of thousands"; of any other step the amount."""
    scale, more = divmod(step.adjusted(), 3)
    if step != Decimal(10) ** step.adjusted() or not 0 < step.adjusted() < 3 * len(_SCALES):
        return _amount(number, step)
    several = ("", "tens", "hundreds")[more]
    return " of ".join(part for part in (several, _SCALES[scale]) if part)


def _amount(number: Observation, value: Decimal) -> str:
    return written.amount(float(value), number.unit.symbol, DIGITS)
