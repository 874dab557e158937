from __future__ import annotations

import re

import pytest
from dashboard.charts.numbers import amount, apart, glued, number, significant, split
from hypothesis import given
from hypothesis import strategies as st


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


@given(st.floats(1, 1e14))
def test_a_written_number_is_the_number(value):
    digits, _, word = number(value, 4).partition(" ")
    scale = {"": 1, "million": 1e6, "billion": 1e9, "trillion": 1e12}[word]
    assert float(digits.replace(",", "")) * scale == pytest.approx(significant(value, 4), rel=1e-3)


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
    ("words", "parts"),
    [
        ("almost 4,000 hives", ("almost", "4,000", "hives")),
        ("nearly one million jars of honey", ("nearly", "one million", "jars of honey")),
        ("around a dozen meadows", ("around", "a dozen", "meadows")),
        ("three or four swarms", ("", "three or four", "swarms")),
        ("€9.50", ("", "€9.50", "")),
        ("two thirds", ("", "two thirds", "")),
        ("a hundred and fifty hives", ("", "a hundred and fifty", "hives")),
        ("seven-week", ("", "seven", "week")),
        ("30-year", ("", "30", "year")),
        ("one million twenty-frame boxes", ("", "one million", "twenty-frame boxes")),
        ("no number at all", ("no number at all", "", "")),
    ],
)
def test_words_are_cut_around_the_number(words, parts):
    assert split(words) == parts
