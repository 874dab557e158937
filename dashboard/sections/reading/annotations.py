"""Annotations: what a text was read for, place by place: a number, a date of an event, a numeral that is neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from validation.files.passages import number_at, outcome
from validation.language import numerals
from validation.model import events
from validation.model.coverage import Mark
from validation.model.events import Dating
from validation.model.observations import Observation
from validation.model.register import Register
from validation.vocabulary import EVENT, EXCLUDED, NUMERAL_STATES, REASONS, RECORDED, UNACCOUNTED, UNVERIFIED


@dataclass(frozen=True, eq=False)
class Annotation:
    """What one stretch of a text was read for; what has no id of its own is known by where it starts.

    `state` is a code of `vocabulary.NUMERAL_STATES`, `evidence` one of `vocabulary.EVIDENCE`. `name` says what its
    number is: the indicator, the event, the reason why it is left out. `number` or `dating` is what was read there.
    """

    id: str
    state: str
    name: str
    start: int
    quote: str
    printed: str = ""
    note: str = ""
    evidence: str = UNVERIFIED
    number: Observation | None = None
    dating: Dating | None = None
    ends: int | None = None
    marked: Sequence[tuple[int, int]] | None = None

    @property
    def end(self) -> int:
        """Where its quote ends in the text, which may hold characters that nobody sees."""
        return self.start + len(self.quote) if self.ends is None else self.ends

    @property
    def topic(self) -> str:
        """The topic of a number, else nothing."""
        return self.number.indicator.chart.topic if self.number else ""

    @cached_property
    def stretches(self) -> Sequence[tuple[int, int]]:
        """Where in the text its number stands; all numerals of a quote that is left out."""
        if self.marked is not None:
            return self.marked
        if self.state == EXCLUDED:
            found = [(one.start, one.end) for one in numerals.read(self.quote)]
        else:
            found = numerals.places(self.quote, self.printed)[:1] if self.printed else []
        return [(self.start + start, self.start + end) for start, end in found]

    @property
    def words(self) -> str:
        """Its number as a text has it: with its qualifier, or the date, or the numerals that are left out."""
        if self.number:
            return self.number.said
        if self.state == EXCLUDED:
            return ", ".join(one.text for one in numerals.read(self.quote)) or self.quote
        return self.printed

    def holds(self, start: int, end: int) -> bool:
        """Whether its quote covers a stretch of the text."""
        return self.start <= start and end <= self.end


def annotated(register: Register, source_id: str) -> list[Annotation]:
    """Everything that a source's text was read for, in the order of the text; nothing for a source without one."""
    return register.once(_annotations, source_id)


def unaccounted(mark: Mark) -> Annotation:
    """A numeral that nothing accounts for, as an annotation of its own."""
    words = NUMERAL_STATES[UNACCOUNTED].words
    return Annotation(str(mark.start), UNACCOUNTED, words, mark.start, mark.text, mark.text)


def _annotations(register: Register, source_id: str) -> list[Annotation]:
    found = [*_numbers(register, source_id), *_datings(register, source_id), *_left_out(register, source_id)]
    return sorted(found, key=lambda one: (one.start, one.end))


def _numbers(register: Register, source_id: str) -> Iterator[Annotation]:
    for one in register.observations.where("source_id", source_id):
        if one.start is not None:
            said = (one.start, one.quote, one.printed, one.note, one.evidence)
            marked = _marked(register, source_id, one.start, one.quote, one.printed)
            yield Annotation(one.id, RECORDED, one.indicator.name, *said, number=one, ends=one.end, marked=marked)


def _datings(register: Register, source_id: str) -> Iterator[Annotation]:
    for event in events.events(register):
        for one in event.datings:
            if one.source.id == source_id and one.start is not None:
                evidence = _evidence(register, source_id, one.start, one.end, one.quote, one.printed)
                said = (one.start, one.quote, one.printed, one.note, evidence)
                marked = _marked(register, source_id, one.start, one.quote, one.printed)
                yield Annotation(one.id, EVENT, event.name, *said, dating=one, ends=one.end, marked=marked)


def _left_out(register: Register, source_id: str) -> Iterator[Annotation]:
    for row in register.cells("exclusions"):
        start, end, quote = row["start"], row["end"], row["quote"]
        if row["source_id"] == source_id and start is not None:
            evidence = _evidence(register, source_id, start, end, quote)
            name = REASONS[row["reason"]].words
            yield Annotation(str(start), EXCLUDED, name, start, quote, "", row["note"], evidence, ends=end)


def _marked(
    register: Register, source_id: str, start: int, quote: str, printed: str
) -> Sequence[tuple[int, int]] | None:
    """Where a number stands in its document; None where that is not here, and its quote is all there is to look at."""
    document = register.documents.get(source_id)
    first, last = number_at(document, start, quote, printed) if document else (start, start)
    return [(first, last)] if last > first else None


def _evidence(register: Register, source_id: str, start: int, end: int | None, quote: str, printed: str = "") -> str:
    document = register.documents.get(source_id)
    end = start + len(quote) if end is None else end
    return outcome(document, start, end, quote, printed).kind if document else UNVERIFIED
