"""A register in shares: some of its sources each, with their documents and the rows that rest on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from validation.files import documents
from validation.files.schemas import QUOTING_TABLES
from validation.files.tables import Table, counts
from validation.findings import Fault
from validation.model.register import Register

SHARED_TABLES = ("sources", *QUOTING_TABLES)
"""Those of which a share has some of the rows; of the others it needs all."""

HEAVY = 3_000_000
"""The weight of a share: enough that its making doesn't count, little enough that its texts don't fill the memory."""

# To look at a row takes as long as to read so many bytes of its document; without that, next to nothing.
ROW = 200


Cell = tuple[str, int | None, str]
"""A table, a row and a column."""


@dataclass(frozen=True)
class Asked:
    """What is asked of sources: which words stand in a document; of `mistaken` cells nothing more is told.

    `left` are the columns, by table, whose cells nobody has looked at.
    """

    words: Set[str]
    mistaken: Set[Cell]
    left: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Mapping[str, Mapping[int, Sequence[str]]]:
        """The columns of the mistaken cells, by table and row."""
        found: dict[str, dict[int, list[str]]] = {}
        for table, row, name in self.mistaken:
            if row is not None:
                found.setdefault(table, {}).setdefault(row, []).append(name)
        return found


@dataclass(frozen=True)
class Share:
    """Which rows of the shared tables belong to it, by table: counted from 0, in their order.

    `sizes` are the bytes of its documents that are there, by source; `weight` is that of all its work.
    """

    rows: Mapping[str, NDArray[np.integer]]
    sizes: Mapping[str, int] = field(default_factory=dict)
    weight: int = 0

    def of(self, register: Register) -> Register:
        """The part of a register that it is, without documents; the tables that are not shared are whole."""
        cut = {name: _at(register.tables[name], rows) for name, rows in self.rows.items()}
        return replace(register, tables={**register.tables, **cut}, documents={}, faults=())

    def asked(self, asked: Asked) -> Asked:
        """What is asked of the whole, of the part: the mistaken cells that it has."""
        mistaken: set[Cell] = set()
        for table, rows in self.rows.items():
            known = asked.rows.get(table, {})
            for at in np.flatnonzero(np.isin(rows, list(known))).tolist() if known else ():
                mistaken.update((table, at, name) for name in known[rows[at]])
        return replace(asked, mistaken=mistaken)

    def of_whole(self, fault: Fault) -> Fault:
        """A fault of the part as one of the whole."""
        shared = fault.row is not None and fault.table in self.rows
        return replace(fault, row=int(self.rows[fault.table][fault.row])) if shared else fault


def _at(table: Table, rows: NDArray[np.integer]) -> Table:
    return table.at(rows) if table.left or len(rows) < len(table.lines) else table


def shares(register: Register, seeds: Path | None, *, heavy: int = HEAVY) -> list[Share]:
    """All sources in the order of their table, in shares about so heavy; what names none goes to the last."""
    sizes = documents.sizes(seeds, register["sources"])
    weights = _weights(register, sizes)
    places = _places(weights, heavy)
    count = max(places.values(), default=0) + 1
    by_table = {name: _parted(register[name]["source_id"], places, count) for name in SHARED_TABLES}
    there = [name for name in SHARED_TABLES if name in register.tables]
    sources: list[list[str]] = [[] for _ in range(count)]
    for source_id, place in places.items():
        sources[place].append(source_id)
    return [
        Share(
            {name: by_table[name][number] for name in there},
            {source_id: sizes[source_id] for source_id in own if source_id in sizes},
            sum(weights[source_id] for source_id in own),
        )
        for number, own in enumerate(sources)
    ]


def _weights(register: Register, sizes: Mapping[str, int]) -> dict[str, int]:
    """By source how many bytes its document has, and would have whose reading takes as long as that of its rows.

    Rows without a document weigh something where they have yet to be read.
    """
    weights = dict.fromkeys(register["sources"]["source_id"].dropna().tolist(), 0)
    weighed = weights if register.left else sizes
    rows = Counter(sizes)
    for name in QUOTING_TABLES if weighed else ():
        rows.update({source_id: ROW * count for source_id, count in counts(register[name]["source_id"]).items()})
    return weights | {source_id: rows[source_id] for source_id in weighed}


def _places(weights: Mapping[str, int], heavy: int) -> dict[str, int]:
    """The number of the share of each source."""
    places, number, filled = {}, 0, 0
    for source_id, weight in weights.items():
        if filled and filled + weight > heavy:
            number, filled = number + 1, 0
        places[source_id] = number
        filled += weight
    return places


def _parted(source_ids: pd.Series, places: Mapping[str, int], count: int) -> list[NDArray[np.int32]]:
    """The rows of each share."""
    coded = source_ids.astype("category").cat
    numbers = np.array([*(places.get(source_id, count - 1) for source_id in coded.categories), count - 1], np.intp)
    of_rows = numbers[coded.codes]  # the code of what is empty is -1: the last
    order = np.argsort(of_rows, kind="stable")
    edges = np.searchsorted(of_rows[order], np.arange(count + 1))
    order = order.astype(np.int32)
    return [order[first:last] for first, last in pairwise(edges.tolist())]
