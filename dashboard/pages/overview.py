"""The front page: the question and its answer, three findings, the documents; then what the numbers say by topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import findings
from dashboard.design import elements, signs
from dashboard.design.controls import Input
from dashboard.design.elements import Part
from dashboard.sections import cards, charts, sources
from dashboard.sections.front import topics
from dashboard.sections.front.lists import documents, in_context, wrong_dates
from dashboard.sections.front.others import others
from dashboard.state.addresses import href, slug, text
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation import vocabulary
from validation.model import verdicts
from validation.model.observations import Observation
from validation.model.register import Register

TRIED = 3
"""Examples beside the search."""


def register(app: Dashboard, store: Store) -> None:
    """The page at the root."""
    app.page("/", layout, about=told, states=lambda now: [{"topic": slug(topic)} for topic in topics.ranked(now)])


def layout(now: Snapshot, /, **query: Any) -> Component:
    """The findings, the documents, the topics; or `?topic=` alone."""
    if chosen := text(query, "topic"):
        return topics.alone(now, chosen)
    above = [_hero(now), *_without_documents(now), *_findings(now)]
    below = [*documents(now), *topics.topics(now), *others(now), *wrong_dates(now), *in_context(now)]
    return html.Div([*above, html.Div(below, className="below")], className="page")


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
        dir="auto",
    )
    label = html.Label("Search everything", htmlFor="site-search", className="unseen")
    tried = [html.A(words, href=href("/search", q=words)) for words in now.once(_examples)]
    examples = [html.P(["Try ", *tried], className="tried")] if tried else []
    return html.Form([label, field, *examples], action="/search", method="get", role="search", className="search-all")


def _examples(now: Snapshot) -> list[str]:
    """A number, a unit and a word of what is found here."""
    found = findings.findings(now.register)
    documents = [source.id for source in sources.documents(now.register)]
    first = now.register.observations.first("source_id", *documents)
    numbers = [one.number for one in found] or ([first] if first else [])
    number = next((part for one in numbers for part in re.findall(r"\d+\.\d+|\d+", one.label)), "")
    symbols = _symbols(now.register, documents)
    units = [symbol for symbol in symbols if symbol.isupper()] or [symbol for symbol in symbols if len(symbol) > 1]
    return list(dict.fromkeys(filter(None, (number, *units[:1], *(_word(one) for one in numbers)))))[:TRIED]


def _symbols(register: Register, documents: Sequence[str]) -> list[str]:
    """The signs of the units of what documents state, in the order of their numbers."""
    rows = register["observations"]
    names = rows["unit_id"][rows["source_id"].isin(documents)].drop_duplicates().tolist()
    return [register.units[name].symbol for name in names if name in register.units]


def _word(number: Observation) -> str:
    """The longest word of what a number is of."""
    return max(re.findall(r"\w+", number.indicator.name.lower()), key=len, default="")


def _without_documents(now: Snapshot) -> list[Component]:
    """One line on what it means that documents are not here; nothing where all are, or where a release is shown."""
    if now.now:
        return []
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
    return [html.Div([heading, html.Div(shown, className="findings"), cards.key(topics.marks(now))], className="found")]
