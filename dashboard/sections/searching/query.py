"""What a search asks for: words, units, numbers, each found in a text however it is written there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from dashboard.sections.searching import words
from dashboard.sections.searching.measures import Named, Units
from dashboard.sections.searching.words import Term
from validation.language import numerals, printed
from validation.language.printed import Reading
from validation.language.reading.places import MARK, NUMBER
from validation.model.readings import PERCENT, stated_value

LONGEST = 200
"""In characters; a longer search is nobody's."""

FINEST = 20
"""A number is searched for to a so-manieth of it at most: one million is 950,000 to 1,050,000."""

# Where it can part no thousands it stands for a point.
_COMMA = re.compile(r"(?<=\d),(?=\d\d?(?![\d,]))")


class Size(NamedTuple):
    """A number that is asked for, whatever its sign: its ends, and how far it may be rounded from."""

    ends: tuple[float, ...]
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value is written so, rounded as the search has it."""
        return self.low <= abs(value) <= self.high


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked for; a text has it that has all its `words`, or what they mean.

    `units` are those that the words name, `by_name` whether they can mean nothing else. `size` is the number they say.
    """

    words: tuple[str, ...]
    units: tuple[str, ...] = ()
    by_name: bool = False
    size: Size | None = None


def read(q: str, units: Units) -> list[Asked]:
    """All that a search asks for, each once, in its order; what is a number or a unit is one thing.

    The small words of a question are left out, where there are others.
    """
    text = _COMMA.sub(".", q[:LONGEST])
    terms = words.read(text)
    named = list(units.among([term.word for term in terms]))
    of_units = {place for one in named for place in range(one.first, one.last)}
    numbers = list(_numbers(text, terms, of_units, units))
    taken = of_units.union(*(places for places, _ in numbers))
    each = [
        *((one.first, _unit(one, terms, by_name=one.by_name or bool(numbers))) for one in named),
        *((places[0], Asked(_words(terms, places), size=size)) for places, size in numbers),
        *((place, Asked((term.word,))) for place, term in enumerate(terms) if place not in taken),
    ]
    every = list(dict.fromkeys(asked for _, asked in sorted(each, key=lambda one: one[0])))
    return [asked for asked in every if not words.SMALL.issuperset(asked.words)] or every


def sizes(text: str) -> Iterator[tuple[int, int, float]]:
    """The numbers of a text, where each stands and its value."""
    for one in numerals.read(text):
        for value in (one.value, one.upper):
            if value is not None:
                yield one.start, one.end, float(value)


def _unit(one: Named, terms: Sequence[Term], *, by_name: bool) -> Asked:
    return Asked(_words(terms, range(one.first, one.last)), tuple(one.unit_ids), by_name)


def _words(terms: Sequence[Term], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(terms[place].word for place in places)


def _numbers(
    text: str, terms: Sequence[Term], of_units: set[int], units: Units
) -> Iterator[tuple[Sequence[int], Size]]:
    """The numbers that are asked for, each with the places of its words, without those that name a unit."""
    for start, end, size in _sizes(text, units):
        within = [place for place, term in enumerate(terms) if start <= term.start < end]
        places = [place for place in within if place not in of_units and terms[place].word not in words.SIGNS]
        if places:
            yield places, size


def _sizes(text: str, units: Units) -> Iterator[tuple[int, int, Size]]:
    """Where a number stands, and what it is: the whole search by itself, else each of its numerals."""
    letters = [word for phrase in chain(units.names, units.others) for word in phrase]
    alone = _reading(text, letters)
    if alone:
        yield alone.start, alone.end, _size(alone)
        return
    for one in numerals.read(text):
        # Nobody searches for a note, whatever stands behind a number: "73.15 US dollars".
        if one.kind in (NUMBER, MARK) and (reading := _reading(one.text, letters)):
            yield one.start, one.end, _size(reading)


def _reading(text: str, units: Sequence[str]) -> Reading | None:
    """What a number says; "m" behind it is a million where no unit is written so."""
    try:
        return printed.read(text, units=units)
    except printed.Unreadable:
        return None


def _size(reading: Reading) -> Size:
    lower = abs(float(stated_value(reading, PERCENT)))
    upper = lower if reading.upper is None else abs(float(reading.upper))
    # A fraction shows no precision, and a number of one digit one that is too coarse to search by.
    step = float(reading.step or 0)
    below, above = (min(step / 2, end / FINEST) for end in (lower, upper))
    return Size((lower, upper), lower - below, upper + above)
