"""One number: what it says, how much that is, and where it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from validation import vocabulary as codes
from validation.model import observations
from validation.model.readings import reading_of
from validation.model.register import Register
from validation.quantities import amounts

COUNTED = {
    "observation_id": "hives-census",
    "indicator_id": "hives",
    "area_id": "ash-valley",
    "period": "2021",
    "period_basis": "stated",
    "value": "1234567.89",
    "unit_id": "hives",
    "qualifier": "about",
    "status": "A",
    "source_id": "census",
    "locator": "Table 1",
}
CENSUS = {"source_id": "census", "kind": "reference", "title": "Bee census", "url": "https://bees.example"}
SUM = {
    "derivation_id": "less-hives",
    "indicator_id": "hives",
    "area_id": "ash-valley",
    "period": "2021",
    "formula": "[hives-report] / 2",
    "unit_id": "hives",
}


@pytest.mark.parametrize(
    ("name", "said", "parts"),
    [
        ("hives-report", "almost 4,000 hives", ("almost", "4,000", "hives")),
        ("losses-report", "below 9%", ("below", "9%", "")),
        ("markets-report", "45 per cent", ("", "45", "per cent")),
        ("meadows-report", "a dozen", ("", "a dozen", "")),
        ("mite-treatment-report", "two thirds", ("", "two thirds", "")),
        ("jar-price-report", "8 to 11 euros per jar", ("", "8 to 11", "euros per jar")),
        ("losses-letter", "Up to 15%", ("Up to", "15%", "")),
    ],
)
def test_a_number_keeps_its_sources_words(bees: Register, name: str, said: str, parts: tuple[str, str, str]) -> None:
    number = bees.observations[name]
    assert (number.said, number.parts) == (said, parts)
    assert number.marked == said


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("hives-letter", "around 4,600 hives"),
        ("markets-report", "45%"),
        ("meadows-report", "12 meadows"),
        ("mite-treatment-report", "two thirds"),
        ("jar-price-report", "€8 to €11"),
        ("meadow-area-letter", "5 km²"),
    ],
)
def test_drawings_have_a_number_in_one_style_with_its_source_s_qualifier(bees: Register, name: str, label: str) -> None:
    assert bees.observations[name].label.replace("\N{NO-BREAK SPACE}", " ") == label


@pytest.mark.parametrize(
    ("printed", "value", "label"),
    [
        ("9.50", "9.5", "9.50"),
        ("10.0 million", "10000000", "10.0 million"),
        ("1,200", "1200", "1,200"),
        ("73,100.0", "73100", "73,100.0"),
        ("73100.0", "73100", "73,100"),  # as a file of data has it
        ("2.0 to 3.5", "2", "2.0 to 3.5"),
        ("2 to 3.5", "2", "2 to 3.5"),
    ],
)
def test_a_label_has_the_zeros_behind_the_point_that_are_printed(
    edited: Callable[..., Register], printed: str, value: str, label: str
) -> None:
    row = COUNTED | {"printed": printed, "quote": f"{printed} of them", "value": value, "qualifier": "exact"}
    number = edited(sources=[CENSUS], observations=[row]).observations["hives-census"]
    assert number.label == f"{label}\N{NO-BREAK SPACE}hives"


@pytest.mark.parametrize(
    ("words", "printed", "parts"),
    [
        ("five ninths", "five ninths", ("", "five ninths", "")),
        ("over seven-month", "seven-month", ("over", "seven", "-month")),
        ("between 20 and 35 km", "between 20 and 35 km", ("between", "20 and 35", "km")),
        ("nearly one million twenty-foot units", "one million twenty-foot units",
         ("nearly", "one million", "twenty-foot units")),
        ("a dozen or so", "a dozen", ("", "a dozen", "or so")),
        ("about $73.15 billion", "$73.15 billion", ("about", "$73.15 billion", "")),
        ("under about 400,000 km²", "400,000 km²", ("under about", "400,000", "km²")),
        ("many", "many", ("", "many", "")),
    ],
)  # fmt: skip
def test_words_are_cut_as_they_are_read(words: str, printed: str, parts: tuple[str, str, str]) -> None:
    assert observations._cut(words, printed, reading_of(printed)) == parts


def test_what_is_not_quoted_is_written_out(edited: Callable[..., Register]) -> None:
    number = edited(sources=[CENSUS], observations=[COUNTED]).observations["hives-census"]
    assert number.said == "about 1,234,567.89\N{NO-BREAK SPACE}hives"
    assert number.parts == ("about", "1,234,567.89", "hives")
    assert number.value == Decimal("1234567.89")
    assert (number.marked, number.evidence, number.start) == ("", codes.OF_REFERENCE, None)


def test_a_square_in_a_reference_is_set_as_one(edited: Callable[..., Register]) -> None:
    printed = {"printed": "12 km2", "quote": "some 12 km2 of", "value": "12", "unit_id": "km2"}
    number = edited(sources=[CENSUS], observations=[COUNTED | {"indicator_id": "meadow-area", **printed}]).observations[
        "hives-census"
    ]
    assert (number.words, number.said, number.parts) == ("some 12 km2", "some 12 km²", ("some", "12", "km²"))
    assert number.marked == "some 12 km2"


@pytest.mark.parametrize(
    ("printed", "value", "said"),
    [
        ("1669300000", "1669300000", "1.6693 billion\N{NO-BREAK SPACE}hives"),
        ("282473.00", "282473", "282,473\N{NO-BREAK SPACE}hives"),
        ("282,473", "282473", "282,473"),
        ("4600", "4600", "4600"),
        ("282473 hives", "282473", "282473 hives"),
    ],
)
def test_bare_digits_of_a_file_are_set_as_people_read_them(
    edited: Callable[..., Register], printed: str, value: str, said: str
) -> None:
    cells = {"printed": printed, "value": value, "qualifier": "exact"}
    number = edited(sources=[CENSUS], observations=[COUNTED | cells]).observations["hives-census"]
    assert (number.said, number.words) == (said, printed)


def test_numbers_of_an_indicator_are_compared_in_its_unit(bees: Register) -> None:
    wide, own = bees.observations["meadow-area-letter"], bees.observations["meadow-area-report"]
    assert (wide.common, own.common) == (500.0, 350.0)
    assert (wide.converted, own.converted) == ("500\N{NO-BREAK SPACE}ha", "")
    assert wide.common_amount.value == 500
    assert own.common_amount is own.amount


def test_a_range_has_two_ends(bees: Register) -> None:
    price = bees.observations["jar-price-report"]
    assert (price.value, price.upper, price.top) == (8, 11, 11.0)
    assert (price.qualifier, price.amount.qualifier) == (codes.EXACT, codes.RANGE)
    assert bees.observations["hives-report"].upper is None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("0.000001", "0.000001"),
        ("999999.999", "999,999.999"),
        ("12345678901234567890.5", "12,345,678,901,234,567,890.5"),
        ("240110000000", "240.11 billion"),
        ("5848821000", "5,848,821,000"),
        ("-1500000", "−1.5 million"),
    ],
)
def test_no_digit_of_a_number_in_our_words_gets_lost(edited: Callable[..., Register], value: str, said: str) -> None:
    number = edited(sources=[CENSUS], observations=[COUNTED | {"value": value}]).observations["hives-census"]
    assert number.said == f"about {said}\N{NO-BREAK SPACE}hives"


@pytest.mark.parametrize(
    ("name", "bounds", "rounding"),
    [
        ("hives-report", "words", "zeros"),
        ("jar-price-report", "range", "digits"),
        ("honey-report", "none", "digits"),
        ("honey-letter", "none", "zeros"),
        ("founders-1888", "none", "none"),
        ("mite-treatment-report", "none", "none"),
    ],
)
def test_bounds_come_from_words_and_rounding_from_digits(bees: Register, name: str, bounds: str, rounding: str) -> None:
    number = bees.observations[name]
    assert (number.bounds_from, number.rounding) == (bounds, rounding)


@pytest.mark.parametrize(
    ("formula", "source", "is_sum"),
    [
        ("[losses-report] + [markets-report]", "honey-year", True),
        ("[losses-report]+[markets-report] + [mite-treatment-report]", "honey-year", True),
        ("[losses-report] + [losses-letter]", "", False),
        ("[markets-report] - [losses-report]", "honey-year", False),
        ("[losses-report] + 1", "honey-year", False),
        ("[losses-report]", "honey-year", False),
    ],
)
def test_a_sum_of_one_source_s_numbers_is_as_good_as_its_own(
    edited: Callable[..., Register], formula: str, source: str, is_sum: bool
) -> None:
    row = SUM | {"indicator_id": "losses", "unit_id": "percent", "formula": formula}
    number = edited(derivations=[row]).derived["less-hives"]
    assert (number.source.id, number.is_sum, number.told_by.id) == (source, is_sum, source if is_sum else "")
    assert number.origin == "calculated"


@pytest.mark.parametrize(
    ("cells", "when"),
    [
        ({}, "2021"),
        ({"period_basis": "inferred"}, "2021 (inferred)"),
        ({"period_basis": "to-date"}, "2021 so far"),
        ({"period": "2021-06/2021-07", "period_basis": "to-date"}, "June–July 2021"),
        ({"period": "", "period_basis": "unstated"}, "period not stated"),
        ({"period": "2021-13"}, "period not stated"),
    ],
)
def test_the_period_is_told_with_its_basis(edited: Callable[..., Register], cells: dict, when: str) -> None:
    register = edited(sources=[CENSUS], observations=[COUNTED | cells])
    assert register.observations["hives-census"].when == when


@pytest.mark.parametrize(
    ("cells", "is_part"),
    [
        ({"period": "2021"}, False),
        ({"period": "2021-01/2021-09"}, True),
        ({"period": "2021-33"}, True),
        ({"period": "2021-06"}, False),
        ({"period": "2019/2021"}, False),
        ({"period": "2021", "period_basis": "to-date"}, True),
        ({"period": "2021-01/2021-09", "indicator_id": "losses", "unit_id": "percent"}, False),
        ({"period": "", "period_basis": "unstated"}, False),
    ],
)
def test_what_came_about_in_a_part_of_a_year_is_told_from_a_year(
    edited: Callable[..., Register], cells: dict, is_part: bool
) -> None:
    register = edited(sources=[CENSUS], observations=[COUNTED | cells])
    assert register.observations["hives-census"].is_part_year is is_part


def test_a_calculated_number_has_the_shape_of_a_stated_one(edited: Callable[..., Register]) -> None:
    number = edited(derivations=[SUM]).derived["less-hives"]
    assert (number.is_calculated, number.source.id, number.evidence) == (True, "honey-year", codes.OF_CALCULATION)
    assert (number.qualifier, number.said, number.when) == (codes.UNDER, "under 2,000\N{NO-BREAK SPACE}hives", "2021")
    assert [one.id for one in number.operands] == ["hives-report"]
    assert number.position == 2000


def test_nothing_changes_a_number(bees: Register) -> None:
    with pytest.raises(FrozenInstanceError):
        bees.observations["hives-report"].status = "U"  # ty: ignore[invalid-assignment]


def test_every_qualifier_has_a_word_to_be_told_with() -> None:
    exact = amounts.stated(Decimal(12), codes.EXACT, None, discrete=False)
    for code, mark in codes.QUALIFIERS.items():
        words = observations.stated_words("", "", exact, code, "kg")
        assert words == f"{mark.said[0] if mark.said else ''} 12\N{NO-BREAK SPACE}kg".strip()


def test_a_label_begins_no_quotation_that_it_does_not_end(edited: Callable[..., Register]) -> None:
    words = 'estimated "between 3,000 and 4,000" hives'
    row = COUNTED | {"printed": "3,000 and 4,000", "quote": words, "value": "3000", "qualifier": "about"}
    number = edited(sources=[CENSUS], observations=[row]).observations["hives-census"]
    assert '"' not in number.label
    assert "between" not in number.label


def test_one_of_a_unit_is_told_in_the_singular(edited: Callable[..., Register]) -> None:
    row = COUNTED | {"printed": "1", "quote": "1 of them", "value": "1", "qualifier": "exact"}
    number = edited(sources=[CENSUS], observations=[row]).observations["hives-census"]
    assert number.label == "1\N{NO-BREAK SPACE}hive"


def test_what_is_quickly_said_is_not_kept(edited: Callable[..., Register]) -> None:
    number = edited().observations["hives-report"]
    before = {*vars(number)}
    assert "" not in (number.said, number.when)
    assert {*vars(number)} == before
