"""Rules that tie each row to the characters of its document, keep quotes short, and numbers whole and qualified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple

import pandas as pd

from validation import vocabulary
from validation.files.documents import Document, rows_of_documents
from validation.files.passages import Outcome, end_of, outcome, stands
from validation.files.schemas import QUOTING_TABLES
from validation.findings import Fault, Passage, quoted
from validation.language import numerals, qualifiers
from validation.language.phrases import LONGEST_QUOTE
from validation.language.qualifiers import Said
from validation.language.reading.reader import may_be_of_number
from validation.language.reading.seen import flat
from validation.model import coverage
from validation.model.readings import reading_of
from validation.model.register import Register
from validation.rules.rule import Objection, Rule, cells_where, each_once, languages, looked_up, needs, rows_where
from validation.vocabulary import DOCUMENT, OVER, PAGE, REFERENCE

_PRINTING_TABLES = ("observations", "mentions")


def _rule(id: str, sentence: str, example: str, *, reads_documents: bool = False) -> Rule:
    return Rule(id, sentence, example, QUOTING_TABLES, reads_documents)


RULES = (
    _rule("evidence/place", "Documents have offsets and quotes, references locators.", "an observation without quote"),
    Rule(
        "evidence/page",
        "Where a document has pages, the locator is the one on which the quote stands.",
        "p. 11 where the quote stands on page 12",
        ("observations",),
        reads_documents=True,
    ),
    _rule("evidence/length", f"A quote has at most {LONGEST_QUOTE} characters.", "a quoted paragraph"),
    _rule("evidence/offsets", "A quote is as long as its offsets say.", "end one too high"),
    _rule("evidence/sentence", "A quote is a phrase, never a whole sentence.", "a quote from capital to full stop"),
    _rule("evidence/body", "Quotes lie within the article.", "a quote from the comments"),
    _rule("evidence/moved", "The quote stands at its offsets.", "a sentence added before it", reads_documents=True),
    _rule(
        "evidence/number",
        "The document still says this number at that place.",
        "41.3% in the quote, 14.3% in the text",
        reads_documents=True,
    ),
    _rule(
        "evidence/gone",
        "The quote, or the words around its number, are there.",
        "the sentence was taken out",
        reads_documents=True,
    ),
    _rule(
        "evidence/unique", "A quote stands once in its document.", "a quote of one common word", reads_documents=True
    ),
    Rule(
        "evidence/printed",
        "printed stands once in its quote.",
        "printed 41.3 % where the quote has 41.3%",
        _PRINTING_TABLES,
    ),
    Rule(
        "evidence/whole",
        "printed is the whole number that stands there.",
        'printed "1.2" where the quote has "1.2m"',
        _PRINTING_TABLES,
    ),
    Rule(
        "evidence/qualifier",
        "The qualifier is what the words beside the number say.",
        'exact beside "over"',
        ("observations",),
    ),
)

# A capital at the beginning, a full stop at the end.
_SENTENCE = r"^[A-Z“‘\"].*[.!?][”’\"]?$"
# As far as the longest number in words, or the longest name of a unit, goes on.
_REACH = 48
# No words that qualify a number are longer than this, with what may stand between.
_LONGEST_QUALIFIER = 64
# Stands for any number where only the words around it matter.
_NUMBER = "\N{REPLACEMENT CHARACTER}"
_ON_PAGE = rf"{re.escape(PAGE)}[1-9][0-9]*"
# What stands beside a number without being part of one; all else is looked at.
_APART_BEFORE = re.compile(r"(?:^|[\s“‘\"])\Z")
_APART_AFTER = re.compile(r"\Z|[.,;:!?\]”’\"']*(?:\Z|\s)|[’']s\b")


def rows_name_their_place(register: Register) -> Iterator[Fault]:
    """A row that rests on a document has offsets and a quote; one that rests on a reference has a locator instead."""
    kinds = {source.id: source.kind for source in register.sources.values()}
    for name in QUOTING_TABLES:
        rows = register[name]
        kind = rows["source_id"].map(kinds)
        if name == "observations":
            yield from _of_observations(rows, kind.eq(DOCUMENT), kind.eq(REFERENCE))
        else:
            must, hint = "be a document: only documents have offsets", "name the document that it stands in"
            yield from _misplaced(name, rows["source_id"], kind.eq(REFERENCE), must, hint)


def _of_observations(rows: pd.DataFrame, on_document: pd.Series, on_reference: pd.Series) -> Iterator[Fault]:
    for field in ("start", "end", "quote", "printed"):
        lacking = on_document & rows[field].isna()
        hint = "python -m validation find prints offsets and quote"
        yield from _misplaced("observations", rows[field], lacking, "be there: the row rests on a document", hint)
    start, locator, empty = rows["start"], rows["locator"], "empty the cell"
    for cells, broken, must, hint in (
        (locator, on_document & _is_no_page(locator), f"be empty or a page, {PAGE}12: a document has offsets", empty),
        (start, on_reference & start.notna(), "be empty: a reference has a locator", empty),
        (locator, on_reference & locator.isna(), "say where in the reference it stands", "name a table, sheet or page"),
    ):
        yield from _misplaced("observations", cells, broken, must, hint)


def _is_no_page(locators: pd.Series) -> pd.Series:
    return locators.notna() & ~locators.str.fullmatch(_ON_PAGE).fillna(True).astype(bool)


def passages_are_on_their_pages(register: Register) -> Iterator[Fault]:
    """The locator of a document's number is the page that its quote stands on, where the document has pages."""
    rows, paged = register["observations"], [name for name, one in register.documents.items() if one.has_pages]
    rows = rows[rows["locator"].notna() | rows["source_id"].isin(paged)]
    for row, entry in rows_of_documents(rows, register.documents, "start", "quote", "locator"):
        document, start, quote, said = (entry[name] for name in ("source_id", "start", "quote", "locator"))
        document, said = register.documents[document], said if isinstance(said, str) else ""
        if pd.isna(start) or not isinstance(quote, str) or end_of(document, int(start), quote) is None:
            continue  # where it stands isn't known, which is another finding
        right = document.locator(int(start))
        if said != right:
            where = f"{right}, where the quote stands" if right else "empty: the document has no pages"
            message = f"locator must be {where}, not {quoted(said)}" if said else f"locator must be {where}"
            hint = f"write {right}" if right else "empty the cell"
            yield Fault("evidence/page", "observations", row, "locator", said, message, hint)


def _misplaced(table: str, cells: pd.Series, broken: pd.Series, must: str, hint: str) -> Iterator[Fault]:
    return cells_where(broken, "evidence/place", table, cells, f"{cells.name} must {must}", hint)


def quotes_are_phrases(register: Register) -> Iterator[Fault]:
    """A quote is as long as its offsets say, has at most 120 characters, and is no whole sentence."""
    for name in QUOTING_TABLES:
        rows = register[name]
        quotes = rows["quote"]
        length = quotes.str.len()
        for row in rows_where(length > LONGEST_QUOTE):
            message = f"quote must have at most {LONGEST_QUOTE} characters, not {int(length.iat[row])}"
            yield Fault("evidence/length", name, row, "quote", quotes.iat[row], message, "quote fewer words")
        yield from _spans(name, register)
        message, hint = "quote must be a phrase, not a whole sentence", "leave out the sentence's ends"
        whole = quotes.str.contains(_SENTENCE, regex=True, na=False)
        yield from cells_where(whole, "evidence/sentence", name, quotes, message, hint)


def _spans(name: str, register: Register) -> Iterator[Fault]:
    """Offsets that a quote can't have.

    It may be shorter than the characters it stands for, some of which nobody sees; how many only the document tells.
    """
    rows = register[name]
    lengths = rows["quote"].str.len()
    span = (rows["end"] - rows["start"]).astype("float64")
    unequal = span.notna() & lengths.notna() & (span != lengths)
    for row in rows_where(unequal):
        quote, start, end = rows["quote"].iat[row], int(rows["start"].iat[row]), int(rows["end"].iat[row])
        document = register.documents.get(rows["source_id"].iat[row])
        if stands(document, start, end, quote) if document else end - start > lengths.iat[row]:
            continue
        right = _end_of(document, start, quote)
        message = f"end must be {right}, start plus the length of what is quoted, not {end}"
        yield Fault("evidence/offsets", name, row, "end", str(end), message, f"write {right}")


def _end_of(document: Document | None, start: int, quote: str) -> int:
    """Where a quote that starts there ends."""
    return (end_of(document, start, quote) if document else None) or start + len(quote)


def passages_lie_in_the_body(register: Register) -> Iterator[Fault]:
    """No quote reaches behind the end of the article."""
    article_ends = {source.id: source.article_end for source in register.sources.values()}
    for name in QUOTING_TABLES:
        rows = register[name]
        limits = looked_up(rows["source_id"], article_ends).astype("Int64")
        for row in rows_where((rows["end"] > limits).fillna(False)):
            end = str(rows["end"].iat[row])
            message = f"end must be at most {limits.iat[row]}, where the article ends, not {end}"
            yield Fault("evidence/body", name, row, "end", end, message, "quote the article only")


def passages_stand(register: Register) -> Iterator[Fault]:
    """Every quote stands at its offsets in the document, and nowhere else in it."""
    for name in QUOTING_TABLES:
        columns = [one for one in ("start", "end", "quote", "printed") if one in register[name]]
        for row, entry in rows_of_documents(register[name], register.documents, *columns):
            document, quote = register.documents[entry["source_id"]], entry["quote"]
            if not isinstance(quote, str) or pd.isna(entry["start"]) or pd.isna(entry["end"]):
                continue
            printed = entry.get("printed")
            printed = printed if isinstance(printed, str) else ""
            found = outcome(document, int(entry["start"]), int(entry["end"]), quote, printed)
            passage = Passage(document.source_id, found.start, found.end) if found.end else None
            unique = name in _PRINTING_TABLES  # an exclusion holds by its offsets
            if said := _said_of(found, document, f"{entry['start']}-{entry['end']}", quote, printed, unique=unique):
                rule, field, message, hint = said
                yield Fault(rule, name, row, field, str(entry[field]), message, hint, passage)


def _said_of(
    found: Outcome, document: Document, place: str, quote: str, printed: str, *, unique: bool
) -> tuple[str, str, str, str] | None:
    """The rule that a passage breaks, the field, what must be, what to do; None where it stands."""
    file = document.file
    match found.kind:
        case vocabulary.MOVED:
            where = f"{found.start}-{found.end}" if found.places == 1 else f"one of {found.places} places"
            message = f"start-end must be {where}, where the quote stands in {file}, not {place}"
            hint = f"write start {found.start} and end {found.end}, or run python -m validation fix moved"
            if found.places > 1:
                hint = "quote more words" if unique else "run python -m validation fix moved, which keeps their order"
            return "evidence/moved", "start", message, hint
        case vocabulary.NUMBER_CHANGED:
            said = qualifiers.as_said(quote, printed, document.language) if printed and printed in quote else quote
            message = f"quote must say what {file} says, {quoted(found.found)}, not {quoted(said)}"
            hint = "read the passage again and correct printed, value, qualifier and quote"
            return "evidence/number", "quote", message, hint
        case vocabulary.GONE:
            message = f"quote must stand in {file}; neither it nor the words around its number do"
            return "evidence/gone", "quote", message, "find the passage again or take the row out"
    times = sum(1 for _ in document.seen.places(quote)) if unique else 1
    if times > 1:
        message = f"quote must stand once in {file}, but stands there {times} times"
        return "evidence/unique", "quote", message, "quote more words around the number"
    return None


class _Printing(NamedTuple):
    """What a row prints and quotes; its source and its place only where the document is here, to look around it."""

    printed: str
    quote: str
    language: str
    source_id: str
    start: int | None
    code: str


@needs("sources")
def numbers_are_as_quoted(register: Register) -> Iterator[Fault]:
    """`printed` stands once in the quote, it is a whole number there, and the qualifier is what the words say."""
    for name in _PRINTING_TABLES:
        for row, found in each_once(_printings(register, name), partial(_objections, register)):
            yield found.of(name, row)


def _printings(register: Register, name: str) -> pd.DataFrame:
    """The rows of a table that print something and quote it, each with the cells of a `_Printing`."""
    rows = register[name]
    columns = [one for one in ("printed", "quote", "source_id", "start", "qualifier") if one in rows]
    asked = rows.loc[rows["printed"].notna() & rows["quote"].notna(), columns]
    here = looked_up(asked["source_id"], dict(zip(register.documents, register.documents, strict=True)))
    known = here.notna() & asked["start"].notna()
    return pd.DataFrame(
        {
            "printed": asked["printed"],
            "quote": asked["quote"],
            "language": languages(register, asked["source_id"]),
            "source_id": here.where(known),
            "start": asked["start"].where(known),
            "code": asked["qualifier"].astype("str").fillna("") if "qualifier" in asked else "",
        }
    )


def _objections(register: Register, key: tuple[Any, ...]) -> Iterator[Objection]:
    one = _Printing(*key)
    before, number, after = one.quote.partition(one.printed)
    if not number or one.printed in after:
        yield from _not_there_once(one)
        return
    if _is_read_so(register, one, len(before)):
        return
    before, after = _in_context(register, one, before, after)
    yield from _piece(one, before[-_REACH:], after[:_REACH])
    if one.code and not coverage.digits_only(one.language):
        yield from _misqualified(one, before[-_LONGEST_QUALIFIER:], after[:_LONGEST_QUALIFIER])


def _not_there_once(one: _Printing) -> Iterator[Objection]:
    count = len(numerals.places(one.quote, one.printed, one.language))
    if count != 1:
        times = f"stands {count} times in it" if count else "is not in it"
        message = f"printed must stand once in the quote, but {quoted(one.printed)} {times}"
        hint = "quote other words" if count else "write the number as the quote has it"
        yield Objection("evidence/printed", "printed", one.printed, message, hint)


def _is_read_so(register: Register, one: _Printing, at: int) -> bool:
    """Whether the reading of the whole document has one number there, no part of which is beyond, qualified so.

    It was made for the coverage, and to read the words around each row's number again takes most of the time.
    """
    document = register.documents.get(one.source_id)
    if document is None or one.start is None or not document.body.startswith(one.quote, one.start):
        return False
    place = Passage(one.source_id, one.start + at, one.start + at + len(one.printed))
    found, within = document.numerals, coverage.held(place, document.numerals)
    if len(within) != 1 or (one.code and found[within[0]].qualifier != one.code):
        return False
    at = within[0]
    beside = (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2])
    return not any(other.start < place.end and other.end > place.start for other in beside)


def _piece(one: _Printing, before: str, after: str) -> Iterator[Objection]:
    """That what is printed is not all of its number: "$73.15" of "$73.15 billion"."""
    apart = _stands_apart(before, after, one.language)
    whole = "" if apart else numerals.cut(before, one.printed, after, one.language)
    if whole:
        message = f"printed is a part of {quoted(whole)}, and must be the whole number, not {quoted(one.printed)}"
        yield Objection("evidence/whole", "printed", one.printed, message, f"write {whole}")


def _misqualified(one: _Printing, before: str, after: str) -> Iterator[Objection]:
    said = _said(before, after)
    if said and said.code == OVER:  # which may be "in the course of" before a unit of time
        said = _said(before, f"{_unit_of(one.printed, one.language)}{after}")
    if said and one.code not in said.readings:
        where = "quote" if flat(said.words) in flat(one.quote) else "document"
        word = f"as the {where} says {quoted(said.words)}" if said.words else "as no word in the quote says otherwise"
        right = " or ".join(said.readings)
        message = f"qualifier must be {right}, {word}, not {one.code}"
        yield Objection("evidence/qualifier", "qualifier", one.code, message, f"write {right}")


@lru_cache(maxsize=2**12)
def _stands_apart(before: str, after: str, language: str) -> bool:
    """Whether no number can go on from what stands between; documents repeat their words, and numerals take long."""
    if not (_APART_BEFORE.search(before) and _APART_AFTER.match(after)):
        return False
    words = [*before.split()[-2:], ";", *after.split()[:2]]
    return not any(may_be_of_number(word, language) for word in words)


def _in_context(register: Register, one: _Printing, before: str, after: str) -> tuple[str, str]:
    """What stands around a number, from beyond its quote too: a quote may leave out the words that qualify it."""
    document = register.documents.get(one.source_id)
    if document is None or one.start is None:
        return before, after
    start, end = one.start, end_of(document, one.start, one.quote)
    if end is None:
        start, end = next(document.seen.places(one.quote), (0, 0))
    if not end:
        return before, after
    body = document.body
    return body[max(start - _LONGEST_QUALIFIER, 0) : start] + before, after + body[end : end + _LONGEST_QUALIFIER]


@lru_cache(maxsize=2**16)
def _unit_of(printed: str, language: str) -> str:
    """What stands behind the number in what is printed, with what parts them."""
    reading = reading_of(printed, None, language)
    return printed[reading.end :] if reading else ""


@lru_cache(maxsize=2**12)
def _said(before: str, after: str) -> Said | None:
    """The qualifier that these words around a number make; documents repeat them, so each pair is looked at once."""
    return qualifiers.readings(f"{before}{_NUMBER}{after}", _NUMBER)
