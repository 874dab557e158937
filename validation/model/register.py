"""A register as loaded: its tables, its documents, and what was found wrong while reading them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path

import pandas as pd

from validation.files import documents, schemas
from validation.files import package as packaging
from validation.files.documents import Document
from validation.files.tables import Table, read_table
from validation.findings import Fault


@dataclass(frozen=True, eq=False)
class Register:
    """The tables of a collection and its documents. Rules read it; nothing changes it, so what follows may be kept.

    `tables` holds only those that could be read; `register[name]` always gives a frame, empty for the others.
    """

    tables: Mapping[str, Table]
    documents: Mapping[str, Document]
    faults: tuple[Fault, ...] = field(repr=False, default=())

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The rows of a table: whole-number columns as Int64 (missing where unreadable), all else text or NaN."""
        return self._rows[name]

    @cached_property
    def _rows(self) -> dict[str, pd.DataFrame]:
        return {name: _typed(spec, self.tables.get(name)) for name, spec in schemas.TABLES.items()}

    @cached_property
    def version(self) -> str:
        """Twelve hexadecimal digits that name the data: the same for the same bytes, in every process."""
        digest = hashlib.sha256()
        for name in sorted(self.tables):
            digest.update(name.encode() + b"\0" + hashlib.sha256(self.tables[name].data).digest())
        return digest.hexdigest()[:12]


Rule = Callable[[Register], Iterator[Fault]]


def needs(*names: str) -> Callable[[Rule], Rule]:
    """A rule that says nothing where one of these tables could not be read: that is the finding."""

    def guarded(rule: Rule) -> Rule:
        @wraps(rule)
        def asked(register: Register) -> Iterator[Fault]:
            if set(names) <= register.tables.keys():
                yield from rule(register)

        return asked

    return guarded


def load(datasets: Path, seeds: Path | None) -> Register:
    """The register in `datasets` with the documents of `seeds`. Bad input becomes faults, never an exception."""
    tables: dict[str, Table] = {}
    faults: list[Fault] = []
    for name, spec in schemas.TABLES.items():
        table, more = read_table(datasets, name, spec.columns)
        faults += more
        if table is not None:
            tables[name] = table
    sources = _typed(schemas.SOURCES, tables.get("sources"))
    texts, more = documents.load(seeds, sources)
    return Register(tables, texts, (*faults, *more, *packaging.faults(datasets)))


def _typed(spec: schemas.TableSpec, table: Table | None) -> pd.DataFrame:
    if table is None:
        return pd.DataFrame({column: pd.Series(dtype="str") for column in spec.columns})
    rows = table.cells.copy(deep=False)
    for name, column in spec.schema.columns.items():
        if column.metadata["type"] == "integer":
            rows[name] = _whole_numbers(rows[name])
    return rows


def _whole_numbers(cells: pd.Series) -> pd.Series:
    """Each distinct cell is read once: offsets repeat themselves in a large table."""
    codes, distinct = pd.factorize(cells)
    numbers = pd.Series(pd.to_numeric(distinct, errors="coerce"), dtype="float64")
    whole = numbers.where((numbers % 1 == 0) & (numbers.abs() < 2**53)).astype("Int64")
    return pd.Series(whole.array.take(codes, allow_fill=True), index=cells.index)
