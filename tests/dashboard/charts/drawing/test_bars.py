"""Stated numbers and shares, which are drawn with the same bars."""

from __future__ import annotations

import pytest

from dashboard.charts.kinds import shares, stated
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.bees import drawing, number
from tests.dashboard.charts.boxes import boxes, texts
from validation import vocabulary as codes


def lengths(figure: dict) -> list[float]:
    return [bar["x"][0] for bar in figure["data"]]


def test_bars_are_as_long_as_stated_and_longest_first() -> None:
    starting = [bar for bar in stated.draw(bees.COLONIES)["data"] if not bar["base"][0]]
    assert [bar["x"][0] for bar in starting] == [4000, 3150, 1200, 800, 300, 90]
    heights = [bar["y"][0] for bar in starting]
    assert heights == sorted(heights)


def test_units_never_share_an_axis() -> None:
    figure = stated.draw(drawing(*bees.COLONIES.numbers, number("Honey", "90 kg", 90, "kg")))
    assert {bar["xaxis"] for bar in figure["data"]} == {"x", "x2"}
    assert figure["layout"]["xaxis"]["range"] != figure["layout"]["xaxis2"]["range"]
    assert {"Hives", "Kilograms"} <= set(texts(figure))


def test_rows_are_told_apart_beside_their_bars_and_above_them_on_a_phone() -> None:
    years = drawing(*(number("Hives", str(value), value, period=str(value)) for value in (1990, 2000)))

    def place(width: int) -> tuple[float, float, float]:
        figure = stated.draw(years, width=width)
        lead = next(box for text, box in boxes(figure, width) if text.startswith("2000 Hedgerow"))
        bar = next(bar for bar in figure["data"] if bar["x"] == [2000])
        return lead.right - figure["layout"]["margin"]["l"], (lead.top + lead.bottom) / 2, bar["y"][0]

    right, middle, bar = place(880)
    assert right < 0
    assert abs(middle - bar) < 12
    right, middle, bar = place(390)
    assert right > 0
    assert middle < bar - 12


def test_what_rows_have_in_common_stands_over_them_once() -> None:
    one, other = number("Hives", "90", 90), number("Hives", "80", 80, source="census")
    text = texts(stated.draw(drawing(one, other, number("Skeps", "70", 70, period="2020"))))
    assert {"Hives 2021", "Hedgerow Press", "Office of Apiculture"} <= set(text)
    text = texts(stated.draw(drawing(one, bees.number("Hives", "80", 80, period="2020"))))
    assert {"Hives", "2021 Hedgerow Press", "2020 Hedgerow Press"} <= set(text)


def test_long_words_are_broken_beside_their_bar() -> None:
    words = "nearly five hundred, as the keepers of the valley count them on the last warm day of the year"
    hives = bees.calculated("Hives", words, 500)
    figure = stated.draw(drawing(hives, number("Skeps", "30", 30)), width=390)
    box = next(box for text, box in boxes(figure, 390) if text.startswith("nearly"))
    assert box.bottom - box.top > 60
    assert box.right <= 390


def test_units_that_convert_share_an_axis_and_say_what_they_come_to() -> None:
    figure = stated.draw(bees.MEADOWS)
    assert lengths(figure) == [40, 8.09, 3.5, 0.2]
    assert {bar["xaxis"] for bar in figure["data"]} == {"x"}
    assert "about 2,000 = 8.09\N{NO-BREAK SPACE}km²" in texts(figure)


def test_documents_stand_out_from_what_they_are_held_against() -> None:
    census = number("Hives", "80", 80, source="census")
    document, reference = stated.draw(drawing(number("Hives", "90", 90), census))["data"]
    looks = theme.of_document("light"), theme.of_reference("light")
    assert [(bar["marker"]["color"], bar["width"]) for bar in (document, reference)] == [
        (look.color, look.thick) for look in looks
    ]
    alone = stated.draw(drawing(census))["data"][0]["marker"]
    assert alone == reference["marker"], "and alone too, so that a color has one meaning"


def test_several_periods_of_one_thing_follow_one_another_in_time() -> None:
    hives = {"": 60, "2023": 90, "2022": 70}
    numbers = [number("Hives", str(value), value, period=period) for period, value in hives.items()]
    assert lengths(stated.draw(drawing(*numbers, number("Skeps", "80", 80)))) == [70, 90, 60, 80]


def test_a_calculated_bound_stands_where_it_bounds() -> None:
    less = bees.calculated("Hives left", "under 90", 120, high=90)
    more = bees.calculated("Hives kept", "over 80", 120, low=80)
    assert lengths(stated.draw(drawing(less, more))) == [90, 80]


def test_negative_numbers_go_left_of_zero() -> None:
    figure = stated.draw(drawing(number("Gain", "90", 90), number("Loss", "−40", -40)))
    low, high = figure["layout"]["xaxis"]["range"]
    assert low == -40
    assert high > 90


def test_zero_alone_can_be_drawn() -> None:
    figure = stated.draw(drawing(number("Hives", "no hives", 0), number("Skeps", "none", 0)))
    assert figure["layout"]["height"] > 50


def test_shares_lie_on_an_axis_to_the_whole() -> None:
    figure = shares.draw(bees.SURVEY)
    assert {text for text in texts(figure) if text.endswith("0%") and len(text) < 5} >= {"0%", "100%"}
    assert figure["layout"]["xaxis"]["range"][1] >= 100


def test_accounts_of_a_share_stand_together_each_named() -> None:
    figure = shares.draw(bees.SURVEY)
    assert texts(figure).count("Keepers who treat against mites") == 1
    named = [text for text in texts(figure) if "Hedgerow Press" in text or "Meadow Weekly" in text]
    assert len(named) == len(bees.SURVEY.numbers)


def test_shares_come_from_the_largest_down_and_what_is_ours_last() -> None:
    ours = bees.calculated("Keepers who sell", "90%", 90, "percent", measure=codes.SHARE)
    figure = shares.draw(drawing(ours, *(one for one in bees.SURVEY.numbers if one.source.id == "almanac")))
    assert lengths(figure) == [66.6667, 45, 12, 90]


def test_things_of_one_name_and_several_units_are_several_groups() -> None:
    yields = [number("Yield", "90", 90 - i, unit) for unit in ("kg", "hives") for i in range(2)]
    bars = stated.draw(drawing(*yields))["data"]
    assert [(bar["customdata"][0], bar["xaxis"]) for bar in bars] == [
        (one.id, axis) for one, axis in zip(yields, ("x", "x", "x2", "x2"), strict=True)
    ]


@pytest.mark.parametrize(
    ("values", "said"), [((60, 45), "The shares overlap: they add up to more than 100%."), ((60, 40), "")]
)
def test_shares_overlap_when_they_add_up_to_more_than_the_whole(values: tuple[int, int], said: str) -> None:
    answers = [number(f"Answer {value}", f"{value}%", value, "percent", measure=codes.SHARE) for value in values]
    assert shares.overlap(answers) == said


def test_two_accounts_of_a_share_do_not_add_up() -> None:
    accounts = [
        number("Answer", "60%", 60, "percent", measure=codes.SHARE),
        number("Answer", "55%", 55, "percent", measure=codes.SHARE, source="letter"),
        bees.calculated("Sum", "115%", 115, "percent"),
    ]
    assert shares.overlap(accounts) == ""
