"""The charts that pages show: each found by its key, with the card around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import choice, findings, headlines, keys
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.content import Drawing
from dashboard.charts.keys import Entry
from dashboard.charts.kinds import timeline
from dashboard.design.elements import Link
from dashboard.design.tables import Column, Row, table
from dashboard.sections import cards, passages, tags, tiles, timetable
from dashboard.sections.cards import Card, Point, Share
from dashboard.sections.sources import name as source_name
from dashboard.sections.timetable import ALL
from dashboard.sections.years import series, tables
from dashboard.state.addresses import href
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot
from dashboard.state.views import Span
from dashboard.web.visits import current_visit
from validation import vocabulary
from validation.language import calendar
from validation.language.written import many
from validation.model import citations
from validation.model.observations import Observation
from validation.model.subjects import Chart

FRAME = (
    '<iframe src="{base}{within}/embed/{chart}" title="{title}" width="100%" height="520" style="border:0"'
    ' loading="lazy"></iframe>'
    "<script>addEventListener('message',e=>{{for(const f of document.querySelectorAll('iframe'))"
    "if(f.contentWindow===e.source&&f.src.startsWith('{base}/')&&e.data.height>0)f.height=e.data.height}})</script>"
)
"""What shows a chart in another page: the frame tells how high it is, and has a height where nobody listens."""

TIMETABLES = {"events": "Events (CSV)", "mentions": "Their datings (CSV)"}
"""The tables of the timeline."""

DATES_AS_STATED = "dates as references have them, where one was looked up"

LISTED = 30
"""Rows of a table on the front page, and quotes; all stand on the chart's own page."""

TILES = 120
"""Pixels that a row of numbers alone takes."""


def find(data: Snapshot, key: str) -> Drawing:
    """What is drawn as `chart/<id>`, in short `brief/<id>` and `finding/<id>`, `indicator/<id>`, `accounts/<number>`.

    Raises
    ------
    Unknown
        for any other key
    """
    what, _, name = key.partition("/")
    shortened = {"finding": findings.drawing, "brief": findings.brief}.get(what)
    drawing = shortened(data.register, name) if shortened else choice.find(data.register, key)
    if drawing is None:
        raise Unknown("chart", key)
    return drawing


def with_numbers(data: Snapshot) -> Mapping[str, Chart]:
    """The charts that have a number to draw, by id, in the order of the table."""
    return data.once(_with_numbers)


def draw(data: Snapshot, key: str, /, *, scheme: str, width: int) -> Figure:
    """The figure of such a key, or of one of `timetable.choices`; see `cards.Draw`. Numbers alone have none."""
    if chosen := timetable.choices(data.register).get(key):
        figure = timeline.draw(chosen.events, scheme=scheme, width=width)
        return cards.walked(figure, timetable.points(chosen.events))
    drawing = find(data, key)
    if drawing.kind == vocabulary.ALONE:
        raise Unknown("chart", key)
    return cards.walked(choice.figure(drawing, scheme=scheme, width=width), data.once(_points, key))


def card(
    data: Snapshot,
    key: str,
    *,
    span: Span = "half",
    level: int = 3,
    show: str = cards.TABS[0],
    shared: bool = True,
    known: Iterable[Entry] = (),
) -> Component:
    """The chart with headline, table, passages, source; numbers alone are set large in their words.

    `shared` is whether there is a menu to take it away; what is `known` of its marks needs no key.
    """
    drawing, about = find(data, key), data.once(_card, key, span, level)
    share = _share(data, drawing, about) if shared else None
    said = {(entry.called, entry.words) for entry in known}
    about = replace(about, shown=[entry for entry in about.marks if (entry.called, entry.words) not in said])
    about = about if shared else replace(about, href="")
    if drawing.kind == vocabulary.ALONE:
        return cards.in_words(about, tiles.tiles(data, drawing.numbers), share)
    return cards.around(about, cards.heights(data, draw, drawing.key, span), share, show)


def finding(data: Snapshot, name: str) -> Component:
    """The finding of a chart, drawn in short, with the way to its passage and to the rest."""
    key = f"finding/{name}"
    return cards.in_short(data.once(_finding, name), cards.heights(data, draw, key, "third"))


def height(data: Snapshot, key: str, span: Span = "half") -> int:
    """The height of a chart's drawing in pixels in a wide window; of numbers alone, that of their tiles."""
    drawing = find(data, key)
    if drawing.kind == vocabulary.ALONE:
        return TILES * -(-tiles.count(drawing.numbers) // (2 if span == "half" else 4))
    return cards.heights(data, draw, drawing.key, span)[-1]


def timeline_card(data: Snapshot, key: str = ALL) -> Component:
    """The timeline of one of `timetable.choices`, over the whole width."""
    about = data.once(_timeline, key)
    path = timetable.choices(data.register)[key].href
    downloads = [(f"/download/tables/{name}.csv", words) for name, words in TIMETABLES.items()]
    share = Share(citations.address(data.register, current_visit(), path), path, data.version, downloads)
    return cards.around(about, cards.heights(data, draw, key, "full"), share)


def sources(numbers: Iterable[Observation]) -> list[str]:
    """The names of the sources that state the numbers, or what they were calculated from."""
    parts = (part for one in numbers for part in one.stated)
    return list(dict.fromkeys(source_name(part.source) for part in parts))


def headline(data: Snapshot, key: str) -> str:
    """What a chart shows, in a sentence."""
    return headlines.headline(find(data, key))


def years(numbers: Iterable[Observation]) -> str:
    """The years from the first period to the last, "" where none has one."""
    known = [number.period for number in numbers if number.period]
    if not known:
        return ""
    ends = min(period.first for period in known), max(period.last for period in known)
    return "–".join(dict.fromkeys(calendar.in_era(calendar.civil(day).year) for day in ends))


def numbers_table(data: Snapshot, drawing: Drawing, caption: str) -> Component:
    """The numbers of a chart as a table: what, how much in the source's words, when, who says so.

    Each row leads to its passage. Lines stand time by time instead, and the others under them.
    """
    found = series(drawing.numbers) if drawing.kind == vocabulary.AS_SERIES else []
    if not found:
        return _plain_table(data, drawing, drawing.numbers, caption)
    tabled = {number for line in found for number in line.numbers}
    others = [number for number in drawing.numbers if number not in tabled]
    rest = [_plain_table(data, drawing, others, "The other numbers of this chart")] if others else []
    return html.Div([*tables(found), *rest], className="by-time")


def _plain_table(data: Snapshot, drawing: Drawing, numbers: Iterable[Observation], caption: str) -> Component:
    columns = (Column("What"), Column("Number"), Column("Period"), Column("Source"))
    lines = [_row(data, number, drawing.names[number.id].title) for number in numbers]
    return table(columns, lines, caption=caption, narrow="stack")


def _with_numbers(data: Snapshot) -> dict[str, Chart]:
    """Of the numbers of a chart one is looked for, for there may be very many."""
    register = data.register
    named: dict[str, list[str]] = {}
    for indicator in register.indicators.values():
        named.setdefault(indicator.chart.id, []).append(indicator.id)
    calculated = {number.indicator.chart.id for number in register.derived.values()}
    return {
        name: chart
        for name, chart in register.charts.items()
        if name in calculated or register.observations.first("indicator_id", *named.get(name, ()))
    }


def _card(data: Snapshot, key: str, span: Span, level: int) -> Card:
    drawing = find(data, key)
    alone = drawing.kind == vocabulary.ALONE
    what, _, name = key.partition("/")
    whole = find(data, f"chart/{name}") if what == "brief" else drawing
    listed = drawing.of(drawing.numbers[:LISTED]) if what == "brief" else drawing
    rest = len(whole.numbers) - len(listed.numbers)
    return Card(
        drawing.key,
        drawing.headline or _name(data, drawing) if alone else headlines.headline(whole),
        "" if alone else headlines.subtitle(drawing),
        sources(drawing.numbers),
        headlines.alternative(drawing),
        numbers_table(data, listed, "The numbers of this chart"),
        passages=_passages(data, listed),
        kicker=_kicker(data, whole),
        href=_page(whole.key),
        marks=keys.key(drawing),
        more=[(f"/charts/{name}", f"{rest} more in the chart")] if rest else [],
        origin=_origin(drawing),
        brief=what == "brief",
        span=span,
        level=level,
    )


def _finding(data: Snapshot, name: str) -> Card:
    """The card of a finding; where nobody wrote a headline it tells of the numbers that are drawn."""
    whole, drawing = find(data, f"chart/{name}"), find(data, f"finding/{name}")
    found = findings.of_chart(data.register, name)
    rest = len(whole.numbers) - len(drawing.numbers)
    more = [(passages.opened(data, found.number), "See the passage")] if found else []
    if rest > 0:
        more.append((f"/charts/{name}", f"{rest} more in the chart"))
    return Card(
        drawing.key,
        headlines.headline(replace(drawing, headline="") if drawing.kind == vocabulary.AS_ACCOUNTS else drawing),
        headlines.subtitle(drawing),
        sources(drawing.numbers),
        headlines.alternative(drawing),
        numbers_table(data, drawing, "The numbers of this finding"),
        kicker=_kicker(data, whole),
        href=f"/charts/{name}",
        marks=keys.key(drawing),
        more=more,
        origin=_origin(drawing),
        span="third",
    )


def _origin(drawing: Drawing) -> str:
    return cards.PARTLY_CALCULATED if any(one.is_calculated for one in drawing.numbers) else cards.AS_STATED


def _kicker(data: Snapshot, drawing: Drawing) -> list[Any]:
    """What the chart comes to, of how many of its numbers where not of all, and its topic."""
    what, _, name = drawing.key.partition("/")
    topic = data.register.charts[name].topic if what == "chart" else ""
    code = "" if drawing.kind == vocabulary.AS_SERIES else findings.outcome(data.register, drawing)
    parts: list[Any] = [tags.told(code)] if code else []
    share, every = findings.shared(data.register, drawing)
    if code and share < every:
        parts.append(html.Span(f"{share} of {many(every, 'number')}", className="topic-name"))
    return [*parts, html.Span(topic, className="topic-name")] if topic else parts


def _passages(data: Snapshot, drawing: Drawing) -> Component | None:
    """The quotes that the numbers were read from, documents' first; None where none has one."""
    quoted = [number for number in drawing.numbers if number.quote]
    ordered = sorted(quoted, key=lambda number: number.told_by.is_reference)
    return html.Div([_cited(data, number) for number in ordered], className="cited") if ordered else None


def _cited(data: Snapshot, number: Observation) -> Component:
    source = html.Strong(source_name(number.source))
    where = html.A("read it", href=passages.opened(data, number))
    about = html.P([source, " ", number.when, " · ", where])
    return html.Div([html.P(passages.beside(number)), about], className="of-document" if number.is_of_document else "")


def _share(data: Snapshot, drawing: Drawing, about: Card) -> Share:
    """How the chart is taken away; it is cited by what it draws first of documents."""
    visit = current_visit()
    base, (what, _, name) = citations.address(data.register, visit, ""), drawing.key.partition("/")
    first = next((one for one in drawing.numbers if one.told_by.is_document), drawing.numbers[0])
    frame = FRAME if what in ("chart", "brief") and base else ""
    framed = {"base": escape(base), "chart": name, "title": escape(about.headline)}
    released = data.register.release if data.now is None else None  # a release frames itself
    return Share(
        citations.address(data.register, visit, about.href),
        about.href,
        data.version,
        _downloads(drawing),
        frame.format(**framed, within=""),
        citations.number_sentence(data.register, first, visit),
        [(f"/cite/{first.id}.bib", "BibTeX"), (f"/cite/{first.id}.json", "CSL")],
        frame.format(**framed, within=f"{citations.RELEASES}/{released}") if released else "",
    )


def _timeline(data: Snapshot, key: str) -> Card:
    chosen = timetable.choices(data.register)[key]
    found = timetable.ordered(chosen.events)
    datings = sorted((dating for event in found for dating in event.datings), key=lambda dating: dating.id)
    return Card(
        key,
        headlines.timeline_scope(found, "" if key == ALL else chosen.words),
        headlines.timeline_subtitle(found),
        list(dict.fromkeys(source_name(dating.source) for dating in datings)),
        headlines.timeline_alternative(found),
        html.P(html.A("All of it is in the table below.", href="#list")),
        marks=timeline.key(found),
        shown=timeline.key(found),
        origin=DATES_AS_STATED,
        span="full",
        level=2,
    )


def _name(data: Snapshot, drawing: Drawing) -> str:
    """What numbers alone are of: they say themselves what a headline would repeat."""
    what, _, name = drawing.key.partition("/")
    return data.register.charts[name].name if what == "chart" else drawing.numbers[0].indicator.name


def _page(key: str) -> str:
    """The page of a chart or an indicator; a group of accounts has its place among the comparisons."""
    what, _, name = key.partition("/")
    return {"chart": f"/charts/{name}", "indicator": f"/indicators/{name}"}.get(what, f"/compare#accounts-{name}")


def _downloads(drawing: Drawing) -> list[Link]:
    what, _, name = drawing.key.partition("/")
    if what == "indicator":
        csv = f"/download/indicators/{name}.csv"
        return [(csv, "These numbers (CSV)"), (f"/indicators/{name}.json", "These numbers (JSON)")]
    indicators = dict.fromkeys(number.indicator.id for number in drawing.numbers)
    drawn = [(f"/charts/{name}.json", "This chart (JSON)")] if what == "chart" else []
    return [(href("/download/numbers.csv", indicator=indicators), "These numbers (CSV)"), *drawn]


def _row(data: Snapshot, number: Observation, name: str) -> Row:
    what = html.A(name, href=f"/indicators/{number.indicator.id}")
    return Row((what, html.A(number.said, href=passages.opened(data, number)), number.when, number.said_by))


def _points(data: Snapshot, key: str) -> list[Point]:
    drawing = find(data, key)
    return [_point(data, number, drawing.names[number.id].title) for number in drawing.numbers]


def _point(data: Snapshot, number: Observation, name: str) -> Point:
    sentence = f"{name}: {number.said}, {number.when or 'no period'}, {number.said_by}"
    return Point(number.id, sentence, passages.opened(data, number))
