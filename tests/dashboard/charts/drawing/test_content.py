from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.charts.drawing.content import Drawing, Name, cut, equal, names, note, short_source, short_sources
from tests.dashboard.charts import bees
from tests.dashboard.charts.bees import SOURCES, drawing
from validation import vocabulary as codes
from validation.model.observations import Observation


def hives(said: str, value: float, qualifier: str = codes.EXACT, **more: Any) -> Observation:
    return bees.number("Hives", said, value, qualifier=qualifier, **more)


def titles(drawing: Drawing) -> list[str]:
    return [quantity.title for quantity in drawing.quantities]


def test_names_say_only_what_tells_numbers_apart() -> None:
    assert names([hives("9", 9), bees.number("Keepers", "2", 2)]) == [Name("Hives"), Name("Keepers")]
    numbers = [
        hives("9", 9, period="2020"),
        hives("8", 8, area="Lower Valley", source="letter"),
        bees.calculated("Sum", "17", 17),
    ]
    assert names(numbers) == [
        Name("Hives, Upper Valley", "2020 · Hedgerow Press"),
        Name("Hives, Lower Valley", "2021 · Meadow Weekly"),
        Name("Sum", "calculated"),
    ]
    assert list(drawing(*numbers).names) == [number.id for number in numbers]


def test_sources_are_named_shortly_and_never_alike() -> None:
    almanac, letter = SOURCES["almanac"], SOURCES["letter"]
    assert short_sources([almanac, letter, almanac]) == {"almanac": "Hedgerow Press", "letter": "Meadow Weekly"}
    same = replace(letter, publisher="Hedgerow Press")
    assert short_sources([almanac, same])["letter"] == "A Letter on Swarms…"
    keeper = replace(same, author="Anna Wicker")
    assert short_sources([almanac, keeper])["letter"] == "Anna Wicker"
    assert short_source(replace(keeper, publisher="")) == "Anna Wicker"
    assert short_source(replace(keeper, short_name="The Letter")) == "The Letter"
    twins = [replace(one, publisher="", title=f"The long and winding annals of {one.id}") for one in (almanac, letter)]
    assert short_sources(twins)["letter"] == "The long and winding annals of letter"


def test_references_are_named_by_their_publisher_though_several_have_it() -> None:
    same = [replace(SOURCES[name], publisher="Hedgerow Press") for name in ("census", "survey")]
    assert short_sources(same) == {"census": "Hedgerow Press", "survey": "Hedgerow Press"}


def test_what_is_calculated_has_no_source_to_name() -> None:
    drawn = drawing(hives("9", 9), bees.calculated("Sum", "17", 17))
    assert list(drawn.sources.values()) == ["Hedgerow Press", "calculated"]


def test_a_sum_of_one_source_s_numbers_is_named_after_it() -> None:
    total = replace(bees.calculated("Sum", "17", 17), formula="[a] + [b]", source=bees.SOURCES["almanac"])
    drawn = drawing(hives("9", 9), total)
    assert list(drawn.sources.values()) == ["Hedgerow Press", "Hedgerow Press, sum"]
    assert drawn.stated == list(drawn.numbers)
    assert drawn.names[total.id].detail == "Hedgerow Press, sum"


def test_titles_are_cut_at_a_word_that_says_something() -> None:
    assert cut("National Hive Census") == "National Hive Census"
    assert cut("A Letter on Swarms and What Became of Them") == "A Letter on Swarms…"
    assert cut("Supercalifragilisticexpialidocious") == "Supercalifragilisticexpial…"


def test_what_is_in_another_unit_says_what_it_comes_to() -> None:
    meadows, clover, *_ = bees.MEADOWS.numbers
    assert (equal(meadows), equal(clover)) == ("", "= 8.09\N{NO-BREAK SPACE}km²")


def test_a_note_names_the_source_and_what_it_prints() -> None:
    assert note(bees.dating("1981", "1981", "letter")) == "“1981” in Meadow Weekly"
    assert note(bees.dating("in 1979", "1979", "almanac", codes.WRONG_DATE)) == (
        "“in 1979” in Hedgerow Press, wrong date (medium confidence)"
    )


@pytest.mark.parametrize(
    ("other", "title"),
    [
        ({"period": "2022"}, "Hives, 2022"),
        ({"period": "2021-01/2021-04"}, "Hives, January–April 2021"),
        ({"period": "", "period_basis": codes.UNSTATED}, "Hives, period not stated"),
        ({"period_basis": codes.TO_DATE}, "Hives, 2021 so far"),
        ({"area": "Lower Valley"}, "Hives, Lower Valley"),
        ({"indicator": "skeps"}, "Hives (skeps)"),
    ],
)
def test_accounts_of_one_quantity_stand_together_under_a_title_that_tells_it_from_others(
    other: dict[str, str], title: str
) -> None:
    assert titles(drawing(hives("9", 9), hives("8", 8))) == ["Hives"]
    assert titles(drawing(hives("9", 9), hives("8", 8, **other)))[1:] == [title]


def test_what_has_no_period_is_an_account_of_nothing_else() -> None:
    undated = {"period": "", "period_basis": codes.UNSTATED}
    assert titles(drawing(hives("9", 9, **undated), hives("8", 8, **undated))) == ["Hives", "Hives"]


def test_titles_say_area_and_period_where_there_are_several() -> None:
    found = drawing(hives("9", 9), hives("8", 8, area="Lower Valley"), hives("7", 7, period="2020"))
    assert titles(found) == ["Hives, Upper Valley, 2021", "Hives, Lower Valley", "Hives, Upper Valley, 2020"]


def test_periods_of_one_thing_come_in_order_of_time_those_unknown_last() -> None:
    years = (hives("", 9, period=year) for year in ("", "2022", "-0043", "2021"))
    found = drawing(bees.number("Skeps", "1", 1), *years).in_time()
    assert [number.period.short if number.period else "" for number in found.numbers] == [
        *("2021", "44 BC", "2021", "2022", "")
    ]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (hives("over 30", 30, codes.OVER), hives("33", 33), codes.AGREE),
        (hives("over 30", 30, codes.OVER), hives("20", 20), codes.CONFLICT),
        (hives("at least 30", 30, codes.AT_LEAST), hives("30", 30), codes.AGREE),
        (hives("nearly 30", 30, codes.NEARLY), hives("33", 33), codes.CONFLICT),
        (hives("about 30", 30, codes.ABOUT), hives("90", 90), codes.AGREE),
        (hives("over 30", 30, codes.OVER), hives("30", 30), codes.CONFLICT),
    ],
)
def test_accounts_contradict_where_they_cannot_both_be_true(one: Observation, other: Observation, verdict: str) -> None:
    for pair in ((one, other), (other, one)):
        (quantity,) = drawing(*pair).quantities
        assert quantity.verdict == verdict
    (judged,) = drawing(one, other, verdict=codes.DOUBT).quantities
    assert judged.verdict == codes.DOUBT, "what a person says of two accounts goes before what their numbers say"


def test_the_gravest_verdict_is_the_quantitys_and_on_those_accounts_that_have_it() -> None:
    nine, eight, about = hives("9", 9), hives("8", 8), hives("about 60", 60, codes.ABOUT)
    (quantity,) = replace(drawing(about, nine, eight), said={frozenset((nine.id, about.id)): codes.DOUBT}).quantities
    assert quantity.verdict == codes.CONFLICT
    assert quantity.opposed == [(eight, nine)], "about 60 is no part of what contradicts"
    assert dict(quantity.verdicts)[frozenset((nine.id, about.id))] == codes.DOUBT
    (agreeing,) = drawing(nine, about).quantities
    assert (agreeing.verdict, agreeing.opposed) == (codes.AGREE, [])
    assert [one.verdict for one in bees.SWARMS.quantities] == [codes.CONFLICT, codes.AGREE]
