"""Areas of land as squares, true to scale, so that a reader sees at once how often one goes into another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.drawing import marks
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, tall
from dashboard.charts.drawing.geometry import Scale
from dashboard.charts.drawing.labels import EDGE
from dashboard.charts.drawing.lettering import wrap
from dashboard.charts.rows import Name, Row, common, converted, names, records, said

SIZE = 15

# The side of the largest square in pixels: side by side, the least worth drawing so, and under one another.
LARGEST, SMALLEST, STACKED = 230, 130, 132

# Beyond this quotient of areas, the smallest square would be less than two pixels wide.
EXTREME = 5000

_COLUMN = 136
_BETWEEN = 26


@dataclass(frozen=True)
class Square:
    """One row with its place: the square's side, and the left edge and width of its words, in pixels."""

    row: Row
    name: Name
    side: float
    left: float
    room: float

    @property
    def lines(self) -> list[tuple[list[str], float, bool]]:
        """The words as (lines, size, bold): as said, converted, and what it is an area of."""
        groups = [
            (said(self.row), SIZE, True),
            (converted(self.row, "= "), SMALL, False),
            (self.name.title, SIZE, False),
            (self.name.detail, SMALL, False),
        ]
        return [(wrap(text, self.room, size, bold=bold), size, bold) for text, size, bold in groups if text]

    @property
    def height(self) -> float:
        """The height of the words in pixels."""
        return sum(tall(len(lines), size) for lines, size, _ in self.lines)


def draw(rows: pd.DataFrame, *, scheme: str = "light", width: int = 880) -> go.Figure:
    """Squares, largest first: side by side on one base line, or under one another where that is too tight.

    `rows` carry `common_value` and `common_symbol` where their units differ: the printed words stand first, the
    converted area after them. `scheme` and `width` are as for stated numbers.
    """
    found = sorted(records(rows), key=common, reverse=True)
    canvas = Canvas(scheme, width, left=marks.BLUR)
    canvas.scale(Scale(0, canvas.room, canvas.room))
    squares = _columns(found, canvas.room)
    if squares:
        return canvas.figure(_side_by_side(canvas, squares))
    return canvas.figure(_stacked(canvas, found))


def sides(rows: Sequence[Row], largest: float) -> list[float]:
    """The sides in pixels of squares whose areas are as the rows', the greatest side being `largest`."""
    most = max(common(row) for row in rows)
    return [largest * (common(row) / most) ** 0.5 for row in rows]


def _columns(rows: Sequence[Row], width: float) -> list[Square]:
    """Columns for squares as large as the width allows; none where they would be small."""
    for largest in range(LARGEST, SMALLEST - 1, -10):
        rooms = [max(side, _COLUMN) for side in sides(rows, largest)]
        if sum(rooms) + _BETWEEN * (len(rows) - 1) <= width:
            lefts = [sum(rooms[:i]) + _BETWEEN * i for i in range(len(rows))]
            parts = zip(rows, names(rows), sides(rows, largest), lefts, rooms, strict=True)
            return [Square(*part) for part in parts]
    return []


def _side_by_side(canvas: Canvas, squares: Sequence[Square]) -> float:
    base = max(square.side for square in squares) + 32
    for square in squares:
        middle = square.left + square.side / 2
        marks.square(canvas, square.row, middle, base - square.side / 2, square.side, marks.style(canvas, square.row))
        _write(canvas, square, base + 14)
    return base + max(square.height for square in squares) + 20


def _stacked(canvas: Canvas, rows: Sequence[Row]) -> float:
    left, y = STACKED + 34.0, 24.0
    for row, name, side in zip(rows, names(rows), sides(rows, STACKED), strict=True):
        square = Square(row, name, side, left, canvas.room - left - 4)
        marks.square(canvas, row, STACKED - side / 2, y + side / 2, side, marks.style(canvas, row))
        _write(canvas, square, y - 4)
        y += max(side, square.height) + 24
    return y - 12


def _write(canvas: Canvas, square: Square, y: float) -> None:
    for lines, size, bold in square.lines:
        height = tall(len(lines), size)
        color = canvas.colors.muted if size == SMALL else canvas.colors.ink
        at = At(square.left, "x", EDGE)
        canvas.write(lines, y + height / 2, at, size=size, bold=bold, color=color, backed=False)
        y += height
