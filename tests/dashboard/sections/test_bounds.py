"""What a number leaves open, in sentences."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.sections import bounds
from dashboard.state.store import Snapshot
from validation.language.printed import read
from validation.quantities import amounts
from validation.vocabulary import ROUNDINGS


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("honey-report", "No word before or behind it says more, less or about."),
        ("hives-report", "“almost” sets a bound: less than 4,000\N{NO-BREAK SPACE}hives, but close to it."),
        ("hives-letter", "“Around”: approximate. It sets no bound, and none is made up here."),
        (
            "honey-per-hive-report",
            "“at least” sets a bound: 12\N{NO-BREAK SPACE}kg or more. Where it ends is not stated.",
        ),
        ("losses-report", "“below” sets a bound: less than 9%. How much less is not stated."),
        ("losses-letter", "“Up to” sets a bound: 15% or less. How much less is not stated."),
        ("jar-price-report", "A range: from €8 to €11."),
        ("honey-before", "What the numbers it is calculated from leave open, and no more."),
        ("hives-both", "More than about 600\N{NO-BREAK SPACE}hives. Where it ends is not stated."),
    ],
)
def test_the_words_set_the_bounds(data: Snapshot, name: str, sentence: str) -> None:
    assert bounds.stated(data.register.numbers[name]) == sentence


def test_the_qualifier_of_a_fall_speaks_of_its_size(data: Snapshot) -> None:
    number = data.register.numbers["honey-growth-report"]
    amount = amounts.stated(Decimal(-13), "over", read("13%"), discrete=False)
    fall = replace(number, amount=amount, qualifier="over", words="more than 13%", printed="13%")
    assert bounds.stated(fall) == "“more than” sets a bound of its size: more than 13%. Where it ends is not stated."
    assert bounds.limits(fall)[0] == ("Upper bound", "−13%, itself not included")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("honey-growth-report", {"Rounding": "May be rounded to its last printed digit: from 12.45% to 12.55%."}),
        (
            "losses-report",
            {
                "Upper bound": "9%, itself not included",
                "Rounding": "May be rounded to its last printed digit: from 8.5% to 9.5%.",
            },
        ),
        ("founders-1888", {"Rounding": ROUNDINGS["none"].meaning}),
        (
            "hives-both",
            {
                "Lower bound": "600 hives, itself not included",
                "Rounding": "From the rounding of the numbers it is calculated from: from 50 hives to 1,150 hives.",
            },
        ),
    ],
)
def test_a_bound_is_what_words_set_and_rounding_is_told_apart(data: Snapshot, name: str, expected: dict) -> None:
    found = bounds.limits(data.register.numbers[name])
    assert {what: said.replace("\N{NO-BREAK SPACE}", " ") for what, said in found} == expected


def test_a_word_of_ours_is_not_quoted(data: Snapshot) -> None:
    number = replace(data.register.numbers["hives-report"], printed="")
    assert bounds.stated(number).startswith("The qualifier “nearly” sets a bound")


def test_what_is_calculated_from_counts_or_about_says_so(data: Snapshot) -> None:
    number = data.register.numbers["honey-before"]
    whole = replace(number, amount=amounts.plain(Decimal(9)))
    assert bounds.limits(whole) == []
    assert bounds.stated(replace(number, qualifier="about")).startswith("Approximate, as a number it is")


def test_what_is_not_printed_has_no_known_rounding(data: Snapshot) -> None:
    number = replace(data.register.numbers["founders-1888"], printed="")
    assert bounds.limits(number) == [("Rounding", ROUNDINGS["unprinted"].meaning)]


def test_zeros_taken_for_rounding_are_called_an_assumption(data: Snapshot) -> None:
    number = data.register.numbers["honey-report"]
    assumed = replace(number, amount=replace(number.amount, assumed=True))
    assert "an assumption" in bounds.limits(assumed)[-1][1]


def test_a_qualifier_without_a_word_before_it_is_named(data: Snapshot) -> None:
    number = replace(data.register.numbers["hives-report"], words="4,000 hives")
    assert bounds.stated(number).startswith("The qualifier “nearly” sets a bound: less than ")
