"""What nobody states and passes for stated: quotations, sums and times of our own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import (
    Corruption,
    Edit,
    both,
    by_documents,
    cells_edit,
    lines_edit,
    of_cells,
    of_row,
    record,
)
from validation.language import calendar, periods
from validation.language.written import plain
from validation.rules.quotation import PROSE


def generate(collection: Collection) -> Iterator[Corruption]:
    """What is made up here where a source is named for it."""
    yield from _quotations(collection)
    yield from _quotes(collection)
    yield from _sums(collection)
    yield from _events(collection)


def _quotations(collection: Collection) -> Iterator[Corruption]:
    """Words that no source has, in quotation marks; and a quotation with another word in it."""
    for table, fields in PROSE.items():
        for field in fields:
            for row in collection.some(collection.rows(table), 1, f"quotations of {table}.{field}"):
                said = f"{row[field]} It says “as nobody ever said”.".strip()
                yield by_documents(f"{field}-quotes-nothing", row, "quotation/printed", **{field: said})
            for row in collection.some([row for row in collection.rows(table) if '"' in row[field]], 2, "marks"):
                said = row[field].replace('"', '"Never ', 1)
                yield by_documents(f"{field}-quotes-more", row, "quotation/printed", **{field: said})


def _quotes(collection: Collection) -> Iterator[Corruption]:
    """Quotes of references without the number that they are there for."""
    rows = [row for row in collection.rows("observations") if not row["start"]]
    for row in collection.some([row for row in rows if row["quote"]], 3, "printed of references"):
        yield of_cells("printed-left-out", row, "quotation/number", printed="")
    qualified = [row for row in rows if row["quote"] and row["printed"] and row["qualifier"] != "exact"]
    for row in collection.some(qualified, 3, "qualified references"):
        yield of_cells("quote-left-out", row, "quotation/qualifier", quote="")
    for row in collection.some([row for row in rows if not row["printed"]], 3, "quotes of references"):
        yield of_cells("quote-of-a-reference", row, "quotation/number", quote="as it has it")


def _sums(collection: Collection) -> Iterator[Corruption]:
    """Sums that pass for numbers of their source: the parts stand in the row, beside it, or in what is printed."""
    for row in collection.some([row for row in collection.rows("observations") if not row["start"]], 6, "sums"):
        one, other = _halves(row["value"])
        said, unprinted = f"{one} of one kind and {other} of another.", {"printed": "", "quote": ""}
        yield of_cells("sum-in-the-note", row, "observation/calculated", note=said, **unprinted)
        yield of_cells("sum-in-the-locator", row, "observation/calculated", locator=said, **unprinted)
        if row["period"]:
            edit = both(_parts_beside(row, one, other), cells_edit(row, **unprinted))
            yield of_row("sum-of-two-rows", row, "observation/calculated", edit)
    for row in collection.some([row for row in collection.rows("observations") if row["printed"]], 4, "two numbers"):
        printed = f"{row['printed']} + {row['printed']}"
        cells = {"printed": printed, "quote": row["quote"].replace(row["printed"], printed)}
        yield of_cells("printed-as-a-sum", row, "printed/number", **cells)


def _halves(value: str) -> tuple[str, str]:
    """Two numbers that come to a value and are not one another."""
    whole = Decimal(value)
    part = whole / 4
    return plain(part), plain(whole - part)


def _parts_beside(row: Row, *parts: str) -> Edit:
    """Rows behind this one, of the same source and time, with other values."""
    rows = [{**row.cells, "observation_id": f"{row.key}-{at}", "value": part} for at, part in enumerate(parts)]
    return lines_edit("observations", lambda lines: [*lines[: row.line], *map(record, rows), *lines[row.line :]])


def _events(collection: Collection) -> Iterator[Corruption]:
    """Times that reach from one mention to another, that a correction refutes, or that a reference is named for."""
    corrected = {row["target_id"]: row for row in collection.rows("errata")}
    mentions = collection.rows("mentions")
    for event in [row for row in collection.rows("events") if "reference: " not in row["note"]]:
        of_event = [row for row in mentions if row["event_id"] == event.key and row["period"]]
        wrong = [row for row in of_event if row.key in corrected]
        if len(of_event) > 1 and not wrong and (hull := _hull(of_event)):
            yield of_cells("hull", event, "event/period", period=hull)
        for mention in wrong:
            if periods.known(corrected[mention.key]["correct"]) and len(of_event) == 1:
                edit = cells_edit(corrected[mention.key], correct="1066")
                yield of_row("other-correction", event, "event/period", edit)
    for event in collection.some(collection.rows("events"), 2, "references of events"):
        yield of_cells("reference-unknown", event, "event/reference", note="So it has; reference: no-such-source.")


def _hull(mentions: list[Row]) -> str:
    """The period from the first to the last of several that differ, "" where one of them holds all."""
    found = [periods.read(row["period"]) for row in mentions]
    first, last = min(one.first for one in found), max(one.last for one in found)
    return "" if (first, last) in [one.days for one in found] else f"{calendar.iso(first)}/{calendar.iso(last)}"
