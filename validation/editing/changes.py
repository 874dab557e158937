"""A change of the tables: rows that are put in, and rows that are taken out, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from validation.files import edits
from validation.files.schemas import TABLES
from validation.files.tables import Table, parsed
from validation.model.drafting.draft import Row
from validation.model.register import Register


@dataclass(frozen=True)
class Change:
    """Rows to put in, each behind what it names, and rows to take out before."""

    added: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()

    @property
    def undone(self) -> Change:
        """What takes it back."""
        return Change(self.removed[::-1], self.added[::-1])


class Vanished(LookupError):
    """A row to be taken out that does not stand in its table as it was put in."""


def tables(before: Mapping[str, Table], change: Change) -> dict[str, Table]:
    """The tables that a change changes, as they are after it. Raises `Vanished`."""
    after: dict[str, Table] = {}
    for name, rows in _by_table(change.removed).items():
        after[name] = _read(before[name], edits.removed(before[name], *_places(before[name], rows)))
    for name, rows in _by_table(change.added).items():
        table = after.get(name, before[name])
        after[name] = _read(table, edits.inserted(table, *(row.values for row in rows)))
    return after


def changed(register: Register, change: Change) -> Register:
    """The register after a change. Raises `Vanished`."""
    return replace(register, tables={**register.tables, **tables(register.tables, change)})


def _by_table(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.table, []).append(row)
    return found


def _places(table: Table, rows: Iterable[Row]) -> list[int]:
    """Which rows of a table some are, each with all its cells; of rows that are alike as many as are asked for."""
    columns = TABLES[table.name].columns
    free: dict[tuple[str, ...], list[int]] = {}
    for place, cells in enumerate(table.cells[list(columns)].fillna("").itertuples(index=False, name=None)):
        free.setdefault(cells, []).append(place)
    found = []
    for row in rows:
        alike = free.get(tuple(row.values.get(name, "") for name in columns))
        if not alike:
            key = " ".join(row.values.get(name, "") for name in TABLES[row.table].key)
            raise Vanished(f"{key} is not in {row.table}.csv as it was written")
        found.append(alike.pop())
    return found


def _read(table: Table, data: bytes) -> Table:
    read, _ = parsed(table.name, data, TABLES[table.name].columns)
    if read is None:
        raise Vanished(f"{table.file} can't be read")
    return read
