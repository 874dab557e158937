"""Rules on quotations: what our own prose puts in quotation marks is printed somewhere, and a quote has its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import NamedTuple

import pandas as pd

from validation.findings import Fault, quoted
from validation.language.reading.seen import flat
from validation.model.register import Register
from validation.rules.rule import Rule, cells_where, needs, rows_where
from validation.vocabulary import DOCUMENT, EXACT, QUALIFIERS

PROSE: Mapping[str, tuple[str, ...]] = {
    "sources": ("note",),
    "charts": ("headline", "note"),
    "indicators": ("definition",),
    "observations": ("period_note", "note"),
    "events": ("note",),
    "mentions": ("note",),
    "exclusions": ("note",),
    "derivations": ("note",),
    "conflicts": ("explanation",),
    "errata": ("reason",),
    "retired": ("reason",),
    "checks": ("explanation",),
}
"""The columns that hold sentences of our own. A locator is none: it names a place as the reference does."""

_PRINTED: Mapping[str, tuple[str, ...]] = {
    "sources": ("title", "author", "publisher"),
    "observations": ("quote", "printed", "attribution"),
    "mentions": ("quote", "printed"),
    "exclusions": ("quote",),
    "errata": ("stated",),
}

RULES = (
    Rule(
        "quotation/printed",
        "What our own prose quotes is printed in a source.",
        'a note on "the Far West" where none has it',
        tables=tuple(PROSE),
        reads_documents=True,
    ),
    Rule(
        "quotation/number",
        "A reference's number that is quoted is printed too.",
        "a quote without printed",
        tables=("observations",),
    ),
    Rule(
        "quotation/qualifier",
        "What qualifies a reference's printed number is quoted with it.",
        "printed 30% and over, without a quote",
        tables=("observations",),
    ),
)

# A straight mark opens in front of a word and closes behind one; behind a figure it stands for inches or seconds.
_QUOTATION = re.compile(r"[“„]([^“”„]+)[”“]|(?<!\w)\"(?!\s)([^\"]+)(?<!\s)\"(?!\w)|«\s*([^«»]+?)\s*»|「([^「」]+)」")
_MARKS = '"“„«「'
_LEFT_OUT = re.compile(r"\s*(?:…|\.\.\.|\[[^\]]*\])\s*")


class _Place(NamedTuple):
    """A cell that quotes something."""

    table: str
    row: int
    field: str
    quotation: str


@needs(*_PRINTED)
def quotations_are_printed(register: Register) -> Iterator[Fault]:
    """Words in quotation marks stand in what a source prints; where a document isn't here they may stand in it."""
    if all(register.has_text(source.id) for source in register.sources.values() if source.is_document):
        words = sought(register)
        yield from misquotations(register, words - printed_in(register, words))


def sought(register: Register) -> Set[str]:
    """Words that our own prose quotes: they must stand in what a source prints."""
    if not _PRINTED.keys() <= register.tables.keys():
        return frozenset()
    return frozenset(part for place in _quotations(register) for part in _parts(place.quotation))


def printed_in(register: Register, words: Set[str]) -> Set[str]:
    """Those of some words that a source prints, as its rows or its document have it."""
    missing, printed = set(words), _printed(register)
    while missing and (text := next(printed, None)) is not None:
        missing -= _found(missing, text)
    return words - missing


def misquotations(register: Register, missing: Set[str]) -> Iterator[Fault]:
    """What our own prose quotes that is `missing` wherever sources print something."""
    for table, row, field, quotation in _quotations(register) if missing else ():
        if not missing.isdisjoint(_parts(quotation)):
            message = f"{field} must quote what a source prints, and {quoted(quotation)} stands in none"
            hint = "take the quotation marks away, or quote what is printed"
            yield Fault("quotation/printed", table, row, field, quotation, message, hint)


def _quotations(register: Register) -> Iterator[_Place]:
    """Every quotation of our own prose; a text that many rows have is looked at once."""
    for table, fields in PROSE.items():
        for field in fields:
            cells = register[table][field]
            quoting = {text: told for text in _with_marks(cells) if (told := _within_marks(text))}
            for row in rows_where(cells.isin(quoting)) if quoting else ():
                yield from (_Place(table, row, field, one) for one in quoting[cells.iat[row]])


def _with_marks(cells: pd.Series) -> list[str]:
    return [text for text in cells.dropna().unique().tolist() if any(mark in text for mark in _MARKS)]


def _within_marks(text: str) -> list[str]:
    """What a text quotes, without the comma or full stop that belongs to the sentence around it."""
    found = map("".join, _QUOTATION.findall(text))
    return [words for one in found if (words := re.sub(r"[.,]\Z", "", one.strip()))]


def _printed(register: Register) -> Iterator[str]:
    """All that sources print: what the tables have of it, a line for each cell, then the documents."""
    columns = (register[table][field] for table, fields in _PRINTED.items() for field in fields)
    cells = chain.from_iterable(column.dropna().unique().tolist() for column in columns)
    yield "\n".join(" ".join(flat(text).split()) for text in cells)
    yield from (" ".join(document.seen.flat.split()) for document in register.documents.values())


def _parts(quotation: str) -> list[str]:
    """The words of a quotation that must stand together somewhere: it may leave out what is marked so."""
    return [part for part in _LEFT_OUT.split(" ".join(flat(quotation).split())) if part]


def _found(words: Iterable[str], printed: str) -> Set[str]:
    """Those that are printed as whole words; they may begin in the other case."""
    return {one for one in words if _has_words(printed, one)}


def _has_words(printed: str, words: str) -> bool:
    """Whether these words stand there; what is printed may be long, and is looked through faster than by a pattern."""
    for first in dict.fromkeys((words[0], words[0].lower(), words[0].upper())):
        sought = first + words[1:]
        at = printed.find(sought)
        while at >= 0:
            end = at + len(sought)
            if not (_goes_on(printed[max(at - 1, 0) : at + 1]) or _goes_on(printed[end - 1 : end + 1])):
                return True
            at = printed.find(sought, at + 1)
    return False


def _goes_on(pair: str) -> bool:
    """Whether two characters beside one another are of one word."""
    return len(pair) == 2 and pair.isalnum()


def qualifiers_are_quoted(register: Register) -> Iterator[Fault]:
    """A word that qualifies a printed number stands in the quote: without one nothing shows it, and it gets lost."""
    rows = register["observations"]
    qualified = rows["qualifier"].isin([code for code in QUALIFIERS if code != EXACT])
    message = "quote must be there, with the word that qualifies what is printed"
    hint = "quote the number with its word, or write exact where none stands with it"
    broken = qualified & rows["printed"].notna() & rows["quote"].isna() & rows["start"].isna()
    yield from cells_where(broken, "quotation/qualifier", "observations", rows["qualifier"], message, hint)


def quotes_have_their_number(register: Register) -> Iterator[Fault]:
    """A reference's quote is there for its number, which `printed` has; a document's is asked for as evidence."""
    rows = register["observations"]
    lacking = rows["quote"].notna() & rows["printed"].isna()
    if lacking.any():
        documents = [source.id for source in register.sources.values() if source.kind == DOCUMENT]
        message = "printed must be the number as the quote has it"
        hint = "write the number with its unit there, or empty the quote"
        broken = lacking & ~rows["source_id"].isin(documents)
        yield from cells_where(broken, "quotation/number", "observations", rows["printed"], message, hint)
