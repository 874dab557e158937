"""Numbers sorted into lines, each of one origin, and single numbers that stand by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise, takewhile
from typing import NamedTuple

from dashboard.charts.drawing.content import as_sum, short_sources, told_apart
from validation.language.periods import Period
from validation.language.written import capitalized
from validation.model.observations import Observation

# Two lines are nearly one where they are nowhere further apart than this part of their largest value.
TOGETHER = 0.15

# A year is missing where a step is longer than the line's shortest by this factor; days of surveys move a little.
_MISSING = 1.75

_PARTS = {1: "a twelfth", 2: "a sixth", 3: "a quarter", 4: "a third", 6: "half", 8: "two thirds", 9: "three quarters"}


@dataclass(frozen=True)
class Line:
    """Numbers of one indicator, area and origin (a source, or whom it says its numbers are from), in order of time."""

    numbers: list[Observation]
    name: str = ""

    @property
    def xs(self) -> list[float]:
        """The middles of the periods, in years."""
        return [when(number) for number in self.numbers]

    @property
    def ys(self) -> list[float]:
        """The values in the common unit."""
        return [number.common for number in self.numbers]

    @property
    def is_of_document(self) -> bool:
        """Whether a document states it."""
        return any(number.is_of_document for number in self.numbers)

    @property
    def runs(self) -> list[list[Observation]]:
        """The numbers that may be joined, run by run: between two runs something is missing."""
        steps = [after - before for before, after in pairwise(self.xs) if after > before]
        longest = _MISSING * min(steps, default=0.0)
        runs = [self.numbers[:1]]
        for before, after in pairwise(self.numbers):
            if span(after)[0] > span(before)[1] and when(after) - when(before) > longest:
                runs.append([])
            runs[-1].append(after)
        return runs

    @property
    def turns(self) -> list[Observation]:
        """Its last number, its highest, its lowest and its first, each once, in this order."""
        lowest, *_, highest = sorted(self.numbers, key=lambda number: number.common)
        return list(dict.fromkeys((self.numbers[-1], highest, lowest, self.numbers[0])))


class Band(NamedTuple):
    """Two lines that are nearly one, number by number of the same periods, under one name."""

    one: Line
    other: Line
    name: str


class Ranks(NamedTuple):
    """Lines by how much they stand out: the one the chart is about, those drawn thin, and what is nearly one."""

    hero: Line | None
    others: list[Line]
    bands: list[Band]


def span(number: Observation) -> tuple[float, float]:
    """The beginning and the exclusive end of the period of a number that has one, in years."""
    return _axis(number.period) if number.period else (0.0, 0.0)


@lru_cache(20_000)
def _axis(period: Period) -> tuple[float, float]:
    """A drawing asks for its periods again and again, at each width that it is made for."""
    return period.axis


def when(number: Observation) -> float:
    """The middle of a number's period, in years."""
    return sum(span(number)) / 2


def dated(numbers: Sequence[Observation]) -> list[Observation]:
    """The numbers that have a place in time."""
    return [number for number in numbers if number.period]


def split(numbers: Sequence[Observation]) -> tuple[list[Line], list[Observation]]:
    """The lines, longest first, and the numbers that are in none.

    A line has three periods or more, none of which lies partly in another; a year to date is in no line of whole
    years.
    """
    groups: dict[tuple, list[Observation]] = {}
    for number in dated(numbers):
        groups.setdefault(_key(number), []).append(number)
    found = [group for group in groups.values() if _follows(group)]
    lines = [sorted(group, key=when) for group in sorted(found, key=len, reverse=True)]
    inside = {number.id for line in lines for number in line}
    names = zip(lines, _names([line[0] for line in lines]), strict=True)
    # A line of which only some points are sums is that of what the source states.
    named = [Line(line, as_sum(line[0], name) if all(one.is_sum for one in line) else name) for line, name in names]
    return named, [number for number in numbers if number.id not in inside]


def rank(lines: Sequence[Line]) -> Ranks:
    """The lines by how much they stand out; of those in no band a document's does, else the one that reaches furthest.

    Of several that end in one year it is the longest, then the one that ends highest.
    """
    bands: list[Band] = []
    left = list(lines)
    for one, other in combinations(lines, 2):
        if one in left and other in left and _are_nearly_one(one, other):
            bands.append(Band(one, other, _together(one.name, other.name)))
            left = [line for line in left if line not in (one, other)]
    hero = max(left, key=_prominence, default=None)
    return Ranks(hero, [line for line in left if line is not hero], bands)


def told(number: Observation) -> str:
    """Its period as it is told beside its mark; whether that is inferred is said where one points."""
    return number.when if number.is_to_date or not number.period else number.period.words


def part_of_year(number: Observation) -> str:
    """How much of a year whole months of it are: "a third of a year"; "" for anything else."""
    first, last = span(number)
    months = round((last - first) * 12)
    whole = number.period is not None and not any(end.day for end in number.period.ends) and months in range(1, 12)
    return f"{_PARTS.get(months, f'{months} months')} of a year" if whole else ""


def _follows(numbers: Sequence[Observation]) -> bool:
    periods = sorted({number.period.days for number in numbers if number.period})
    return len(periods) > 2 and all(before[1] < after[0] for before, after in pairwise(periods))


def _prominence(line: Line) -> tuple:
    return line.is_of_document, int(line.xs[-1]), len(line.numbers), line.ys[-1]


def _are_nearly_one(one: Line, other: Line) -> bool:
    """Whether two references' lines count one thing in the same periods, and hardly differ."""
    if one.is_of_document or other.is_of_document or one.xs != other.xs or _kind(one) != _kind(other):
        return False
    apart = max(abs(a - b) for a, b in zip(one.ys, other.ys, strict=True))
    return apart <= TOGETHER * max(map(abs, (*one.ys, *other.ys)))


def _kind(line: Line) -> tuple[str, str, str]:
    """What a line counts; what follows the last comma of its name says who reports it, or how."""
    number = line.numbers[0]
    name = number.indicator.name
    return number.indicator.unit.sign, number.area.id, name.rpartition(", ")[0] or name


def _together(one: str, other: str) -> str:
    """Two names as one, with the words they share said once: "Reported by the buyer and seller"."""
    first, second = one.split(" "), other.split(" ")
    begin = _shared(first, second)
    end = _shared(first[begin:][::-1], second[begin:][::-1])
    middle = [" ".join(words[begin : len(words) - end]) for words in (first, second)]
    return " ".join([*first[:begin], " and ".join(filter(None, middle)), *first[len(first) - end :]]).strip()


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two names begin with that are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _key(number: Observation) -> tuple:
    return (*_subject(number), _origin(number), number.is_to_date)


def _subject(number: Observation) -> tuple[str, str]:
    return number.indicator.id, number.area.id


def _origin(number: Observation) -> str:
    """Whose number it is: a reference may only pass on what its attribution says, another goes on passing it on."""
    return number.told_by.id if number.told_by.is_document else number.attribution or number.told_by.id


def _names(numbers: Sequence[Observation]) -> list[str]:
    """What tells the lines apart: indicator, area or whose numbers they are, which stands where nothing does.

    What a source or a teller is called is written as it is.
    """
    sources = short_sources(number.told_by for number in numbers)
    indicators = map(capitalized, _without_common([number.indicator.name for number in numbers]))
    origins = [number.attribution or sources[number.told_by.id] for number in numbers]
    parts = list(zip(indicators, [number.area.name for number in numbers], origins, strict=True))
    differing = [i for i in range(3) if len({part[i] for part in parts}) > 1] or [2]
    return told_apart([" · ".join(part[i] for i in differing if part[i]) for part in parts], numbers)


def _without_common(names: Sequence[str]) -> list[str]:
    """The names without the first words, up to a comma, where all begin with the same."""
    first = {name.partition(", ")[0] for name in names}
    if len(first) > 1 or len(set(names)) == 1:
        return list(names)
    return [name.partition(", ")[2] or name for name in names]
