"""What a search finds, the best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.sections.searching import query, words
from dashboard.sections.searching.index import GROUPS, NUMBERS, Hit, Index, Weights
from dashboard.sections.searching.query import Asked
from validation.language.written import many

WHOLE_TITLE = 60
"""What is asked for by its whole name goes before all that only have the words."""

SERIES = 3
"""More numbers of references than so many, of one indicator, are one hit."""

ALIKE = 0.75
"""As much of two words must be the same for one to be meant by the other."""

SUGGESTED = 8
OF_ONE_GROUP = 3


@dataclass(frozen=True, eq=False)
class Hits(Sequence[Hit]):
    """Hits of one group, the best first, by their places in the index; `counts` is how many numbers each stands for."""

    among: Index
    places: NDArray[np.intp]
    counts: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, at: Any) -> Any:
        """The hit at a place, or those of a slice, made now."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        hit, count = self.among.hits[self.places[at]], int(self.counts[at])
        return _series(hit, count) if count > 1 else hit

    @property
    def numbers(self) -> int:
        """How many were found: a series that is one hit has as many as it has numbers."""
        return int(self.counts.sum())


Groups = Mapping[str, Hits]
"""Hits by group, in the order of `GROUPS`; no group is empty."""


@dataclass(frozen=True)
class Found:
    """What a search finds: what has `all` that is asked for, and, where no number has, what has `some` of it."""

    asked: Sequence[Asked]
    all: Groups
    some: Groups


def find(q: str, among: Index) -> Found:
    """What a search finds."""
    asked = query.read(q, among.units)
    if not asked:
        return Found(asked, {}, {})
    each = [among.fitting(one) for one in asked]
    scores = _scores(each, among)
    scores[among.called(words.compared(q))] += WHOLE_TITLE
    has_all = np.logical_and.reduce([one > 0 for one in each])
    every = _groups(scores * has_all, among)
    return Found(asked, every, {} if every.keys() & {*NUMBERS} else _groups(scores * ~has_all, among))


def none(among: Index) -> Hits:
    """No hit at all."""
    return Hits(among, np.empty(0, np.intp), np.empty(0, np.intp))


def suggested(found: Found) -> list[Hit]:
    """The few hits to offer while a search is typed: of each group some, the first groups' more where there is room."""
    groups = list((found.all or found.some).values())
    best = [hit for hits in groups for hit in hits[:OF_ONE_GROUP]][:SUGGESTED]
    rest = chain.from_iterable(hits[OF_ONE_GROUP : OF_ONE_GROUP + SUGGESTED] for hits in groups)
    offered = [*best, *islice(rest, SUGGESTED - len(best))]
    return sorted(offered, key=lambda hit: [*GROUPS].index(hit.group))


def meant(q: str, among: Index) -> str:
    """The search with words that stand somewhere in place of those that stand nowhere, "" where none is like them."""
    text, at = "", 0
    for term in words.read(q[: query.LONGEST]):
        if near := _nearest(term.word, among):
            text += q[at : term.start] + near
            at = term.end
    return text and text + q[at:]


def _nearest(word: str, among: Index) -> str:
    """The word that is spelled nearly as one that there is not."""
    known = word in words.SMALL or any(words.beginning(word, among.spelled)) or words.alike(word)
    if known or not word[0].isalpha():
        return ""
    like = [near for near in words.beginning(word[0], among.spelled) if abs(len(near) - len(word)) <= 2]
    return next(iter(get_close_matches(word, like, 1, ALIKE)), "")


def _scores(each: Sequence[Weights], among: Index) -> Weights:
    """How well each hit answers: what few have counts more than what many have."""
    scores = np.zeros(len(among.hits), np.float32)
    for fits in each:
        scores += fits * np.log2(1 + len(fits) / max(1, np.count_nonzero(fits)))
    return scores


def _groups(scores: Weights, among: Index) -> dict[str, Hits]:
    """The hits with a score, by group, the best first."""
    order = np.argsort(-scores, kind="stable")[: np.count_nonzero(scores)]
    of_order = among.groups[order]
    groups = {}
    for at, name in enumerate(GROUPS):
        places = order[of_order == at]
        if places.size:
            groups[name] = _gathered(places, among)
    return groups


def _gathered(places: NDArray[np.intp], among: Index) -> Hits:
    """The hits, many that stand on one page as one hit, which stands where the best of them would."""
    series = among.series[places]
    counts = np.bincount(series)
    counts[0] = 0
    _, firsts = np.unique(series, return_index=True)
    single = counts[series] <= SERIES
    shown = single.copy()
    shown[firsts] = True
    return Hits(among, places[shown], np.where(single, 1, counts[series])[shown])


def _series(hit: Hit, count: int) -> Hit:
    """A hit that leads to the page on which so many numbers stand together."""
    return Hit(hit.group, f"{many(count, 'number')}: {hit.about[0]}", hit.series, kind=hit.kind)
