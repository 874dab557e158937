"""What a text was read for, place by place: a number, the dating of an event, a numeral that is neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.state import facts
from dashboard.state.store import Snapshot
from validation.language import numerals
from validation.model.coverage import Mark

RECORDED, EVENT, EXCLUDED, UNACCOUNTED = STATES = ("recorded", "event", "excluded", "unaccounted")
"""What becomes of a numeral, the strongest first."""

REASONS = {
    "period": "dates a number or a sentence",
    "publication": "dates a publication",
    "ordinal": "puts things in order",
    "name": "part of a name",
    "idiom": "a manner of speaking",
    "repeat": "repeats a number that is recorded elsewhere",
    "duration": "a span of time that is not measured",
    "relative": "a time told from another time",
}
"""Why a numeral is neither a number of the register nor the date of an event."""


@dataclass(frozen=True, eq=False)
class Entry:
    """One row that rests on a stretch of a text; an exclusion, which has no id, is known by where it starts.

    `name` says what the number is: the indicator, the event, the reason why it is left out.
    """

    id: str
    state: str
    name: str
    row: Mapping[str, Any]

    @property
    def start(self) -> int:
        return int(self.row["start"])

    @property
    def end(self) -> int:
        return self.start + len(self.quote)

    @property
    def quote(self) -> str:
        return self.row["quote"]

    @property
    def printed(self) -> str:
        return self.row.get("printed", "")

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """Where in the text its number stands; all numerals of a quote that is left out."""
        if self.state == EXCLUDED:
            return [(self.start + found.start, self.start + found.end) for found in numerals.find(self.quote)]
        offset = self.quote.find(self.printed) if self.printed else -1
        return [(self.start + offset, self.start + offset + len(self.printed))] if offset >= 0 else []

    def holds(self, start: int, end: int) -> bool:
        """Whether its quote covers a stretch of the text."""
        return self.start <= start and end <= self.end


def entries(data: Snapshot, source_id: str) -> list[Entry]:
    """Everything that a source's text was read for, in the order of the text; nothing for a source without one."""
    return data.once(_entries, source_id)


def unaccounted(mark: Mark) -> Entry:
    """A numeral that nothing accounts for, as an entry of its own."""
    row = {"start": mark.start, "quote": mark.text, "printed": mark.text}
    return Entry(str(mark.start), UNACCOUNTED, "unaccounted for", row)


def of_source(rows: pd.DataFrame, source_id: str) -> list[dict[str, Any]]:
    """The rows of a table that belong to a source, missing cells as empty text."""
    found = rows[rows["source_id"].eq(source_id)].astype("object")
    return found.where(found.notna(), "").to_dict("records")


def _entries(data: Snapshot, source_id: str) -> list[Entry]:
    found = [*_numbers(data, source_id), *_datings(data, source_id), *_exclusions(data, source_id)]
    return sorted(found, key=lambda entry: (entry.start, entry.end))


def _numbers(data: Snapshot, source_id: str) -> Iterator[Entry]:
    for row in of_source(facts.observations(data), source_id):
        if row["start"] != "":
            yield Entry(row["observation_id"], RECORDED, row["indicator"], row)


def _datings(data: Snapshot, source_id: str) -> Iterator[Entry]:
    names = facts.table(data, "events").set_index("event_id")["name"]
    for row in of_source(facts.table(data, "mentions"), source_id):
        if row["start"] != "":
            yield Entry(row["mention_id"], EVENT, names[row["event_id"]], row)


def _exclusions(data: Snapshot, source_id: str) -> Iterator[Entry]:
    for row in of_source(facts.table(data, "exclusions"), source_id):
        yield Entry(str(row["start"]), EXCLUDED, REASONS.get(row["reason"], row["reason"]), row)
