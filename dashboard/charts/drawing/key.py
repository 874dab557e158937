"""A key: symbols with their names, set in rows across the top of a drawing."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.drawing.canvas import At, Canvas
from dashboard.charts.drawing.lettering import width

_SIZE, _ROW, _GLYPH, _BETWEEN = 14, 22, 20, 18


def write_key(canvas: Canvas, entries: Sequence[tuple[str, str, str]]) -> float:
    """Writes entries of (glyph, color, name) from the left edge, as many in a row as fit; the height is returned."""
    x, y = 0.0, _ROW / 2
    for glyph, color, name in entries:
        size = _GLYPH + width(name, _SIZE)
        if x and x + size > canvas.width - 4:
            x, y = 0.0, y + _ROW
        shift = x - canvas.left
        canvas.write([glyph], y, At(shift=shift), color=color, size=_SIZE, backed=False)
        name = name[:1].upper() + name[1:]
        canvas.write([name], y, At(shift=shift + _GLYPH), color=canvas.colors.muted, size=_SIZE, backed=False)
        x += size + _BETWEEN
    return y + _ROW / 2 + 4 if entries else 0.0
