"""The overview: what this is, why to trust it, and every chart, topic by topic, the strongest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import headlines
from dashboard.charts.drawing.content import note
from dashboard.design import elements
from dashboard.design.elements import Link, Part, aria
from dashboard.design.signs import OUTCOME_FILLS
from dashboard.sections import charts, comparisons, tiles
from dashboard.state.addresses import href, text
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation import vocabulary
from validation.language.written import many
from validation.model import events, verdicts
from validation.model.coverage import in_digits_only
from validation.model.events import Event

STRENGTH = tuple(vocabulary.CHART_KINDS)
"""Kinds of charts, those that tell most first."""

WHOLE = 400
"""A collection of so many numbers, stated and calculated, is shown whole."""

FIRST = 100
"""Of a larger one the charts with the first so many; what follows is fetched when the reader comes near."""

NAMED = 6
"""Charts that are named where they are not shown yet."""

ROOM = 4
"""Numbers alone that stand side by side on a wide screen."""

# Pixels of a card around its drawing, and how much longer one column may be before the charts go over the whole width.
_AROUND = 230
_UNEVEN = 1.3

Tile = tuple[Any, str, str]
"""A large value, what it counts, and the address that lists it."""


def register(app: Dashboard, store: Store) -> None:
    """The page at the root."""
    app.page("/", layout)


def layout(data: Snapshot, /, **query: Any) -> Component:
    """Counts, the key to the marks, then a chart for each group of indicators and the timeline; or `?topic=` alone."""
    if chosen := text(query, "topic"):
        return _alone(data, chosen)
    topics = ranked(data)
    places = [(f"#{_slug(topic)}", topic) for topic in topics]
    shown, later = parted(data)
    drawn = {topic: keys for topic, keys in shown.items() if charts.find(data, keys[0]).kind != vocabulary.ALONE}
    rest = {topic: keys for topic, keys in shown.items() if topic not in drawn}
    dated = charts.dated(data)
    return elements.page(
        data.title,
        elements.stats(_counts(data)),
        *_checked(data),
        *_without_documents(data),
        _key(data),
        elements.anchors([*places, *([("#timeline", "Timeline")] if dated else [])], "Topics"),
        *(_section(topic, _cards(data, keys), _rest(topic, keys, topics[topic])) for topic, keys in drawn.items()),
        html.Div([_numbers(data, topic, rest[topic]) for topic in packed(data, rest)], className="alone"),
        *(_later(data, topic, keys) for topic, keys in later.items()),
        *([_timeline(dated)] if dated else []),
        lede=data.register.about.get("description", ""),
    )


def ranked(data: Snapshot) -> Mapping[str, list[str]]:
    """The keys of each topic's charts: with documents' numbers first, then what tells most, then most numbers."""
    return data.once(_ranked)


def parted(data: Snapshot) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """The topics with the charts that are shown at once, at least one, and those that are shown when one comes near."""
    topics = ranked(data)
    if len(data.register.numbers) <= WHOLE:
        return topics, {}
    first, *others = topics
    sizes = accumulate(len(charts.find(data, key).numbers) for key in topics[first])
    fitting = [key for key, size in zip(topics[first], sizes, strict=True) if size <= FIRST]
    return {first: fitting or topics[first][:1]}, {topic: topics[topic] for topic in others}


def packed(data: Snapshot, topics: Mapping[str, Sequence[str]]) -> list[str]:
    """Topics of numbers alone in an order in which they fill rows of `ROOM`."""
    sizes = {topic: min(ROOM, sum(_size(data, key) for key in keys)) for topic, keys in topics.items()}
    lines: list[list[str]] = []
    for topic in sorted(sizes, key=lambda topic: -sizes[topic]):
        fitting = (line for line in lines if sum(sizes[one] for one in line) + sizes[topic] <= ROOM)
        line = next(fitting, None)
        if line is None:
            lines.append(line := [])
        line.append(topic)
    return [topic for line in lines for topic in line]


def of_references(data: Snapshot, key: str) -> bool:
    """Whether a chart draws no number of a document."""
    return not any(number.told_by.is_document for number in charts.find(data, key).numbers)


def columns(heights: Mapping[str, int]) -> list[list[str]]:
    """The charts shared out to two columns; none where one would end long before the other."""
    halves: list[list[str]] = [[], []]
    for key in heights:
        min(halves, key=lambda half: sum(_AROUND + heights[one] for one in half)).append(key)
    low, high = sorted(sum(_AROUND + heights[one] for one in half) for half in halves)
    return halves if low and high <= low * _UNEVEN else []


def _counts(data: Snapshot) -> list[Tile]:
    """How much there is, and what was done so that it can be trusted."""
    dated, at_odds = len(events.events(data.register)), len(comparisons.at_odds(data))
    return [
        *_stated(data),
        (dated, _noun(dated, "dated event"), "/timeline"),
        (at_odds, _noun(at_odds, "disagreement"), "/compare"),
        _accounted(data),
        _state(data),
    ]


def _stated(data: Snapshot) -> list[Tile]:
    """How many numbers the documents state, and how many the references."""
    numbers = Counter(number.source.kind for number in data.register.observations)
    sources = Counter(source.kind for source in data.register.sources.values())
    return [
        (numbers[kind], f"{_noun(numbers[kind], 'number')} in {many(sources[kind], kind)}", f"/sources#{kind}s")
        for kind in vocabulary.SOURCE_KINDS
        if sources[kind]
    ]


def _accounted(data: Snapshot) -> Tile:
    """How many of the documents' numerals a row accounts for; without documents, how many quotes that leaves."""
    summary = data.report.summary
    numerals, left = int(summary["numerals"]), int(summary["unaccounted"])
    if not numerals:
        quotes = sum(number.source.is_document for number in data.register.observations)
        return quotes, f"{_noun(quotes, 'quote')} not verified here", "/validation"
    count = f"{numerals - left} of {numerals}" if left else f"All {numerals}"
    only = in_digits_only(int(summary["digits_only"]))
    return count, f"numerals of the documents accounted for{only}", "/validation"


def _state(data: Snapshot) -> Tile:
    summary = data.report.summary
    errors, warnings = int(summary["errors"]), int(summary["warnings"])
    if errors:
        return errors, _noun(errors, "broken rule"), "/validation"
    words = f"every rule holds, {many(warnings, 'warning')}" if warnings else "every rule holds"
    return "Valid", words, "/validation"


def _checked(data: Snapshot) -> list[Component]:
    """What references say of the documents' numbers: a bar with a part for each verdict; nothing where none is held."""
    found = verdicts.counts(data.register)
    if not found:
        return []
    words = f"{many(sum(found.values()), 'number')} held against references"
    parts = [_verdict(code, count) for code, count in found.items()]
    head = html.H2(html.A(words, href="/checked"), id="verdicts")
    content = [head, elements.bar(parts), elements.bar_key(parts)]
    return [html.Section(content, className="verdicts", **aria(labelledby="verdicts"))]


def _verdict(code: str, count: int) -> Part:
    words = f"{vocabulary.VERDICTS[code].words} ({count:,})"
    return Part(count, OUTCOME_FILLS[vocabulary.outcome(code).code], html.A(words, href=href("/checked", verdict=code)))


def _without_documents(data: Snapshot) -> list[Component]:
    """One line on what it means that documents are not here; nothing where all are."""
    summary = data.report.summary
    absent = int(summary["documents"]) - int(summary["documents_present"])
    if not absent:
        return []
    every = "The documents are" if absent == summary["documents"] else f"{absent} of the documents are"
    words = f"{every} not here: their quotes are shown as recorded, and were not compared with them. "
    return [html.P([words, html.A("How to add them", href="/sources")], className="aside")]


def _key(data: Snapshot) -> Component:
    """The marks of the qualifiers that occur, as the charts draw them, with what each means."""
    numbers = data.register.observations
    occurring = {code for number in numbers for code in (number.qualifier, number.amount.qualifier)}
    marks = [mark for code, mark in vocabulary.MARKS.items() if code in occurring]
    terms = [html.Div([html.Dt(elements.qualifier(mark.code)), html.Dd(mark.gist)]) for mark in marks]
    words = html.P("Each number keeps its source’s own words. Click a mark, and the passage opens.")
    head = html.Div([html.H2("How to read the marks", id="marks"), words])
    return html.Section([head, html.Dl(terms)], className="marks-key", **aria(labelledby="marks"))


def _ranked(data: Snapshot) -> dict[str, list[str]]:
    topics: dict[str, list[str]] = {}
    for chart in charts.with_numbers(data).values():
        topics.setdefault(chart.topic, []).append(f"chart/{chart.id}")
    ordered = {topic: sorted(keys, key=lambda key: _rank(data, [key])) for topic, keys in topics.items()}
    return dict(sorted(ordered.items(), key=lambda entry: _rank(data, entry[1])))


def _rank(data: Snapshot, keys: Sequence[str]) -> tuple[bool, int, int]:
    """Whether the charts draw references alone, the strongest kind among them, how many numbers they have."""
    drawings = [charts.find(data, key) for key in keys]
    alone, strongest = min((of_references(data, one.key), STRENGTH.index(one.kind)) for one in drawings)
    return alone, strongest, -sum(len(one.numbers) for one in drawings)


def _size(data: Snapshot, key: str) -> int:
    return tiles.count(charts.find(data, key).numbers)


def _cards(data: Snapshot, keys: Sequence[str]) -> list[Component]:
    """The charts of a topic in two columns that end nearly together, as many as need be over the whole width before."""
    halves = columns({key: charts.height(data, key) for key in keys})
    if halves:
        return [html.Div([_column(data, column) for column in halves], className="halves")]
    first = [charts.card(data, key, span="full") for key in keys[:1]]
    return [*first, *_cards(data, keys[1:])] if keys else []


def _column(data: Snapshot, keys: Iterable[str]) -> Component:
    return html.Div([charts.card(data, key) for key in keys], className="half")


def _numbers(data: Snapshot, topic: str, keys: Sequence[str]) -> Component:
    size = min(ROOM, sum(_size(data, key) for key in keys))
    section = _section(topic, [charts.card(data, key) for key in keys])
    return html.Div(section, style={"flexGrow": size, "flexBasis": f"{size * 200}px"})


def _later(data: Snapshot, topic: str, keys: Sequence[str]) -> Component:
    """A topic that is not shown yet: its charts by name, and where it is shown, for assets/parts.js and for readers."""
    place = href("/", topic=_slug(topic))
    named = [
        (f"/{key.replace('chart/', 'charts/', 1)}", data.register.charts[key.partition("/")[2]].name) for key in keys
    ]
    more = (place, f"All {len(keys)} charts" if len(keys) > 1 else "The chart")
    content = elements.section(_slug(topic), topic, elements.links(named[:NAMED]), more=more)
    return html.Div(content, **elements.data(part=place))


def _alone(data: Snapshot, slug: str) -> Component:
    """One topic whole. Raises `Unacceptable` for one there is not."""
    topics = {_slug(topic): topic for topic in ranked(data)}
    if slug not in topics:
        raise Unacceptable("topic", slug, topics)
    topic = topics[slug]
    return elements.page(topic, _section(topic, _cards(data, ranked(data)[topic])), crumbs=[("/", "Overview")])


def _section(topic: str, cards: Iterable[Component], more: Link | None = None) -> Component:
    return elements.section(_slug(topic), topic, html.Div(list(cards), className="topic"), more=more)


def _rest(topic: str, shown: Sequence[str], every: Sequence[str]) -> Link | None:
    """Where all charts of a topic are, if not all of them are shown."""
    return (href("/", topic=_slug(topic)), f"All {len(every)} charts") if len(shown) < len(every) else None


def _timeline(dated: Sequence[Event]) -> Component:
    """The events as dots on one line, with a link to all of them."""
    first, last = (_year(event) for event in (dated[0], dated[-1]))
    spoken = f"{many(len(dated), 'event')} from {first} to {last}."
    content = [
        html.H3(html.A(headlines.timeline_headline(dated), href="/timeline")),
        html.Div(_dots(dated), className="line", role="img", **aria(label=spoken)),
        html.P([html.Span(first), html.Span(last)], className="ends"),
        *_differing(dated),
    ]
    card = html.Div(content, className="card teaser")
    return elements.section("timeline", "Timeline", card, more=("/timeline", "All events"))


def _dots(dated: Sequence[Event]) -> list[Component]:
    begun = [event.period.axis[0] for event in dated if event.period]
    first, whole = begun[0], (begun[-1] - begun[0]) or 1
    return [
        html.Span(
            className="dot differing" if event.differing else "dot",
            style={"left": f"{100 * (at - first) / whole:.2f}%"},
            title=f"{event.when}: {event.name}",
        )
        for event, at in zip(dated, begun, strict=True)
    ]


def _differing(dated: Sequence[Event]) -> list[Component]:
    """The events that some source dates differently: what is worth a second look."""
    lines = [_differently(event) for event in dated if event.differing]
    return [html.P("Dated differently"), html.Ul(lines)] if lines else []


def _differently(event: Event) -> Component:
    link = html.A(event.name, href=f"/events/{event.id}")
    return html.Li([link, f", {event.when}: ", "; ".join(map(note, event.differing))])


def _year(event: Event) -> str:
    """The year or the decade in which an event begins."""
    return event.period.ends[0].years if event.period else ""


def _noun(count: int, noun: str) -> str:
    """The noun for so many things, where their count stands apart."""
    return many(count, noun).partition(" ")[2]


def _slug(topic: str) -> str:
    return re.sub(r"\W+", "-", topic.casefold()).strip("-")
