"""Accounts, derivations and what became of every numeral: rows that are changed, added or taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import Corruption, added, both, cells_edit, of_cells, of_row, removed
from tests.validation.corruptions.numbers import value_of
from validation.language.numerals import read
from validation.rules.key import SHARED_IDS
from validation.vocabulary import CONFLICT, DISPUTED, DOUBT, MATCHED, NOT_FOUND, OTHER_SCOPE, SCOPE


def generate(collection: Collection) -> Iterator[Corruption]:
    """What can be wrong with what is made of the numbers."""
    yield from _conflicts(collection)
    yield from _clashes(collection)
    yield from _growth(collection)
    yield from _derivations(collection)
    yield from _exclusions(collection)
    yield from _removed(collection)
    yield from _checks(collection)
    yield from _checked_conflicts(collection)


def _conflicts(collection: Collection) -> Iterator[Corruption]:
    rows = collection.rows("conflicts")
    accounts = {row.key: row for table in SHARED_IDS for row in collection.rows(table)}
    order = list(accounts)
    for row in rows:
        yield of_cells("with-itself", row, "conflict/pair", right_id=row["left_id"])
        of_event = accounts[row["left_id"]].table == "mentions"
        strangers = collection.rows("observations" if of_event else "mentions")
        yield of_cells("with-a-stranger", row, "conflict/pair", right_id=strangers[0].key)
        approximate = any(accounts[row[side]].cells.get("qualifier") == "about" for side in ("left_id", "right_id"))
        if row["verdict"] != "conflict" and approximate:
            yield of_cells("none", row, "conflict/none", verdict="conflict")
        elif row["verdict"] == "conflict":
            at = accounts[max(row["left_id"], row["right_id"], key=order.index)]
            edit = removed(row)
            yield Corruption(f"conflicts-removed-{row.key}", f"{at.table}.csv", at.line, "conflict/unlisted", edit)
    if rows:
        twice = {**rows[-1].cells, "conflict_id": rows[-1].key + "-again"}
        line, edit = added(collection, "conflicts", twice, lambda row: (row["conflict_id"],))
        yield Corruption("conflicts-listed-twice", "conflicts.csv", line, "conflict/pair", edit)


def _clashes(collection: Collection) -> Iterator[Corruption]:
    """One of two accounts is made a multiple of the other, wherever the row has the number."""
    rows = [row for row in collection.quoting("observations") if row["period"] and row["qualifier"] != "about"]
    for one, other in combinations(rows, 2):
        digits = other["value"].partition(".")[0]
        printed = other["printed"].replace(digits, digits + "000")
        bounded_below = other["qualifier"] in ("exact", "over", "at-least") and printed != other["printed"]
        if bounded_below and one["indicator_id"] == other["indicator_id"] and _same_time_and_place(one, other):
            quote = other["quote"].replace(other["printed"], printed)
            cells = {"printed": printed, "quote": quote, "value": value_of(printed, other["unit_id"])}
            yield of_cells("clash", other, "conflict/unlisted", **cells)


def _same_time_and_place(one: Row, other: Row) -> bool:
    return all(one[field] == other[field] for field in ("area_id", "period", "period_basis"))


def _growth(collection: Collection) -> Iterator[Corruption]:
    """An earlier level is added that is the same as the level, so that nothing has grown."""
    observations = collection.rows("observations")
    for indicator in [row for row in collection.rows("indicators") if row["change_of"]]:
        for growth in [row for row in observations if row["indicator_id"] == indicator.key and row["period"].isdigit()]:
            levels = [row for row in observations if row["indicator_id"] == indicator["change_of"]]
            exact = [row for row in levels if row["qualifier"] == "exact" and _same_time_and_place(row, growth)]
            for level in exact[:1]:
                earlier = f"{int(level['period']) - 1:04}"
                cells = {**level.cells, "observation_id": level.key + "-earlier", "period": earlier}
                line, edit = added(collection, "observations", cells, lambda row: (row.key,))
                at = growth.line + (line <= growth.line)
                yield Corruption(f"observations-no-growth-{growth.key}", "observations.csv", at, "growth/fit", edit)


def _derivations(collection: Collection) -> Iterator[Corruption]:
    observations = collection.rows("observations")
    for row in collection.rows("derivations"):
        formula = row["formula"]
        for what, broken in list(_broken_formulas(formula).items())[row.line % 2 :: 2]:
            yield of_cells(f"formula-{what}", row, "derivation/formula", formula=broken)
        strangers = [one for one in observations if one["unit_id"] != row["unit_id"] and f"[{one.key}]" not in formula]
        stranger = next(one for one in strangers if one["unit_id"] not in ("percent", "mi2"))
        yield of_cells("formula-of-two-kinds", row, "derivation/unit", formula=f"{formula} + [{stranger.key}]")
        others = [unit["unit_id"] for unit in collection.rows("units") if not unit["pint"]]
        other = next(unit for unit in others if unit != row["unit_id"])
        yield of_cells(f"unit-{other}", row, "derivation/unit", unit_id=other)
        yield of_cells("formula-of-itself", row, "derivation/formula", formula=f"[{row.key}] + {formula}")
    for one, other in pairwise(collection.rows("derivations")):
        edit = both(cells_edit(one, formula=f"[{other.key}]"), cells_edit(other, formula=f"[{one.key}]"))
        yield of_row("formula-of-one-another", other, "derivation/formula", edit)


def _broken_formulas(formula: str) -> dict[str, str]:
    return {
        "bracket": formula.replace("]", "", 1),
        "unknown-id": formula.replace("]", "-x]", 1),
        "by-zero": f"({formula}) / 0",
        "power": f"{formula} ** 2",
        "open": f"({formula}",
        "call": f"abs({formula})",
        "nested": "(" * 1500 + formula + ")" * 1500,
        "comma": f"{formula} + 1,5",
    }


def _exclusions(collection: Collection) -> Iterator[Corruption]:
    """Exclusions of what is recorded and of what is no numeral."""
    for row in collection.some(collection.quoting("observations"), 3, "excluded"):
        yield _exclusion(collection, "recorded", row, row["quote"], "coverage/twice")
    for row in collection.some(collection.rows("mentions"), 9, "nothing"):
        words = row["quote"].partition(row["printed"])[0].strip()
        if len(words) > 8 and not read(words):
            yield _exclusion(collection, "nothing", row, words, "coverage/stale")


def _exclusion(collection: Collection, what: str, row: Row, quote: str, rule: str) -> Corruption:
    start = int(row["start"]) + row["quote"].index(quote)
    place = {"source_id": row["source_id"], "start": str(start), "end": str(start + len(quote)), "quote": quote}
    cells = {**place, "reason": "idiom", "note": ""}
    line, edit = added(collection, "exclusions", cells, lambda row: (row["source_id"], int(row["start"])))
    return Corruption(f"exclusions-of-{what}-{row.key}", "exclusions.csv", line, rule, edit, documents=True)


def _removed(collection: Collection) -> Iterator[Corruption]:
    """A numeral that nobody accounts for any more is found in the row of its document."""
    sources = {row.key: row.line for row in collection.rows("sources")}
    for table in ("observations", "mentions", "exclusions"):
        rows = [row for row in collection.quoting(table) if read(row.cells.get("printed", row["quote"]))]
        for row in collection.some(rows, 5, f"removed {table}"):
            case, line = f"{table}-removed-{row.key}", sources[row["source_id"]]
            yield Corruption(case, "sources.csv", line, "coverage/unaccounted", removed(row), documents=True)


def _checks(collection: Collection) -> Iterator[Corruption]:
    """Checks of nothing, against nothing, on the wrong sides, and verdicts that the numbers refute."""
    rows = collection.rows("checks")
    documents = {row.key: row for row in collection.quoting("observations")}
    counts = Counter(row["observation_id"] for row in rows)
    for row in rows:
        if counts[row["observation_id"]] == 1:
            at = documents[row["observation_id"]]
            yield Corruption(f"checks-removed-{row.key}", "observations.csv", at.line, "check/missing", removed(row))
    for row in collection.some([row for row in rows if row["reference_id"]], 3, "checks"):
        yield of_cells("sides", row, "check/sides", observation_id=row["reference_id"])
        yield of_cells("against-a-document", row, "check/sides", reference_id=next(iter(documents)))
        yield of_cells("not-found", row, "check/reference", verdict=NOT_FOUND)
        yield of_cells("against-nothing", row, "check/reference", reference_id="")
    conflicts = [row for row in collection.rows("conflicts") if row["verdict"] == CONFLICT]
    clashing = {frozenset((row["left_id"], row["right_id"])) for row in conflicts}
    for row in collection.some([row for row in rows if row["verdict"] == MATCHED], 4, "verdicts"):
        yield of_cells(f"{MATCHED}-as-{OTHER_SCOPE}", row, "check/verdict", verdict=OTHER_SCOPE)
    for row in rows:
        if frozenset((row["observation_id"], row["reference_id"])) in clashing:
            yield of_cells(f"{DISPUTED}-as-{MATCHED}", row, "check/verdict", verdict=MATCHED)
    if not rows:
        yield from _first_check(collection)


def _checked_conflicts(collection: Collection) -> Iterator[Corruption]:
    """Checks that say something else of two accounts than conflicts.csv says."""
    conflicts = {frozenset((row["left_id"], row["right_id"])): row for row in collection.rows("conflicts")}
    others = {CONFLICT: OTHER_SCOPE, DOUBT: MATCHED, SCOPE: DISPUTED}
    for check in collection.rows("checks"):
        if row := conflicts.get(frozenset((check["observation_id"], check["reference_id"]))):
            other = others[row["verdict"]]
            yield of_row(f"checked-as-{other}", row, "conflict/check", cells_edit(check, verdict=other))


def _first_check(collection: Collection) -> Iterator[Corruption]:
    known = collection.rows("observations")[0].key
    cells = {"observation_id": known, "reference_id": "", "verdict": NOT_FOUND, "explanation": "None was found."}
    for what, rule, field, value in (
        ("of-nothing", "key/link", "observation_id", "no-such-number"),
        ("against-nothing", "key/link", "reference_id", "no-such-number"),
        ("against-a-document", "check/sides", "reference_id", known),
        ("matched-by-nothing", "check/reference", "verdict", MATCHED),
        ("other-verdict", "schema/code", "verdict", "perhaps"),
        ("unexplained", "schema/required", "explanation", ""),
    ):
        line, edit = added(collection, "checks", {**cells, field: value}, lambda row: (row["observation_id"],))
        yield Corruption(f"checks-first-{what}", "checks.csv", line, rule, edit)
