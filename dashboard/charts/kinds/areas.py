"""Areas of land as squares, true to scale, so that a reader sees at once how often one goes into another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.charts.drawing import marks
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, Figure, tall
from dashboard.charts.drawing.content import Drawing, Name, equal
from dashboard.charts.drawing.geometry import Scale
from dashboard.charts.drawing.labels import EDGE
from dashboard.charts.drawing.lettering import wrap
from validation.language.written import capitalized
from validation.model.observations import Observation

SIZE = 15

# The side of the largest square in pixels: side by side, the least worth drawing so, and under one another.
LARGEST, SMALLEST, STACKED = 230, 130, 132

# Beyond this quotient of areas, the smallest square would be less than two pixels wide.
EXTREME = 5000

_COLUMN = 136
_BETWEEN = 26


@dataclass(frozen=True)
class Square:
    """One number with its place: the square's side, and the left edge and width of its words, in pixels."""

    number: Observation
    name: Name
    side: float
    left: float
    room: float

    @property
    def lines(self) -> list[tuple[list[str], float, bool]]:
        """The words as (lines, size, bold): as said, converted, and what it is an area of."""
        groups = [
            (self.number.label, SIZE, True),
            (equal(self.number), SMALL, False),
            (self.name.title, SIZE, False),
            (self.name.detail, SMALL, False),
        ]
        return [(wrap(text, self.room, size, bold=bold), size, bold) for text, size, bold in groups if text]

    @property
    def height(self) -> float:
        """The height of the words in pixels."""
        return sum(tall(len(lines), size) for lines, size, _ in self.lines)


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """Squares, documents' first, each from the largest down: on one base line, or under one another where it is tight.

    All numbers are above zero. The printed words stand first, the converted area after them. `scheme` and `width` are
    as for stated numbers.
    """
    ordered = drawing.of(sorted(drawing.numbers, key=lambda number: (number.told_by.is_reference, -number.common)))
    names = _names(ordered)
    canvas = Canvas(scheme, width, left=4)
    canvas.scale(Scale(0, canvas.room, canvas.room))
    squares = _columns(ordered.numbers, names, canvas.room)
    canvas.across = bool(squares)
    return canvas.figure(_side_by_side(canvas, squares) if squares else _stacked(canvas, ordered.numbers, names))


def fits(numbers: Sequence[Observation]) -> bool:
    """Whether each number is the size of a square."""
    return all(number.common > 0 for number in numbers)


def sides(numbers: Sequence[Observation], largest: float) -> list[float]:
    """The sides in pixels of squares whose areas are as the numbers, the greatest side being `largest`."""
    most = max(number.common for number in numbers)
    return [largest * (number.common / most) ** 0.5 for number in numbers]


def _names(drawing: Drawing) -> list[Name]:
    """What each is an area of; where all are of one thing, which the chart is called after, where it is."""
    common = {number.indicator.name for number in drawing.numbers}
    before = f"{common.pop()}, " if len(common) == 1 else ""
    return [replace(name, title=capitalized(name.title.removeprefix(before))) for name in drawing.names.values()]


def _columns(numbers: Sequence[Observation], names: Sequence[Name], width: float) -> list[Square]:
    """Columns for squares as large as the width allows; none where they would be small."""
    for largest in range(LARGEST, SMALLEST - 1, -10):
        rooms = [max(side, _COLUMN) for side in sides(numbers, largest)]
        if sum(rooms) + _BETWEEN * (len(numbers) - 1) <= width:
            lefts = [sum(rooms[:i]) + _BETWEEN * i for i in range(len(numbers))]
            parts = zip(numbers, names, sides(numbers, largest), lefts, rooms, strict=True)
            return [Square(*part) for part in parts]
    return []


def _side_by_side(canvas: Canvas, squares: Sequence[Square]) -> float:
    base = max(square.side for square in squares) + 32
    for square in squares:
        middle, style = square.left + square.side / 2, marks.style(canvas, square.number)
        marks.square(canvas, square.number, middle, base - square.side / 2, square.side, style)
        _write(canvas, square, base + 14)
    return base + max(square.height for square in squares) + 20


def _stacked(canvas: Canvas, numbers: Sequence[Observation], names: Sequence[Name]) -> float:
    left, y = STACKED + 34.0, 24.0
    for number, name, side in zip(numbers, names, sides(numbers, STACKED), strict=True):
        square = Square(number, name, side, left, canvas.room - left - 4)
        marks.square(canvas, number, STACKED - side / 2, y + side / 2, side, marks.style(canvas, number))
        _write(canvas, square, y - 4)
        y += max(side, square.height) + 24
    return y - 12


def _write(canvas: Canvas, square: Square, y: float) -> None:
    for lines, size, bold in square.lines:
        height = tall(len(lines), size)
        stated = canvas.colors.doc if bold and square.number.told_by.is_document else canvas.colors.ink
        color = canvas.colors.muted if size == SMALL else stated
        at = At(square.left, "x", EDGE)
        canvas.write(lines, y + height / 2, at, size=size, bold=bold, color=color, backed=False)
        y += height
