"""Rows that no longer agree with other rows: sources, periods, units, areas, events and errata."""

from __future__ import annotations

from collections.abc import Iterator

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import Corruption, both, by_documents, cells_edit, of_cells, of_row
from tests.validation.corruptions.numbers import changed
from validation.language.calendar import MONTHS


def generate(collection: Collection) -> Iterator[Corruption]:
    """What can be wrong between the cells of a row and between rows."""
    yield from _sources(collection)
    yield from _periods(collection)
    yield from _events(collection)
    yield from _indicators(collection)
    yield from _units(collection)
    yield from _areas(collection)
    yield from _errata(collection)
    yield from _headlines(collection)


def _sources(collection: Collection) -> Iterator[Corruption]:
    one, other = collection.some(collection.sources("document"), 2, "two sources")
    for field in ("file", "sha256", "characters"):
        yield of_cells(f"{field}-left-out", one, "source/kind", **{field: ""})
    yield of_cells("kind-reference", one, "source/kind", kind="reference")
    yield of_cells("inferred-typo", one, "source/inferred", inferred="publishd")
    yield of_cells("file-of-another", other, "source/file", file=one["file"])
    first, second = sorted((one, other), key=lambda row: row.line)
    yield of_cells("name-of-another", second, "source/name", short_name=first["short_name"])
    yield of_cells("author-of-no-kind", one, "source/name", author="Ann Lee", author_kind="")
    yield of_cells("authors-by-initials", one, "source/author", author="A. Lee, B. Chen", author_kind="person")
    yield of_cells("authors-by-names", one, "source/people", author="Ann Lee, Bo Chen", author_kind="person")
    for what, name in (("parent", f"../{one['file']}"), ("absolute", "/etc/hostname"), ("drive", "C:\\report.txt")):
        yield of_cells(f"file-{what}", one, "document/name", file=name)
    for what, name in (("elsewhere", "another.txt"), ("too-long", "x" * 300)):
        yield by_documents(f"file-{what}", one, "document/present", file=name)
    length = int(one["characters"])
    yield by_documents("sha256-digits", one, "document/checksum", sha256=changed(one["sha256"]))
    yield by_documents("characters-one-more", one, "document/length", characters=str(length + 1))
    yield by_documents("characters-one-less", one, "document/length", characters=str(length - 1))
    yield by_documents("body-beyond-the-text", one, "document/body", body_end=str(length + 1))
    for field in ("sha256", "file"):
        swapped = both(cells_edit(one, **{field: other[field]}), cells_edit(other, **{field: one[field]}))
        yield of_row(f"{field}-swapped", one, "document/checksum", swapped, documents=True)
    for reference in collection.some(collection.sources("reference"), 2, "references"):
        for field in ("url", "accessed"):
            yield of_cells(f"{field}-left-out", reference, "source/kind", **{field: ""})
        yield of_cells("kind-document", reference, "source/kind", kind="document")
        yield of_cells("file-of-a-document", reference, "source/kind", file=one["file"])


def _periods(collection: Collection) -> Iterator[Corruption]:
    for table, note in (("observations", "period_note"), ("mentions", "note")):
        stated = [row for row in collection.quoting(table) if row["period_basis"] == "stated"]
        for row in collection.some(stated, 2, f"basis of {table}"):
            yield of_cells("basis-unstated", row, "period/basis", period_basis="unstated")
            yield of_cells("period-left-out", row, "period/basis", period="")
            yield of_cells("basis-inferred", row, "period/basis", period_basis="inferred", **{note: ""})
            yield of_cells("month-to-date", row, "period/basis", period_basis="to-date", period="2023-06")
        for row in stated:
            later = f"{int(row['period'][:4]) + 400:04}"
            # A mention prints its dating; an observation's period stands somewhere in the document.
            if table == "mentions":
                yield of_cells(f"period-in-{later}", row, "printed/date", period=later)
            else:
                yield by_documents(f"period-in-{later}", row, "period/stated", period=later)
    for row in collection.rows("mentions"):
        if any(month in row["printed"] for month in MONTHS):
            yield of_cells("other-month", row, "printed/date", period=row["period"][:5] + "11")
            if len(row["period"]) == 10:
                yield of_cells("other-day", row, "printed/date", period=row["period"][:8] + "27")
        if row["period_basis"] == "stated" and row["period"].isdigit():
            wider = f"{row['period']}/{int(row['period']) + 1}"
            yield of_cells("period-wider", row, "printed/date", period=wider)


def _events(collection: Collection) -> Iterator[Corruption]:
    wrong = {row["target_id"] for row in collection.rows("errata")}
    sure = {row["event_id"] for row in collection.rows("mentions") if row["period"] and row["mention_id"] not in wrong}
    events = [row for row in collection.rows("events") if "reference: " not in row["note"]]
    rows = [row for row in events if row["event_id"] in sure]
    for row in collection.some(rows, 8, "events"):
        century = f"{int(row['period'][:2]) - 1:02}"
        yield of_cells("a-century-earlier", row, "event/period", period=f"{century}{row['period'][2:4]}")


def _indicators(collection: Collection) -> Iterator[Corruption]:
    rows = collection.rows("indicators")
    changes = [row for row in rows if row["change_of"]]
    levels = [row for row in rows if row["measure"] != "change"]
    level = collection.some(levels, 1, "levels")[0]
    yield of_cells("level-with-a-level", level, "indicator/change", change_of=levels[-1].key)
    for row in changes:
        yield of_cells("change-of-itself", row, "indicator/change", change_of=row.key)
        yield of_cells("measure-level", row, "indicator/change", measure="level")
    lines = {row["indicator_id"]: row.line for row in reversed(collection.rows("observations"))}
    for row in collection.some([row for row in levels if row.key in lines], 4, "units of indicators"):
        units = [unit["unit_id"] for unit in collection.rows("units") if not unit["pint"]]
        other = next(unit for unit in units if unit != row["unit_id"])
        line = lines[row.key]
        edit = cells_edit(row, unit_id=other)
        yield Corruption(f"indicators-unit-{other}-{row.key}", "observations.csv", line, "unit/dimension", edit)


def _units(collection: Collection) -> Iterator[Corruption]:
    rows = [row for row in collection.rows("units") if row["pint"]]
    for row in collection.some(rows, 3, "expressions"):
        for what, pint in (("unfinished", "meter **"), ("unknown", "furlongz"), ("huge", "meter ** 9 ** 9 ** 9")):
            yield of_cells(f"pint-{what}", row, "unit/pint", pint=pint)
    observations = [row for row in collection.rows("observations") if row["printed"]]
    for unit in collection.some(collection.rows("units"), 9, "words"):
        named = [row for row in observations if row["unit_id"] == unit.key and _names(row, unit)]
        for row in named[:1]:
            edit = cells_edit(unit, words="quite|other words", symbol="")
            yield Corruption(f"units-other-words-{unit.key}", "observations.csv", row.line, "printed/unit", edit)


def _names(row: Row, unit: Row) -> bool:
    return any(word in row["printed"] for word in unit["words"].split("|") if word)


def _areas(collection: Collection) -> Iterator[Corruption]:
    rows = collection.rows("areas")
    yield of_cells("part-of-itself", rows[0], "area/part", part_of=rows[0].key)
    for row in collection.some([row for row in rows if row["part_of"]], 2, "parts"):
        whole = next(one for one in rows if one.key == row["part_of"])
        yield of_row("part-of-its-part", row, "area/part", cells_edit(whole, part_of=row.key))


def _errata(collection: Collection) -> Iterator[Corruption]:
    for row in collection.rows("errata"):
        if (other := changed(row["stated"])) != row["stated"]:
            yield of_cells("stated-digits", row, "errata/stale", stated=other)
        yield of_cells("correct-as-stated", row, "errata/same", correct=row["stated"])


def _headlines(collection: Collection) -> Iterator[Corruption]:
    for row in collection.rows("charts"):
        told = row["headline"]
        # "Nearly two million" may be what 1.5 million are rounded to.
        if "million" not in told and (other := changed(told)) != told:
            yield of_cells("other-number", row, "chart/headline", headline=other)
