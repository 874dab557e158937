from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts.kinds import growth
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import texts
from validation import vocabulary as codes

NUMBERS = bees.HONEY.numbers


def test_numbers_of_no_growth_are_drawn_as_what_is_stated_besides() -> None:
    drawing = bees.drawing(*NUMBERS, *bees.ODDS.numbers[1:])
    figure = growth.draw(drawing)
    assert {name for trace in figure["data"] for name in trace["customdata"]} == {one.id for one in drawing.numbers}
    assert "Also stated" in texts(figure)
    assert {trace["xaxis"] for trace in figure["data"] if trace["type"] == "bar"} == {"x", "x2", "x3"}


def test_before_is_one_length_for_all_and_after_is_as_long_as_the_growth_says() -> None:
    data = growth.draw(bees.HONEY)["data"]
    bars = [bar["x"][0] for bar in data if bar["type"] == "bar"]
    assert bars == [100, 112.5, 100, 95, 100], "what has no level has no bar of after"
    assert [trace["x"] for trace in data if trace["type"] == "scatter"] == [[100, 112.5], [100, 95], [100, 130]]


def test_the_interval_of_what_came_before_is_drawn_and_written() -> None:
    figure = growth.draw(bees.HONEY)
    level = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "line" and shape["y0"] == shape["y1"]]
    assert (level[0]["x0"], level[0]["x1"]) == pytest.approx((100 * 84850 / 85333.3, 100 * 85820 / 85333.3))
    text = " ".join(texts(figure))
    assert "implied, 84,850 to 85,820" in text
    assert "up 12.5% 10,667 kg, implied" in text
    assert "up more than 30% level not stated" in text


def test_a_base_of_nothing_has_no_whisker() -> None:
    level = bees.number("Swarms", "none", 0, measure="level")
    change = bees.number("Growth of swarms", "50%", 50, "percent", measure=codes.CHANGE, change_of="swarms")
    base = bees.calculated("Swarms", "0", 0, rounded=(-1, 1), measure="level")
    shapes = growth.draw(bees.drawing(level, change, base))["layout"]["shapes"]
    assert [shape for shape in shapes if shape["type"] == "line" and shape["y0"] == shape["y1"]] == []


def test_ticks_that_would_touch_are_left_out() -> None:
    large = bees.number("Growth of swarms", "800%", 800, "percent", measure=codes.CHANGE)
    shown = texts(growth.draw(bees.drawing(large), width=300))
    assert "before" in shown
    assert not {"twice", "3 times"} & set(shown)


def test_documents_are_in_color_and_references_gray_also_beside_the_growth() -> None:
    levels = [bees.number("Frames", said, 9, source=source) for said, source in (("9", "almanac"), ("9", "census"))]
    figure = growth.draw(bees.drawing(*NUMBERS, *levels))
    colors = {
        name: bar["marker"]["color"] for bar in figure["data"] if bar["type"] == "bar" for name in bar["customdata"]
    }
    tokens = theme.tokens("light")
    assert [colors[level.id] for level in levels] == [tokens.series[0], tokens.axis]


def test_an_interval_that_is_written_as_one_number_is_none() -> None:
    narrow = (85333.31, 85333.32)
    base = bees.calculated(
        "Honey yield", "85,333 kg", 85333.3, "kg", rounded=narrow, indicator="honey", measure="level"
    )
    text = " ".join(texts(growth.draw(bees.drawing(*NUMBERS[:2], base))))
    assert "85,333 kg implied" in text
    assert "85,330 to" not in text


def test_several_growths_say_when_and_by_whom() -> None:
    one = bees.number("Growth of swarms", "110%", 110, "percent", measure=codes.CHANGE)
    two = replace(one, id="other", source=bees.SOURCES["letter"])
    text = texts(growth.draw(bees.drawing(one, two, kind=codes.AS_GROWTH)))
    assert {"Swarms 2021 · Hedgerow Press", "Swarms 2021 · Meadow Weekly"} <= set(text)
