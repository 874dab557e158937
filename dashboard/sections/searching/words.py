"""Words as a search compares them: without case, accents and plurals, numbers by their digits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from unicodedata import normalize

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_SEPARATOR = re.compile(r",(?=\d{3}(?!\d))")
_SIBILANT = ("ses", "xes", "zes", "ches", "shes")

LEAST_PREFIX = 2
"""A word is found by its first letters from so many on."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a number of a text, where it stands, and how it is compared."""

    start: int
    end: int
    word: str


def read(text: str) -> list[Term]:
    """Every word and number of a text, in its order."""
    return [Term(match.start(), match.end(), _compared(match[0])) for match in _WORD.finditer(text)]


def compared(text: str) -> list[str]:
    """Every word and number of a text as it is compared."""
    return [_compared(word) for word in _WORD.findall(text)]


def beginning(word: str, spelled: Sequence[str]) -> Iterator[str]:
    """The words that begin with one, among words in the order of their letters."""
    for other in islice(spelled, bisect_left(spelled, word), None):
        if not other.startswith(word):
            return
        yield other


def asked(q: str) -> list[str]:
    """The words of a search, each once."""
    return list(dict.fromkeys(term.word for term in read(_POSSESSIVE.sub("", q))))


def closeness(word: str, other: str) -> int:
    """How well a word that is asked for fits one of a text: 3 the same, 2 its beginning, 0 not."""
    if word == other:
        return 3
    if word[:1].isdigit():
        return 2 if other.startswith(f"{word}.") else 0
    return 2 if len(word) >= LEAST_PREFIX and other.startswith(word) else 0


def marked(text: str, words: list[str]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is asked for; words asked for that follow one another are one piece."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in _stretches(text, words):
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]


def _stretches(text: str, words: list[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for term in read(text):
        if not any(closeness(word, term.word) for word in words):
            continue
        joined = found and not text[found[-1][1] : term.start].strip()
        start = found.pop()[0] if joined else term.start
        found.append((start, term.end))
    return found


@lru_cache(100_000)
def _compared(word: str) -> str:
    if word[0].isdigit():
        return _SEPARATOR.sub("", word)
    letters = "".join(c for c in normalize("NFKD", word) if c.isalpha())
    return _singular(letters.casefold())


def _singular(word: str) -> str:
    """An English plural without its ending; words that only look like one are cut alike on both sides."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(_SIBILANT):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
