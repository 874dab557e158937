"""A register as loaded: its tables and documents, and what they hold as one typed whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from validation.files import documents, package, releases, schemas
from validation.files.documents import Document
from validation.files.releases import Version
from validation.files.schemas import TableSpec
from validation.files.tables import Table, parsed, read_table, typed, whole_number
from validation.findings import Fault
from validation.language import periods
from validation.language.periods import Period
from validation.language.reading.lexicon import ENGLISH
from validation.model import derivations, making, views
from validation.model.memoized import Memoized
from validation.model.observations import Derived, Observation
from validation.model.subjects import NOBODY, Area, Chart, Indicator, Source
from validation.model.views import Cells, Observations
from validation.quantities.formulas import Result
from validation.quantities.units import Unit

Thing = TypeVar("Thing")

IN_MEMORY = 200_000_000
"""Bytes of all tables that are kept in memory beside their cells."""


@dataclass(frozen=True, eq=False)
class Register(Memoized):
    """The tables of a collection and its documents. Nothing changes it, so what follows from it may be kept.

    `tables` holds only those that could be read; `register[name]` always gives a frame, empty for the others.
    `about` is what datapackage.json says of the whole: title, question, description and the like. `releases` are the
    frozen versions beside the tables, the oldest first.
    """

    tables: Mapping[str, Table]
    documents: Mapping[str, Document]
    faults: tuple[Fault, ...] = field(repr=False, default=())
    about: Mapping[str, Any] = field(repr=False, default_factory=dict)
    releases: Mapping[Version, Path] = field(repr=False, default_factory=dict)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The rows of a table: whole-number columns as Int64 (missing where unreadable), all else text or NaN."""
        return self._rows[name]

    @cached_property
    def _rows(self) -> dict[str, pd.DataFrame]:
        return {name: _frame(self.tables.get(name), spec) for name, spec in schemas.TABLES.items()}

    @cached_property
    def version(self) -> str:
        """Twelve hexadecimal digits that name the data: the same for the same bytes, in every process."""
        digest = hashlib.sha256()
        for name in sorted(self.tables):
            digest.update(name.encode() + b"\0" + bytes.fromhex(self.tables[name].stored.sha256))
        return digest.hexdigest()[:12]

    @property
    def left(self) -> Mapping[str, Sequence[str]]:
        """The columns, by table, whose cells were left out."""
        return {name: table.left for name, table in self.tables.items() if table.left}

    @property
    def is_later(self) -> bool:
        """Whether the data were changed since `about` says that they were released."""
        return self.about.get("dataVersion", self.version) != self.version

    @property
    def described(self) -> Mapping[str, Any]:
        """What `about` says, without the version and the day of which the data are no longer."""
        stale = ("version", "created") if self.is_later else ()
        return {key: said for key, said in self.about.items() if key not in stale}

    @property
    def day(self) -> Period | None:
        """The day on which these very data were made or released; None where nobody said."""
        return package.day(self.described)

    @property
    def release(self) -> Version | None:
        """The release that these data are; None where they are others than any, or it isn't here."""
        named = releases.version(self.about.get("version", ""))
        return named if named in self.releases and self.about.get("dataVersion") == self.version else None

    def before(self, version: str) -> Version | None:
        """The last release before one; the last of all where that is no version; None where there is none."""
        known = releases.version(version)
        return next((one for one in [*self.releases][::-1] if known is None or one < known), None)

    @property
    def title(self) -> str:
        """The collection's name."""
        return self.about.get("title") or "Stated numbers"

    @property
    def short_title(self) -> str:
        """Its name where there is little room."""
        return self.about.get("shortTitle") or self.title

    @property
    def question(self) -> str:
        """The question that it answers, or its name."""
        return self.about.get("question") or self.title

    def ids(self, name: str) -> set[str]:
        """The ids of the rows of a table of things."""
        return set(self[name][schemas.TABLES[name].key[0]].dropna())

    def cells(self, name: str) -> Iterator[Cells]:
        """The rows of a table, cell by cell; for small tables that are read whole."""
        return views.rows(self[name])

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id, in the order of the table; of rows with one id the first, and so with all that follow."""
        return _by_id(_source(row) for row in self.cells("sources"))

    @cached_property
    def charts(self) -> Mapping[str, Chart]:
        """The charts by id."""
        return _by_id(_made_of(Chart, row, id="chart_id") for row in self.cells("charts"))

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """The units by id."""
        rows = (row for row in self.cells("units") if row["unit_id"])
        return {row["unit_id"]: _made_of(Unit, {**row, "words": _words(row["words"])}) for row in rows}

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators by id, without those whose chart or unit there isn't."""
        rows = (
            row for row in self.cells("indicators") if row["chart_id"] in self.charts and row["unit_id"] in self.units
        )
        return _by_id(
            _made_of(
                Indicator, row, id="indicator_id", chart=self.charts[row["chart_id"]], unit=self.units[row["unit_id"]]
            )
            for row in rows
        )

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """The areas by id."""
        return _by_id(_made_of(Area, row, id="area_id") for row in self.cells("areas"))

    @cached_property
    def observations(self) -> Observations:
        """Every number that a source states."""
        return Observations(self["observations"], partial(making.stated, self), self._beside)

    def _beside(self, row: int) -> Cells:
        """The cells of a row of observations.csv that were left out of the table."""
        cells = self.tables["observations"].beside(row)
        whole = cells.keys() & schemas.OBSERVATIONS.whole
        return {**cells, **{name: whole_number(cells[name]) for name in whole}}

    @cached_property
    def derived(self) -> Mapping[str, Derived]:
        """What each derivation comes to, by id; one that can't be calculated is left out (a rule reports it)."""
        return {name: one for name, (_, one) in self._calculated.items() if one}

    @cached_property
    def evaluations(self) -> Sequence[tuple[Cells, Result | Exception]]:
        """Each derivation's row with its result, or with why there is none."""
        return [(row, self._calculated[row["derivation_id"]][0]) for row in self.cells("derivations")]

    @cached_property
    def _calculated(self) -> Mapping[str, tuple[Result | Exception, Derived | None]]:
        """What each derivation comes to, calculated behind those that it rests on, in the order of the table."""
        rows: dict[str, Cells] = {}
        for row in self.cells("derivations"):
            rows.setdefault(row["derivation_id"], row)
        order, circles = derivations.in_order({name: row["formula"] for name, row in rows.items()})
        found: dict[str, tuple[Result | Exception, Derived | None]] = {}

        def find(name: str) -> Observation | None:
            return self.observations.get(name) or found.get(name, (None, None))[1]

        for name in order:
            found[name] = (circles[name], None) if name in circles else making.calculated(self, rows[name], find)
        return {name: found[name] for name in rows}

    @cached_property
    def numbers(self) -> Mapping[str, Observation]:
        """Every number by id: those that are stated, then those that are calculated."""
        return {one.id: one for one in (*self.observations, *self.derived.values())}

    def number(self, name: str) -> Observation | None:
        """The number of an id, stated or calculated, if there is one; of all the others none is made."""
        return self.observations.get(name) or self.derived.get(name)

    def language(self, source_id: str) -> str:
        """The language of a source; English where it isn't said."""
        return self.sources.get(source_id, NOBODY).language or ENGLISH

    def languages(self, source_ids: Sequence[str]) -> list[str]:
        """The language of each source."""
        known = {key: self.language(key) for key in self.sources}
        return [known.get(source_id, ENGLISH) for source_id in source_ids]

    def has_text(self, source_id: str) -> bool:
        """Whether a source's document can be read here, as it was when it was recorded."""
        document = self.documents.get(source_id)
        return document is not None and document.unchanged


def load(datasets: Path, seeds: Path | None) -> Register:
    """The register in `datasets` with the documents of `seeds`. Bad input becomes faults, never an exception."""
    return with_documents(tables(datasets), seeds)


def tables(datasets: Path, *, by_row: bool = True) -> Register:
    """The register in a folder without any document.

    Of large tables cells of `schemas.BY_ROW` may be left out, which are then read when their row is asked for.
    """
    found: dict[str, Table] = {}
    faults: list[Fault] = []
    if not package.is_begun(datasets):
        return Register({}, {}, tuple(package.faults(datasets)))
    sizes = _sizes(datasets)
    aside = sum(sizes.values()) > IN_MEMORY
    leave = {} if by_row or not aside else schemas.BY_ROW
    for name in sorted(sizes, key=lambda name: -sizes[name]):  # one that is read takes several times its memory
        columns = schemas.TABLES[name].columns
        table, more = read_table(datasets, name, columns, aside=aside, left=leave.get(name, ()))
        faults += more
        if table is not None:
            found[name] = table
    found = {name: found[name] for name in schemas.TABLES if name in found}
    every = (*faults, *package.faults(datasets))
    return Register(found, {}, every, package.metadata(datasets), releases.released(datasets))


def _sizes(datasets: Path) -> dict[str, int]:
    """How many bytes each table has; 0 where there is no such file."""
    found = dict.fromkeys(schemas.TABLES, 0)
    for name in found:
        with suppress(OSError):
            found[name] = (datasets / f"{name}.csv").stat().st_size
    return found


def with_documents(register: Register, seeds: Path | None) -> Register:
    """The same register with the documents of a folder."""
    texts, faults = documents.load(seeds, register["sources"])
    return replace(register, documents=texts, faults=(*register.faults, *faults))


def packed(files: Mapping[str, bytes]) -> Register:
    """The register that a package holds, without documents: files by name, as `releases.read` gives them."""
    found: dict[str, Table] = {}
    faults: list[Fault] = []
    for name, spec in schemas.TABLES.items():
        if data := files.get(f"{releases.TABLES}{name}.csv"):
            table, more = parsed(name, data, spec.columns)
            faults += more
            found |= {name: table} if table else {}
    return Register(found, {}, tuple(faults), package.of(files[package.DESCRIPTOR]))


def _frame(table: Table | None, spec: TableSpec) -> pd.DataFrame:
    return typed(table, spec.columns, spec.whole)


def _by_id(found: Iterator[Any]) -> dict[str, Any]:
    things: dict[str, Any] = {}
    for one in found:
        if one.id:
            things.setdefault(one.id, one)
    return things


def _made_of(kind: type[Thing], row: Cells, *, id: str = "", **others: Any) -> Thing:
    """A thing of a row: each field from the column of its name, and `id` from the column that is named so."""
    given = {**row, **others} | ({"id": row[id]} if id else {})
    return kind(**{name: given[name] for name in _names(kind) if name in given})


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))  # ty: ignore[invalid-argument-type]


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("|") if word)


def _source(row: Cells) -> Source:
    named = {"published": periods.known(row["published"]), "inferred": tuple(row["inferred"].split())}
    return _made_of(Source, row, id="source_id", **named)
