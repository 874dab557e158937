"""Which words stand in which hits, and how much each weighs there, in a few arrays however many there are."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.sections.searching import words
from dashboard.sections.searching.measures import Units

Weights = NDArray[np.float32]
"""Of each hit, by its place in the index, how well it fits; 0 where it doesn't."""

Places = NDArray[np.int32]

KEPT = 10_000
"""So many texts are kept as they were read: an indicator's name is a text of many hits, a quote of one."""

LAST = "\U0010ffff"
"""Behind every letter."""


@dataclass(frozen=True)
class Words:
    """All words in the order of their letters; `starts` is where in `places` the hits of each begin.

    `weights` is the most that the word weighs in each of these.
    """

    spelled: Sequence[str]
    starts: NDArray[np.int64]
    places: Places
    weights: NDArray[np.int8]

    def weigh(self, found: Weights, word: str, closeness: int) -> None:
        """Weighs the hits with a word by how well it fits, where they don't weigh more already."""
        at = bisect_left(self.spelled, word)
        if at < len(self.spelled) and self.spelled[at] == word:
            self._weigh(found, at, at + 1, closeness)

    def weigh_beginning(self, found: Weights, letters: str, closeness: int) -> None:
        """The same for all words that begin so."""
        self._weigh(found, bisect_left(self.spelled, letters), bisect_left(self.spelled, letters + LAST), closeness)

    def _weigh(self, found: Weights, first: int, last: int, closeness: int) -> None:
        rows = slice(self.starts[first], self.starts[last])
        np.maximum.at(found, self.places[rows], self.weights[rows] * np.float32(closeness))


class Reader:
    """Reads the texts of hits word by word."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._numbers: dict[str, int] = {}
        """Of each word, in the order in which they came."""
        self._texts: dict[str, array[int]] = {}
        self._words, self._counts = array("i"), array("i")
        self._places, self._weights = array("i"), array("b")

    def add(self, place: int, texts: Iterable[tuple[int, str]]) -> None:
        """The texts of a hit, with what each weighs."""
        for weight, text in texts:
            if text:
                read = self._read(text)
                self._words += read
                self._counts.append(len(read))
                self._places.append(place)
                self._weights.append(weight)

    def words(self) -> Words:
        """All that was read."""
        spelled = sorted(self._numbers)
        order = np.empty(len(spelled), np.int64)
        order[[self._numbers[word] for word in spelled]] = np.arange(len(spelled))
        counts = np.array(self._counts, np.int64)
        places, weights = (np.repeat(np.array(one), counts) for one in (self._places, self._weights))
        each = order[np.array(self._words, np.int64)]
        sort = np.lexsort((-weights, places, each))
        each, places, weights = each[sort], places[sort], weights[sort]
        most = np.ones(len(each), bool)
        most[1:] = (each[1:] != each[:-1]) | (places[1:] != places[:-1])
        starts = np.searchsorted(each[most], np.arange(len(spelled) + 1))
        return Words(spelled, starts, places[most].astype(np.int32), weights[most].astype(np.int8))

    def _read(self, text: str) -> array[int]:
        """The numbers of a text's words."""
        if text not in self._texts:
            if len(self._texts) == KEPT:
                self._texts.clear()
            spelled = words.compared(text)
            named = (in_unit(unit_id) for one in self._units.among(spelled) if one.by_name for unit_id in one.unit_ids)
            numbers = self._numbers
            self._texts[text] = array("i", [numbers.setdefault(word, len(numbers)) for word in {*spelled, *named}])
        return self._texts[text]


def in_unit(unit_id: str) -> str:
    """What stands among the words of a text for a unit that it names, however; no word begins so."""
    return f" {unit_id}"
