"""Where the work is: the document, the stretch of its text that is decided on, and what is left."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.sections import sources
from dashboard.state.addresses import href
from dashboard.state.refusals import Unacceptable, Unknown
from validation.model.coverage import Mark
from validation.model.register import Register
from validation.model.subjects import Source
from validation.vocabulary import UNACCOUNTED

_STRETCH = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")


@dataclass(frozen=True)
class Place:
    """A stretch of a document that is here; `start` and `end` are 0 where nothing of it is left to decide on."""

    source: Source
    start: int = 0
    end: int = 0

    @property
    def at(self) -> str:
        """The stretch as addresses have it."""
        return f"{self.start}-{self.end}"

    @property
    def address(self) -> str:
        """Where it is decided on."""
        return address(self.source.id, self.start, self.end)


def documents(register: Register) -> list[str]:
    """The documents that are here and as they were read, those with most left to decide on first."""
    here = filter(register.has_text, register.documents)
    return sorted(here, key=lambda name: (-len(left(register, name)), name))


def left(register: Register, source_id: str) -> Sequence[Mark]:
    """The numerals of a document that nothing accounts for, in the order of the text."""
    return register.once(_left, source_id)


def _left(register: Register, source_id: str) -> Sequence[Mark]:
    return [mark for mark in sources.marks(register, source_id) if mark.state == UNACCOUNTED]


def find(register: Register, source_id: str, at: str) -> Place:
    """The place that an address names; without `at` the first that is left.

    Raises
    ------
    Unknown
        where the document is not here
    Unacceptable
        where `at` is no stretch of it
    """
    if not register.has_text(source_id):
        raise Unknown("document", source_id, documents(register), root="/edit/")
    source = register.sources[source_id]
    if not at:
        found = left(register, source_id)
        return Place(source, found[0].start, found[0].end) if found else Place(source)
    match = _STRETCH.fullmatch(at)
    start, end = (int(match[1]), int(match[2] or int(match[1]) + 1)) if match else (0, 0)
    if not 0 <= start < end <= len(register.documents[source_id].body):
        raise Unacceptable("at", at, ["two offsets of the document, like 120-124"])
    return Place(source, start, end)


def address(source_id: str, start: int, end: int, **more: str) -> str:
    """Where a stretch is decided on."""
    return href(f"/edit/{source_id}", at=f"{start}-{end}", **more)


def following(register: Register, place: Place) -> str:
    """Where the work goes on: the next numeral that is left behind a place, else the first, else the next document."""
    found = left(register, place.source.id)
    if found:
        behind = bisect_left(found, place.end, key=lambda mark: mark.start)
        mark = found[behind] if behind < len(found) else found[0]
        return address(place.source.id, mark.start, mark.end)
    others = [name for name in documents(register) if left(register, name)]
    return f"/edit/{others[0]}" if others else f"/edit/{place.source.id}"


def beside(register: Register, place: Place) -> tuple[str, str]:
    """Where the numerals before and behind a place are decided on, of all of the document; "" where there is none."""
    found = sources.marks(register, place.source.id)
    before = bisect_right(found, place.start, key=lambda mark: mark.end) - 1
    behind = bisect_left(found, place.end, key=lambda mark: mark.start)
    return _of(place, found[before : before + 1] if before >= 0 else []), _of(place, found[behind : behind + 1])


def _of(place: Place, marks: Sequence[Mark]) -> str:
    return address(place.source.id, marks[0].start, marks[0].end) if marks else ""
