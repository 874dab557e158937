"""A collection held in memory: the bytes of its files, and its tables as rows whose line is known."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random

from tests import collection
from validation.files.schemas import TABLES

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Row:
    """One row of a table with the physical line it stands on."""

    table: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, field: str) -> str:
        return self.cells[field]

    @property
    def key(self) -> str:
        """The row's key as an id of a test shows it."""
        return "-".join(self.cells[field] for field in TABLES[self.table].key)


@dataclass(frozen=True)
class Collection:
    """The files of a collection by their path below its folder: "datasets/units.csv", "seeds/report.txt"."""

    name: str
    files: dict[str, bytes]

    def rows(self, table: str) -> list[Row]:
        """Every row of a table, in its order."""
        return self._tables[table]

    def quoting(self, table: str) -> list[Row]:
        """The rows of a table that rest on the characters of a document."""
        return [row for row in self.rows(table) if row["start"]]

    def sources(self, kind: str) -> list[Row]:
        """The sources of a kind."""
        return [row for row in self.rows("sources") if row["kind"] == kind]

    def some(self, rows: list[Row], number: int, why: str) -> list[Row]:
        """At most `number` of the rows, always the same for one `why`, in the order of the table."""
        chosen = Random(f"{self.name} {why}").sample(rows, min(number, len(rows)))
        return sorted(chosen, key=lambda row: row.line)

    @cached_property
    def _tables(self) -> dict[str, list[Row]]:
        return {name: _rows(name, self.files[f"datasets/{name}.csv"]) for name in TABLES}


def _rows(table: str, data: bytes) -> list[Row]:
    reader = csv.DictReader(data.decode("utf-8").splitlines())
    return [Row(table, line, cells) for line, cells in enumerate(reader, start=2)]


@cache
def real() -> Collection:
    """The tables of this repository, with the documents that are here."""
    return _read("real", ROOT)


@cache
def fictional() -> Collection:
    """The tests' own collection, whose documents are always there."""
    with tempfile.TemporaryDirectory() as folder:
        collection.write(Path(folder))
        return _read("bees", Path(folder))


def _read(name: str, folder: Path) -> Collection:
    described = folder / "datasets" / "datapackage.json"
    released = [*folder.glob("datasets/releases/*.zip")][-1:]
    paths = [*folder.glob("datasets/*.csv"), described, *released, *folder.glob("seeds/*.txt")]
    return Collection(name, {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)})
