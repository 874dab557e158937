from __future__ import annotations

from dataclasses import replace

from dashboard.charts.drawing.lines import breaks, dated, split, when
from tests.dashboard.charts import bees
from validation import vocabulary as codes
from validation.language import periods
from validation.model.observations import Observation

YEARS = bees.YEARS.numbers


def of_periods(*written: str) -> list[Observation]:
    """The same number at other times."""
    return [bees.number("Hives kept", "9", 9, period=period) for period in written]


def test_numbers_are_sorted_into_lines_of_one_source_each() -> None:
    lines, singles = split(YEARS[::-1])
    assert [(line.name, len(line.numbers)) for line in lines] == [
        ("Office of Apiculture", 20),
        ("Institute of Pollination", 12),
    ]
    assert lines[0].xs == [year + 0.5 for year in range(1990, 2010)]
    assert [number.said for number in singles] == ["almost 4,000 hives"]


def test_two_numbers_and_periods_that_lie_in_one_another_make_no_line() -> None:
    quarters = of_periods(*(f"2021-01/2021-{3 * i:02}" for i in range(1, 5)))
    assert split(quarters) == ([], quarters)
    assert split(YEARS[:2]) == ([], list(YEARS[:2]))
    assert len(split(YEARS[:3])[0]) == 1


def test_periods_of_any_kind_make_a_line_where_each_follows_the_last() -> None:
    numbers = of_periods("2023-38", "-0043", "~2022", "2023-37", "197X")
    lines, singles = split(numbers)
    assert [number.period.edtf for line in lines for number in line.numbers if number.period] == [
        *("-0043", "197X", "~2022", "2023-37", "2023-38")
    ]
    assert singles == []


def test_what_has_no_period_has_no_place_in_time() -> None:
    undated = replace(YEARS[0], id="undated", period=None)
    lines, singles = split([undated, *YEARS])
    assert undated in singles
    assert [line.xs for line in lines] == [line.xs for line in split(YEARS)[0]]
    assert dated([undated, *YEARS]) == list(YEARS)


def test_a_year_to_date_is_in_no_line() -> None:
    to_date = [
        replace(number, period_basis=codes.TO_DATE) if number.period == periods.read("2021") else number
        for number in YEARS
    ]
    assert [number.when for number in split(to_date)[1]] == ["2021, year to date", "March–June 2015"]


def test_a_line_goes_on_where_another_source_passes_on_the_same_ones_numbers() -> None:
    lines, _ = split([replace(number, attribution="Guild of Keepers") for number in YEARS])
    assert [len(line.numbers) for line in lines] == [32]
    assert breaks(lines) == []


def test_names_leave_out_how_all_of_them_begin() -> None:
    name = {"census": "Hives kept, first count", "survey": "Hives kept, later count", "almanac": "Hives kept"}
    numbers = [bees.of(number, name=name[number.source.id], id=number.source.id) for number in YEARS]
    assert [line.name for line in split(numbers)[0]] == [
        "First count · Office of Apiculture",
        "Later count · Institute of Pollination",
    ]


def test_lines_are_named_by_what_differs() -> None:
    numbers = [bees.of(number, name="Skeps", id="skeps") if when(number) < 2000 else number for number in YEARS]
    assert {line.name for line in split(numbers)[0]} == {
        "Skeps · Office of Apiculture",
        "Hives kept · Office of Apiculture",
        "Hives kept · Institute of Pollination",
    }


def test_a_break_is_where_another_source_goes_on() -> None:
    lines, _ = split(YEARS)
    assert breaks(lines) == [2010.0]
    assert breaks(lines[:1]) == []
