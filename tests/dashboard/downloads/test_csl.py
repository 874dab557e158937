"""Citations as CSL-JSON."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from dashboard.downloads import csl
from tests.periods import ACCEPTED
from validation.language import periods
from validation.model.citations import Citation


def issued(date: str) -> dict[str, Any]:
    cited = Citation("x", "document", "T", issued=periods.read(date), accessed=periods.read(date))
    item = csl.items([cited])[0]
    assert item["accessed"] == item["issued"]
    return item["issued"]


def is_point(parts: object) -> bool:
    """Whether it is a year, a year and a month, or a day; there is no year 0."""
    if not isinstance(parts, list) or not all(type(part) is int for part in parts) or not 1 <= len(parts) <= 3:
        return False
    year, month, day = [*parts, 1, 1][:3]
    return year != 0 and 1 <= month <= 12 and 1 <= day <= 31


def is_date(value: dict[str, Any]) -> bool:
    """Whether it has the shape that csl-data.json gives dates, with no more than one way to say when."""
    circa, when = value.get("circa", True), {name: said for name, said in value.items() if name != "circa"}
    if circa is not True or len(when) != 1:
        return False
    if literal := when.get("literal"):
        return isinstance(literal, str)
    points = when.get("date-parts")
    return isinstance(points, list) and 1 <= len(points) <= 2 and all(map(is_point, points))


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2024-04-24", {"date-parts": [[2024, 4, 24]]}),
        ("2022-03", {"date-parts": [[2022, 3]]}),
        ("2022-XX", {"date-parts": [[2022]]}),
        ("2022-36", {"date-parts": [[2022]]}),
        ("2023/2024", {"date-parts": [[2023], [2024]]}),
        ("2022-33/2022-34", {"date-parts": [[2022]]}),
        ("2022~", {"date-parts": [[2022]], "circa": True}),
        ("2021/2022-03?", {"date-parts": [[2021], [2022, 3]], "circa": True}),
        ("-0043-03-15", {"date-parts": [[-44, 3, 15]]}),
        ("192X", {"literal": "1920s"}),
        ("18XX~", {"literal": "19th century", "circa": True}),
        ("192X/1941", {"literal": "1920s–1941"}),
    ],
)
def test_dates(date: str, said: dict[str, Any]) -> None:
    assert issued(date) == said


@given(ACCEPTED)
def test_every_period_is_a_csl_date(date: str) -> None:
    said, period = issued(date), periods.read(date)
    assert is_date(said)
    assert ("circa" in said, "literal" in said) == (period.approximate, period.coarse)


def test_an_item_holds_what_is_known_alone() -> None:
    full = Citation("x", "reference", "T", (("Office",), ("Berg", "Ann")), url="https://a.example")
    assert csl.items([full, Citation("y", "collection", "U", version="1 (data 0)")]) == [
        {
            "id": "x",
            "type": "dataset",
            "title": "T",
            "author": [{"literal": "Office"}, {"family": "Berg", "given": "Ann"}],
            "URL": "https://a.example",
        },
        {"id": "y", "type": "dataset", "title": "U", "version": "1 (data 0)"},
    ]
