"""The printed number of a row: what it reads as by itself, to which precision, and in which unit.

It must be one numeral of `validation.language.numerals` from its first character on, with nothing but its unit behind.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from validation.language.reading import amounts, forms, pairs, places, reader
from validation.language.reading.amounts import Amount
from validation.language.reading.lexicon import ENGLISH, lexicon
from validation.language.reading.places import FIGURE, NUMBER, Found, kinds
from validation.language.reading.seen import LINE, PARAGRAPH, Seen
from validation.language.reading.tokens import Tokens, worth
from validation.language.reading.words import KINDS, LETTERS, SCALES

# What is printed stands in a quote, and no quote is longer.
LONGEST = 120
# So many readings are remembered.
_REMEMBERED = 1 << 16

_LETTER = r"(?:[^\W\d_]|[%‰°℃℉$€£¥₽₹₩₺₴¢])"
_JOINT = r"[-\u2010\u2011\s·.'’/]|(?<=[^\W\d_])[23](?!\w)"
_NAME = rf"p\.p\.|п\. ?п\.|{_LETTER}(?:{_LETTER}|{_JOINT})*(?<![-\u2010\u2011\s·.'’/])"
_UNIT = re.compile(rf"(?:[-\u2010\u2011]|\s+(?P<article>an?\s+)?)?(?P<unit>{_NAME})?")
_ENDING = re.compile(r"(?:st|nd|rd|th|['’]?s)(?!\w)")
# Words that no unit begins with.
_NO_UNITS = (
    frozenset(["and", "or", "to", "plus", "minus", "point", "than", "first", "third", "fourth", "half", "zero"])
    | SCALES.keys()
)
# A letter that may be a scale or a unit.
_LETTER_ALONE = re.compile(rf"(?<![^\W\d_])[{''.join(LETTERS)}](?![^\W\d_])")
_OPENING = re.compile(r"from\s+", re.IGNORECASE)
# Figures before words that no form has: most that registers hold.
_COUNT = re.compile(f"[{FIGURE}](?:{KINDS['gap']}{KINDS['word']})*")


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
        Whether the number is a share of one, as in "two thirds" or "one in five" (not "half a mile").
    currency : str
        The sign or code beside it.
    unit : str
        The words or signs behind the number.
    start, end : int
        Where the number stands in what is printed, currency and scale included.
    signed : bool
        Whether a sign is printed with it.
    bracketed : bool
        Whether brackets stand for its minus.
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
    signed: bool = False
    bracketed: bool = False


def read(printed: str, language: str = ENGLISH, units: Collection[str] | None = None) -> Reading:
    """What a printed number says: its value, precision, currency and unit.

    `units` are the words of the row's unit: they decide whether "5m" is five million or five meters.

    Raises
    ------
    Unreadable
        When `printed` is not one number or one range with nothing but its unit behind.
    """
    open_letter = units is not None and _LETTER_ALONE.search(printed)
    return _read(printed, language, _scales(units) if open_letter else frozenset())


def _scales(units: Collection[str]) -> frozenset[str]:
    """The letters that are a scale in a row: all but those in which its unit is printed."""
    words = [word.casefold() for word in units]
    spelt = _SPELT.items()
    return frozenset(
        letter for letter, names in spelt if not any(word == letter or word.startswith(names) for word in words)
    )


@lru_cache(_REMEMBERED)
def _read(printed: str, language: str, scales: frozenset[str]) -> Reading:
    """The same for all units that leave a letter the same: rows repeat what is printed, and rules ask anew."""
    text = Seen(printed).text.replace(LINE, " ").replace(PARAGRAPH, " ")
    if len(text) > LONGEST:
        raise Unreadable(printed[:LONGEST], f"… is longer than {LONGEST} characters")
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    tokens = Tokens(text[start:], lexicon(language))
    plain = _COUNT.fullmatch(tokens.row)
    numerals = iter([_figure(tokens)]) if plain else reader.found(tokens, alone=True)
    one = next(numerals, None)
    if complaint := _complaint(tokens, one, text) or (opening and one and not one.upper and _BOTH_ENDS):
        raise Unreadable(printed, complaint)
    assert one
    scale = one.letter.casefold() in scales
    end, own = (one.last, "") if plain else _number_end(tokens, one, scale=scale)
    unit = _unit(tokens, one, end, own)
    if unit is None or not _is_unit(tokens, numerals):
        raise Unreadable(printed, _what_is_behind(tokens.text[tokens.starts[end] :]))
    return _reading(one, unit, start + _offset(tokens), start + tokens.starts[end], scale=scale)


def _figure(tokens: Tokens) -> Found:
    """What all forms find in figures before words that none of them has, in a third of the time."""
    return Found(0, 1, NUMBER, amounts.decimal(worth(tokens.pieces[0], tokens.lexicon.language)))


def _complaint(tokens: Tokens, one: Found | None, text: str) -> str:
    """Why what stands there first is no number with a value; "" where it is one."""
    if one is None or one.first:
        return _BOTH_ENDS if text.lower().startswith("between ") else _foreign(text) or _NO_NUMBER
    if one.kind != NUMBER:
        return _NO_VALUE[one.kind]
    if one.lower is None:
        return _foreign(text) or _UNREAD
    return _BOTH_ENDS if tokens.row[0] == KINDS["between"] and one.upper is None else ""


def _offset(tokens: Tokens) -> int:
    """Where the number begins, behind a "between"."""
    return tokens.starts[2] if tokens.row[0] == KINDS["between"] else 0


def _unit(tokens: Tokens, one: Found, end: int, own: str) -> str | None:
    """The unit behind a number that ends there, or its `own`; None where what stands there is none."""
    start = tokens.starts[end]
    if one.form == "rate":
        return tokens.text[start:].strip()
    found = _UNIT.fullmatch(tokens.text, start)
    if found is None or _ENDING.match(tokens.text, start) or (found["article"] and not one.is_fraction):
        return None
    words = (found["unit"] or "").split()
    joins = words and words[0].lower() in _NO_UNITS and not (one.is_fraction and words == ["point"])
    if (not words and start < len(tokens.text)) or joins:
        return None
    if one.lower and words[2:] and words[0] == "of" and " ".join(words[2:]) == one.lower.own_unit:
        return one.lower.own_unit  # "0.3 of a percent"
    return " ".join(words) or own


def _number_end(tokens: Tokens, one: Found, *, scale: bool) -> tuple[int, str]:
    """The token behind the number and its scale, and the unit where that stands within the number."""
    if one.negative and one.lower:
        return one.last, one.lower.unit
    if one.share or one.form == "unit_and_half":
        return one.last, "" if one.share else one.unit
    number = forms.matching(forms.FORMS["number"]).match(tokens.row, one.second)
    bare = number.end("bare") if number else one.last
    coin = forms.matching("coin_behind").match(tokens.row, bare)
    end = coin.end() if coin else bare
    if one.letter and not scale:
        end = max(at for at in range(one.first, end) if tokens.row[at] == KINDS["letter"])
        end -= tokens.row[end - 1] in kinds("gap wide line")
    return end + tokens.row.startswith(kinds("abbreviation stop"), end - 1), ""  # "2 mil."


def _is_unit(tokens: Tokens, others: Iterator[Found]) -> bool:
    """Whether no number stands among the words of a unit, but for "twenty-foot units" and "births per thousand"."""
    per = KINDS["per"]
    return all(
        (one.last < len(tokens.row) and tokens.row[one.last] == KINDS["hyphen"])
        or per in tokens.row[max(0, one.first - 2) : one.first]
        for one in others
    )


def _reading(one: Found, unit: str, start: int, end: int, *, scale: bool) -> Reading:
    ends = [found.settled(scale=scale) for found in (one.lower, one.upper) if found is not None]
    lower, upper = ends[0], ends[1] if len(ends) > 1 else None
    lower = pairs.sharing(lower, upper) if upper and one.letter else lower
    step, assumed = _precision(lower, upper or lower)
    # "half a mile" is no share of anything.
    fraction = one.is_fraction and not unit.startswith(("%", "per"))
    return Reading(
        value=-lower.value if one.negative else lower.value,
        upper=upper and upper.value,
        step=step,
        assumed=assumed,
        fraction=fraction and not one.measured,
        currency=lower.currency or (upper or lower).currency,
        unit=unit,
        start=start,
        end=end,
        signed=lower.signed or one.negative,
        bracketed=one.negative,
    )


def _precision(lower: Amount, upper: Amount) -> tuple[Decimal | None, bool]:
    if lower.stepless or upper.stepless:
        return None, False
    # The zero of "0 to 2 million" shows no precision.
    return min(lower.step, upper.step) if lower.value and lower is not upper else upper.step


_SPELT = {"m": ("metre", "meter"), "t": ("ton",)}
_UNREAD = (
    "must be one number that can be read whole, or a range that rises in one unit; digits are parted as in 1,234,567.8"
)
_NO_NUMBER = "must begin with a number in digits or words, without qualifier"
_BOTH_ENDS = 'must name both its ends, as in "between 20 and 35"'
_NO_VALUE = {
    places.DATE: "must be a number, not a date, a time or a decade",
    places.ORDINAL: "must be a number, not an ordinal",
    places.VAGUE: "must be a number; vague counts have no value",
    places.NAME: "must be a number, not part of a name",
    places.MARK: "must be a number, not the mark of a note",
    places.IDIOM: "must be a number, not a manner of speaking",
}


def _foreign(text: str) -> str:
    """That a digit of another script stands among the others."""
    foreign = next((sign for sign in text if sign.isdecimal() and not sign.isascii()), "")
    return f"has {foreign!r} among its digits, which are 0 to 9" if foreign else ""


def _what_is_behind(rest: str) -> str:
    """Why what stands behind a number is no unit."""
    if _ENDING.match(rest):
        return _NO_VALUE[places.ORDINAL]
    return f"has {rest!r} behind its number, which is no unit"
