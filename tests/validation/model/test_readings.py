"""What a printed number says of its row's value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from validation.model import readings
from validation.model.readings import reading_of
from validation.vocabulary import CHANGE, COUNT


def test_a_fraction_is_a_share_in_percent() -> None:
    reading = reading_of("one third")
    assert reading
    assert readings.stated_value(reading, "percent") == Decimal("33.3333")
    assert readings.stated_value(reading, "ha") == Decimal("0.3333")


@pytest.mark.parametrize("text", ["many", ""])
def test_what_is_no_number_has_no_reading(text: str) -> None:
    assert reading_of(text) is None


@pytest.mark.parametrize(
    ("value", "meant", "words"), [("3200000", "3200000", "million"), ("3.2", "3.2", ""), ("32", "3.2", "")]
)
def test_the_scale_beside_is_a_numbers_own_where_its_value_says_so(value: str, meant: str, words: str) -> None:
    reading = reading_of("3.2")
    assert reading
    found, scale = readings.as_meant(reading, "rose from 3.2 to 3.5 million", "3.2", value, "en")
    assert (found.value, scale) == (Decimal(meant), words)


@pytest.mark.parametrize(
    ("printed", "measure", "word", "value"),
    [
        ("13%", CHANGE, "fell", "-13"),
        ("13%", COUNT, "", "-13"),
        ("-13%", CHANGE, "", "13"),
        ("5 to 8%", CHANGE, "fell", "-8"),
    ],
)
def test_a_fall_is_told_by_its_word_and_of_a_range_it_is_the_larger(
    printed: str, measure: str, word: str, value: str
) -> None:
    reading = reading_of(printed)
    assert reading
    assert readings.fallen(reading, measure, f"losses fell by {printed} then", printed, "en") == word
    assert readings.fallen_value(reading, "percent") == Decimal(value)
