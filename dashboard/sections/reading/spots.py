"""Spots: the stretches of a text that are marked, each with the entries it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.sections.reading.entries import EXCLUDED, RECORDED, STATES, UNACCOUNTED, Entry, entries, unaccounted
from dashboard.state import facts
from dashboard.state.store import Snapshot


@dataclass(frozen=True)
class Spot:
    """One marked stretch; the strongest of its entries comes first."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def state(self) -> str:
        return self.entries[0].state

    @property
    def ids(self) -> list[str]:
        return [entry.id for entry in self.entries]

    @property
    def topic(self) -> str:
        """The topic of a recorded number, else nothing."""
        return self.entries[0].row["topic"] if self.state == RECORDED else ""


def spots(data: Snapshot, source_id: str) -> list[Spot]:
    """What is marked in a document that is here and unchanged, in the order of the text; no two overlap."""
    return data.once(_spots, source_id)


def of_quote(entry: Entry) -> list[Spot]:
    """What is marked in an entry's quote where the text around it isn't here, at its place in the text."""
    return [Spot(start, end, (entry,)) for start, end in entry.stretches]


def merged(found: Iterable[Spot]) -> Iterator[Spot]:
    """The spots with those that overlap made one: a link can't stand in a link."""
    now: Spot | None = None
    for spot in sorted(found, key=lambda spot: (spot.start, spot.end)):
        if now and spot.start < now.end:
            now = Spot(now.start, max(now.end, spot.end), _strongest((*now.entries, *spot.entries)))
            continue
        if now:
            yield now
        now = spot
    if now:
        yield now


def _spots(data: Snapshot, source_id: str) -> list[Spot]:
    found = entries(data, source_id)
    stated = [spot for entry in found if entry.state != EXCLUDED for spot in of_quote(entry)]
    return list(merged([*stated, *_others(data, source_id, found)]))


def _others(data: Snapshot, source_id: str, found: list[Entry]) -> Iterator[Spot]:
    """The numerals that are left out, and those that nothing accounts for."""
    left_out = [entry for entry in found if entry.state == EXCLUDED]
    for mark in facts.marks(data, source_id):
        if mark.state == EXCLUDED:
            entry = next(entry for entry in left_out if entry.holds(mark.start, mark.end))
            yield Spot(mark.start, mark.end, (entry,))
        elif mark.state == UNACCOUNTED:
            yield Spot(mark.start, mark.end, (unaccounted(mark),))


def _strongest(found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda entry: STATES.index(entry.state)))
