"""Rules within and between rows: kinds and their columns, periods and their basis, units and dimensions, errata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from validation.files.schemas import SOURCES
from validation.findings import Fault, quoted
from validation.model.register import Register
from validation.quantities import units

OF_DOCUMENTS = ("file", "sha256", "characters", "body_end")
OF_REFERENCES = ("url", "accessed")


def sources_fit_their_kind(register: Register) -> Iterator[Fault]:
    """A document has a file, its checksum and its length; a reference has an address and the day it was read."""
    rows = register["sources"]
    for kind, needed, foreign in (("document", OF_DOCUMENTS, ()), ("reference", OF_REFERENCES, OF_DOCUMENTS)):
        of_kind = rows["kind"].eq(kind)
        for field in needed:
            yield from _broken(
                rows,
                of_kind & rows[field].isna(),
                field,
                "source/kind",
                f"{field} must be there for a {kind}",
                "fill the cell",
            )
        for field in foreign:
            message = f"{field} must be empty for a {kind}"
            yield from _broken(rows, of_kind & rows[field].notna(), field, "source/kind", message, "empty the cell")


def _broken(
    rows: pd.DataFrame, broken: pd.Series, field: str, rule: str, message: str, hint: str, table: str = "sources"
) -> Iterator[Fault]:
    for row in broken.to_numpy().nonzero()[0].tolist():
        cell = rows[field].iat[row]
        yield Fault(rule, table, row, field, "" if pd.isna(cell) else str(cell), message, hint)


def inferred_names_columns(register: Register) -> Iterator[Fault]:
    """`inferred` names columns of its table."""
    for row, names in register["sources"]["inferred"].dropna().items():
        for name in set(names.split()) - set(SOURCES.columns):
            message = f"inferred must name columns of this table, not {quoted(name)}"
            yield Fault(
                "source/inferred",
                "sources",
                row,
                "inferred",
                names,
                message,
                "columns: " + " ".join(SOURCES.columns),
            )


def files_are_used_once(register: Register) -> Iterator[Fault]:
    """No two sources are the same file."""
    files = register["sources"]["file"]
    for row in (files.notna() & files.duplicated()).to_numpy().nonzero()[0].tolist():
        message = f"file must belong to one source, but {quoted(files.iat[row])} is another's too"
        yield Fault(
            "source/file",
            "sources",
            row,
            "file",
            files.iat[row],
            message,
            "write each document's own file name",
        )


def periods_have_a_basis(register: Register) -> Iterator[Fault]:
    """An unstated period is empty, any other is there; a year to date is a year; what is inferred says from what."""
    for name, note in (("observations", "period_note"), ("mentions", "note")):
        rows = register[name]
        basis, period = rows["period_basis"], rows["period"]
        rules = (
            (
                basis.eq("unstated") & period.notna(),
                "period",
                "period must be empty where period_basis is unstated",
                "empty the cell, or say how the period is known",
            ),
            (
                basis.ne("unstated") & basis.notna() & period.isna(),
                "period",
                "period must be there unless period_basis is unstated",
                "write the period, or period_basis unstated",
            ),
            (
                ~period.where(basis.eq("to-date")).str.fullmatch(r"[0-9]{4}", na=True),
                "period",
                "period must be a year for a year to date",
                "write the year alone, or another period_basis",
            ),
            (
                basis.isin(["inferred", "to-date"]) & rows[note].isna(),
                note,
                f"{note} must say what the period rests on",
                "say there from what the period follows",
            ),
        )
        for broken, field, message, hint in rules:
            yield from _broken(rows, broken, field, "period/basis", message, hint, name)


def changes_have_a_level(register: Register) -> Iterator[Fault]:
    """`change_of` stands with measure change, and names an indicator that is none."""
    rows = register["indicators"]
    measures = rows.drop_duplicates("indicator_id").set_index("indicator_id")["measure"]
    stray = rows["change_of"].notna() & rows["measure"].ne("change")
    yield from _broken(
        rows,
        stray,
        "change_of",
        "indicator/change",
        "change_of must be empty unless measure is change",
        "empty the cell, or write measure change",
        "indicators",
    )
    chain = rows["change_of"].map(measures).eq("change")
    yield from _broken(
        rows,
        chain,
        "change_of",
        "indicator/change",
        "change_of must name a level, not another change",
        "name the indicator of the level that changes",
        "indicators",
    )


def units_are_known(register: Register) -> Iterator[Fault]:
    """Every Pint expression can be read."""
    known = units.of(register["units"])
    for row, unit_id in enumerate(register["units"]["unit_id"].tolist()):
        if unit_id not in known or not known[unit_id].pint:
            continue
        try:
            units.dimension(known[unit_id], known)
        except ValueError as error:
            yield Fault(
                "unit/pint",
                "units",
                row,
                "pint",
                known[unit_id].pint,
                f"pint must be an expression Pint reads: {error}",
                "write names of units with * / **, such as kilometer ** 2, or empty the cell",
            )


def units_fit_their_indicator(register: Register) -> Iterator[Fault]:
    """A number's unit can be turned into its indicator's unit."""
    known = units.of(register["units"])
    wanted = register["indicators"].drop_duplicates("indicator_id").set_index("indicator_id")["unit_id"]
    for name in ("observations", "derivations"):
        rows = register[name]
        pairs = pd.DataFrame({"unit": rows["unit_id"], "wanted": rows["indicator_id"].map(wanted)})
        differing = pairs[pairs["unit"].isin(known) & pairs["wanted"].isin(known) & pairs["unit"].ne(pairs["wanted"])]
        for unit, target in differing.drop_duplicates().itertuples(index=False, name=None):
            if _convertible(known[unit], known[target], known):
                continue
            for row in differing.index[differing["unit"].eq(unit) & differing["wanted"].eq(target)].tolist():
                message = f"unit_id must convert to {target}, its indicator's unit, and {unit} does not"
                yield Fault(
                    "unit/dimension",
                    name,
                    row,
                    "unit_id",
                    unit,
                    message,
                    "use a unit of that kind, or another indicator",
                )


def _convertible(unit: units.Unit, target: units.Unit, known: units.Units) -> bool:
    """Whether one unit converts to the other; an expression that can't be read is another rule's finding."""
    try:
        return units.same_dimension(unit, target, known)
    except ValueError:
        return True


def areas_are_no_part_of_themselves(register: Register) -> Iterator[Fault]:
    """No area is a part of itself, neither directly nor by way of others."""
    rows = register["areas"]
    wholes = rows.dropna(subset=["area_id", "part_of"]).set_index("area_id")["part_of"].to_dict()
    for row, area in enumerate(rows["area_id"].tolist()):
        if area in wholes and _leads_back(area, wholes):
            message = f"part_of must not lead back to {area}"
            yield Fault("area/part", "areas", row, "part_of", wholes[area], message, "name the larger area")


def _leads_back(area: str, wholes: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    above = wholes.get(area)
    while above and above not in seen:
        seen.add(above)
        above = wholes.get(above)
    return area in seen


def errata_still_hold(register: Register) -> Iterator[Fault]:
    """What an erratum calls wrong still stands in its target's quote."""
    if register["errata"].empty:
        return
    quotes = pd.concat(
        [
            register[name].set_index(key)["quote"]
            for name, key in (("observations", "observation_id"), ("mentions", "mention_id"))
        ]
    )
    quotes = quotes[~quotes.index.duplicated()].dropna()
    for row, entry in enumerate(register["errata"].to_dict("records")):
        quote = quotes.get(entry["target_id"])
        if isinstance(quote, str) and isinstance(entry["stated"], str) and entry["stated"] not in quote:
            message = f"stated must stand in the quote of {entry['target_id']}, and {quoted(entry['stated'])} does not"
            hint = f"the quote is {quoted(quote)}"
            yield Fault("errata/stale", "errata", row, "stated", entry["stated"], message, hint)
        if isinstance(entry["stated"], str) and entry["stated"] == entry["correct"]:
            message = "correct must differ from stated"
            yield Fault(
                "errata/same",
                "errata",
                row,
                "correct",
                entry["correct"],
                message,
                "write what is right, or take the row out",
            )
