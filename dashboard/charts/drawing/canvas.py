"""A drawing under way: its width, its colors, and the traces, shapes and words put on it so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dashboard.charts.drawing.geometry import Scale
from dashboard.charts.drawing.lettering import LEADING, markup, width
from dashboard.design import theme

Figure = dict[str, Any]
"""A figure as plotly.js reads it, {"data": [...], "layout": {...}}, of JSON's types alone."""

# Below this width, in pixels, charts have another layout: names stand above their marks.
NARROW = 460

# The size of what is said beside the main thing, in pixels.
SMALL = 13


@dataclass(frozen=True)
class At:
    """Where words hang across: on a value of an axis, or on a fraction of the paper, moved by `shift` pixels.

    `align` says which edge of the words stands there.
    """

    x: float = 0
    axis: str = "paper"
    shift: float = 0
    align: str = "left"


@dataclass
class Canvas:
    """A drawing that is laid out for `width` pixels and stays right where its container is a little wider.

    Down is counted in pixels from the top, since the height is fixed. Across, `left` and `right` are margins in
    pixels, and between them lies a value axis; words and shapes are hung on a value, or on the left or right
    edge, and moved from there by pixels. `across` is whether marks stand from left to right, and not in rows.
    """

    scheme: str
    width: int
    left: float = 0
    right: float = 0
    traces: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    axes: dict[str, dict[str, Any]] = field(default_factory=dict)
    across: bool = False

    @cached_property
    def colors(self) -> theme.Tokens:
        """The colors of the drawing's scheme."""
        return theme.tokens(self.scheme)

    @property
    def narrow(self) -> bool:
        """Whether the drawing is for a phone."""
        return self.width < NARROW

    @property
    def room(self) -> float:
        """The length of the value axis in pixels."""
        return self.width - self.left - self.right

    def write(
        self,
        lines: Sequence[str],
        y: float,
        at: At | None = None,
        *,
        size: float = 14,
        color: str = "",
        bold: bool = False,
        after: str = "",
        backed: bool = True,
    ) -> None:
        """Lines of text around height `y`.

        `after` follows the last line in smaller, paler type. Text is `backed` by the paper, so that no grid line
        strikes it out.
        """
        at = at or At()
        self.notes.append(
            {
                "align": at.align,
                "bgcolor": self.colors.paper if backed else "rgba(0,0,0,0)",
                "borderpad": 1,
                "font": {"color": color or self.colors.ink, "size": size},
                "showarrow": False,
                "text": self._text(lines, bold, after),
                "x": at.x,
                "xanchor": at.align,
                "xref": at.axis,
                "xshift": at.shift,
                "y": y,
                "yanchor": "middle",
                "yref": "y",
            }
        )

    def _text(self, lines: Sequence[str], bold: bool, after: str) -> str:
        text = "<br>".join(markup(line) for line in lines)
        text = f"<b>{text}</b>" if bold else text
        small = f'  <span style="font-size:{SMALL}px;color:{self.colors.muted}">{markup(after)}</span>'
        return text + small if after else text

    def line(self, x: float, top: float, bottom: float, *, axis: str = "x", **line: Any) -> None:
        """An upright line at a value."""
        self._shape("line", x0=x, x1=x, y0=top, y1=bottom, xref=axis, line=line)

    def stroke(self, x0: float, x1: float, y: float, color: str, thick: float = 3) -> None:
        """A level line between two values, behind the marks."""
        self._shape("line", x0=x0, x1=x1, y0=y, y1=y, xref="x", line={"color": color, "width": thick})

    def level(self, y: float, color: str, dash: str) -> None:
        """A level line from edge to edge of the value axis."""
        line = {"color": color, "dash": dash, "width": 1}
        self._shape("line", x0=0, x1=1, y0=y, y1=y, xref="paper", line=line)

    def rect(self, x0: float, x1: float, top: float, bottom: float, color: str, *, axis: str = "x") -> None:
        """A filled rectangle between two values, behind the marks."""
        self._shape("rect", x0=x0, x1=x1, y0=top, y1=bottom, xref=axis, fillcolor=color, line={"width": 0})

    def path(
        self,
        path: str,
        x: float,
        y: float,
        *,
        axis: str = "x",
        fill: str = "",
        stroke: str = "",
        thick: float = 0,
        dash: str = "solid",
    ) -> None:
        """A path in pixels around a value and a height, up being positive: it has this size on every scale."""
        self.shapes.append(
            {
                "fillcolor": fill or "rgba(0,0,0,0)",
                "layer": "above",
                "line": {"color": stroke or "rgba(0,0,0,0)", "dash": dash, "width": thick},
                "path": path,
                "type": "path",
                "xanchor": x,
                "xref": axis,
                "xsizemode": "pixel",
                "yanchor": y,
                "yref": "y",
                "ysizemode": "pixel",
            }
        )

    def block(self, x0: float, x1: float, half: float, x: float, y: float, color: str, *, axis: str = "x") -> None:
        """A filled box in pixels around a value and a height."""
        self.path(f"M{x0:g},{-half:g}H{x1:g}V{half:g}H{x0:g}Z", x, y, axis=axis, fill=color)

    def frame(self, half: float, x: float, y: float, color: str, thick: float, dash: str = "solid") -> None:
        """The outline of a square in pixels around a value and a height."""
        self.path(f"M{-half:g},{-half:g}H{half:g}V{half:g}H{-half:g}Z", x, y, stroke=color, thick=thick, dash=dash)

    def ring(self, x: float, y: float, radius: float, color: str) -> None:
        """A dashed circle in pixels around a value and a height."""
        # Four curves: a circle shape in pixels is misplaced by plotly.js on a logarithmic axis.
        r, c = radius, radius * 0.5523
        curves = f"C{-r:g},{c:g},{-c:g},{r:g},0,{r:g}C{c:g},{r:g},{r:g},{c:g},{r:g},0"
        curves += f"C{r:g},{-c:g},{c:g},{-r:g},0,{-r:g}C{-c:g},{-r:g},{-r:g},{-c:g},{-r:g},0Z"
        self.path(f"M{-r:g},0{curves}", x, y, stroke=color, thick=1.5, dash="3px,2.5px")

    def scale(self, scale: Scale, axis: str = "x") -> None:
        """Sets a value axis; several axes lie over one another, each used at its own heights."""
        over = {} if axis == "x" else {"overlaying": "x"}
        kind = "log" if scale.log else "linear"
        ends = [scale.at(scale.low), scale.at(scale.high)]
        self.axes["xaxis" + axis[1:]] = {"anchor": "y", "range": ends, "type": kind, "visible": False} | over

    def lines(self, ticks: Sequence[float], top: float, bottom: float, axis: str = "x") -> None:
        """Lines at the ticks of an axis beside some rows, under all that is drawn already; that of zero stands out."""
        above, self.shapes = self.shapes, []
        for tick in ticks:
            color, thick = (self.colors.grid, 1) if tick else (self.colors.axis, 1.5)
            self.line(tick, top, bottom, axis=axis, color=color, width=thick)
        self.shapes += above

    def values(self, scale: Scale, ticks: Sequence[float], labels: Sequence[str], y: float, axis: str = "x") -> None:
        """What the ticks of an axis are, below height `y`."""
        for tick, label in zip(ticks, labels, strict=True):
            shift = self.inside(scale.pixels(tick), width(label, SMALL) + 4)
            at = At(scale.at(tick), axis, shift, "center")
            self.write([label], y + 12, at, size=SMALL, color=self.colors.muted)

    def grid(
        self, scale: Scale, ticks: Sequence[float], labels: Sequence[str], top: float, bottom: float, axis: str = "x"
    ) -> None:
        """Lines at the ticks of an axis from top to bottom, and what these are below."""
        self.lines(ticks, top, bottom, axis)
        self.values(scale, ticks, labels, bottom, axis)

    def inside(self, pixels: float, size: float) -> float:
        """How far a label centered so far along the axis must be moved to stay inside the drawing."""
        over_left = size / 2 - (self.left + pixels)
        over_right = self.left + pixels + size / 2 - self.width
        return max(over_left, 0) - max(over_right, 0)

    def figure(self, height: float, **layout: Any) -> Figure:
        """The drawing as a figure of a fixed height; `layout` adds to the whole.

        Its `meta` has the ids of what is marked in the `order` in which it is read: row by row, or from left to right.
        """
        y = {"range": [height, 0], "visible": False}
        base = {
            "annotations": self.notes,
            "height": round(height),
            "margin": {"l": self.left, "r": self.right, "t": 0, "b": 0},
            "meta": {"order": self._order()},
            "shapes": self.shapes,
            "template": theme.template(self.scheme),
            "yaxis": y,
        }
        return {"data": self.traces, "layout": base | self.axes | layout}

    def _order(self) -> list[str]:
        places: dict[str, tuple[float, float]] = {}
        for trace in self.traces:
            for name, x, y in zip(trace["customdata"], trace.get("base", trace["x"]), trace["y"], strict=True):
                places.setdefault(name, (x, -y) if self.across else (y, x))
        return sorted(places, key=places.__getitem__)

    def _shape(self, kind: str, **shape: Any) -> None:
        self.shapes.append({"type": kind, "layer": "below", "yref": "y", **shape})


def tall(lines: int, size: float) -> float:
    """The height in pixels of so many lines of text."""
    return lines * size * LEADING
