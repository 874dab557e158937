"""A plot of values over years: where things are in it, and words that are put where there is room for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.charts.drawing import geometry
from dashboard.charts.drawing.canvas import At, Canvas, tall
from dashboard.charts.drawing.geometry import Box, Scale
from dashboard.charts.drawing.lettering import widest
from dashboard.charts.drawing.lines import span, when
from validation.model.observations import Observation

TICKS = 5

# Pixels: between the end of a line and its words, and between words under one another.
GAP, APART = 14, 6

# Pixels: how far words may be off the end of their line without a thin one that leads there.
_NEAR = 6

Point = tuple[float, float]
"""Pixels from the left edge of the plot, and from the top of the drawing."""


class Part(NamedTuple):
    """Lines of words in one type."""

    lines: list[str]
    size: float
    color: str
    bold: bool = False


@dataclass(frozen=True)
class Words:
    """A label: its parts under one another."""

    parts: Sequence[Part]

    @property
    def size(self) -> tuple[float, float]:
        """The width and the height in pixels."""
        across = max(widest(part.lines, part.size, bold=part.bold) for part in self.parts)
        return across + 4, sum(tall(len(part.lines), part.size) for part in self.parts)


@dataclass(frozen=True)
class Plot:
    """Where years and values are in a drawing; `top` and `bottom` are the heights of `high` and `low`.

    `whole` says that the values count things of which there is no half.
    """

    years: Scale
    low: float
    high: float
    top: float
    bottom: float
    whole: bool = False

    @property
    def ticks(self) -> list[float]:
        """Round values, with a line each."""
        return geometry.ticks(self.high, TICKS, self.low, whole=self.whole)

    def y(self, value: float) -> float:
        """The height of a value in pixels from the top."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def value(self, y: float) -> float:
        """The value at a height."""
        return self.low + (self.bottom - y) / (self.bottom - self.top) * (self.high - self.low)

    def place(self, number: Observation) -> Point:
        """Where a number is."""
        return self.years.pixels(when(number)), self.y(number.common)


@dataclass(frozen=True)
class Writer:
    """Puts words beside marks: off the points that are given, and off the boxes that are taken, to which it adds."""

    canvas: Canvas
    plot: Plot
    points: Sequence[Point]
    taken: list[Box] = field(default_factory=list)

    @property
    def _room(self) -> Box:
        """Where words may stand: over the plot and right of it too."""
        right = self.canvas.width - self.canvas.left - 2
        return Box(4, self.plot.top - 32, right, self.plot.bottom - 6)

    def beside(self, places: Sequence[Point], words: Words, *, most: float = 120, clear: bool = False) -> bool:
        """Writes words by one of several places, if there is room for them; see `geometry.beside`."""
        box = geometry.beside(places, words.size, self._room, self.points, self.taken, most=most, clear=clear)
        if box:
            self._write(words, box)
        return box is not None

    def at_ends(self, ends: Sequence[tuple[Point, Words]]) -> None:
        """Writes words behind the ends of lines, under one another; a thin line leads to those that had to be moved."""
        ordered = sorted(ends, key=lambda end: end[0][1])
        # A number may follow the last of a line, and words would hide it.
        left = max((x for x, _ in (*(point for point, _ in ordered), *self.points)), default=0.0) + GAP
        sizes = [words.size[1] + APART for _, words in ordered]
        middles = geometry.spread([y for (_, y), _ in ordered], sizes, 0.0, self.plot.bottom)
        for ((x, y), words), middle in zip(ordered, middles, strict=True):
            wide, high = words.size
            box = Box(left, middle - high / 2, left + wide, middle + high / 2)
            if not box.top - _NEAR < y < box.bottom + _NEAR:
                lead = f"M{_NEAR},0L{left - x - 1:g},{y - middle:g}"
                self.canvas.path(lead, self.plot.years.value(x), y, stroke=self.canvas.colors.axis, thick=1)
            self._write(words, box)

    def _write(self, words: Words, box: Box) -> None:
        self.taken.append(box)
        y = box.top
        for part in words.parts:
            height = tall(len(part.lines), part.size)
            self.canvas.write(
                part.lines, y + height / 2, At(shift=box.left), size=part.size, color=part.color, bold=part.bold
            )
            y += height


def ends(numbers: Sequence[Observation]) -> tuple[float, float]:
    """The years from the beginning of the first period to the end of the last."""
    return min(span(number)[0] for number in numbers), max(span(number)[1] for number in numbers)
