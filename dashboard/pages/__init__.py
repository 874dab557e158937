"""The pages, one module each, every one with `register(app, store)`; and the charts they show."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from dashboard.refusals import Unknown
from dashboard.store import Snapshot

PAGES: tuple[Any, ...] = ()
"""In the order of the navigation."""


def draw(data: Snapshot, key: str, /, *, scheme: str, width: int) -> go.Figure:
    """The figure of a chart, see `figures.Draw`. Raises `Unknown` for a key that no page uses."""
    raise Unknown("chart", key)
