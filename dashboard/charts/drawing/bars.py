"""Bars in blocks: a name, one or more bars under or beside it, and behind each the words of its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.drawing import geometry, labels, marks
from dashboard.charts.drawing.canvas import At, Canvas
from dashboard.charts.drawing.labels import DETAIL, EDGE, NAME, Label
from dashboard.charts.drawing.lettering import widest, wrap
from dashboard.charts.drawing.marks import Spot
from dashboard.design.theme import Style, mixed
from validation.language import written
from validation.model.observations import Observation


@dataclass(frozen=True)
class Bar:
    """One number as a bar, with its words."""

    number: Observation
    style: Style
    label: Label


@dataclass(frozen=True)
class Block:
    """Bars that share a name."""

    name: Label
    bars: list[Bar]


@dataclass(frozen=True)
class Sizes:
    """Pixels: how thick bars are, the least space around them, and the space between blocks.

    `stacked` puts names above their bars instead of before them, `above` puts the words of a bar above it
    instead of behind it.
    """

    thickness: float
    around: float
    between: float
    stacked: bool = False
    above: bool = False


def bar(canvas: Canvas, number: Observation, style: Style, small: str = "", part: float = 0.27) -> Bar:
    """A bar whose label takes at most a `part` of the drawing's width."""
    return Bar(number, style, labels.label(number.label, small, canvas.width * part, bold=True))


def margins(canvas: Canvas, names: Sequence[str]) -> None:
    """Makes room for the names: a column as wide as they need, up to a third; none where they stand above."""
    limit = canvas.width * 0.3
    column = max((widest(wrap(name, limit, NAME), NAME) for name in names), default=0)
    canvas.left, canvas.right = (1 if canvas.narrow else column + 18), 6


def name(canvas: Canvas, words: str, small: str = "", *, stacked: bool) -> Label:
    """A name set into its column, or into the whole width where names stand above."""
    if stacked:
        return labels.label(words, small, canvas.width - 8)
    pixels = canvas.left - 16
    return Label(wrap(words, pixels, NAME), below=wrap(small, pixels, DETAIL) if small else [])


def panel(canvas: Canvas, blocks: Sequence[Block], y: float, sizes: Sizes, axis: str = "x", full: float = 0) -> float:
    """Draws blocks down from height `y` on one axis, and returns the height below the axis's labels.

    `full` is the whole that the bars are parts of (100 for percent): the axis goes at least so far, and each
    bar gets a pale track up to it.
    """
    bars = [bar for block in blocks for bar in block.bars]
    low = min(0.0, *(bar.number.common for bar in bars))
    most = max(full, *(bar.number.top for bar in bars))
    ends = [(max(bar.number.top, 0.0) - low, _behind(bar, sizes)) for bar in bars]
    scale = geometry.Scale(low, low + max(full, geometry.reach(ends, canvas.room)), canvas.room)
    pen = _Pen(canvas, sizes, axis, canvas.room / (scale.high - low), full)
    bottom = y
    for block in blocks:
        bottom = pen.block(block, bottom)
    ticks = geometry.ticks(max(most, 0.0), max(2, round((max(most, 0.0) - low) * pen.scale / 110)), low)
    canvas.scale(scale, axis)
    canvas.grid(scale, ticks, written.glued(ticks, bars[0].number.indicator.unit.sign), y, bottom, axis)
    return bottom + 26


def _behind(bar: Bar, sizes: Sizes) -> float:
    return marks.overhang(bar.number) + (0 if sizes.above else bar.label.width)


@dataclass(frozen=True)
class _Pen:
    """What all blocks of a panel are drawn with; `scale` is pixels per unit."""

    canvas: Canvas
    sizes: Sizes
    axis: str
    scale: float
    full: float

    def block(self, block: Block, y: float) -> float:
        """Draws a block down from `y` and returns where the next one begins."""
        y += self.sizes.between / 2
        heights = [self._height(bar) for bar in block.bars]
        if self.sizes.stacked:
            labels.write(self.canvas, block.name, y, At(shift=EDGE))
            y += block.name.height
            below = y + sum(heights)
        else:
            below = y + max(sum(heights), block.name.height)
            middle = (y + below - block.name.height) / 2
            labels.write(self.canvas, block.name, middle, At(shift=-14, align="right"))
            y = (y + below - sum(heights)) / 2
        for bar, height in zip(block.bars, heights, strict=True):
            self._bar(bar, y, height)
            y += height
        return below + self.sizes.between / 2

    def _height(self, bar: Bar) -> float:
        least = self.sizes.thickness + self.sizes.around
        return least + bar.label.height if self.sizes.above else max(least, bar.label.height + 6)

    def _bar(self, bar: Bar, y: float, height: float) -> None:
        canvas, number = self.canvas, bar.number
        center = y + height / 2 + (bar.label.height / 2 if self.sizes.above else 0)
        spot = Spot(center, self.sizes.thickness, self.axis)
        if self.full:
            track = mixed(canvas.colors.grid, canvas.colors.paper, 0.5)
            canvas.rect(0, self.full, center - spot.half, center + spot.half, track, axis=self.axis)
        marks.bar(canvas, number, spot, bar.style, self.scale)
        if self.sizes.above:
            labels.write(canvas, bar.label, y + self.sizes.around / 2 - 4, At(shift=EDGE), backed=False)
        else:
            at = At(max(number.top, 0.0), self.axis, marks.overhang(number))
            labels.write(canvas, bar.label, center - bar.label.height / 2, at, backed=not self.full)
