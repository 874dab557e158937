from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from dashboard.charts.drawing.canvas import Canvas, Figure
from dashboard.charts.drawing.lettering import width
from dashboard.charts.drawing.marks import hover, style
from dashboard.charts.kinds import accounts, areas, series, shares, stated
from dashboard.design import signs, theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import paths
from validation import vocabulary as codes

WIDE = Canvas("light", 880)


def drawn(draw: Callable[..., Figure], qualifier: str) -> Figure:
    """The same two numbers in the same words, but for the qualifier of the first; a range is one that is printed."""
    how: dict[str, Any] = {"upper": 60} if qualifier == codes.RANGE else {"qualifier": qualifier}
    clover = bees.number("Clover", "so many", 40, "km2", **how)
    return draw(bees.drawing(clover, bees.number("Heath", "so many", 80, "km2")))


def look(figure: Figure) -> str:
    """All that is drawn, without which number it stands for."""
    told = ("customdata", "hovertext")
    traces = [{key: value for key, value in trace.items() if key not in told} for trace in figure["data"]]
    return json.dumps([traces, figure["layout"]["shapes"]], sort_keys=True)


@pytest.mark.parametrize("draw", [stated.draw, shares.draw, accounts.draw, areas.draw, series.draw])
def test_each_qualifier_is_drawn_differently(draw: Callable[..., Figure]) -> None:
    looks = {qualifier: look(drawn(draw, qualifier)) for qualifier in codes.MARKS}
    alike = [pair for pair in combinations(codes.MARKS, 2) if looks[pair[0]] == looks[pair[1]]]
    assert alike == []


@pytest.mark.parametrize("qualifier", codes.QUALIFIERS)
def test_what_a_qualifier_leaves_open_is_drawn_in_pixels(qualifier: str) -> None:
    figure = drawn(stated.draw, qualifier)
    assert [bar["x"] for bar in figure["data"]] == [[80], [40]]
    assert bool(paths(figure)) == (qualifier != codes.EXACT)
    assert {(mark["ysizemode"], mark["xanchor"]) for mark in paths(figure)} <= {("pixel", 40)}


@pytest.mark.parametrize("qualifier", codes.QUALIFIERS)
def test_the_thickness_of_a_limit_is_that_of_its_sign(qualifier: str) -> None:
    limit = signs.MARKS[qualifier].limit
    height = theme.of_document("light").thick / 2 + 4
    upright = [mark for mark in paths(drawn(stated.draw, qualifier)) if mark["path"] == f"M0,{-height:g}V{height:g}"]
    upright = [mark for mark in upright if mark["line"]["dash"] == "solid"]
    assert [mark["line"]["width"] for mark in upright] == ([limit] if limit else [])


def test_an_open_arrow_is_as_long_on_every_scale() -> None:
    found = set()
    for value in (40, 4e9):
        clover = bees.number("Clover", "over that", value, qualifier=codes.OVER)
        found |= {mark["path"] for mark in paths(stated.draw(bees.drawing(clover)))}
    assert len(found) == 1


def test_a_range_ends_where_it_is_stated_to_end() -> None:
    _, *bars = drawn(stated.draw, codes.RANGE)["data"]
    assert [(bar["base"][0], bar["x"][0]) for bar in bars] == [(0, 40), (40, 20)]
    assert bars[1]["marker"]["color"] == theme.of_document("light").pale


def test_a_taper_is_never_longer_than_its_bar() -> None:
    queens = bees.number("Queens", "under 2", 2, qualifier=codes.UNDER)
    figure = stated.draw(bees.drawing(queens, bees.number("Bees", "9,000", 9000)))
    starts = [float(mark["path"][1:].split(",")[0]) for mark in paths(figure) if "Z" in mark["path"]]
    assert starts
    assert all(-1 < start < 0 for start in starts)


def test_calculated_numbers_are_hollow_and_those_of_a_part_of_a_year_hatched() -> None:
    part = {"period": "2021-01/2021-08"}
    numbers = [
        bees.number("Hives", "9", 9),
        bees.calculated("Hives before", "8", 8),
        bees.number("Hives so far", "7", 7, **part),
        bees.calculated("Hives so far", "6", 6, **part),
    ]
    data = {bar["customdata"][0]: bar["marker"] for bar in stated.draw(bees.drawing(*numbers))["data"]}
    said, calculated, hatched, both = (data[number.id] for number in numbers)
    document, colors = theme.of_document("light"), theme.tokens("light")
    assert said == {"color": document.color, "line": {"width": 0}}
    assert (calculated["color"], calculated["line"]["color"]) == (colors.paper, colors.ink)
    assert [one["pattern"]["fgcolor"] for one in (hatched, both)] == [document.color, colors.ref_pale]
    assert [one["line"]["color"] for one in (hatched, both)] == [document.color, colors.ink]


def test_what_is_calculated_is_in_ink_whatever_it_is_of_and_a_sum_is_its_source_s() -> None:
    said = bees.number("Hives", "9", 9)
    canvas = Canvas("dark", 880)
    ours = replace(bees.calculated("Sum", "18", 18), operands=(said, said))
    assert style(canvas, ours).color == theme.tokens("dark").ink
    assert style(canvas, ours).symbol == style(canvas, said).symbol
    assert style(canvas, replace(ours, formula="[a] + [b]", source=said.source)) == style(canvas, said)
    assert style(canvas, said) == theme.of_document("dark")
    assert style(canvas, replace(said, source=bees.SOURCES["census"])) == theme.of_reference("dark")


def test_pointing_says_name_words_period_and_source() -> None:
    kept = bees.number("Hives kept", "about 90", 90, qualifier=codes.ABOUT)
    assert hover(WIDE, kept) == "<b>Hives kept</b><br>about 90<br>2021<br>Hedgerow Press"
    clover = bees.land("Clover", "9 acres", 9, "acres")
    assert "<br>9 acres = 0.0364\N{NO-BREAK SPACE}km²<br>" in hover(WIDE, clover)
    assert hover(WIDE, bees.calculated("Hives kept", "9", 9)) == "<b>Hives kept</b><br>9<br>calculated"


def test_what_pointing_says_is_no_wider_than_a_phone_has_room_for() -> None:
    name = "Hives that were kept in the valleys of the upper river before the last winter of the war"
    said = hover(Canvas("light", 320), bees.number(name, "90", 90))
    assert "".join(re.findall("<b>(.*?)</b>", said)).replace(" ", "") == name.replace(" ", "")
    assert max(width(line, 14, bold=True) for line in re.findall("<b>(.*?)</b>", said)) < 190
