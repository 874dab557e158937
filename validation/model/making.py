"""How the row of a table becomes a number: one that a source states, or one that is calculated from others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from math import isfinite
from typing import Any, Protocol, TypeVar

from validation import vocabulary
from validation.files.documents import Document
from validation.files.passages import outcome
from validation.language import periods
from validation.language.printed import Reading
from validation.language.written import plain
from validation.model import derivations, readings
from validation.model.derivations import Find
from validation.model.observations import (
    Derived,
    Observation,
    added_words,
    calculated_words,
    is_sum,
    stated_words,
)
from validation.model.subjects import NOBODY, NOWHERE, Area, Indicator, Source
from validation.model.views import Cells
from validation.quantities import amounts, units
from validation.quantities.amounts import Amount
from validation.quantities.formulas import Result
from validation.quantities.units import Unit

Thing = TypeVar("Thing")

_PLAIN = (
    *("period_basis", "period_note", "printed", "qualifier", "attribution", "status", "start", "end", "quote"),
    *("locator", "note"),
)
"""The columns of observations.csv that an observation has as they are."""


class Known(Protocol):
    """What a row names is looked up in: a register."""

    @property
    def indicators(self) -> Mapping[str, Indicator]: ...
    @property
    def units(self) -> Mapping[str, Unit]: ...
    @property
    def areas(self) -> Mapping[str, Area]: ...
    @property
    def sources(self) -> Mapping[str, Source]: ...
    @property
    def documents(self) -> Mapping[str, Document]: ...
    def language(self, source_id: str) -> str: ...
    def once(self, make: Callable[..., Any], *arguments: Any) -> Any: ...


def stated(register: Known, row: Cells) -> Observation | None:
    """The number of a row of observations.csv; None where its indicator, unit or value make none."""
    indicator, unit = register.indicators.get(row["indicator_id"]), register.units.get(row["unit_id"])
    if indicator is None or unit is None:
        return None
    language = register.language(row["source_id"])
    reading, scale = readings.reading_of(row["printed"], unit, language), ""
    if reading and row["value"] != plain(reading.value):
        reading, scale = readings.as_meant(reading, row["quote"], row["printed"], row["value"], language)
    try:
        value, discrete = Decimal(row["value"]), indicator.measure == vocabulary.COUNT
        amount = amounts.stated(value, row["qualifier"], reading, discrete=discrete)
    except (ArithmeticError, ValueError):
        return None
    if not isfinite(float(value)):  # nobody can draw it
        return None
    words = stated_words(row["quote"], row["printed"], amount, row["qualifier"], unit.symbol, language)
    return Observation(
        id=row["observation_id"],
        indicator=indicator,
        area=_area(register, row["area_id"]),
        period=periods.known(row["period"]),
        words=f"{words} … {scale}" if scale else words,
        unit=unit,
        amount=amount,
        factor=register.once(_factor, row["unit_id"], indicator.unit.unit_id),
        source=register.sources.get(row["source_id"], NOBODY),
        evidence=_evidence(register, row),
        misread=reading is not None and _misread(row, reading, indicator, unit, language),
        **{name: row[name] for name in _PLAIN},
    )


def calculated(register: Known, row: Cells, find: Find) -> tuple[Result | Exception, Derived | None]:
    """What a derivation comes to, or why it can't be calculated; and the number, where there is one."""
    outcome = derivations.evaluated(row["formula"], row["unit_id"], find, register.units)
    if not isinstance(outcome, Result):
        return outcome, None
    return outcome, _derived(register, row, outcome, tuple(derivations.operands(row["formula"], find)))


def _misread(row: Cells, reading: Reading, indicator: Indicator, unit: Unit, language: str) -> bool:
    """Whether the value is another than what is printed says."""
    fell = readings.fallen(reading, indicator.measure, row["quote"], row["printed"], language)
    value = readings.fallen_value if fell else readings.stated_value
    return row["value"] != plain(value(reading, unit.unit_id, unit))


def _area(register: Known, name: str) -> Area:
    """The area of an id; one that isn't in the table, which a rule reports, is told from the others all the same."""
    return register.areas.get(name) or (Area(name, "") if name else NOWHERE)


def _factor(register: Known, unit_id: str, to: str) -> Decimal | None:
    """How many of one unit make one of another; None where it doesn't convert."""
    if unit_id == to:
        return Decimal(1)
    unit, other = register.units[unit_id], register.units[to]
    try:
        return units.factor(units.registered(unit, register.units), units.registered(other, register.units))
    except ValueError:
        return None


def _evidence(register: Known, row: Cells) -> str:
    """What became of the row's passage; unverified where its document isn't here."""
    source = register.sources.get(row["source_id"], NOBODY)
    document = register.documents.get(source.id)
    if source.is_reference:
        return vocabulary.OF_REFERENCE
    if document is None or row["start"] is None or row["end"] is None:
        return vocabulary.UNVERIFIED
    return outcome(document, row["start"], row["end"], row["quote"], row["printed"]).kind


def _derived(register: Known, row: Cells, result: Result, operands: tuple[Observation, ...]) -> Derived | None:
    indicator, unit = register.indicators.get(row["indicator_id"]), register.units[row["unit_id"]]
    if indicator is None:
        return None
    source = _in_common(one.source for one in operands) or NOBODY
    in_words = added_words if is_sum(row["formula"], source, operands) else calculated_words
    return Derived(
        id=row["derivation_id"],
        indicator=indicator,
        area=_area(register, row["area_id"]),
        period=periods.known(row["period"]),
        period_basis=vocabulary.OF_CALCULATION,
        words=in_words(result.amount, unit.symbol),
        unit=unit,
        amount=result.amount,
        factor=register.once(_factor, row["unit_id"], indicator.unit.unit_id),
        qualifier=_qualifier(result.amount),
        attribution=_in_common(one.attribution for one in operands) or "",
        status=_weakest(one.status for one in operands),
        source=source,
        note=row["note"],
        evidence=vocabulary.OF_CALCULATION,
        formula=row["formula"],
        result=result,
        operands=operands,
    )


def _qualifier(amount: Amount) -> str:
    """As a row has it: a range is told by its two ends, and may be about."""
    plain = vocabulary.ABOUT if amount.approximate else vocabulary.EXACT
    return plain if amount.qualifier == vocabulary.RANGE else amount.qualifier


def _weakest(statuses: Iterable[str]) -> str:
    """A calculation from a rumor is no better than one."""
    order = [vocabulary.STATED_STATUS, *(code for code in vocabulary.STATUSES if code != vocabulary.STATED_STATUS)]
    return max(statuses, key=lambda one: vocabulary.place(one, order), default=vocabulary.STATED_STATUS)


def _in_common(things: Iterable[Thing]) -> Thing | None:
    """What all are, if they are one."""
    found = set(things)
    return found.pop() if len(found) == 1 else None
