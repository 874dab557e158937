"""Marks that say how sure a number is; what is not stated is drawn in pixels, so that no number is invented.

What the end of a mark becomes stands in `signs.MARKS`, by the qualifier.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard.charts.drawing import doubts
from dashboard.charts.drawing.canvas import Canvas
from dashboard.charts.drawing.lettering import markup, wrap
from dashboard.design import signs, theme
from dashboard.design.theme import Style, faded
from validation import vocabulary
from validation.language.written import capitalized
from validation.model.observations import Observation

# Pixels: the longest arrow beside a point, and the space before a label; how a line is broken.
ARROW = signs.MARKS[vocabulary.OVER].length
GAP = 8
DASH = "3px,2.5px"

# How much of its color what a range spans has.
SPAN = 0.45

_HATCH, _DOTS = {"shape": "/", "size": 6, "solidity": 0.45}, {"shape": ".", "size": 6, "solidity": 0.4}

# Pixels: the size of what is said where one points, and how wide it is at most.
_TEXT, _WIDEST = 14, 420


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a bar lies: the height of its middle, its thickness in pixels, and the axis its values are on.

    `over` is the height of what is drawn over it.
    """

    y: float
    thickness: float
    axis: str = "x"
    over: float = 0.0

    @property
    def half(self) -> float:
        """Half of its thickness."""
        return self.thickness / 2


def style(canvas: Canvas, number: Observation) -> Style:
    """How a number is drawn wherever it is: what a document states in the one strong color, what is ours in ink."""
    found = (theme.of_document if number.is_of_document else theme.of_reference)(canvas.scheme)
    return replace(found, color=canvas.colors.ink, pale=canvas.colors.ref_pale) if number.is_own else found


def hover(canvas: Canvas, number: Observation) -> str:
    """What a mark says when it is pointed at, as wide as there is room: name, words, if no fact, period, source."""
    same = f" = {number.converted}" if number.converted else ""
    room = min(_WIDEST, 0.55 * canvas.width)
    names = wrap(number.indicator.name, room, _TEXT, bold=True)
    said = (f"{number.said}{same}", capitalized(doubts.words(number)), number.when, number.said_by)
    lines = [line for text in said for line in wrap(text, room, _TEXT)]
    return "<br>".join([*(f"<b>{markup(name)}</b>" for name in names), *(markup(line) for line in lines if line)])


def overhang(number: Observation) -> float:
    """The pixels from a bar's value to where its label may begin."""
    mark = signs.MARKS[number.qualifier]
    return GAP + (mark.length if mark.end == "arrow" else 0)


def beside(number: Observation) -> float:
    """The pixels from a point to where its label may begin."""
    mark = signs.MARKS[number.qualifier]
    return GAP + (mark.length if mark.end == "arrow" else 10)


def bar(canvas: Canvas, number: Observation, spot: Spot, style: Style, scale: float, *, timeless: bool = False) -> None:
    """A bar from 0 to the value in the common unit, its end shaped by the qualifier; `scale` is pixels per unit.

    It is dotted where it is `timeless`, beside others of parts of years.
    """
    value, top = number.common, number.top
    plain_bar(canvas, number, value, spot, style)
    if timeless and not doubts.look(number):
        canvas.traces[-1]["marker"] = _patterned(canvas, style, _DOTS, style.color)
    if top > value:
        plain_bar(canvas, number, top - value, spot, style, base=value)
    bar_end(canvas, number, value, spot, style, value * scale)


def plain_bar(
    canvas: Canvas, number: Observation, length: float, spot: Spot, style: Style, *, base: float | None = None
) -> None:
    """A bar that stands for a number; from a `base` on, it is the span of a range."""
    canvas.traces.append(
        {
            "base": [base or 0],
            "customdata": [number.id],
            "hoverinfo": "text",
            "hovertext": [hover(canvas, number)],
            "marker": _of_bar(canvas, number, style) if base is None else _outlined(style.pale, style.color),
            "orientation": "h",
            "type": "bar",
            "width": spot.thickness,
            "x": [length],
            "xaxis": spot.axis,
            "y": [spot.y],
        }
    )


def bar_end(canvas: Canvas, number: Observation, x: float, spot: Spot, style: Style, length: float) -> None:
    """Shapes the end, at `x`, of a bar that is `length` pixels long, as the number's qualifier says."""
    mark, half = signs.MARKS[number.qualifier], spot.half
    if mark.end == "arrow":
        arrow = _arrow(1, 2, mark.length)
        canvas.path(arrow, x, spot.y, axis=spot.axis, stroke=style.color, thick=2.5)
    elif mark.end == "open":
        _open(canvas, x, spot, style.color, min(mark.length, abs(length)))
    elif mark.end == "taper":
        _taper(canvas, x, spot, min(mark.length, abs(length) * 0.6))
    if mark.limit:
        limit = f"M0,{-half - 4:g}V{half + 4:g}"
        canvas.path(limit, x, spot.y, axis=spot.axis, stroke=style.color, thick=mark.limit)


def point(
    canvas: Canvas, number: Observation, y: float, style: Style, *, size: float = 14, at: float | None = None
) -> None:
    """A marker at the number's value in the common unit, with what its qualifier leaves open beside it.

    Where the values are on the other axis, `at` says where the marker stands on this one.
    """
    x, mark = number.common if at is None else at, signs.MARKS[number.qualifier]
    if mark.end == "open":
        canvas.ring(x, y, size * 0.5 + 4, style.color)
    if mark.end in ("arrow", "taper"):
        way, foot = 1 if mark.end == "arrow" else -1, size / 2 + 3
        arrow = _arrow(way, foot, min(ARROW, mark.length), closed=number.mark.closed)
        canvas.path(arrow, x, y, stroke=style.color, thick=2.5)
    elif number.upper is not None and at is None:
        canvas.stroke(x, number.top, y, faded(style.color, SPAN), thick=size / 2)
    paper, open_, look = canvas.colors.paper, number.is_own, doubts.look(number)
    marker = {
        "color": paper if open_ else style.color,
        "line": {"color": style.color if open_ else paper, "width": 2},
        "size": size,
        "symbol": f"{style.symbol}{look.symbol if look else ''}",
    }
    canvas.traces.append(_point(canvas, number, x, y) | {"marker": marker})


def square(canvas: Canvas, number: Observation, x: float, y: float, side: float, style: Style) -> None:
    """A square of a side in pixels; what its qualifier leaves open is drawn at its edge."""
    mark, closed, inset = signs.MARKS[number.qualifier], number.mark.closed, 0.0
    if mark.end == "open":
        inset = min(mark.length, side / 4)
        canvas.frame(side / 2, x, y, style.color, 1.5, dash=DASH)
    elif mark.end == "taper":
        inset = min(mark.length / 5, side / 4)
        canvas.frame(side / 2, x, y, style.color, 3 if closed else 1.5)
    elif mark.end == "arrow":
        canvas.path(_corner(side / 2, closed=closed), x, y, stroke=style.color, thick=2.5)
    elif number.upper is not None:
        canvas.frame(side / 2 * (number.top / number.common) ** 0.5, x, y, style.color, 1.5)
    look = doubts.look(number)
    symbol = f"square{look.symbol if look else ''}"
    marker = _fill(canvas, number, style) | {"size": side - 2 * inset, "symbol": symbol}
    canvas.traces.append(_point(canvas, number, x, y) | {"marker": marker})


def _of_bar(canvas: Canvas, number: Observation, style: Style) -> dict[str, Any]:
    """Striped where it is no fact, hatched where it is of a part of a year, palely where calculated; else full."""
    if look := doubts.look(number):
        return _patterned(canvas, style, _HATCH | {"shape": look.pattern}, style.color)
    if not number.is_part_year:
        return _fill(canvas, number, style)
    return _patterned(canvas, style, _HATCH, style.pale if number.is_own else style.color)


def _patterned(canvas: Canvas, style: Style, pattern: Mapping[str, Any], color: str) -> dict[str, Any]:
    ground = {"bgcolor": canvas.colors.paper, "fgcolor": color, "fillmode": "replace"}
    return _outlined(style.color, style.color) | {"pattern": {**ground, **pattern}}


def _fill(canvas: Canvas, number: Observation, style: Style) -> dict[str, Any]:
    """Full; hollow where it is calculated."""
    if number.is_own:
        return _outlined(canvas.colors.paper, style.color)
    return {"color": style.color, "line": {"width": 0}}


def _outlined(fill: str, color: str) -> dict[str, Any]:
    return {"color": fill, "line": {"color": color, "width": 1.5}}


def _point(canvas: Canvas, number: Observation, x: float, y: float) -> dict[str, Any]:
    return {
        "cliponaxis": False,
        "customdata": [number.id],
        "hoverinfo": "text",
        "hovertext": [hover(canvas, number)],
        "mode": "markers",
        "type": "scatter",
        "x": [x],
        "y": [y],
    }


def _arrow(way: int, start: float, length: float, *, closed: bool = False) -> str:
    """An open arrow to the right (1) or left (-1); a bar across its foot where the limit itself is included."""
    tip, foot = way * length, way * start
    head = f"M{tip - way * 8:g},-7L{tip:g},0L{tip - way * 8:g},7"
    across = f"M{foot:g},-7V7" if closed else ""
    return f"M{foot:g},0H{tip:g}{head}{across}"


def _corner(half: float, *, closed: bool) -> str:
    """An open arrow out of the upper right corner; a bar across its foot where the limit is included."""
    foot, tip = half + 4, half + 22
    across = f"M{foot - 5:g},{foot + 5:g}L{foot + 5:g},{foot - 5:g}" if closed else ""
    head = f"M{tip - 10:g},{tip:g}H{tip:g}V{tip - 10:g}"
    return f"M{foot:g},{foot:g}L{tip:g},{tip:g}{head}{across}"


def _open(canvas: Canvas, x: float, spot: Spot, color: str, length: float) -> None:
    """Leaves the bar's end open before a dashed line."""
    canvas.block(-length, 2, spot.half + 1, x, spot.y, canvas.colors.paper, axis=spot.axis)
    canvas.path(f"M0,{-spot.half - 4:g}V{spot.half + 4:g}", x, spot.y, axis=spot.axis, stroke=color, thick=2, dash=DASH)


def _taper(canvas: Canvas, x: float, spot: Spot, length: float) -> None:
    """Takes the bar's corners away, so that it thins toward a limit that it does not reach."""
    for side in (spot.half, -spot.half):
        edge = side * 1.05
        path = f"M{-length:g},{edge:g}L0,{edge:g}L0,{side * 0.12:g}Z"
        canvas.path(path, x, spot.y, axis=spot.axis, fill=canvas.colors.paper)
