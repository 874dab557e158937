"""The printed number: what a number reads as, to which precision, and in which unit.

    printed  = ["between" | "from"] quantity [("to" | "or" | "and" | dash) quantity] [unit]
    quantity = [sign] [currency] digits [scale]  |  [(digits | words) "and"] share [scale]  |  words

Libraries tried first. None knows printed precision or keeps both ends of a range, and all but the first take
"one million twenty-foot units" for 1,000,020 of something:

- text2num 3.1.0: no fractions ("one 3rd"), no dozen; "$73.15 billion" becomes "$73.15 1000000000".
- word2number 1.1: "three or four" is 7, "2.5 million" 1000000, "two-thirds" 2; takes foreign digits.
- numerizer 0.2.4: leaves digits unread; "$1-2 billion" becomes "$1-2000000000", "half a million" "1/2 1000000".
- quantulum3 0.10.0: floats; "half a million" is 1500000, "20-35%" 27.5, "1e400" infinity, "1,23,4" three numbers.
- recognizers-text-number 1.0.2a2: "half a million" is two numbers, "1,2345" 12345, "1e400" 10000; not maintained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from itertools import takewhile
from math import prod
from typing import NamedTuple

from validation.language import words
from validation.language.words import AND, CURRENCY, DIGITS, GAP, HYPHEN, PERCENT, SIGN, VULGAR, A, any_of

# What is printed stands in a quote, and no quote is longer.
LONGEST = 120

# The forms of a quantity, in the order they are tried in.
FIGURES = (
    rf"(?P<sign>{SIGN})?(?P<currency>{CURRENCY})?(?P<digits>{DIGITS})"
    rf"(?P<scale>{words.SCALED}|(?(currency){words.MONEY_ABBREVIATED}|{words.ABBREVIATED}))?"
)
SHARE = (
    rf"(?:(?P<digits>{DIGITS})(?:{AND}|(?={VULGAR}))|(?P<words>{words.SMALL}){AND})?"
    rf"(?P<share>{words.SHARE}|{words.HALF}|{VULGAR}|[1-9][0-9]*[/\u2044][1-9][0-9]*(?![0-9]))"
    rf"(?P<scale>{words.OF_SCALE})?"
)
WORDS = rf"{words.DOZEN}|{words.CARDINAL}|{any_of(['zero'])}"
# As in "between one hundred and two thousand".
PLAIN_WORDS = words.PLAIN_CARDINAL

# In "20% to 35%" the first sign says what the second does.
_REPEATED_PERCENT = rf"(?:{PERCENT}(?=.+{PERCENT}))?"
_DASH = rf"\s?[-\u2013\u2014]\s?(?={SIGN}?(?:{CURRENCY})?[0-9])"
CONNECTORS = {
    "": rf"{_REPEATED_PERCENT}(?:{GAP}(?ai:to|or){GAP}|{_DASH})",
    "from": rf"{_REPEATED_PERCENT}{GAP}(?ai:to){GAP}",
    "between": rf"{_REPEATED_PERCENT}{AND}",
}

_LETTER = rf"(?:[^\W\d_]|[%‰°{words.CURRENCY_SIGNS}])"
_GLUED_ENDING = r"(?:st|nd|rd|th|['’]?s)(?!\w)"
UNIT = (
    rf"(?:(?:{HYPHEN}|{GAP}(?P<article>{A}{GAP})?|(?!{_GLUED_ENDING}))"
    rf"(?P<unit>{_LETTER}(?:{_LETTER}|{HYPHEN}|[\s·.'’/]|(?<=[^\W\d_])[23](?!\w))*(?<![-\u2010\u2011\s·.'’/])))?"
)
_NUMBER_WORDS = [*words.CARDINALS, *words.SCALES, *(f"{scale}s" for scale in words.SCALES), "half", "zero"]
_NO_UNITS = {"and", "or", "to", "plus", "minus", "point", *words.ORDINALS, *words.SCALE_ORDINALS} - {"second"}
# A word no unit begins with, or a number within it, hyphenated ("twenty-foot units") and "per thousand" aside.
STRAY = rf"(?:{any_of(_NO_UNITS)}|.*?(?<!per\s){any_of(_NUMBER_WORDS)})(?!{HYPHEN})"

_REASONS = {
    CONNECTORS[""]: "must be one number, or a range that rises in one currency; years are no numbers",
    r"[.,\s]?[0-9]": "must part its digits as in 1,234,567.8",
    _GLUED_ENDING: "must be a number, not an ordinal or a decade",
}

# No product of a printed number is longer than this; shares have no last digit.
_EXACT = Context(prec=1000)
_ROUNDED = Context(prec=28)


class Unreadable(ValueError):
    """What is printed is not a number, or not one with nothing but its unit behind.

    Attributes
    ----------
    printed : str
        What could not be read.
    """

    def __init__(self, printed: str, reason: str) -> None:
        super().__init__(f"{printed!r} {reason}")
        self.printed = printed


@dataclass(frozen=True, slots=True)
class Reading:
    """A printed number, read.

    Attributes
    ----------
    value : Decimal
        The number with its scale applied; of a range, the lower end.
    upper : Decimal or None
        The upper end of a range.
    step : Decimal or None
        The place value of the last significant digit; fractions and dozens have none.
    assumed : bool
        Whether the step rests on trailing zeros of a whole number.
    fraction : bool
        Whether the number is a share of one, as in "two thirds" or "half of the voters" (not "half a mile").
    currency : str
        The sign or code in front.
    unit : str
        The words or signs behind the number.
    start, end : int
        Where the number stands in what is printed, currency and scale included.
    """

    value: Decimal
    upper: Decimal | None
    step: Decimal | None
    assumed: bool
    fraction: bool
    currency: str
    unit: str
    start: int
    end: int


class _Quantity(NamedTuple):
    """One number as printed; `place` is the place value of its last decimal, `factors` are the scales it ends in."""

    end: int
    value: Decimal
    factors: tuple[int, ...]
    place: Decimal | None = None
    currency: str = ""
    share: bool = False
    stepless: bool = False

    def times(self, factor: int) -> _Quantity:
        place = self.place and _EXACT.multiply(self.place, factor)
        return self._replace(value=_EXACT.multiply(self.value, factor), place=place, share=self.share and factor == 1)

    @property
    def step(self) -> tuple[Decimal, bool]:
        """The place value of the last significant digit, and whether that is assumed."""
        if self.place is not None:
            return self.place, False
        digits = str(int(self.value))
        zeros = len(digits) - len(digits.rstrip("0")) if self.value else 0
        return Decimal(10**zeros), zeros > 0


def read(printed: str) -> Reading:
    """What a printed number says: its value, precision, currency and unit.

    Raises
    ------
    Unreadable
        When `printed` is not one number or one range with nothing but its unit behind.
    """
    if len(printed) <= LONGEST:
        for lower, upper in _numbers(printed):
            if reading := _reading(printed, lower, upper):
                return reading
    raise Unreadable(printed[:LONGEST], _complaint(printed))


def _reading(printed: str, lower: _Quantity, upper: _Quantity | None) -> Reading | None:
    """The reading, unless something else than a unit stands behind the number."""
    last = upper or lower
    behind = _compiled(UNIT).fullmatch(printed, last.end)
    if not behind or (behind["article"] and not last.share):
        return None
    unit = " ".join((behind["unit"] or "").split())
    if _compiled(STRAY).match(unit) or any(sign.isnumeric() and sign not in "23²³" for sign in unit):
        return None
    step, assumed = _precision(lower, last)
    return Reading(
        value=lower.value,
        upper=upper and upper.value,
        step=step,
        assumed=assumed,
        fraction=lower.share and last.share and not behind["article"] and not unit.startswith(("%", "per")),
        currency=lower.currency or last.currency,
        unit=unit,
        start=len(_opening(printed)),
        end=last.end,
    )


def _precision(lower: _Quantity, upper: _Quantity) -> tuple[Decimal | None, bool]:
    if lower.stepless or upper.stepless:
        return None, False
    # The zero of "0 to 2 million" shows no precision.
    return min(lower.step, upper.step) if lower.value else upper.step


def _numbers(printed: str) -> Iterator[tuple[_Quantity, _Quantity | None]]:
    """Every number and every range that what is printed may begin with."""
    opening = _opening(printed)
    connector = _compiled(CONNECTORS[opening.strip().lower()])
    for lower in _quantities(printed, len(opening)):
        if not opening:
            yield lower, None
        if connected := connector.match(printed, lower.end):
            for upper in _quantities(printed, connected.end()):
                governed = _governed(lower, upper)
                if governed.value < upper.value and upper.currency in ("", lower.currency):
                    yield governed, upper


def _opening(printed: str) -> str:
    opening = _compiled(rf"(?ai:between|from){GAP}").match(printed)
    return opening.group() if opening else ""


def _quantities(printed: str, at: int) -> Iterator[_Quantity]:
    for form, quantity in ((FIGURES, _figures), (SHARE, _share), (WORDS, _words), (PLAIN_WORDS, _words)):
        if match := _compiled(form).match(printed, at):
            yield quantity(match)


def _governed(lower: _Quantity, upper: _Quantity) -> _Quantity:
    """The lower end with the scale that stands behind the upper one alone: "$1–2 billion", not "500 to 2 million"."""
    for first in range(len(upper.factors)):
        scaled = lower.times(prod(upper.factors[first:]))
        if scaled.value < upper.value:
            return scaled
    return lower


def _figures(match: re.Match[str]) -> _Quantity:
    number = _number(match["digits"])
    factors = _factors(match["scale"])
    exponent = int(number.as_tuple().exponent)
    return _Quantity(
        end=match.end(),
        value=number.copy_negate() if match["sign"] in ("-", "−") else number,
        factors=factors,
        place=Decimal((0, (1,), exponent)) if exponent else None,
        currency=(match["currency"] or "").strip(),
        stepless=words.SCALES["dozen"] in factors,
    ).times(prod(factors))


def _share(match: re.Match[str]) -> _Quantity:
    numerator, denominator = words.ratio(match["share"])
    before = _number(match["digits"]) if match["digits"] else Decimal(words.whole(words.tokens(match["words"] or "")))
    factors = _factors(match["scale"])
    dividend = _EXACT.multiply(_EXACT.fma(before, denominator, numerator), prod(factors))
    share = not before and not factors
    return _Quantity(match.end(), _ROUNDED.divide(dividend, Decimal(denominator)), factors, share=share, stepless=True)


def _words(match: re.Match[str]) -> _Quantity:
    tokens = words.tokens(match.group())
    scales = list(takewhile(words.SCALES.__contains__, reversed(tokens)))
    factors = tuple(words.SCALES[scale] for scale in reversed(scales))
    return _Quantity(match.end(), Decimal(words.whole(tokens)), factors, stepless="dozen" in tokens)


def _number(digits: str) -> Decimal:
    return Decimal(re.sub(r"[^0-9.]", "", digits))


def _factors(scale: str | None) -> tuple[int, ...]:
    return tuple(words.FACTORS[token] for token in words.tokens(scale or "") if token in words.FACTORS)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first needed: some are long."""
    return re.compile(pattern)


def _complaint(printed: str) -> str:
    """Why what is printed can't be read."""
    foreign = [sign for sign in printed if sign.isdecimal() and not sign.isascii()]
    if len(printed) > LONGEST:
        return f"… is longer than {LONGEST} characters"
    if foreign:
        return f"has {foreign[0]!r} among its digits, which are 0 to 9"
    opening = _opening(printed)
    quantities = list(_quantities(printed, len(opening)))
    if not quantities:
        return "must begin with a number in digits or words, without qualifier"
    if opening:
        return 'must name both its ends, as in "between 20 and 35"'
    rest = printed[max(quantity.end for quantity in quantities) :]
    for pattern, reason in _REASONS.items():
        if _compiled(pattern).match(rest):
            return reason
    return f"has {rest!r} behind its number, which is no unit"
