"""Every source: the documents with what each states and what became of its numerals, and the references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates
from dashboard.design import elements
from dashboard.design.attributes import aria
from dashboard.design.tables import Column, Row, table
from dashboard.sections import sources
from dashboard.sections.reading.entries import of_source
from dashboard.sections.sources import Source
from dashboard.sections.topics import topics
from dashboard.state import facts
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard
from validation.model.coverage import Coverage

BAR = (
    ("numbers", "in numbers"),
    ("events", "in dates of events"),
    ("excluded", "left out with a reason"),
    ("unaccounted", "unaccounted for"),
)
"""What becomes of the numerals of a document, part by part of its bar."""


def register(app: Dashboard, store: Store) -> None:
    """The page of all sources."""
    app.page("/sources", layout, title="Sources")


def layout(data: Snapshot, /, *, view: View, **_: Any) -> Component:
    """A card for each document, a row for each reference."""
    documents, references = sources.documents(data), sources.references(data)
    cards = [_card(data, source) for source in documents]
    return elements.page(
        "Sources",
        *_absent(data, documents),
        elements.section("documents", "Documents", elements.grid(*cards), intro=_counted(data, documents)),
        *([_references(data, references)] if references else []),
        lede="What was read, what each states, and what became of every numeral in it.",
    )


def _absent(data: Snapshot, documents: list[Source]) -> list[Component]:
    """What it means that documents aren't here, and what to do; nothing where all are."""
    missing = sum(sources.presence(data, source["source_id"]) != "here" for source in documents)
    if not missing:
        return []
    which = "The documents are" if missing == len(documents) else f"{missing} of {len(documents)} documents are"
    words = f"{which} not here, so quotes stand for the articles and have not been verified. {sources.ADDING}."
    return [elements.callout(words)]


def _counted(data: Snapshot, documents: list[Source]) -> str:
    found = [facts.covered(data, source["source_id"]) for source in documents]
    covered = [coverage for coverage in found if coverage]
    if not covered:
        return ""
    numerals, left = (sum(getattr(one, name) for one in covered) for name in ("numerals", "unaccounted"))
    return (
        f"{numerals} numerals in {len(covered)} {_several(len(covered), 'article')}, {left or 'none'} unaccounted for."
    )


def _card(data: Snapshot, source: Source) -> Component:
    source_id = source["source_id"]
    place = f"/sources/{source_id}"
    return elements.card(
        html.P(sources.byline(source), className="byline"),
        html.P(_statement(data, source_id)),
        *_topics(data, source_id),
        *_coverage(data, source_id),
        html.Div([sources.presence_tag(data, source_id), *_links(data, source_id)], className="source-state"),
        title=source["title"],
        href=place,
    )


def _statement(data: Snapshot, source_id: str) -> list[Any]:
    """How many numbers and datings a source has."""
    counted = (("observations", "number"), ("mentions", "dated event"))
    counts = [(sources.counts(data, table)[source_id], word) for table, word in counted]
    said = [[html.Strong(str(count or "no")), f" {_several(count, word)}"] for count, word in counts]
    return ["States ", *said[0], " and ", *said[1], "."]


def _several(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"


def _topics(data: Snapshot, source_id: str) -> list[Component]:
    """A link for each topic of its numbers."""
    counts = Counter(row["topic"] for row in of_source(facts.observations(data), source_id))
    items = [
        html.Li([topic.sign, _topic(name, counts[name], source_id)])
        for name, topic in topics(data).items()
        if counts[name]
    ]
    return [html.Ul(items, className="topics", **aria(label="Numbers by topic"))] if items else []


def _topic(name: str, count: int, source_id: str) -> Component:
    return html.A([html.Strong(str(count)), f" {name}"], href=href("/data", topic=name, source=source_id))


def _coverage(data: Snapshot, source_id: str) -> list[Component]:
    """What became of its numerals, as a bar and in words; without the document they can't be counted."""
    coverage = facts.covered(data, source_id)
    if coverage is None:
        return []
    parts = list(_parts(coverage))
    bar = [html.Span(className=f"part part-{name}", style={"flexGrow": count}) for name, count, _ in parts]
    said = [html.Li([html.Span(className=f"part part-{name}"), f"{count} {words}"]) for name, count, words in parts]
    left = "" if coverage.unaccounted else ", none unaccounted for"
    words = html.P([html.Strong(str(coverage.numerals)), f" {_several(coverage.numerals, 'numeral')}{left}"])
    return [
        html.Div(
            [words, html.Div(bar, className="coverage-bar", **aria(hidden=True)), html.Ul(said)], className="coverage"
        )
    ]


def _parts(coverage: Coverage) -> Iterator[tuple[str, int, str]]:
    counts = {
        "numbers": coverage.recorded - coverage.events,
        "events": coverage.events,
        "excluded": coverage.excluded,
        "unaccounted": coverage.unaccounted,
    }
    return ((name, counts[name], words) for name, words in BAR if counts[name])


def _links(data: Snapshot, source_id: str) -> list[Component]:
    words = "Read it" if sources.presence(data, source_id) == "here" else "Its passages"
    found = [html.A(words, href=f"/sources/{source_id}")]
    if sources.counts(data, "observations")[source_id]:
        found.append(html.A("CSV", href=href("/download/observations.csv", source=source_id)))
    return found


def _references(data: Snapshot, references: list[Source]) -> Component:
    counts = sources.counts(data, "observations")
    columns = (Column("Reference"), Column("Publisher"), Column("Published"), Column("Numbers", numeric=True))
    lines = [_reference(source, counts[source["source_id"]]) for source in references]
    listed = table(columns, lines, caption="Every reference", narrow="stack", hidden_caption=True)
    intro = f"{len(references)} public statistics and pages that the documents’ numbers are held against."
    return elements.section("references", "References", listed, intro=intro)


def _reference(source: Source, count: int) -> Row:
    name = html.A(source["title"], href=f"/sources/{source['source_id']}")
    return Row((name, source["publisher"], dates.words(source["published"]), str(count)))
