"""What a search finds, the best first."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dashboard.sections.searching import words
from dashboard.sections.searching.index import Hit, Indexed
from dashboard.sections.searching.words import Term
from validation.language import printed
from validation.model.observations import PERCENT, stated_value

WEIGHTS = (8, 3, 2, 1)
"""Of a word in the title, in what is said about a hit, in its quote, in the rest."""

SAME_VALUE = 40
"""A number whose value is the one asked for goes before all that only have its digits."""

WHOLE_TITLE = 20


def find(q: str, among: Iterable[Indexed]) -> dict[str, list[Hit]]:
    """What holds every word asked for, by group: the best group first, and in each the best hit."""
    asked, value = words.asked(q), asked_value(q)
    scored = [(score(one, asked, value), one.hit) for one in among]
    groups: dict[str, list[Hit]] = {}
    for _, hit in sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0]):
        groups.setdefault(hit.group, []).append(hit)
    return groups


def score(one: Indexed, asked: list[str], value: Decimal | None) -> int:
    """How well a thing answers; 0 where it does not."""
    same = value is not None and value in one.hit.values
    each = [_best(word, one.texts) for word in asked]
    if not each or (not all(each) and not same):
        return 0
    whole = [term.word for term in one.texts[0]] == asked
    return sum(each) + SAME_VALUE * same + WHOLE_TITLE * whole


def asked_value(q: str) -> Decimal | None:
    """The number that is asked for ("73.15 billion", "one third"), where it is one and nothing else.

    A fraction is asked for as a share, in percent.
    """
    try:
        reading = printed.read(q)
    except printed.Unreadable:
        return None
    return stated_value(reading, PERCENT) if reading.unit in {"", "%"} else None


def _best(word: str, texts: tuple[list[Term], ...]) -> int:
    """The weight of the weightiest place where a word stands."""
    fits = (max((words.closeness(word, term.word) for term in text), default=0) for text in texts)
    return max(weight * fit for weight, fit in zip(WEIGHTS, fits, strict=True))
