"""Accounts of one quantity: who else states it, whether all can be true, and what the register says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from validation import vocabulary
from validation.language import periods
from validation.model.observations import Observation
from validation.model.register import Register
from validation.quantities import amounts


@dataclass(frozen=True, eq=False)
class Quantity:
    """One indicator of one area in one span of time, with every account of it; `id` is that of the first."""

    numbers: tuple[Observation, ...]

    @property
    def id(self) -> str:
        return self.numbers[0].id

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(number.id for number in self.numbers)

    @cached_property
    def clashes(self) -> tuple[tuple[str, str], ...]:
        """The pairs of accounts, by their ids, that cannot both be true."""
        sound = [number for number in self.numbers if number.factor is not None]
        pairs = ((one, other) for one, other in combinations(sound, 2) if one.id != other.id)
        return tuple((a.id, b.id) for a, b in pairs if not amounts.can_meet(a.common_amount, b.common_amount))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row of conflicts.csv: what is said of two accounts; `verdict` is a code of `vocabulary.ACCOUNTS`."""

    id: str
    left_id: str
    right_id: str
    verdict: str
    explanation: str

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.left_id, self.right_id))

    def other(self, name: str) -> str:
        """The account beside this one."""
        return self.right_id if name == self.left_id else self.left_id


@dataclass(frozen=True, slots=True)
class Erratum:
    """A row of errata.csv: what a source has wrong, which is kept as stated."""

    target_id: str
    stated: str
    correct: str
    reason: str
    authority_id: str

    def is_of(self, printed: str) -> bool:
        """Whether it is of what is printed, and not of other words of the passage."""
        return self.stated in printed


def quantities(numbers: Iterable[Observation]) -> list[Quantity]:
    """The numbers by quantity, in their order; one without a known period is by itself, for it matches nothing.

    A month and the year that holds it are two quantities (a month's trade is not the year's), so spans are equal; and
    so are what is planned and what came of it.
    """
    found: dict[tuple, list[Observation]] = {}
    for number in numbers:
        planned = number.status == vocabulary.FORECAST_STATUS
        key = (number.indicator.id, number.area.id, number.days, planned) if number.days else (number.id,)
        found.setdefault(key, []).append(number)
    return [Quantity(tuple(members)) for members in found.values()]


def groups(register: Register) -> list[Quantity]:
    """Every quantity with two accounts or more."""
    return register.once(_groups)


def conflicts(register: Register) -> list[Conflict]:
    """What the register says of pairs of accounts, in the order of the table."""
    return register.once(_conflicts)


def said(register: Register) -> Mapping[frozenset[str], str]:
    """The verdict that the register has on two accounts, by both their ids."""
    return register.once(_said)


def conflicts_of(register: Register, name: str) -> list[Conflict]:
    """What is said of a number, or of a dating, beside others."""
    return register.once(_conflicts_by_account).get(name, [])


def errata(register: Register) -> Mapping[str, Erratum]:
    """The errors of sources, by the id of the number or the dating that is wrong."""
    return register.once(_errata)


def verdicts(register: Register) -> Mapping[str, str]:
    """The gravest verdict on two accounts of one quantity, by the id of each account of it; none where they agree."""
    return register.once(_verdicts)


def gravest(verdicts: Iterable[str]) -> str:
    """The gravest of several verdicts on accounts; "" where there is none."""
    given = set(verdicts)
    return next((code for code in vocabulary.CONFLICT_VERDICTS if code in given), vocabulary.AGREE)


def _groups(register: Register) -> list[Quantity]:
    candidates = [*register.observations.at(_candidates(register)), *register.derived.values()]
    return [one for one in quantities(number for number in candidates if number.days) if len(one.numbers) > 1]


def _candidates(register: Register) -> Sequence[int]:
    """The rows of observations that can have a second account: another has their indicator, area and days, or may."""
    rows, calculated = (
        register[name][["indicator_id", "area_id"]].assign(days=register[name]["period"].map(_days, na_action="ignore"))
        for name in ("observations", "derivations")
    )
    shared = rows.duplicated(keep=False)
    if len(calculated):
        shared |= rows.isin({name: calculated[name].tolist() for name in rows}).all(axis=1)
    return (shared & rows["days"].notna()).to_numpy().nonzero()[0].tolist()


def _days(edtf: str) -> str | None:
    """The first and the last day of a period, as a text to tell it by; None where it can't be read."""
    period = periods.known(edtf)
    return f"{period.first} {period.last}" if period else None


def _conflicts(register: Register) -> list[Conflict]:
    names = ("conflict_id", "left_id", "right_id", "verdict", "explanation")
    return [Conflict(*(row[name] for name in names)) for row in register.cells("conflicts")]


def _said(register: Register) -> dict[frozenset[str], str]:
    return {one.pair: one.verdict for one in conflicts(register)}


def _conflicts_by_account(register: Register) -> dict[str, list[Conflict]]:
    found: dict[str, list[Conflict]] = {}
    for one in conflicts(register):
        for name in one.pair:
            found.setdefault(name, []).append(one)
    return found


def _errata(register: Register) -> dict[str, Erratum]:
    names = ("target_id", "stated", "correct", "reason", "authority_id")
    return {row["target_id"]: Erratum(*(row[name] for name in names)) for row in register.cells("errata")}


def _verdicts(register: Register) -> dict[str, str]:
    found: dict[str, str] = {}
    for group in groups(register):
        within = gravest(one.verdict for one in conflicts(register) if one.pair <= set(group.ids))
        found |= dict.fromkeys(group.ids, within)
    return found
