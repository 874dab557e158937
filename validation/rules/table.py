"""Rules on tables: their columns and rows, most of which `validation/files/` holds each against as it reads it."""

from __future__ import annotations

from collections.abc import Iterator

from validation.files.schemas import TABLES
from validation.findings import Fault
from validation.model.register import Register
from validation.rules.rule import Rule

_NEEDED = tuple(name for name, spec in TABLES.items() if spec.needed)

RULES = (
    Rule("table/columns", "A table has exactly its columns, in order.", "value is renamed to amount"),
    Rule("table/quotes", "Quotation marks come in pairs; a cell is one line.", "a lone quotation mark"),
    Rule("table/width", "Every line has as many cells as the header.", "a row cut off"),
    Rule(
        "table/empty",
        "Tables without which nothing is said have rows.",
        "observations.csv has a header only",
        _NEEDED,
    ),
)


def tables_have_rows(register: Register) -> Iterator[Fault]:
    """A table that a register needs, and that could be read, has a row."""
    for name in _NEEDED:
        if name in register.tables and register[name].empty:
            yield Fault("table/empty", name, None, "", "", "must have at least one row", "add one")
