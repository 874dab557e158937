"""Coverage: what became of every numeral of a document, and the rules that none is left over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from validation.files.documents import Document
from validation.findings import Fault, Passage, quoted
from validation.language import numerals
from validation.model.register import Register, needs

EXCERPT = 40


@dataclass(frozen=True)
class Mark:
    """One numeral of a document: recorded (an observation's), event (a mention's), excluded or unaccounted.

    `ids` are the rows it stands for, empty for an exclusion; `reason` is the exclusion's.
    """

    start: int
    end: int
    text: str
    state: str
    ids: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class Coverage:
    """How many numerals a document's body has, and what became of them; `recorded` counts observations and events."""

    source_id: str
    numerals: int
    recorded: int
    excluded: int
    unaccounted: int
    events: int


@dataclass(frozen=True)
class _Claim:
    """A stretch of a document that a row accounts for; exclusions are known by their row."""

    start: int
    end: int
    state: str
    id: str
    row: int
    reason: str = ""
    note: str = ""

    def holds(self, numeral: numerals.Numeral) -> bool:
        return self.start <= numeral.start and numeral.end <= self.end


def marks(register: Register, document: Document) -> list[Mark]:
    """Every numeral of the body with what became of it, in the order of the text."""
    claims = _claims(register, document.source_id)
    return [_mark(numeral, [claim for claim in claims if claim.holds(numeral)]) for numeral in _numerals(document)]


def counts(source_id: str, found: list[Mark]) -> Coverage:
    """The numbers of a document's coverage."""
    states = [mark.state for mark in found]
    recorded = states.count("recorded") + states.count("event")
    return Coverage(
        source_id,
        len(found),
        recorded,
        states.count("excluded"),
        states.count("unaccounted"),
        states.count("event"),
    )


def _numerals(document: Document) -> tuple[numerals.Numeral, ...]:
    return _found(document.text, document.body_end)


@lru_cache(maxsize=64)
def _found(text: str, end: int) -> tuple[numerals.Numeral, ...]:
    """Numerals are looked for once a text: several rules and every page of a document ask for them."""
    return tuple(numerals.find(text, 0, end))


def _mark(numeral: numerals.Numeral, claims: list[_Claim]) -> Mark:
    """The strongest claim decides: a number's own row, then a dated event, then an exclusion."""
    for state in ("recorded", "event", "excluded"):
        of_state = [claim for claim in claims if claim.state == state]
        if of_state:
            ids = tuple(claim.id for claim in of_state if claim.id)
            return Mark(numeral.start, numeral.end, numeral.text, state, ids, of_state[0].reason, of_state[0].note)
    return Mark(numeral.start, numeral.end, numeral.text, "unaccounted")


def _claims(register: Register, source_id: str) -> list[_Claim]:
    observations = _of(register, "observations", source_id)
    mentions = _of(register, "mentions", source_id)
    exclusions = _of(register, "exclusions", source_id)
    return [
        *(_printed_claim(row, entry, "recorded", entry["observation_id"]) for row, entry in observations),
        *(_printed_claim(row, entry, "event", entry["mention_id"]) for row, entry in mentions),
        *(_quote_claim(row, entry) for row, entry in exclusions),
    ]


def _of(register: Register, name: str, source_id: str) -> list[tuple[int, dict]]:
    rows = register[name]
    chosen = (rows["source_id"].eq(source_id) & rows["start"].notna() & rows["quote"].notna()).to_numpy().nonzero()[0]
    entries = rows.iloc[chosen].astype("object").fillna("").to_dict("records")
    return list(zip(chosen.tolist(), entries, strict=True))


def _printed_claim(row: int, entry: dict, state: str, name: str) -> _Claim:
    offset = entry["quote"].find(entry["printed"])
    start = int(entry["start"]) + max(offset, 0)
    length = len(entry["printed"]) if offset >= 0 else 0
    return _Claim(start, start + length, state, name, row)


def _quote_claim(row: int, entry: dict) -> _Claim:
    start = int(entry["start"])
    return _Claim(start, start + len(entry["quote"]), "excluded", "", row, entry["reason"], entry["note"])


def _unchanged(register: Register) -> list[tuple[str, Document]]:
    """The documents whose rows' offsets can be trusted; in a changed one each row gets its own outcome instead."""
    return [(source_id, document) for source_id, document in register.documents.items() if document.unchanged]


@needs("observations", "mentions", "exclusions")
def numerals_are_accounted_for(register: Register) -> Iterator[Fault]:
    """Every numeral of every document that is here is an observation's, a mention's or excluded."""
    rows = {source: row for row, source in enumerate(register["sources"]["source_id"].tolist())}
    for source_id, document in _unchanged(register):
        for mark in marks(register, document):
            if mark.state == "unaccounted":
                around = document.body[max(0, mark.start - EXCERPT) : mark.end + EXCERPT].replace("\n", " ")
                what = f"{quoted(mark.text)} at {mark.start} is not: {around.strip()}"
                message = f"every numeral must be accounted for, but {what}"
                command = f'python -m validation find {source_id} "{mark.text}"'
                hint = f"record it ({command} gives the offsets) or exclude it with a reason"
                passage = Passage(source_id, mark.start, mark.end)
                yield Fault(
                    "coverage/unaccounted",
                    "sources",
                    rows[source_id],
                    "source_id",
                    source_id,
                    message,
                    hint,
                    passage,
                )


def exclusions_are_needed(register: Register) -> Iterator[Fault]:
    """An exclusion covers a numeral, and none that an observation or a mention records."""
    for source_id, document in _unchanged(register):
        found = _numerals(document)
        claims = _claims(register, source_id)
        recorded = [claim for claim in claims if claim.state != "excluded"]
        for claim in claims:
            if claim.state == "excluded":
                yield from _needless(claim, [numeral for numeral in found if claim.holds(numeral)], recorded, document)


def _needless(
    claim: _Claim, covered: list[numerals.Numeral], recorded: list[_Claim], document: Document
) -> Iterator[Fault]:
    quote = document.text[claim.start : claim.end]
    passage = Passage(document.source_id, claim.start, claim.end)
    if not covered:
        message = f"an exclusion must cover a numeral, but there is none in {quoted(quote)}"
        yield Fault("coverage/stale", "exclusions", claim.row, "quote", quote, message, "take the row out", passage)
    for numeral in covered:
        names = [other.id for other in recorded if other.holds(numeral)]
        if names:
            message = f"a numeral must be recorded or excluded, not both: {quoted(numeral.text)} is in {names[0]} too"
            hint = "take the exclusion out, or quote only the numerals it means"
            yield Fault("coverage/twice", "exclusions", claim.row, "quote", quote, message, hint, passage)
