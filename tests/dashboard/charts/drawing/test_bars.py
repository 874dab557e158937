"""Stated numbers and shares, which are drawn with the same bars."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts.kinds import shares, stated
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.bees import drawing, number
from tests.dashboard.charts.boxes import boxes, texts
from validation import vocabulary as codes
from validation.model.observations import Observation
from validation.model.subjects import Source


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
    assert {"Hives", f"Kilograms{stated.OWN_SCALE}"} <= set(texts(figure))


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


def test_groups_of_one_indicator_stand_together_and_each_is_of_an_area() -> None:
    kept = [number("Hives", str(size), size, area=area) for area, size in (("Hill", 90), ("Mill", 50))]
    skeps = number("Skeps", "70", 70, area="Hill", period="2020-01/2020-09")
    found = [
        text for text in texts(stated.draw(drawing(*kept, skeps))) if text.split(" ")[0] in ("Hill", "Mill", "Skeps")
    ]
    assert found == ["Hill Hives, 2021", "Mill 2021", "Skeps Hill, January–September 2020"]


def test_the_one_area_of_a_drawing_is_not_named() -> None:
    assert "Upper Valley" not in " ".join(texts(stated.draw(bees.COLONIES)))


def test_a_source_s_name_is_written_as_it_is() -> None:
    small = {"source": Source("hive-count", codes.REFERENCE, "hive-count.org", short_name="hive-count.org")}
    one, other = number("Hives", "90", 90), replace(number("Hives", "80", 80), **small)
    ours = bees.calculated("Hives", "70", 70, period="2021")
    assert {"hive-count.org", "Calculated"} <= set(texts(stated.draw(drawing(one, other, ours))))
    assert "2020 hive-count.org" in texts(
        stated.draw(drawing(one, replace(number("Hives", "80", 80, period="2020"), **small)))
    )


def test_things_are_counted_in_whole_ticks() -> None:
    def ticks(**more: str) -> list[str]:
        figure = stated.draw(drawing(number("Hives", "4", 4, **more), number("Skeps", "3", 3, **more)))
        return [text for text in texts(figure) if text.replace(".", "").isdecimal()]

    assert {"0.5", "1"} <= set(ticks(measure="level"))
    assert ticks() == ["0", "1", "2", "3", "4"]


def test_a_number_of_no_time_is_dotted_beside_parts_of_a_year() -> None:
    part, loose = number("Swarms", "90", 90, period="2021-01/2021-04"), number("Hives", "80", 80, period="")

    def patterns(*numbers: Observation) -> list[str]:
        return [bar["marker"].get("pattern", {}).get("shape", "") for bar in stated.draw(drawing(*numbers))["data"]]

    assert patterns(part, loose) == ["/", "."]
    assert patterns(part, loose, number("Hives", "70", 70)) == ["/", "", ""], "the others are of whole years"
    assert patterns(replace(part, period=loose.period), loose) == ["", ""]


def test_on_a_phone_lines_stand_beside_bars_and_not_in_words() -> None:
    years = drawing(*(number("Hives", str(value), value, period=str(value)) for value in (1990, 2000)))
    for width, several in ((390, True), (880, False)):
        figure = stated.draw(years, width=width)
        lines = {(shape["y0"], shape["y1"]) for shape in figure["layout"]["shapes"] if shape["type"] == "line"}
        leads = [box for text, box in boxes(figure, width) if "Hedgerow" in text]
        assert (len(lines) > 1) == several
        assert several != any(top < (box.top + box.bottom) / 2 < bottom for top, bottom in lines for box in leads)


def test_shares_among_other_numbers_lie_on_an_axis_to_the_whole_too() -> None:
    numbers = [number("Keepers", f"{size}%", size, "percent", measure=codes.SHARE) for size in (30, 40)]
    figure = stated.draw(drawing(*numbers, number("Hives", "90", 90), number("Skeps", "80", 80)))
    assert max(figure["layout"][axis]["range"][1] for axis in ("xaxis", "xaxis2")) >= 100
