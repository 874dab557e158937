"""The index: everything that a search can find, numbers, indicators, charts, sources, events."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.sections import passages, sources
from dashboard.sections.searching import measures, words
from dashboard.sections.searching.measures import Units
from dashboard.sections.searching.postings import Places, Reader, Weights, Words, in_unit
from dashboard.sections.searching.query import Asked, Size
from dashboard.state.store import Snapshot
from validation.model import events
from validation.model.events import Event
from validation.model.observations import Observation
from validation.model.subjects import Chart, Indicator, Source
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


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing to find.

    `title`, `about` and `quote` are shown, and `more` where what is asked for stands there alone. `kind` is a word for
    what it is. `qualifier`, `values` and `unit` are a number's, `series` is the page on which it stands among others.
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


class Hits(Sequence[Hit]):
    """Things to find, each made when it is asked for: of very many all at once would take much memory."""

    def __init__(self, *kinds: tuple[Callable[[Any], Hit], Sequence[Any]]) -> None:
        self._kinds = kinds
        self._starts = [0, *accumulate(len(things) for _, things in kinds)]

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, place: Any) -> Any:
        """The hit at a place from 0. Raises IndexError."""
        if not 0 <= place < len(self):
            raise IndexError(place)
        kind = bisect_right(self._starts, place) - 1
        make, things = self._kinds[kind]
        return make(things[place - self._starts[kind]])


@dataclass(frozen=True)
class Index:
    """Things to find by the words of their texts, by their units and their values.

    `words` says in which hits each word stands; `titles` are the whole titles by their hash, `titled` whose they are.
    """

    hits: Sequence[Hit]
    units: Units
    words: Words
    titles: NDArray[np.int64]
    titled: Places
    measured: Mapping[str, Places]
    sizes: NDArray[np.float64]
    sized: Places
    groups: NDArray[np.int8]
    """The group of each hit, by its place among `GROUPS`."""

    series: Places
    """A number for each page on which a hit stands among others, the same for those on one page; 0 for none."""

    @property
    def spelled(self) -> Sequence[str]:
        """All words in the order of their letters."""
        return self.words.spelled

    def called(self, title: Sequence[str]) -> Places:
        """The hits whose whole title, word by word, this is."""
        asked = hash(tuple(title))
        return self.titled[np.searchsorted(self.titles, asked, "left") : np.searchsorted(self.titles, asked, "right")]

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
        beginning = f"{word}." if word[0].isdigit() else word if len(word) >= words.LEAST_PREFIX else ""
        self.words.weigh(found, word, words.SAME)
        if beginning:
            self.words.weigh_beginning(found, beginning, words.BEGINNING)
        for other in words.alike(word):
            self.words.weigh(found, other, words.ALIKE)
        return found

    def _by_unit(self, asked: Asked) -> Weights:
        """Those in one of its units; by a word that may mean something else only where that stands nowhere."""
        found = self._none()
        if asked.by_name or (asked.units and not self._by_words(asked.words).any()):
            for unit_id in asked.units:
                found[self.measured.get(unit_id, [])] = UNIT
                self.words.weigh(found, in_unit(unit_id), words.SAME)
        return found

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


def indexed(hits: Sequence[Hit], units: Iterable[Unit] = ()) -> Index:
    """Things to find, their texts read; each hit is looked at once."""
    known = measures.units(units)
    read, titles, measured = Reader(known), array("q"), dict[str, list[int]]()
    values: list[tuple[float, int]] = []
    groups, series, pages, order = array("b"), array("i"), {"": 0}, list(GROUPS)
    for place, hit in enumerate(hits):
        read.add(place, _texts(hit))
        titles.append(hash(tuple(words.compared(hit.title))))
        groups.append(order.index(hit.group))
        series.append(pages.setdefault(hit.series, len(pages)))
        values += ((abs(float(value)), place) for value in hit.values)
        if hit.unit:
            measured.setdefault(hit.unit, []).append(place)
    values.sort()
    hashes = np.array(titles, np.int64)
    titled = np.argsort(hashes, kind="stable")
    return Index(
        hits=hits,
        units=known,
        words=read.words(),
        titles=hashes[titled],
        titled=titled.astype(np.int32),
        measured={unit_id: np.array(places, np.int32) for unit_id, places in measured.items()},
        sizes=np.array([value for value, _ in values], np.float64),
        sized=np.array([place for _, place in values], np.int32),
        groups=np.array(groups, np.int8),
        series=np.array(series, np.int32),
    )


def _texts(hit: Hit) -> Iterator[tuple[int, str]]:
    """What is searched of a hit, with its weight."""
    yield TITLE, hit.title
    yield from ((ABOUT, text) for text in hit.about)
    yield QUOTE, hit.quote
    yield from ((MORE, text) for text in hit.more)


def _index(data: Snapshot) -> Index:
    register = data.register
    numbers, charts = [*register.numbers.values()], register.charts.values()
    drawn = {number.indicator.chart for number in numbers}
    named = sorted(register.sources.values(), key=lambda source: source.is_reference)  # documents before references
    hits = Hits(
        (partial(_number, data), numbers),
        (_indicator, [*register.indicators.values()]),
        (_chart, [chart for chart in charts if chart in drawn]),
        (_source, named),
        (_event, events.events(register)),
    )
    return indexed(hits, register.units.values())


def _number(data: Snapshot, number: Observation) -> Hit:
    indicator, group, kind = number.indicator, *_origin(number)
    source = "" if number.is_own else number.source.short_name or number.source.title
    notes = (number.note, number.period_note, number.attribution, number.locator)
    return Hit(
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


def _indicator(one: Indicator) -> Hit:
    topic = (one.chart.topic, one.unit.name)
    more = (one.definition, one.chart.name, one.chart.note)
    return Hit(INDICATORS, one.name, f"/indicators/{one.id}", topic, more=more, kind="indicator", unit=one.unit.unit_id)


def _chart(chart: Chart) -> Hit:
    more = (chart.headline, chart.note)
    return Hit(CHARTS, chart.name, f"/charts/{chart.id}", (chart.topic,), more=more, kind="chart")


def _source(one: Source) -> Hit:
    about = (one.author, one.publisher, sources.published(one))
    kind = SOURCE_KINDS[one.kind].words.lower()
    return Hit(SOURCES, one.title, f"/sources/{one.id}", about, more=(one.short_name, one.note), kind=kind)


def _event(event: Event) -> Hit:
    said = (text for dating in event.datings for text in (dating.quote, dating.printed))
    more = (*said, event.kind, event.note)
    return Hit(EVENTS, event.name, f"/events/{event.id}", (event.when,), more=more, kind="event")
