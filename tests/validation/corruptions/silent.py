"""What no rule can find: a row that is wrong in a way that neither its other cells nor its document contradict."""

from __future__ import annotations

from collections.abc import Iterator

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import Corruption, cells_edit, of_row, removed
from tests.validation.corruptions.numbers import copied_wrongly

# Each kind of mistake that is in the list of what no rule can find, as the end of the ids of its cases has it.
KINDS = {
    "reworded": "text of our own, but for what it quotes, or whom a source names for a number, says something else",
    "forecast": "a number is marked as a forecast that is none",
    "undated-period": "a period is made up where the document is silent",
    "inferred-period": "an inferred period is another plausible one",
    "other-area": "a number is given to another area",
    "other-kind": "a chart is drawn as another kind",
    "other-reason": "an exclusion gives another reason",
    "other-scope": "a doubt is called a matter of scope, and no check names the two",
    "unsaid-doubt": "a doubt is not listed",
    "other-formula": "a formula computes something else of the same kind",
    "other-correction": "an erratum corrects to something wrong that is no date",
    "unseen-value": "a reference's number is wrong where nothing is quoted",
    "unseen-document": "a number is wrong wherever its row has it, and the document is not here",
}

# Text that is ours, not the document's: nothing holds it against anything.
WORDED = (
    ("sources", "title"),
    ("charts", "name"),
    ("indicators", "definition"),
    ("units", "name"),
    ("areas", "name"),
    ("observations", "attribution"),
    ("events", "name"),
    ("mentions", "note"),
    ("exclusions", "note"),
    ("derivations", "note"),
    ("conflicts", "explanation"),
    ("errata", "reason"),
)


def generate(collection: Collection) -> Iterator[Corruption]:
    """One case of each kind that the collection has a row for."""
    for table, field in WORDED:
        for row in collection.some(collection.rows(table), 1, f"words of {table}"):
            yield _silent(f"{field}-reworded", row, **{field: "Somebody else, somewhere else"})
    yield from _observations(collection)
    yield from _others(collection)


def _silent(what: str, row: Row, **cells: str) -> Corruption:
    return of_row(what, row, "", cells_edit(row, **cells))


def _observations(collection: Collection) -> Iterator[Corruption]:
    rows = collection.rows("observations")
    indicators = [row["indicator_id"] for row in rows]
    held = " ".join(collection.files[f"datasets/{name}.csv"].decode() for name in ("checks", "conflicts"))
    used = held + collection.files["datasets/derivations.csv"].decode()
    alone = [row for row in rows if indicators.count(row["indicator_id"]) == 1]
    undated = [row for row in alone if row["start"] and not row["period"] and not row["attribution"]]
    for row in collection.some(undated, 1, "undated"):
        yield _silent("forecast", row, status="F")
        dated = {"period": "1999", "period_basis": "inferred", "period_note": "So it seems."}
        yield _silent("undated-period", row, **dated)
        for area in [area for area in collection.rows("areas") if area.key != row["area_id"]][:1]:
            yield _silent("other-area", row, area_id=area.key)
    inferred = [row for row in rows if row["period_basis"] == "inferred" and row["period"] and not row["start"]]
    for row in collection.some([row for row in inferred if row.key not in used], 1, "inferred"):
        yield _silent("inferred-period", row, period="1999")
    unseen = [row for row in rows if not row["start"] and not row["quote"] and row.key not in held]
    for row in collection.some(unseen, 1, "unseen"):
        printed = row["printed"] and f"{row['value']}1"
        yield _silent("unseen-value", row, value=f"{row['value']}1", printed=printed)
    for row in collection.some([row for row in alone if row["start"]], 1, "absent"):
        yield _silent("unseen-document", row, **copied_wrongly(row))


def _others(collection: Collection) -> Iterator[Corruption]:
    for row in collection.rows("errata")[:1]:
        yield _silent("other-correction", row, correct="a little earlier")
    for row in collection.rows("exclusions")[:1]:
        yield _silent("other-reason", row, reason="name" if row["reason"] != "name" else "idiom")
    for row in [row for row in collection.rows("derivations") if "+" in row["formula"]][:1]:
        yield _silent("other-formula", row, formula=row["formula"].replace("+", "-", 1))
    doubts = [row for row in collection.rows("conflicts") if row["verdict"] == "doubt"]
    checked = [{row["observation_id"], row["reference_id"]} for row in collection.rows("checks")]
    for row in [row for row in doubts if {row["left_id"], row["right_id"]} not in checked][:1]:
        yield _silent("other-scope", row, verdict="scope")
        yield of_row("unsaid-doubt", row, "", removed(row))
    for row in [row for row in collection.rows("charts") if not row["kind"]][:1]:
        yield _silent("other-kind", row, kind="alone")
