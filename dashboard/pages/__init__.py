"""The pages, one module each, every one with `register(app, store)`; and the charts they show."""

from __future__ import annotations

from typing import Any

from dashboard.pages import (
    about,
    changes,
    charts,
    checked,
    compare,
    data,
    embed,
    event,
    indicator,
    observation,
    overview,
    reader,
    search,
    sources,
    timeline,
    validation,
)
from dashboard.sections.charts import draw

PAGES: tuple[Any, ...] = (
    overview,
    data,
    compare,
    checked,
    timeline,
    event,
    sources,
    reader,
    validation,
    changes,
    about,
    search,
    charts,
    indicator,
    observation,
    embed,
)
"""In the order of the navigation."""

__all__ = ["PAGES", "draw"]
