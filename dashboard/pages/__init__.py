"""The pages, one module each, every one with `register(app, store)`; and the charts they show."""

from __future__ import annotations

from typing import Any

from dashboard.drawings import draw
from dashboard.pages import data, overview, search

PAGES: tuple[Any, ...] = (overview, data, search)
"""In the order of the navigation."""

__all__ = ["PAGES", "draw"]
