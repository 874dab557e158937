"""Rules on growth: a growth, the level it led to and the one it started from fit one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from validation.findings import Fault
from validation.language import calendar
from validation.language.calendar import Civil
from validation.model import accounts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.quantities import amounts
from validation.rules.rule import Rule, needs, rows_where, told

RULES = (
    Rule(
        "growth/fit",
        "Growth, earlier level and level fit one another.",
        "up 10%, from 100 to 150",
        tables=("observations", "derivations"),
    ),
)

_HUNDRED = Decimal(100)


@needs("conflicts")
def growths_fit(register: Register) -> Iterator[Fault]:
    """Where a growth, the level and the earlier level are all stated, the three fit within their intervals."""
    level_of = {one.id: one.change_of for one in register.indicators.values() if one.change_of}
    indicators = register["observations"]["indicator_id"]
    growths = rows_where(indicators.isin(level_of))
    if not growths:
        return
    levels = _by_quantity(register.observations.at(rows_where(indicators.isin(level_of.values()))))
    listed = {conflict.pair for conflict in accounts.conflicts(register)}
    for row in growths:
        for growth in register.observations.at([row]):
            for level, base in _pairs(growth, levels.get((growth.indicator.change_of, growth.area.id), ())):
                fits = _fit(growth, level, base) or frozenset((growth.id, level.id)) in listed
                if not fits and not any(one.misread for one in (growth, level, base)):
                    yield _misfit(row, growth, level, base)


def _by_quantity(numbers: Iterable[Observation]) -> dict[tuple[str, str], list[Observation]]:
    """The numbers that have a period, by their indicator and area."""
    found: dict[tuple[str, str], list[Observation]] = {}
    for number in numbers:
        if number.days:
            found.setdefault((number.indicator.id, number.area.id), []).append(number)
    return found


def _pairs(growth: Observation, levels: Sequence[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Each level a growth led to with the one it started from, a year earlier, in one unit and on one basis."""
    for level in (one for one in levels if one.days == growth.days):
        before = _year_before(level)
        yield from ((level, base) for base in levels if base.days == before and base.unit == level.unit)


def _year_before(level: Observation) -> tuple[int, int, bool] | None:
    """The same days of the year before; the last day is found from the day after it, so that February ends right."""
    if not level.days:
        return None
    first, last, to_date = level.days
    return _back(calendar.civil(first)), _back(calendar.civil(last + 1)) - 1, to_date


def _back(day: Civil) -> int:
    return calendar.day_number(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def _fit(growth: Observation, level: Observation, base: Observation) -> bool:
    return amounts.can_meet(base.amount * (growth.amount / _HUNDRED + Decimal(1)), level.amount)


def _misfit(row: int, growth: Observation, level: Observation, base: Observation) -> Fault:
    before, after = (f"{told(one)} ({one.id})" for one in (base, level))
    message = f"a growth of {told(growth)} must lead from {before} to {after}"
    hint = "correct a row, or add a row to conflicts.csv that says why they don't fit"
    return Fault("growth/fit", "observations", row, "value", growth.words, message, hint)
