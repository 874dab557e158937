"""A number as one row: what each column says of it, in the order of the downloads; lists are sorted by the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from validation.language.periods import Period
from validation.model.observations import Observation

Cell = str | float | Decimal | Period | None
"""What stands in a column; "" or None where it isn't known. Truth values and whole numbers are numbers too."""

FIELDS: Mapping[str, Callable[[Observation], Cell]] = {
    "observation_id": lambda number: number.id,
    "indicator_id": lambda number: number.indicator.id,
    "indicator": lambda number: number.indicator.name,
    "chart_id": lambda number: number.indicator.chart.id,
    "topic": lambda number: number.indicator.chart.topic,
    "measure": lambda number: number.indicator.measure,
    "change_of": lambda number: number.indicator.change_of,
    "area_id": lambda number: number.area.id,
    "area": lambda number: number.area.name,
    "period": lambda number: number.period,
    "period_basis": lambda number: number.period_basis,
    "period_note": lambda number: number.period_note,
    "printed": lambda number: number.printed,
    "said": lambda number: number.words,
    "value": lambda number: _digits(number, number.value),
    "upper_value": lambda number: _digits(number, number.upper),
    "unit_id": lambda number: number.unit.unit_id,
    "unit": lambda number: number.unit.name,
    "symbol": lambda number: number.unit.symbol,
    "qualifier": lambda number: number.qualifier,
    "low": lambda number: _digits(number, number.amount.low),
    "low_open": lambda number: number.amount.low_open,
    "high": lambda number: _digits(number, number.amount.high),
    "high_open": lambda number: number.amount.high_open,
    "bounds_from": lambda number: number.bounds_from,
    "rounded_low": lambda number: _digits(number, number.amount.rounded_low),
    "rounded_high": lambda number: _digits(number, number.amount.rounded_high),
    "rounding_assumed": lambda number: number.amount.assumed,
    "approximate": lambda number: number.amount.approximate,
    "attribution": lambda number: number.attribution,
    "status": lambda number: number.status,
    "source_id": lambda number: number.source.id,
    "source_kind": lambda number: number.source.kind,
    "source": lambda number: number.source.title,
    "author": lambda number: number.source.author,
    "publisher": lambda number: number.source.publisher,
    "published": lambda number: number.source.published,
    "url": lambda number: number.source.url,
    "locator": lambda number: number.locator,
    "quote": lambda number: number.quote,
    "start": lambda number: number.start,
    "end": lambda number: number.end,
    "sha256": lambda number: number.source.sha256,
    "evidence": lambda number: number.evidence,
    "note": lambda number: number.note,
}
"""By name. A number stands in its own unit; what a column means for it is said in its `Observation`."""


def _digits(number: Observation, value: Decimal | None) -> Decimal | float | None:
    """What is stated, to the last digit; of what is calculated, no more than a float holds."""
    return float(value) if value is not None and number.is_calculated else value
