"""Events with each document's dating of them: which agree, which differ, which are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.charts import dates
from dashboard.charts.drawing.lettering import markup
from dashboard.charts.rows import Row, records, short_source

# What conflicts.csv calls datings that do not go together.
DISPUTED = frozenset(("conflict", "doubt"))


@dataclass(frozen=True)
class Dating:
    """One source's dating of an event; `verdict` is "" where it agrees, else "other" or "wrong"."""

    mention: Row
    at: float
    verdict: str

    @property
    def note(self) -> str:
        """What is to be said of it beside the event."""
        end = ", an erratum" if self.verdict == "wrong" else ""
        return f"“{self.mention['printed']}” in {short_source(self.mention)}{end}"


@dataclass(frozen=True)
class Event:
    """One event and its datings; `first` and `last` are years."""

    row: Row
    datings: Sequence[Dating]

    @property
    def first(self) -> float:
        """Its beginning."""
        return self.row["first"]

    @property
    def last(self) -> float:
        """Its end, exclusive."""
        return self.row["last"] if self.row["last"] is not None else self.first

    @property
    def differing(self) -> list[Dating]:
        """The datings that do not agree with the event's own date."""
        return [dating for dating in self.datings if dating.verdict]

    @property
    def sources(self) -> int:
        """How many sources date it."""
        return len({dating.mention["source_id"] for dating in self.datings})

    @property
    def hover(self) -> str:
        """Name and date, then what each source prints."""
        lines = [f"<b>{markup(self.row['name'])}</b>", markup(dates.words(self.row["period"]))]
        return "<br>".join(lines + [markup(dating.note) for dating in self.datings])


def read(events: pd.DataFrame, mentions: pd.DataFrame) -> list[Event]:
    """The events in the order of their beginnings, each with its mentions."""
    by_event: dict[str, list[Row]] = {}
    for mention in records(mentions):
        by_event.setdefault(mention["event_id"], []).append(mention)
    found = [
        Event(row, list(_datings(row, by_event.get(row["event_id"], []))))
        for row in records(events)
        if row["first"] is not None
    ]
    return sorted(found, key=lambda event: event.first)


def _datings(event: Row, mentions: Sequence[Row]) -> Iterator[Dating]:
    first, last = event["first"], event["last"] if event["last"] is not None else event["first"]
    for mention in mentions:
        span = dates.span(mention["period"])
        if mention["erratum"]:
            yield Dating(mention, span[0] if span else first, "wrong")
        elif span and (span[1] <= first or span[0] > last):
            yield Dating(mention, span[0], "other")
        elif mention.get("verdict") in DISPUTED and mention["period"] != event["period"]:
            yield Dating(mention, span[0] if span else first, "other")
        else:
            yield Dating(mention, first, "")
