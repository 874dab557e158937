"""Numbers alone, where a chart would say nothing: each one large, in its document's words, for a page to set."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.charts import numbers
from dashboard.charts.rows import converted, derived, names, period, records, said


@dataclass(frozen=True)
class Card:
    """One number in its words: `before`, `number` and `after` read together are what the document says.

    `number` is to be set large ("one million"), with what qualifies it before ("nearly") and its unit after.
    `converted` is the number in the unit of the chart, where that is another.
    """

    observation_id: str
    name: str
    before: str
    number: str
    after: str
    converted: str
    qualifier: str
    period: str
    source: str
    derived: bool


def cards(rows: pd.DataFrame) -> list[Card]:
    """A card for each row, in the rows' order."""
    found = records(rows)
    return [
        Card(
            row["observation_id"],
            name.title,
            *_parts(said(row)),
            converted(row, "= "),
            row["qualifier"],
            period(row),
            "calculated" if derived(row) else row["source"],
            derived(row),
        )
        for row, name in zip(found, names(found), strict=True)
    ]


def _parts(words: str) -> tuple[str, str, str]:
    """The words cut around the number; all of them are the number where none is found."""
    before, number, after = numbers.split(words)
    return (before, number, after) if number else ("", words, "")
