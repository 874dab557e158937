"""How a reader looks at the pages: the color scheme, and how much room a chart has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dashboard.state.refusals import Unknown

Span = Literal["third", "half", "full"]
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
SPANS: tuple[Span, ...] = get_args(Span)

BREADTHS = (320, 390, 480, 640, 800, 960, 1140, 1200, 1260)
"""Widths of the window in CSS pixels at which charts are laid out anew; as in assets/head.js and charts.css."""

# Lengths of the stylesheets, in CSS pixels.
PHONE = 640
TWO_COLUMNS = 1140
WIDEST = 1228
GAP = 20
SCROLLBAR = 16
COLUMNS: dict[Span, int] = {"third": 3, "half": 2, "full": 1}
AROUND_CARD = {"phone": 32, "else": 48}
WITHIN_CARD = {"phone": 34, "else": 50}


@dataclass(frozen=True, slots=True)
class View:
    """The color scheme, and the largest of `BREADTHS` that the window has."""

    scheme: Scheme = "light"
    breadth: int = 1260

    @classmethod
    def named(cls, name: str) -> View:
        """The view of a name such as "dark-390". Raises `Unknown` for any other."""
        known = {str(view): view for view in (cls(scheme, breadth) for scheme in SCHEMES for breadth in BREADTHS)}
        if name not in known:
            raise Unknown("view", name)
        return known[name]

    def __str__(self) -> str:
        return f"{self.scheme}-{self.breadth}"

    def width(self, span: Span) -> int:
        """The width in CSS pixels to draw a chart for: the least that its card leaves it."""
        if self.breadth < PHONE:
            return self.breadth - AROUND_CARD["phone"] - WITHIN_CARD["phone"]
        page = min(self.breadth - SCROLLBAR, WIDEST) - AROUND_CARD["else"]
        columns = COLUMNS[span] if self.breadth >= TWO_COLUMNS else 1
        page = (page - GAP * (columns - 1)) // columns
        return page - WITHIN_CARD["else"]
