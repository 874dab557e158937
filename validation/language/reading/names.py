"""What looks like a number and is none, or not all of one: pieces, names, idioms, marks of notes and lists, years."""

from __future__ import annotations

import re
from functools import cache

from validation.language.reading import forms
from validation.language.reading.places import (
    COUNTED,
    DIGITS,
    FIGURE,
    GAP,
    IDIOM,
    MARK,
    MONEY,
    NAME,
    NUMBER,
    Found,
    Place,
    kinds,
)
from validation.language.reading.words import KINDS

IDIOMS = {
    *("24/7", "50/50", "50-50", "fifty-fifty", "9/11", "7/7", "20/20", "20-20", "nine-to-five", "9-to-5"),
    *("catch-22", "401k", "7-eleven", "cloud nine", "cloud 9", "square one"),
}
# Letters that stand before numbers in sentences, and name nothing with them.
_PLACES = {
    *("US", "USA", "UK", "EU", "UN", "UAE", "USSR", "GDP", "CPI", "NATO"),
    *("AND", "OR", "OF", "IN", "TO", "THE", "BY", "AT", "FOR"),
}
# What stands glued to a number and changes it, beside letters and digits, and what joins more of such.
_GLUE = kinds("raised caret hash underscore")
_JOINTS = kinds("hyphen dash slash colon comma stop times quote percent")
_BEYOND = DIGITS + kinds("raised vulgar")
# Scripts that leave no spaces between words begin here.
_UNSPACED = "\u2e80"
# Words that say something of a number when a hyphen joins them: "mid-1990", "near-40".
_QUALIFYING = kinds("over under nearly near about when until top plus negative ten teen digit one up half in")
# A telephone number has so many digits.
_LEAST_DIGITS = 7
# Behind the sign of percent they make points of it: "5%p".
_POINTS = {"p", "pp", "pt", "pts"}
_PLURAL = re.compile(r"(?<![su'’])s$")
_PARAGRAPH = re.compile(r"\d\d?\.\d\d?")


def counts(place: Place) -> bool:
    """Whether four digits that could be a year count something."""
    if place.alone or place.kind(place.first - 1) in MONEY:
        return True
    glued = place.kind(place.last + (place.kind(place.last) == KINDS["hyphen"]))
    if glued in kinds("measure units letter single abbreviation"):
        return True
    if _counting().match(place.row, place.last):
        return not place.follows(_dating())
    plural = place.kind(place.behind) == KINDS["word"] and _PLURAL.search(place.text(place.behind))
    return bool(plural) and place.follows(_bounding())


@cache
def _counting() -> re.Pattern[str]:
    return forms.matching(
        (
            "~ (percent|pp|percentage|currency|units|measure|pound|money|people|hundredth|abbreviation)",
            "~ scaled|letter|single|_ basis",
        )
    )


@cache
def _dating() -> re.Pattern[str]:
    return forms.matching("(in|of|by|from|to|between|and|when|until|the|determiner) _ \\Z")


@cache
def _bounding() -> re.Pattern[str]:
    return forms.matching("(over|nearly|under|than|least|most|as|another _ of) _ \\Z")


# Units of which two make one quantity: "5 ft 2 in", "2 hours 15 minutes".
_TIMES = "year yr month week day hour hr h minute min m second sec s"
_LENGTHS = "mile yard yd foot feet ft inch inche in km m cm mm metre meter \u2032 \u2033"
_WEIGHTS = "stone st pound lb ounce oz ton tonne kg g"
_FAMILIES = tuple(frozenset(units.split()) for units in (_TIMES, _LENGTHS, _WEIGHTS))


def is_one_quantity(place: Place) -> bool:
    """Whether the units of two numbers side by side are of one family; "ten years, twelve tons" are two quantities."""
    units = [_singular(place.text(at).lower()) for at in range(place.first, place.last)]
    families = [{number for number, family in enumerate(_FAMILIES) if unit in family} for unit in units]
    known = [family for family in families if family]
    return len(known) < 2 or bool(set.intersection(*known))


def _singular(unit: str) -> str:
    return unit if len(unit) == 1 else unit.rstrip("s")


def piece(place: Place) -> Found | None:
    """All that is glued to a number, where that could change it; it has no value. Letters make it a name."""
    first, last = place.first, place.last
    if place.kind(first - 1) in GAP and place.kind(last) in GAP:
        return None
    while first > place.floor and _is_glued(place, first - 1, first - 2):
        first -= 1
    while last < len(place.row) and not _is_closed(place, last) and _is_glued(place, last, last + 1):
        last += 1
    if (first, last) == (place.first, place.last):
        return None
    bare = place.row[place.last - 1] != KINDS["percent"]
    if bare and first == place.first and _unit_glued().fullmatch(place.row, place.last, last):
        return None
    if last == place.last and first == place.first - 1 and place.text(first) == "c":
        return None  # "c1860"
    place.first, place.last = first, last
    letters = any(place.text(at)[0].isalpha() for at in range(first, last))
    return place.found(NAME if letters else NUMBER)


@cache
def _unit_glued() -> re.Pattern[str]:
    return forms.matching("(units|measure|letter) (raised|caret stroke? digits caret?)?|raised|coin|circa|odd|times")


def _is_closed(place: Place, at: int) -> bool:
    """Whether the sign of percent ends it there, and letters behind are a word's: "33%of"."""
    sign = place.row[at - 1] == KINDS["percent"] and not place.text(at - 1).isalpha()
    return sign and at == place.last and place.text(at)[0].isalpha() and place.text(at).lower() not in _POINTS


def _is_glued(place: Place, at: int, beyond: int) -> bool:
    """Whether a token beside a number is glued to it, by itself or with the one beyond."""
    before, kind = beyond < at, place.row[at]
    facing = place.text(at)[-1 if before else 0]
    if (facing.isalnum() and facing < _UNSPACED) or kind in _GLUE + DIGITS or (before and kind == KINDS["percent"]):
        return True
    if not before and kind == KINDS["hyphen"] and place.kind(beyond) in kinds("initial single"):
        return True  # "10-K"
    way = beyond - at
    if before and kind in kinds("hyphen slash stop"):
        while place.kind(beyond) == kind:
            beyond += way
        if _names(place, beyond, joined=kind != KINDS["stop"]):
            return True
    while place.kind(at) in _JOINTS + _GLUE and place.kind(at) not in _BEYOND:
        at += way
    return kind in _JOINTS and place.kind(at) in _BEYOND


def _names(place: Place, at: int, *, joined: bool) -> bool:
    """Whether a word that a hyphen or a stop parts from figures is a name with them: "T-34", "Covid-19", "III.8"."""
    text, kind = place.text(at), place.kind(at)
    if not text.isalpha() or kind in _QUALIFYING:
        return False
    bare = kind == KINDS["word"] and place.last - place.first == 1
    return text.isupper() or not joined or text[0].isupper() or bare


def is_note(place: Place) -> bool:
    """Whether square brackets make it the mark of a note: "[12]", "[^1]"."""
    if not place.text(place.first).isdigit():
        return False
    opening = place.first - 1 - (place.kind(place.first - 1) == KINDS["caret"])
    return place.kind(opening) == KINDS["open_square"] and place.kind(place.last) in kinds("shut_square comma other")


def is_phone(place: Place) -> bool:
    """Whether figures are enough for a telephone number, and whole: those of a table are not."""
    shown = place.shown()
    return "." not in shown and "," not in shown and sum(map(str.isdigit, shown)) >= _LEAST_DIGITS


def is_titled(place: Place) -> bool:
    """Whether a word before it says that it is a name: "Article 5", "No. 5", "Boeing 747"."""
    return place.follows(_titled())


@cache
def _titled() -> re.Pattern[str]:
    return forms.matching(
        (
            "(titled|phone|no stop) stop? colon? ~ \\Z",
            "(the|article|capital|determiner) _ ordinate stop? ~ \\Z",
            "hash \\Z",
        )
    )


def label(place: Place) -> Found | None:
    """A figure with a letter, or two joined, that a word before it makes a name or a mark: "Phase 3b", "pp. 12-15"."""
    if place.last - place.first == 1:
        return None
    glued = forms.matching("figure (single|letter|(hyphen|dash) figure)").fullmatch(place.row, place.first, place.last)
    if not glued or place.kind(place.behind) in COUNTED:
        return None
    if place.follows(_noted()):
        return place.found(MARK)
    return place.found(NAME) if is_titled(place) else None


def named(place: Place) -> Found | None:
    """A number that is part of a name, or the mark of a note, a table or a list."""
    if place.last - place.first > 1:
        return None
    if place.tokens.shown(place.before(place.first), place.last).lower() in IDIOMS:
        return place.found(IDIOM)
    if place.row[place.first] not in FIGURE:
        return None
    if place.follows(_noted()) or _is_entry(place):
        return place.found(MARK)
    plain = place.text(place.first).replace(".", "").isdigit()
    return place.found(NAME) if plain and (is_titled(place) or _has_letters(place)) else None


@cache
def _noted() -> re.Pattern[str]:
    return forms.matching("(note|(coin|pp) stop) stop? ~ open? \\Z")


def _has_letters(place: Place) -> bool:
    """Whether it stands behind letters that name something with it: "IFRS 16", "ISO 9001"."""
    at = place.first - 2
    if place.kind(place.first - 1) != KINDS["gap"] or at < place.floor:
        return False
    joined = place.row[max(place.floor, at - 1) : at + 1] == kinds("and initial")  # "S&P 500"
    if place.kind(at) != KINDS["caps"] and not joined:
        return False
    whole = place.text(place.first).isdigit()
    return whole and place.text(at) not in _PLACES and place.kind(place.behind) not in COUNTED


def _is_entry(place: Place) -> bool:
    """Whether it numbers an entry of a list or a paragraph: "2. Costs", "(2) The tenant", "3.15 Apart from"."""
    before, behind = place.kind(place.first - 1), place.kind(place.last)
    ended = place.kind(place.first - 2) in kinds("stop colon semicolon")
    begins = before == KINDS["break"] or (before == KINDS["line"] and ended)
    numbers = before == KINDS["break"] and not place.alone and not place.is_money()
    if numbers and _PARAGRAPH.fullmatch(place.text(place.first)):
        return behind in GAP and place.text(place.last + 1)[:1].isupper()
    if place.row[place.first] != KINDS["day"]:
        return False
    beyond = place.last + (behind == KINDS["stop"])
    beyond += place.kind(beyond) in GAP
    if place.text(place.before(place.first)) == place.text(beyond) == "|":
        return place.kind(place.before(place.first) - 1) in kinds("line break")  # of a table
    if before == KINDS["open"] and place.kind(place.first - 2) in kinds("break line") and behind == KINDS["shut"]:
        return place.text(place.last + 2)[:1].isupper()
    marked = behind in kinds("stop shut") and place.kind(place.last + 1) in kinds("gap wide")
    return begins and marked and place.text(place.last + 2)[:1].isupper()
