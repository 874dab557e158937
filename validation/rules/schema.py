"""Rules on single cells: each is of its column's kind, as the schemas have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

import pandas as pd
import pandera.pandas as pa

from validation.files.columns import LONGEST_TEXT, wrong
from validation.files.schemas import TABLES
from validation.findings import Fault, quoted
from validation.language import periods
from validation.model.register import Register
from validation.rules.rule import Rule, cells_where, rows_where


def _tables(broken_by: Callable[[pa.Column], bool]) -> tuple[str, ...]:
    """The tables that have a column with which a rule can be broken."""
    return tuple(name for name, spec in TABLES.items() if any(map(broken_by, spec.schema.columns.values())))


def _rule(id: str, sentence: str, example: str) -> Rule:
    """A rule on the cells of one kind of column."""
    return Rule(id, sentence, example, _tables(lambda column: any(check.name == id for check in column.checks or ())))


RULES = (
    Rule(
        "schema/required",
        "Cells that must be there are.",
        "an observation without value",
        _tables(lambda column: not column.nullable),
    ),
    _rule("schema/text", "Text has no space at its ends and is bearably long.", 'name " Trade"'),
    _rule("schema/slug", "Ids are lower-case words joined by hyphens.", "observation_id Trade_2023"),
    _rule("schema/number", "Numbers are plain decimals.", "value 1,000 or NaN or 1e400"),
    _rule("schema/integer", "Offsets are whole numbers from 0.", "start 12.5"),
    _rule("schema/code", "A code is one of its closed list.", "qualifier roughly"),
    _rule("schema/period", "Periods are dates that exist, in EDTF.", "period 2023-02-30"),
    _rule("schema/day", "The day an address was read is a day.", "accessed May 2024"),
    _rule("schema/url", "Addresses are http or https.", "url www.example"),
    _rule("schema/language", "Languages are BCP 47 tags.", "language English"),
    _rule("schema/sha256", "A checksum is 64 hexadecimal digits.", "sha256 abc"),
    _rule("schema/country", "A country code is two capital letters.", "iso_3166 usa"),
)

HINTS = {
    "schema/required": "fill the cell",
    "schema/text": "take spaces at the ends out; say a long text in fewer words",
    "schema/slug": "use a-z, 0-9 and single hyphens",
    "schema/number": "write digits, with a point for decimals",
    "schema/integer": "write digits only",
    "schema/code": "write one of these words, in lower case or capitals as it is there",
    "schema/day": "write YYYY-MM-DD",
    "schema/url": "write the whole address, from https:// on",
    "schema/language": "write the language's two letters, then the country's if it matters",
    "schema/sha256": "write what `sha256sum` prints for the file",
    "schema/country": "write the two letters of ISO 3166-1, such as DE",
}


def cells_fit_their_columns(register: Register) -> Iterator[Fault]:
    """Every cell is of its column's kind, and what must be there is.

    The checks of the schemas are asked one by one. pandera's own pass finds the same (a test holds them against one
    another), but says of a cell twice what is wrong with it, and takes 4.4 s for a million observations instead of 0.3:
    it looks at every cell, not at each distinct text. To import pandera takes 0.4 s of every run.
    """
    for name, spec in TABLES.items():
        if name in register.tables:
            yield from _of_columns(register, name, spec.columns)


def cells_by_row_fit(register: Register, left: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """The same of the columns that were left out, by table, when all others were looked at."""
    for name, columns in left.items():
        yield from _of_columns(register, name, columns)


def _of_columns(register: Register, name: str, columns: Sequence[str]) -> Iterator[Fault]:
    cells, schema = register.tables[name].coded, TABLES[name].schema.columns
    found = (_faults(name, cells[field], schema[field]) for field in columns if field in cells)
    yield from sorted(chain.from_iterable(found), key=lambda fault: fault.row or 0)


def _faults(table: str, cells: pd.Series, column: pa.Column) -> Iterator[Fault]:
    if not column.nullable:
        required = "schema/required"
        yield from cells_where(cells.isna(), required, table, cells, f"{cells.name} must not be empty", HINTS[required])
    for check in column.checks or ():
        strange = wrong(check, cells)
        for row in rows_where(cells.isin(strange)) if strange else ():
            yield _fault(str(check.name), table, row, str(cells.name), cells.iat[row], str(check.error))


def _fault(rule: str, table: str, row: int, field: str, cell: str, must_be: str) -> Fault:
    if rule == "schema/text" and len(cell) > LONGEST_TEXT:
        must_be = f"at most {LONGEST_TEXT:,} characters"
    hint = periods.refusal(cell) if rule == "schema/period" else HINTS[rule]
    return Fault(rule, table, row, field, cell, f"{field} must be {must_be}, not {quoted(cell)}", hint)
