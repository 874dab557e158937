"""Documents' numbers held against references: each check, and what several of them come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from validation import vocabulary
from validation.model.observations import Observation
from validation.model.register import Register
from validation.quantities import amounts, units
from validation.quantities.amounts import Amount
from validation.quantities.units import Units

ORDER = tuple(vocabulary.VERDICTS)


@dataclass(frozen=True, slots=True)
class Check:
    """A number of a document and what a reference has, None where none was found; `verdict` is what comes of it."""

    number: Observation
    reference: Observation | None
    verdict: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A document's number beside a reference's: whether they are of one quantity and time, and can meet.

    `timely` says whether their periods can be one, None where one isn't known; `same_time` that they are one.
    """

    same_quantity: bool
    timely: bool | None
    same_time: bool
    meets: bool | None
    exact: bool


def checks(register: Register) -> list[Check]:
    """Every check of a number that there is, in the order of the table."""
    return register.once(_checks)


def of_number(register: Register, name: str) -> list[Check]:
    """The checks of one number."""
    return register.once(_by_id).get(name, [])


def by_number(register: Register) -> Mapping[str, str]:
    """The verdict on each number that references were looked for, by its id."""
    return register.once(_by_number)


def counts(register: Register) -> dict[str, int]:
    """How many numbers have each verdict, in their order, without verdicts that none has."""
    counted = Counter(by_number(register).values())
    return {
        verdict: counted[verdict] for verdict in (*ORDER, *sorted({*counted}.difference(ORDER))) if counted[verdict]
    }


def outcomes(register: Register) -> dict[str, int]:
    """How many numbers come to each of `vocabulary.OUTCOMES`, in their order, without those that none comes to."""
    counted = Counter(vocabulary.outcome(verdict).code for verdict in by_number(register).values())
    return {code: counted[code] for code in vocabulary.OUTCOMES if counted[code]}


def overall(verdicts: Iterable[str]) -> str:
    """What several verdicts come to: the first of them in the order of the vocabulary; "" where there are none.

    One that there isn't, as only a draft can have, comes last.
    """
    return min(verdicts, key=lambda verdict: (vocabulary.place(verdict, ORDER), verdict), default="")


def compare(stated: Observation, reference: Observation, known: Units) -> Pair:
    """What can be said of a document's number beside a reference's without reading either's words."""
    same = (stated.indicator.id, stated.area.id) == (reference.indicator.id, reference.area.id)
    left, right = stated.amount, _in_unit_of(stated, reference, known)
    meets = None if right is None else amounts.can_meet(left, right)
    exact = right is not None and {left.qualifier, right.qualifier} == {vocabulary.EXACT}
    return Pair(same, _timely(stated, reference), stated.days == reference.days, meets, exact)


def _checks(register: Register) -> list[Check]:
    return [
        Check(stated, register.number(row["reference_id"]), row["verdict"], row["explanation"])
        for row in register.cells("checks")
        if (stated := register.number(row["observation_id"]))
    ]


def _by_id(register: Register) -> Mapping[str, list[Check]]:
    found: dict[str, list[Check]] = {}
    for check in checks(register):
        found.setdefault(check.number.id, []).append(check)
    return found


def _by_number(register: Register) -> dict[str, str]:
    return {name: overall(check.verdict for check in found) for name, found in register.once(_by_id).items()}


def _in_unit_of(stated: Observation, reference: Observation, known: Units) -> Amount | None:
    if stated.unit == reference.unit:
        return reference.amount
    try:
        factor = units.factor(units.registered(reference.unit, known), units.registered(stated.unit, known))
    except ValueError:
        return None
    return amounts.scaled(reference.amount, factor)


def _timely(stated: Observation, reference: Observation) -> bool | None:
    """Whether the periods fit: equal, or a year to date beside a part of that year that starts with it."""
    left, right = stated.period, reference.period
    if left is None or right is None:
        return None
    if stated.is_to_date and not reference.is_to_date:
        return left.first == right.first and right.last < left.last
    return left.days == right.days
