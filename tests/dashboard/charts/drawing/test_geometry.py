from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.drawing.geometry import Box, Scale, along, beside, bounds, powers, reach, scale, spread, ticks

LENGTHS = st.lists(st.tuples(st.floats(0, 500), st.floats(5, 60)), min_size=1, max_size=20)


@given(LENGTHS)
def test_spread_labels_keep_their_order_and_their_distance(labels):
    wanted, sizes = sorted(want for want, _ in labels), [size for _, size in labels]
    centers = spread(wanted, sizes, 0, 500)
    for i in range(len(centers) - 1):
        assert centers[i + 1] - centers[i] >= (sizes[i] + sizes[i + 1]) / 2 - 1e-6


@given(LENGTHS)
def test_spread_labels_stay_inside_where_there_is_room(labels):
    wanted, sizes = sorted(want for want, _ in labels), [size for _, size in labels]
    centers = spread(wanted, sizes, 0, sum(sizes) + 1)
    assert centers[0] - sizes[0] / 2 >= -1e-6
    assert centers[-1] + sizes[-1] / 2 <= sum(sizes) + 1 + 1e-6


def test_labels_that_are_clear_of_one_another_stay_and_others_share_the_move():
    assert spread([10, 50, 90], [20, 20, 20], 0, 100) == [10, 50, 90]
    assert spread([50, 50], [20, 20], 0, 100) == [40, 60]
    assert spread([], [], 0, 1) == []


@given(st.lists(st.tuples(st.floats(1, 1e9), st.floats(0, 150)), min_size=1, max_size=9))
def test_an_axis_reaches_so_far_that_every_label_fits(ends):
    high = reach(ends, 300)
    assert high >= max(value for value, _ in ends)
    assert all(value / high * 300 + pixels <= 300.001 for value, pixels in ends)


def test_an_axis_of_nothing_still_has_a_length():
    assert reach([(0, 10)], 300) > 0


@given(st.floats(1e-3, 1e12), st.integers(2, 8))
def test_ticks_are_even_and_inside(top, count):
    found = ticks(top, count)
    steps = {round((after - before) / found[1], 9) for before, after in pairwise(found)}
    assert found[0] == 0
    assert found[-1] <= top * 1.0001
    assert steps == {1}
    assert 1 <= len(found) - 1 <= count + 1


def test_ticks_are_round():
    assert ticks(1_000_000, 5) == [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]
    assert ticks(73, 4) == [0, 20, 40, 60]
    assert ticks(2021, 4, 1990) == [1990, 2000, 2010, 2020]
    assert ticks(0, 3) == [0]


def test_ticks_of_things_are_whole():
    assert ticks(4, 8) == [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]
    assert ticks(4, 8, whole=True) == [0, 1, 2, 3, 4]
    assert ticks(10, 4, whole=True) == [0, 5, 10]
    assert ticks(0.4, 4, whole=True) == [0]
    assert bounds(0, 3, 5, whole=True) == (0, 3)
    assert ticks(2_000_000, 8, whole=True) == ticks(2_000_000, 8)


def test_powers_of_ten_are_thinned():
    assert powers(3500, 1e6, 5) == [1e4, 1e5, 1e6]
    assert powers(1, 1e8, 5) == [1, 100, 1e4, 1e6, 1e8]


def test_a_scale_starts_at_zero_unless_small_values_would_vanish():
    plain = scale([(10, 0), (100, 0)], 400, 25)
    assert (plain.low, plain.log) == (0, False)
    steep = scale([(1, 0), (1000, 90)], 400, 25)
    assert steep.log
    assert steep.pixels(1) > 0
    assert steep.pixels(1000) + 90 == pytest.approx(400)
    assert not scale([(-5, 0), (1000, 0)], 400, 25).log


@pytest.mark.parametrize("values", [(-5, -3), (-5, -5), (0, 0), (-5, 1000)])
def test_a_scale_has_zero_on_it_and_room_for_what_stands_behind_a_value(values):
    axis = scale([(value, 60) for value in values], 400, 25)
    assert axis.low <= 0 <= axis.high
    assert all(0 <= axis.pixels(value) <= 340.001 for value in values)


@pytest.mark.parametrize("log", [False, True])
def test_a_scale_gives_back_the_value_of_its_pixels(log):
    axis = Scale(2, 2000, 400, log)
    assert axis.value(axis.pixels(50)) == pytest.approx(50)
    assert axis.pixels(2000) == pytest.approx(400)
    assert len(axis.ticks(100)) >= 2


def test_boxes_hold_meet_and_lie_within():
    box = Box(0, 0, 10, 10)
    assert box.holds(10, 0)
    assert box.meets(Box(9, 9, 20, 20))
    assert not box.meets(Box(10, 0, 20, 10))
    assert Box(1, 1, 2, 2).within(box)
    assert not box.within(Box(1, 1, 20, 20))


FRAME = Box(0, 0, 400, 300)
LEVEL = along([(0, 150), (400, 150)], 4)


def test_a_label_is_put_where_no_line_runs():
    box = beside([(200, 150)], (80, 30), FRAME, LEVEL, [])
    assert box
    assert not any(box.holds(*point) for point in LEVEL)
    assert box.within(FRAME)
    other = beside([(200, 150)], (80, 30), FRAME, LEVEL, [box])
    assert other
    assert not other.meets(box)


def test_a_label_without_a_place_has_none():
    assert beside([(50, 50)], (80, 30), FRAME, [], [FRAME]) is None
    assert beside([(50, 50)], (80, 30), Box(0, 0, 60, 60), [], []) is None


def test_a_label_is_by_the_first_mark_where_it_covers_nothing():
    first, second = (200.0, 150.0), (40.0, 60.0)
    assert beside([second, first], (80, 30), FRAME, LEVEL, []) == beside([second], (80, 30), FRAME, LEVEL, [])
    around = [(x, y) for x in range(60, 350, 4) for y in range(20, 290, 4)]
    found = beside([first, second], (30, 20), FRAME, around, [])
    assert found
    assert found.right < 60


def test_a_label_that_must_be_clear_and_near_has_no_other_place():
    crowd = [(x, y) for x in range(0, 400, 8) for y in range(0, 300, 8)]
    assert beside([(200, 150)], (80, 30), FRAME, crowd, [])
    assert beside([(200, 150)], (80, 30), FRAME, crowd, [], clear=True) is None
    taken = [Box(90, 90, 310, 210)]
    assert beside([(200, 150)], (80, 30), FRAME, [], taken)
    assert beside([(200, 150)], (80, 30), FRAME, [], taken, most=26) is None


def test_points_along_a_line_are_close_to_one_another():
    points = along([(0, 0), (30, 40)], 5)
    assert len(points) == 11
    assert points[-1] == (30, 40)


@pytest.mark.parametrize(
    ("low", "top", "ends"),
    [
        (0, 5.86e6, (0, 6e6)),
        (3, 81, (0, 100)),
        (0, 5, (0, 5)),
        (0, 5.004, (0, 6)),
        (0, 2.4, (0, 2.5)),
        (0, 0, (0, 1)),
        (-3, 81, (-20, 100)),
        (-9, -4, (-10, 0)),
    ],
)
def test_an_axis_has_zero_on_it_and_ends_at_the_ticks_around_its_values(low, top, ends):
    found = bounds(low, top, 5)
    assert found == pytest.approx(ends)
    assert ticks(found[1], 5, found[0])[-1] == pytest.approx(found[1])
