"""A long series year by year: one column for each source, every number to one precision."""

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
from validation.model.subjects import NOBODY
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


def cells(numbers: list[Observation]) -> list[str]:
    return re.findall(r"<td.*?>(.*?)</td>", html_text(years.tables(numbers)))


def test_many_years_of_references_are_a_series_and_nothing_else(data: Snapshot) -> None:
    many = made(data, ["5"] * (years.LONG + 1))
    assert years.series(many[::-1]) == many
    assert years.series(many[:-1]) == []
    document = data.register.numbers["hives-report"]
    part = replace(many[0], id="part", period=periods.read("2000-01/2000-04"))
    assert years.series([document, part, *many]) == many
    assert years.series(made(data, ["5"] * 20, period_basis=vocabulary.TO_DATE)) == []


@pytest.mark.parametrize(
    ("values", "shown", "unit"),
    [
        (["1234567890", "98700000000"], ["1.23", "98.70"], "billions of hives"),
        (["45", "7"], ["45", "7"], "hives"),
        (["45.25", "-7"], ["45.25", "−7.00"], "hives"),
        (["123456", "2.5"], ["123,456", "2"], "hives"),
        (["0", "0"], ["0", "0"], "hives"),
    ],
)
def test_all_end_at_one_digit(data: Snapshot, values: list[str], shown: list[str], unit: str) -> None:
    numbers = made(data, values)
    assert [text(cell) for cell in cells(numbers)] == shown
    assert years.unit(numbers) == unit


def test_few_columns_stand_in_parts_side_by_side(data: Snapshot) -> None:
    one, two, three = (made(data, ["5"] * 13, name) for name in ("A", "B", "C"))
    assert html_text(years.tables([*one, *two])).count("<table") == 3
    html = html_text(years.tables([*one, *two, *three]))
    assert html.count("<table") == 1
    assert text(html).startswith("2000 to 2012 Year A B C 2000 5 5 5 2001")


def test_a_year_without_a_number_is_empty_and_two_stand_in_one_cell(data: Snapshot) -> None:
    one, other = made(data, ["5"])[0], made(data, ["6", "7"], "Bureau")
    twice = replace(one, id="again", words="over 8", printed="8", amount=amounts.plain(Decimal(8)), qualifier="over")
    found = [text(cell) for cell in cells([one, twice, *other])]
    assert found == ["5 ; over 8", "6", "", "7"]
    assert 'href="/observations/again"' in cells([one, twice])[0]


def test_areas_are_told_apart_where_there_are_several(data: Snapshot) -> None:
    one = made(data, ["5"])[0]
    other = replace(one, id="other", area=replace(one.area, id="beech-valley", name="Beech Valley"))
    assert "Office, Ash Valley Office, Beech Valley" in text(html_text(years.tables([one, other])))


def test_what_is_calculated_says_so(data: Snapshot) -> None:
    own = data.register.derived["honey-before"]
    assert "Year The Honey Year, calculated 2020 85.33" in text(html_text(years.tables([own])))
    nobody = replace(own, source=NOBODY)
    assert "Year calculated 2020" in text(html_text(years.tables([nobody])))
