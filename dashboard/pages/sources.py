"""Every source: the documents with what each states and what became of its numerals, and the references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.design.tables import Column, Row, table
from dashboard.sections import sources
from dashboard.sections.topics import topics
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.language.written import many
from validation.model.coverage import in_digits_only
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.subjects import Source
from validation.vocabulary import DIGITS_ONLY, STATED

NAMED = 12
"""So many topics of a source are named."""


def register(app: Dashboard, store: Store) -> None:
    """The page of all sources."""
    app.page("/sources", layout, title="Sources")


def layout(data: Snapshot, /, **_: Any) -> Component:
    """A card for each document, a row for each reference."""
    documents, references = sources.documents(data.register), sources.references(data.register)
    cards = elements.grid(*(_card(data, source) for source in documents))
    return elements.page(
        "Sources",
        *_absent(data.register, documents),
        elements.section("documents", "Documents", cards, intro=_counted(data.register, documents)),
        *([_references(data.register, references)] if references else []),
        lede="What was read, what each states, and what became of every numeral in it.",
    )


def _absent(register: Register, documents: Sequence[Source]) -> list[Component]:
    """What it means that documents aren't here, and what to do; nothing where all are."""
    missing = sum(not register.has_text(source.id) for source in documents)
    if not missing:
        return []
    which = "The documents are" if missing == len(documents) else f"{missing} of {len(documents)} documents are"
    words = f"{which} not here, so quotes stand for the articles and have not been verified. {sources.ADDING}."
    return [elements.callout(words)]


def _counted(register: Register, documents: Sequence[Source]) -> str:
    found = [sources.covered(register, source.id) for source in documents]
    covered = [coverage for coverage in found if coverage]
    if not covered:
        return ""
    numerals, left = sum(one.numerals for one in covered), sum(one.unaccounted for one in covered)
    only = in_digits_only(sum(one.digits_only for one in covered))
    return f"{many(numerals, 'numeral')} in {many(len(covered), 'article')}{only}, {left or 'none'} unaccounted for."


def _card(data: Snapshot, source: Source) -> Component:
    stated = sources.stated(data.register, source)
    return elements.card(
        html.P(sources.byline(source), className="byline"),
        html.P(_statement(len(stated), sources.dated(data.register).get(source.id, 0))),
        *_topics(data, source, stated),
        *_coverage(data.register, source),
        html.Div(_state(data.register, source, stated), className="source-state"),
        title=source.title,
        href=f"/sources/{source.id}",
    )


def _statement(numbers: int, datings: int) -> list[Any]:
    """How many numbers and datings a source has."""
    return ["States ", *_many(numbers, "number"), " and ", *_many(datings, "dated event"), "."]


def _many(count: int, noun: str) -> list[Any]:
    number, _, words = many(count, noun).partition(" ")
    return [html.Strong(number if count else "no"), f" {words}"]


def _topics(data: Snapshot, source: Source, stated: Sequence[Observation]) -> list[Component]:
    """A link for each topic of its numbers; of many to the first, and one to all."""
    counts = Counter(number.indicator.chart.topic for number in stated)
    found = [(name, topic) for name, topic in topics(data).items() if counts[name]]
    items = [html.Li([topic.sign, _topic(name, counts[name], source)]) for name, topic in found[:NAMED]]
    if len(counts) > NAMED:
        place = href("/data", source=source.id)
        items.append(html.Li(html.A(f"and {len(counts) - NAMED} more topics", href=place)))
    return [html.Ul(items, className="topics", **aria(label="Numbers by topic"))] if items else []


def _topic(name: str, count: int, source: Source) -> Component:
    place = href("/data", topic=name, source=source.id, origin=STATED)
    return html.A([html.Strong(str(count)), f" {name}"], href=place)


def _coverage(register: Register, source: Source) -> list[Component]:
    """What became of its numerals, as a bar and in words; without the document they can't be counted."""
    coverage = sources.covered(register, source.id)
    if coverage is None:
        return []
    parts = [part for part in sources.numerals(coverage) if part.count]
    left = "" if coverage.unaccounted else ", none unaccounted for"
    only = f", {DIGITS_ONLY}" if coverage.digits_only else ""
    words = html.P([*_many(coverage.numerals, "numeral"), only, left])
    return [html.Div([words, elements.bar(parts), elements.bar_key(parts)], className="coverage")]


def _state(register: Register, source: Source, stated: Sequence[Observation]) -> list[Component]:
    """Whether its text is here, and the ways to it and to its numbers."""
    read = html.A("Read it" if register.has_text(source.id) else "Its passages", href=f"/sources/{source.id}")
    csv = html.A("CSV", href=href("/download/numbers.csv", source=source.id))
    return [sources.presence_tag(register, source.id), read, *([csv] if stated else [])]


def _references(register: Register, references: Sequence[Source]) -> Component:
    columns = (Column("Reference"), Column("Publisher"), Column("Published"), Column("Numbers", numeric=True))
    rows = [_reference(source, len(sources.stated(register, source))) for source in references]
    listed = table(columns, rows, caption="Every reference", narrow="stack", hidden_caption=True)
    intro = f"{len(references)} public statistics and pages that the documents’ numbers are held against."
    return elements.section("references", "References", listed, intro=intro)


def _reference(source: Source, count: int) -> Row:
    name = html.A(source.title, href=f"/sources/{source.id}")
    return Row((name, source.publisher, sources.published(source), str(count)))
