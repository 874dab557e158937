"""Passages that are copied wrongly: offsets, quotes and sources of observations, mentions and exclusions."""

from __future__ import annotations

from collections.abc import Iterator

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import Corruption, by_documents, of_cells
from tests.validation.corruptions.numbers import changed
from tests.validation.corruptions.rows import LOOKALIKES
from validation.files.passages import ENOUGH_CONTEXT
from validation.files.schemas import QUOTING_TABLES
from validation.language.numerals import read
from validation.language.phrases import LONGEST_QUOTE

NOT_IN_QUOTES = "Quite other words"


def generate(collection: Collection) -> Iterator[Corruption]:
    """What can go wrong when a passage is copied from a document."""
    for table in QUOTING_TABLES:
        rows = collection.quoting(table)
        for row in collection.some(rows, 3, f"offsets of {table}"):
            yield from _offsets(row)
        for row in collection.some(rows, 4, f"sources of {table}"):
            yield from _sources(collection, row)
        for row in collection.some(rows, 2, f"quotes of {table}"):
            yield from _quotes(row)
        common = [row for row in rows if table != "exclusions" and _common_word(row)]
        for row in collection.some(common, 2, f"common words of {table}"):
            yield _common(row)
    for row in collection.some(collection.rows("mentions"), 12, "dates"):
        yield from _dates(row)
    for row in collection.rows("exclusions"):
        yield from _numerals(row)
    for row in collection.some(collection.quoting("observations"), 2, "places"):
        yield from _left_out(row)


def _offsets(row: Row) -> Iterator[Corruption]:
    start, end = int(row["start"]), int(row["end"])
    yield of_cells("start-one-more", row, "evidence/offsets", start=str(start + 1))
    yield of_cells("end-one-less", row, "evidence/offsets", end=str(end - 1))
    # A quote may be shorter than what it stands for, by characters that nobody sees.
    yield by_documents("start-one-less", row, "evidence/offsets", start=str(abs(start - 1)))
    yield by_documents("end-one-more", row, "evidence/offsets", end=str(end + 1))
    ahead = {"start": str(start + 1), "end": str(end + 1)}
    yield by_documents("both-one-more", row, "evidence/moved", **ahead)
    yield of_cells("start-and-end-swapped", row, "evidence/offsets", start=row["end"], end=row["start"])


def _sources(collection: Collection, row: Row) -> Iterator[Corruption]:
    documents = collection.sources("document")
    others = [source for source in documents if source.key != row["source_id"]]
    other = collection.some(others, 1, f"source of {row.key}")[0]
    if row.table != "exclusions":  # their words may well stand in several documents
        yield by_documents(f"source-{other.key}", row, "evidence/gone", source_id=other.key)
    source = next(one for one in documents if one.key == row["source_id"])
    end = source["body_end"] or source["characters"]
    beyond = {"start": end, "end": str(int(end) + len(row["quote"]))}
    yield of_cells("behind-the-article", row, "evidence/body", **beyond)


def _quotes(row: Row) -> Iterator[Corruption]:
    quote, start = row["quote"], int(row["start"])
    long = (quote + " " * LONGEST_QUOTE)[:LONGEST_QUOTE] + "x"
    yield of_cells("quote-too-long", row, "evidence/length", quote=long, end=str(start + len(long)))
    sentence = f"The {quote}."
    yield of_cells("quote-a-sentence", row, "evidence/sentence", quote=sentence, end=str(start + len(sentence)))
    yield by_documents("quote-cut", row, "evidence/offsets", quote=quote[:-1])
    gone = (NOT_IN_QUOTES * 9)[: len(quote)].rstrip()
    yield by_documents("quote-of-something-else", row, "evidence/gone", quote=gone)
    yield of_cells("quote-in-cyrillic", row, "cell/characters", quote=quote.translate(LOOKALIKES))
    yield by_documents("quote-capitals", row, "evidence/gone", quote=quote.upper())


def _common_word(row: Row) -> str:
    return next((word for word in (" the ", " of ", " in ", " and ") if word in row["quote"]), "")


def _common(row: Row) -> Corruption:
    """A quote so short that it stands in many places."""
    word = _common_word(row).strip()
    start = int(row["start"]) + row["quote"].index(f" {word} ") + 1
    cells = {"quote": word, "start": str(start), "end": str(start + len(word))}
    return by_documents("quote-of-one-word", row, "evidence/unique", **cells)


def _dates(row: Row) -> Iterator[Corruption]:
    """A dating that is wrong where only the row can tell, and wherever the row has it."""
    printed, quote = row["printed"], row["quote"]
    if (other := changed(printed)) == printed:
        return
    yield of_cells("printed-digits", row, "evidence/printed", printed=other)
    yield of_cells("quote-digits", row, "evidence/printed", quote=quote.replace(printed, other))
    said = quote.replace(printed, other)
    cells = {"printed": other, "quote": said, "end": str(int(row["start"]) + len(said)), "period": row["period"]}
    if row["period_basis"] == "stated":
        cells["period"] = changed(row["period"])
        yield of_cells("period-digits", row, "printed/date", period=changed(row["period"]))
    yield by_documents("dating", row, "evidence/number", **cells)


def _numerals(row: Row) -> Iterator[Corruption]:
    words = len(row["quote"]) - sum(len(numeral.text) for numeral in read(row["quote"]))
    if (quote := changed(row["quote"])) != row["quote"] and words > 2 * ENOUGH_CONTEXT:
        cells = {"quote": quote, "end": str(int(row["start"]) + len(quote))}
        yield by_documents("numeral", row, "evidence/number", **cells)


def _left_out(row: Row) -> Iterator[Corruption]:
    for field in ("start", "end", "quote", "printed"):
        yield of_cells(f"{field}-left-out", row, "evidence/place", **{field: ""})
    yield of_cells("locator-for-a-document", row, "evidence/place", locator="page 7")
    yield by_documents("page-for-a-text-without-any", row, "evidence/page", locator="p. 7")
    letter = max(sorted(set(row["quote"])), key=row["quote"].count)
    yield of_cells("printed-one-letter", row, "evidence/printed", printed="e" if letter == " " else letter)
