"""Where marks and labels go: pure arithmetic, no drawing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Pixels: how far a label may be from its mark, step by step, and how near to a line it covers a part of it.
_AWAY = (14, 26, 40, 60, 90, 120)
_NEAR = 10


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centers for labels of given sizes, as near as can be to where they are wanted, none touching.

    Parameters
    ----------
    wanted
        Where each label would like its center, ascending.
    sizes
        The length each label takes, gap included, in the same unit.
    low, high
        The labels stay inside, as long as there is room for them all.

    Returns
    -------
    The centers in the same order. They minimize the sum of squared moves: with the stacked half sizes taken
    off, only the order must be kept, which is isotonic regression (pool adjacent violators).
    """
    if not wanted:
        return []
    stacked = [0.0]
    for before, after in pairwise(sizes):
        stacked.append(stacked[-1] + (before + after) / 2)
    level = _isotonic([want - offset for want, offset in zip(wanted, stacked, strict=True)])
    floor = low + sizes[0] / 2
    ceiling = max(floor, high - sizes[-1] / 2 - stacked[-1])
    return [min(max(z, floor), ceiling) + offset for z, offset in zip(level, stacked, strict=True)]


def _isotonic(values: Sequence[float]) -> list[float]:
    """The ascending sequence nearest to `values` by least squares."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while blocks and blocks[-1][0] * count > total * blocks[-1][1]:
            before, members = blocks.pop()
            total, count = total + before, count + members
        blocks.append((total, count))
    return [total / count for total, count in blocks for _ in range(count)]


def reach(ends: Iterable[tuple[float, float]], room: float) -> float:
    """The upper end of an axis from 0 on which each mark has space for the label behind it.

    `ends` are pairs of a value and the pixels its label takes; `room` is the length of the axis in pixels.
    Labels are given at most 85% of the room.
    """
    pairs = list(ends)
    top = max((value for value, _ in pairs), default=0.0) or 1.0
    return max([top, *(value * room / (room - min(pixels, 0.85 * room)) for value, pixels in pairs)])


def ticks(top: float, count: int, low: float = 0.0, *, whole: bool = False) -> list[float]:
    """Round numbers from `low` to `top`, about `count` steps of 1, 2, 2.5 or 5 times a power of ten.

    With `whole` they are whole numbers.
    """
    if top <= low:
        return [low]
    raw = (top - low) / max(count, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    steps = (factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw * 0.999)
    step = next((step for step in steps if not whole or step % 1 == 0), 1.0)
    first = math.ceil(low / step - 1e-9)
    return [step * i for i in range(first, math.floor(top / step + 1e-9) + 1)]


def bounds(low: float, top: float, count: int, *, whole: bool = False) -> tuple[float, float]:
    """The ticks at or beyond two values, for an axis with 0 on it that `ticks` divides into about `count` steps."""
    low, top = min(low, 0.0), max(top, 0.0)
    found = ticks(top, count, low, whole=whole)
    if len(found) < 2:
        return 0.0, 1.0
    step = found[1] - found[0]
    return step * math.floor(low / step + 1e-9), step * math.ceil(top / step - 1e-9)


def powers(low: float, high: float, count: int) -> list[float]:
    """Powers of ten from `low` to `high`, thinned to at most `count`."""
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    stride = max(1, math.ceil((last - first + 1) / max(count, 1)))
    return [10.0**i for i in range(first, last + 1, stride)]


@dataclass(frozen=True)
class Scale:
    """A value axis: `low` and `high` are its ends, `room` its length in pixels; logarithmic or not."""

    low: float
    high: float
    room: float
    log: bool = False

    def pixels(self, value: float) -> float:
        """How far along the axis a value stands."""
        return (self.at(value) - self.at(self.low)) / (self.at(self.high) - self.at(self.low)) * self.room

    def value(self, pixels: float) -> float:
        """What stands so many pixels along the axis."""
        place = self.at(self.low) + pixels / self.room * (self.at(self.high) - self.at(self.low))
        return 10**place if self.log else place

    def at(self, value: float) -> float:
        """The value as the axis's range and its annotations count it: on a log axis, its power of ten."""
        return math.log10(value) if self.log else value

    def ticks(self, apart: float) -> list[float]:
        """Round values on the axis, about so many pixels apart or more."""
        count = max(2, int(self.room / apart))
        return powers(self.low, self.high, count) if self.log else ticks(self.high, count, min(self.low, 0.0))


def scale(ends: Sequence[tuple[float, float]], room: float, most: float) -> Scale:
    """An axis on which each value has space for the pixels its label takes, as `reach` solves it.

    It has 0 on it; where the largest of positive values is over `most` times the smallest, it is logarithmic
    and starts a little before the smallest.
    """
    low, high = min(value for value, _ in ends), max(value for value, _ in ends)
    if low <= 0 or high / low <= most:
        zero = min(0.0, low)
        return Scale(
            zero, zero + reach([(-zero, 0.0), *((value - zero, pixels) for value, pixels in ends)], room), room
        )
    start = math.log10(low) - 0.05 * math.log10(high / low)
    end = start + reach([(math.log10(value) - start, pixels) for value, pixels in ends], room)
    return Scale(10**start, 10**end, room, log=True)


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, down from the top."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def inside(self, points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        """The points that lie inside."""
        left, top, right, bottom = self.left, self.top, self.right, self.bottom
        return [point for point in points if left <= point[0] <= right and top <= point[1] <= bottom]

    def meets(self, other: Box) -> bool:
        """Whether two rectangles share more than an edge."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0

    def within(self, other: Box) -> bool:
        """Whether it lies wholly inside another."""
        return other.holds(self.left, self.top) and other.holds(self.right, self.bottom)


def beside(
    marks: Sequence[tuple[float, float]],
    size: tuple[float, float],
    frame: Box,
    points: Sequence[tuple[float, float]],
    taken: Sequence[Box],
    *,
    most: float = 120,
    clear: bool = False,
) -> Box | None:
    """The nearest place to one of several marks for a label of a size, in the frame and clear of taken boxes, or None.

    It covers as few of the points as can be, with `clear` none at all; it is by the first mark that allows that, and
    no more pixels away than `most`.
    """
    fewest, best = len(points) + 2, None
    for mark in marks:
        # Only what is near can be covered, and looking is what takes time.
        close = [mark, *_grown(Box(*mark, *mark), most + size[0] + _NEAR, most + size[1] + _NEAR).inside(points)]
        for away in (away for away in _AWAY if away <= most):
            for box in _around(mark, away, size, frame):
                if not box.within(frame) or any(box.meets(other) for other in taken):
                    continue
                covered = len(_grown(box, _NEAR, _NEAR).inside(close))
                if not covered:
                    return box
                if covered < fewest:
                    fewest, best = covered, box
    return None if clear else best


def _grown(box: Box, across: float, down: float) -> Box:
    return Box(box.left - across, box.top - down, box.right + across, box.bottom + down)


def _around(mark: tuple[float, float], away: float, size: tuple[float, float], frame: Box) -> Iterator[Box]:
    """The boxes of a size around a mark, moved along the frame where they would leave it at a side."""
    (x, y), (wide, tall) = mark, size
    for up in (0, 1, -1):
        for side in (-1, 1, 0):
            left = x + side * away - (wide if side < 0 else wide / 2 if side == 0 else 0)
            top = y + up * away - (tall if up < 0 else tall / 2 if up == 0 else 0)
            left = max(frame.left, min(left, frame.right - wide))
            yield Box(left, top, left + wide, top + tall)


def along(points: Sequence[tuple[float, float]], step: float) -> list[tuple[float, float]]:
    """Points along a line through points, no more than a step apart."""
    dense = list(points[:1])
    for (x0, y0), (x1, y1) in pairwise(points):
        parts = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / step))
        dense += [(x0 + (x1 - x0) * i / parts, y0 + (y1 - y0) * i / parts) for i in range(1, parts + 1)]
    return dense
