"""Sources as pages show them: what they are called, how much they state, what became of a document's numerals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.design.elements import Part
from dashboard.design.signs import NUMERAL_FILLS
from dashboard.sections import tags
from dashboard.sections.reading.annotations import annotated
from dashboard.state.refusals import Unknown
from validation import vocabulary
from validation.language.written import many
from validation.model import citations, coverage, events
from validation.model.coverage import Coverage, Mark
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.subjects import Source

ADDING = "Put the texts into the seeds folder, each under the name that sources.csv gives it"
"""What seeds/README.md says, in a sentence."""


FEW = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
"""So many things in a word, at the beginning of a sentence."""


class Tally(NamedTuple):
    """How many sources of a kind there are, those that state no number too, and how many numbers they state."""

    sources: int
    numbers: int


def tally(register: Register, kind: str) -> Tally:
    """How much there is of a kind, a code of `vocabulary.SOURCE_KINDS`: every page that counts them asks this."""
    return register.once(_tallies)[kind]


def told(register: Register, kind: str) -> str:
    """The same in words, to begin a sentence with: "Five documents, 29 numbers"."""
    sources, numbers = tally(register, kind)
    words = many(sources, kind)
    if sources < len(FEW):
        words = f"{FEW[sources]} {words.partition(' ')[2]}"
    return f"{words}, {many(numbers, 'number')}"


def documents(register: Register) -> list[Source]:
    """The sources whose texts were read, in the order of the table."""
    return [source for source in register.sources.values() if source.is_document]


def references(register: Register) -> list[Source]:
    """The sources that are known by their addresses."""
    return [source for source in register.sources.values() if source.is_reference]


def find(register: Register, source_id: str) -> Source:
    """The source of that id. Raises `Unknown` where there is none."""
    if source_id not in register.sources:
        raise Unknown("source", source_id, register.sources)
    return register.sources[source_id]


def name(source: Source) -> str:
    """What pages call it: its short name, which only a draft may lack."""
    return next(iter(source.names), source.id)


def presence(register: Register, source_id: str) -> str:
    """Whether a document's text is here; a code of `vocabulary.PRESENCES`."""
    if source_id not in register.documents:
        return vocabulary.ABSENT
    return vocabulary.HERE if register.has_text(source_id) else vocabulary.CHANGED


def presence_tag(register: Register, source_id: str) -> Component:
    """The same as a tag."""
    return tags.presence(presence(register, source_id))


def byline(source: Source) -> list[Any]:
    """Author, publisher and date, with what the text doesn't state marked as inferred; never empty."""
    known = (("author", source.author), ("publisher", source.publisher), ("published", published(source)))
    parts = [_named(source, column, words) for column, words in known if words]
    return [part for i, named in enumerate(parts) for part in ([" · "] if i else []) + named] or ["No author named"]


def published(source: Source) -> str:
    """When it was published, in words; "" where that isn't known."""
    return source.published.words if source.published else ""


def citation(source: Source) -> str:
    """The source in the words of a citation."""
    return citations.sentence(citations.of_source(source))


def stated(register: Register, source: Source) -> list[Observation]:
    """The numbers that a source states."""
    return register.observations.where("source_id", source.id)


def counts(register: Register, source_id: str) -> Mapping[str, int]:
    """How many numbers and dates a document states, how many numerals are neither or unaccounted for.

    By the codes of `vocabulary.NUMERAL_STATES`. A date need have no numeral ("the next day"), and may have several.
    """
    return register.once(_counts, source_id)


def counted(state: str, count: int) -> str:
    """So many of a state in words: "19 numbers", "17 dates", "6 left out"."""
    nouns = {vocabulary.RECORDED: "number", vocabulary.EVENT: "date"}
    return many(count, nouns[state]) if state in nouns else f"{count:,} {vocabulary.NUMERAL_STATES[state].words}"


def made(register: Register, source_id: str) -> str:
    """What was made of a document: "19 numbers, 17 dates, 6 left out", and whether its words are read at all."""
    found = counts(register, source_id).items()
    parts = [counted(state, count) for state, count in found if count or state == vocabulary.RECORDED]
    coverage = covered(register, source_id)
    return ", ".join([*parts, *([vocabulary.DIGITS_ONLY] if coverage and coverage.digits_only else [])])


def marks(register: Register, source_id: str) -> Sequence[Mark]:
    """The numerals of a document's article; none where the document isn't here or is another than it was."""
    return coverage.marks(register, register.documents[source_id]) if register.has_text(source_id) else []


def covered(register: Register, source_id: str) -> Coverage | None:
    """How many numerals of a document are recorded and excluded; None where that can't be counted."""
    found = coverage.of(register, source_id)
    return found if found and found.numerals else None


def states(found: Coverage) -> Mapping[str, int]:
    """How many numerals of a document have come to what, by codes of `vocabulary.NUMERAL_STATES`.

    Those in numbers and in dates are one count: how many dates there are is another, for these need no numeral.
    """
    return {
        vocabulary.RECORDED: found.recorded,
        vocabulary.EXCLUDED: found.excluded,
        vocabulary.UNACCOUNTED: found.unaccounted,
    }


def numerals(found: Coverage) -> Iterator[Part]:
    """The same as the parts of a bar; what has dates in it is not in the color of what documents state."""
    fills = {**NUMERAL_FILLS, vocabulary.RECORDED: NUMERAL_FILLS[vocabulary.EVENT]}
    for state, count in states(found).items():
        yield Part(count, fills[state], f"{count:,} {vocabulary.NUMERAL_STATES[state].counted}")


def _named(source: Source, column: str, words: str) -> list[Any]:
    if column not in source.inferred:
        return [words]
    return [words, " ", html.Span("inferred", className="inferred", title="The text itself does not state it.")]


def _tallies(register: Register) -> Mapping[str, Tally]:
    kinds = Counter(source.kind for source in register.sources.values())
    rows = register["observations"]["source_id"].value_counts()
    numbers = Counter[str]()
    for source in register.sources.values():
        numbers[source.kind] += int(rows.get(source.id, 0))
    return {kind: Tally(kinds[kind], numbers[kind]) for kind in vocabulary.SOURCE_KINDS}


def _counts(register: Register, source_id: str) -> Mapping[str, int]:
    found = covered(register, source_id)
    # Where the document isn't here, its quotes tell what is left out, and nobody what is unaccounted for.
    return {
        vocabulary.RECORDED: register.observations.count("source_id", source_id),
        vocabulary.EVENT: register.once(_dates)[source_id],
        vocabulary.EXCLUDED: found.excluded if found else _quoted(register, source_id),
        vocabulary.UNACCOUNTED: found.unaccounted if found else 0,
    }


def _dates(register: Register) -> Counter[str]:
    """How many dates each source states."""
    return Counter(dating.source.id for dating in events.datings(register).values())


def _quoted(register: Register, source_id: str) -> int:
    """How many numerals the quotes of a source have that are left out."""
    found = annotated(register, source_id)
    return sum(len(one.stretches) for one in found if one.state == vocabulary.EXCLUDED)
