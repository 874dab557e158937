"""What a chart draws: its numbers with what tells them apart, the kind it is drawn as, the verdicts on accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from validation.model.observations import Observation
from validation.model.subjects import Source

# Beside a mark a title is cut to so many characters; pointing at the mark shows it whole.
SHORT = 26
CALCULATED = "calculated"


@dataclass(frozen=True, slots=True)
class Name:
    """What a number is called in its chart: its indicator, and where that is not enough, what else there is."""

    title: str
    detail: str = ""


@dataclass(frozen=True, eq=False)
class Drawing:
    """The numbers of one chart and the `kind` they are drawn as, a code of `vocabulary.CHART_KINDS`.

    `key` names it ("chart/<id>", "indicator/<id>", "accounts/<id>"); `base` says what shares are of; `verdicts` are
    what is said of accounts, by the id of each number of them.
    """

    key: str
    numbers: tuple[Observation, ...]
    kind: str
    base: str = ""
    verdicts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def names(self) -> Mapping[str, Name]:
        """A name for each number, by its id."""
        return {number.id: name for number, name in zip(self.numbers, names(self.numbers), strict=True)}

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """A short name of each source by id; what is calculated has the id ""."""
        return short_sources(number.source for number in self.numbers)


def names(numbers: Sequence[Observation]) -> list[Name]:
    """A name for each: indicator and, where indicators repeat, area; period and source where they differ."""
    areas: dict[str, set[str]] = {}
    for number in numbers:
        areas.setdefault(number.indicator.name, set()).add(number.area.name)
    titles = [_title(number, len(areas[number.indicator.name]) > 1) for number in numbers]
    stated = [number for number in numbers if not number.is_calculated]
    periods = len({number.when for number in stated}) > 1
    sources = short_sources(number.source for number in stated)
    details = [" · ".join(_details(number, periods, sources)) for number in numbers]
    return [Name(title, detail) for title, detail in zip(titles, details, strict=True)]


def short_sources(sources: Iterable[Source]) -> dict[str, str]:
    """A short name of each source by id: of a document, the first that no other source here has."""
    found = {source.id: source for source in sources}
    often = Counter(name for source in found.values() for name in set(_short_names(source)))
    return {name: _short_source(source, often) for name, source in found.items()}


def short_source(source: Source) -> str:
    """What a source is called where it stands alone."""
    return _short_names(source)[0]


def cut(title: str) -> str:
    """The first words of a title that is long, never ending in a small word such as "of"."""
    if len(title) <= SHORT:
        return title
    words = title[: SHORT + 1].rsplit(" ", 1)[0].split(" ") if " " in title[: SHORT + 1] else [title[:SHORT]]
    while len(words) > 1 and words[-1].islower() and len(words[-1]) < 4:
        words.pop()
    return " ".join(words).rstrip(" ,;:–—-") + "…"


def _title(number: Observation, with_area: bool) -> str:
    area = number.area.name
    return f"{number.indicator.name}, {area}" if with_area and area else number.indicator.name


def _details(number: Observation, periods: bool, sources: Mapping[str, str]) -> Iterable[str]:
    if periods and number.when:
        yield number.when
    if number.is_calculated:
        yield CALCULATED
    elif len(sources) > 1:
        yield sources[number.source.id]


def _short_source(source: Source, often: Mapping[str, int]) -> str:
    if not source.id:
        return CALCULATED
    if source.is_reference:
        return short_source(source)
    return next((name for name in _short_names(source) if often[name] == 1), source.title)


def _short_names(source: Source) -> list[str]:
    """What a source can be called, a title by its beginning."""
    return [cut(name) if name == source.title else name for name in source.names]
