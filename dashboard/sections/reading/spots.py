"""Spots: the stretches of a text that are marked, each with the annotations it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.sections import sources
from dashboard.sections.reading.annotations import Annotation, annotated, unaccounted
from validation.model.register import Register
from validation.vocabulary import EXCLUDED, NUMERAL_STATES, UNACCOUNTED

_STRENGTH = tuple(NUMERAL_STATES)


@dataclass(frozen=True)
class Spot:
    """One marked stretch; the strongest of its annotations comes first."""

    start: int
    end: int
    annotations: tuple[Annotation, ...]

    @property
    def state(self) -> str:
        return self.annotations[0].state

    @property
    def ids(self) -> list[str]:
        return [one.id for one in self.annotations]


def spots(register: Register, source_id: str) -> Sequence[Spot]:
    """What is marked in a document that is here and unchanged, in the order of the text; no two overlap."""
    return register.once(_spots, source_id)


def of_quotes(register: Register, source_id: str) -> Sequence[Spot]:
    """What is marked in the quotes of a document whose text isn't here."""
    return [spot for one in annotated(register, source_id) for spot in of_quote(one)]


def of_quote(one: Annotation) -> list[Spot]:
    """What is marked in an annotation's quote where the text around it isn't here, at its place in the text."""
    return [Spot(start, end, (one,)) for start, end in one.stretches]


def merged(found: Iterable[Spot]) -> Iterator[Spot]:
    """The spots with those that overlap made one: a link can't stand in a link."""
    now: Spot | None = None
    for spot in sorted(found, key=lambda spot: (spot.start, spot.end)):
        if now and spot.start < now.end:
            strongest = _strongest((*now.annotations, *spot.annotations))
            now = Spot(now.start, max(now.end, spot.end), strongest)
            continue
        if now:
            yield now
        now = spot
    if now:
        yield now


def _spots(register: Register, source_id: str) -> list[Spot]:
    found = annotated(register, source_id)
    stated = [spot for one in found if one.state != EXCLUDED for spot in of_quote(one)]
    return list(merged([*stated, *_others(register, source_id, found)]))


def _others(register: Register, source_id: str, found: Iterable[Annotation]) -> Iterator[Spot]:
    """The numerals that are left out, and those that nothing accounts for."""
    left_out = [one for one in found if one.state == EXCLUDED]
    for mark in sources.marks(register, source_id):
        if mark.state == EXCLUDED:
            one = next(one for one in left_out if one.holds(mark.start, mark.end))
            yield Spot(mark.start, mark.end, (one,))
        elif mark.state == UNACCOUNTED:
            yield Spot(mark.start, mark.end, (unaccounted(mark),))


def _strongest(found: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda one: _STRENGTH.index(one.state)))
