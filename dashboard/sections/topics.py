"""Topics in their order, each with the color and the sign that tell it from the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.design import theme
from dashboard.design.elements import aria
from dashboard.state.store import Snapshot


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's name, its place among the series colors, and its sign."""

    name: str
    color: int
    glyph: str

    @property
    def css(self) -> str:
        """The class that gives an element the topic's color as `--tone`."""
        return f"tone-{self.color}"

    @property
    def sign(self) -> Component:
        return html.Span(self.glyph, className=f"topic-sign {self.css}", **aria(hidden=True))


def topics(data: Snapshot) -> Mapping[str, Topic]:
    """The topics by their names, in the order of the charts."""
    return data.once(_topics)


def _topics(data: Snapshot) -> dict[str, Topic]:
    colors = len(theme.tokens("light").series)
    styles = theme.styles((chart.topic for chart in data.register.charts.values()), "light")
    return {name: Topic(name, i % colors + 1, style.glyph) for i, (name, style) in enumerate(styles.items())}
