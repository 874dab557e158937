"""What numbers are asked for by."""

from __future__ import annotations

import pytest

from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot
from tests.dashboard.state.numbers.chosen import ids


@pytest.mark.parametrize(
    ("search", "chosen"),
    [
        ("indicator=hives", ["hives-letter", "hives-report"]),
        ("indicator=hives&indicator=meadows", ["hives-letter", "hives-report", "meadows-report"]),
        ("indicator=hives&source=honey-year", ["hives-report"]),
        ("topic=Land&qualifier=about", ["meadow-area-report"]),
        ("topic=Land&q=VALLEY%20dozen", ["meadows-report"]),
        ("area=ash-valley&q=thirds", ["mite-treatment-report"]),
        ("q=letter%20hives", ["hives-letter"]),
        ("qualifier=at-least&topic=Land", []),
        ("q=.*", []),
        ("origin=calculated", ["honey-before"]),
        ("origin=calculated&indicator=hives", []),
        ("indicator=honey&source=honey-year", ["honey-report", "honey-before"]),
        ("origin=stated&indicator=honey", ["honey-letter", "honey-report"]),
        ("indicator=hives&page=2&utm_source=x", ["hives-letter", "hives-report"]),
    ],
)
def test_filters_and_words_narrow(data: Snapshot, search: str, chosen: list[str]) -> None:
    assert ids(data, search) == chosen


@pytest.mark.parametrize(
    ("search", "chosen"),
    [
        ("origin=document&indicator=hives", ["hives-letter", "hives-report"]),
        ("origin=reference", ["hives-census", "hives-guess"]),
        ("origin=reference&origin=calculated", ["hives-census", "hives-guess", "honey-before"]),
        ("origin=stated&indicator=hives", ["hives-letter", "hives-report", "hives-census", "hives-guess"]),
        ("verdict=matched", ["hives-letter"]),
        ("verdict=disputed&origin=document", ["hives-report"]),
        ("verdict=disputed&origin=reference", []),
        ("verdict=not-comparable", ["losses-letter", "losses-report"]),
        ("verdict=other-scope", ["losses-report"]),
    ],
)
def test_whose_numbers_and_what_came_of_them(checked: Snapshot, search: str, chosen: list[str]) -> None:
    assert ids(checked, search) == chosen


@pytest.mark.parametrize(
    ("search", "says"),
    [
        ("topic=land", "Land"),
        ("indicator=hive", "hives"),
        ("source=x", "honey-year"),
        ("area=x", "ash-valley"),
        ("qualifier=circa", "nearly"),
        ("origin=computed", "calculated"),
        ("verdict=right", "not-comparable"),
        ("sort=valeu", "value"),
    ],
)
def test_unknown_values_are_refused_with_those_known(data: Snapshot, search: str, says: str) -> None:
    with pytest.raises(Unacceptable) as refused:
        ids(data, search)
    assert says in refused.value.exist
    assert refused.value.parameter == search.partition("=")[0]


def test_a_value_is_known_whatever_else_is_chosen(data: Snapshot) -> None:
    assert ids(data, "topic=Land&indicator=hives") == []
