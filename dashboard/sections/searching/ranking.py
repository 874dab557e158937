"""Which entries a search finds, the best first."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.sections.searching import words
from dashboard.sections.searching.entries import Entry, Found
from dashboard.sections.searching.words import Term
from validation.language import printed

WEIGHTS = (8, 3, 2, 1)
"""Of a word in the title, in what is said about an entry, in its quote, in the rest."""

SAME_VALUE = 40
"""An entry whose value is the number asked for goes before all that only have its digits."""

WHOLE_TITLE = 20


def find(q: str, among: Iterable[Found]) -> dict[str, list[Entry]]:
    """The entries that hold every word asked for, by group: the best group first, and in each the best entry."""
    asked, value = words.asked(q), asked_value(q)
    scored = [(score(found, asked, value), found.entry) for found in among]
    groups: dict[str, list[Entry]] = {}
    for _, entry in sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0]):
        groups.setdefault(entry.group, []).append(entry)
    return groups


def score(found: Found, asked: list[str], value: float | None) -> int:
    """How well an entry answers; 0 where it does not."""
    same = value is not None and value in found.entry.values
    each = [_best(word, found.texts) for word in asked]
    if not each or (not all(each) and not same):
        return 0
    whole = [term.word for term in found.texts[0]] == asked
    return sum(each) + SAME_VALUE * same + WHOLE_TITLE * whole


def asked_value(q: str) -> float | None:
    """The number that is asked for ("73.15 billion", "one million"), where it is one and nothing else."""
    try:
        reading = printed.read(q)
    except printed.Unreadable:
        return None
    return float(reading.value) if reading.unit in {"", "%"} else None


def _best(word: str, texts: tuple[list[Term], ...]) -> int:
    """The weight of the weightiest place where a word stands."""
    fits = (max((words.closeness(word, term.word) for term in text), default=0) for text in texts)
    return max(weight * fit for weight, fit in zip(WEIGHTS, fits, strict=True))
