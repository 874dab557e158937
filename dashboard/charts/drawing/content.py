"""What a chart draws: its numbers with what tells them apart, the kind it is drawn as, the verdicts on accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from math import inf

from validation import vocabulary
from validation.model import accounts
from validation.model.accounts import Quantity
from validation.model.events import Dating
from validation.model.observations import Observation
from validation.model.subjects import Source

# Beside a mark a title is cut to so many characters; pointing at the mark shows it whole.
SHORT = 26
CALCULATED = vocabulary.CALCULATED.words.lower()


@dataclass(frozen=True, slots=True)
class Name:
    """What a number is called in its chart: its indicator, and where that is not enough, what else there is."""

    title: str
    detail: str = ""


@dataclass(frozen=True, eq=False)
class Titled(Quantity):
    """A quantity as a chart shows it: with what it is called there, and what is said of two accounts, by their ids."""

    title: str
    said: Mapping[frozenset[str], str]

    @cached_property
    def verdicts(self) -> Mapping[frozenset[str], str]:
        """The verdict on two of its accounts: a person's, else that they contradict where they can't both be true."""
        clashing = dict.fromkeys(map(frozenset, self.clashes), vocabulary.CONFLICT)
        pairs = map(frozenset, combinations(self.ids, 2))
        return clashing | {pair: self.said[pair] for pair in pairs if pair in self.said}

    @cached_property
    def verdict(self) -> str:
        """The gravest of its verdicts."""
        return accounts.gravest(self.verdicts.values())

    @property
    def opposed(self) -> list[tuple[Observation, Observation]]:
        """The pairs of accounts that its verdict is on, of each the lower first; none where they agree."""
        pairs = combinations(sorted(self.numbers, key=lambda one: one.common), 2)
        return [pair for pair in pairs if self.verdicts.get(frozenset(one.id for one in pair)) == self.verdict]


@dataclass(frozen=True, eq=False)
class Drawing:
    """The numbers of one chart and the `kind` they are drawn as, a code of `vocabulary.CHART_KINDS`.

    `key` names it ("chart/<id>", "indicator/<id>", "accounts/<id>"); `base` says what shares are of; `said` has the
    verdicts on two accounts, by both their ids; `headline` is a person's, "" where there is none.
    """

    key: str
    numbers: tuple[Observation, ...]
    kind: str
    base: str = ""
    said: Mapping[frozenset[str], str] = field(default_factory=dict)
    headline: str = ""

    def of(self, numbers: Iterable[Observation]) -> Drawing:
        """The same chart of other numbers, or of these in another order."""
        other = replace(self, numbers=tuple(numbers))
        if {one.id for one in other.numbers} == set(self.names):  # what they are called does not hang on the order
            vars(other)["names"] = {one.id: self.names[one.id] for one in other.numbers}
        return other

    @property
    def stated(self) -> list[Observation]:
        """The numbers that sources state, and what those of one come to together."""
        return [number for number in self.numbers if not number.is_own]

    @cached_property
    def names(self) -> Mapping[str, Name]:
        """A name for each number, by its id."""
        return {number.id: name for number, name in zip(self.numbers, names(self.numbers), strict=True)}

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """What is said beside each number, by its id, of who tells it: a source in short, or that it is calculated."""
        named = short_sources(number.told_by for number in self.numbers)
        return {number.id: as_sum(number, named[number.told_by.id]) for number in self.numbers}

    @cached_property
    def timeless(self) -> list[Observation]:
        """What may be of a year or of a part of one, for nobody says, while others in its unit are of a part of a year.

        Not what others of it are of whole years.
        """
        parts = {one.indicator.unit.sign for one in self.numbers if one.is_part_year}
        whole = {one.indicator for one in self.numbers if one.period and not one.is_part_year}
        loose = [one for one in self.stated if one.period is None and one.indicator not in whole]
        return [one for one in loose if one.indicator.unit.sign in parts and one.indicator.measure != vocabulary.SHARE]

    def where(self, number: Observation) -> str:
        """The area of a number, where there are several and what the number is called does not say which."""
        named = self.names[number.id].title.startswith(f"{number.indicator.name}, {number.area.name}")
        return "" if named or len({one.area for one in self.numbers}) < 2 else number.area.name

    @cached_property
    def quantities(self) -> list[Titled]:
        """The numbers by quantity; titles say the period where one thing has several."""
        found = accounts.quantities(self.numbers)
        times: dict[str, set[str]] = {}
        for quantity in found:
            times.setdefault(self._title(quantity), set()).add(quantity.numbers[0].when)
        return [self._titled(quantity, len(times[self._title(quantity)]) > 1) for quantity in found]

    def in_time(self) -> Drawing:
        """The numbers in their order, but several periods of one thing one after another, unknown ones last."""
        titles = [name.title for name in self.names.values()]
        place = {title: i for i, title in reversed(list(enumerate(titles)))}
        return self.of(sorted(self.numbers, key=lambda number: (place[self.names[number.id].title], _days(number))))

    def _titled(self, quantity: Quantity, with_period: bool) -> Titled:
        title, when = self._title(quantity), quantity.numbers[0].when
        return Titled(quantity.numbers, f"{title}, {when}" if with_period and when else title, self.said)

    def _title(self, quantity: Quantity) -> str:
        return self.names[quantity.id].title


def are_whole(numbers: Iterable[Observation]) -> bool:
    """Whether they count things of which there is no half."""
    return all(one.indicator.measure == vocabulary.COUNT and one.common % 1 == 0 for one in numbers)


def equal(number: Observation) -> str:
    """What a number comes to in its indicator's unit, where that is another than its own: "= 8.09 km²"."""
    return f"= {number.converted}" if number.converted else ""


def note(dating: Dating) -> str:
    """What is to be said of a dating beside its event: "“1981” in Meadow Weekly, wrong date"."""
    said = verdict(dating)
    return f"“{dating.printed}” in {short_source(dating.source)}{', ' if said else ''}{said}"


def verdict(dating: Dating) -> str:
    """What a dating comes to: "wrong date (medium confidence)"; "" for one that fits."""
    if not dating.verdict:
        return ""
    sure = unsure(dating)
    return f"{vocabulary.DATINGS[dating.verdict].words.lower()}{f' ({sure})' if sure else ''}"


def unsure(dating: Dating) -> str:
    """How sure it is that a dating is wrong, where that is less than could be: "medium confidence"; else ""."""
    if dating.confidence in ("", vocabulary.HIGH):
        return ""
    return f"{vocabulary.CONFIDENCES[dating.confidence].words.lower()} confidence"


def names(numbers: Sequence[Observation]) -> list[Name]:
    """A name for each: indicator and, where indicators repeat, area; period and source where they differ."""
    areas: dict[str, set[str]] = {}
    for number in numbers:
        areas.setdefault(number.indicator.name, set()).add(number.area.name)
    titles = told_apart([_title(number, len(areas[number.indicator.name]) > 1) for number in numbers], numbers)
    stated = [number for number in numbers if not number.is_own]
    periods = len({number.when for number in stated}) > 1
    sources = short_sources(number.told_by for number in stated)
    details = [" · ".join(_details(number, periods, sources)) for number in numbers]
    return [Name(title, detail) for title, detail in zip(titles, details, strict=True)]


def told_apart(titles: Sequence[str], numbers: Sequence[Observation]) -> list[str]:
    """The titles of numbers; one that several things have with what tells them apart: the id of indicator or area."""
    things: dict[str, set[tuple[str, str]]] = {}
    for title, number in zip(titles, numbers, strict=True):
        things.setdefault(title, set()).add((number.indicator.id, number.area.id))
    ids = (_telling(things[title], number) for title, number in zip(titles, numbers, strict=True))
    return [f"{title} ({id})" if id else title for title, id in zip(titles, ids, strict=True)]


def short_sources(sources: Iterable[Source]) -> dict[str, str]:
    """A short name of each source by id: of a document, the first that no other source here has."""
    found = {source.id: source for source in sources}
    often = Counter(name for source in found.values() for name in set(_short_names(source)))
    return {name: _short_source(source, often) for name, source in found.items()}


def short_source(source: Source) -> str:
    """What a source is called where it stands alone."""
    return _short_names(source)[0]


def as_sum(number: Observation, source: str) -> str:
    """Who tells a number, with whether it is the sum of what they state."""
    return f"{source}, sum" if number.is_sum else source


def cut(title: str) -> str:
    """The first words of a title that is long, never ending in a small word such as "of"."""
    if len(title) <= SHORT:
        return title
    words = title[: SHORT + 1].rsplit(" ", 1)[0].split(" ") if " " in title[: SHORT + 1] else [title[:SHORT]]
    while len(words) > 1 and words[-1].islower() and len(words[-1]) < 4:
        words.pop()
    return " ".join(words).rstrip(" ,;:–—-") + "…"


def _days(number: Observation) -> tuple[float, float]:
    return number.period.days if number.period else (inf, inf)


def _title(number: Observation, with_area: bool) -> str:
    area = number.area.name
    return f"{number.indicator.name}, {area}" if with_area and area else number.indicator.name


def _telling(things: set[tuple[str, str]], number: Observation) -> str:
    """The id that tells a number's indicator and area from the others of one title; both where neither does alone."""
    ids = number.indicator.id, number.area.id
    alone = (id for id, others in zip(ids, zip(*things, strict=True), strict=True) if len(set(others)) == len(things))
    return next(alone, ", ".join(ids)) if len(things) > 1 else ""


def _details(number: Observation, periods: bool, sources: Mapping[str, str]) -> Iterable[str]:
    if periods and number.when:
        yield number.when
    if number.is_own:
        yield CALCULATED
    elif len(sources) > 1 or number.is_sum:
        yield as_sum(number, sources[number.told_by.id])


def _short_source(source: Source, often: Mapping[str, int]) -> str:
    if not source.id:
        return CALCULATED
    if source.is_reference:
        return short_source(source)
    return next((name for name in _short_names(source) if often[name] == 1), source.title)


def _short_names(source: Source) -> list[str]:
    """What a source can be called, a title by its beginning."""
    return [cut(name) if name == source.title else name for name in source.names]
