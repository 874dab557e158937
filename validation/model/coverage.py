"""Coverage: what became of every numeral of a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

from validation.files.documents import Document, rows_of_documents
from validation.files.passages import number_at
from validation.files.schemas import QUOTING_TABLES
from validation.language.numerals import Numeral
from validation.language.reading.lexicon import lexicon
from validation.language.written import many
from validation.model.register import Register
from validation.vocabulary import DIGITS_ONLY, EVENT, EXCLUDED, RECORDED, UNACCOUNTED

_CLAIMING = {"observations": (RECORDED, "observation_id"), "mentions": (EVENT, "mention_id")}
"""The tables whose rows have a number of their own: what they make of it, and their ids."""

_READ = ("start", "end", "quote", "printed", "reason", "note", "observation_id", "mention_id")
"""The columns that say what a row accounts for, as far as its table has them."""

# Of more rows those on one document are looked at when they are asked for; of fewer all at once, which takes less.
MANY = 50_000


class Stretch(Protocol):
    """What has a beginning and an end in a document."""

    @property
    def start(self) -> int:
        """The offset of its first character."""
        ...

    @property
    def end(self) -> int:
        """The offset behind its last."""
        ...


@dataclass(frozen=True, slots=True)
class Mark:
    """One numeral of a document; `state` is a code of `vocabulary.NUMERAL_STATES`, `kind` is `Numeral.kind`.

    `ids` are the rows it stands for, empty for an exclusion; `reason` is the exclusion's.
    """

    start: int
    end: int
    text: str
    kind: str
    state: str
    ids: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of a document that a row accounts for; an exclusion has no `id` but its row."""

    start: int
    end: int
    state: str
    id: str
    row: int
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numerals a document's body has, and what became of them; `recorded` counts observations and events.

    `digits_only` says that the document's language has number words that are not read.
    """

    source_id: str
    numerals: int
    recorded: int
    excluded: int
    unaccounted: int
    events: int
    digits_only: bool = False

    @property
    def counted(self) -> str:
        """How many numerals were looked for, and that only those in digits were: "12 numerals, digits only"."""
        return f"{many(self.numerals, 'numeral')}{f', {DIGITS_ONLY}' if self.digits_only else ''}"


def marks(register: Register, document: Document) -> list[Mark]:
    """Every numeral of the body with what became of it, in the order of the text."""
    return register.once(_marks, document)


def claims(register: Register, source_id: str) -> list[Claim]:
    """What the rows on a document that is here account for: of numbers, of events, then of exclusions."""
    if sum(len(register[table]) for table in QUOTING_TABLES) > MANY:
        return register.once(_claims_of, source_id)
    return register.once(_claims).get(source_id, [])


def held(by: Stretch, found: Sequence[Stretch]) -> range:
    """The places of those that lie within a stretch; they are in the order of the text, and none overlaps another."""
    first = bisect_left(found, by.start, key=lambda one: one.start)
    return range(first, bisect_right(found, by.end, lo=first, key=lambda one: one.end))


def digits_only(language: str) -> bool:
    """Whether of a language only numerals in digits are read."""
    return not lexicon(language).reads_words


def in_digits_only(documents: int) -> str:
    """What stands behind a count of numerals that in so many documents are counted in digits only; else nothing."""
    return f" ({DIGITS_ONLY} in {many(documents, 'document')})" if documents else ""


def of(register: Register, source_id: str) -> Coverage | None:
    """How many numerals of a document are recorded and excluded; None where it isn't here or is another than it was."""
    return register.once(_of, source_id)


def _of(register: Register, source_id: str) -> Coverage | None:
    document = register.documents.get(source_id)
    return counts(document, marks(register, document)) if document and document.unchanged else None


def know(register: Register, every: Iterable[Coverage]) -> None:
    """Keeps what `of` would return of documents that were read elsewhere."""
    for one in every:
        if register.has_text(one.source_id):
            register.known(one, _of, one.source_id)


def counts(document: Document, found: Sequence[Mark]) -> Coverage:
    """The numbers of a document's coverage."""
    states = [mark.state for mark in found]
    numbers, events = states.count(RECORDED), states.count(EVENT)
    excluded, unaccounted = states.count(EXCLUDED), states.count(UNACCOUNTED)
    only = digits_only(document.language)
    return Coverage(document.source_id, len(found), numbers + events, excluded, unaccounted, events, only)


def _marks(register: Register, document: Document) -> list[Mark]:
    found = document.numerals
    claimed: list[list[Claim]] = [[] for _ in found]
    for claim in claims(register, document.source_id):
        for place in held(claim, found):
            claimed[place].append(claim)
    return list(map(_mark, found, claimed))


def _mark(numeral: Numeral, claimed: list[Claim]) -> Mark:
    """The strongest claim decides: a number's own row, then a dated event, then an exclusion."""
    for state in (RECORDED, EVENT, EXCLUDED):
        of_state = [claim for claim in claimed if claim.state == state]
        if of_state:
            ids = tuple(claim.id for claim in of_state if claim.id)
            return Mark(*_place(numeral), state, ids, of_state[0].reason, of_state[0].note)
    return Mark(*_place(numeral), UNACCOUNTED)


def _place(numeral: Numeral) -> tuple[int, int, str, str]:
    return numeral.start, numeral.end, numeral.text, numeral.kind


def _claims(register: Register) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for source_id, claim in _claims_on(register, register.documents):
        found.setdefault(source_id, []).append(claim)
    return found


def _claims_of(register: Register, source_id: str) -> list[Claim]:
    document = register.documents.get(source_id)
    return [claim for _, claim in _claims_on(register, {source_id: document})] if document else []


def _claims_on(register: Register, documents: Mapping[str, Document]) -> Iterator[tuple[str, Claim]]:
    """What each row on one of some documents accounts for, with the document's source."""
    for table in QUOTING_TABLES:
        rows = register[table]
        for row, entry in rows_of_documents(rows, documents, *(name for name in _READ if name in rows)):
            if pd.notna(entry["start"]) and _text(entry["quote"]):
                document = documents[entry["source_id"]]
                yield document.source_id, _claim(table, row, entry, document)


def _claim(table: str, row: int, entry: Mapping[str, Any], document: Document) -> Claim:
    """An exclusion accounts for all that it quotes, any other row for what it prints."""
    start, quote = int(entry["start"]), entry["quote"]
    if table not in _CLAIMING:
        reason, note = _text(entry["reason"]), _text(entry["note"])
        end = start + len(quote) if pd.isna(entry["end"]) else int(entry["end"])
        return Claim(start, end, EXCLUDED, "", row, reason, note)
    state, key = _CLAIMING[table]
    return Claim(*number_at(document, start, quote, _text(entry["printed"])), state, _text(entry[key]), row)


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
