"""Rules on arithmetic: every derivation can be computed, and growth, base and level of one register fit one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from validation.findings import Fault, quoted
from validation.language import periods
from validation.model import accounts
from validation.model import observations as quantities
from validation.model.observations import Quantity
from validation.model.register import Register, needs
from validation.quantities import amounts, units

HUNDRED = Decimal(100)


@needs("observations", "indicators", "units")
def derivations_compute(register: Register) -> Iterator[Fault]:
    """Every formula can be read, names observations, and gives a number of its unit's kind."""
    ids = set(register["observations"]["observation_id"])
    for row, (entry, result) in enumerate(quantities.evaluations(register)):
        # A unit that is missing is the finding of a link, and a number that can't be read that of its own row.
        if not isinstance(result, ValueError | ArithmeticError):
            continue
        if isinstance(result, quantities.Unknown) and result.name in ids:
            continue
        rule = "derivation/unit" if isinstance(result, units.WrongDimension) else "derivation/formula"
        message = f"formula must compute: {result}"
        hint = "ids of observations in brackets, numbers, + - * / and parentheses"
        yield Fault(rule, "derivations", row, "formula", entry["formula"], message, hint)


@needs("conflicts")
def growths_fit(register: Register) -> Iterator[Fault]:
    """Where a growth, the level and the earlier level are all stated, the three fit within their intervals."""
    levels = register["indicators"].dropna(subset=["change_of"]).set_index("indicator_id")["change_of"]
    rows = register["observations"]
    growth_rows = rows["indicator_id"].isin(levels.index)
    if not growth_rows.any():
        return
    chosen = rows[growth_rows | rows["indicator_id"].isin(levels)]
    known = quantities.stated(register, chosen)
    listed = accounts.listed(register)
    for row, name in zip(rows.index[growth_rows].tolist(), rows.loc[growth_rows, "observation_id"], strict=True):
        if name not in known:
            continue
        for level, base in _levels(known[name], levels[known[name].indicator_id], known.values()):
            expected = base.amount * (known[name].amount / HUNDRED + Decimal(1))
            if any(one.misread for one in (known[name], level, base)):
                continue
            if not amounts.can_meet(expected, level.amount) and frozenset((name, level.id)) not in listed:
                yield _misfit(row, known[name], level, base)


def _levels(growth: Quantity, indicator: str, among) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of the level a growth led to and the one it started from, a year earlier, in one unit and on one basis."""
    of_indicator = [q for q in among if q.indicator_id == indicator and q.area_id == growth.area_id and q.period]
    same = [q for q in of_indicator if growth.period and _span(q) == _span(growth) and _to_date(q) == _to_date(growth)]
    for level in same:
        for base in of_indicator:
            if (
                _span(base) == _year_before(_span(level))
                and base.unit_id == level.unit_id
                and _to_date(base) == _to_date(level)
            ):
                yield level, base


def _to_date(quantity: Quantity) -> bool:
    return quantity.period_basis == accounts.TO_DATE


def _span(quantity: Quantity) -> tuple[date, date] | None:
    try:
        span = periods.span(quantity.period)
    except periods.Unreadable:
        return None
    return span.first, span.last


def _year_before(span: tuple[date, date] | None) -> tuple[date, date] | None:
    """The same days of the year before; the last day is found from the day after it, so that February ends right."""
    if span is None or span[0].year == 1:
        return None
    after = span[1] + timedelta(days=1)
    return _back(span[0]), _back(after) - timedelta(days=1)


def _back(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _misfit(row: int, growth: Quantity, level: Quantity, base: Quantity) -> Fault:
    before, after = (f"{quoted(one.said)} ({one.id})" for one in (base, level))
    message = f"a growth of {quoted(growth.said)} must lead from {before} to {after}"
    hint = "correct a row, or add a row to conflicts.csv that says why they don't fit"
    return Fault("growth/fit", "observations", row, "value", growth.said, message, hint)
