"""The index: everything that a search can find, numbers, indicators, charts, sources, events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dashboard.sections import passages, sources
from dashboard.sections.searching import measures, words
from dashboard.sections.searching.measures import Units
from dashboard.sections.searching.query import Asked, Size
from dashboard.state.store import Snapshot
from validation.model import events
from validation.model.observations import Observation
from validation.quantities.units import Unit
from validation.vocabulary import CALCULATED, SOURCE_KINDS

OF_DOCUMENTS, OF_REFERENCES, OWN = "documents", "references", "calculated"
INDICATORS, CHARTS, SOURCES, EVENTS = "indicators", "charts", "sources", "events"

GROUPS: Mapping[str, str] = {
    OF_DOCUMENTS: "Numbers of documents",
    INDICATORS: "Indicators",
    CHARTS: "Charts",
    SOURCES: "Sources",
    EVENTS: "Events",
    OF_REFERENCES: "Numbers of references",
    OWN: "Calculated numbers",
}
"""What there is to find, in the order in which it is shown: what documents state goes before all else."""

NUMBERS = (OF_DOCUMENTS, OF_REFERENCES, OWN)

TITLE, ABOUT, QUOTE, MORE = 8, 3, 2, 1
"""How much it weighs that a word stands in the title, in what is said about a hit, in its quote, in the rest."""

UNIT = 6
"""Of a unit by whatever word for it; less than the word itself in a title."""

SAME_VALUE, ROUNDED = 40, 28
"""A number whose value is the one asked for goes before those that round to it, and these before its mere digits."""

Weights = NDArray[np.float32]
"""Of each hit, by its place in the index, how well it fits; 0 where it doesn't."""

Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing to find.

    `title`, `about` and `quote` are shown, and `more` where what is asked for stands there alone. `kind` is a word for
    what it is. `qualifier`, `values` and `unit` are a number's, `series` is the page on which it stands among others.
    `count` is how many numbers it stands for, where it stands for several.
    """

    group: str
    title: str
    href: str
    about: tuple[str, ...] = ()
    quote: str = ""
    more: tuple[str, ...] = ()
    kind: str = ""
    qualifier: str = ""
    values: tuple[Decimal, ...] = ()
    unit: str = ""
    series: str = ""
    count: int = 1


@dataclass(frozen=True)
class Index:
    """Things to find by the words of their texts, by their units and their values.

    `postings` says of each word in which hits it stands, by weight; `titles` holds each whole title, word by word.
    """

    hits: Sequence[Hit]
    units: Units
    postings: Mapping[str, Mapping[int, Places]]
    titles: Mapping[tuple[str, ...], Places]
    measured: Mapping[str, Places]
    sizes: NDArray[np.float64]
    sized: Places

    @cached_property
    def spelled(self) -> Sequence[str]:
        """All words in the order of their letters."""
        return sorted(self.postings)

    @cached_property
    def groups(self) -> NDArray[np.int8]:
        """The group of each hit, by its place among `GROUPS`."""
        order = list(GROUPS)
        return np.array([order.index(hit.group) for hit in self.hits], np.int8)

    @cached_property
    def series(self) -> Places:
        """A number for each page on which a hit stands among others, the same for those on one page; 0 for none."""
        known = {"": 0}
        return np.array([known.setdefault(hit.series, len(known)) for hit in self.hits], np.int32)

    def fitting(self, asked: Asked) -> Weights:
        """How well each hit fits one thing that is asked for."""
        found = self._by_unit(asked) if asked.size is None else self._by_value(asked.size)
        # Several words for one thing ("one million", "sq km") say nothing by themselves where it is found itself.
        return np.maximum(found, self._by_words(asked.words)) if len(asked.words) == 1 or not found.any() else found

    def _by_words(self, each: Sequence[str]) -> Weights:
        """Those that have every word."""
        return np.minimum.reduce([self._by_word(word) for word in each]) if each else self._none()

    def _by_word(self, word: str) -> Weights:
        found = self._none()
        for other in (*words.beginning(word, self.spelled), *words.alike(word)):
            self._raise(found, other, words.closeness(word, other))
        return found

    def _by_unit(self, asked: Asked) -> Weights:
        """Those in one of its units; by a word that may mean something else only where that stands nowhere."""
        found = self._none()
        if asked.by_name or (asked.units and not self._by_words(asked.words).any()):
            for unit_id in asked.units:
                found[self.measured.get(unit_id, [])] = UNIT
                self._raise(found, _in_unit(unit_id), words.SAME)
        return found

    def _raise(self, found: Weights, word: str, closeness: int) -> None:
        """Weighs the hits with a word by how well it fits, where they don't weigh more already."""
        for weight, places in self.postings.get(word, {}).items() if closeness else ():
            found[places] = np.maximum(found[places], weight * closeness)

    def _by_value(self, size: Size) -> Weights:
        found = self._none()
        for low, high, weight in ((size.low, size.high, ROUNDED), *((end, end, SAME_VALUE) for end in size.ends)):
            first, last = np.searchsorted(self.sizes, low, "left"), np.searchsorted(self.sizes, high, "right")
            found[self.sized[first:last]] = weight
        return found

    def _none(self) -> Weights:
        return np.zeros(len(self.hits), np.float32)


def index(data: Snapshot) -> Index:
    """All there is to find."""
    return data.once(_index)


def indexed(hits: Iterable[Hit], units: Iterable[Unit] = ()) -> Index:
    """Things to find, their texts read, each text once however many have it."""
    hits = list(hits)
    texts: dict[tuple[int, str], list[int]] = {}
    measured: dict[str, list[int]] = {}
    for place, hit in enumerate(hits):
        for key in _texts(hit):
            texts.setdefault(key, []).append(place)
        if hit.unit:
            measured.setdefault(hit.unit, []).append(place)
    values = sorted((abs(float(value)), place) for place, hit in enumerate(hits) for value in hit.values)
    known = measures.units(units)
    return Index(
        hits=hits,
        units=known,
        postings=_postings(texts, known),
        titles=_titles(texts),
        measured={unit_id: _places(places) for unit_id, places in measured.items()},
        sizes=np.array([value for value, _ in values], np.float64),
        sized=_places([place for _, place in values]),
    )


def _texts(hit: Hit) -> Iterator[tuple[int, str]]:
    """What is searched of a hit, with its weight."""
    yield TITLE, hit.title
    yield from ((ABOUT, text) for text in hit.about)
    yield QUOTE, hit.quote
    yield from ((MORE, text) for text in hit.more)


def _postings(texts: Mapping[tuple[int, str], list[int]], units: Units) -> dict[str, dict[int, Places]]:
    found: dict[str, dict[int, list[int]]] = {}
    for (weight, text), places in texts.items():
        spelled = words.compared(text)
        named = (_in_unit(unit_id) for one in units.among(spelled) if one.by_name for unit_id in one.unit_ids)
        for word in {*spelled, *named}:
            found.setdefault(word, {}).setdefault(weight, []).extend(places)
    return {word: {weight: _places(places) for weight, places in each.items()} for word, each in found.items()}


def _in_unit(unit_id: str) -> str:
    """What stands among the words of a text for a unit that it names, however; no word begins so."""
    return f" {unit_id}"


def _titles(texts: Mapping[tuple[int, str], list[int]]) -> dict[tuple[str, ...], Places]:
    found: dict[tuple[str, ...], list[int]] = {}
    for (weight, text), places in texts.items():
        if weight == TITLE:
            found.setdefault(tuple(words.compared(text)), []).extend(places)
    return {title: _places(places) for title, places in found.items()}


def _places(places: Sequence[int]) -> Places:
    return np.array(places, np.int32)


def _index(data: Snapshot) -> Index:
    kinds = (_numbers, _indicators, _charts, _sources, _events)
    return indexed((hit for kind in kinds for hit in kind(data)), data.register.units.values())


def _numbers(data: Snapshot) -> Iterator[Hit]:
    for number in data.register.numbers.values():
        indicator, group, kind = number.indicator, *_origin(number)
        source = "" if number.is_own else number.source.short_name or number.source.title
        notes = (number.note, number.period_note, number.attribution, number.locator)
        yield Hit(
            group,
            number.said,
            passages.opened(data, number),
            about=(indicator.name, number.area.name, number.when, source),
            quote=number.quote,
            more=(indicator.definition, *notes, indicator.chart.name, indicator.chart.topic, number.source.title),
            kind=kind,
            qualifier=number.qualifier,
            values=(number.value,) if number.upper is None else (number.value, number.upper),
            unit=number.unit.unit_id,
            series="" if group == OF_DOCUMENTS else f"/indicators/{indicator.id}",
        )


def _origin(number: Observation) -> tuple[str, str]:
    """The group of a number, and the word for where it is from."""
    if number.is_calculated:
        return OWN, CALCULATED.words.lower()
    group = OF_DOCUMENTS if number.source.is_document else OF_REFERENCES
    return group, SOURCE_KINDS[number.source.kind].words.lower()


def _indicators(data: Snapshot) -> Iterator[Hit]:
    for one in data.register.indicators.values():
        topic = (one.chart.topic, one.unit.name)
        more = (one.definition, one.chart.name, one.chart.note)
        yield Hit(
            INDICATORS, one.name, f"/indicators/{one.id}", topic, more=more, kind="indicator", unit=one.unit.unit_id
        )


def _charts(data: Snapshot) -> Iterator[Hit]:
    drawn = {number.indicator.chart for number in data.register.numbers.values()}
    for chart in data.register.charts.values():
        if chart in drawn:
            more = (chart.headline, chart.note)
            yield Hit(CHARTS, chart.name, f"/charts/{chart.id}", (chart.topic,), more=more, kind="chart")


def _sources(data: Snapshot) -> Iterator[Hit]:
    """Documents before references."""
    for one in sorted(data.register.sources.values(), key=lambda source: source.is_reference):
        about = (one.author, one.publisher, sources.published(one))
        kind = SOURCE_KINDS[one.kind].words.lower()
        yield Hit(SOURCES, one.title, f"/sources/{one.id}", about, more=(one.short_name, one.note), kind=kind)


def _events(data: Snapshot) -> Iterator[Hit]:
    for event in events.events(data.register):
        said = (text for dating in event.datings for text in (dating.quote, dating.printed))
        more = (*said, event.kind, event.note)
        yield Hit(EVENTS, event.name, f"/events/{event.id}", (event.when,), more=more, kind="event")
