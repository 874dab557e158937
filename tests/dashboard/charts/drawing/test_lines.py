from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.drawing.lines import Line, dated, part_of_year, rank, span, split, told, when
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


def test_a_line_is_called_after_its_source_as_that_writes_its_name() -> None:
    small = replace(bees.SOURCES["census"], short_name="hive-count.org")
    (line,), _ = split([replace(number, source=small) for number in YEARS[:3]])
    assert line.name == "hive-count.org"


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
    assert [number.when for number in split(to_date)[1]] == ["2021 so far", "March–June 2015"]


def test_a_line_goes_on_where_another_source_passes_on_the_same_ones_numbers() -> None:
    lines, _ = split([replace(number, attribution="Guild of Keepers") for number in YEARS])
    assert [len(line.numbers) for line in lines] == [32]


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


def series(*periods: str, source: str = "census", name: str = "Hives kept", values: tuple[float, ...] = ()) -> Line:
    """A line of these periods, all 9 where no values are given."""
    paired = zip(periods, values or (9,) * len(periods), strict=True)
    numbers = [bees.number(name, "", value, source=source, period=period, measure="level") for period, value in paired]
    (line,), _ = split(numbers)
    return line


def runs(*periods: str) -> list[list[str]]:
    """The periods of a line's runs."""
    return [[number.period.edtf for number in run if number.period] for run in series(*periods).runs]


@pytest.mark.parametrize(
    ("periods", "found"),
    [
        (["2019", "2020", "2021"], [["2019", "2020", "2021"]]),
        (["2018", "2019", "2021"], [["2018", "2019"], ["2021"]]),
        (["1990", "2000", "2010", "2040"], [["1990", "2000", "2010"], ["2040"]]),
        (["2019-03", "2020-05", "2021-02", "2023-02"], [["2019-03", "2020-05", "2021-02"], ["2023-02"]]),
        (["2018", "2019", "2020-33", "2020-34"], [["2018", "2019", "2020-33", "2020-34"]]),
        (["2005", "2009", "2014", "2022", "2023"], [["2005"], ["2009"], ["2014"], ["2022", "2023"]]),
    ],
)
def test_a_line_stops_where_years_are_missing(periods: list[str], found: list[list[str]]) -> None:
    assert runs(*periods) == found


@given(st.sets(st.integers(1900, 2020), min_size=3, max_size=30))
def test_no_run_spans_more_than_the_lines_own_step(years: set[int]) -> None:
    line = series(*map(str, sorted(years)))
    assert [number for run in line.runs for number in run] == line.numbers
    own = min(after - before for before, after in pairwise(line.xs))
    steps = [when(after) - when(before) for run in line.runs for before, after in pairwise(run)]
    assert all(step < 2 * own for step in steps)


def test_a_line_turns_at_its_ends_its_peak_and_its_lowest_point() -> None:
    line = series("2019", "2020", "2021", "2022", values=(3, 1, 7, 5))
    assert [number.common for number in line.turns] == [5, 7, 1, 3]
    assert [number.common for number in series("2019", "2020", "2021", values=(1, 2, 3)).turns] == [3, 1]


def test_the_line_that_reaches_furthest_is_the_hero_and_a_documents_before_it() -> None:
    lines, _ = split(YEARS)
    hero, others, bands = rank(lines)
    assert (hero, others, bands) == (lines[1], [lines[0]], [])
    own = series("1970", "1971", "1972", source="almanac")
    assert rank([*lines, own]).hero is own


def test_of_lines_that_end_in_one_year_the_longest_is_the_hero() -> None:
    short, long = series("2019", "2020", "2021-11"), series("2018", "2019", "2020", "2021-03", source="survey")
    assert rank([short, long]).hero is long


ONE, OTHER = "Hives kept, counted by the office", "Hives kept, counted by the guild"


def pair(name: str = OTHER, source: str = "census", factor: float = 1.1, first: int = 2015) -> list[Line]:
    """Two lines of five years."""
    years = [*map(str, range(2015, 2020))]
    values = (10, 20, 30, 40, 50)
    return [
        replace(series(*years, name=ONE, values=values), name="By the office"),
        replace(
            series(
                *(str(int(year) + first - 2015) for year in years),
                name=name,
                source=source,
                values=tuple(v * factor for v in values),
            ),
            name="By the guild",
        ),
    ]


def test_two_lines_that_are_nearly_one_are_a_band_with_one_name() -> None:
    lines = pair()
    hero, others, (band,) = rank(lines)
    assert (hero, others) == (None, [])
    assert (band.one, band.other, band.name) == (*lines, "By the office and guild")
    assert rank([*lines, *split(YEARS)[0]]).hero


@pytest.mark.parametrize(
    "lines",
    [
        pair(factor=1.3),
        pair(first=2016),
        pair(name="Swarms, counted by the guild"),
        pair(source="almanac"),
    ],
    ids=["far apart", "of other years", "of something else", "a document's"],
)
def test_other_lines_are_no_band(lines: list[Line]) -> None:
    assert rank(lines).bands == []


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2023-01/2023-04", "a third of a year"),
        ("2023-07/2023-12", "half of a year"),
        ("2023-34", "a quarter of a year"),
        ("2023-05/2023-09", "5 months of a year"),
        ("2023", ""),
        ("2020/2023", ""),
        ("2023-01-01/2023-05-08", ""),
    ],
)
def test_how_much_of_a_year_whole_months_are(period: str, words: str) -> None:
    (number,) = of_periods(period)
    assert part_of_year(number) == words


def test_a_period_is_told_without_how_it_is_known() -> None:
    (number,) = of_periods("2021")
    assert told(replace(number, period_basis=codes.INFERRED)) == "2021"
    assert told(replace(number, period_basis=codes.TO_DATE)) == "2021 so far"
    assert span(number) == (2021, 2022)
