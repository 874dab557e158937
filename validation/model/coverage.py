"""Coverage: what became of every numeral of a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

from validation.files.documents import Document, rows_of_documents
from validation.files.schemas import QUOTING_TABLES
from validation.language import numerals
from validation.language.numerals import Numeral
from validation.model.register import Register
from validation.vocabulary import EVENT, EXCLUDED, RECORDED, UNACCOUNTED

_CLAIMING = {"observations": (RECORDED, "observation_id"), "mentions": (EVENT, "mention_id")}
"""The tables whose rows have a number of their own: what they make of it, and their ids."""


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
    """One numeral of a document; `state` is a code of `vocabulary.NUMERAL_STATES`.

    `ids` are the rows it stands for, empty for an exclusion; `reason` is the exclusion's.
    """

    start: int
    end: int
    text: str
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

    def holds(self, other: Stretch) -> bool:
        """Whether the other lies within it."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numerals a document's body has, and what became of them; `recorded` counts observations and events."""

    source_id: str
    numerals: int
    recorded: int
    excluded: int
    unaccounted: int
    events: int


def marks(register: Register, document: Document) -> list[Mark]:
    """Every numeral of the body with what became of it, in the order of the text."""
    return register.once(_marks, document)


def claims(register: Register, source_id: str) -> list[Claim]:
    """What the rows on a document that is here account for: of numbers, of events, then of exclusions."""
    return register.once(_claims).get(source_id, [])


def counts(source_id: str, found: Sequence[Mark]) -> Coverage:
    """The numbers of a document's coverage."""
    states = [mark.state for mark in found]
    numbers, events = states.count(RECORDED), states.count(EVENT)
    excluded, unaccounted = states.count(EXCLUDED), states.count(UNACCOUNTED)
    return Coverage(source_id, len(found), numbers + events, excluded, unaccounted, events)


def _marks(register: Register, document: Document) -> list[Mark]:
    claimed = claims(register, document.source_id)
    found = numerals.find(document.text, 0, document.body_end)
    return [_mark(numeral, [claim for claim in claimed if claim.holds(numeral)]) for numeral in found]


def _mark(numeral: Numeral, claimed: list[Claim]) -> Mark:
    """The strongest claim decides: a number's own row, then a dated event, then an exclusion."""
    for state in (RECORDED, EVENT, EXCLUDED):
        of_state = [claim for claim in claimed if claim.state == state]
        if of_state:
            ids = tuple(claim.id for claim in of_state if claim.id)
            return Mark(numeral.start, numeral.end, numeral.text, state, ids, of_state[0].reason, of_state[0].note)
    return Mark(numeral.start, numeral.end, numeral.text, UNACCOUNTED)


def _claims(register: Register) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for table in QUOTING_TABLES:
        for row, entry in rows_of_documents(register[table], register.documents):
            if pd.notna(entry["start"]) and _text(entry["quote"]):
                found.setdefault(entry["source_id"], []).append(_claim(table, row, entry))
    return found


def _claim(table: str, row: int, entry: Mapping[str, Any]) -> Claim:
    """An exclusion accounts for its whole quote, any other row for what it prints."""
    start, quote = int(entry["start"]), entry["quote"]
    if table not in _CLAIMING:
        reason, note = _text(entry["reason"]), _text(entry["note"])
        return Claim(start, start + len(quote), EXCLUDED, "", row, reason, note)
    state, key = _CLAIMING[table]
    printed = _text(entry["printed"])
    offset = quote.find(printed)
    start, length = (start + offset, len(printed)) if offset >= 0 else (start, 0)
    return Claim(start, start + length, state, _text(entry[key]), row)


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
