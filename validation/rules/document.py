"""Rules on documents: they are there, as they were; `validation/files/documents.py` looks at those that are."""

from __future__ import annotations

from collections.abc import Iterator

from validation.findings import Fault
from validation.model.register import Register
from validation.rules.rule import Rule
from validation.vocabulary import DOCUMENT


def _rule(id: str, sentence: str, example: str) -> Rule:
    return Rule(id, sentence, example, tables=("sources",), reads_documents=True)


RULES = (
    _rule("document/present", "With --require-seeds every document is there, unchanged.", "seeds/ is empty"),
    _rule("document/name", "A document's file is a bare name in the seeds folder.", "file ../secret.txt"),
    _rule("document/encoding", "A document is UTF-8.", "a document saved as UTF-16"),
    _rule("document/checksum", "A document's bytes are those of its SHA-256.", "one letter of the text changed"),
    _rule("document/length", "A document is as long as sources.csv says.", "characters 4525"),
    _rule("document/body", "The article ends within the document.", "body_end beyond the text"),
)


def documents_are_there(register: Register) -> Iterator[Fault]:
    """Every document is in the seeds folder; looked for only where that is asked for."""
    for row, source in enumerate(register.cells("sources")):
        if source["kind"] == DOCUMENT and source["source_id"] not in register.documents:
            message = f"{source['file'] or source['source_id']} must be in the seeds folder, and is not"
            yield Fault("document/present", "sources", row, "file", source["file"], message, "put the document there")
