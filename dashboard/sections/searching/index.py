"""The index: everything that a search can find, numbers, indicators, events, sources, charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.sections import sources
from dashboard.sections.searching import words
from dashboard.sections.searching.words import Term
from validation.model import events
from validation.model.register import Register


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
class Indexed:
    """A thing to find with the terms of its texts, the weightiest text first."""

    hit: Hit
    texts: tuple[list[Term], ...]


def index(register: Register) -> Sequence[Indexed]:
    """All there is to find."""
    return register.once(_index)


def indexed(hit: Hit) -> Indexed:
    """A thing to find, its texts read."""
    return Indexed(hit, tuple(map(words.read, (hit.title, hit.about, hit.quote, hit.more))))


def _index(register: Register) -> list[Indexed]:
    kinds = (_numbers, _indicators, _events, _sources, _charts)
    return [indexed(hit) for kind in kinds for hit in kind(register)]


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
