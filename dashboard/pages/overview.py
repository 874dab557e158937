"""The overview: what this is, why to trust it, and every chart, topic by topic."""

from __future__ import annotations

import re
from typing import Any

from dash.development.base_component import Component

from dashboard import drawings, elements, facts
from dashboard.application import Dashboard
from dashboard.store import Snapshot, Store
from dashboard.views import View


def register(app: Dashboard, store: Store) -> None:
    """The page at the root."""
    app.page("/", layout)


def layout(data: Snapshot, /, *, view: View, **_: Any) -> Component:
    """Counts, links to the topics, then a chart for each group of indicators."""
    topics = _topics(data)
    places = [(f"#{_slug(topic)}", topic) for topic in topics]
    return elements.page(
        data.title,
        elements.stats(_counts(data)),
        elements.anchors(places, "Topics"),
        *(_topic(data, topic, charts, view) for topic, charts in topics.items()),
        lede=data.collection.get("description", ""),
    )


def _counts(data: Snapshot) -> list[tuple[Any, str, str]]:
    facts_ = facts.report(data).summary
    return [(facts_["observations"], "numbers", "/data"), (facts_["documents"], "documents", "/sources")]


def _topics(data: Snapshot) -> dict[str, list[str]]:
    drawn = set(facts.observations(data)["chart_id"])
    topics: dict[str, list[str]] = {}
    for chart in facts.table(data, "charts").to_dict("records"):
        if chart["chart_id"] in drawn:
            topics.setdefault(chart["topic"], []).append(chart["chart_id"])
    return topics


def _topic(data: Snapshot, topic: str, charts: list[str], view: View) -> Component:
    cards = [drawings.card(data, f"chart/{chart_id}", view) for chart_id in charts]
    return elements.section(_slug(topic), topic, elements.grid(*cards))


def _slug(topic: str) -> str:
    return re.sub(r"\W+", "-", topic.casefold()).strip("-")
