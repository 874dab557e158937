"""Rows by the quantity they are accounts of, and how far accounts of one quantity are apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from dashboard.charts import dates, numbers
from dashboard.charts.rows import Row, common, common_symbol, names, period

# What is said of two accounts, the gravest first.
VERDICTS = {"conflict": "Conflict", "doubt": "Doubtful", "scope": "Not the same quantity"}


@dataclass(frozen=True)
class Quantity:
    """One indicator of one area in one span of time, with every account of it."""

    title: str
    rows: list[Row]


def groups(rows: Sequence[Row]) -> list[Quantity]:
    """The rows by quantity; a row without a known period is a quantity of its own, for it matches nothing.

    Titles say the period where one thing has several.
    """
    found: dict[tuple, list[Row]] = {}
    titles: dict[tuple, str] = {}
    for row, name in zip(rows, names(rows), strict=True):
        found.setdefault(_key(row), []).append(row)
        titles[_key(row)] = name.title
    periods: dict[str, set[str]] = {}
    for key, members in found.items():
        periods.setdefault(titles[key], set()).add(period(members[0]))
    return [
        Quantity(_title(titles[key], members[0], len(periods[titles[key]]) > 1), members)
        for key, members in found.items()
    ]


def in_time(rows: Sequence[Row]) -> list[Row]:
    """The rows in their order, but several periods of one thing one after another."""
    titles = [name.title for name in names(rows)]
    first = {title: titles.index(title) for title in titles}
    pairs = sorted(
        zip(titles, rows, strict=True), key=lambda pair: (first[pair[0]], dates.span(pair[1]["period"]) or (inf, inf))
    )
    return [row for _, row in pairs]


def distance(rows: Sequence[Row]) -> str:
    """How far the lowest and the highest account are apart, in words; "" where all can be true or are one number."""
    values = [common(row) for row in rows]
    if len(values) < 2 or min(values) <= 0 or (agree(rows) and not verdict(rows)):
        return ""
    apart = numbers.apart(max(values), min(values), common_symbol(rows[0]))
    return "" if apart == numbers.SAME else apart


def agree(rows: Sequence[Row]) -> bool:
    """Whether each two accounts leave a number that both allow."""
    return not any(_below(one, other) or _below(other, one) for one, other in combinations(rows, 2))


def verdict(rows: Sequence[Row]) -> str:
    """The gravest verdict on accounts, or ""."""
    given = {row.get("verdict") for row in rows}
    return next((code for code in VERDICTS if code in given), "")


def _key(row: Row) -> tuple:
    span = dates.span(row["period"])
    if span is None:
        return (row["observation_id"],)
    return row["indicator_id"], row["area_id"], *span, row["period_basis"] == "to-date"


def _title(title: str, row: Row, with_period: bool) -> str:
    return f"{title}, {period(row)}" if with_period and period(row) else title


def _below(one: Row, other: Row) -> bool:
    """Whether all that one account allows is less than all that the other does; "about" sets no bound."""
    if any(row["qualifier"] == "about" or row.get("approximate") for row in (one, other)):
        return False
    high, low = _bound(one, "high"), _bound(other, "low")
    if high is None or low is None:
        return False
    touching_open = bool(one.get("high_open")) or bool(other.get("low_open"))
    return high < low or (high == low and touching_open)


def _bound(row: Row, end: str) -> float | None:
    """A bound in the common unit."""
    return None if row[end] is None else row[end] * (common(row) / row["value"] if row["value"] else 1)
