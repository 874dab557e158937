"""Numbers as people write them: each form, and what is written is read back."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.language import printed
from validation.language.written import (
    amount,
    apart,
    capitalized,
    glued,
    grouped,
    many,
    number,
    ordinal,
    plain,
    significant,
    span,
    whole,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1_000_000, "1 million"),
        (62_000, "62,000"),
        (73_150_000_000, "73.15 billion"),
        (1_234_567, "1,234,567"),
        (1_519_500, "1.5195 million"),
        (5_848_800_000, "5.8488 billion"),
        (5_848_812_345, "5,848,812,345"),
        (2_500_000, "2.5 million"),
        (3e12, "3 trillion"),
        (41.3, "41.3"),
        (999_999.999, "999,999.999"),
        (0.000001, "0.000001"),
        (0.1 + 0.2, "0.3"),
        (0.5, "0.5"),
        (0, "0"),
        (-1200, "−1,200"),
    ],
)
def test_numbers_as_people_write_them(value, text):
    assert number(value) == text


@given(st.floats(-1e14, 1e14))
def test_no_number_is_ever_written_with_an_exponent(value):
    text = number(value, 4)
    assert re.fullmatch(r"−?[\d,]+(\.\d+)?( (million|billion|trillion))?", text)


values = st.one_of(st.floats(1e-9, 1e14), st.floats(-1e14, -1e-9), st.integers(-(10**14), 10**14).map(float))
symbols = st.sampled_from(["", "$", "US$", "€", "%", "°", "km²", "hives", "square miles"])


@given(values, symbols, st.none() | st.integers(1, 6))
def test_what_is_written_is_read_back(value, symbol, digits):
    reading = printed.read(amount(value, symbol, digits))
    shown = value if digits is None else significant(value, digits)
    assert float(reading.value) == pytest.approx(shown, rel=1e-11)
    assert reading.currency + reading.unit == symbol
    assert reading.upper is None


@pytest.mark.parametrize(
    ("value", "symbol", "text"),
    [
        (73.15e9, "$", "$73.15 billion"),
        (-9.5, "€", "−€9.5"),
        (12.5, "%", "12.5%"),
        (51799.76, "km²", "51,800\N{NO-BREAK SPACE}km²"),
        (3, "", "3"),
        (5, "US$", "US$5"),
    ],
)
def test_units_stand_where_people_put_them(value, symbol, text):
    assert amount(value, symbol, 3 if symbol == "km²" else None) == text


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        ("$", "$3 million to $4 million"),
        ("%", "3 million% to 4 million%"),
        ("km²", "3 million to 4 million\N{NO-BREAK SPACE}km²"),
        ("", "3 million to 4 million"),
    ],
)
def test_the_unit_of_a_range_stands_once_where_it_is_a_word(symbol, text):
    assert span(Decimal(3_000_000), Decimal(4_000_000), symbol) == text


def test_axes_carry_signs_and_no_words():
    assert glued([0, 50], "%") == ["0%", "50%"]
    assert glued([0, 2e9], "$") == ["$0", "$2 billion"]
    assert glued([0, 200_000, 1e6], "hives") == ["0", "200,000", "1 million"]


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [(100, 100, "the same"), (100, 112, "12% apart"), (35, 10, "3.5 times apart"), (5, 600, "120 times apart")],
)
def test_how_far_apart(one, other, text):
    assert apart(one, other) == text


def test_percentages_are_points_apart():
    assert apart(58, 70.6, "%") == "12.6 points apart"
    assert apart(93, 110, "%") == "17 points apart"
    assert apart(93, 93, "%") == "the same"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("73150000000", "73150000000"),
        ("7.315E+10", "73150000000"),
        ("1E+3", "1000"),
        ("41.30", "41.3"),
        ("33.3333", "33.3333"),
        ("5.000", "5"),
        ("-0.50", "-0.5"),
        ("1E-7", "0.0000001"),
        ("0", "0"),
    ],
)
def test_tables_hold_plain_digits(value, text):
    assert plain(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("73150000000", "73,150,000,000"),
        ("-1234567.50", "−1,234,567.5"),
        ("33.3333", "33.3333"),
        ("0.0000001", "0.0000001"),
        ("123456789012345678901234", "123,456,789,012,345,678,901,234"),
    ],
)
def test_all_digits_are_grouped_for_reading(value, text):
    assert grouped(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        ("10", "0.1", "10.0"),
        ("-9.5", "0.01", "−9.50"),
        ("45.25", "0.1", "45.25"),
        ("73100000000", "10000000.00", "73.10 billion"),
        ("1000000", "1000000", "1 million"),
        ("1234567", "0.1", "1,234,567.0"),
        ("380000", "10000", "380,000"),
        ("0", "0.1", "0.0"),
    ],
)
def test_zeros_go_down_to_the_step_that_a_number_is_known_to(value, step, text):
    assert whole(Decimal(value), "", Decimal(step)) == text
    assert whole(Decimal(value), "%", Decimal(step)) == f"{text}%"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=6))
def test_plain_digits_are_the_number(value):
    text = plain(value)
    assert Decimal(text) == value
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]*[1-9])?", text)


@pytest.mark.parametrize(
    ("count", "nouns", "text"),
    [
        (0, ["number"], "0 numbers"),
        (1, ["number"], "1 number"),
        (3, ["number"], "3 numbers"),
        (1200, ["number"], "1,200 numbers"),
        (1, ["country", "countries"], "1 country"),
        (2, ["country", "countries"], "2 countries"),
    ],
)
def test_things_are_counted(count, nouns, text):
    assert many(count, *nouns) == text


@pytest.mark.parametrize(
    ("text", "capital"), [("over 30%", "Over 30%"), ("érable", "Érable"), ("ASEAN and US", "ASEAN and US"), ("", "")]
)
def test_a_sentence_begins_with_a_capital(text, capital):
    assert capitalized(text) == capital


def test_numbers_have_their_endings():
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 111, 122)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th", "122nd")
    ]
