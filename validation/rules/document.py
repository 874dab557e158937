"""Rules on documents: they are there, as they were; `validation/files/documents.py` looks at those that are."""

from __future__ import annotations

from collections.abc import Iterator, Set

from validation.findings import Fault, quoted
from validation.model import coverage
from validation.model.register import Register
from validation.rules.rule import Rule
from validation.vocabulary import DOCUMENT, WARNING


def _rule(id: str, sentence: str, example: str) -> Rule:
    return Rule(id, sentence, example, tables=("sources",), reads_documents=True)


RULES = (
    _rule("document/present", "With --require-seeds every document is there, unchanged.", "seeds/ is empty"),
    _rule("document/name", "A document's file is a bare name in the seeds folder.", "file ../secret.txt"),
    _rule("document/encoding", "A document is UTF-8.", "a document saved as UTF-16"),
    _rule("document/checksum", "A document's bytes are those of its SHA-256.", "one letter of the text changed"),
    _rule("document/length", "A document is as long as sources.csv says.", "characters 4525"),
    _rule("document/body", "The article ends within the document.", "body_end beyond the text"),
    Rule(
        "document/language",
        "The words of a document can be read, not its digits alone.",
        "language de",
        tables=("sources",),
        level=WARNING,
    ),
)


def documents_are_there(register: Register, here: Set[str]) -> Iterator[Fault]:
    """Every document is `here`, by its source id; looked for only where that is asked for."""
    for row, source in enumerate(register.cells("sources")):
        if source["kind"] == DOCUMENT and source["source_id"] not in here:
            message = f"{source['file'] or source['source_id']} must be in the seeds folder, and is not"
            yield Fault("document/present", "sources", row, "file", source["file"], message, "put the document there")


def languages_are_read(register: Register) -> Iterator[Fault]:
    """The number words and the qualifiers of a document's language are known; else only its digits are read."""
    for row, source in enumerate(register.cells("sources")):
        language = source["language"]
        if source["kind"] == DOCUMENT and language and coverage.digits_only(language):
            message = (
                f"language {quoted(language)} is read in digits only: its number words and qualifiers are not known"
            )
            hint = "look for numbers in words by eye; coverage counts those in digits"
            yield Fault("document/language", "sources", row, "language", language, message, hint)
