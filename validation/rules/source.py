"""Rules on sources: what a document and a reference have, and that no two are one file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from validation.files.schemas import SOURCES
from validation.findings import Fault, quoted
from validation.model.register import Register
from validation.rules.rule import Rule, cells_where, filled, rows_where
from validation.vocabulary import DOCUMENT, PERSON, REFERENCE, WARNING

OF_DOCUMENTS = ("file", "sha256", "characters")
OF_TEXTS = (*OF_DOCUMENTS, "body_end")  # where the article ends is the end of the text, unless it is said
OF_REFERENCES = ("url", "accessed")


def _rule(id: str, sentence: str, example: str) -> Rule:
    return Rule(id, sentence, example, tables=("sources",))


RULES = (
    _rule("source/kind", "A document has file and checksum, a reference an address.", "a document without sha256"),
    _rule("source/inferred", "What is named as inferred is a column.", "inferred publishd"),
    _rule("source/file", "A file is one source's only.", "two sources with the same file"),
    _rule("source/name", "A short name is one source's only; an author is of a kind.", "two sources called Statistics"),
    _rule("source/author", "Several people are separated by semicolons.", "author A. Lee, B. Chen"),
    Rule(
        "source/people",
        "A comma stands between two whole names only where they are one person's.",
        "author Ann Lee, Bo Chen",
        tables=("sources",),
        level=WARNING,
    ),
)

_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")
# What follows a person's name behind a comma and is nobody's name.
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"])


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


def names_are_told_apart(register: Register) -> Iterator[Fault]:
    """No two sources are called the same, and of an author it is said whether it is a person."""
    rows = register["sources"]
    names, kinds = rows["short_name"], rows["author_kind"]
    for row in rows_where(names.notna() & names.duplicated()):
        message = f"short_name must tell the source from the others, but {quoted(names.iat[row])} is another's too"
        hint = "add what is its own, such as its year or its subject"
        yield Fault("source/name", "sources", row, "short_name", names.iat[row], message, hint)
    message = "author_kind must say whether the author is a person or an organization"
    yield from cells_where(
        rows["author"].notna() & kinds.isna(), "source/name", "sources", kinds, message, "fill the cell"
    )


def people_are_separated(register: Register) -> Iterator[Fault]:
    """A comma in a person's name stands behind the family name; between two people there is a semicolon."""
    for row, author, kind in filled(register["sources"], "author", "author_kind"):
        names = [_parts(one) for one in author.split(";")] if kind == PERSON else []
        if any(map(_are_several, names)):
            message = f"author must have a semicolon between two people, not a comma: {quoted(author)}"
            hint = 'write "; " between them; within a name a comma stands behind the family name alone: "Li, Wei"'
            yield Fault("source/author", "sources", row, "author", author, message, hint)
        elif any(map(_may_be_two, names)):
            message = f"author must have a semicolon where these are two people: {quoted(author)}"
            hint = "leave it, where two family names and two given names are one person's"
            yield Fault("source/people", "sources", row, "author", author, message, hint)


def _parts(name: str) -> list[str]:
    """What commas part in a name, without what is nobody's name."""
    return [part for part in name.split(",") if part.strip(" .").replace(".", "").casefold() not in _SUFFIXES]


def _are_several(parts: Sequence[str]) -> bool:
    """Whether a comma stands behind an initial, or there are more whole names than one person has."""
    return len(parts) > 2 or any(_INITIAL.search(part) for part in parts[:-1])


def _may_be_two(parts: Sequence[str]) -> bool:
    """Whether a comma stands between two words and two others: García Márquez, Gabriel José as well as two people."""
    return any(min(map(_names, pair)) > 1 for pair in pairwise(parts))


def _names(part: str) -> int:
    """How many words of a part are names: no particle, such as "van den", and no suffix."""
    words = (word for word in part.split() if not word[0].islower())
    return sum(word.strip(".").casefold() not in _SUFFIXES for word in words)
