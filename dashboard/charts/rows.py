"""Rows of the joined frame as the charts read them, and what tells the rows of one chart apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts import dates, numbers
from dashboard.charts.lettering import markup

Row = Mapping[str, Any]

# Beside a mark a title is cut to so many characters; pointing at the mark shows it whole.
SHORT = 34

_NUMBERS = frozenset(
    ("value", "upper_value", "common_value", "low", "high", "rounded_low", "rounded_high", "start", "end")
) | {"first", "last"}


@dataclass(frozen=True)
class Name:
    """What a row is called in its chart: its indicator, and where that is not enough, what else there is."""

    title: str
    detail: str = ""


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as mappings in their order; a missing text is "", a missing number None."""
    return [{key: _cell(key, cell) for key, cell in row.items()} for row in rows.to_dict("records")]


def _cell(key: Any, cell: Any) -> Any:
    if pd.isna(cell):
        return None if key in _NUMBERS else ""
    return float(cell) if key in _NUMBERS else cell


def said(row: Row) -> str:
    """The number in its source's own words, or written out where the source only has a value."""
    return row["said"] or numbers.amount(row["value"], row["symbol"], 4)


def common(row: Row) -> float:
    """The value in the unit the rows of a chart share: converted where the row says so."""
    converted = row.get("common_value")
    return row["value"] if converted is None else converted


def common_symbol(row: Row) -> str:
    """The symbol of the unit that `common` is in."""
    return row.get("common_symbol") or row["symbol"] or row["unit"]


def common_unit(rows: Iterable[Row], row: Row) -> str:
    """The name of the unit that `common` is in, where a row has it as its own, else its symbol."""
    symbol = common_symbol(row)
    return next((other["unit"] for other in rows if symbol in {other["symbol"], other["unit"]}), symbol)


def top(row: Row) -> float:
    """The largest value the row states, in the common unit: the upper end of a range, else its value."""
    if row["upper_value"] is None or not row["value"]:
        return common(row)
    return common(row) * row["upper_value"] / row["value"]


def derived(row: Row) -> bool:
    """Whether the number was calculated from others rather than stated."""
    return row["source_kind"] == "derived"


def period(row: Row) -> str:
    """The row's period in words, with what its basis adds."""
    when = dates.words(row["period"])
    if derived(row):
        return when
    if not when or row["period_basis"] == "unstated":
        return "period not stated"
    if row["period_basis"] == "to-date" and row["period"].isdigit():
        return f"{when}, year to date"
    return f"{when} (inferred)" if row["period_basis"] == "inferred" else when


def hover(row: Row) -> str:
    """What a mark says when it is pointed at: name, words, period, source."""
    lines = [
        f"<b>{markup(row['indicator'])}</b>",
        markup(said(row)) + converted(row, " = "),
        markup(period(row)),
        "calculated" if derived(row) else markup(row["source"]),
    ]
    return "<br>".join(line for line in lines if line)


def converted(row: Row, before: str = "") -> str:
    """The value in the common unit where that is not the row's own, else ""."""
    symbol = common_symbol(row)
    if symbol in {row["symbol"], row["unit"]}:
        return ""
    return before + numbers.amount(common(row), symbol, 3)


def names(rows: Sequence[Row]) -> list[Name]:
    """A name for each row: indicator and, where indicators repeat, area; period and source where they differ."""
    areas = {row["indicator"]: set[str]() for row in rows}
    for row in rows:
        areas[row["indicator"]].add(row["area"])
    titles = [_title(row, len(areas[row["indicator"]]) > 1) for row in rows]
    stated = [row for row in rows if not derived(row)]
    periods = len({period(row) for row in stated}) > 1
    sources = short_sources(stated)
    return [Name(title, " · ".join(_details(row, periods, sources))) for title, row in zip(titles, rows, strict=True)]


def _title(row: Row, with_area: bool) -> str:
    return f"{row['indicator']}, {row['area']}" if with_area and row["area"] else row["indicator"]


def _details(row: Row, periods: bool, sources: Mapping[str, str]) -> Iterable[str]:
    if periods and period(row):
        yield period(row)
    if derived(row):
        yield "calculated"
    elif len(sources) > 1:
        yield sources[row["source_id"]]


def short_sources(rows: Iterable[Row]) -> dict[str, str]:
    """A short name of each source by id: its publisher, else its title cut short, if no other source here has it."""
    sources = {row["source_id"]: row for row in rows}
    publishers = Counter(row["publisher"] for row in sources.values())
    titles = Counter(cut(row["source"]) for row in sources.values())
    return {
        source_id: "calculated" if derived(row) else _short_source(row, publishers, titles)
        for source_id, row in sources.items()
    }


def _short_source(row: Row, publishers: Mapping[str, int], titles: Mapping[str, int]) -> str:
    if row["publisher"] and publishers[row["publisher"]] == 1:
        return row["publisher"]
    short = cut(row["source"])
    return short if titles[short] == 1 else row["source"]


def cut(title: str) -> str:
    """The first words of a title that is long."""
    if len(title) <= SHORT:
        return title
    return title[: title.rindex(" ", 0, SHORT) if " " in title[:SHORT] else SHORT].rstrip(" ,;:–—-") + "…"
