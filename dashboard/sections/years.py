"""Lines of a chart as a table: a row for each time, a column for each line, every number to one precision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil, floor, log10

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing import lines
from dashboard.charts.drawing.lines import Line
from dashboard.design import elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import passages
from validation.language import written
from validation.language.periods import Period
from validation.model.observations import Observation

LONG = 12
"""More numbers than this on a line are a long series."""

DIGITS = 4
"""The largest number has as many, and all others end where it does."""

BESIDE = 3
"""A table of few columns stands in so many parts side by side, where it is of many times."""

FOLDED = 120
"""A table of more times opens when it is asked for."""


def series(numbers: Sequence[Observation]) -> list[Line]:
    """The lines that references make; none where a table of them had more gaps than numbers, or is wider than high."""
    drawn, _ = lines.split(numbers)
    found = [line for line in drawn if not line.is_of_document and not line.numbers[0].is_to_date]
    times, filled = len(_times(found)), sum(len(line.numbers) for line in found)
    return found if times > len(found) and 2 * filled >= times * len(found) else []


def tables(found: Sequence[Line]) -> list[Component]:
    """What the numbers count, and the lines time by time; a number leads to its page, which has all its digits."""
    times = _times(found)
    side_by_side = len(times) > LONG and len(found) < BESIDE
    long = ceil(len(times) / BESIDE) if side_by_side else len(times)
    parts = [times[at : at + long] for at in range(0, len(times), long)]
    content = html.Div([_table(found, part) for part in parts], className="years")
    words = f"All {len(times):,} {'years' if _are_years(times) else 'times'}, {times[0].words} to {times[-1].words}"
    unit = html.P(f"{written.capitalized(_unit(_all(found)))}; each number leads to its page.")
    return [unit, elements.fold(words, content) if len(times) > FOLDED else content]


def _all(found: Sequence[Line]) -> list[Observation]:
    return [number for line in found for number in line.numbers]


def _times(found: Sequence[Line]) -> list[Period]:
    """The periods, the earliest first."""
    return sorted({number.period for number in _all(found) if number.period}, key=lambda period: period.days)


def _are_years(times: Sequence[Period]) -> bool:
    return all(time.is_year for time in times)


def _unit(numbers: Sequence[Observation]) -> str:
    """What the numbers of the tables count: "billions of US dollars"."""
    word, name = _scale_word(numbers)[1], numbers[0].indicator.unit.name
    return f"{word}s of {name}" if word else name


def _table(found: Sequence[Line], times: Sequence[Period]) -> Component:
    """Some of the times."""
    scale, decimals = _scale(_all(found))
    rows = [Row([time.words, *([*_cell(line, time, scale, decimals)] for line in found)]) for time in times]
    heads = (Column("Year" if _are_years(times) else "Time"), *(Column(line.name, numeric=True) for line in found))
    return table(heads, rows, caption=f"{times[0].words} to {times[-1].words}", hidden_caption=True)


def _cell(line: Line, time: Period, scale: Decimal, decimals: int) -> Iterator[Component | str]:
    for at, number in enumerate(number for number in line.numbers if number.period == time):
        yield "; " if at else ""
        value = f"{Decimal(str(number.common)) / scale:,.{decimals}f}".replace("-", "−")
        yield passages.figure(number, f"{number.parts[0]} {value}".strip())


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
