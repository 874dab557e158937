from __future__ import annotations

import json
from itertools import combinations

import plotly.graph_objects as go
import pytest

from dashboard.charts.kinds import accounts, areas, shares, stated
from tests.dashboard.charts import bees

QUALIFIERS = ("exact", "about", "over", "at-least", "nearly", "under", "at-most", "range")


def drawn(draw, qualifier: str) -> go.Figure:
    """The same two numbers in the same words, but for the qualifier of the first."""
    upper = 60.0 if qualifier == "range" else float("nan")
    of_land = {"common_symbol": "km²"}
    return draw(
        bees.frame(
            bees.row("Clover", "so many", 40, "km2", qualifier, upper_value=upper, common_value=40.0, **of_land),
            bees.row("Heath", "so many", 80, "km2", common_value=80.0, **of_land),
        )
    )


def look(figure: go.Figure) -> str:
    """All that is drawn, without which row it stands for."""
    plain = figure.to_dict()
    for trace in plain["data"]:
        del trace["customdata"], trace["hovertext"]
    return json.dumps([plain["data"], plain["layout"].get("shapes")], default=list, sort_keys=True)


@pytest.mark.parametrize("draw", [stated.draw, shares.draw, accounts.draw, areas.draw])
def test_each_qualifier_is_drawn_differently(draw):
    looks = {qualifier: look(drawn(draw, qualifier)) for qualifier in QUALIFIERS}
    alike = [pair for pair in combinations(QUALIFIERS, 2) if looks[pair[0]] == looks[pair[1]]]
    assert alike == []


@pytest.mark.parametrize("qualifier", [code for code in QUALIFIERS if code != "range"])
def test_what_a_qualifier_leaves_open_is_drawn_in_pixels(qualifier):
    figure = drawn(stated.draw, qualifier)
    assert [list(bar.x) for bar in figure.data] == [[80], [40]]
    marks = [shape for shape in figure.layout.shapes if shape.type == "path"]
    assert bool(marks) == (qualifier != "exact")
    assert {(mark.xsizemode, mark.ysizemode, mark.xanchor) for mark in marks} <= {("pixel", "pixel", 40)}


def test_an_open_arrow_is_as_long_on_every_scale():
    paths = set()
    for value in (40, 4e9):
        rows = bees.frame(bees.row("Clover", "over that", value, qualifier="over"))
        paths |= {shape.path for shape in stated.draw(rows).layout.shapes if shape.type == "path"}
    assert len(paths) == 1


def test_a_range_ends_where_it_is_stated_to_end():
    bars = [bar for bar in drawn(stated.draw, "range").data if bar.y == drawn(stated.draw, "range").data[1].y]
    assert [(bar.base[0], bar.x[0]) for bar in bars] == [(0, 40), (40, 20)]
    assert bars[1].marker.color.startswith("rgba")


def test_a_taper_is_never_longer_than_its_bar():
    rows = bees.frame(bees.row("Queens", "under 2", 2, qualifier="under"), bees.row("Bees", "9,000", 9000))
    tapers = [shape.path for shape in stated.draw(rows).layout.shapes if shape.type == "path" and "Z" in shape.path]
    starts = [float(path[1:].split(",")[0]) for path in tapers]
    assert starts
    assert all(-1 < start < 0 for start in starts)


def test_calculated_numbers_are_outlined():
    rows = bees.frame(bees.row("Hives", "9", 9), bees.derived("Hives before", "8", 8))
    stated_bar, calculated = stated.draw(rows).data
    assert stated_bar.marker.line.width == 0
    assert calculated.marker.line.width > 0
    assert calculated.marker.color.startswith("rgba")
