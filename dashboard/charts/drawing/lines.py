"""Numbers sorted into lines, each of one origin, and single numbers that stand by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.charts.drawing.content import as_sum, short_sources
from validation.language.written import capitalized
from validation.model.observations import Observation


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


def span(number: Observation) -> tuple[float, float]:
    """The beginning and the exclusive end of the period of a number that has one, in years."""
    return number.period.axis if number.period else (0.0, 0.0)


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


def breaks(lines: Sequence[Line]) -> list[float]:
    """The years at which one source's line ends and another's of the same indicator and area goes on."""
    found = set()
    for line in lines:
        later = [
            other.xs[0]
            for other in lines
            if _subject(other.numbers[0]) == _subject(line.numbers[0]) and other.xs[0] > line.xs[-1]
        ]
        if later:
            found.add((line.xs[-1] + min(later)) / 2)
    return sorted(found)


def _follows(numbers: Sequence[Observation]) -> bool:
    periods = sorted({number.period.days for number in numbers if number.period})
    return len(periods) > 2 and all(before[1] < after[0] for before, after in pairwise(periods))


def _key(number: Observation) -> tuple:
    return (*_subject(number), _origin(number), number.is_to_date)


def _subject(number: Observation) -> tuple[str, str]:
    return number.indicator.id, number.area.id


def _origin(number: Observation) -> str:
    """Whose number it is: a reference may only pass on what its attribution says, another goes on passing it on."""
    return number.told_by.id if number.told_by.is_document else number.attribution or number.told_by.id


def _names(numbers: Sequence[Observation]) -> list[str]:
    """What tells the lines apart: indicator, area or whose numbers they are, which stands where nothing does."""
    sources = short_sources(number.told_by for number in numbers)
    indicators = _without_common([number.indicator.name for number in numbers])
    origins = [number.attribution or sources[number.told_by.id] for number in numbers]
    parts = list(zip(indicators, [number.area.name for number in numbers], origins, strict=True))
    differing = [i for i in range(3) if len({part[i] for part in parts}) > 1] or [2]
    return [capitalized(" · ".join(part[i] for i in differing if part[i])) for part in parts]


def _without_common(names: Sequence[str]) -> list[str]:
    """The names without the first words, up to a comma, where all begin with the same."""
    first = {name.partition(", ")[0] for name in names}
    if len(first) > 1 or len(set(names)) == 1:
        return list(names)
    return [name.partition(", ")[2] or name for name in names]
