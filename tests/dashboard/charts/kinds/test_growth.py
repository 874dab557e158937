from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts.kinds import growth
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes, texts
from validation import vocabulary as codes
from validation.model.observations import Observation

NUMBERS = bees.HONEY.numbers
LEVEL, CHANGE, BEFORE = NUMBERS[:3]


def bars(*numbers: Observation) -> dict[str, dict]:
    """The bars of a drawing by their numbers' ids."""
    data = growth.draw(bees.drawing(*numbers))["data"]
    return {bar["customdata"][0]: bar for bar in data if bar["type"] == "bar"}


def test_before_and_after_are_as_long_as_they_are_each_unit_on_an_axis_of_its_own() -> None:
    found = bars(*NUMBERS)
    assert [(bar["x"], bar["xaxis"]) for bar in found.values()] == [
        ([85333.3], "x"),
        ([96000], "x"),
        ([9.5], "x2"),
        ([30], "x3"),
    ]


def test_an_arrow_goes_from_the_end_of_before_to_the_value_of_after_and_says_the_growth() -> None:
    figure = growth.draw(bees.HONEY)
    (arrow,) = (trace for trace in figure["data"] if trace["type"] == "scatter")
    assert (arrow["x"], arrow["xaxis"]) == ([85333.3, 85333.3, 96000], "x")
    assert set(arrow["customdata"]) == {CHANGE.id}
    found = bars(*NUMBERS)
    assert found[BEFORE.id]["y"][0] < arrow["y"][0] < arrow["y"][-1] < found[LEVEL.id]["y"][0]
    assert "up 12.5%" in texts(figure)


def test_without_what_came_before_the_growth_is_told_behind_the_level() -> None:
    said = texts(growth.draw(bees.HONEY))
    assert "€9.50 down 5%" in said
    assert growth.BEFORE in said
    alone = growth.draw(bees.drawing(*NUMBERS[:2]))
    assert "96,000\N{NO-BREAK SPACE}kg up 12.5%" in texts(alone)
    assert growth.BEFORE not in texts(alone)


def test_who_says_so_stands_over_it_with_what_grew_and_references_follow() -> None:
    other = replace(LEVEL, id="other", source=bees.SOURCES["letter"])
    census = replace(LEVEL, id="census", source=bees.SOURCES["census"], period=None)
    figure = growth.draw(bees.drawing(census, *NUMBERS[:3], other))
    names = [text for text, box in sorted(boxes(figure), key=lambda one: one[1].top) if box.left < 5]
    assert [name for name in names if name.split(" ")[0] in ("Hedgerow", "Meadow", "References")] == [
        *("Hedgerow Press Honey yield", "Meadow Weekly", "References")
    ]


def test_documents_are_in_color_and_references_gray_also_beside_the_growth() -> None:
    levels = [bees.number("Frames", said, 9, source=source) for said, source in (("9", "almanac"), ("9", "census"))]
    found = bars(*NUMBERS, *levels)
    looks = theme.of_document("light"), theme.of_reference("light")
    assert [found[level.id]["marker"]["color"] for level in levels] == [look.color for look in looks]


def test_several_growths_without_a_level_say_by_whom() -> None:
    one = bees.number("Growth of swarms", "110%", 110, "percent", measure=codes.CHANGE)
    two = replace(one, id="other", source=bees.SOURCES["letter"])
    text = texts(growth.draw(bees.drawing(one, two, kind=codes.AS_GROWTH)))
    assert {"Growth of swarms", "Hedgerow Press", "Meadow Weekly"} <= set(text)


@pytest.mark.parametrize("width", [330, 508, 880])
def test_the_growth_hides_no_other_words(width: int) -> None:
    large = bees.number("Wax", "900,000 kg", 900000, "kg", source="census")
    shown = boxes(growth.draw(bees.drawing(*NUMBERS[:3], large), width=width), width)
    (said,) = (box for text, box in shown if text == "up 12.5%")
    assert [text for text, box in shown if box is not said and box.meets(said)] == []


@pytest.mark.parametrize("width", [330, 880])
def test_a_fall_goes_left(width: int) -> None:
    fall = bees.number("Fall of honey yield", "10%", -10, "percent", measure=codes.CHANGE, change_of="honey")
    before = bees.calculated("Honey yield", "106,667 kg", 106666.7, "kg", indicator="honey", measure="level")
    figure = growth.draw(
        bees.drawing(LEVEL, replace(fall, period=LEVEL.period, period_basis=LEVEL.period_basis), before), width=width
    )
    (arrow,) = (trace for trace in figure["data"] if trace["type"] == "scatter")
    assert arrow["x"] == [106666.7, 106666.7, 96000]
    assert "down 10%" in texts(figure)
