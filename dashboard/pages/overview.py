"""The front page: the question and its answer, three findings, the documents; then what the numbers say by topic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, product
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import findings, keys
from dashboard.charts.keys import Entry
from dashboard.design import elements, signs
from dashboard.design.controls import Input
from dashboard.design.elements import Part, data
from dashboard.design.tables import Column, Row, table
from dashboard.sections import cards, charts, passages, sources
from dashboard.state.addresses import href, text
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation import vocabulary
from validation.language.written import many
from validation.model import events, verdicts
from validation.model.events import Dating, Event
from validation.model.observations import UNDATED, Observation
from validation.model.subjects import Source

STRENGTH = tuple(vocabulary.CHART_KINDS)
"""Kinds of charts, those that tell most first."""

WHOLE = 400
"""A collection of so many numbers, stated and calculated, is shown whole."""

FIRST = 50
"""Of a larger one the charts with the first so many; what follows is fetched when the reader comes near."""

NAMED = 6
"""Charts that are named where they are not shown yet."""

LISTED = 24
"""Rows of other numbers, and documents; what is more is on their own pages."""

DATES = 5
"""Dates that documents get wrong."""

TRIED = 3
"""Examples beside the search."""

TRIED_OUT = 10
"""Charts for which every way to share them out is tried."""

# Pixels of a card around its drawing, and how much longer one column may be before the charts go over the whole width.
_AROUND = 250
_UNEVEN = 1.5


def register(app: Dashboard, store: Store) -> None:
    """The page at the root."""
    app.page("/", layout, about=told)


def layout(now: Snapshot, /, **query: Any) -> Component:
    """The findings, the documents, the topics; or `?topic=` alone."""
    if chosen := text(query, "topic"):
        return _alone(now, chosen)
    topics, (shown, later) = ranked(now), parted(now)
    places = [(f"#{charts.place(topic)}", topic) for topic in topics]
    intro = elements.links(places, className="topic-links") if len(places) > 1 else None
    by_topic = [
        *_columns(now, [key for keys in shown.values() for key in keys]),
        *(_later(now, topic, keys) for topic, keys in later.items()),
    ]
    below = [
        *_documents(now),
        *([elements.section("topics", "What the numbers say, by topic", *by_topic, intro=intro)] if topics else []),
        *_others(now),
        *_wrong_dates(now),
        *_context(now),
    ]
    above = [_hero(now), *_without_documents(now), *_findings(now)]
    return html.Div([*above, html.Div(below, className="below")], className="page")


def ranked(now: Snapshot) -> Mapping[str, list[str]]:
    """The keys of each topic's charts that set documents' numbers beside others: those that tell most first."""
    return now.once(_ranked)


def parted(now: Snapshot) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """The topics with the charts that are shown at once, at least one, and those that are shown when one comes near."""
    topics = ranked(now)
    if len(now.register.numbers) <= WHOLE or not topics:
        return topics, {}
    first, *others = topics
    sizes = accumulate(len(charts.find(now, key).numbers) for key in topics[first])
    fitting = [key for key, size in zip(topics[first], sizes, strict=True) if size <= FIRST]
    return {first: fitting or topics[first][:1]}, {topic: topics[topic] for topic in others}


def alone(now: Snapshot) -> list[Observation]:
    """The numbers of documents that no card draws."""
    drawn = {one.id for keys in ranked(now).values() for key in keys for one in charts.find(now, key).numbers}
    return [one for one in now.register.observations if one.source.is_document and one.id not in drawn]


def columns(heights: Mapping[str, int]) -> list[list[str]]:
    """The charts shared out to two columns, the first to the left, so that these end as near together as can be.

    Of more than `TRIED_OUT` each goes where less is. None where one would end long before the other.
    """
    keys = list(heights)
    if len(keys) <= TRIED_OUT:
        halves = min(_ways(keys), key=lambda way: max(_length(half, heights) for half in way))
    else:
        halves = ([], [])
        for key in keys:
            min(halves, key=lambda half: _length(half, heights)).append(key)
    low, high = sorted(_length(half, heights) for half in halves)
    return [list(half) for half in halves] if low and high <= low * _UNEVEN else []


def _ways(keys: Sequence[str]) -> Iterable[tuple[list[str], list[str]]]:
    """Every way to share them out that leaves the first on the left; both keep their order."""
    for way in product((False, True), repeat=max(len(keys) - 1, 0)):
        right = {key for key, side in zip(keys[1:], way, strict=True) if side}
        yield [key for key in keys if key not in right], [key for key in keys if key in right]


def _length(half: Sequence[str], heights: Mapping[str, int]) -> int:
    return sum(_AROUND + heights[one] for one in half)


def told(now: Snapshot) -> str:
    """What the collection holds, in a sentence."""
    if not sources.documents(now.register):
        return f"{sources.told(now.register, vocabulary.REFERENCE)}."
    held = " and held against public statistics" if verdicts.outcomes(now.register) else ""
    return f"{sources.told(now.register, vocabulary.DOCUMENT)}: each is traced to its words{held}."


def _hero(now: Snapshot) -> Component:
    """The question, the sentence, what came of it, and the search."""
    head = [html.H1(now.register.question, tabIndex=-1), html.P(told(now), className="hero-told")]
    return html.Div([*head, *_outcomes(now), _search(now)], className="hero")


def _outcomes(now: Snapshot) -> list[Component]:
    """How many numbers came to what, each over its part of a bar; nothing where none was held against anything."""
    found = verdicts.outcomes(now.register)
    if not found:
        return []
    items = [html.Li(_outcome(code, count), style={"flexGrow": count}) for code, count in found.items()]
    parts = [Part(count, signs.OUTCOME_FILLS[code], code) for code, count in found.items()]
    return [html.Ul(items, className="outcomes"), html.Div(elements.bar(parts), className="outcome-bar")]


def _outcome(code: str, count: int) -> list[Component]:
    words = f"{count:,} {vocabulary.OUTCOMES[code].counted(count)}"
    return [elements.verdict_sign(signs.VERDICTS[code]), html.A(words, href=href("/checked", verdict=code))]


def _search(now: Snapshot) -> Component:
    field = Input(
        id="site-search",
        type="search",
        name="q",
        placeholder="Search numbers, words, units, sources",
        autoComplete="off",
    )
    label = html.Label("Search everything", htmlFor="site-search", className="unseen")
    tried = [html.A(words, href=href("/search", q=words)) for words in now.once(_examples)]
    examples = [html.P(["Try ", *tried], className="tried")] if tried else []
    return html.Form([label, field, *examples], action="/search", method="get", role="search", className="search-all")


def _examples(now: Snapshot) -> list[str]:
    """A number, a unit and a word of what is found here."""
    found = findings.findings(now.register)
    numbers = [one.number for one in found] or [one for one in now.register.observations if one.source.is_document][:1]
    number = next((part for one in numbers for part in re.findall(r"\d+\.\d+|\d+", one.label)), "")
    symbols = [one.unit.symbol for one in now.register.observations if one.source.is_document]
    units = [symbol for symbol in symbols if symbol.isupper()] or [symbol for symbol in symbols if len(symbol) > 1]
    return list(dict.fromkeys(filter(None, (number, *units[:1], *(_word(one) for one in numbers)))))[:TRIED]


def _word(number: Observation) -> str:
    """The longest word of what a number is of."""
    return max(re.findall(r"\w+", number.indicator.name.lower()), key=len, default="")


def _without_documents(now: Snapshot) -> list[Component]:
    """One line on what it means that documents are not here; nothing where all are."""
    summary = now.report.summary
    absent = int(summary["documents"]) - int(summary["documents_present"])
    if not absent:
        return []
    every = "The documents are" if absent == summary["documents"] else f"{absent} of the documents are"
    words = f"{every} not here: their quotes are shown as recorded, and were not compared with them. "
    return [html.P([words, html.A("How to add them", href="/sources")], className="aside")]


def _findings(now: Snapshot) -> list[Component]:
    """Three findings and the key to their marks."""
    found = findings.findings(now.register)
    if not found:
        return []
    shown = [charts.finding(now, finding.chart) for finding in found]
    heading = html.H2("Findings", className="unseen")
    return [html.Div([heading, html.Div(shown, className="findings"), cards.key(_key(now))], className="found")]


def _key(now: Snapshot) -> list[Entry]:
    """The marks that the findings draw, which stand beneath them and need no key again."""
    shown = [charts.find(now, f"finding/{finding.chart}") for finding in findings.findings(now.register)]
    drawn = [entry for drawing in shown for entry in keys.key(drawing)]
    return list(dict.fromkeys(entry._replace(swatch=entry.swatch.replace("as-point", "as-bar")) for entry in drawn))


def _documents(now: Snapshot) -> list[Component]:
    """Each document with what is in it."""
    found = sources.documents(now.register)
    if not found:
        return []
    # What is stated is counted without looking through the documents, of which there may be many.
    ordered = sorted(found, key=lambda source: -_numbers(now, source))
    items = [html.Li(_document(now, source)) for source in ordered[:LISTED]]
    more = ("/sources", f"All {len(found):,} documents") if len(found) > LISTED else None
    intro = "Read each with every number marked."
    return [
        elements.section("documents", "The documents", html.Ul(items, className="documents"), intro=intro, more=more)
    ]


def _document(now: Snapshot, source: Source) -> list[Component]:
    numbers = _numbers(now, source)
    dates = sum(one.source.id == source.id for one in events.datings(now.register).values())
    count = sources.counted(vocabulary.RECORDED, numbers)
    year = source.published.short if source.published else ""
    about = ", ".join(part for part in (source.author or "no author named", year) if part)
    none = _muted(f"no number, {sources.counted(vocabulary.EVENT, dates)}" if dates else "no number")
    stated = html.Span(count, className="stated-count") if numbers else none
    return [html.A(sources.name(source), href=f"/sources/{source.id}"), stated, _muted(about)]


def _numbers(now: Snapshot, source: Source) -> int:
    return len(now.register.observations.where("source_id", source.id))


def _muted(words: Any) -> Component:
    return html.Span(words, className="muted")


def _ranked(now: Snapshot) -> dict[str, list[str]]:
    """As `ranked` says; where no chart does that, all that are drawn and have a document's number."""
    names = [name for name in charts.with_numbers(now) if _is_drawn(now, name)]
    comparing = [name for name in names if findings.compares(now.register, charts.find(now, f"chart/{name}"))]
    topics: dict[str, list[str]] = {}
    for name in comparing or names:
        topics.setdefault(now.register.charts[name].topic, []).append(f"brief/{name}")
    found = {f"brief/{one.chart}": place for place, one in enumerate(findings.findings(now.register))}
    rank = lambda key: (found.get(key, len(found)), *_rank(now, key))  # noqa: E731
    ordered = {topic: sorted(keys, key=rank) for topic, keys in topics.items()}
    return dict(sorted(ordered.items(), key=lambda entry: rank(entry[1][0])))


def _is_drawn(now: Snapshot, name: str) -> bool:
    drawing = charts.find(now, f"chart/{name}")
    return drawing.kind != vocabulary.ALONE and not _of_references(now, name)


def _rank(now: Snapshot, key: str) -> tuple[int, int]:
    """How strong the kind of a chart is, and how many numbers it has."""
    drawing = charts.find(now, key)
    return STRENGTH.index(drawing.kind), -len(drawing.numbers)


def _columns(now: Snapshot, keys: Sequence[str]) -> list[Component]:
    """Charts in two columns that end nearly together, as many as need be over the whole width before."""
    halves = columns({key: charts.height(now, key) for key in keys})
    if halves:
        return [html.Div([_column(now, column) for column in halves], className="halves")]
    first = [html.Div(charts.card(now, key, span="full"), **_place(now, key)) for key in keys[:1]]
    return [*first, *_columns(now, keys[1:])] if keys else []


def _column(now: Snapshot, keys: Iterable[str]) -> Component:
    known = _key(now)
    shown = [html.Div(charts.card(now, key, known=known), **_place(now, key)) for key in keys]
    return html.Div(shown, className="half")


def _place(now: Snapshot, key: str) -> dict[str, Any]:
    """Where the first chart of a topic stands, for links to the topic."""
    topic = now.register.charts[key.partition("/")[2]].topic
    return {"id": charts.place(topic)} if ranked(now)[topic][0] == key else {}


def _later(now: Snapshot, topic: str, keys: Sequence[str]) -> Component:
    """A topic that is not shown yet: its charts by name, and where it is shown, for assets/parts.js and for readers."""
    place = href("/", topic=charts.place(topic))
    named = [
        (f"/{key.replace('brief/', 'charts/', 1)}", now.register.charts[key.partition("/")[2]].name) for key in keys
    ]
    more = (place, f"All {len(keys)} charts" if len(keys) > 1 else "The chart")
    content = elements.section(charts.place(topic), topic, elements.links(named[:NAMED]), more=more)
    return html.Div(content, **data(part=place))


def _alone(now: Snapshot, chosen: str) -> Component:
    """One topic whole. Raises `Unacceptable` for one there is not."""
    topics = {charts.place(topic): topic for topic in ranked(now)}
    if chosen not in topics:
        raise Unacceptable("topic", chosen, topics)
    topic = topics[chosen]
    section = elements.section(chosen, topic, *_columns(now, ranked(now)[topic]))
    return elements.page(topic, section, crumbs=[("/", "Findings")])


def _others(now: Snapshot) -> list[Component]:
    """The numbers of documents that stand alone, in one table with what they were held against."""
    found = sorted(alone(now), key=lambda one: _standing(now, one))
    if not found:
        return []
    heads = (
        Column("Verdict", line="sign"),
        Column("Stated", numeric=True, line="first"),
        Column("What", line="first"),
        Column("When"),
        Column("Document"),
    )
    rows = [_other(now, one) for one in found[:LISTED]]
    every = sum(one.source.is_document for one in now.register.observations)
    listed = table(
        (*heads, Column("Held against")), rows, caption="Each with its verdict", narrow="lines", hidden_caption=True
    )
    intro = f"{many(len(found), 'number')} of documents, each with its page."
    more = (href("/data", kind=vocabulary.DOCUMENT), f"All {every} as a table")
    card = html.Div(listed, className="card others")
    return [elements.section("rest", "Other numbers", card, intro=intro, more=more)]


def _standing(now: Snapshot, number: Observation) -> int:
    known = verdicts.by_number(now.register)
    codes = list(vocabulary.OUTCOMES)
    return codes.index(vocabulary.outcome(known[number.id]).code) if number.id in known else len(codes)


def _other(now: Snapshot, number: Observation) -> Row:
    code = verdicts.by_number(now.register).get(number.id, "")
    outcome = vocabulary.outcome(code) if code else None
    sign = [elements.verdict_sign(signs.VERDICTS[outcome.code]), _unseen(outcome.words)] if outcome else ""
    stated = html.A(number.label, href=f"/observations/{number.id}", className="of-doc")
    document = html.A(sources.name(number.source), href=passages.opened(now, number))
    when = "" if number.when == UNDATED else number.when
    return Row((sign, stated, number.indicator.name, when, document, _against(now, number)))


def _unseen(words: str) -> Component:
    return html.Span(words, className="unseen")


def _against(now: Snapshot, number: Observation) -> str:
    """What the reference has that gave the verdict."""
    code = verdicts.by_number(now.register).get(number.id)
    found = [one.reference for one in verdicts.of_number(now.register, number.id) if one.verdict == code]
    if not any(found):
        return vocabulary.VERDICTS[vocabulary.NOT_FOUND].meaning if found else ""
    # Of several the one that is nearest, in the same unit where there is one.
    other = min(filter(None, found), key=lambda one: (one.unit != number.unit, abs(one.common - number.common)))
    when = f", {other.when}" if other.period and other.days != number.days else ""
    return f"{other.label}, by {sources.name(other.source)}{when}"


def _wrong_dates(now: Snapshot) -> list[Component]:
    """The dates that documents get wrong: what is printed, and what is right."""
    found = [(event, one) for event in events.events(now.register) for one in event.datings if one.is_wrong]
    if not found:
        return []
    found.sort(key=lambda pair: -_days_off(*pair))
    items = [html.Li(_wrong(event, one)) for event, one in found[:DATES]]
    more = (href("/timeline", wrong="1"), f"All {len(found):,}") if len(found) > DATES else ("/timeline", "All dates")
    content = html.Ul(items, className="documents wrong-dates")
    intro = "What is printed, and what the references that were looked up have."
    return [elements.section("dates", "Dates that documents get wrong", content, intro=intro, more=more)]


def _days_off(event: Event, one: Dating) -> int:
    """How many days a dating is from the event."""
    if not (event.period and one.period):
        return 0
    return max(0, one.period.first - event.period.last, event.period.first - one.period.last)


def _wrong(event: Event, one: Dating) -> list[Component]:
    right = one.erratum.correct if one.erratum else event.when
    printed = html.Span(one.printed, className="wrong")
    return [
        html.A(event.name, href=f"/events/{event.id}"),
        html.Span([printed, " → ", html.Strong(right)]),
        html.A(sources.name(one.source), href=passages.place(one), className="muted"),
    ]


def _context(now: Snapshot) -> list[Component]:
    """The charts of public statistics, which no document states."""
    shown = {key for keys in ranked(now).values() for key in keys}
    rest = [name for name in charts.with_numbers(now) if f"brief/{name}" not in shown and _of_references(now, name)]
    if not rest:
        return []
    items = [html.Li(_series(now, name)) for name in rest[:LISTED]]
    intro = "Public statistics; no document states them."
    return [elements.section("context", "In context", html.Ul(items, className="documents several"), intro=intro)]


def _of_references(now: Snapshot, name: str) -> bool:
    drawing = charts.find(now, f"chart/{name}")
    return drawing.kind == vocabulary.AS_SERIES or not any(one.told_by.is_document for one in drawing.numbers)


def _series(now: Snapshot, name: str) -> list[Component]:
    drawing = charts.find(now, f"chart/{name}")
    told_by = charts.sources(drawing.numbers)
    whose = many(len(told_by), "source") if len(told_by) > 1 else told_by[0]
    about = ", ".join(filter(None, (charts.years(drawing.numbers), whose)))
    return [html.A(now.register.charts[name].name, href=f"/charts/{name}"), _muted(about)]
