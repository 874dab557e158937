"""Words as a search compares them: without case, accents, plurals and British endings, numbers by their digits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from unicodedata import normalize

SIGNS = "%‰$€£¥₽₹₩₺₴¢"
"""Of units; each is a word."""

# A number, a word such as "km2" or "km²", a sign.
_WORD = re.compile(rf"\d+(?:[.,]\d+)*|[^\W\d_]+\d*|[{SIGNS}]")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_SEPARATOR = re.compile(r",(?=\d{3}(?!\d))")
_SIBILANT = ("ses", "xes", "zes", "ches", "shes")
_BRITISH = re.compile(r"(?<=...)our$|(?<=..)tre$")
_AMERICAN = {"our": "or", "tre": "ter"}

LEAST_PREFIX = 2
"""A word is found by its first letters from so many on."""

SAME, BEGINNING, ALIKE = 4, 2, 1
"""How well a word fits that is the one asked for, that begins with it, that means nearly the same."""

_ALIKE = (
    "fear worry concern threat danger risk",
    "survey poll",
    "asked questioned surveyed polled interviewed respondent",
    "car automobile vehicle",
    "ship vessel boat",
    "plane aircraft",
    "people person resident inhabitant population",
    "soldier troop",
    "worker employee labor workforce",
    "growth increase rise",
    "fall decline drop decrease",
    "area land territory",
    "trade commerce",
    "border frontier",
    "coast coastline shore",
    "share percentage proportion",
    "treaty agreement",
    "war conflict",
    "price cost",
)
"""English words that are said for one another where numbers are told of, in the singular."""


_SMALL = (
    "a an and are as at be been by did do does for from had has have how i in is it its many me much of on or "
    "show tell than that the their there they this to was were what when where which who whose why with"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a number of a text, where it stands, and how it is compared."""

    start: int
    end: int
    word: str


def read(text: str) -> list[Term]:
    """Every word and number of a text, in its order."""
    return [Term(match.start(), match.end(), _compared(match[0])) for match in _WORD.finditer(_bare(text))]


def compared(text: str) -> list[str]:
    """Every word and number of a text as it is compared."""
    return [_compared(word) for word in _WORD.findall(_bare(text))]


def beginning(word: str, spelled: Sequence[str]) -> Iterator[str]:
    """The words that begin with one, among words in the order of their letters."""
    for other in islice(spelled, bisect_left(spelled, word), None):
        if not other.startswith(word):
            return
        yield other


def alike(word: str) -> Sequence[str]:
    """The words that mean nearly the same."""
    return _GROUPS.get(word, ())


def closeness(word: str, other: str) -> int:
    """How well a word that is asked for fits one of a text: `SAME`, `BEGINNING`, `ALIKE`, or 0 where it doesn't."""
    if word == other:
        return SAME
    if word[0].isdigit():
        return BEGINNING if other.startswith(f"{word}.") else 0
    if len(word) >= LEAST_PREFIX and other.startswith(word):
        return BEGINNING
    return ALIKE if other in alike(word) else 0


def _bare(text: str) -> str:
    """A text without its possessive endings, all else where it was."""
    return _POSSESSIVE.sub("  ", text)


@lru_cache(100_000)
def _compared(word: str) -> str:
    if not word[0].isalpha():
        return _SEPARATOR.sub("", word)
    letters = "".join(c for c in normalize("NFKD", word) if c.isalnum())
    return _american(_singular(letters.casefold())) or word


def _singular(word: str) -> str:
    """An English plural without its ending; words that only look like one are cut alike on both sides."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(_SIBILANT):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _american(word: str) -> str:
    """With an American ending: "labor" for "labour", "kilometer" for "kilometre"."""
    return _BRITISH.sub(lambda ending: _AMERICAN[ending[0]], word)


def _groups() -> Mapping[str, Sequence[str]]:
    groups = [[_compared(word) for word in group.split()] for group in _ALIKE]
    return {word: [other for other in group if other != word] for group in groups for word in group}


_GROUPS = _groups()
SMALL = frozenset(map(_compared, _SMALL.split()))
"""The words without which a search asks for the same, as they are compared."""
