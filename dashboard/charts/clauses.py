"""What charts of each kind state, clause by clause, the strongest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from dashboard.charts import accounts, dates, growth, lines, numbers
from dashboard.charts.rows import Row, common, common_symbol, names, said, top

PICTURED = 20
"""Beyond it, that one area is so many times another says little."""


def clauses(rows: Sequence[Row], kind: str) -> Iterator[str]:
    """The clauses of a headline: "Exports up 41.3% to $73.15 billion"; rows must not be empty."""
    return _CLAUSES.get(kind, _largest)(rows)


def told(row: Row) -> str:
    """A row's words inside a sentence: a qualifier that began its own sentence is small here."""
    words = said(row)
    return words[:1].lower() + words[1:] if numbers.split(words)[0] else words


def lowered(name: str, rows: Sequence[Row]) -> str:
    """A name as it goes on inside a sentence: small, where a quote writes its first word small."""
    word = name.split(" ")[0]
    small = word[:1].lower() + word[1:]
    quoted = {part.strip(".,;:()") for row in rows for part in str(row["quote"]).split()}
    return small + name[len(word) :] if small.strip(":,") in quoted else name


def _growths(rows: Sequence[Row]) -> Iterator[str]:
    for found in growth.pair(rows):
        reached = f" to {told(found.level)}" if found.level else ""
        yield f"{found.name} {found.said}{reached}"


def _largest(rows: Sequence[Row]) -> Iterator[str]:
    one_unit = len({common_symbol(row) for row in rows}) == 1
    pairs = list(zip(rows, names(rows), strict=True))
    for row, name in sorted(pairs, key=lambda pair: top(pair[0]), reverse=True) if one_unit else pairs:
        yield f"{name.title}: {told(row)}"


def _shares(rows: Sequence[Row]) -> Iterator[str]:
    groups = sorted(accounts.groups(rows).items(), key=lambda group: max(map(top, group[1])), reverse=True)
    for title, members in groups:
        yield f"{title}: {' or '.join(_distinct(members))}"


def _accounts(rows: Sequence[Row]) -> Iterator[str]:
    for title, members in accounts.groups(rows).items():
        link = " against " if accounts.verdict(members) == "conflict" else " or "
        apart = accounts.distance(members)
        told = link.join(_distinct(members))
        yield f"{title}: {told}" + (f", {apart}" if apart not in {"", "the same"} else "")


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
    """The words of each different value, lowest first."""
    by_value = {common(row): told(row) for row in sorted(rows, key=common, reverse=True)}
    return [by_value[value] for value in sorted(by_value)]
