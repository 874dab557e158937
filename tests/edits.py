"""Edits of a collection's tables, for tests that break something and read what the validation says."""

from __future__ import annotations

import csv
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from validation.findings import Finding
from validation.model.register import load
from validation.reports.report import check


def findings(datasets: Path, seeds: Path | None = None, *, require_seeds: bool = False) -> list[Finding]:
    """What the validation says of a collection."""
    return list(check(load(datasets, seeds), require_seeds=require_seeds).findings)


@contextmanager
def rows_of(datasets: Path, table: str) -> Generator[list[dict[str, str]], None, None]:
    """A table's rows to change in place; written back afterwards."""
    path = datasets / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    yield rows
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames or [], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def set_cell(datasets: Path, table: str, key: str, field: str, value: str) -> int:
    """Writes one cell of the row with this key; returns its physical line."""
    with rows_of(datasets, table) as rows:
        first = next(iter(rows[0]))
        number = next(number for number, row in enumerate(rows) if row[first] == key)
        rows[number][field] = value
    return number + 2


def rewrite(datasets: Path, table: str, old: str, new: str) -> None:
    """Replaces text in a table's file, which must have it."""
    path = datasets / f"{table}.csv"
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))
