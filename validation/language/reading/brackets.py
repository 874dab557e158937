"""Numbers in brackets that stand for a minus, as accounts print them: "(12.3) million", "$ (1,762)"."""

from __future__ import annotations

from validation.language.reading import forms
from validation.language.reading.amounts import Amount
from validation.language.reading.places import FIGURE, GAP, MONEY, Place, kinds
from validation.language.reading.words import KINDS

_SCALES = kinds("letter single abbreviation large thousand lakh")


def negative(place: Place) -> Amount | None:
    """The number with the scale behind its brackets, where these stand for a minus; the place then holds them."""
    if not _is_in_brackets(place):
        return None
    front, shut = place.before(place.first), place.behind
    before = place.before(front)
    coin = place.kind(before) in MONEY and before >= place.floor
    scale = forms.matching("scales_ tail|tail").match(place.row, shut + 1)
    end = scale.end() if scale else shut + 1
    if not (coin or end > shut + 1 or place.kind(before) in kinds("balance loss") or _is_in_column(place, front, shut)):
        return None
    inner = (place.first, place.last)
    place.first, place.last = (before if coin else front), end
    return place.amount(*([(before, before + 1)] if coin else []), inner, (shut + 1, end))


def _is_in_brackets(place: Place) -> bool:
    if KINDS["shut"] not in place.row[place.last : place.last + 2]:
        return False
    front = place.before(place.first)
    return front >= place.floor and place.kind(front) == KINDS["open"] and place.kind(place.behind) == KINDS["shut"]


def _is_in_column(place: Place, front: int, shut: int) -> bool:
    """Whether brackets stand alone, or in a row of figures that nothing but gaps parts."""
    if KINDS["wide"] in (place.kind(front - 1), place.kind(shut + 1)) or (place.alone and front == 0):
        return place.row[place.first] != KINDS["plus"]
    if place.kind(front - 1) in FIGURE + KINDS["shut"]:
        return False  # "section 18(1)(b)"
    before, behind = _beside(place)
    if place.text(before) == place.text(behind) == "|":
        return True
    left, right = place.kind(before) in FIGURE + KINDS["shut"], place.kind(behind) in FIGURE + KINDS["open"] + MONEY
    bracket = place.kind(before) == KINDS["shut"] or place.kind(behind) == KINDS["open"]
    return (left and right) or (bracket and (left or right) and place.row[place.first] != KINDS["day"])


def may_be_negative(place: Place) -> bool:
    """Whether brackets beside a figure may stand for a minus, or hold another year's: "12.3 (4.5)"."""
    return (
        _is_in_brackets(place) and place.kind(_beside(place)[0]) in FIGURE + _SCALES and place.last - place.first == 1
    )


def _beside(place: Place) -> tuple[int, int]:
    """The tokens before and behind brackets, gaps not counted; where they are glued, those are the brackets."""
    front, shut = place.before(place.first), place.behind
    return place.before(front), shut + 1 + (place.kind(shut + 1) in GAP)
