"""Topics in their order, each with the sign that tells it from the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import cycle

from dash import html
from dash.development.base_component import Component

from dashboard.design.elements import aria
from dashboard.state.store import Snapshot

SIGNS = "●◆■▲✚★⬟"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's name and its sign."""

    name: str
    glyph: str

    @property
    def sign(self) -> Component:
        return html.Span(self.glyph, className="topic-sign", **aria(hidden=True))


def topics(data: Snapshot) -> Mapping[str, Topic]:
    """The topics by their names, in the order of the charts."""
    return data.once(_topics)


def _topics(data: Snapshot) -> dict[str, Topic]:
    names = dict.fromkeys(chart.topic for chart in data.register.charts.values())
    return {name: Topic(name, glyph) for name, glyph in zip(names, cycle(SIGNS), strict=False)}
