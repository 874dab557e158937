"""Where the words of a figure stand, worked out from its data alone."""

from __future__ import annotations

import html
import re
from typing import Any

from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.geometry import Box
from dashboard.charts.drawing.lettering import LEADING, width

_TAGS = re.compile(r"<b>|</b>|</span>|<span style=\"font-size:(\d+)px[^>]*>")


def boxes(figure: Figure, wide: int = 880) -> list[tuple[str, Box]]:
    """Each label's text and its rectangle, in a drawing `wide` pixels wide."""
    layout = figure["layout"]
    return [(_plain(note["text"]), _box(note, layout, wide)) for note in layout["annotations"]]


def texts(figure: Figure) -> list[str]:
    """What is written in a figure, label by label, without markup."""
    return [_plain(note["text"]) for note in figure["layout"]["annotations"]]


def colors(figure: Figure) -> dict[str, str]:
    """The color of each label, by its text without markup."""
    return {_plain(note["text"]): note["font"]["color"] for note in figure["layout"]["annotations"]}


def paths(figure: Figure) -> list[dict[str, Any]]:
    """The shapes that are drawn in pixels."""
    return [shape for shape in figure["layout"]["shapes"] if shape.get("xsizemode") == "pixel"]


def _box(note: dict[str, Any], layout: dict[str, Any], wide: int) -> Box:
    lines = note["text"].split("<br>")
    size, bold = note["font"]["size"], note["text"].startswith("<b>")
    across = max(_measure(line, size, bold) for line in lines)
    down = len(lines) * size * LEADING
    left = _across(note, layout, wide) - {"left": 0, "center": across / 2, "right": across}[note["xanchor"]]
    return Box(left, note["y"] - down / 2, left + across, note["y"] + down / 2)


def _across(note: dict[str, Any], layout: dict[str, Any], wide: int) -> float:
    start, room = layout["margin"]["l"], wide - layout["margin"]["l"] - layout["margin"]["r"]
    if note["xref"] == "paper":
        return start + note["x"] * room + note["xshift"]
    low, high = layout["xaxis" + note["xref"][1:]]["range"]
    return start + (note["x"] - low) / (high - low) * room + note["xshift"]


def _measure(line: str, size: float, bold: bool) -> float:
    total, position = 0.0, 0
    for tag in [*_TAGS.finditer(line), None]:
        piece = html.unescape(line[position : tag.start() if tag else None])
        total += width(piece, size, bold=bold)
        if tag:
            position = tag.end()
            bold = False if tag[0] == "</b>" else True if tag[0] == "<b>" else bold
            size = float(tag[1]) if tag[1] else size
    return total


def _plain(text: str) -> str:
    return re.sub(" +", " ", html.unescape(re.sub(r"<[^>]*>", " ", text))).strip()
