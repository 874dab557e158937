"""Units as people type them: by name or by sign, in full or in short, squared in whichever way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from dashboard.sections.searching import words
from validation.quantities.units import Unit

Phrase = tuple[str, ...]
"""The words of a unit, each in full: ("square", "kilometer")."""

_IN_FULL = {
    **{"%": "per cent", "percent": "per cent", "pct": "per cent", "sq": "square", "cu": "cubic"},
    **{"km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "mi": "mile", "ft": "foot"},
    **{"feet": "foot", "yd": "yard", "ha": "hectare", "kg": "kilogram", "t": "ton", "tonne": "ton", "lb": "pound"},
    **{"l": "liter", "bbl": "barrel", "yr": "year", "hr": "hour"},
}
_POWER = re.compile(r"(\D+)([23])")
_POWERS = {"2": "square", "3": "cubic"}


class Named(NamedTuple):
    """A unit that some words name, the words from the place `first` to before `last`.

    `by_name` is whether they are its own name or sign, and not only what documents print for it, as "residents" is
    for people.
    """

    first: int
    last: int
    unit_ids: Sequence[str]
    by_name: bool


@dataclass(frozen=True)
class Units:
    """Units by the words for them: by their names and signs, and by what else documents print for them."""

    names: Mapping[Phrase, Sequence[str]]
    others: Mapping[Phrase, Sequence[str]]

    def among(self, spelled: Sequence[str]) -> Iterator[Named]:
        """The units that words name, of each place the longest, none overlapping another."""
        done = 0
        for first, word in enumerate(spelled):
            longest = self._longest.get(_in_full(word)[0], 0)
            if longest and first >= done and (found := self._at(spelled, first, longest)):
                done = found.last
                yield found

    def _at(self, spelled: Sequence[str], first: int, longest: int) -> Named | None:
        for last in range(min(len(spelled), first + longest), first, -1):
            named = phrase(spelled[first:last])
            for known, by_name in ((self.names, True), (self.others, False)):
                if named in known:
                    return Named(first, last, known[named], by_name)
        return None

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """How many words the longest has of those that begin with a word."""
        found: dict[str, int] = {}
        for named in (*self.names, *self.others):
            found[named[0]] = max(found.get(named[0], 0), len(named))
        return found


def units(several: Iterable[Unit]) -> Units:
    """Units by all the words for each."""
    names: dict[Phrase, list[str]] = {}
    others: dict[Phrase, list[str]] = {}
    for unit in several:
        for known, spellings in ((names, (unit.name, unit.symbol)), (others, unit.words)):
            for named in {phrase(words.compared(spelling)) for spelling in spellings} - {()}:
                known.setdefault(named, []).append(unit.unit_id)
    return Units(names, others)


def phrase(spelled: Sequence[str]) -> Phrase:
    """The words of a unit in full: those of "km2", "km²", "sq km" and "square kilometers" are the same."""
    return tuple(word for one in spelled for word in _in_full(one))


@lru_cache(10_000)
def _in_full(word: str) -> Phrase:
    power = _POWER.fullmatch(word)
    if power:
        return _POWERS[power[2]], *_in_full(power[1])
    return tuple(_IN_FULL.get(word, word).split())
