"""A register as loaded: its tables and documents, and what they hold as one typed whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

import pandas as pd

from validation import vocabulary
from validation.files import documents, package, schemas
from validation.files.documents import Document
from validation.files.passages import outcome
from validation.files.tables import Table, read_table
from validation.findings import Fault
from validation.language import periods
from validation.language.written import plain
from validation.model import observations as numbers
from validation.model.observations import Derived, Observation
from validation.model.subjects import NOBODY, NOWHERE, Area, Chart, Indicator, Source
from validation.quantities import amounts, formulas, units
from validation.quantities.formulas import Result
from validation.quantities.units import Unit

Made = TypeVar("Made")
Cells = Mapping[str, Any]
"""A row's cells by column: text, "" where empty; offsets are whole numbers, None where empty."""


class UnknownNumber(ValueError):
    """A formula names what is no number: no observation, or one that can't be read."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is no observation")
        self.name = name


@dataclass(frozen=True, eq=False)
class Register:
    """The tables of a collection and its documents. Nothing changes it, so what follows from it may be kept.

    `tables` holds only those that could be read; `register[name]` always gives a frame, empty for the others.
    `about` is what datapackage.json says of the whole: title, description and the like.
    """

    tables: Mapping[str, Table]
    documents: Mapping[str, Document]
    faults: tuple[Fault, ...] = field(repr=False, default=())
    about: Mapping[str, Any] = field(repr=False, default_factory=dict)
    _made: dict[tuple, Any] = field(repr=False, default_factory=dict)
    _lock: RLock = field(repr=False, default_factory=RLock)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The rows of a table: whole-number columns as Int64 (missing where unreadable), all else text or NaN."""
        return self._rows[name]

    def once(self, make: Callable[..., Made], *arguments: Any) -> Made:
        """What `make(register, *arguments)` returns, worked out the first time and kept as long as the register.

        `make` is a function of a module, and the arguments can be hashed: a new lambda at each call would be kept
        at each call.
        """
        key = (make, *arguments)
        with self._lock:
            if key not in self._made:
                self._made[key] = make(self, *arguments)
            return self._made[key]

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

    @property
    def title(self) -> str:
        """The collection's name."""
        return self.about.get("title") or "Stated numbers"

    def cells(self, name: str) -> Iterator[Cells]:
        """The rows of a table, cell by cell; for small tables that are read whole."""
        columns = _columns(self[name])
        for row in range(len(self[name])):
            yield {column: values[row] for column, values in columns.items()}

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
        return Observations(self)

    @cached_property
    def derived(self) -> Mapping[str, Derived]:
        """What each derivation computes, by id; one that can't be computed is left out (a rule reports it)."""
        made = ((row, outcome) for row, outcome in self.evaluations if isinstance(outcome, Result))
        found = (_derived(self, row, result) for row, result in made)
        return {one.id: one for one in found if one}

    @cached_property
    def evaluations(self) -> Sequence[tuple[Cells, Result | Exception]]:
        """Each derivation's row with its result, or with why there is none."""
        return [(row, _evaluated(self, row)) for row in self.cells("derivations")]

    @cached_property
    def numbers(self) -> Mapping[str, Observation]:
        """Every number by id: those that are stated, then those that are computed."""
        return {one.id: one for one in (*self.observations, *self.derived.values())}

    def has_text(self, source_id: str) -> bool:
        """Whether a source's document can be read here, as it was when it was recorded."""
        document = self.documents.get(source_id)
        return document is not None and document.unchanged


class Observations:
    """The stated numbers of a register: a view of its table that makes each one when it is first asked for.

    A row is passed over that no number can be made of, for want of its indicator, its unit or a value; that is a
    finding of the rules. Of rows with one id the first counts.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._frame = register["observations"]
        self._made: dict[int, Observation | None] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._frame)

    def __iter__(self) -> Iterator[Observation]:
        """All of them, in the order of the table."""
        return (one for one in map(self._at, range(len(self))) if one)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __getitem__(self, name: str) -> Observation:
        """The number of an id. Raises KeyError."""
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: str) -> Observation | None:
        """The number of an id, if there is one."""
        row = self._rows.get(name)
        return None if row is None else self._at(row)

    def where(self, column: str, *values: str) -> list[Observation]:
        """Those with one of the values in a column of the table, in its order."""
        index = self._index(column)
        return self.at(sorted(row for value in values for row in index.get(value, ())))

    def at(self, rows: Sequence[int]) -> list[Observation]:
        """Those of rows of the table, counted from 0."""
        return [one for one in map(self._at, rows) if one]

    @cached_property
    def _columns(self) -> dict[str, list]:
        return _columns(self._frame)

    @cached_property
    def _rows(self) -> dict[str, int]:
        rows: dict[str, int] = {}
        for row, name in enumerate(self._frame["observation_id"].tolist()):
            rows.setdefault(name, row)
        return rows

    def _index(self, column: str) -> Mapping[str, Sequence[int]]:
        return self._register.once(_index_of, column)

    def _at(self, row: int) -> Observation | None:
        if row not in self._made:
            cells = {column: values[row] for column, values in self._columns.items()}
            self._made[row] = _observation(self._register, cells)
        return self._made[row]


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
    return Register(tables, texts, (*faults, *more, *package.faults(datasets)), package.metadata(datasets))


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
    found = pd.Series(pd.to_numeric(distinct, errors="coerce"), dtype="float64")
    whole = found.where((found % 1 == 0) & (found.abs() < 2**53)).astype("Int64")
    return pd.Series(whole.array.take(codes, allow_fill=True), index=cells.index)


def _columns(rows: pd.DataFrame) -> dict[str, list]:
    """The columns as lists of cells, as `Cells` has them."""
    return {str(name): _cells(cells) for name, cells in rows.items()}


def _cells(cells: pd.Series) -> list:
    if cells.dtype == "Int64":
        return cells.astype("object").where(cells.notna(), None).tolist()
    return cells.fillna("").tolist()


def _index_of(register: Register, column: str) -> dict[str, list[int]]:
    """The rows of the observations by what they have in a column."""
    found: dict[str, list[int]] = {}
    for row, value in enumerate(register["observations"][column].tolist()):
        found.setdefault(value, []).append(row)
    return found


def _by_id(found: Iterator[Any]) -> dict[str, Any]:
    things: dict[str, Any] = {}
    for one in found:
        if one.id:
            things.setdefault(one.id, one)
    return things


def _made_of(kind: type[Made], row: Cells, *, id: str = "", **others: Any) -> Made:
    """A thing of a row: each field from the column of its name, and `id` from the column that is named so."""
    given = {**row, **others} | ({"id": row[id]} if id else {})
    return kind(**{one.name: given[one.name] for one in fields(kind) if one.name in given})  # ty: ignore[invalid-argument-type]


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("|") if word)


def _source(row: Cells) -> Source:
    named = {"published": periods.known(row["published"]), "inferred": tuple(row["inferred"].split())}
    return _made_of(Source, row, id="source_id", **named)


def _observation(register: Register, row: Cells) -> Observation | None:
    indicator, unit = register.indicators.get(row["indicator_id"]), register.units.get(row["unit_id"])
    reading = numbers.reading_of(row["printed"])
    if indicator is None or unit is None:
        return None
    try:
        value, discrete = Decimal(row["value"]), indicator.measure == vocabulary.COUNT
        amount = amounts.stated(value, row["qualifier"], reading, discrete=discrete)
    except (ArithmeticError, ValueError):
        return None
    if not value.is_finite():
        return None
    return Observation(
        id=row["observation_id"],
        indicator=indicator,
        area=_area(register, row["area_id"]),
        period=periods.known(row["period"]),
        words=numbers.stated_words(row["quote"], row["printed"], amount, row["qualifier"], unit.symbol),
        unit=unit,
        amount=amount,
        factor=register.once(_factor, row["unit_id"], indicator.unit.unit_id),
        source=register.sources.get(row["source_id"], NOBODY),
        evidence=_evidence(register, row),
        misread=reading is not None and row["value"] != plain(numbers.stated_value(reading, unit.unit_id)),
        **{name: row[name] for name in _PLAIN},
    )


_PLAIN = (
    *("period_basis", "period_note", "printed", "qualifier", "attribution", "status", "start", "end", "quote"),
    *("locator", "note"),
)
"""The columns of observations.csv that an observation has as they are."""


def _area(register: Register, name: str) -> Area:
    """The area of an id; one that isn't in the table, which a rule reports, is told from the others all the same."""
    return register.areas.get(name) or (Area(name, "") if name else NOWHERE)


def _factor(register: Register, unit_id: str, to: str) -> Decimal | None:
    """How many of one unit make one of another; None where it doesn't convert."""
    if unit_id == to:
        return Decimal(1)
    unit, other = register.units[unit_id], register.units[to]
    try:
        return units.factor(units.registered(unit, register.units), units.registered(other, register.units))
    except ValueError:
        return None


def _evidence(register: Register, row: Cells) -> str:
    """What became of the row's passage; unverified where its document isn't here."""
    source = register.sources.get(row["source_id"], NOBODY)
    document = register.documents.get(source.id)
    if source.is_reference:
        return vocabulary.OF_REFERENCE
    if document is None or row["start"] is None or row["end"] is None:
        return vocabulary.UNVERIFIED
    return outcome(document, row["start"], row["end"], row["quote"], row["printed"]).kind


def _evaluated(register: Register, row: Cells) -> Result | Exception:
    try:
        return compute(register, row["formula"], row["unit_id"])
    except (ValueError, ArithmeticError, KeyError) as error:
        return error


def compute(register: Register, formula: str, unit_id: str) -> Result:
    """What a formula comes to, with its steps.

    Raises
    ------
    ValueError
        for a malformed formula, a wrong dimension, an id that is no number (`UnknownNumber`)
    KeyError
        for a unit that there isn't
    """
    operands = _operands(register, formula)
    used = {one.id: one.amount for one in operands}
    unit_of = {one.id: one.unit for one in operands}
    return formulas.evaluate(formulas.parse(formula), used, unit_of, register.units[unit_id], register.units)


def _operands(register: Register, formula: str) -> list[Observation]:
    found = []
    for name in formulas.references(formula):
        number = register.observations.get(name)
        if number is None:
            raise UnknownNumber(name)
        found.append(number)
    return found


def _derived(register: Register, row: Cells, result: Result) -> Derived | None:
    indicator, unit = register.indicators.get(row["indicator_id"]), register.units[row["unit_id"]]
    if indicator is None:
        return None
    return Derived(
        id=row["derivation_id"],
        indicator=indicator,
        area=_area(register, row["area_id"]),
        period=periods.known(row["period"]),
        period_basis=vocabulary.OF_CALCULATION,
        words=numbers.calculated_words(result.amount, unit.symbol),
        unit=unit,
        amount=result.amount,
        factor=register.once(_factor, row["unit_id"], indicator.unit.unit_id),
        qualifier=result.amount.qualifier,
        status="E",
        source=NOBODY,
        note=row["note"],
        evidence=vocabulary.OF_CALCULATION,
        formula=row["formula"],
        result=result,
        operands=tuple(_operands(register, row["formula"])),
    )
