"""What no source states as fact is told in words and drawn so that it looks like nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.charts.drawing import doubts, growths
from dashboard.charts.drawing.canvas import Canvas, Figure
from dashboard.charts.drawing.marks import hover
from dashboard.charts.kinds import accounts, areas, series, shares, stated
from tests.dashboard.charts import bees
from validation import vocabulary as codes
from validation.model.observations import Observation

NO_FACTS = [code for code in codes.STATUSES if code != codes.STATED_STATUS]


def clover(status: str) -> Observation:
    return replace(bees.number("Clover", "40 km2", 40, "km2"), status=status)


def test_every_status_but_a_fact_has_a_look() -> None:
    assert {*doubts.LOOKS} == {*NO_FACTS}
    assert doubts.look(clover(codes.STATED_STATUS)) is None


def test_what_is_calculated_has_no_status_to_tell() -> None:
    ours = replace(bees.calculated("Hives", "7", 7), status=codes.FORECAST_STATUS)
    assert doubts.words(ours) == ""


@pytest.mark.parametrize("draw", [stated.draw, shares.draw, accounts.draw, areas.draw, series.draw])
def test_each_status_is_drawn_differently(draw: Callable[..., Figure]) -> None:
    heath = bees.number("Heath", "80 km2", 80, "km2")
    looks = set()
    for status in codes.STATUSES:
        traces = draw(bees.drawing(clover(status), heath))["data"]
        looks.add(json.dumps([trace["marker"] for trace in traces if "marker" in trace], sort_keys=True))
    assert len(looks) == len(codes.STATUSES)


def test_a_line_s_points_are_drawn_by_their_status() -> None:
    kept = [bees.number("Hives", "", 10 + i, period=str(2001 + i), source="census", measure="level") for i in range(3)]
    figure = series.draw(bees.drawing(*kept[:2], replace(kept[2], status=codes.FORECAST_STATUS), kind=codes.AS_SERIES))
    (line,) = (trace for trace in figure["data"] if trace.get("mode") == "lines+markers")
    assert line["marker"]["symbol"] == ["square", "square", "square-open-dot"]
    assert "(plan or forecast)" in line["hovertext"][2]


def test_who_points_at_it_is_told() -> None:
    canvas = Canvas("light", 880)
    assert "Plan or forecast" in hover(canvas, clover(codes.FORECAST_STATUS))
    assert "Stated" not in hover(canvas, clover(codes.STATED_STATUS))


def test_a_growth_says_that_it_is_no_fact() -> None:
    change = bees.number("Growth of swarms", "5%", 5, "percent", measure=codes.CHANGE)
    assert growths.Growth(replace(change, status=codes.ESTIMATED_STATUS)).said == "up 5% (estimate)"
    assert growths.Growth(change).said == "up 5%"
