"""Marks that say how sure a number is; what is not stated is drawn in pixels, so that no number is invented."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dashboard.charts.drawing.canvas import Canvas
from dashboard.charts.rows import Row, common, derived, hover, reference, top
from dashboard.design import theme
from dashboard.design.theme import Style, faded

# Pixels. "Under" may be far below its limit and "nearly" is not, hence a long and a short taper.
ARROW = 34
BLUR = 10
TAPERS = {"nearly": 26, "under": 60, "at-most": 60}
GAP = 8

_OVER = {"over", "at-least"}
_CLOSED = {"at-least", "at-most"}
_STEPS = 6


def style(canvas: Canvas, row: Row) -> Style:
    """The style of a mark whose source is named beside it: documents in color, references gray, no source in ink."""
    colors = canvas.colors
    color = colors.axis if reference(row) else colors.ink if derived(row) else colors.series[0]
    return Style(color, "circle", "solid")


def source_styles(canvas: Canvas, rows: Iterable[Row]) -> dict[str, Style]:
    """A style for each source by id: a color and a symbol of its own for each document, references gray."""
    found = {row["source_id"]: row for row in rows}
    gray = {source_id for source_id, row in found.items() if reference(row)}
    calculated = {source_id: style(canvas, row) for source_id, row in found.items() if derived(row)}
    return theme.styles([name for name in found if name not in calculated], canvas.scheme, gray) | calculated


def overhang(row: Row) -> float:
    """The pixels from a bar's value to where its label may begin."""
    if row["qualifier"] in _OVER:
        return ARROW + GAP
    return GAP + (BLUR if row["qualifier"] == "about" else 0)


def beside(row: Row) -> float:
    """The pixels from a point to where its label may begin."""
    return ARROW + GAP if row["qualifier"] in _OVER else GAP + 10


def bar(canvas: Canvas, row: Row, y: float, thickness: float, style: Style, scale: float, axis: str = "x") -> None:
    """A bar from 0 to the value in the common unit, its end shaped by the qualifier; `scale` is pixels per unit."""
    value = common(row)
    plain_bar(canvas, row, value, y, thickness, style, axis=axis, pale=derived(row))
    if top(row) > value:
        plain_bar(canvas, row, top(row) - value, y, thickness, style, axis=axis, pale=True, base=value)
    bar_end(canvas, row, value, y, thickness, style, value * scale, axis)


def plain_bar(
    canvas: Canvas,
    row: Row,
    length: float,
    y: float,
    thickness: float,
    style: Style,
    *,
    axis: str = "x",
    pale: bool = False,
    base: float = 0,
) -> None:
    """A bar that stands for a row; a pale one, outlined, is calculated or only possible."""
    canvas.traces.append(
        {
            "base": [base],
            "customdata": [row["observation_id"]],
            "hoverinfo": "text",
            "hovertext": [hover(row)],
            "marker": _fill(style, pale),
            "orientation": "h",
            "type": "bar",
            "width": thickness,
            "x": [length],
            "xaxis": axis,
            "y": [y],
        }
    )


def _fill(style: Style, pale: bool) -> dict[str, Any]:
    if pale:
        return {"color": faded(style.color, 0.2), "line": {"color": style.color, "width": 1.5}}
    return {"color": style.color, "line": {"width": 0}}


def bar_end(
    canvas: Canvas, row: Row, x: float, y: float, thickness: float, style: Style, length: float, axis: str = "x"
) -> None:
    """Shapes the end, at `x`, of a bar that is `length` pixels long, as the row's qualifier says."""
    qualifier, half, color = row["qualifier"], thickness / 2, style.color
    if qualifier in _OVER:
        _arrow(canvas, x, y, color, 1, 2, axis=axis, closed=False)
    elif qualifier == "about":
        _blur(canvas, x, y, half, color, min(BLUR, abs(length) / 2), axis)
    elif qualifier in TAPERS:
        _taper(canvas, x, y, half, min(TAPERS[qualifier], abs(length) * 0.6), axis)
    if qualifier in TAPERS or qualifier in _CLOSED:
        thick = 4 if qualifier in _CLOSED else 2
        canvas.path(f"M0,{-half - 4:g}V{half + 4:g}", x, y, axis=axis, stroke=color, thick=thick)


def point(canvas: Canvas, row: Row, y: float, style: Style, *, size: float = 14, at: float | None = None) -> None:
    """A marker at the row's value in the common unit, with what its qualifier leaves open beside it."""
    x = common(row) if at is None else at
    if row["qualifier"] == "about":
        for radius in (size * 0.68, size * 0.85, size * 1.02):
            canvas.halo(x, y, radius, faded(style.color, 0.2))
    if row["qualifier"] in _OVER:
        _arrow(canvas, x, y, style.color, 1, size / 2 + 3, closed=row["qualifier"] in _CLOSED)
    elif row["qualifier"] in TAPERS:
        length = min(ARROW, TAPERS[row["qualifier"]])
        _arrow(canvas, x, y, style.color, -1, size / 2 + 3, closed=row["qualifier"] in _CLOSED, length=length)
    elif row["upper_value"] is not None:
        canvas.stroke(x, top(row), y, faded(style.color, 0.45), thick=size / 2)
    outline = style.color if derived(row) else canvas.colors.paper
    marker = {
        "color": canvas.colors.paper if derived(row) else style.color,
        "line": {"color": outline, "width": 0 if row["qualifier"] == "about" else 2},
        "size": size,
        "symbol": style.symbol,
    }
    canvas.traces.append(_point(row, x, y) | {"marker": marker})


def _point(row: Row, x: float, y: float) -> dict[str, Any]:
    return {
        "cliponaxis": False,
        "customdata": [row["observation_id"]],
        "hoverinfo": "text",
        "hovertext": [hover(row)],
        "mode": "markers",
        "type": "scatter",
        "x": [x],
        "y": [y],
    }


def _arrow(
    canvas: Canvas,
    x: float,
    y: float,
    color: str,
    way: int,
    start: float,
    *,
    closed: bool,
    axis: str = "x",
    length: float = ARROW,
) -> None:
    """An open arrow to the right (1) or left (-1); a bar across its foot where the limit itself is included."""
    tip, foot = way * length, way * start
    head = f"M{tip - way * 8:g},-7L{tip:g},0L{tip - way * 8:g},7"
    across = f"M{foot:g},-7V7" if closed else ""
    canvas.path(f"M{foot:g},0H{tip:g}{head}{across}", x, y, axis=axis, stroke=color, thick=2.5)


def _blur(canvas: Canvas, x: float, y: float, half: float, color: str, inside: float, axis: str) -> None:
    """Fades the bar from inside its value to as far outside; thin layers add up to half at the value itself."""
    layer = 1 - 0.5 ** (1 / _STEPS)
    for step in range(1, _STEPS + 1):
        part = step / _STEPS
        canvas.block(-inside * part, 0, half + 0.5, x, y, faded(canvas.colors.paper, layer), axis=axis)
        canvas.block(0, BLUR * part, half, x, y, faded(color, layer), axis=axis)


def _taper(canvas: Canvas, x: float, y: float, half: float, length: float, axis: str) -> None:
    """Takes the bar's corners away, so that it thins toward a limit that it does not reach."""
    for side in (half, -half):
        edge = side * 1.05
        path = f"M{-length:g},{edge:g}L0,{edge:g}L0,{side * 0.12:g}Z"
        canvas.path(path, x, y, axis=axis, fill=canvas.colors.paper)


def square(canvas: Canvas, row: Row, x: float, y: float, side: float, style: Style) -> None:
    """A square of a side in pixels; what its qualifier leaves open is drawn at its edge."""
    qualifier, inset = row["qualifier"], 0.0
    if qualifier == "about":
        inset = min(BLUR / 2, side / 4)
        for step in range(1, 2 * _STEPS):
            half = side / 2 - inset + inset * step / _STEPS
            canvas.block(-half, half, half, x, y, faded(style.color, 0.12))
    elif qualifier in TAPERS:
        inset = min(TAPERS[qualifier] / 5, side / 4)
        canvas.frame(side / 2, x, y, style.color, 3 if qualifier in _CLOSED else 1.5)
    elif qualifier in _OVER:
        _corner(canvas, x, y, side / 2, style.color, closed=qualifier in _CLOSED)
    elif row["upper_value"] is not None:
        canvas.frame(side / 2 * (top(row) / common(row)) ** 0.5, x, y, style.color, 1.5)
    canvas.traces.append(
        _point(row, x, y) | {"marker": _fill(style, derived(row)) | {"size": side - 2 * inset, "symbol": "square"}}
    )


def _corner(canvas: Canvas, x: float, y: float, half: float, color: str, *, closed: bool) -> None:
    """An open arrow out of the upper right corner; a bar across its foot where the limit is included."""
    foot, tip = half + 4, half + 22
    across = f"M{foot - 5:g},{foot + 5:g}L{foot + 5:g},{foot - 5:g}" if closed else ""
    head = f"M{tip - 10:g},{tip:g}H{tip:g}V{tip - 10:g}"
    canvas.path(f"M{foot:g},{foot:g}L{tip:g},{tip:g}{head}{across}", x, y, stroke=color, thick=2.5)
