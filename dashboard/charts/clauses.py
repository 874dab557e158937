"""What charts of each kind state, clause by clause, the strongest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from dashboard.charts import dates, numbers, quantities
from dashboard.charts.drawing import lines
from dashboard.charts.kinds import growth
from dashboard.charts.kinds.growth import Growth
from dashboard.charts.rows import Row, common, common_symbol, names, said, top

PICTURED = 20
"""Beyond it, that one area is so many times another says little."""


_ATTRIBUTE = re.compile(r"-(day|week|month|year|decade)$")


def clauses(rows: Sequence[Row], kind: str) -> Iterator[str]:
    """The clauses of a headline: "Exports up 41.3% to $73.15 billion"; rows must not be empty."""
    return _CLAUSES.get(kind, _largest)(rows)


def told(row: Row) -> str:
    """A row's words inside a sentence: a qualifier that began its own sentence is small here.

    Words that need a noun behind them, such as "seven-week", stand in quotes.
    """
    words = said(row)
    if _ATTRIBUTE.search(words):
        return f"“{words}”"
    return words[:1].lower() + words[1:] if numbers.split(words)[0] else words


def lowered(name: str, rows: Sequence[Row]) -> str:
    """A name as it goes on inside a sentence: small, where a quote writes its first word small."""
    word = name.split(" ")[0]
    small = word[:1].lower() + word[1:]
    quoted = {part.strip(".,;:()") for row in rows for part in str(row["quote"]).split()}
    return small + name[len(word) :] if small.strip(":,") in quoted else name


def _growths(rows: Sequence[Row]) -> Iterator[str]:
    found = {one.change["observation_id"]: one for one in growth.pair(rows)}
    for quantity in quantities.groups([one.change for one in found.values()]):
        members = [found[row["observation_id"]] for row in quantity.rows]
        said = dict.fromkeys(one.said for one in members)
        yield f"{_grown(members[0], quantity.title)} {' or '.join(said)}{_reached(members)}"


def _grown(one: Growth, title: str) -> str:
    """What grew, with the area and period that tell it from its like."""
    more = title.removeprefix(one.change["indicator"])
    return f"{one.name}{more}," if more else one.name


def _reached(members: Sequence[Growth]) -> str:
    """The level a growth led to, where the growth is stated once only."""
    level = members[0].level
    return f" to {told(level)}" if level and len({one.said for one in members}) == 1 else ""


def _largest(rows: Sequence[Row]) -> Iterator[str]:
    one_unit = len({common_symbol(row) for row in rows}) == 1
    for quantity in quantities.groups(sorted(rows, key=top, reverse=True) if one_unit else rows):
        yield f"{quantity.title}: {' or '.join(_distinct(quantity.rows))}"


def _shares(rows: Sequence[Row]) -> Iterator[str]:
    groups = sorted(quantities.groups(rows), key=lambda quantity: max(map(top, quantity.rows)), reverse=True)
    for quantity in groups:
        yield f"{quantity.title}: {' or '.join(_distinct(sorted(quantity.rows, key=common)))}"


def _accounts(rows: Sequence[Row]) -> Iterator[str]:
    for quantity in sorted(quantities.groups(rows), key=lambda quantity: len(quantity.rows) < 2):
        link = " against " if quantities.verdict(quantity.rows) == "conflict" else " or "
        apart = quantities.distance(quantity.rows)
        told = link.join(_distinct(sorted(quantity.rows, key=common)))
        yield f"{quantity.title}: {told}" + (f", {apart}" if apart else "")


def _areas(rows: Sequence[Row]) -> Iterator[str]:
    ordered = sorted(zip(rows, names(rows), strict=True), key=lambda pair: common(pair[0]), reverse=True)
    (large, name), (small, other) = ordered[0], ordered[-1]
    if name.title == other.title:
        yield from _accounts(rows)
        return
    yield f"{_apart(large, small, name.title)}: {told(large)}" + _times_larger(large, small, lowered(other.title, rows))


def _apart(large: Row, small: Row, title: str) -> str:
    """What tells two areas apart: of one indicator, where they are."""
    return large["area"] if large["indicator"] == small["indicator"] else title


def _times_larger(large: Row, small: Row, other: str) -> str:
    """How often one area goes into another, as far as a reader can picture it."""
    times = common(large) / common(small)
    if not 1.05 <= times <= PICTURED:
        return ""
    return f", {numbers.number(times, 2)} times as large as {_apart(small, large, other)}"


def _series(rows: Sequence[Row]) -> Iterator[str]:
    """The ends of a line of each indicator, those first that reach furthest."""
    drawn, _ = lines.split(rows)
    latest = {line.rows[0]["indicator"]: line for line in sorted(drawn, key=lambda line: line.xs[-1])}
    for line in reversed(latest.values()):
        ends = [f"{told(row)} in {dates.words(row['period'])}" for row in (line.rows[0], line.rows[-1])]
        yield f"{line.rows[0]['indicator']}: {', '.join(ends)}"


_CLAUSES: Mapping[str, Callable[[Sequence[Row]], Iterator[str]]] = {
    "accounts": _accounts,
    "areas": _areas,
    "growth": _growths,
    "series": _series,
    "shares": _shares,
}


def _distinct(rows: Sequence[Row]) -> list[str]:
    """The words of each different value, in the rows' order; of several words for one value, a document's."""
    by_value = {common(row): told(row) for row in sorted(rows, key=lambda row: row["source_kind"] == "document")}
    return [by_value[value] for value in dict.fromkeys(map(common, rows))]
