from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.kinds import areas
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes, colors
from validation import vocabulary as codes

EXACT = bees.changed(bees.MEADOWS, qualifier=codes.EXACT)


@pytest.mark.parametrize("width", [390, 880])
def test_squares_are_true_to_scale(width: int) -> None:
    markers = [square["marker"] for square in areas.draw(EXACT, width=width)["data"]]
    found = [(marker["size"] / markers[0]["size"]) ** 2 for marker in markers]
    assert found == pytest.approx([1, 8.09 / 40, 3.5 / 40, 0.2 / 40])
    assert {marker["symbol"] for marker in markers} == {"square"}


def test_squares_stand_side_by_side_and_under_one_another_on_a_phone() -> None:
    def corners(width: int) -> tuple[int, int]:
        squares = areas.draw(EXACT, width=width)["data"]
        bottoms = {round(square["y"][0] + square["marker"]["size"] / 2, 6) for square in squares}
        rights = {round(square["x"][0] + square["marker"]["size"] / 2, 6) for square in squares}
        return len(bottoms), len(rights)

    assert corners(880) == (1, 4)
    assert corners(390) == (4, 1)


def test_squares_never_overlap() -> None:
    squares = sorted(areas.draw(EXACT)["data"], key=lambda square: square["x"])
    for left, right in pairwise(squares):
        assert left["x"][0] + left["marker"]["size"] / 2 < right["x"][0] - right["marker"]["size"] / 2


def test_the_printed_area_stands_before_the_converted_one() -> None:
    found = dict(boxes(areas.draw(bees.MEADOWS)))
    printed, converted = found["350\N{NO-BREAK SPACE}ha"], found["= 3.5\N{NO-BREAK SPACE}km²"]
    assert printed.top < converted.top
    assert "= 40\N{NO-BREAK SPACE}km²" not in found


@pytest.mark.parametrize("width", [390, 880])
def test_documents_squares_stand_first_in_their_color_and_references_are_gray(width: int) -> None:
    reference = bees.land("Heath", "90 square kilometers", 90, "km2", source="census")
    figure = areas.draw(bees.drawing(reference, *EXACT.numbers), width=width)
    shown = [(square["customdata"][0], square["marker"]["color"]) for square in figure["data"]]
    tokens = theme.tokens("light")
    assert shown == [*((number.id, tokens.doc) for number in EXACT.numbers), (reference.id, tokens.ref)]
    values = colors(figure)
    assert values["over 40\N{NO-BREAK SPACE}km²"] == tokens.doc
    assert values["90\N{NO-BREAK SPACE}km²"] == tokens.ink


@given(st.lists(st.sampled_from([0.5, 1, 1, 7, 40, 1000]), min_size=2, max_size=8), st.sampled_from([254, 508, 1086]))
def test_equal_areas_are_equal_squares_and_each_is_a_number(values: list[float], width: int) -> None:
    meadows = [bees.land(f"Meadow {i}", f"{value} km2", value, "km2") for i, value in enumerate(values)]
    areas_of = {number.id: number.common for number in meadows}
    sides = {
        one["customdata"][0]: one["marker"]["size"] for one in areas.draw(bees.drawing(*meadows), width=width)["data"]
    }
    largest = max(sides.values()) / max(values) ** 0.5
    assert sides == pytest.approx({name: largest * value**0.5 for name, value in areas_of.items()})


def test_many_squares_are_not_squeezed() -> None:
    meadows = bees.drawing(*(bees.number(f"Meadow {i}", f"{i} ha", i, "km2") for i in range(1, 10)))
    assert max(square["marker"]["size"] for square in areas.draw(meadows)["data"]) == areas.STACKED


def test_only_what_is_above_zero_has_a_size() -> None:
    assert areas.fits(bees.MEADOWS.numbers)
    assert not areas.fits([*bees.MEADOWS.numbers, bees.land("Heath", "no heath", 0, "ha")])
