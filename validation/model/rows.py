"""A number as one row: each column of numbers.csv, which lists are sorted by too, as a function.

What the columns mean is said in `validation.files.exports`, under the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from validation.language import calendar
from validation.language.periods import Period
from validation.model import accounts, verdicts
from validation.model.observations import Derived, Observation
from validation.quantities import amounts
from validation.quantities.amounts import Amount

if TYPE_CHECKING:
    from validation.model.register import Register

Cell = str | float | Decimal | Period | None
"""What stands in a column; "" or None where it isn't known. Truth values and whole numbers are numbers too."""

Column = Callable[[Observation, "Register"], Cell]

COLUMNS: Mapping[str, Column] = {
    "number_id": lambda number, _: number.id,
    "origin": lambda number, _: number.origin,
    "formula": lambda number, _: number.formula if isinstance(number, Derived) else "",
    "indicator_id": lambda number, _: number.indicator.id,
    "indicator": lambda number, _: number.indicator.name,
    "definition": lambda number, _: number.indicator.definition,
    "chart_id": lambda number, _: number.indicator.chart.id,
    "topic": lambda number, _: number.indicator.chart.topic,
    "measure": lambda number, _: number.indicator.measure,
    "change_of": lambda number, _: number.indicator.change_of,
    "area_id": lambda number, _: number.area.id,
    "area": lambda number, _: number.area.name,
    "iso_3166": lambda number, _: number.area.iso_3166,
    "period": lambda number, _: number.period,
    "period_start": lambda number, _: calendar.iso(number.period.first) if number.period else "",
    "period_end": lambda number, _: _end(number),
    "period_basis": lambda number, _: number.period_basis,
    "period_note": lambda number, _: number.period_note,
    "printed": lambda number, _: number.printed,
    "said": lambda number, _: plain_spaces(number.words),
    "value": lambda number, _: shown(number).value,
    "upper_value": lambda number, _: None if number.upper is None else shown(number).high,
    "exact_value": lambda number, _: number.exact_value,
    "unit_id": lambda number, _: number.unit.unit_id,
    "unit": lambda number, _: number.unit.name,
    "symbol": lambda number, _: number.unit.symbol,
    "qualifier": lambda number, _: number.qualifier,
    "low": lambda number, _: shown(number).low,
    "low_open": lambda number, _: None if number.amount.low is None else number.amount.low_open,
    "high": lambda number, _: shown(number).high,
    "high_open": lambda number, _: None if number.amount.high is None else number.amount.high_open,
    "bounds_from": lambda number, _: number.bounds_from,
    "rounded_low": lambda number, _: shown(number).rounded_low,
    "rounded_high": lambda number, _: shown(number).rounded_high,
    "rounding_from": lambda number, _: number.rounding,
    "approximate": lambda number, _: number.amount.approximate,
    "attribution": lambda number, _: number.attribution,
    "status": lambda number, _: number.status,
    "verdict": lambda number, register: verdicts.by_number(register).get(number.id, ""),
    "checks": lambda number, register: _checks(number, register),
    "accounts": lambda number, register: accounts.verdicts(register).get(number.id, ""),
    "erratum": lambda number, register: any(one.id in accounts.errata(register) for one in number.stated),
    "source_id": lambda number, _: number.source.id,
    "source_kind": lambda number, _: number.source.kind,
    "source_short_name": lambda number, _: number.source.short_name,
    "source": lambda number, _: number.source.title if number.source.id else "",
    "author": lambda number, _: number.source.author,
    "author_kind": lambda number, _: number.source.author_kind,
    "publisher": lambda number, _: number.source.publisher,
    "published": lambda number, _: number.source.published,
    "url": lambda number, _: number.source.url,
    "license": lambda number, _: _license(number),
    "locator": lambda number, _: number.locator,
    "quote": lambda number, _: number.quote,
    "start": lambda number, _: number.start,
    "end": lambda number, _: number.end,
    "sha256": lambda number, _: number.source.sha256,
    "evidence": lambda number, _: number.evidence,
    "note": lambda number, _: number.note,
    "data_version": lambda _, register: register.version,
}
"""By name. A number stands in its own unit; what a column means for it is said in its `Observation`."""


def _end(number: Observation) -> str:
    """The last day; a year to date ends on a day that isn't known."""
    return "" if number.period is None or number.is_to_date else calendar.iso(number.period.last)


def shown(number: Observation) -> Amount:
    """What is stated, and what is no more than added up, to the last digit; else as many digits as it is worth.

    A sum that a word bounds is told by its bound, as all that is calculated is.
    """
    if number.is_sum:
        return replace(number.amount, value=number.position)
    return amounts.reported(number.amount) if number.is_own else number.amount


def plain_spaces(text: str) -> str:
    """Our own words without the spaces that keep a number and its unit on one line."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def _checks(number: Observation, register: Register) -> str:
    """What each reference comes to: "matched:other-number disputed:third-number"."""
    found = verdicts.of_number(register, number.id)
    return " ".join(f"{one.verdict}:{one.reference.id}" if one.reference else one.verdict for one in found)


def _license(number: Observation) -> str:
    """Whose terms hold for the row: its source's; of what is calculated, those of every part."""
    return "; ".join(dict.fromkeys(one.source.license for one in number.stated if one.source.license))
