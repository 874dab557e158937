"""The part of a register that new rows can be judged by: the whole of a long document takes seconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from validation.files.schemas import QUOTING_TABLES, TABLES
from validation.model.drafting.draft import Row
from validation.model.register import Register

Place = tuple[str, int]
"""A row of a table, counted from 0."""


def part_of(register: Register, rows: Iterable[Row]) -> Register:
    """Some rows as far as they are there, those of their keys, those that overlap their quotes, and what these name.

    What names them is not in it; every unit is, as one may rest on any other.
    """
    found = {("units", row) for row in range(len(register["units"]))}
    found |= {place for row in rows for place in (*_of_key(register, row), *_overlapping(register, row))}
    ahead = list(found)
    while ahead:
        new = set(_named(register, ahead.pop())) - found
        found |= new
        ahead += new
    chosen = {name: sorted(row for table, row in found if table == name) for name in register.tables}
    tables = {name: table.at(np.array(chosen[name], np.intp)) for name, table in register.tables.items()}
    sources = set(tables["sources"].cells["source_id"])
    documents = {name: one for name, one in register.documents.items() if name in sources}
    return replace(register, tables=tables, documents=documents, faults=())


def _of_key(register: Register, row: Row) -> Iterator[Place]:
    """The rows whose first key is the row's: of exclusions those of the document are many, and told apart by place."""
    key = TABLES[row.table].key
    if len(key) == 1:
        yield from _where(row.table, register[row.table][key[0]].eq(row.values.get(key[0], "")))


def _overlapping(register: Register, row: Row) -> Iterator[Place]:
    """The rows that quote what a row quotes or some of it."""
    start, end = row.values.get("start", ""), row.values.get("end", "")
    for name in QUOTING_TABLES if start.isdecimal() and end.isdecimal() else ():
        frame = register[name]
        overlap = (frame["start"] < int(end)) & (frame["end"] > int(start))
        yield from _where(name, frame["source_id"].eq(row.values["source_id"]) & overlap.fillna(False))


def _named(register: Register, place: Place) -> Iterator[Place]:
    """The rows that a row names."""
    name, row = place
    for field, targets in TABLES[name].links.items():
        cell = register[name][field].iat[row]
        for target in targets:
            if (at := register.once(_rows, target).get(cell)) is not None:
                yield target, at


def _rows(register: Register, table: str) -> dict[str, int]:
    """The rows of a table by their ids."""
    return {id: row for row, id in enumerate(register[table].iloc[:, 0].tolist())}


def _where(table: str, chosen: pd.Series) -> Iterator[Place]:
    return ((table, row) for row in chosen.to_numpy().nonzero()[0].tolist())
