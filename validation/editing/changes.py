"""A change of the tables: rows that are put in, and rows that are taken out, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from validation.files import edits
from validation.files.schemas import TABLES
from validation.files.tables import Table, parsed
from validation.model.drafting.draft import Row
from validation.model.register import Register


@dataclass(frozen=True)
class Change:
    """Rows to put in, each table's after what they name, and rows to take out."""

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
    for row in change.removed:
        table = after.get(row.table, before[row.table])
        after[row.table] = _read(table, edits.removed(table, _place(table, row)))
    for row in change.added:
        table = after.get(row.table, before[row.table])
        after[row.table] = _read(table, edits.inserted(table, row.values))
    return after


def changed(register: Register, change: Change) -> Register:
    """The register after a change. Raises `Vanished`."""
    return replace(register, tables={**register.tables, **tables(register.tables, change)})


def _place(table: Table, row: Row) -> int:
    """Which row of a table it is: that with its key and all its cells."""
    cells = table.cells.fillna("")
    wanted = {name: row.values.get(name, "") for name in TABLES[row.table].columns}
    alike = cells[list(TABLES[row.table].key)].eq([wanted[name] for name in TABLES[row.table].key]).all(axis=1)
    for place in alike[alike].index:
        if cells.loc[place].to_dict() == wanted:
            return int(place)
    key = " ".join(wanted[name] for name in TABLES[row.table].key)
    raise Vanished(f"{key} is not in {row.table}.csv as it was written")


def _read(table: Table, data: bytes) -> Table:
    read, _ = parsed(table.name, data, TABLES[table.name].columns)
    if read is None:
        raise Vanished(f"{table.file} can't be read")
    return read
