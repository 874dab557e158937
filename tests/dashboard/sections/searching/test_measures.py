"""Units as people type them."""

from __future__ import annotations

import pytest

from dashboard.sections.searching import measures, words
from validation.quantities.units import Unit

UNITS = measures.units(
    [
        Unit("km2", "square kilometers", "km²", (), "kilometer ** 2"),
        Unit("percent", "percent", "%", (), "dimensionless"),
        Unit("persons", "persons", "people", ("residents",), ""),
        Unit("teu", "twenty-foot equivalent units", "TEU", (), ""),
        Unit("usd", "US dollars", "$", ("US$", "USD"), ""),
        Unit("vehicles", "vehicles", "vehicles", ("units",), ""),
        Unit("none", "", "", (), ""),
    ]
)


def named(text: str) -> list[tuple[str, ...]]:
    """The words of each unit of a text, and the units."""
    spelled = words.compared(text)
    return [(" ".join(spelled[one.first : one.last]), *one.unit_ids) for one in UNITS.among(spelled)]


@pytest.mark.parametrize(
    "text",
    ["km2", "km²", "sq km", "sq. km", "square km", "square kilometers", "Square Kilometre", "KM2"],
)
def test_a_square_is_written_in_many_ways(text: str) -> None:
    assert [one[1:] for one in named(text)] == [("km2",)]


@pytest.mark.parametrize("text", ["%", "percent", "per cent", "pct", "41.3%"])
def test_so_is_a_percentage(text: str) -> None:
    assert [one[1:] for one in named(text)] == [("percent",)]


def test_the_longest_name_counts() -> None:
    assert named("20 twenty-foot equivalent units and 3 units") == [
        ("twenty foot equivalent unit", "teu"),
        ("unit", "vehicles"),
    ]
    assert named("US$5") == [("us $", "usd")]


def test_what_is_no_unit_is_none() -> None:
    assert named("km per square mile") == []


@pytest.mark.parametrize(("text", "by_name"), [("people", True), ("persons", True), ("residents", False)])
def test_a_name_is_told_from_what_documents_print(text: str, by_name: bool) -> None:
    assert [one.by_name for one in UNITS.among(words.compared(text))] == [by_name]
