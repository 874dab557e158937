from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.charts import choice
from dashboard.charts.drawing import canvas
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.content import Drawing
from dashboard.charts.kinds import accounts
from dashboard.design import theme
from tests import generated
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes, colors, texts
from validation import vocabulary as codes
from validation.model.register import load

COLORS = theme.tokens("light")


def heights(figure: Figure) -> dict[str, float]:
    """How far down the mark of each number is, by its id."""
    return {point["customdata"][0]: point["y"][0] for point in figure["data"]}


def ranges(figure: Figure) -> list[dict[str, Any]]:
    """The thin lines between accounts at odds."""
    return [shape for shape in figure["layout"]["shapes"] if shape["line"].get("color") == COLORS.ink]


def pair(*values: float, qualifiers: tuple[str, str] = (codes.EXACT, codes.EXACT), unit: str = "ha") -> Drawing:
    """Two accounts that contradict."""
    sources = ("almanac", "letter")
    numbers = [
        bees.number("Heath", "", value, unit, qualifier, source=source)
        for value, qualifier, source in zip(values, qualifiers, sources, strict=True)
    ]
    return bees.drawing(*numbers, verdict=codes.CONFLICT)


def test_accounts_stand_on_one_scale_in_the_common_unit() -> None:
    figure = accounts.draw(bees.SWARMS)
    assert sorted(point["x"][0] for point in figure["data"]) == [1, 1, 1.5, 3, 8.09]
    axis = figure["layout"]["xaxis"]
    assert (axis["type"], axis["range"][0]) == ("linear", 0)


def test_each_account_keeps_its_words_and_says_what_they_come_to() -> None:
    text = " ".join(texts(accounts.draw(bees.SWARMS)))
    assert "at least 2,000" in text
    assert "= 8.09\N{NO-BREAK SPACE}km²" in text
    assert "300\N{NO-BREAK SPACE}ha = 3\N{NO-BREAK SPACE}km²" in text


@pytest.mark.parametrize("width", [324, 880])
def test_documents_stand_first_and_what_is_calculated_last(width: int) -> None:
    ours = replace(bees.calculated("Heath burnt", "5 km²", 5, "km2", period="2021"), operands=bees.SWARMS.numbers[:2])
    census = bees.land("Heath burnt", "9 km²", 9, "km2", source="census")
    figure = accounts.draw(bees.drawing(ours, census, *bees.SWARMS.numbers[:2]), width=width)
    order = sorted(heights(figure), key=lambda name: heights(figure)[name])
    assert order == [bees.SWARMS.numbers[1].id, bees.SWARMS.numbers[0].id, census.id, ours.id]


def test_documents_are_discs_in_their_color_and_bold_and_references_gray_squares() -> None:
    figure = accounts.draw(bees.SWARMS)
    marks = {point["customdata"][0]: point["marker"] for point in figure["data"]}
    survey = marks.pop(bees.SWARMS.numbers[-1].id)
    assert (survey["symbol"], survey["color"]) == ("square", COLORS.ref)
    assert {(mark["symbol"], mark["color"]) for mark in marks.values()} == {("circle", COLORS.doc)}
    notes = [note["text"] for note in figure["layout"]["annotations"]]
    assert "<b>Hedgerow Press</b>" in notes
    assert "Institute of Pollination" in notes
    values = {text.partition(" ")[0]: color for text, color in colors(figure).items()}
    assert (values["300\N{NO-BREAK SPACE}ha"], values["nearly"]) == (COLORS.doc, COLORS.ink)


def test_calculated_accounts_are_hollow_and_say_what_of() -> None:
    ours = replace(bees.calculated("Heath burnt", "5 km²", 5, "km2", period="2021"), operands=bees.SWARMS.numbers[:2])
    figure = accounts.draw(bees.drawing(*bees.SWARMS.numbers, ours))
    (mark,) = (point["marker"] for point in figure["data"] if point["x"] == [5])
    assert mark["color"] == COLORS.paper
    assert "Calculated from 2 sources" in texts(figure)
    of_one = replace(ours, operands=bees.SWARMS.numbers[:1])
    assert "Calculated from Hedgerow Press" in texts(accounts.draw(bees.drawing(*bees.SWARMS.numbers, of_one)))


@pytest.mark.parametrize(
    ("verdict", "said", "color"),
    [
        (codes.CONFLICT, "over 2.7 times apart", "warn"),
        (codes.DOUBT, "may agree: over 2.7 times apart", "muted"),
        (codes.SCOPE, "not the same quantity", "muted"),
        ("", "over 2.7 times apart", "warn"),
    ],
)
@pytest.mark.parametrize("width", [324, 880])
def test_how_far_apart_and_what_follows_is_said_and_colored(verdict: str, said: str, color: str, width: int) -> None:
    figure = accounts.draw(bees.drawing(*bees.SWARMS.numbers, verdict=verdict), width=width)
    shown = {text.removeprefix("contradict: "): color for text, color in colors(figure).items()}
    # No number can be both 3 and at least 8.09, so that they contradict without a person's word, too.
    assert shown[said] == getattr(COLORS, color)
    assert sum("apart" in text for text in shown) == len(ranges(figure)) == (verdict != codes.SCOPE)


def test_that_accounts_contradict_is_said_where_that_takes_no_further_line() -> None:
    figures = {width: accounts.draw(bees.SWARMS, width=width) for width in (880, 300)}
    assert {width: [text for text in texts(one) if "apart" in text] for width, one in figures.items()} == {
        880: ["contradict: over 2.7 times apart"],
        300: ["over 2.7 times apart"],
    }


@pytest.mark.parametrize(
    ("qualifiers", "said"),
    [
        ((codes.EXACT, codes.EXACT), "2.1 times apart"),
        ((codes.EXACT, codes.ABOUT), "2.1 times apart"),
        ((codes.EXACT, codes.OVER), "over 2.1 times apart"),
        ((codes.UNDER, codes.EXACT), "over 2.1 times apart"),
        ((codes.NEARLY, codes.AT_LEAST), "over 2.1 times apart"),
        ((codes.EXACT, codes.UNDER), "under 2.1 times apart"),
        ((codes.OVER, codes.EXACT), "under 2.1 times apart"),
        ((codes.OVER, codes.OVER), "2.1 times apart"),
    ],
)
def test_a_distance_with_an_open_end_is_called_so(qualifiers: tuple[str, str], said: str) -> None:
    (quantity,) = pair(100, 210, qualifiers=qualifiers).quantities
    assert accounts.distance(quantity) == said


def test_of_equal_accounts_the_open_one_counts() -> None:
    low, high = pair(100, 210).numbers
    over = bees.number("Heath", "over 210 ha", 210, "ha", codes.OVER, source="census")
    (quantity,) = bees.drawing(low, high, over, verdict=codes.CONFLICT).quantities
    assert accounts.distance(quantity) == "over 2.1 times apart"


def test_a_distance_is_that_of_the_accounts_that_the_verdict_is_on() -> None:
    low, high = pair(100, 450).numbers
    about = bees.number("Heath", "some 770 ha", 770, "ha", codes.ABOUT, source="census")
    under = bees.number("Heath", "under 800 ha", 800, "ha", codes.UNDER, source="census")
    said = {frozenset((low.id, one.id)): codes.DOUBT for one in (about, under)}
    drawing = replace(bees.drawing(low, about, high, under), said=said)
    (quantity,) = drawing.quantities
    assert accounts.distance(quantity) == "4.5 times apart", "some 770 may be as little as 100"
    (line,) = ranges(accounts.draw(drawing))
    assert (line["x0"], line["x1"]) == (100, 450)
    (doubtful,) = drawing.of((low, about, under)).quantities
    assert accounts.distance(doubtful) == "under 8 times apart"
    agreeing = bees.drawing(low, about)
    assert accounts.gap(agreeing.quantities[0]) is None
    assert ranges(accounts.draw(agreeing)) == []


def test_ranges_are_apart_by_their_nearest_ends() -> None:
    low, high = pair(100, 300).numbers
    wide = bees.number("Heath", "100 to 200 ha", 100, "ha", upper=200, source="census")
    drawing = bees.drawing(wide, high, verdict=codes.CONFLICT)
    assert accounts.distance(drawing.quantities[0]) == "1.5 times apart"
    (line,) = ranges(accounts.draw(drawing))
    assert (line["x0"], line["x1"]) == (200, 300)
    inside = bees.drawing(wide, replace(low, amount=replace(low.amount, value=Decimal(150))), verdict=codes.DOUBT)
    assert accounts.distance(inside.quantities[0]) == ""


def test_shares_are_points_apart_and_what_hardly_differs_is_not_once_apart() -> None:
    (shares,) = pair(30, 60, unit="percent").quantities
    assert accounts.distance(shares) == "30 points apart"
    (near,) = pair(100, 103).quantities
    assert accounts.distance(near) == "3% apart"
    for values in ((1000, 1001), (-3, 9), (0, 9)):
        (nothing,) = pair(*values).quantities
        assert accounts.distance(nothing) == ""


@pytest.mark.parametrize("width", [262, 324, 508, 880, 1086])
def test_one_thin_line_in_the_heading_spans_the_accounts_and_touches_no_mark(width: int) -> None:
    figure = accounts.draw(bees.SWARMS, width=width)
    (line,) = ranges(figure)  # of what was replanted all can be true
    assert (line["x0"], line["x1"]) == (3, 8.09)
    assert line["y0"] == line["y1"]
    assert min(abs(y - line["y0"]) for y in heights(figure).values()) > 12
    title = next(box for text, box in boxes(figure, width) if text == "Heath burnt")
    assert title.top < line["y0"] < min(heights(figure).values())


def test_nothing_but_that_line_and_what_is_stated_connects_marks() -> None:
    figure = accounts.draw(pair(100, 210))
    level = [shape for shape in figure["layout"]["shapes"] if shape["y0"] == shape["y1"]]
    assert level == ranges(figure)
    assert {trace["mode"] for trace in figure["data"]} == {"markers"}


def test_equal_accounts_have_no_line() -> None:
    alike = bees.land("Heath", "9 ha", 9, "ha"), bees.land("Heath", "9 ha", 9, "ha", source="letter")
    assert ranges(accounts.draw(bees.drawing(*alike))) == []


def test_rows_are_27_pixels_high_and_on_a_phone_43_with_the_source_above_the_mark() -> None:
    wide, narrow = (accounts.draw(pair(100, 210), width=width) for width in (880, 324))
    assert [abs(b - a) for a, b in pairwise(heights(wide).values())] == [accounts.ROW]
    assert [abs(b - a) for a, b in pairwise(heights(narrow).values())] == [accounts.NARROW_ROW]
    source, mark = dict(boxes(narrow, 324))["Meadow Weekly"], min(heights(narrow).values())
    assert mark - accounts.NARROW_ROW < source.bottom < mark


def test_lines_of_the_grid_stand_beside_rows_and_not_behind_headings() -> None:
    figure = accounts.draw(bees.SWARMS)
    titles = [box for text, box in boxes(figure) if text.startswith("Heath")]
    upright = [shape for shape in figure["layout"]["shapes"] if shape.get("x0") == shape.get("x1") and "y0" in shape]
    assert upright
    assert all(line["y0"] >= box.bottom or line["y1"] <= box.top for line in upright for box in titles)


@pytest.mark.parametrize("width", [262, 324, 508, 640, 880, 1130])
def test_ticks_never_touch_and_the_last_has_the_unit(width: int) -> None:
    figure = accounts.draw(pair(900_000, 2_100_000), width=width)
    below = figure["layout"]["height"] - 24
    ticks = sorted((box.left, box.right, text) for text, box in boxes(figure, width) if box.top > below)
    assert len(ticks) > 1
    assert all(before[1] <= after[0] for before, after in pairwise(ticks))
    assert ticks[-1][2].endswith("million\N{NO-BREAK SPACE}ha")


def test_values_far_apart_stand_on_a_scale_of_powers() -> None:
    figure = accounts.draw(pair(9, 9000))
    assert figure["layout"]["xaxis"]["type"] == "log"
    assert any("each line is 10 times the last" in text for text in texts(figure))
    labels = [note for note in figure["layout"]["annotations"] if note["xref"] == "x"]
    assert max(note["x"] for note in labels) < 5, "positions of words on such an axis are powers of ten"


def test_accounts_below_zero_can_be_drawn() -> None:
    losses = pair(-5, -5, qualifiers=(codes.EXACT, codes.UNDER))
    low, high = accounts.draw(losses)["layout"]["xaxis"]["range"]
    assert (low, high) == (-5, 0)


def test_several_periods_are_headed_each_by_its_own() -> None:
    years = [bees.number("Heath", f"{9 + i} ha", 9 + i, "ha", period=f"202{i}") for i in (2, 0, 1)]
    shown = [text for text in texts(accounts.draw(bees.drawing(*years))) if text.startswith("Heath")]
    assert shown == ["Heath, 2020", "Heath, 2021", "Heath, 2022"]


def test_long_names_of_sources_take_two_lines() -> None:
    long = replace(bees.SOURCES["almanac"], publisher="Bureau of Meadows, Ditches, Hedges and Everything Between Them")
    figure = accounts.draw(bees.changed(bees.SWARMS, source=long), width=canvas.NARROW)
    shown = next(note["text"] for note in figure["layout"]["annotations"] if "Bureau" in note["text"])
    assert shown.count("<br>") == 1


@settings(max_examples=settings().max_examples // 10, suppress_health_check=[HealthCheck.too_slow])
@given(generated.collections(), st.sampled_from((254, 324, 508, 1086)))
@pytest.mark.long
def test_equal_values_are_equally_far_whatever_validates(made: generated.Collection, width: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = load(*generated.write(made, Path(folder)))
    for name in register.charts:
        drawing = choice.find(register, f"chart/{name}")
        for part in of_one_unit(drawing) if drawing else []:
            holds(replace(part, kind=codes.AS_ACCOUNTS), width)


def of_one_unit(drawing: Drawing) -> list[Drawing]:
    """What of a chart can stand on one scale."""
    signs = dict.fromkeys(number.indicator.unit.sign for number in drawing.numbers)
    return [drawing.of(one for one in drawing.numbers if one.indicator.unit.sign == sign) for sign in signs]


def holds(drawing: Drawing, width: int) -> None:
    """What every drawing of accounts keeps to: one scale, where each number's mark is at its value, inside its rows."""
    figure = accounts.draw(drawing, width=width)
    numbers = {number.id: number for number in drawing.numbers}
    assert {name for point in figure["data"] for name in point["customdata"]} == set(numbers)
    assert {axis for axis in figure["layout"] if axis.startswith("xaxis")} == {"xaxis"}
    for point in figure["data"]:
        assert point["x"] == [numbers[name].common for name in point["customdata"]]
        assert "xaxis" not in point
    assert len(set(heights(figure).values())) == len(numbers)
    assert [text for text, box in boxes(figure, width) if box.bottom > figure["layout"]["height"] + 1] == []
