"""Rules on coverage: every numeral of a document is accounted for, and no exclusion is needless."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from validation.files.documents import Document
from validation.findings import Fault, Passage, quoted
from validation.language.reading import places
from validation.language.reading.seen import flat
from validation.model import coverage
from validation.model.coverage import Claim, Mark
from validation.model.register import Register
from validation.rules.rule import Rule, needs
from validation.vocabulary import EXCLUDED, UNACCOUNTED

RULES = (
    Rule(
        "coverage/unaccounted",
        "Every numeral of a document is accounted for.",
        "a number nobody recorded",
        tables=("sources",),
        reads_documents=True,
    ),
    Rule(
        "coverage/twice",
        "No numeral is both recorded and excluded.",
        "an exclusion over an observation",
        tables=("exclusions",),
        reads_documents=True,
    ),
    Rule(
        "coverage/vague",
        "A vague count can only be left out as vague.",
        '"several hundred" left out as idiom',
        tables=("exclusions",),
        reads_documents=True,
    ),
    Rule(
        "coverage/stale",
        "An exclusion covers a numeral.",
        "an exclusion whose number is gone",
        tables=("exclusions",),
        reads_documents=True,
    ),
)

EXCERPT = 40


# What a numeral that has no value is left out as.
_LEFT_OUT_AS = {
    places.VAGUE: "vague",
    places.MARK: "mark",
    places.NAME: "name",
    places.IDIOM: "idiom",
    places.ORDINAL: "ordinal",
}


def _account(kind: str, find: str) -> str:
    """What to do about a numeral."""
    reason = _LEFT_OUT_AS.get(kind)
    if reason:
        return f"exclude it, probably with the reason {reason} ({find} gives the offsets)"
    return f"record it ({find} gives the offsets) or exclude it with a reason"


@needs("observations", "mentions", "exclusions")
def numerals_are_accounted_for(register: Register) -> Iterator[Fault]:
    """Every numeral of every document that is here is an observation's, a mention's or excluded."""
    rows = {source_id: row for row, source_id in enumerate(register["sources"]["source_id"].tolist())}
    for document in _unchanged(register):
        for mark in coverage.marks(register, document):
            if mark.state == UNACCOUNTED:
                yield _unaccounted(rows[document.source_id], document, mark)


def _unchanged(register: Register) -> list[Document]:
    """The documents whose rows' offsets can be trusted; in a changed one each row gets its own outcome instead."""
    return [document for document in register.documents.values() if document.unchanged]


def _unaccounted(row: int, document: Document, mark: Mark) -> Fault:
    around = flat(document.body[max(0, mark.start - EXCERPT) : mark.end + EXCERPT])
    shown = flat(mark.text)
    what = f"{quoted(shown)} at {mark.start} is not: {around.strip()}"
    find = f"python -m validation find {document.source_id} {shlex.quote(shown)}"
    return Fault(
        *("coverage/unaccounted", "sources", row, "source_id", document.source_id),
        f"every numeral must be accounted for, but {what}",
        _account(mark.kind, find),
        Passage(document.source_id, mark.start, mark.end),
    )


def exclusions_are_needed(register: Register) -> Iterator[Fault]:
    """An exclusion covers a numeral, and none that an observation or a mention records."""
    for document in _unchanged(register):
        marks = coverage.marks(register, document)
        for claim in coverage.claims(register, document.source_id):
            if claim.state == EXCLUDED:
                yield from _needless(claim, [marks[place] for place in coverage.held(claim, marks)], document)


def _needless(claim: Claim, covered: list[Mark], document: Document) -> Iterator[Fault]:
    quote = document.text[claim.start : claim.end]
    place = ("exclusions", claim.row, "quote", quote)
    passage = Passage(document.source_id, claim.start, claim.end)
    if not covered:
        message = f"an exclusion must cover a numeral, but there is none in {quoted(quote)}"
        yield Fault("coverage/stale", *place, message, "take the row out", passage)
    for mark in covered:
        if mark.kind == places.VAGUE and claim.reason != _LEFT_OUT_AS[places.VAGUE]:
            message = f"reason must be vague for {quoted(mark.text)}, which has no value, not {claim.reason}"
            yield Fault(
                "coverage/vague", "exclusions", claim.row, "reason", claim.reason, message, "write vague", passage
            )
        if mark.ids:
            message = f"a numeral must be recorded or excluded, not both: {quoted(mark.text)} is in {mark.ids[0]} too"
            hint = "take the exclusion out, or quote only the numerals it means"
            yield Fault("coverage/twice", *place, message, hint, passage)
