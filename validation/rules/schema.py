"""Rules on single cells: every table against its pandera schema."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from pandera.errors import SchemaErrors

from validation.files.columns import LONGEST_TEXT
from validation.files.schemas import TABLES, TableSpec
from validation.files.tables import Table
from validation.findings import Fault, quoted
from validation.model.register import Register

HINTS = {
    "schema/required": "fill the cell",
    "schema/text": "take spaces at the ends out; say a long text in fewer words",
    "schema/slug": "use a-z, 0-9 and single hyphens",
    "schema/number": "write digits, with a point for decimals",
    "schema/integer": "write digits only",
    "schema/code": "write one of these words, in lower case or capitals as it is there",
    "schema/period": "write the year first: YYYY, YYYY-MM, YYYY-MM-DD, 197X, or two of them with a stroke between",
    "schema/day": "write YYYY-MM-DD",
    "schema/url": "write the whole address, from https:// on",
    "schema/language": "write the language's two letters, then the country's if it matters",
    "schema/sha256": "write what `sha256sum` prints for the file",
    "schema/country": "write the two letters of ISO 3166-1, such as DE",
}


def cells_fit_their_columns(register: Register) -> Iterator[Fault]:
    """Every cell is of its column's kind, and what must be there is."""
    for name, spec in TABLES.items():
        table = register.tables.get(name)
        if table is None:
            continue
        yield from _failures(table, spec)
        if spec.needed and table.cells.empty:
            yield Fault("table/empty", name, None, "", "", "must have at least one row", "add one")


def _failures(table: Table, spec: TableSpec) -> Iterator[Fault]:
    try:
        spec.schema.validate(table.cells, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        cases = cases[cases["index"].notna()].drop_duplicates(["index", "column"])
        for case in cases.sort_values(["index"], kind="stable").itertuples(index=False):
            yield _fault(table.name, spec, int(case.index), str(case.column), str(case.check), case.failure_case)


def _fault(name: str, spec: TableSpec, row: int, field: str, check: str, cell: object) -> Fault:
    if pd.isna(cell):
        return Fault("schema/required", name, row, field, "", f"{field} must not be empty", HINTS["schema/required"])
    rule = next((rule.name for rule in spec.schema.columns[field].checks if rule.error == check), "schema/text")
    if rule == "schema/text" and len(str(cell)) > LONGEST_TEXT:
        check = f"at most {LONGEST_TEXT:,} characters"
    return Fault(rule, name, row, field, str(cell), f"{field} must be {check}, not {quoted(cell)}", HINTS[rule])
