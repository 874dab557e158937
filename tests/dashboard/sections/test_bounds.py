"""How precise a number is, in sentences."""

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
        (
            "honey-before",
            "Between 84.85\N{NO-BREAK SPACE}t and 85.82\N{NO-BREAK SPACE}t, by the rounding of its parts.",
        ),
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
        ("honey-growth-report", {"Rounding": "Printed to 0.1%: from 12.45% to 12.55%."}),
        ("losses-report", {"Upper bound": "9%, itself not included", "Rounding": "Printed to 1%."}),
        ("founders-1888", {"Rounding": "Printed as 24 keepers: a count, to the last one."}),
        ("mite-treatment-report", {"Rounding": "Printed as two thirds: no last digit says how precise it is."}),
        (
            "hives-both",
            {
                "Lower bound": "600 hives, itself not included",
                "Rounding": "It rests on a number that ends in zeros and may be rounded.",
            },
        ),
    ],
)
def test_a_bound_is_what_words_set_and_rounding_is_told_apart(data: Snapshot, name: str, expected: dict) -> None:
    found = bounds.limits(data.register.numbers[name])
    assert {what: said.replace("\N{NO-BREAK SPACE}", " ") for what, said in found} == expected


@pytest.mark.parametrize(
    ("value", "printed", "unit", "sentence"),
    [
        ("50", "50", "hives", "Printed as 50: may be rounded to tens."),
        ("600", "600", "hives", "Printed as 600: may be rounded to hundreds."),
        ("380000", "380,000", "hives", "Printed as 380,000: may be rounded to tens of thousands."),
        ("1000000", "one million", "hives", "Printed as one million: may be rounded to millions."),
        ("300000000", "300 million", "hives", "Printed as 300 million: may be rounded to hundreds of millions."),
        ("2500000", "2.5 million", "hives", "Printed to 100,000 hives: from 2.45 to 2.55 million hives."),
        ("7", "7", "hives", "Printed to the last whole number: from 6.5 to 7.5 hives."),
        ("73150000000", "€73.15 billion", "euros", "Printed to €10 million: from €73.145 to €73.155 billion."),
        ("8", "8 euros", "euros", "Printed to €1: from €7.5 to €8.5."),
        ("9070645655", "9070645655 euros", "euros", "Printed to €1."),
        ("0.50", "50 cents", "euros", "Printed as 50 cents: may be rounded to €0.1."),
    ],
)
def test_possible_rounding_is_said_and_zeros_give_no_bounds(
    data: Snapshot, value: str, printed: str, unit: str, sentence: str
) -> None:
    number = data.register.numbers["honey-report"]
    amount = amounts.stated(Decimal(value), "exact", read(printed), discrete=False)
    changed = replace(number, amount=amount, printed=printed, words=printed, unit=data.register.units[unit])
    assert bounds.precise(changed).replace("\N{NO-BREAK SPACE}", " ") == sentence


def test_words_and_ranges_say_more_than_digits(data: Snapshot) -> None:
    numbers = data.register.numbers
    for name in ("losses-report", "jar-price-report", "hives-letter", "hives-both"):
        assert bounds.precise(numbers[name]) == bounds.stated(numbers[name])
    assert bounds.precise(numbers["honey-report"]).startswith("Printed to the last whole number: from 95.5 to ")


def test_a_word_of_ours_is_not_quoted(data: Snapshot) -> None:
    number = replace(data.register.numbers["hives-report"], printed="")
    assert bounds.stated(number).startswith("The qualifier “nearly” sets a bound")


def test_what_is_calculated_from_counts_or_about_says_so(data: Snapshot) -> None:
    number = data.register.numbers["honey-before"]
    whole = replace(number, amount=amounts.plain(Decimal(9)))
    assert bounds.limits(whole) == []
    assert bounds.precise(whole) == "As exact as the numbers it is calculated from."
    assert bounds.stated(replace(number, qualifier="about")).startswith("Approximate, as a number it is")


def test_what_is_not_printed_has_no_known_rounding(data: Snapshot) -> None:
    number = replace(data.register.numbers["founders-1888"], printed="")
    assert bounds.limits(number) == [("Rounding", ROUNDINGS["unprinted"].meaning)]


def test_a_qualifier_without_a_word_before_it_is_named(data: Snapshot) -> None:
    number = replace(data.register.numbers["hives-report"], words="4,000 hives")
    assert bounds.stated(number).startswith("The qualifier “nearly” sets a bound: less than ")
