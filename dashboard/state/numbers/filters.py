"""What numbers are asked for by, and where those stand that pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from dashboard.state.numbers import places
from dashboard.state.numbers.places import Places
from dashboard.state.refusals import demand
from validation import vocabulary
from validation.model import verdicts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.rows import COLUMNS
from validation.vocabulary import Code

TOPIC, QUALIFIER, ORIGIN, VERDICT = "topic", "qualifier", "origin", "verdict"

FILTERS: Mapping[str, str] = {
    TOPIC: "indicator_id",
    "indicator": "indicator_id",
    "source": "source_id",
    "area": "area_id",
    QUALIFIER: "qualifier",
    ORIGIN: "source_id",
    VERDICT: "number_id",
}
"""The parameters that may be repeated, and the columns of numbers that say what each is asked for by."""

WHOSE: Mapping[str, Code] = {**vocabulary.SOURCE_KINDS, vocabulary.CALCULATED.code: vocabulary.CALCULATED}
"""Whose number it is: a document's, a reference's, or ours. `origin=stated` asks for the first two."""

ACCEPTED: Mapping[str, Iterable[str]] = {
    QUALIFIER: vocabulary.QUALIFIERS,
    ORIGIN: (*WHOSE, vocabulary.STATED),
    VERDICT: (*vocabulary.VERDICTS, *vocabulary.OUTCOMES),
}
"""What may be asked for of a closed list, though no number has it."""


def passing(register: Register, name: str, values: Sequence[str]) -> NDArray[np.bool_]:
    """Of each place, whether the number has one of the values. Raises `Unacceptable` for one that no number has."""
    found = register.once(_by_value, name)
    demand(name, values, {*found, *ACCEPTED.get(name, ())})
    passed = np.zeros(places.many(register), bool)
    for value in values:
        passed[found.get(value, [])] = True
    return passed


def found_by(register: Register, number: Observation) -> Mapping[str, Sequence[str]]:
    """What a number is asked for by, by parameter."""
    return {name: sorted(_of(register, number, name)) for name in FILTERS}


def _by_value(register: Register, name: str) -> Mapping[str, Places]:
    """The places by what the numbers there are asked for by."""
    column = FILTERS[name] if name != VERDICT else "observation_id"  # a number's id has another name in the table
    values = cache(partial(_values, register, name))  # many rows have the same in their column
    found: dict[str, list[int]] = {}
    for place, cell in register["observations"][column].dropna().items():
        for value in values(cell):
            found.setdefault(value, []).append(place)
    for place, number in enumerate(register.derived.values(), start=len(register.observations)):
        for value in _of(register, number, name):
            found.setdefault(value, []).append(place)
    return {value: np.array(rows, np.int64) for value, rows in found.items()}


def _of(register: Register, number: Observation, name: str) -> frozenset[str]:
    """What a number is asked for by; a calculated one has no kind of source, whoever states its parts."""
    if name == ORIGIN and number.is_calculated:
        return frozenset([number.origin])
    return frozenset(_values(register, name, str(COLUMNS[FILTERS[name]](number, register))))


def _values(register: Register, name: str, cell: str) -> Iterable[str]:
    """What a filter calls a number by what stands in its column: all that it may be asked for by."""
    if name == TOPIC:
        indicator = register.indicators.get(cell)
        return [indicator.chart.topic] if indicator else []
    if name == ORIGIN:
        source = register.sources.get(cell)
        return [vocabulary.STATED, source.kind] if source else [vocabulary.STATED]
    if name == VERDICT:
        verdict = verdicts.by_number(register).get(cell)
        return {verdict, vocabulary.outcome(verdict).code} if verdict else ()
    return [cell] if cell else []
