"""What a row's printed number says of its value: read by itself, in the row's unit, with the words beside it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from validation import vocabulary
from validation.language import numerals, printed, qualifiers, written
from validation.language.printed import Reading
from validation.language.reading.lexicon import ENGLISH
from validation.quantities.units import Unit

# A fraction such as "one third" is written as a share with this many places.
FRACTION_PLACES = Decimal("0.0001")
PERCENT = "percent"


def reading_of(text: str, unit: Unit | None = None, language: str = ENGLISH) -> Reading | None:
    """What a printed number says, or None where there is none or it can't be read."""
    try:
        return printed.read(text, language, unit.words if unit else None) if text else None
    except printed.Unreadable:
        return None


def stated_value(reading: Reading, unit_id: str, unit: Unit | None = None) -> Decimal:
    """What a printed number is worth in the row's unit: "one third" is 33.3333 percent, 45 cents 0.45 dollars."""
    if reading.fraction:
        return (reading.value * (100 if unit_id == PERCENT else 1)).quantize(FRACTION_PLACES)
    return reading.value / 100 if unit and unit.has_hundredth(reading.unit) else reading.value


def as_meant(reading: Reading, quote: str, text: str, value: str, language: str) -> tuple[Reading, str]:
    """What a row takes a number for, where its value says that the scale of the number beside it is its own too.

    Also the words of that scale: the "million" of "3.2 to 3.5 million"; "" where it shares none.
    """
    factor, words = numerals.shared_scale(quote, text, language)
    if factor == 1 or written.plain(reading.value * factor) != value:
        return reading, ""
    return replace(reading, value=reading.value * factor, step=reading.step and reading.step * factor), words


def fallen(reading: Reading, measure: str, quote: str, text: str, language: str) -> str:
    """The word beside a number that says that what an indicator of change measures fell by it, or nothing."""
    if measure != vocabulary.CHANGE or reading.signed:
        return ""
    return qualifiers.fallen(quote, text, language)


def fallen_value(reading: Reading, unit_id: str, unit: Unit | None = None) -> Decimal:
    """The value of a number that something fell by; of a range it is the lower end, which is the larger fall."""
    lower = reading if reading.upper is None else replace(reading, value=reading.upper)
    return -stated_value(lower, unit_id, unit)
