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
    return with_tables(register, tables(register.tables, change))


def with_tables(register: Register, changed: Mapping[str, Table]) -> Register:
    """The register with some tables as they are now; a document is read in the language that its row names."""
    now = replace(register, tables={**register.tables, **changed})
    if "sources" not in changed:
        return now
    spoken = {id: now.language(id) for id in register.documents}
    documents = {
        id: one if one.language == spoken[id] else replace(one, language=spoken[id])
        for id, one in register.documents.items()
    }
    return replace(now, documents=documents)


FREED = ("events", "indicators", "charts", "areas")
"""Tables of which a row that nothing names any more is taken out with the last row that did."""


def tidied(register: Register, change: Change) -> Change:
    """The change that takes out, too, what only a row that it takes out has named: an event without a dating."""
    removed, looked_at = [*change.removed], 0
    while looked_at < len(removed):
        row = removed[looked_at]
        looked_at += 1
        for column, targets in TABLES[row.table].links.items():
            for table in (one for one in targets if one in FREED and row.values.get(column)):
                if not _is_named(register, table, row.values[column], removed, change.added):
                    removed += (one for one in _rows(register, table, row.values[column]) if one not in removed)
    return replace(change, removed=tuple(removed))


def _is_named(register: Register, table: str, id: str, removed: Iterable[Row], added: Iterable[Row]) -> bool:
    """Whether a row of any table names an id of one, besides those that are taken out."""
    links = {(name, column) for name, spec in TABLES.items() for column, to in spec.links.items() if table in to}
    there = sum(int(register[name][column].eq(id).sum()) for name, column in links)
    gone = sum(row.values.get(column) == id for row in removed for name, column in links if row.table == name)
    come = any(row.values.get(column) == id for row in added for name, column in links if row.table == name)
    return come or there > gone


def _rows(register: Register, table: str, id: str) -> list[Row]:
    cells = register.tables[table].cells.fillna("")
    return [Row(table, row) for row in cells[cells.iloc[:, 0].eq(id)].to_dict("records")]


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
