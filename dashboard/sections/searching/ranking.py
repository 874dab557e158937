"""What a search finds, the best first."""

from __future__ import annotations

from decimal import Decimal

from dashboard.sections.searching import words
from dashboard.sections.searching.index import Hit, Index
from validation.language import printed
from validation.model.observations import PERCENT, stated_value

SAME_VALUE = 40
"""A number whose value is the one asked for goes before all that only have its digits."""

WHOLE_TITLE = 20


def find(q: str, among: Index) -> dict[str, list[Hit]]:
    """What holds every word asked for, by group: the best group first, and in each the best hit."""
    groups: dict[str, list[Hit]] = {}
    scores = _scores(q, among)
    for place in sorted(scores, key=lambda place: (-scores[place], place)):
        hit = among.hits[place]
        groups.setdefault(hit.group, []).append(hit)
    return groups


def _scores(q: str, among: Index) -> dict[int, int]:
    """How well each thing answers that has all the words, or the number that is asked for."""
    asked = words.asked(q)
    if not asked:
        return {}
    each = [among.standing(word) for word in asked]
    same = set(among.values.get(asked_value(q), ()))
    found = set.intersection(*map(set, each)) | same
    return {
        place: sum(one.get(place, 0) for one in each)
        + SAME_VALUE * (place in same)
        + WHOLE_TITLE * (among.titles[place] == asked)
        for place in found
    }


def asked_value(q: str) -> Decimal | None:
    """The number that is asked for ("73.15 billion", "one third"), where it is one and nothing else.

    A fraction is asked for as a share, in percent.
    """
    try:
        reading = printed.read(q)
    except printed.Unreadable:
        return None
    return stated_value(reading, PERCENT) if reading.unit in {"", "%"} else None
