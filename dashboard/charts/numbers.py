"""Numbers in words, until the model has them."""

from __future__ import annotations

import re

from validation.language.written import SAME, amount, apart, glued, number, significant  # noqa: F401

_WORD = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen"
    r"|half|thirds?|quarters?|fifths?|tenths?"
)
_SPANS = {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
_LINKS = {"a", "an", "and", "or", "to", "of"}


def split(words: str) -> tuple[str, str, str]:
    """What qualifies a number, the number with its sign, and its unit words: ("over", "20,000", "square miles")."""
    parts = [part for word in words.split() for part in _unhyphened(word)]
    first = next((i for i, word in enumerate(parts) if _counts(word)), len(parts))
    if 0 < first < len(parts) and parts[first - 1].lower() in {"a", "an"}:
        first -= 1
    last = first
    while last < len(parts) and (_counts(parts[last]) or _joins(parts, last)):
        last += 1
    return " ".join(parts[:first]), " ".join(parts[first:last]), " ".join(parts[last:])


def _unhyphened(word: str) -> list[str]:
    """A number and its unit, where a hyphen joins the two: "seven-month", "30-year"; not "twenty-foot units"."""
    number, _, unit = word.rpartition("-")
    return [number, unit] if number and unit.isalpha() and _counts(number) and unit in _SPANS else [word]


def _counts(word: str) -> bool:
    bare = word.lower().strip(".,;")
    return any(c.isdigit() for c in bare) or all(_WORD.fullmatch(part) for part in bare.split("-"))


def _joins(parts: list[str], i: int) -> bool:
    """Whether a small word stands inside a number, as in "a hundred and fifty" or "three or four"."""
    return parts[i].lower() in _LINKS and i + 1 < len(parts) and _counts(parts[i + 1])
