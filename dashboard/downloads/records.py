"""Numbers as they are taken away: each one row, which says whose number it is and of which data version."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dashboard.state.fields import FIELDS, Cell
from validation.language.periods import Period
from validation.model.observations import Observation
from validation.model.register import Cells, Register

STATED = "as stated by its source"
COMPUTED = "computed from stated numbers"

HEADER = (*FIELDS, "value_basis", "data_version")

Written = str | float | Decimal | None
"""A cell as it is written: None where nothing is known, and EDTF for a period."""


def row(number: Observation, version: str) -> list[Written]:
    """The cells of a number, one for each of `HEADER`; `version` is that of the data."""
    cells = [_written(column(number)) for column in FIELDS.values()]
    return [*cells, COMPUTED if number.is_calculated else STATED, version]


def record(number: Observation, version: str) -> dict[str, str | float | None]:
    """The same by column, for JSON: whole numbers without a point."""
    return {name: _whole(cell) for name, cell in zip(HEADER, row(number, version), strict=True)}


def of_indicator(register: Register, name: str) -> list[Observation]:
    """The numbers of one indicator: those that are stated, then those that are computed."""
    computed = [number for number in register.derived.values() if number.indicator.id == name]
    return [*register.observations.where("indicator_id", name), *computed]


def found(register: Register, table: str, column: str, value: str) -> list[dict[str, Any]]:
    """The rows of a table that have a value in a column, for JSON."""
    rows = register.once(_by_cell, table, column).get(value, [])
    return [{name: None if cell == "" else cell for name, cell in row.items()} for row in rows]


def _by_cell(register: Register, table: str, column: str) -> Mapping[str, list[Cells]]:
    rows: dict[str, list[Cells]] = {}
    for row in register.cells(table):
        rows.setdefault(row[column], []).append(row)
    return rows


def _written(cell: Cell) -> Written:
    if isinstance(cell, Period):
        return cell.edtf
    return None if cell == "" else cell


def _whole(cell: Written) -> str | float | None:
    if isinstance(cell, (float, Decimal)):
        return int(cell) if cell == int(cell) else float(cell)
    return cell
