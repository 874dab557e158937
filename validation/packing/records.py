"""Numbers as they are taken away: each one row, which says whose number it is and of which data version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from validation.files.exports import PACKED, RESULTS
from validation.language.periods import Period
from validation.model.observations import Observation
from validation.model.register import Cells, Register
from validation.model.rows import COLUMNS, Cell
from validation.packing import delimited

STATED = "as stated by its source"

Written = str | float | Decimal | None
"""A cell as it is written: None where nothing is known, and EDTF for a period."""


def row(number: Observation, register: Register, columns: Iterable[str] = COLUMNS) -> list[Written]:
    """The cells of a number, by the names of columns."""
    return [_written(COLUMNS[name](number, register)) for name in columns]


def record(number: Observation, register: Register) -> dict[str, str | float | None]:
    """The same by column, for JSON: whole numbers without a point."""
    return {name: _whole(cell) for name, cell in zip(COLUMNS, row(number, register), strict=True)}


def numbers(register: Register) -> bytes:
    """Every number, stated and calculated, as the data package has it in CSV."""
    names = PACKED["numbers"].columns
    return delimited.machine(names, (row(number, register, names) for number in register.numbers.values()))


def results(register: Register) -> bytes:
    """Every derivation with what it comes to, as CSV; by the order of their ids, as tables are."""
    names = {name: "number_id" if name == "derivation_id" else name for name in RESULTS.columns}
    calculated = sorted(register.derived.values(), key=lambda number: number.id)
    return delimited.machine(names, (row(number, register, names.values()) for number in calculated))


def of_indicator(register: Register, name: str) -> list[Observation]:
    """The numbers of one indicator: those that are stated, then those that are calculated."""
    calculated = [number for number in register.derived.values() if number.indicator.id == name]
    return [*register.observations.where("indicator_id", name), *calculated]


def found(register: Register, table: str, column: str, value: str) -> list[dict[str, Any]]:
    """The rows of a table that have a value in a column, for JSON."""
    by_cell = register.once(_by_cell, table, column).get(value, [])
    return [{name: None if cell == "" else cell for name, cell in row.items()} for row in by_cell]


def _by_cell(register: Register, table: str, column: str) -> Mapping[str, list[Cells]]:
    found: dict[str, list[Cells]] = {}
    for row in register.cells(table):
        found.setdefault(row[column], []).append(row)
    return found


def _written(cell: Cell) -> Written:
    if isinstance(cell, Period):
        return cell.edtf
    return None if cell == "" else cell


def _whole(cell: Written) -> str | float | None:
    if isinstance(cell, (float, Decimal)):
        return int(cell) if cell == int(cell) else float(cell)
    return cell
