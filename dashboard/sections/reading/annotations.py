"""Annotations: what a text was read for, place by place: a number, a date of an event, a numeral that is neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from validation.files.documents import Document
from validation.files.passages import number_at, outcome, stands
from validation.language import numerals
from validation.language.numerals import Numeral
from validation.model import events
from validation.model.coverage import Mark
from validation.model.events import Dating
from validation.model.observations import Observation
from validation.model.register import Register
from validation.vocabulary import EVENT, EXCLUDED, NUMERAL_STATES, REASONS, RECORDED, UNACCOUNTED, UNVERIFIED


@dataclass(frozen=True, eq=False, kw_only=True)
class Annotation:
    """What one stretch of a text was read for; what has no id of its own is known by where it starts.

    Attributes
    ----------
    state, evidence : str
        Codes of `vocabulary.NUMERAL_STATES` and `vocabulary.EVIDENCE`.
    name : str
        What its number is: the indicator, the event, the reason why it is left out.
    start, end : int
        Where its quote stands in the text, which may hold characters that nobody sees.
    stretches : sequence of (int, int)
        Where in the text its number stands, with its qualifier; all numerals of a quote that is left out.
    words : str
        Its number as a text has it: with its qualifier, or the date, or the numerals that are left out.
    number, dating : Observation or Dating or None
        What was read there.
    """

    id: str
    state: str
    name: str
    start: int
    end: int
    quote: str
    stretches: Sequence[tuple[int, int]] = ()
    words: str = ""
    note: str = ""
    evidence: str = UNVERIFIED
    number: Observation | None = None
    dating: Dating | None = None

    def holds(self, start: int, end: int) -> bool:
        """Whether its quote covers a stretch of the text."""
        return self.start <= start and end <= self.end


class _Text(NamedTuple):
    """A source's text as far as it can be looked at: its document where that is here, else its quotes alone."""

    document: Document | None
    language: str

    def number(self, start: int, quote: str, printed: str) -> Sequence[tuple[int, int]]:
        """Where what is printed stands, once."""
        if self.document:
            first, last = number_at(self.document, start, quote, printed)
            if last > first:
                return [(first, last)]
        places = numerals.places(quote, printed, self.language)[:1] if printed else []
        return [(start + first, start + last) for first, last in places]

    def numerals(self, start: int, end: int, quote: str) -> list[Numeral]:
        """The numerals of a quote, at their offsets in the text."""
        there = self.document and stands(self.document, start, end, quote)
        shown = self.document.body[start:end] if self.document and there else quote
        found = numerals.read(shown, self.language)
        return [replace(one, start=start + one.start, end=start + one.end) for one in found]

    def evidence(self, start: int, end: int, quote: str, printed: str = "") -> str:
        """What became of a passage."""
        return outcome(self.document, start, end, quote, printed).kind if self.document else UNVERIFIED


def annotated(register: Register, source_id: str) -> list[Annotation]:
    """Everything that a source's text was read for, in the order of the text; nothing for a source without one."""
    return register.once(_annotations, source_id)


def unaccounted(mark: Mark) -> Annotation:
    """A numeral that nothing accounts for, as an annotation of its own."""
    return Annotation(
        id=str(mark.start),
        state=UNACCOUNTED,
        name=NUMERAL_STATES[UNACCOUNTED].words,
        start=mark.start,
        end=mark.end,
        quote=mark.text,
        stretches=[(mark.start, mark.end)],
        words=mark.text,
    )


def _annotations(register: Register, source_id: str) -> list[Annotation]:
    text = _Text(register.documents.get(source_id), register.language(source_id))
    found = [
        *_numbers(register, source_id, text),
        *_datings(register, source_id, text),
        *_left_out(register, source_id, text),
    ]
    return sorted(found, key=lambda one: (one.start, one.end))


def _numbers(register: Register, source_id: str, text: _Text) -> Iterator[Annotation]:
    for one in register.observations.where("source_id", source_id):
        if one.start is not None:
            yield Annotation(
                id=one.id,
                state=RECORDED,
                name=one.indicator.name,
                start=one.start,
                end=_end(one.start, one.end, one.quote),
                quote=one.quote,
                stretches=text.number(one.start, one.quote, one.marked or one.printed),
                words=one.said,
                note=one.note,
                evidence=one.evidence,
                number=one,
            )


def _datings(register: Register, source_id: str, text: _Text) -> Iterator[Annotation]:
    for event in events.events(register):
        for one in event.datings:
            if one.source.id == source_id and one.start is not None:
                end = _end(one.start, one.end, one.quote)
                yield Annotation(
                    id=one.id,
                    state=EVENT,
                    name=event.name,
                    start=one.start,
                    end=end,
                    quote=one.quote,
                    stretches=text.number(one.start, one.quote, one.printed),
                    words=one.printed,
                    note=one.note,
                    evidence=text.evidence(one.start, end, one.quote, one.printed),
                    dating=one,
                )


def _left_out(register: Register, source_id: str, text: _Text) -> Iterator[Annotation]:
    for row in register.cells("exclusions"):
        start, quote = row["start"], row["quote"]
        if row["source_id"] == source_id and start is not None:
            end = _end(start, row["end"], quote)
            found = text.numerals(start, end, quote)
            yield Annotation(
                id=str(start),
                state=EXCLUDED,
                name=REASONS[row["reason"]].words,
                start=start,
                end=end,
                quote=quote,
                stretches=[(one.start, one.end) for one in found],
                words=", ".join(one.text for one in found) or quote,
                note=row["note"],
                evidence=text.evidence(start, end, quote),
            )


def _end(start: int, end: int | None, quote: str) -> int:
    """Where a quote ends; where its row doesn't say, as many characters on as it has."""
    return start + len(quote) if end is None else end
