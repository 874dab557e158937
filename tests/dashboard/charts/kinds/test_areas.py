from __future__ import annotations

from itertools import pairwise

import pytest

from dashboard.charts.kinds import areas
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes

EXACT = bees.MEADOWS.assign(qualifier="exact")


@pytest.mark.parametrize("width", [390, 880])
def test_squares_are_true_to_scale(width):
    sizes = [square.marker.size for square in areas.draw(EXACT, width=width).data]
    found = [(size / sizes[0]) ** 2 for size in sizes]
    assert found == pytest.approx([1, 8.09 / 40, 3.5 / 40, 0.2 / 40])
    assert {square.marker.symbol for square in areas.draw(EXACT, width=width).data} == {"square"}


def test_squares_stand_side_by_side_and_under_one_another_on_a_phone():
    def corners(width: int) -> tuple[set[float], set[float]]:
        squares = areas.draw(EXACT, width=width).data
        bottoms = {round(square.y[0] + square.marker.size / 2, 6) for square in squares}
        rights = {round(square.x[0] + square.marker.size / 2, 6) for square in squares}
        return bottoms, rights

    bottoms, rights = corners(880)
    assert (len(bottoms), len(rights)) == (1, 4)
    bottoms, rights = corners(390)
    assert (len(bottoms), len(rights)) == (4, 1)


def test_squares_never_overlap():
    squares = sorted(areas.draw(EXACT, width=880).data, key=lambda square: square.x[0])
    for left, right in pairwise(squares):
        assert left.x[0] + left.marker.size / 2 < right.x[0] - right.marker.size / 2


def test_the_printed_area_stands_before_the_converted_one():
    found = dict(boxes(areas.draw(bees.MEADOWS), 880))
    printed, converted = found["about 2,000 acres"], found["= 8.09\N{NO-BREAK SPACE}km²"]
    assert printed.top < converted.top
    assert "= 40\N{NO-BREAK SPACE}km²" not in found


def test_many_squares_are_not_squeezed():
    rows = bees.frame(*(bees.row(f"Meadow {i}", f"{i} ha", i, "km2") for i in range(1, 10)))
    sizes = [square.marker.size for square in areas.draw(rows, width=880).data]
    assert max(sizes) == areas.STACKED
