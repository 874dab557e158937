"""The numerals of a text by its tokens: what each form is worth where it stands, or that it is a piece of something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from re import Pattern

from validation.language.reading import brackets, dates, doubts, forms, names, pairs
from validation.language.reading.amounts import Amount
from validation.language.reading.lexicon import lexicon
from validation.language.reading.places import (
    DATE,
    DIGITS,
    GAP,
    IDIOM,
    IN_WORDS,
    MARK,
    MONEY,
    NAME,
    NUMBER,
    ORDINAL,
    PERCENT,
    VAGUE,
    Found,
    Place,
    kinds,
)
from validation.language.reading.tokens import Tokens
from validation.language.reading.words import KINDS

# What some forms are, whatever stands around them; the others are looked at for what is glued to them first.
_SURELY = {"address": NAME, "phone": NAME, "note": MARK}
_OTHERS = {"two_units": NUMBER, "code": NAME, "vague": VAGUE, "ordinal": ORDINAL, "unread": NUMBER}
# Of a whole that is counted in quarters there are as many.
_QUARTERS = 3
_HEADS = kinds("in per open code currency")
# Fewer rands are a letter with a figure.
_COINS = 10
_SCALES = kinds("hundred thousand large lakh dozen scales")


def found(tokens: Tokens, *, alone: bool = False) -> Iterator[Found]:
    """The numerals of a text, in its order; where they stand `alone`, four digits are no year and "one" counts."""
    search, done = forms.pattern().search, 0
    while match := search(tokens.row, done):
        place = Place(tokens, match, done, alone=alone)
        if one := _found(place):
            shown = tokens.shown(one.first, one.last).lower()
            yield Found(one.first, one.last, IDIOM) if shown in names.IDIOMS else one
        done = max(place.last, match.start() + 1)


def _found(place: Place) -> Found | None:
    """The numeral of a place; None where it is none, such as the "one" of "no one"."""
    if place.form in ("year", "years") and names.is_titled(place):
        return place.found(NAME)
    _reconsider(place)
    if names.is_note(place):
        return place.found(MARK)
    if place.form in _READ:
        return _READ[place.form](place)
    if place.form in _SURELY:
        return place.found(_SURELY[place.form])
    if place.form == "vague" and _is_heading(place):
        return None
    if piece := names.piece(place):
        return piece
    if place.form in _OTHERS:
        return place.found(_OTHERS[place.form])
    return place.found(DATE, period=dates.period(place.form, place.words()))


def _reconsider(place: Place) -> None:
    """Take the number that begins there where what stands around it speaks against its form."""
    counts = place.form == "year" and names.counts(place)
    if counts or (place.form == "two_units" and not names.is_one_quantity(place)):
        _as_number(place)
    elif place.form == "phone" and not names.is_phone(place):
        place.first += place.row[place.first] == KINDS["open"]
        _as_number(place)


def _house(place: Place) -> Found:
    place.last = place.first + 1 + (place.kind(place.first + 1) == KINDS["single"])
    return place.found(NAME)


def _as_number(place: Place) -> None:
    """Take the number that begins there instead of what its form takes."""
    match = forms.matching(forms.FORMS["number"]).match(place.row, place.first)
    place.form, place.last = ("number", match.end()) if match else ("code", place.first + 1)


def _number(place: Place) -> Found | None:
    if _is_ordinal(place):
        return None
    pair = pairs.pair(place)
    if label := names.label(place):
        return label
    if pair is None and not place.alone and _counts_nothing(place):
        return None
    if piece := names.piece(place):
        return piece
    if pair is None and _may_be_ordinal(place):
        return place.found(ORDINAL if place.kind(place.last + 2) == KINDS["word"] else NUMBER)
    if pair is None and _is_year(place):
        return place.found(DATE, period=place.shown())
    return pair or names.named(place) or _single(place)


def _may_be_ordinal(place: Place) -> bool:
    """Whether a stop may make an ordinal of it, as in "der 3. Platz", in languages that write these so."""
    if not place.tokens.lexicon.stop_is_ordinal or place.row[place.first : place.last] != KINDS["day"]:
        return False
    stopped = place.row[place.last : place.last + 2] == kinds("stop gap")
    return stopped and place.text(place.last + 2)[:1].isalpha()


def _is_year(place: Place) -> bool:
    """Whether it is the first of "between 2010 and 2020", which is no range."""
    bare = place.row[place.first : place.last] == KINDS["year"] and not place.alone
    return bare and place.row[place.first - 2 : place.first - 1] == KINDS["between"] and not names.counts(place)


def _counts_nothing(place: Place) -> bool:
    """Whether it is a "zero", or a "one" that is no number: one counts before a unit alone."""
    if place.last - place.first > 1 or place.row[place.first] not in kinds("zero one"):
        return False
    at = place.last + (place.kind(place.last) in GAP + KINDS["hyphen"])
    unit = at > place.last and place.kind(at) in kinds("measure units money pound second percentage basis")
    return place.row[place.first] == KINDS["zero"] or not unit


def _is_ordinal(place: Place) -> bool:
    """Whether an ordinal in words begins with it: "twenty-third", "two hundred and first"; it takes all of that."""
    if place.row[place.last - 1] not in IN_WORDS:
        return False
    behind = _ordinal_behind().match(place.row, place.last)
    if behind is None or (place.alone and place.row[behind.end() - 1] == KINDS["second"]):
        return False
    place.last = behind.end()
    return True


@cache
def _ordinal_behind() -> Pattern[str]:
    return forms.matching(("(hyphen|link and link) (nth_|scaleth) (?!link century)", "link (scaleth|ten hyphen nth_)"))


def _unit_and_half(place: Place) -> Found:
    """Such as "a year and a half", with the unit within it."""
    at = next(at for at in range(place.first, place.last) if place.row[at] == KINDS["measure"])
    count = place.amount((place.first, at - 1))
    value = (count.value if count else Decimal(1)) + Decimal("0.5")
    return place.found(NUMBER, Amount(value, stepless=True), unit=place.text(at), form=place.form)


def _single(place: Place) -> Found | None:
    if _is_heading(place):
        return None
    _shorten(place)
    lower = None if doubts.is_in_doubt(place) else place.amount((place.first, place.last))
    if lower is None or doubts.may_share_scale(place, lower):
        return place.found(NUMBER)
    if lower.fraction and place.text(place.behind) in ("later", "earlier", "ago"):
        return place.found(DATE)  # "a quarter later"
    if lower.currency == "R" and place.shown()[1:].isdigit() and abs(lower.value) < _COINS:
        return place.found(NAME)  # "R2 = 0.98"
    bracketed = brackets.negative(place)
    if bracketed is None and brackets.may_be_negative(place):
        return place.found(NUMBER)
    return _valued(place, bracketed or lower, negative=bracketed is not None)


def _shorten(place: Place) -> None:
    """Leave out what stands behind a number without being of it: counted quarters, the mark of a note."""
    place.last -= 2 * _counts_quarters(place)
    marked = place.row[place.last - 1] == KINDS["raised"] and place.shown()[:2] != "10"
    place.last -= marked and place.last - place.first == len("2⁶") and not place.text(place.last)[:1].isalnum()


def _valued(place: Place, amount: Amount, *, negative: bool) -> Found:
    """A number of one amount with its unit; a part of one is a share where it is of no unit."""
    amount = amount.settled(scale=True) if place.is_money(amount) else amount
    measured = amount.fraction and place.is_part_of_unit
    share = amount.fraction and not amount.own_unit and not measured
    unit = PERCENT if share else amount.currency or amount.own_unit or place.unit_behind
    second = place.first
    return place.found(NUMBER, amount, unit=unit, second=second, negative=negative, share=share, measured=measured)


def _counts_quarters(place: Place) -> bool:
    """Whether quarters of a year are counted: "two quarters", "the past three quarters"; of a whole there are three."""
    first, last = place.first, place.last
    if place.text(last - 1).lower() != "quarters" or not _several_parts().fullmatch(place.row, first, last):
        return False
    count = place.amount((first, last - 2))
    return count is not None and (count.value != _QUARTERS or place.follows(_recent()))


@cache
def _several_parts() -> Pattern[str]:
    return forms.matching("tiny link parts")


@cache
def _recent() -> Pattern[str]:
    return forms.matching(r"(last|past|first) _ \Z")


def _is_heading(place: Place) -> bool:
    """Whether it is a scale without a number, as over a table: "(in ₹ crore)", "in thousands", "per million"."""
    if place.row[place.first] not in _SCALES + MONEY:
        return False
    bare = all(kind in _SCALES + MONEY + GAP for kind in place.row[place.first : place.last])
    heads = place.row[place.first] in MONEY or place.kind(place.before(place.first)) in _HEADS
    return bare and heads


# What makes a number of the forms that are one, or of which a part is the numeral.
_READ: Mapping[str, Callable[[Place], Found | None]] = {
    "number": _number,
    "between": _number,
    "house": _house,
    "unit_and_half": _unit_and_half,
}
# What a word beside a number may have to do with it.
_OF_NUMBER = (
    *(DIGITS, IN_WORDS, MONEY, kinds("vulgar raised scales hundred article and out of negative times caret ending")),
    kinds("percent percentage per cent hundredth coin circa points pp basis abbreviation letter single"),
    kinds("several few many tens_of between from half quarter part scaleth parts"),
    kinds("month time decade century quarter_of quarterly fiscal clock era"),
)
_MAY_BE_OF_NUMBER = frozenset("".join(_OF_NUMBER))


@lru_cache(1 << 15)
def may_be_of_number(word: str, language: str) -> bool:
    """Whether something in a word may be part of the number beside it."""
    return not _MAY_BE_OF_NUMBER.isdisjoint(Tokens(word, lexicon(language)).row)
