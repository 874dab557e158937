"""The charts of the front page by topic: in columns, or named until the reader comes near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import findings, keys
from dashboard.charts.keys import Entry
from dashboard.design import elements
from dashboard.design.elements import data
from dashboard.sections import charts
from dashboard.sections.front.arrangement import columns, few, parted, ranked
from dashboard.state.addresses import href, slug
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot

DRAWN = 12
"""Charts of a topic that are all drawn on its page; of one with more a few are, and the others are named."""

NAMED = 6
"""Charts that are named where they are not shown yet."""


def topics(now: Snapshot) -> list[Component]:
    """The charts of every topic, with links to where each topic begins; nothing where no chart is drawn."""
    (shown, later) = parted(now)
    places = [(f"#{slug(topic)}", topic) for topic in ranked(now)]
    if not places:
        return []
    intro = elements.links(places, className="topic-links") if len(places) > 1 else None
    by_topic = [
        *_columns(now, [key for keys in shown.values() for key in keys]),
        *(_later(now, topic, keys) for topic, keys in later.items()),
    ]
    return [elements.section("topics", "What the numbers say, by topic", *by_topic, intro=intro)]


def alone(now: Snapshot, chosen: str) -> Component:
    """One topic whole. Raises `Unacceptable` for one there is not."""
    topics = {slug(topic): topic for topic in ranked(now)}
    if chosen not in topics:
        raise Unacceptable("topic", chosen, topics)
    topic = topics[chosen]
    keys = ranked(now)[topic]
    drawn = keys if len(keys) <= DRAWN else few(now, keys)
    others = [elements.links(_named(now, keys[len(drawn) :]))] if drawn != keys else []
    section = elements.section(chosen, topic, *_columns(now, drawn), *others)
    return elements.page(topic, section, crumbs=[("/", "Findings")])


def place(now: Snapshot, topic: str) -> str:
    """Where a topic is shown: on the front page, else in the list of all numbers."""
    return f"/#{slug(topic)}" if topic in ranked(now) else href("/data", topic=topic)


def marks(now: Snapshot) -> list[Entry]:
    """The marks that the findings draw, which stand beneath them and need no key again."""
    shown = [charts.find(now, f"finding/{finding.chart}") for finding in findings.findings(now.register)]
    drawn = [entry for drawing in shown for entry in keys.key(drawing)]
    return list(dict.fromkeys(entry._replace(swatch=entry.swatch.replace("as-point", "as-bar")) for entry in drawn))


def _columns(now: Snapshot, keys: Sequence[str]) -> list[Component]:
    """Charts in two columns that end nearly together, as many as need be over the whole width before."""
    halves = columns({key: charts.height(now, key) for key in keys})
    if halves:
        return [html.Div([_column(now, column) for column in halves], className="halves")]
    first = [html.Div(charts.card(now, key, span="full"), **_place(now, key)) for key in keys[:1]]
    return [*first, *_columns(now, keys[1:])] if keys else []


def _column(now: Snapshot, keys: Iterable[str]) -> Component:
    known = marks(now)
    shown = [html.Div(charts.card(now, key, known=known), **_place(now, key)) for key in keys]
    return html.Div(shown, className="half")


def _place(now: Snapshot, key: str) -> dict[str, Any]:
    """Where the first chart of a topic stands, for links to the topic."""
    topic = now.register.charts[key.partition("/")[2]].topic
    return {"id": slug(topic)} if ranked(now)[topic][0] == key else {}


def _later(now: Snapshot, topic: str, keys: Sequence[str]) -> Component:
    """A topic that is not shown yet: its charts by name, and where it is shown, for assets/parts.js and for readers."""
    place = href("/", topic=slug(topic))
    more = (place, f"All {len(keys)} charts" if len(keys) > 1 else "The chart")
    content = elements.section(slug(topic), topic, elements.links(_named(now, keys[:NAMED])), more=more)
    return html.Div(content, **data(part=place))


def _named(now: Snapshot, keys: Sequence[str]) -> list[elements.Link]:
    """Charts by name, each with its page."""
    names = [key.partition("/")[2] for key in keys]
    return [(f"/charts/{name}", now.register.charts[name].name) for name in names]
