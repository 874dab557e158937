"""Registers of the bees as tests want them: with a calculated number, without documents, with other words or dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests import collection, edits
from validation.files import records
from validation.files.tables import Table
from validation.model.register import Register, load

DERIVATION = {
    "derivation_id": "honey-before",
    "indicator_id": "honey",
    "area_id": "ash-valley",
    "formula": "[honey-report] / (1 + [honey-growth-report] / 100)",
    "unit_id": "t",
    "note": "The yield that grew.",
}


def write(folder: Path) -> tuple[Path, Path]:
    """The bees with a calculated number, written below a folder: their datasets and their seeds."""
    datasets, seeds = collection.write(folder)
    with edits.rows_of(datasets, "derivations") as rows:
        rows.append(DERIVATION)
    return datasets, seeds


def referring(folder: Path) -> Register:
    """The bees without documents: the report is known by its address, and the letter is by people with names."""
    datasets, _ = collection.write(folder)
    with edits.rows_of(datasets, "sources") as (report, letter):
        report |= {
            "kind": "reference",
            "author": "Bee Office",
            "author_kind": "organization",
            "url": "https://bees.example/1",
            "sha256": "",
            "file": "",
        }
        letter |= {
            "author": "Ann van den Berg; Li, Wei",
            "author_kind": "person",
            "inferred": "title published",
            "url": "https://bees.example/2",
        }
    with edits.rows_of(datasets, "observations") as rows:
        for row in rows:
            if row["source_id"] == "honey-year":
                row |= {"start": "", "end": "", "locator": "table 3"}
                row["quote"] = row["quote"] if row["observation_id"] == "hives-report" else ""
    return load(datasets, None)


def described(register: Register, about: Mapping[str, Any]) -> Register:
    """The same data, of which datapackage.json says something else."""
    return Register(register.tables, register.documents, register.faults, about)


def with_cells(table: Table, **cells: str) -> Table:
    """The same table with one text in every row of a column."""
    coded = table.coded.assign(**cells)
    return replace(table, coded=coded.astype(records.kinds(list(map(str, coded)))))


def rewritten(register: Register, cells: Mapping[str, str]) -> Register:
    """The same data with one text in every row of the columns that are named so."""
    tables = {
        name: with_cells(table, **{column: text for column, text in cells.items() if column in table.coded})
        for name, table in register.tables.items()
    }
    return Register(tables, register.documents, register.faults, register.about)
