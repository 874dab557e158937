"""Rules on coverage: every numeral of a document is accounted for, and no exclusion is needless."""

EXCERPT = 40


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
                hint = f'record it (--find {source_id} "{mark.text}" gives the offsets) or exclude it with a reason'
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
