"""Lines time by time: a column for each, every number to one precision."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.sections import years
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import text
from validation import vocabulary
from validation.language import periods
from validation.model.observations import Observation
from validation.quantities import amounts


def made(data: Snapshot, values: Iterable[str], name: str = "Office", **changes: object) -> list[Observation]:
    """A reference's numbers of the years from 2000."""
    one = data.register.numbers["hives-report"]
    source = replace(one.source, id=name.lower(), kind=vocabulary.REFERENCE, short_name=name)
    return [
        replace(
            one,
            id=f"{name}-{year}",
            source=source,
            period=periods.read(str(year)),
            amount=amounts.plain(Decimal(value)),
            words=value,
            printed=value,
            **changes,
        )
        for year, value in enumerate(values, 2000)
    ]


def html(*numbers: Observation) -> str:
    return "".join(map(html_text, years.tables(years.series(numbers))))


def cells(*numbers: Observation) -> list[str]:
    return [text(cell) for cell in re.findall(r"<td.*?>(.*?)</td>", html(*numbers))]


def test_lines_of_references_are_a_series_and_nothing_else(data: Snapshot) -> None:
    many = made(data, ["5"] * 4)
    (line,) = years.series(many[::-1])
    assert line.numbers == many
    assert years.series(many[:2]) == [], "two are no line"
    document = data.register.numbers["hives-report"].source
    assert years.series([replace(one, source=document) for one in many]) == []
    assert years.series(made(data, ["5"] * 4, period_basis=vocabulary.TO_DATE)) == []


def test_a_table_has_no_more_gaps_than_numbers_and_is_no_wider_than_high(data: Snapshot) -> None:
    one, two, three = (made(data, ["5"] * 9, name) for name in "ABC")
    assert len(years.series([*one, *two])) == 2
    assert years.series([*one[:3], *two[3:6], *three[6:]]) == []
    wide = [number for name in "ABC" for number in made(data, ["5"] * 3, name)]
    assert years.series(wide) == []


@pytest.mark.parametrize(
    ("values", "shown", "unit"),
    [
        (["1234567890", "98700000000", "0"], ["1.23", "98.70", "0.00"], "Billions of hives;"),
        (["45", "7", "8"], ["45", "7", "8"], "Hives;"),
        (["45.25", "-7", "0"], ["45.25", "−7.00", "0.00"], "Hives;"),
        (["123456", "2.5", "3"], ["123,456", "2", "3"], "Hives;"),
        (["0", "0", "0"], ["0", "0", "0"], "Hives;"),
    ],
)
def test_all_end_at_one_digit(data: Snapshot, values: list[str], shown: list[str], unit: str) -> None:
    numbers = made(data, values)
    assert cells(*numbers) == shown
    assert text(html(*numbers)).startswith(unit)


def test_numbers_stand_at_the_right_of_their_column(data: Snapshot) -> None:
    assert len(re.findall('<td class="number">', html(*made(data, ["5"] * 4)))) == 4


def test_few_columns_of_many_years_stand_in_parts_side_by_side(data: Snapshot) -> None:
    one, two, three = (made(data, ["5"] * 13, name) for name in "ABC")
    assert html(*one, *two).count("<table") == 3
    assert html(*one[:12], *two[:12]).count("<table") == 1
    found = html(*one, *two, *three)
    assert found.count("<table") == 1
    assert "2000 to 2012 Year A B C 2000 5 5 5 2001" in text(found)


def test_a_time_without_a_number_is_empty_and_two_stand_in_one_cell(data: Snapshot) -> None:
    one, other = made(data, ["5"] * 3), made(data, ["6"] * 4, "Bureau")
    twice = replace(one[0], id="again", words="over 8", printed="8", amount=amounts.plain(Decimal(8)), qualifier="over")
    assert cells(*one, twice, *other)[:2] == ["5 ; over 8", "6"]
    assert cells(*one, *other)[-2:] == ["6", ""]
    assert 'href="/observations/again"' in html(*one, twice)


def test_what_is_of_no_whole_year_has_its_own_time(data: Snapshot) -> None:
    line = made(data, ["5"] * 3)
    days = replace(line[2], period=periods.read("2002-05-04"))
    assert "Time Office 2000 5 2001 5 May 4, 2002 5" in text(html(*line[:2], days))


def test_areas_are_told_apart_where_there_are_several(data: Snapshot) -> None:
    one = made(data, ["5"] * 3)
    other = [replace(each, id=f"{each.id}-b", area=replace(each.area, id="beech", name="Beech Valley")) for each in one]
    assert "Ash Valley Beech Valley" in text(html(*one, *other))
