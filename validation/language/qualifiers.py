"""The English words that qualify a number, in one table, and those that stand beside a printed number."""

from __future__ import annotations

import re
from typing import NamedTuple


class Words(NamedTuple):
    """The words of one qualifier: those before a number, those behind it, those glued to its end."""

    before: tuple[str, ...]
    behind: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()


# The first word before is the one in which a derived number is said.
WORDS = {
    "about": Words(
        (
            *("about", "around", "approximately", "roughly", "some", "circa", "c."),
            *("an estimated", "estimated", "~", "≈"),
        ),
        behind=("or so",),
    ),
    "over": Words(
        (
            *("over", "more than", "above", "upwards of", "exceeding", "in excess of"),
            *("just over", "well over", ">"),
        ),
        glued=("+", "plus", "-plus"),
    ),
    "at-least": Words(
        (
            *("at least", "no fewer than", "not fewer than", "no less than", "not less than"),
            *("a minimum of", "≥"),
        ),
        behind=("or more",),
    ),
    "nearly": Words(("nearly", "almost", "close to", "just under", "just short of", "approaching")),
    "under": Words(("under", "less than", "fewer than", "below", "<")),
    "at-most": Words(
        (
            *("at most", "up to", "no more than", "not more than", "not over", "not above", "not exceeding"),
            *("as many as", "as much as", "a maximum of", "≤"),
        ),
        behind=("or fewer", "or less"),
    ),
}

# Words of an attribution that call what it says unverified.
UNVERIFIED = (
    *("rumor", "rumors", "rumored", "rumour", "rumours", "rumoured", "hearsay", "unconfirmed", "unverified"),
    *("alleged", "allegedly", "allegation", "allegations", "purported", "purportedly"),
)

# What a reader is told each qualifier means, and the bound it sets.
MARKS = {
    "exact": "Stated without a qualifier: known as precisely as its digits are printed.",
    "about": "About the number: approximate, and no bound follows from it.",
    "over": "More than the number: it is the lower bound and not itself included.",
    "at-least": "The number or more: it is the lower bound and included.",
    "nearly": "Close to the number but less: it is the upper bound and not itself included.",
    "under": "Less than the number: it is the upper bound and not itself included.",
    "at-most": "The number or less: it is the upper bound and included.",
}

_CODES = {words: code for code, row in WORDS.items() for place in row for words in place}


def _any(*places: tuple[str, ...]) -> str:
    """A pattern for any of these phrases, whatever the white space between their words, the longest first."""
    phrases = sorted((phrase for place in places for phrase in place), key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases) + ")"


_ANY_BEFORE = _any(*(row.before for row in WORDS.values()))
_ANY_BEHIND = _any(*(row.behind for row in WORDS.values()))
_ANY_GLUED = _any(*(row.glued for row in WORDS.values()))

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

    `("exact", "")` where no such words stand there, or where `printed` does not stand in the quote. The
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
        return _Said("exact", "", 0, 0)
    end = start + len(printed)
    if match := _BEFORE.search(quote, 0, start):
        return _Said(_code(match["words"]), match["words"], match.start(), end)
    if match := _BEHIND.match(quote, end):
        return _Said(_code(match["words"]), match["words"], start, match.end())
    return _Said("exact", "", start, end)


def _code(words: str) -> str:
    return _CODES[" ".join(words.casefold().split())]
