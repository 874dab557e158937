"""The words that qualify a number where they stand beside it: which they are, and which code they make.

The words themselves stand with their codes in `validation/vocabulary.py`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from validation.vocabulary import EXACT, QUALIFIERS

# Words of an attribution that call what it says unverified.
UNVERIFIED = (
    *("rumor", "rumors", "rumored", "rumour", "rumours", "rumoured", "hearsay", "unconfirmed", "unverified"),
    *("alleged", "allegedly", "allegation", "allegations", "purported", "purportedly"),
)

_CODES = {words: one.code for one in QUALIFIERS.values() for words in (*one.before, *one.behind, *one.glued)}


def _any(*places: tuple[str, ...]) -> str:
    """A pattern for any of these phrases, whatever the white space between their words, the longest first."""
    phrases = sorted((phrase for place in places for phrase in place), key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases) + ")"


_ANY_BEFORE = _any(*(row.before for row in QUALIFIERS.values()))
_ANY_BEHIND = _any(*(row.behind for row in QUALIFIERS.values()))
_ANY_GLUED = _any(*(row.glued for row in QUALIFIERS.values()))

# A search that ends at the number finds the longest words first: "no more than", not "more than". The looks
# to both sides keep out "moreover 30", "30+5" and "30 or more than that".
_BEFORE = re.compile(rf"(?<![\w-])(?P<words>{_ANY_BEFORE})(?:(?<=\W)|(?=\s))\s*(?:an?\s+)?\Z", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*(?P<words>(?<=\s){_ANY_BEHIND}(?!\s+than\b)|(?<!\s){_ANY_GLUED})(?!\w)", re.IGNORECASE)


_UNVERIFIED = re.compile(rf"(?<!\w){_any(UNVERIFIED)}(?!\w)", re.IGNORECASE)


class _Said(NamedTuple):
    code: str
    words: str
    start: int
    end: int


def said(quote: str, printed: str) -> tuple[str, str]:
    """The qualifier code and the words, as the quote has them, directly before or behind `printed`.

    `(EXACT, "")` where no such words stand there, or where `printed` does not stand in the quote. The
    longest words count ("no more than", not "more than"), and those before the number before those behind it.
    An article may stand between ("around a dozen"), "the" may not ("handed over the 30 islands").
    """
    found = _said(quote, printed)
    return found.code, found.words


def as_said(quote: str, printed: str) -> str:
    """`printed` with the words that qualify it, as they stand in the quote: "over 30%", "a dozen or so"."""
    found = _said(quote, printed)
    return quote[found.start : found.end] or printed


def unverified(attribution: str) -> str:
    """The first word of an attribution that calls what it says unverified, or nothing: "rumors" of "local rumors"."""
    found = _UNVERIFIED.search(attribution)
    return found[0] if found else ""


def _said(quote: str, printed: str) -> _Said:
    start = quote.find(printed)
    if start < 0:
        return _Said(EXACT, "", 0, 0)
    end = start + len(printed)
    if match := _BEFORE.search(quote, 0, start):
        return _Said(_code(match["words"]), match["words"], match.start(), end)
    if match := _BEHIND.match(quote, end):
        return _Said(_code(match["words"]), match["words"], start, match.end())
    return _Said(EXACT, "", start, end)


def _code(words: str) -> str:
    return _CODES[" ".join(words.casefold().split())]
