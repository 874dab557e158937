from __future__ import annotations

import pytest

from dashboard.charts.drawing import growths
from tests.dashboard.charts import bees
from validation import vocabulary as codes

NUMBERS = bees.HONEY.numbers


def test_changes_find_their_levels_bases_and_steps() -> None:
    honey, price, wax = growths.pair(NUMBERS)
    assert (honey.name, honey.said) == ("Honey yield", "up 12.5%")
    assert [number.said for number in honey.numbers] == ["12.5%", "96,000 kg", "85,333 kg", "10,667 kg"]
    assert (price.name, price.said, price.base) == ("Price of a jar", "down 5%", None)
    assert (wax.name, wax.said, wax.level) == ("Wax sales", "up more than 30%", None)


@pytest.mark.parametrize(("words", "qualifier"), [("over 13%", codes.OVER), ("13%", codes.EXACT)])
def test_a_fall_is_told_by_its_size(words: str, qualifier: str) -> None:
    fall = bees.number("Fall of swarms", words, -13, "percent", qualifier, measure=codes.CHANGE)
    assert growths.pair([fall])[0].said == f"down {words}"


def test_of_several_levels_the_one_of_the_same_period_is_taken() -> None:
    other = bees.number("Honey yield", "70,000 kg", 70000, "kg", indicator="honey", period="2019")
    level = growths.pair([other, *NUMBERS])[0].level
    assert level is NUMBERS[0]


def test_a_period_that_is_written_otherwise_is_the_same() -> None:
    level = bees.number("Swarms", "9", 9, period="2021-01/2021-12", period_basis=codes.INFERRED)
    change = bees.number("Growth", "2%", 2, "percent", measure=codes.CHANGE, change_of="swarms")
    assert growths.pair([level, change])[0].level is level


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Growth of honey yield", "Honey yield"),
        ("Honey yield growth", "Honey yield"),
        ("Decline in swarms", "Swarms"),
        ("Growth", "Growth"),
    ],
)
def test_what_changes_is_named_without_the_word_for_change(name: str, what: str) -> None:
    assert growths.subject(name) == what


def test_a_base_goes_to_the_documents_growth_before_a_references() -> None:
    census = {"source": "census", "period_basis": codes.TO_DATE}
    change = {"indicator": "growth", "measure": codes.CHANGE, "change_of": "honey"}
    more = [
        bees.number("Growth of honey yield", "12.6%", 12.6, "percent", **change, **census),
        bees.number("Honey yield", "96,100 kg", 96100, "kg", indicator="honey", **census),
    ]
    found = growths.pair([*more, *NUMBERS])
    assert [bool(one.base) for one in found if one.name == "Honey yield"] == [False, True]
    assert [one.level.said for one in found if one.level][:2] == ["96,100 kg", "96,000 kg"]


def test_without_a_level_nothing_is_implied() -> None:
    change, base, step = NUMBERS[1:4]
    assert growths.pair([change, base, step])[0].numbers == [change]
    assert growths.unpaired([change, base, step]) == [base, step]


def test_bounds_go_before_rounding() -> None:
    assert growths.interval(NUMBERS[2]) == (84850, 85820)
    bounded = bees.calculated("Honey yield", "85,333 kg", 85333.3, "kg", low=85000, high=85500, rounded=(84850, 85820))
    assert growths.interval(bounded) == (85000, 85500)
    assert growths.interval(bees.calculated("Honey yield", "85,333 kg", 85333.3)) == (85333.3, 85333.3)


def test_numbers_that_would_not_all_be_drawn_do_not_fit() -> None:
    assert growths.fits(NUMBERS)
    assert not growths.fits([*NUMBERS, bees.number("Hives", "9", 9)])
    assert not growths.fits(bees.COLONIES.numbers)
    assert not growths.fits([bees.of(number, unit=bees.UNITS["kg"]) for number in NUMBERS])
    assert not growths.fits([bees.number("Growth", "−100%", -100, "percent", measure=codes.CHANGE)])


def test_a_change_that_is_not_in_percent_is_no_growth() -> None:
    more = bees.number("Increase of honey yield", "10,667 kg", 10667, "kg", measure=codes.CHANGE, change_of="honey")
    assert [one.change.said for one in growths.pair([more, *NUMBERS])] == ["12.5%", "5%", "more than 30%"]
    assert growths.unpaired([more, *NUMBERS]) == [more]
