"""Numbers as people write them: 1 million, $73.15 billion, 62,000, 3 documents."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from decimal import Context, Decimal

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_CURRENCY = re.compile(r"[A-Z]{0,3}[$€£¥₹₽₩]")
_MINUS = "−"
SAME = "the same"

# A scale word stands where so many digits say the whole number, which is no more than 10^15.
_READABLE = 6
_LARGE = 1_000_000
_LARGEST = 15


def number(value: float, digits: int | None = None) -> str:
    """A number in digits and at most one scale word, rounded to `digits` significant ones where given."""
    if digits is not None:
        value = significant(value, digits)
    sign, size = (_MINUS if value < 0 else ""), abs(value)
    whole = sign + _plain(size)
    for scale, word in _SCALES:
        if size >= scale:
            short = significant(size / scale, _READABLE)
            return f"{sign}{_plain(short)} {word}" if math.isclose(short, size / scale, rel_tol=1e-12) else whole
    return whole


def _plain(size: float) -> str:
    # A float holds 15 digits of what was written in decimals; those behind them were not.
    return f"{Decimal(f'{size:.15g}'):,f}"


def significant(value: float, digits: int) -> float:
    """A number rounded to so many significant digits."""
    if value == 0 or math.isinf(value):
        return value
    return round(value, digits - 1 - math.floor(math.log10(abs(value))))


def amount(value: float, symbol: str, digits: int | None = None) -> str:
    """A number with its unit where people put it: before for currencies, close behind for percent."""
    return _with(number(value, digits), symbol)


def _with(text: str, symbol: str) -> str:
    if _CURRENCY.fullmatch(symbol):
        return text.replace(_MINUS, _MINUS + symbol) if text.startswith(_MINUS) else symbol + text
    return text + symbol if symbol in {"%", "°", ""} else f"{text}\N{NO-BREAK SPACE}{symbol}"


def whole(value: Decimal, symbol: str, step: Decimal | None = None) -> str:
    """A number with its unit and all its digits; with a scale word where so it is short: $240.11 billion.

    Zeros behind the point go down to the `step` that it is known to: 10.0%, $73.10 billion.
    """
    rounded = Context(prec=_READABLE).plus(value)
    if abs(value) < _LARGE or rounded != value or value.adjusted() >= _LARGEST:
        return _with(_to_step(grouped(value), step), symbol)
    digits, _, word = number(float(value)).partition(" ")
    scale = next(Decimal(scale) for scale, name in _SCALES if name == word)
    return _with(f"{_to_step(digits, step and step / scale)} {word}", symbol)


def _to_step(digits: str, step: Decimal | None) -> str:
    """The digits with zeros down to a step, where that is less than one."""
    ones, _, decimals = digits.partition(".")
    decimals = decimals.ljust(-step.adjusted() if step else 0, "0")
    return f"{ones}.{decimals}" if decimals else ones


def span(low: Decimal, high: Decimal, symbol: str, step: Decimal | None = None) -> str:
    """A range with its unit, which stands once where it is a word: "3 to 4 ships", "$3 million to $4 million"."""
    first = whole(low, symbol if _glued(symbol) else "", step)
    return f"{first} to {whole(high, symbol, step)}"


def _glued(symbol: str) -> bool:
    return symbol == "%" or _CURRENCY.fullmatch(symbol) is not None


def glued(values: Sequence[float], symbol: str, digits: int = 4) -> list[str]:
    """Numbers with their unit where that is a sign glued on ("$", "%"), else bare: what is around them says it."""
    sign = symbol if _glued(symbol) else ""
    return [amount(value, sign, digits) for value in values]


def apart(one: float, other: float, symbol: str = "") -> str:
    """How far two positive numbers are apart, in words: "the same", "12% apart", "3.5 times apart".

    Percentages are points apart: a percentage of percentages misleads.
    """
    quotient = max(one, other) / min(one, other)
    if quotient < 1.005:
        return SAME
    if symbol == "%":
        return f"{number(abs(one - other), 3)} points apart"
    if quotient < 2:
        return f"{significant((quotient - 1) * 100, 2):g}% apart"
    return f"{number(quotient, 2)} times apart"


def plain(value: Decimal) -> str:
    """The digits of a number without separators, exponent or needless zeros behind the point, as tables hold them."""
    return _fixed(f"{value:f}")


def _fixed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: Decimal) -> str:
    """All digits of a number, for reading: 73,150,000,000; −33.3333."""
    return f"{_MINUS if value < 0 else ''}{_fixed(f'{abs(value):,f}')}"


def many(count: int, noun: str, plural: str = "") -> str:
    """So many things in words: "1 number", "1,200 numbers"."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def capitalized(text: str) -> str:
    """The text with a capital first letter; the others stay as they are."""
    return text[:1].upper() + text[1:]


_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "ø": "o",
        "œ": "oe",
        "đ": "d",
        "ł": "l",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "\N{RIGHT SINGLE QUOTATION MARK}": "",
        "'": "",
    }
)


def latin(text: str) -> list[str]:
    """The words of a text in small Latin letters without accents, and digits: "Größe, 2023" is grosse, 2023."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain)


def ordinal(number: int) -> str:
    """A number's place in an order: 1st, 2nd, 13th."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
