"""Labels: words in their size, with small words after or below them, measured before they are written."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.charts.drawing.canvas import SMALL, At, Canvas, tall
from dashboard.charts.drawing.lettering import widest, width, wrap

NAME, DETAIL = 15, SMALL

# Plotly pads words by a pixel and letters stand a little off their edge: this brings them flush with the bars.
EDGE = -2


@dataclass(frozen=True)
class Label:
    """Lines of words, and what follows them in small type: on the last line where there is room, else below."""

    lines: list[str]
    after: str = ""
    below: list[str] = field(default_factory=list)
    bold: bool = False

    @property
    def width(self) -> float:
        """The width in pixels."""
        words = widest(self.lines, NAME, bold=self.bold)
        if self.after:
            words = max(words, width(self.lines[-1], NAME, bold=self.bold) + _after(self.after))
        return max(words, widest(self.below, DETAIL)) + 3

    @property
    def height(self) -> float:
        """The height in pixels."""
        return tall(len(self.lines), NAME) + tall(len(self.below), DETAIL)


def label(words: str, small: str, pixels: float, *, bold: bool = False) -> Label:
    """Words and small words set into a column of `pixels`."""
    lines = wrap(words, pixels, NAME, bold=bold)
    if small and width(lines[-1], NAME, bold=bold) + _after(small) <= pixels:
        return Label(lines, small, bold=bold)
    return Label(lines, below=wrap(small, pixels, DETAIL) if small else [], bold=bold)


def _after(small: str) -> float:
    return width("  ", NAME) + width(small, DETAIL)


def write(canvas: Canvas, label: Label, y: float, at: At, *, color: str = "", backed: bool = True) -> None:
    """Writes a label down from height `y`, its words in a color."""
    # Small words first: what backs them would else cut the tails of the letters above.
    if label.below:
        middle = y + tall(len(label.lines), NAME) + tall(len(label.below), DETAIL) / 2
        canvas.write(label.below, middle, at, size=DETAIL, color=canvas.colors.muted, backed=backed)
    if label.lines:
        middle = y + tall(len(label.lines), NAME) / 2
        canvas.write(label.lines, middle, at, size=NAME, color=color, bold=label.bold, after=label.after, backed=backed)
