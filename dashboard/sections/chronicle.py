"""Events in the order of time, each with what its sources say of its date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.charts import dates
from dashboard.sections.disputes import Dispute, disputes
from dashboard.state import facts
from dashboard.state.store import Snapshot


@dataclass(frozen=True)
class Dating:
    """One source's dating of an event; `differs` says that it lies outside the event's own period."""

    row: Mapping[str, Any]
    source: str
    differs: bool
    disputes: list[Dispute]

    @property
    def id(self) -> str:
        return self.row["mention_id"]

    @property
    def href(self) -> str:
        """Where its passage is open."""
        return f"/sources/{self.row['source_id']}?at={self.id}"


@dataclass(frozen=True)
class Event:
    """One event and its datings."""

    row: Mapping[str, Any]
    datings: list[Dating]

    @property
    def id(self) -> str:
        return self.row["event_id"]

    @property
    def name(self) -> str:
        return self.row["name"]

    @property
    def href(self) -> str:
        """The event's page."""
        return f"/events/{self.id}"

    @property
    def when(self) -> str:
        """Its date in words; "" for one without a date."""
        return dates.words(self.row["period"])


def events(data: Snapshot) -> list[Event]:
    """Every event, the earliest first, those without a date at the end."""
    return data.once(_events)


def _events(data: Snapshot) -> list[Event]:
    titles = facts.table(data, "sources").set_index("source_id")["title"]
    rows = {row["event_id"]: row for row in facts.table(data, "events").to_dict("records")}
    datings: dict[str, list[Dating]] = {event_id: [] for event_id in rows}
    for mention in facts.table(data, "mentions").to_dict("records"):
        event_id, id = mention["event_id"], mention["mention_id"]
        differs = apart(rows[event_id]["period"], mention["period"])
        datings[event_id].append(Dating(mention, titles[mention["source_id"]], differs, disputes(data, id)))
    return sorted((Event(row, datings[event_id]) for event_id, row in rows.items()), key=_order)


def apart(one: str, other: str) -> bool:
    """Whether two periods share no time; unknown ones never are."""
    first, second = dates.span(one), dates.span(other)
    return bool(first and second) and (second[1] <= first[0] or second[0] >= first[1])


def _order(event: Event) -> tuple[float, float]:
    span = dates.span(event.row["period"])
    return span or (float("inf"), float("inf"))
