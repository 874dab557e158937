"""Rows sorted into lines, each of one origin, and single numbers that stand by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.charts import dates
from dashboard.charts.rows import Row, common, short_sources


@dataclass(frozen=True)
class Line:
    """Numbers of one indicator, area and origin (a source, or whom it says its numbers are from), in order of time."""

    rows: list[Row]
    name: str = ""

    @property
    def xs(self) -> list[float]:
        """The middles of the periods, in years."""
        return [when(row) for row in self.rows]

    @property
    def ys(self) -> list[float]:
        """The values in the common unit."""
        return [common(row) for row in self.rows]


def when(row: Row) -> float:
    """The middle of a row's period, in years."""
    first, last = dates.span(row["period"]) or (0.0, 0.0)
    return (first + last) / 2


def split(rows: Sequence[Row]) -> tuple[list[Line], list[Row]]:
    """The lines, longest first, and the rows that are in none.

    A line has three periods or more, none of which lies partly in another; a year to date is in no line of whole
    years.
    """
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(_key(row), []).append(row)
    found = [group for group in groups.values() if _follows(group)]
    lines = [Line(sorted(group, key=when)) for group in sorted(found, key=len, reverse=True)]
    inside = {row["observation_id"] for line in lines for row in line.rows}
    named = [Line(line.rows, name) for line, name in zip(lines, _names(lines), strict=True)]
    return named, [row for row in rows if row["observation_id"] not in inside]


def breaks(lines: Sequence[Line]) -> list[float]:
    """The years at which one source's line ends and another's of the same indicator and area goes on."""
    found = set()
    for line in lines:
        later = [
            other.xs[0]
            for other in lines
            if _subject(other.rows[0]) == _subject(line.rows[0]) and other.xs[0] > line.xs[-1]
        ]
        if later:
            found.add((line.xs[-1] + min(later)) / 2)
    return sorted(found)


def _follows(rows: Sequence[Row]) -> bool:
    spans = sorted({dates.span(row["period"]) or (0.0, 0.0) for row in rows})
    return len(spans) > 2 and all(before[1] <= after[0] + 1e-6 for before, after in pairwise(spans))


def _key(row: Row) -> tuple[str, ...]:
    return (*_subject(row), _origin(row), str(row["period_basis"] == "to-date"))


def _subject(row: Row) -> tuple[str, str]:
    return row["indicator_id"], row["area_id"]


def _origin(row: Row) -> str:
    """Whose number it is: a reference may only pass on what its attribution says, another goes on passing it on."""
    return row["source_id"] if _document(row) else row["attribution"] or row["source_id"]


def _document(row: Row) -> bool:
    return row["source_kind"] == "document"


def _names(lines: Sequence[Line]) -> list[str]:
    """What tells the lines apart: indicator, area or whose numbers they are, which stands where nothing does."""
    rows = [line.rows[0] for line in lines]
    sources = short_sources(rows)
    indicators = _without_common([row["indicator"] for row in rows])
    origins = [row["attribution"] or sources[row["source_id"]] for row in rows]
    parts = list(zip(indicators, [row["area"] for row in rows], origins, strict=True))
    differing = [i for i in range(3) if len({part[i] for part in parts}) > 1] or [2]
    names = (" · ".join(part[i] for i in differing if part[i]) for part in parts)
    return [name[:1].upper() + name[1:] for name in names]


def _without_common(names: Sequence[str]) -> list[str]:
    """The names without the first words, up to a comma, where all begin with the same."""
    first = {name.partition(", ")[0] for name in names}
    if len(first) > 1 or len(set(names)) == 1:
        return list(names)
    return [name.partition(", ")[2] or name for name in names]
