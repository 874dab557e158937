"""What became of a quoted passage: whether it stands, moved, says another number now, or is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from validation import numerals, qualifiers
from validation.documents import Document

# A number is told from a lost passage by this many characters of unchanged words on one side of it.
ENOUGH_CONTEXT = 8


@dataclass(frozen=True)
class Outcome:
    """What became of a passage: intact, moved, number-changed or gone; `found` is what stands there now."""

    kind: str
    start: int = 0
    end: int = 0
    found: str = ""
    places: int = 1


def outcome(document: Document, start: int, end: int, quote: str, printed: str) -> Outcome:
    """What became of one quoted passage; `printed` may be empty where a row has no number of its own."""
    body = document.body
    if body[start:end] == quote and end <= document.body_end:
        return Outcome("intact", start, end, quote)
    places = [match.start() for match in re.finditer(re.escape(quote), body)]
    if places:
        return Outcome("moved", places[0], places[0] + len(quote), quote, len(places))
    return _changed(body, quote, printed) or Outcome("gone")


def _changed(body: str, quote: str, printed: str) -> Outcome | None:
    """The one place where the words around the number stand and the number, its unit or its qualifier does not."""
    printed = _number_of(quote, printed)
    if not printed:
        return None
    before, after = quote.split(printed)
    _, word = qualifiers.said(quote, printed)
    before = before.rstrip().removesuffix(word).rstrip() if word and before.rstrip().endswith(word) else before.rstrip()
    after = after.strip()
    for pattern in _frames(before, after):
        matches = [match for match in pattern.finditer(body) if _holds_numeral(match.group("now"))]
        if len(matches) == 1:
            start, end = matches[0].span()
            return Outcome("number-changed", start, end, matches[0].group("now").strip())
    return None


def _number_of(quote: str, printed: str) -> str:
    """The number the quote is about: `printed`, or the quote's only numeral where `printed` is not in it."""
    if printed and quote.count(printed) == 1:
        return printed
    found = [numeral.text for numeral in numerals.find(quote)]
    return found[0] if len(found) == 1 and quote.count(found[0]) == 1 else ""


def _frames(before: str, after: str) -> Iterator[re.Pattern[str]]:
    """What to look for: both sides where there are two, else the one side that says enough."""
    gap = r"(?P<now>.{1,60}?)"
    if before and after:
        yield re.compile(re.escape(before) + gap + re.escape(after))
    if len(before) >= ENOUGH_CONTEXT:
        yield re.compile(re.escape(before) + r"(?P<now>\s.{1,40}?)(?=[,.;:]\s|\s\w+\s\w+|$)")
    if len(after) >= ENOUGH_CONTEXT:
        yield re.compile(r"(?P<now>\S+(?:\s\S+){0,2}\s?)" + re.escape(after))


def _holds_numeral(text: str) -> bool:
    return bool(numerals.find(text))
