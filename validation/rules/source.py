"""Rules on sources: what a document and a reference have, and that no two are one file."""

from __future__ import annotations

from collections.abc import Iterator

from validation.files.schemas import SOURCES
from validation.findings import Fault, quoted
from validation.model.register import Register
from validation.rules.rule import Rule, cells_where, filled, rows_where
from validation.vocabulary import DOCUMENT, REFERENCE

OF_DOCUMENTS = ("file", "sha256", "characters")
OF_TEXTS = (*OF_DOCUMENTS, "body_end")  # where the article ends is the end of the text, unless it is said
OF_REFERENCES = ("url", "accessed")


def _rule(id: str, sentence: str, example: str) -> Rule:
    return Rule(id, sentence, example, tables=("sources",))


RULES = (
    _rule("source/kind", "A document has file and checksum, a reference an address.", "a document without sha256"),
    _rule("source/inferred", "What is named as inferred is a column.", "inferred publishd"),
    _rule("source/file", "A file is one source's only.", "two sources with the same file"),
)


def sources_fit_their_kind(register: Register) -> Iterator[Fault]:
    """A document has a file, its checksum and its length; a reference has an address and the day it was read."""
    rows = register["sources"]
    for kind, needed, foreign in ((DOCUMENT, OF_DOCUMENTS, ()), (REFERENCE, OF_REFERENCES, OF_TEXTS)):
        of_kind = rows["kind"].eq(kind)
        for field in needed:
            message = f"{field} must be there for a {kind}"
            lacking = of_kind & rows[field].isna()
            yield from cells_where(lacking, "source/kind", "sources", rows[field], message, "fill the cell")
        for field in foreign:
            message = f"{field} must be empty for a {kind}"
            strange = of_kind & rows[field].notna()
            yield from cells_where(strange, "source/kind", "sources", rows[field], message, "empty the cell")


def inferred_names_columns(register: Register) -> Iterator[Fault]:
    """`inferred` names columns of its table."""
    for row, names in filled(register["sources"], "inferred"):
        for name in set(names.split()) - set(SOURCES.columns):
            message = f"inferred must name columns of this table, not {quoted(name)}"
            hint = "columns: " + " ".join(SOURCES.columns)
            yield Fault("source/inferred", "sources", row, "inferred", names, message, hint)


def files_are_used_once(register: Register) -> Iterator[Fault]:
    """No two sources are the same file."""
    files = register["sources"]["file"]
    for row in rows_where(files.notna() & files.duplicated()):
        message = f"file must belong to one source, but {quoted(files.iat[row])} is another's too"
        hint = "write each document's own file name"
        yield Fault("source/file", "sources", row, "file", files.iat[row], message, hint)
