from __future__ import annotations

import pytest

from dashboard.charts.kinds import growth
from dashboard.charts.rows import records
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes

ROWS = records(bees.HONEY)


def test_changes_find_their_levels_bases_and_steps():
    honey, price, wax = growth.pair(ROWS)
    assert (honey.name, honey.said) == ("Honey yield", "up 12.5%")
    assert [row["said"] for row in honey.rows] == ["12.5%", "96,000 kg", "85,333 kg", "10,667 kg"]
    assert (price.name, price.said, price.base) == ("Price of a jar", "down 5%", None)
    assert (wax.name, wax.said, wax.level) == ("Wax sales", "up more than 30%", None)


def test_of_several_levels_the_one_of_the_same_period_is_taken():
    other = records(bees.frame(bees.row("Honey yield", "70,000 kg", 70000, "kg", indicator_id="honey", period="2019")))
    level = growth.pair([*other, *ROWS])[0].level
    assert level
    assert level["said"] == "96,000 kg"


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Growth of honey yield", "Honey yield"),
        ("Honey yield growth", "Honey yield"),
        ("Decline in swarms", "Swarms"),
        ("Growth", "Growth"),
    ],
)
def test_what_changes_is_named_without_the_word_for_change(name, what):
    assert growth.subject(name) == what


def test_a_base_goes_to_the_documents_growth_before_a_references():
    census = {"indicator_id": "honey", "source_id": "census", "period_basis": "to-date"}
    more = bees.frame(
        bees.row("Growth of honey yield", "12.6%", 12.6, "percent", measure="change", change_of="honey", **census)
        | {"indicator_id": "growth"},
        bees.row("Honey yield", "96,100 kg", 96100, "kg", **census),
    )
    growths = growth.pair([*records(more), *ROWS])
    assert [bool(one.base) for one in growths if one.name == "Honey yield"] == [False, True]
    assert [one.level["said"] for one in growths if one.level][:2] == ["96,100 kg", "96,000 kg"]


def test_rows_of_no_growth_are_drawn_as_what_is_stated_besides():
    rows = bees.frame(*bees.HONEY.to_dict("records"), *bees.ODDS[1:].to_dict("records"))
    figure = growth.draw(rows)
    assert {name for trace in figure.data for name in trace.customdata} == set(rows["observation_id"])
    assert "Also stated" in [label for label, _ in boxes(figure, 880)]
    assert {trace.xaxis for trace in figure.data if trace.type == "bar"} == {"x", "x2", "x3"}


def test_before_is_one_length_for_all_and_after_is_as_long_as_the_growth_says():
    figure = growth.draw(bees.HONEY)
    bars = [bar.x[0] for bar in figure.data if bar.type == "bar"]
    assert bars == [100, 112.5, 100, 95, 100], "what has no level has no bar of after"
    arrows = [list(trace.x) for trace in figure.data if trace.type == "scatter"]
    assert arrows == [[100, 112.5], [100, 95], [100, 130]]


def test_the_interval_of_what_came_before_is_drawn_and_written():
    figure = growth.draw(bees.HONEY)
    whisker = next(shape for shape in figure.layout.shapes if shape.type == "line" and shape.y0 == shape.y1)
    assert (whisker.x0, whisker.x1) == pytest.approx((100 * 84850 / 85333.3, 100 * 85820 / 85333.3))
    text = " ".join(label for label, _ in boxes(figure, 880))
    assert "implied, 84,850 to 85,820" in text
    assert "up 12.5% 10,667 kg, implied" in text
    assert "up more than 30% level not stated" in text


def test_ticks_that_would_touch_are_left_out():
    large = bees.frame(bees.row("Growth of swarms", "800%", 800, "percent", measure="change"))
    shown = [label for label, _ in boxes(growth.draw(large, width=300), 300)]
    assert "before" in shown
    assert not {"twice", "3 times"} & set(shown)


def test_bounds_go_before_rounding():
    base = ROWS[2]
    assert growth.interval(base) == (84850, 85820)
    assert growth.interval(base | {"low": 85000.0, "high": 85500.0}) == (85000, 85500)
    assert growth.interval(base | {"rounded_low": None}) == (85333.3, 85333.3)


def test_rows_that_would_not_all_be_drawn_do_not_fit():
    assert growth.fits(ROWS)
    assert not growth.fits([*ROWS, *records(bees.frame(bees.row("Hives", "9", 9)))])
    assert not growth.fits(records(bees.COLONIES))
    assert not growth.fits([row | {"symbol": "kg"} for row in ROWS])


def test_documents_are_in_color_and_references_gray_also_beside_the_growth():
    levels = [bees.row("Frames", said, 9, source_id=source) for said, source in (("9", "almanac"), ("9", "census"))]
    figure = growth.draw(bees.frame(*bees.HONEY.to_dict("records"), *levels))
    colors = {name: bar.marker.color for bar in figure.data if bar.type == "bar" for name in bar.customdata}
    tokens = theme.tokens("light")
    assert [colors[level["observation_id"]] for level in levels] == [tokens.series[0], tokens.axis]


def test_an_interval_that_is_written_as_one_number_is_none():
    rows = bees.HONEY.assign(rounded_low=85333.31, rounded_high=85333.32)
    text = " ".join(label for label, _ in boxes(growth.draw(rows), 880))
    assert "85,333 kg implied" in text
    assert "85,330 to" not in text
