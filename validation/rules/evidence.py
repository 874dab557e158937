"""Rules that tie each row to the characters of its document, and keep quotes short."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from validation.files.documents import Document
from validation.files.passages import Outcome, outcome
from validation.findings import Fault, Passage, quoted
from validation.language import qualifiers
from validation.model.register import Register

LONGEST_QUOTE = 120
QUOTING_TABLES = ("observations", "mentions", "exclusions")


def passages_stand(register: Register) -> Iterator[Fault]:
    """Every quote stands at its offsets in the document, and nowhere else in it."""
    for name in QUOTING_TABLES:
        for row, entry in rows_of_documents(register, name):
            document = register.documents[entry["source_id"]]
            if not isinstance(entry["quote"], str) or pd.isna(entry["start"]) or pd.isna(entry["end"]):
                continue
            yield from _passage_faults(name, row, entry, document)


def rows_of_documents(register: Register, name: str) -> Iterator[tuple[int, dict]]:
    """Rows that rest on a document whose text is here."""
    rows = register[name]
    if not register.documents:
        return
    here = rows["source_id"].isin(list(register.documents)).to_numpy().nonzero()[0]
    yield from zip(here.tolist(), rows.iloc[here].to_dict("records"), strict=True)


def _passage_faults(table: str, row: int, entry: dict, document: Document) -> Iterator[Fault]:
    quote, start, end = entry["quote"], int(entry["start"]), int(entry["end"])
    printed = entry.get("printed")
    result = outcome(document, start, end, quote, printed if isinstance(printed, str) else "")
    passage = Passage(document.source_id, result.start, result.end)
    if result.kind == "intact":
        if document.body.count(quote) > 1:
            message = f"quote must stand once in {document.file}, but stands there {document.body.count(quote)} times"
            yield Fault(
                "evidence/unique",
                table,
                row,
                "quote",
                quote,
                message,
                "quote more words around the number",
                passage,
            )
    elif result.kind == "moved":
        yield _moved(table, row, entry, document, result, passage)
    elif result.kind == "number-changed":
        said = qualifiers.as_said(quote, printed) if isinstance(printed, str) and printed in quote else quote
        message = f"quote must say what {document.file} says, {quoted(result.found)}, not {quoted(said)}"
        hint = "read the passage again and correct printed, value, qualifier and quote"
        yield Fault("evidence/number", table, row, "quote", quote, message, hint, passage)
    else:
        message = f"quote must stand in {document.file}; neither it nor the words around its number do"
        yield Fault("evidence/gone", table, row, "quote", quote, message, "find the passage again or take the row out")


def _moved(table: str, row: int, entry: dict, document: Document, result: Outcome, passage: Passage) -> Fault:
    where = f"{result.start}-{result.end}" if result.places == 1 else f"one of {result.places} places"
    message = (
        f"start-end must be {where}, where the quote stands in {document.file}, not {entry['start']}-{entry['end']}"
    )
    hint = (
        f"write start {result.start} and end {result.end}, or run python -m validation fix moved"
        if result.places == 1
        else "quote more words"
    )
    return Fault("evidence/moved", table, row, "start", str(entry["start"]), message, hint, passage)


def rows_name_their_place(register: Register) -> Iterator[Fault]:
    """A row that rests on a document has offsets and a quote; one that rests on a reference has a locator instead."""
    kinds = register["sources"].set_index("source_id")["kind"] if "sources" in register.tables else pd.Series(dtype=str)
    kinds = kinds[~kinds.index.duplicated()]
    for name in QUOTING_TABLES:
        rows = register[name]
        kind = rows["source_id"].map(kinds)
        if name == "observations":
            on_document, on_reference = kind.eq("document"), kind.eq("reference")
            for field in ("start", "end", "quote", "printed"):
                yield from _must(
                    name,
                    rows,
                    on_document & rows[field].isna(),
                    field,
                    "be there: the row rests on a document",
                )
            yield from _must(
                name,
                rows,
                on_document & rows["locator"].notna(),
                "locator",
                "be empty: a document has offsets",
            )
            yield from _must(
                name,
                rows,
                on_reference & rows["start"].notna(),
                "start",
                "be empty: a reference has a locator",
            )
            yield from _must(
                name,
                rows,
                on_reference & rows["locator"].isna(),
                "locator",
                "say where in the reference it stands",
            )
        else:
            yield from _must(
                name, rows, kind.eq("reference"), "source_id", "be a document: only documents have offsets"
            )


def _must(table: str, rows: pd.DataFrame, broken: pd.Series, field: str, what: str) -> Iterator[Fault]:
    for row in broken.to_numpy().nonzero()[0].tolist():
        value = rows[field].iat[row]
        shown = "" if pd.isna(value) else str(value)
        hint = "python -m validation find prints offsets and quote" if not shown else "empty the cell"
        yield Fault("evidence/place", table, row, field, shown, f"{field} must {what}", hint)


def quotes_are_phrases(register: Register) -> Iterator[Fault]:
    """A quote is as long as its offsets say, has at most 120 characters, and is no whole sentence."""
    for name in QUOTING_TABLES:
        rows = register[name]
        length = rows["quote"].str.len()
        for row in (length > LONGEST_QUOTE).to_numpy().nonzero()[0].tolist():
            message = f"quote must have at most {LONGEST_QUOTE} characters, not {int(length.iat[row])}"
            yield Fault("evidence/length", name, row, "quote", rows["quote"].iat[row], message, "quote fewer words")
        span = (rows["end"] - rows["start"]).astype("float64")
        off = span.notna() & length.notna() & (span != length)
        for row in off.to_numpy().nonzero()[0].tolist():
            right = int(rows["start"].iat[row] + length.iat[row])
            message = f"end must be {right}, start plus the quote's length, not {rows['end'].iat[row]}"
            yield Fault("evidence/offsets", name, row, "end", str(rows["end"].iat[row]), message, f"write {right}")
        whole = rows["quote"].str.contains(r"^[A-Z“‘\"].*[.!?][”’\"]?$", regex=True, na=False)
        for row in whole.to_numpy().nonzero()[0].tolist():
            message = "quote must be a phrase, not a whole sentence"
            yield Fault(
                "evidence/sentence",
                name,
                row,
                "quote",
                rows["quote"].iat[row],
                message,
                "leave out the sentence's ends",
            )


def passages_lie_in_the_body(register: Register) -> Iterator[Fault]:
    """No quote reaches behind the end of the article."""
    ends = register["sources"].set_index("source_id")["body_end"]
    ends = ends[~ends.index.duplicated()]
    for name in QUOTING_TABLES:
        rows = register[name]
        limit = rows["source_id"].map(ends).astype("Int64")
        for row in (rows["end"] > limit).fillna(False).to_numpy().nonzero()[0].tolist():
            end = str(rows["end"].iat[row])
            message = f"end must be at most {limit.iat[row]}, where the article ends, not {end}"
            yield Fault("evidence/body", name, row, "end", end, message, "quote the article only")
