"""Two numbers that are one: a range ("5 to 7 percent"), a share ("one in five"), a rate ("12.3 per 100,000")."""

from __future__ import annotations

from functools import cache
from math import prod
from re import Pattern
from typing import NamedTuple

from validation.language.reading import forms, names
from validation.language.reading.amounts import ROUNDED, Amount
from validation.language.reading.places import GAP, IN_WORDS, NUMBER, PERCENT, Found, Place, kinds
from validation.language.reading.words import KINDS

# Out of so many people count.
_ROUND = {5, 10, 20, 50, 100, 1000}
# A rate is one of so many at least: of fewer it would be a price.
_LEAST_RATE = 100
_THOUSAND = 1000
# What ends in a score, and what would make a range of it.
_CONTESTS = {
    *("won", "took", "wins", "win", "lost", "lose", "beat", "beaten", "voted", "vote", "drew", "led"),
    *("leads", "defeated"),
}
_COUNTABLE = kinds("word percent currency measure units money people pound abbreviation letter")
_CHANGE = "rise|fall|drop|down|up"
# A level is so many times what it changed by.
_FAR = 5
# Thousands are shared by round numbers alone: "40-50,000", "10-12,500".
_ROUNDED = 500


class _Joint(NamedTuple):
    """What joins two numbers: what it makes of them, where the first begins and ends, where the second begins."""

    kind: str
    start: int
    middle: int
    second: int


def pair(place: Place) -> Found | None:
    """The range, share or rate that begins there; the place then takes both numbers.

    Two that are glued and are none of these, such as a score, have no value.
    """
    alone, between = (place.first, place.last), place.form == "between"
    joint = _joint(place)
    match = forms.matching(forms.FORMS["number"]).match(place.row, joint.second) if joint else None
    if joint and match:
        lower, upper = place.amount((joint.start, joint.middle)), place.amount(match.span())
        place.last = match.end()
        found = _of_two(place, joint, lower, upper) if lower and upper else None
        if found or (not between and _is_glued(place, joint)):
            return found or place.found(NUMBER)
    place.first, place.last = (joint.start, joint.middle) if joint and between else alone
    place.form = "number"
    return None


def _joint(place: Place) -> _Joint | None:
    if place.form == "between":
        return _Joint("range", place.first + 2, place.last - 3, place.last)
    match = forms.joints().match(place.row, place.last)
    return _Joint(match.lastgroup or "", place.first, place.last, match.end()) if match else None


def _is_glued(place: Place, joint: _Joint) -> bool:
    return not any(kind in GAP for kind in place.row[joint.middle : joint.second])


def _of_two(place: Place, joint: _Joint, lower: Amount, upper: Amount) -> Found | None:
    if joint.kind == "share":
        return _share(place, joint, lower, upper)
    if joint.kind == "rate":
        return _rate(place, joint, lower, upper)
    return _range(place, joint, lower, upper)


def _rate(place: Place, joint: _Joint, lower: Amount, upper: Amount) -> Found | None:
    if upper.value < _LEAST_RATE or upper.own_unit or upper.fraction or upper.currency:
        return None
    unit = f"per {place.tokens.shown(joint.second, place.last)}"
    return place.found(NUMBER, lower, unit=unit, form="rate", second=joint.start)


def _share(place: Place, joint: _Joint, lower: Amount, upper: Amount) -> Found | None:
    """A part out of a whole; "two in 2019" and "3 in 40 tons" are none."""
    plain = all(one.place is None and not (one.own_unit or one.currency or one.fraction) for one in (lower, upper))
    behind = place.last + (place.kind(place.last) in GAP + KINDS["hyphen"])
    if not plain or not 0 < lower.value < upper.value or place.kind(behind) in kinds("measure units"):
        return None
    between = place.row[joint.middle : joint.second]
    told = KINDS["out"] in between or KINDS["every"] in between
    told = told or lower.value == 1 or place.row[place.last - 1] in IN_WORDS
    if not told and (upper.value not in _ROUND or place.row[place.last - 1] == KINDS["year"]):
        return None
    share = Amount(ROUNDED.divide(lower.value, upper.value), stepless=True, fraction=True)
    return place.found(NUMBER, share, unit=PERCENT, share=True, form="share")


def _range(place: Place, joint: _Joint, lower: Amount, upper: Amount) -> Found | None:
    """From one number to another in one unit, rising; a change from a level to another is two numbers."""
    if place.form != "between" and not _is_glued(place, joint) and place.follows(_moving()):
        return None
    if (
        place.form != "between"
        and not _is_glued(place, joint)
        and place.follows(_changing())
        and _is_level(lower, upper)
    ):
        return None
    if place.text(joint.start) == place.text(joint.second) == "+":
        return None  # "from +223,000 to +255,000"
    if not _is_one_unit(lower, upper) or (lower.fraction and not (upper.stepless or place.alone)):
        return None
    if place.is_money(lower, upper):
        lower, upper = lower.settled(scale=True), upper.settled(scale=True)
    lower = sharing(lower, upper, place.text(place.last - 1))
    if lower.value >= upper.value or _is_score(place, joint) or not _counts_alike(place, joint):
        return None
    years = place.row[joint.start : joint.middle] == place.row[joint.second : place.last] == KINDS["year"]
    if years and not names.counts(place):
        return None
    unit = upper.own_unit or lower.own_unit or lower.currency or upper.currency
    fractions = lower.fraction and upper.fraction
    measured = fractions and place.is_part_of_unit
    share = fractions and not unit and not measured
    unit = PERCENT if share else unit or place.unit_behind
    second = joint.second
    return place.found(NUMBER, lower, upper, unit=unit, form="range", second=second, share=share, measured=measured)


@cache
def _moving() -> Pattern[str]:
    """A change that goes from a level to another: "rose this year from 5%"."""
    between = "(_ (word|adverb|off|in|of|by|year|month|the|measure|determiner|last)){0,4}"
    return forms.matching(rf"({_CHANGE}) {between} _ from _ \Z")


@cache
def _changing() -> Pattern[str]:
    """A change by a number, perhaps to another: "fell by 12,000 to 1.45 million"."""
    return forms.matching(rf"({_CHANGE}) (_ by)? _ \Z|({_CHANGE}) _ determiner _ word _ by _ \Z")


def _is_level(lower: Amount, upper: Amount) -> bool:
    """Whether the second of two numbers behind a change can be the level it came to: each has a unit, or far apart."""
    apart = not upper.factors or lower.value >= upper.value / prod(upper.factors)
    return bool(lower.own_unit or lower.currency) or (apart and upper.value >= _FAR * lower.value)


def _is_one_unit(lower: Amount, upper: Amount) -> bool:
    if lower.currency and upper.currency and lower.currency != upper.currency:
        return False
    if lower.unit and upper.unit:
        return lower.unit == upper.unit
    return not (lower.unit or (upper.unit and lower.currency))


def sharing(lower: Amount, upper: Amount, shown: str = "") -> Amount:
    """The lower end with the scale or the thousands that stand behind the upper one alone: "$1–2bn", "40-50,000"."""
    for first in range(len(upper.factors)):
        scaled = lower.times(prod(upper.factors[first:]))
        if scaled.value < upper.value:
            return scaled
    parted = "," in shown and not lower.factors and lower.place is None and lower.value < _THOUSAND
    if parted and not upper.value % _ROUNDED and lower.value < upper.value / _THOUSAND <= lower.value * 10:
        return lower.times(_THOUSAND)
    return lower


def _is_score(place: Place, joint: _Joint) -> bool:
    """Whether two names play for it, or one wins or loses by it: "Irish 19-33 Wasps", "lost 10-24"."""
    bare = joint.middle - joint.start == 1 == place.last - joint.second
    sides = (place.kind(place.before(place.first)), place.kind(place.behind))
    if not bare or not _is_glued(place, joint):
        return False
    counts = place.kind(place.behind) in _COUNTABLE and place.text(place.behind) != "against"
    contest = place.text(place.before(place.first)).lower() in _CONTESTS and not counts
    second = bool(_scored().search(place.row, max(0, place.first - len("6-4, ")), place.first))
    return contest or second or all(side in kinds("capital caps") for side in sides)


@cache
def _scored() -> Pattern[str]:
    """Such as "6-4, " before "3-6"."""
    return forms.matching(r"figure hyphen figure comma _ \Z")


def _counts_alike(place: Place, joint: _Joint) -> bool:
    """Whether a unit between the two is that of the second: "1 year to 17 years"."""
    units = [place.text(at) for at in range(joint.middle, joint.second) if place.row[at] == KINDS["measure"]]
    return not units or units[0].rstrip("s") == place.text(place.behind).rstrip("s")
