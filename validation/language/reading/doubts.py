"""Where what stands around a number leaves open what it is worth: it is found, and has no value."""

from __future__ import annotations

from functools import cache
from math import prod
from re import Match, Pattern

from validation.language.reading import forms
from validation.language.reading.amounts import Amount
from validation.language.reading.places import Place, kinds
from validation.language.reading.tokens import Tokens, worth
from validation.language.reading.words import KINDS, SCALES

# Such a number needs no scale of another.
_OWN = 1000
# A scale in the head of a row is at most so many tokens long.
_REACH = 5
_SCALES = kinds("hundred thousand large lakh dozen scales abbreviation single")


def is_in_doubt(place: Place) -> bool:
    """Whether what stands around it may change its sign, its scale or where it begins and ends."""
    return (
        _may_be_negative(place)
        or _may_be_two(place)
        or _breaks_off(place)
        or bool(_scaled_head().search(place.row, max(0, place.first - _REACH), place.first))
        or bool(_below_zero().match(place.row, place.last))
        or _is_of_unit(place)
    )


@cache
def _scaled_head() -> Pattern[str]:
    """The scale of a table before a number, which may hold for it: "Revenue $m 1,234"."""
    return forms.matching(r"currency (letter|single|abbreviation|quote padded) _ \Z")


@cache
def _below_zero() -> Pattern[str]:
    return forms.matching("_ measure _ under _ zero")


def may_share_scale(place: Place, lower: Amount) -> bool:
    """Whether the scale of a number beside it may be its own too: "two and three million", "3.2 to 3.5 million"."""
    if place.alone or lower.factors or lower.own_unit or lower.fraction or abs(lower.value) >= _OWN:
        return False
    return _beside(place.tokens, place.last) is not None


def shared_scale(tokens: Tokens, last: int) -> tuple[int, str]:
    """The scale that a number which ends there may share with the next, and its words; 1 without one."""
    beside = _beside(tokens, last)
    scales = [at for at in range(last, beside.end()) if tokens.row[at] in _SCALES] if beside else []
    if not beside or not scales:
        return 1, ""
    factor = prod(int(worth(tokens.pieces[at], tokens.lexicon.language)) for at in scales)
    return factor, tokens.shown(scales[0], beside.end())


def _beside(tokens: Tokens, last: int) -> Match[str] | None:
    rows = forms.SHARING if tokens.lexicon.reads_words else forms.SHARING_UNREAD
    return forms.matching(rows).match(tokens.row, last)


def _may_be_negative(place: Place) -> bool:
    """Whether a dash before it may be a minus or a pause, which only words that are not read would tell."""
    if place.tokens.lexicon.reads_words:
        return False
    dash = place.before(place.first)
    pauses = place.text(dash) == "\N{EN DASH}" or place.row[dash - 1 : dash + 1] == kinds("hyphen hyphen")
    return pauses and dash >= place.floor and place.first - dash > 1


def _may_be_two(place: Place) -> bool:
    """Whether plain spaces in it may part two numbers: "On day 15 300 people", "assets 345 367", "12 345 Germans"."""
    shown = place.text(place.first)
    if " " not in shown or place.alone:
        return False
    first, *groups = shown.split(" ")
    if any(group.startswith("0") for group in groups):
        return False
    column = len(first) == len(groups[0]) and place.kind(place.behind) not in kinds("word percent currency")
    named = place.tokens.lexicon.reads_words and place.kind(place.behind) == KINDS["capital"]
    return column or named or place.kind(place.before(place.first)) in kinds("measure titled note ordinate")


def _is_of_unit(place: Place) -> bool:
    """Whether what is raised behind a figure goes on in a word: "2⁶m"."""
    raised = place.row[place.last - 1] == KINDS["raised"] and place.last - place.first > 1
    return raised and place.text(place.last)[:1].isalnum()


def _breaks_off(place: Place) -> bool:
    """Whether the end of a line parts the scale behind it: "five hun-dred"."""
    if place.row[place.last + 2 : place.last + 4] != kinds("hyphen line"):
        return False
    return place.text(place.last + 1).lower() + place.text(place.last + 4).lower() in SCALES
