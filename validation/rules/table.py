"""Rules on tables: their columns and rows, most of which `validation/files/` holds each against as it reads it."""

from __future__ import annotations

from collections.abc import Iterator

from validation.files.schemas import TABLES
from validation.findings import Fault
from validation.model.register import Register
from validation.rules.rule import Rule

RULES = (
    Rule("table/columns", "A table has exactly its columns, in order.", "value is renamed to amount"),
    Rule("table/quotes", "Quotation marks come in pairs; a cell is one line.", "a lone quotation mark"),
    Rule("table/width", "Every line has as many cells as the header.", "a row cut off"),
    Rule(
        "table/empty",
        "A table has rows where others name its ids.",
        "observations.csv has a header only, checks.csv has rows",
        tuple(TABLES),
    ),
)


def tables_have_rows(register: Register) -> Iterator[Fault]:
    """A table that could be read has a row where another names ids that can be nowhere else."""
    for name in register.tables:
        named = [f"{field} of {other}.csv" for other, field in _naming(name) if register[other][field].notna().any()]
        if named and register[name].empty:
            message = f"must have rows, for {named[0]} names their ids"
            yield Fault("table/empty", name, None, "", "", message, "put the rows back")


def _naming(name: str) -> list[tuple[str, str]]:
    """The tables and columns whose ids can be of that table alone."""
    return [(other, field) for other, spec in TABLES.items() for field, of in spec.links.items() if of == (name,)]
