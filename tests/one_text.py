"""A collection of one text, of one unit and one indicator, with the numbers that are recorded and left out of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.collection import write_table
from validation.files.schemas import TABLES
from validation.language.reading.seen import flat

# The words that documents print for a unit, where they are others than its name.
WORDS = {
    "percent": "%|percent|per cent",
    "us dollars": "$|US$|USD|dollars",
    "pounds": "£|pounds",
    "rupees": "₹|Rs|rupees",
    "euros": "€|euros|Euro",
    "rand": "R",
    "kronor": "SEK",
    "metres": "m|metres",
    "tonnes": "t|tonnes",
    "years": "years|year",
    "thousands": "",
    "copies": "",
    "": "",
}

Cells = dict[str, str]


class Row(NamedTuple):
    """An observation: what is printed, what it is worth, and the words around it."""

    printed: str
    value: str
    qualifier: str = "exact"
    quote: str = ""


def write(
    folder: Path,
    text: str,
    rows: Sequence[Row] = (),
    exclusions: Sequence[tuple[str, str]] = (),
    unit: str = "boats",
    measure: str = "level",
    language: str = "en",
    pint: str = "",
) -> tuple[Path, Path]:
    """Its datasets and its seeds, below a folder; each exclusion is found behind the one before."""
    datasets, seeds = folder / "datasets", folder / "seeds"
    datasets.mkdir()
    seeds.mkdir()
    (seeds / "text.txt").write_bytes(text.encode("utf-8"))
    unit_row = _unit(unit, pint)
    tables: dict[str, list[Cells]] = {
        "sources": [_source(text, language)],
        "units": [unit_row],
        "charts": [{"chart_id": "chart", "topic": "Topic", "name": "Chart"}],
        "indicators": list(_indicators(measure, unit_row["unit_id"])),
        "areas": [{"area_id": "area", "name": "Area", "kind": "region"}],
        "observations": list(_observations(text, rows, measure, unit_row["unit_id"])),
        "exclusions": list(_exclusions(text, exclusions)),
    }
    for table, spec in TABLES.items():
        write_table(datasets / f"{table}.csv", spec.columns, tables.get(table, []))
    about = {"name": "other", "title": "Other", "description": "Made up.", "version": "1"}
    (datasets / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    return datasets, seeds


def _source(text: str, language: str) -> Cells:
    bytes_ = {"sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(), "characters": str(len(text))}
    named = {"source_id": "text", "kind": "document", "short_name": "Text", "title": "Text", "file": "text.txt"}
    return named | {"language": language} | bytes_


def _unit(unit: str, pint: str) -> Cells:
    if unit == "percent":
        known = {"unit_id": "percent", "name": unit, "symbol": "%", "pint": "dimensionless"}
    else:
        name = unit or "things"
        known = {"unit_id": "unit", "name": name, "symbol": "$" if unit == "us dollars" else name, "pint": pint}
    return known | {"words": WORDS.get(unit, unit)}


def _indicators(measure: str, unit_id: str) -> Iterator[Cells]:
    """The level, and before it its change where the numbers are of that."""
    of_both = {"chart_id": "chart", "unit_id": unit_id, "definition": "Made up."}
    if measure == "change":
        yield {"indicator_id": "change", "name": "Change", "measure": "change", "change_of": "level"} | of_both
    yield {"indicator_id": "level", "name": "Level", "measure": "level"} | of_both


def _observations(text: str, rows: Sequence[Row], measure: str, unit_id: str) -> Iterator[Cells]:
    for number, row in enumerate(rows):
        quote = row.quote or text
        start = text.index(quote)
        yield (
            {"observation_id": f"number-{number}", "indicator_id": measure, "area_id": "area"}
            | {"period_basis": "unstated", "printed": row.printed, "value": row.value, "unit_id": unit_id}
            | {"qualifier": row.qualifier, "status": "A", "source_id": "text", "quote": flat(quote)}
            | {"start": str(start), "end": str(start + len(quote))}
        )


def _exclusions(text: str, exclusions: Sequence[tuple[str, str]]) -> Iterator[Cells]:
    behind = 0
    for quote, reason in exclusions:
        start = text.index(quote, behind)
        behind = start + len(quote)
        yield {"source_id": "text", "start": str(start), "end": str(behind), "quote": flat(quote), "reason": reason}
