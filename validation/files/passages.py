"""What became of a quoted passage: whether it stands, moved, says another number now, or is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from validation.files.documents import Document
from validation.language import numerals, qualifiers
from validation.vocabulary import GONE, INTACT, MOVED, NUMBER_CHANGED

# A number is told from a lost passage by this many characters of unchanged words on one side of it.
ENOUGH_CONTEXT = 8
# How far from those words the number is looked for.
NEAR = 60


@dataclass(frozen=True)
class Outcome:
    """What became of a passage, as a code of `vocabulary.EVIDENCE`; `found` is what stands there now."""

    kind: str
    start: int = 0
    end: int = 0
    found: str = ""
    places: int = 1


def outcome(document: Document, start: int, end: int, quote: str, printed: str) -> Outcome:
    """What became of one quoted passage; `printed` may be empty where a row has no number of its own."""
    body = document.body
    if body[start:end] == quote and end <= document.body_end:
        return Outcome(INTACT, start, end, quote)
    places = [match.start() for match in re.finditer(re.escape(quote), body)]
    if places:
        return Outcome(MOVED, places[0], places[0] + len(quote), quote, len(places))
    return _changed(body, quote, printed) or Outcome(GONE)


def _changed(body: str, quote: str, printed: str) -> Outcome | None:
    """The one place where the words around the number stand and the number, its unit or its qualifier does not."""
    number = _number_of(quote, printed)
    places = _places_of(body, quote, number) if number else list(_places_of_several(body, quote))
    if len(places) != 1:
        return None
    start, end, found = places[0]
    if number and found == qualifiers.as_said(quote, number):
        return None
    return Outcome(NUMBER_CHANGED, start, end, found)


def _number_of(quote: str, printed: str) -> str:
    """The number the quote is about: `printed`, or the quote's only numeral where `printed` is not in it."""
    if printed and quote.count(printed) == 1:
        return printed
    found = [numeral.text for numeral in numerals.find(quote)]
    return found[0] if len(found) == 1 and quote.count(found[0]) == 1 else ""


def _places_of(body: str, quote: str, number: str) -> list[tuple[int, int, str]]:
    """Where the words on both sides stand, or those on a side that says enough; and what is there now."""
    before, after = (side.strip() for side in quote.split(qualifiers.as_said(quote, number), 1))
    places = list(_between(body, before, after)) if before and after else []
    if not places and len(before) >= ENOUGH_CONTEXT:
        places = list(_behind(body, before, _unit_words(number)))
    if not places and len(after) >= ENOUGH_CONTEXT:
        places = list(_ahead(body, after))
    return places


def _between(body: str, before: str, after: str) -> Iterator[tuple[int, int, str]]:
    for match in re.finditer(re.escape(before) + r"(?P<now>.{1,60}?)" + re.escape(after), body):
        if numerals.find(match["now"]):
            yield *match.span(), match["now"].strip()


def _behind(body: str, before: str, words: int) -> Iterator[tuple[int, int, str]]:
    """The first numeral close behind these words, with as many words behind it as the number had."""
    for match in re.finditer(re.escape(before), body):
        near = body[match.end() : match.end() + NEAR]
        found = numerals.find(near)
        if found and found[0].start <= NEAR // 2:
            unit = re.match(rf"(?:\s+[^\s,.;:]+){{0,{words}}}", near[found[0].end :])
            end = found[0].end + (unit.end() if unit else 0)
            yield match.start(), match.end() + end, near[:end].strip()


def _unit_words(number: str) -> int:
    found = numerals.find(number)
    return len(number[found[-1].end :].split()) if found else 0


def _ahead(body: str, after: str) -> Iterator[tuple[int, int, str]]:
    """The last numeral close ahead of these words, up to them."""
    for match in re.finditer(re.escape(after), body):
        start = max(match.start() - NEAR, 0)
        found = numerals.find(body[start : match.start()])
        if found and start + found[-1].end >= match.start() - NEAR // 2:
            now = qualifiers.as_said(body[start : match.start()], found[-1].text)
            yield start + found[-1].start, match.end(), now + body[start + found[-1].end : match.start()].rstrip()


def _places_of_several(body: str, quote: str) -> Iterator[tuple[int, int, str]]:
    """Where the words between the numerals of a quote that has several stand around others."""
    found = numerals.find(quote)
    edges = [0, *(edge for numeral in found for edge in (numeral.start, numeral.end)), len(quote)]
    words = [quote[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if found and sum(len(part.strip()) for part in words) >= ENOUGH_CONTEXT:
        pattern = r".{1,30}?".join(map(re.escape, words))
        for start, end in (match.span() for match in re.finditer(pattern, body)):
            last = [] if words[-1] else numerals.find(body[end - 1 : end + NEAR])
            end += last[0].end - 1 if last and last[0].start == 0 else 0
            yield start, end, body[start:end]
