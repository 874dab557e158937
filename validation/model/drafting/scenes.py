"""A numeral where it stands: its sentence, the words before and behind it, the numerals beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from validation.language import numerals, phrases
from validation.language.numerals import Numeral
from validation.language.phrases import Span
from validation.language.reading.lexicon import ENGLISH
from validation.language.reading.seen import Seen, flat
from validation.model.drafting.cells import Cell, cell
from validation.model.subjects import Source

# No sentence has so many numerals on one side.
_NEAR = 100
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True)
class Scene:
    """A numeral of a document among all of them; what is before and behind it is of its sentence, on one line."""

    source: Source
    seen: Seen
    numerals: Sequence[Numeral]
    at: int

    @property
    def body(self) -> str:
        """The article."""
        return self.seen.raw

    @property
    def numeral(self) -> Numeral:
        """The numeral itself."""
        return self.numerals[self.at]

    @cached_property
    def cell(self) -> Cell | None:
        """The cell of a table that it stands in, if it does."""
        return cell(self.body, self.numeral.start)

    @cached_property
    def span(self) -> Span:
        """Where its sentence begins and ends, or its cell."""
        return self.cell.span if self.cell else phrases.sentence(self.body, self.numeral.start, self.numeral.end)

    @cached_property
    def before(self) -> str:
        """The words of its sentence before it."""
        return flat(self.body[self.span[0] : self.numeral.start])

    @cached_property
    def behind(self) -> str:
        """The words of its sentence behind it."""
        return flat(self.body[self.numeral.end : self.span[1]])

    @cached_property
    def words(self) -> list[str]:
        """The words of its sentence."""
        return _WORD.findall(f"{self.before} {self.numeral.text} {self.behind}")

    @cached_property
    def line(self) -> str:
        """The line that it stands on, whole."""
        body = self.body
        first = body.rfind("\n", 0, self.numeral.start) + 1
        last = body.find("\n", self.numeral.end)
        return body[first : last if last >= 0 else len(body)]

    @property
    def is_in_table(self) -> bool:
        """Whether its line has cells."""
        return self.cell is not None or "   " in self.line.strip()

    @cached_property
    def others(self) -> list[Numeral]:
        """The other numerals of its sentence, the nearest first; of two as near the one before it."""
        low, high = self.span
        before = takewhile(lambda one: one.start >= low, reversed(self.numerals[max(0, self.at - _NEAR) : self.at]))
        behind = takewhile(lambda one: one.start < high, self.numerals[self.at + 1 : self.at + _NEAR])
        found = [*before, *behind]
        return sorted(found, key=lambda one: (self.distance(one), one.start))

    @property
    def earlier(self) -> Iterator[Numeral]:
        """The numerals of the sentences before, the nearest first, as far back as is looked."""
        before = self.numerals[max(0, self.at - _NEAR) : self.at]
        return (one for one in reversed(before) if one.end <= self.span[0])

    @property
    def following(self) -> Sequence[Numeral]:
        """Some of the numerals behind it."""
        return self.numerals[self.at + 1 : self.at + 8]

    def cuts(self, end: int) -> bool:
        """Whether a place lies within one of them."""
        return any(one.start < end < one.end for one in self.following)

    def distance(self, other: Numeral) -> int:
        """The characters between it and another."""
        return max(other.start - self.numeral.end, self.numeral.start - other.end)

    def beside(self, end: int) -> list[Span]:
        """The places of the numerals before it and behind `end`, and where the row of its table begins and ends."""
        around = [*self.numerals[max(0, self.at - 1) : self.at], *self.following]
        ends = [(place, place) for place in self.cell.line.span] if self.cell else []
        return [*((one.start, one.end) for one in around if one.end <= self.numeral.start or one.start >= end), *ends]

    def quote(self, start: int, end: int) -> Span | None:
        """The phrase to quote for what is printed there: it stands once in the article, and that once in it.

        None where there is no such phrase.
        """
        printed, language = flat(self.body[start:end]), self.source.language or ENGLISH

        def fits(low: int, high: int) -> bool:
            words = flat(self.body[low:high])
            short = 0 < len(words) <= phrases.LONGEST_QUOTE
            return short and self._is_once(words) and len(numerals.places(words, printed, language)) == 1

        return phrases.quoted(self.body, start, end, self.beside(end), fits)

    def phrase(self) -> Span:
        """The phrase around the numeral that has no other numeral in it; it may stand more than once."""
        one, beside = self.numeral, self.beside(self.numeral.end)

        def fits(low: int, high: int) -> bool:
            alone = not any(start < high and end > low for start, end in beside)
            return alone and high - low <= phrases.LONGEST_QUOTE

        return phrases.quoted(self.body, one.start, one.end, beside, fits) or (one.start, one.end)

    def _is_once(self, words: str) -> bool:
        return len(list(islice(self.seen.places(words), 2))) == 1
