"""The charts that pages show: each found by its key, with the card around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.charts import choice, headlines
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.content import Drawing
from dashboard.charts.kinds import timeline
from dashboard.design.elements import Link
from dashboard.design.tables import Column, Row, table
from dashboard.sections import cards, passages, tiles
from dashboard.sections.cards import Card, Point
from dashboard.sections.timetable import events_table, points
from dashboard.state.addresses import href
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot
from dashboard.state.views import Span
from validation import vocabulary
from validation.model import events
from validation.model.events import Event
from validation.model.observations import Observation
from validation.model.subjects import Chart

ALL = "timeline/all"
"""The key of the timeline."""

NAMED = 4
"""Sources that are named beneath a chart."""

TILES = 120
"""Pixels that a row of numbers alone takes."""


def find(data: Snapshot, key: str) -> Drawing:
    """What `chart/<id>`, `indicator/<id>` or `accounts/<number>` draws. Raises `Unknown` for any other key."""
    drawing = choice.find(data.register, key)
    if drawing is None:
        raise Unknown("chart", key)
    return drawing


def with_numbers(data: Snapshot) -> Mapping[str, Chart]:
    """The charts that have a number to draw, by id, in the order of the table."""
    return data.once(_with_numbers)


def draw(data: Snapshot, key: str, /, *, scheme: str, width: int) -> Figure:
    """The figure of such a key, or of the timeline; see `cards.Draw`. Numbers alone have none."""
    if key == ALL and dated(data):
        return cards.walked(timeline.draw(dated(data), scheme=scheme, width=width), points(dated(data)))
    drawing = find(data, key)
    if drawing.kind == vocabulary.ALONE:
        raise Unknown("chart", key)
    return cards.walked(choice.figure(drawing, scheme=scheme, width=width), data.once(_points, key))


def card(data: Snapshot, key: str, *, span: Span = "half", level: int = 3) -> Component:
    """The chart with headline, table, downloads and source; numbers alone are set large in their words."""
    drawing, about = find(data, key), data.once(_card, key, span, level)
    if drawing.kind == vocabulary.ALONE:
        return cards.in_words(about, tiles.tiles(data, drawing.numbers))
    return cards.around(about, cards.heights(data, draw, key, span))


def height(data: Snapshot, key: str, span: Span = "half") -> int:
    """The height of a chart's drawing in pixels in a wide window; of numbers alone, that of their tiles."""
    drawing = find(data, key)
    if drawing.kind == vocabulary.ALONE:
        return TILES * -(-tiles.count(drawing.numbers) // (2 if span == "half" else 4))
    return cards.heights(data, draw, key, span)[-1]


def timeline_card(data: Snapshot) -> Component:
    """The timeline of every event that has a date, over the whole width."""
    return cards.around(data.once(_timeline), cards.heights(data, draw, ALL, "full"))


def dated(data: Snapshot) -> list[Event]:
    """The events that have a date, the earliest first."""
    return [event for event in events.events(data.register) if event.period]


def sources(numbers: Iterable[Observation]) -> list[str]:
    """The titles of the sources that state the numbers, or what they were calculated from."""
    parts = (part for one in numbers for part in one.stated)
    return list(dict.fromkeys(part.source.title for part in parts))


def in_short(titles: Sequence[str]) -> str:
    """The titles, the last of a long list only counted: the table has them all."""
    if len(titles) <= NAMED:
        return "; ".join(titles)
    return f"{'; '.join(titles[: NAMED - 1])}; and {len(titles) - NAMED + 1} more, in the table"


def numbers_table(data: Snapshot, drawing: Drawing, caption: str) -> Component:
    """The numbers of a chart as a table: what, how much in the source's words, when, who says so.

    Each row leads to its passage.
    """
    columns = (Column("What"), Column("Number"), Column("Period"), Column("Source"))
    lines = [_row(data, number, drawing.names[number.id].title) for number in drawing.numbers]
    return table(columns, lines, caption=caption)


def _with_numbers(data: Snapshot) -> dict[str, Chart]:
    register = data.register
    return {name: chart for name, chart in register.charts.items() if choice.find(register, f"chart/{name}")}


def _card(data: Snapshot, key: str, span: Span, level: int) -> Card:
    drawing = find(data, key)
    alone = drawing.kind == vocabulary.ALONE
    return Card(
        key,
        _name(data, drawing) if alone else headlines.headline(drawing),
        "" if alone else headlines.subtitle(drawing),
        in_short(sources(drawing.numbers)),
        headlines.alternative(drawing),
        numbers_table(data, drawing, "The numbers of this chart"),
        href=_page(key),
        downloads=_downloads(drawing),
        key_line=_key(drawing),
        origin=cards.PARTLY_CALCULATED if any(one.is_calculated for one in drawing.numbers) else cards.AS_STATED,
        span=span,
        level=level,
    )


def _timeline(data: Snapshot) -> Card:
    found = dated(data)
    datings = sorted((dating for event in found for dating in event.datings), key=lambda dating: dating.id)
    return Card(
        ALL,
        headlines.timeline_headline(found),
        headlines.STRETCHED,
        "; ".join(dict.fromkeys(dating.source.title for dating in datings)),
        headlines.timeline_alternative(found),
        events_table(found),
        downloads=[("/download/tables/events.csv", "Events (CSV)"), ("/download/tables/mentions.csv", "Datings (CSV)")],
        span="full",
        level=2,
    )


def _name(data: Snapshot, drawing: Drawing) -> str:
    """What numbers alone are of: they say themselves what a headline would repeat."""
    what, _, name = drawing.key.partition("/")
    return data.register.charts[name].name if what == "chart" else drawing.numbers[0].indicator.name


def _key(drawing: Drawing) -> str:
    """What the marks mean, an open one too where accounts are compared."""
    open_marks = drawing.kind == vocabulary.AS_ACCOUNTS and any(one.is_calculated for one in drawing.numbers)
    return f"{headlines.key(drawing)}{' An open mark is calculated.' if open_marks else ''}".strip()


def _page(key: str) -> str:
    """The page of a chart or an indicator; a group of accounts has its place among the comparisons."""
    what, _, name = key.partition("/")
    return {"chart": f"/charts/{name}", "indicator": f"/indicators/{name}"}.get(what, f"/compare#accounts-{name}")


def _downloads(drawing: Drawing) -> list[Link]:
    what, _, name = drawing.key.partition("/")
    if what == "indicator":
        places = f"/download/indicators/{name}"
        return [(f"{places}.csv", "These numbers (CSV)"), (f"{places}.json", "These numbers (JSON)")]
    indicators = dict.fromkeys(number.indicator.id for number in drawing.numbers)
    return [(href("/download/numbers.csv", indicator=indicators), "These numbers (CSV)")]


def _row(data: Snapshot, number: Observation, name: str) -> Row:
    what = html.A(name, href=f"/indicators/{number.indicator.id}")
    return Row((what, html.A(number.said, href=passages.opened(data, number)), number.when, number.said_by))


def _points(data: Snapshot, key: str) -> list[Point]:
    drawing = find(data, key)
    return [_point(data, number, drawing.names[number.id].title) for number in drawing.numbers]


def _point(data: Snapshot, number: Observation, name: str) -> Point:
    sentence = f"{name}: {number.said}, {number.when or 'no period'}, {number.said_by}"
    return Point(number.id, sentence, passages.opened(data, number))
