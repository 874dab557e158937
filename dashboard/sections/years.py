"""A long series as a table: a row for each year, a column for each source, every number to one precision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import ceil, floor, log10

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing.content import short_source, told_apart
from dashboard.design import elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import passages
from validation import vocabulary
from validation.language import written
from validation.model.observations import Observation

LONG = 12
"""More numbers than this, each of a year of its own and none of a document, are a series."""

DIGITS = 4
"""The largest number has as many, and all others end where it does."""

BESIDE = 3
"""A table of few columns stands in so many parts side by side."""

FOLDED = 120
"""A table of more years opens when it is asked for."""


def series(numbers: Sequence[Observation]) -> list[Observation]:
    """Those of the numbers that make a long series, the earliest first; none where a table of them had more gaps."""
    found = [one for one in numbers if one.period and one.period.is_year and not one.is_to_date]
    found = [one for one in found if not any(part.source.is_document for part in one.stated)]
    years, columns = len(set(map(_year, found))), len(set(_columns(found).values()))
    if len(found) <= LONG or years <= columns or 2 * len(found) < years * columns:
        return []
    return sorted(found, key=lambda one: one.period.first if one.period else 0)


def tables(numbers: Sequence[Observation]) -> Component:
    """A series year by year; a number leads to its page, which has all its digits."""
    years = list(dict.fromkeys(map(_year, numbers)))
    columns = _columns(numbers)
    long = ceil(len(years) / BESIDE) if len(set(columns.values())) < BESIDE else len(years)
    parts = [years[at : at + long] for at in range(0, len(years), long)]
    content = html.Div([_table(numbers, part, columns) for part in parts], className="years")
    words = f"All {len(years):,} years, {years[0]} to {years[-1]}"
    return elements.fold(words, content) if len(years) > FOLDED else content


def unit(numbers: Sequence[Observation]) -> str:
    """What the numbers of the tables count: "billions of US dollars"."""
    word, name = _scale_word(numbers)[1], numbers[0].indicator.unit.name
    return f"{word}s of {name}" if word else name


def _table(numbers: Sequence[Observation], years: Sequence[str], columns: Mapping[str, str]) -> Component:
    """Some of the years; `columns` are the numbers' by their ids."""
    names = list(dict.fromkeys(columns.values()))
    found: dict[tuple[str, str], list[Observation]] = {}
    for number in numbers:
        found.setdefault((_year(number), columns[number.id]), []).append(number)
    scale, decimals = _scale(numbers)
    rows = [Row([year, *([*_cell(found.get((year, name), ()), scale, decimals)] for name in names)]) for year in years]
    heads = (Column("Year"), *(Column(name, numeric=True) for name in names))
    return table(heads, rows, caption=f"{years[0]} to {years[-1]}", hidden_caption=True)


def _cell(numbers: Sequence[Observation], scale: Decimal, decimals: int) -> Iterator[Component | str]:
    for at, number in enumerate(numbers):
        yield "; " if at else ""
        value = f"{Decimal(str(number.common)) / scale:,.{decimals}f}".replace("-", "−")
        yield passages.figure(number, f"{number.parts[0]} {value}".strip())


def _year(number: Observation) -> str:
    return number.period.words if number.period else ""


def _columns(numbers: Sequence[Observation]) -> dict[str, str]:
    """Who says each number, by its id, and of which area where there are several."""
    several = len({number.area for number in numbers}) > 1
    names = [", ".join(filter(None, (*_teller(one), one.area.name if several else ""))) for one in numbers]
    return dict(zip((one.id for one in numbers), told_apart(names, numbers), strict=True))


def _teller(number: Observation) -> Iterator[str]:
    if number.source.id:
        yield short_source(number.source)
    if number.is_calculated:
        yield vocabulary.CALCULATED.words.lower()


def _scale(numbers: Sequence[Observation]) -> tuple[Decimal, int]:
    """What all numbers are divided by, and how many decimals they then have."""
    scale = _scale_word(numbers)[0]
    values = [Decimal(str(number.common)) / scale for number in numbers]
    needed = max(-int(value.normalize().as_tuple().exponent) for value in values)
    room = DIGITS - 1 - floor(log10(max(map(abs, values)) or 1))
    return scale, max(0, min(needed, room))


def _scale_word(numbers: Sequence[Observation]) -> tuple[Decimal, str]:
    """How many make one of the largest number's scale, and its word: a billion; one and none of small numbers."""
    largest = written.significant(max(abs(number.common) for number in numbers), 1)
    digits, _, word = written.number(largest).partition(" ")
    return (Decimal(str(largest)) / Decimal(digits.replace(",", "")), word) if word else (Decimal(1), "")
