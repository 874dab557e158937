"""Edits of a collection's tables, for tests that break something and read what the validation says."""

from __future__ import annotations

import csv
import hashlib
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


def part_pages(datasets: Path, seeds: Path, file: str, source_id: str) -> None:
    """Makes each empty line of a document the end of a page, which moves nothing; the rows name their pages."""
    text = (seeds / file).read_text(encoding="utf-8").replace("\n\n", "\n\f")
    (seeds / file).write_bytes(text.encode())
    set_cell(datasets, "sources", source_id, "sha256", hashlib.sha256(text.encode()).hexdigest())
    with rows_of(datasets, "observations") as rows:
        for row in (row for row in rows if row["source_id"] == source_id):
            row["locator"] = f"p. {text.count(chr(12), 0, int(row['start'])) + 1}"


def rewrite(datasets: Path, table: str, old: str, new: str) -> None:
    """Replaces text in a table's file, which must have it."""
    path = datasets / f"{table}.csv"
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))
