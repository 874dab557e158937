"""Rows of the joined frame as the charts read them, and what tells the rows of one chart apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts import dates, numbers
from dashboard.charts.drawing.lettering import markup

Row = Mapping[str, Any]

# Beside a mark a title is cut to so many characters; pointing at the mark shows it whole.
SHORT = 26

_NUMBERS = frozenset(
    ("value", "upper_value", "common_value", "low", "high", "rounded_low", "rounded_high", "start", "end")
) | {"first", "last"}


_BOUNDS = dict.fromkeys(("over", "at-least"), "low") | dict.fromkeys(("nearly", "under", "at-most"), "high")
_SQUARED = re.compile(r"(?<=\b[ckm]m)2\b|(?<=\bm)2\b|(?<=\bmi)2\b")


@dataclass(frozen=True)
class Name:
    """What a row is called in its chart: its indicator, and where that is not enough, what else there is."""

    title: str
    detail: str = ""


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as mappings in their order; a missing text is "", a missing number None.

    A calculated number that is only bounded on one side stands at its bound.
    """
    found = ({str(key): _cell(key, cell) for key, cell in row.items()} for row in rows.to_dict("records"))
    return [row | _at_bound(row) if row.get("source_kind") == "derived" else row for row in found]


def _at_bound(row: Row) -> dict[str, float]:
    bound = row[_BOUNDS[row["qualifier"]]] if row["qualifier"] in _BOUNDS else None
    if bound is None:
        return {}
    scaled = {"common_value": common(row) * bound / row["value"]} if row["value"] else {}
    return {"value": bound} | (scaled if row.get("common_value") is not None else {})


def _cell(key: Any, cell: Any) -> Any:
    if pd.isna(cell):
        return None if key in _NUMBERS else ""
    return float(cell) if key in _NUMBERS else cell


def said(row: Row) -> str:
    """The number in its source's own words, or written out where the source only has a value."""
    words = row["said"] or numbers.amount(row["value"], row["symbol"], 4)
    # Of a reference only the number is quoted: how its unit is set is ours.
    return words if row.get("source_kind", "document") == "document" else _SQUARED.sub("²", words)


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


def reference(row: Row) -> bool:
    """Whether the number is from public statistics, which documents are held against."""
    return row["source_kind"] == "reference"


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
    """A short name of each source by id: of a document, the first that no other source here has."""
    sources = {row["source_id"]: row for row in rows}
    often = Counter(name for row in sources.values() for name in set(_short_names(row)))
    return {
        source_id: "calculated" if derived(row) else _short_source(row, often) for source_id, row in sources.items()
    }


def short_source(row: Row) -> str:
    """What a source is called where it stands alone."""
    return _short_names(row)[0]


def _short_source(row: Row, often: Mapping[str, int]) -> str:
    if reference(row):
        return short_source(row)
    return next((name for name in _short_names(row) if often[name] == 1), row["source"])


def _short_names(row: Row) -> list[str]:
    """What a source can be called: its publisher, its author, the beginning of its title."""
    return [name for name in (row.get("publisher"), row.get("author"), cut(row["source"])) if name]


def cut(title: str) -> str:
    """The first words of a title that is long, never ending in a small word such as "of"."""
    if len(title) <= SHORT:
        return title
    words = title[: SHORT + 1].rsplit(" ", 1)[0].split(" ") if " " in title[: SHORT + 1] else [title[:SHORT]]
    while len(words) > 1 and words[-1].islower() and len(words[-1]) < 4:
        words.pop()
    return " ".join(words).rstrip(" ,;:–—-") + "…"
