"""The index: everything that a search can find, numbers, indicators, events, sources, charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.sections import sources
from dashboard.sections.searching import words
from validation.model import events
from validation.model.register import Register

WEIGHTS = (8, 3, 2, 1)
"""Of a word in the title, in what is said about a hit, in its quote, in the rest."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing to find.

    `title`, `about` and `quote` are shown, `more` is searched alone. `qualifier` and `values` are a number's.
    """

    group: str
    title: str
    href: str
    about: str = ""
    quote: str = ""
    more: str = ""
    qualifier: str = ""
    values: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """Things to find by the words of their texts.

    `weights` says of each word in which hits it stands, by their places in `hits`, and how much it weighs; `spelled`
    are the words in the order of their letters. `titles` are the hits' titles word by word, `values` their numbers.
    """

    hits: Sequence[Hit]
    titles: Sequence[list[str]]
    weights: Mapping[str, Mapping[int, int]]
    spelled: Sequence[str]
    values: Mapping[Decimal, Sequence[int]]

    def standing(self, word: str) -> dict[int, int]:
        """The hits with a word that is asked for, or with one that it begins, and how well each fits."""
        found: dict[int, int] = {}
        for other in words.beginning(word, self.spelled):
            closeness = words.closeness(word, other)
            for place, weight in self.weights[other].items() if closeness else ():
                found[place] = max(found.get(place, 0), weight * closeness)
        return found


def index(register: Register) -> Index:
    """All there is to find."""
    return register.once(_index)


def indexed(hits: Iterable[Hit]) -> Index:
    """Things to find, their texts read."""
    hits = list(hits)
    weights: dict[str, dict[int, int]] = {}
    values: dict[Decimal, list[int]] = {}
    titles = [words.compared(hit.title) for hit in hits]
    for place, hit in enumerate(hits):
        texts = (titles[place], *map(words.compared, (hit.about, hit.quote, hit.more)))
        for weight, text in zip(WEIGHTS, texts, strict=True):
            for word in text:
                weights.setdefault(word, {}).setdefault(place, weight)
        for value in hit.values:
            values.setdefault(value, []).append(place)
    return Index(hits, titles, weights, sorted(weights), values)


def _index(register: Register) -> Index:
    kinds = (_numbers, _indicators, _events, _sources, _charts)
    return indexed(hit for kind in kinds for hit in kind(register))


def _numbers(register: Register) -> Iterator[Hit]:
    for number in register.numbers.values():
        yield Hit(
            "Numbers",
            number.said,
            f"/observations/{number.id}",
            _listed(number.indicator.name, number.area.name, number.when, number.said_by),
            number.quote,
            " ".join((number.indicator.chart.topic, number.attribution, number.note)),
            number.qualifier,
            (number.value,) if number.upper is None else (number.value, number.upper),
        )


def _indicators(register: Register) -> Iterator[Hit]:
    for one in register.indicators.values():
        yield Hit("Indicators", one.name, f"/indicators/{one.id}", one.definition, more=one.chart.topic)


def _events(register: Register) -> Iterator[Hit]:
    for event in events.events(register):
        said = (text for dating in event.datings for text in (dating.printed, dating.quote))
        more = " ".join((*said, event.kind, event.note))
        yield Hit("Events", event.name, f"/events/{event.id}", event.when, more=more)


def _sources(register: Register) -> Iterator[Hit]:
    for one in register.sources.values():
        about = _listed(one.author, one.publisher, sources.published(one))
        yield Hit("Sources", one.title, f"/sources/{one.id}", about)


def _charts(register: Register) -> Iterator[Hit]:
    drawn = {number.indicator.chart for number in register.numbers.values()}
    for chart in register.charts.values():
        if chart in drawn:
            yield Hit("Charts", chart.name, f"/charts/{chart.id}", chart.topic, more=chart.note)


def _listed(*parts: str) -> str:
    return " · ".join(filter(None, parts))
