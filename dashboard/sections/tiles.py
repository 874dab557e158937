"""Numbers set large in their own words, where a drawing would say nothing more."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.charts import rows
from dashboard.design.attributes import aria
from dashboard.sections import known, tags
from dashboard.sections.known import Row
from dashboard.state.store import Snapshot

MARKED = frozenset({"about", "over", "at-least", "nearly", "under", "at-most", "range"})


def tiles(data: Snapshot, found: pd.DataFrame) -> Component:
    """A tile for each number, which leads to its passage; what one source says twice of the same thing has one."""
    records = rows.records(found)
    sources = rows.short_sources(records)
    several = len(sources) > 1
    named = [_tile(data, same, sources[same[0]["source_id"]] if several else "") for same in repeated(records)]
    return html.Div(named, className="tiles")


def count(found: pd.DataFrame) -> int:
    """How many tiles there are."""
    return len(repeated(rows.records(found)))


def repeated(found: Iterable[Row]) -> list[list[Row]]:
    """The rows, those together that say the same of the same thing in one source."""
    together: dict[tuple[str, ...], list[Row]] = {}
    for row in found:
        key = tuple(row[name] for name in ("indicator_id", "area_id", "period", "said", "source_id"))
        together.setdefault(key, []).append(row)
    return list(together.values())


def large(row: Row) -> list[Component]:
    """The number in its words, its digits largest, with the mark of its qualifier."""
    before, number, after = known.parts(rows.said(row))
    words = [
        *([html.Span(f"{before} ", className="before")] if before else []),
        html.Strong(number),
        *([html.Span(f" {after}", className="after")] if after else []),
    ]
    return [html.Span(words), *mark(row)]


def mark(row: Row) -> list[Component]:
    """The mark that charts draw for the number's qualifier; none for an exact one."""
    if row["qualifier"] not in MARKED:
        return []
    return [html.Span(className=f"mark mark-{row['qualifier']}", **aria(hidden=True))]


def _tile(data: Snapshot, same: list[Row], source: str) -> Component:
    row = same[0]
    often = f"stated {len(same)} times" if len(same) > 1 else ""
    about = (row["area"], rows.period(row), source, often)
    parts = [
        html.P(row["indicator"], className="name"),
        html.P(html.A(large(row), href=known.opened(data, row)), className="large"),
        html.P(" · ".join(part for part in about if part), className="period"),
        *tags.status(row),
    ]
    return html.Div(parts, className="tile")
