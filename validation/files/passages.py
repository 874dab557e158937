"""What became of a quoted passage: whether it stands, moved, says another number now, or is gone.

Quote and document are compared as a reader sees them; places are offsets of the document as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from validation.files.documents import Document
from validation.language import numerals, qualifiers
from validation.language.reading.seen import flat
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
    if stands(document, start, end, quote):
        return Outcome(INTACT, start, end, quote)
    places = list(document.seen.places(quote))
    if places:
        return Outcome(MOVED, *places[0], quote, len(places))
    return _changed(document, flat(quote), flat(printed)) or Outcome(GONE)


def stands(document: Document, start: int, end: int, quote: str) -> bool:
    """Whether a quote stands at its offsets in the article."""
    there = document.body[start:end]
    return end <= document.body_end and (there == quote or (bool(there) and flat(there) == flat(quote)))


def end_of(document: Document, start: int, quote: str) -> int | None:
    """Where a quote that starts there ends; None where it does not stand there."""
    end = start + len(quote)
    if document.body[start:end] == quote:
        return end
    return dict(document.seen.places(quote)).get(start)


def number_at(document: Document, start: int, quote: str, printed: str) -> tuple[int, int]:
    """Where in a document the number of a passage stands; nothing is there if `printed` is not in it."""
    end = end_of(document, start, quote)
    there = document.body[start:end] if end else ""
    found = numerals.places(there, printed, document.language) if printed else []
    return (start + found[0][0], start + found[0][1]) if found else (start, start)


def _changed(document: Document, quote: str, printed: str) -> Outcome | None:
    """The one place where the words around the number stand and the number, its unit or its qualifier does not."""
    text, language = document.seen.flat, document.language
    number = _number_of(quote, printed, language)
    finder = _Finder(text, language)
    places = finder.of_one(quote, number) if number else list(finder.of_several(quote))
    if len(places) != 1:
        return None
    start, end, found = places[0]
    if (number and found == qualifiers.as_said(quote, number, language)) or end <= start:
        return None
    return Outcome(NUMBER_CHANGED, *document.seen.span(start, end), found)


def _number_of(quote: str, printed: str, language: str) -> str:
    """The number the quote is about: `printed`, or the quote's only numeral where `printed` is not in it."""
    if printed and quote.count(printed) == 1:
        return printed
    found = [numeral.text for numeral in numerals.read(quote, language)]
    return found[0] if len(found) == 1 and quote.count(found[0]) == 1 else ""


class _Finder:
    """Looks for the words around a number that is not there any more."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language

    def _read(self, text: str) -> list[numerals.Numeral]:
        return numerals.read(text, self.language)

    def of_one(self, quote: str, number: str) -> list[tuple[int, int, str]]:
        """Where the words on both sides stand, or those on a side that says enough; and what is there now."""
        said = qualifiers.as_said(quote, number, self.language)
        before, after = (side.strip() for side in quote.split(said, 1))
        places = list(self._between(before, after)) if before and after else []
        if not places and len(before) >= ENOUGH_CONTEXT:
            places = list(self._behind(before, self._unit_words(number)))
        if not places and len(after) >= ENOUGH_CONTEXT:
            places = list(self._ahead(after))
        return places

    def _between(self, before: str, after: str) -> Iterator[tuple[int, int, str]]:
        done = 0
        while (start := self.text.find(before, done)) >= 0:
            first = start + len(before)
            last = self.text.find(after, first + 1, first + NEAR + len(after))
            done = last + len(after) if last >= 0 else start + 1
            if last >= 0 and self._read(self.text[first:last]):
                yield start, done, self.text[first:last].strip()

    def _places(self, words: str) -> Iterator[tuple[int, int]]:
        """Where words stand, none of them overlapping another."""
        end = 0
        while (start := self.text.find(words, end)) >= 0:
            end = start + len(words)
            yield start, end

    def _behind(self, before: str, words: int) -> Iterator[tuple[int, int, str]]:
        """The first numeral close behind these words, with as many words behind it as the number had."""
        for start, first in self._places(before):
            near = self.text[first : first + NEAR]
            found = self._read(near)
            if found and found[0].start <= NEAR // 2:
                unit = re.match(rf"(?:\s+[^\s,.;:]+){{0,{words}}}", near[found[0].end :])
                end = found[0].end + (unit.end() if unit else 0)
                yield start, first + end, near[:end].strip()

    def _unit_words(self, number: str) -> int:
        found = self._read(number)
        return len(number[found[-1].end :].split()) if found else 0

    def _ahead(self, after: str) -> Iterator[tuple[int, int, str]]:
        """The last numeral close ahead of these words, up to them."""
        for last, end in self._places(after):
            start = max(last - NEAR, 0)
            before = self.text[start:last]
            found = self._read(before)
            if found and start + found[-1].end >= last - NEAR // 2:
                now = qualifiers.as_said(before, found[-1].text, self.language)
                yield start + found[-1].start, end, now + before[found[-1].end :].rstrip()

    def of_several(self, quote: str) -> Iterator[tuple[int, int, str]]:
        """Where the words between the numerals of a quote that has several stand around others."""
        found = self._read(quote)
        edges = [0, *(edge for numeral in found for edge in (numeral.start, numeral.end)), len(quote)]
        words = [quote[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
        if found and sum(len(part.strip()) for part in words) >= ENOUGH_CONTEXT:
            pattern = r".{1,30}?".join(map(re.escape, words))
            for start, end in (match.span() for match in re.finditer(pattern, self.text)):
                last = [] if words[-1] else self._read(self.text[end - 1 : end + NEAR])
                end += last[0].end - 1 if last and last[0].start == 0 else 0
                yield start, end, self.text[start:end]
