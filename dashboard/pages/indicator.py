"""One indicator: what it measures, its chart, every number with its passage, other accounts, calculations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import cards, charts, citing, objections, passages, related, sources, tags, years
from dashboard.sections.front import topics
from dashboard.state.addresses import chosen
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.visits import current_visit
from validation import vocabulary
from validation.language.written import capitalized, many
from validation.model import citations
from validation.model.observations import Derived, Observation
from validation.model.register import Register
from validation.model.subjects import Indicator


def register(app: Dashboard, store: Store) -> None:
    """The page of each indicator."""
    app.page(
        "/indicators/<indicator_id>",
        layout,
        title=title,
        about=summary,
        ids=lambda data: data.register.indicators,
        data=True,
    )


def title(data: Snapshot, /, indicator_id: str) -> str:
    """The indicator's name."""
    return _find(data, indicator_id).name


def summary(data: Snapshot, /, indicator_id: str) -> str:
    """What it measures."""
    return _find(data, indicator_id).definition


def layout(data: Snapshot, /, *, indicator_id: str, **query: Any) -> Component:
    """What it measures, then all that is known of it, `?show=` saying what of its chart."""
    indicator = _find(data, indicator_id)
    stated = data.register.observations.where("indicator_id", indicator_id)
    calculated = [number for number in data.register.derived.values() if number.indicator.id == indicator_id]
    found = [*stated, *calculated]
    names = [number.id for number in found]
    show = chosen(query, "show", cards.TABS, cards.TABS[0])
    return elements.page(
        indicator.name,
        _about(data.register, indicator, found),
        *([charts.card(data, f"indicator/{indicator_id}", span="full", level=2, show=show)] if found else []),
        *_errata(data.register, names),
        *_passages(stated, found),
        *related.compared(data, names),
        *_calculations(data, calculated, stated),
        lede=indicator.definition,
        crumbs=[("/", "Findings"), (topics.place(data, indicator.chart.topic), indicator.chart.topic)],
    )


def _find(data: Snapshot, indicator_id: str) -> Indicator:
    found = data.register.indicators
    if indicator_id not in found:
        raise Unknown("indicator", indicator_id, found)
    return found[indicator_id]


def _about(register: Register, indicator: Indicator, found: Sequence[Observation]) -> Component:
    """What kind of thing it is, how much is known of it, and how it is taken away."""
    level = register.indicators.get(indicator.change_of)
    of = [" of ", html.A(level.name, href=f"/indicators/{level.id}")] if level else []
    measures = capitalized(vocabulary.MEASURES[indicator.measure].words)
    path = f"/indicators/{indicator.id}"
    sentence = citations.sentence(citations.of_whole(register, current_visit(), path))
    ways = [
        citing.button(register, sentence, path, [("/cite/collection.bib", "BibTeX"), ("/cite/collection.json", "CSL")]),
        html.A("CSV", href=f"/download{path}.csv", className="button action"),
        html.A("JSON", href=f"{path}.json", className="button action"),
        citing.link(register, path),
    ]
    told = html.P([measures, *of, f", in {indicator.unit.name}. {_counted(found)}"], className="who")
    return html.Div([told, html.Div(ways, className="action-row")])


def _counted(found: Sequence[Observation]) -> str:
    """How many numbers are stated by how many sources, and how many are calculated."""
    stated = [number for number in found if not number.is_calculated]
    tellers = len({number.source.id for number in stated})
    said = f"{many(len(stated), 'number')} in {many(tellers, 'source')}" if stated else ""
    own = len(found) - len(stated)
    words = vocabulary.CALCULATED.words.lower()
    return f"{'; '.join(part for part in (said, f'{own:,} {words}' if own else '') if part) or 'No number'}."


def _passages(stated: Sequence[Observation], found: Sequence[Observation]) -> list[Component]:
    """Every stated number with the words it was read from; a long line stands in the chart's table alone."""
    long = {number for line in years.series(found) if len(line.numbers) > years.LONG for number in line.numbers}
    others = [number for number in stated if number not in long]
    columns = (Column("Number"), Column("When and where"), Column("Passage"), Column("Source"))
    content = table(columns, map(_line, others), caption="Every number", narrow="stack", hidden_caption=True)
    return [elements.section("numbers", "Every number and its passage", elements.card(content))] if others else []


def _line(number: Observation) -> Row:
    stated = html.Div([passages.figure(number), *tags.status(number)], className="stated-cell")
    when = html.Div([number.when, *_aside(number.area.name), *_aside(number.period_note)])
    said_by = f"attributed to {number.attribution}" if number.attribution else ""
    source = html.Div([html.A(sources.name(number.source), href=passages.place(number)), *_aside(said_by)])
    passage = html.Div([passages.beside(number), *_aside(number.note)])
    return Row([stated, when, passage, source], id=number.id)


def _aside(words: str) -> list[Component]:
    return [html.Span(words, className="aside")] if words else []


def _errata(register: Register, names: Sequence[str]) -> list[Component]:
    found = [one for name in names for one in objections.of(register, name) if not one.other_id]
    return [elements.section("errata", "Errors of a source", *(one.callout for one in found))] if found else []


def _calculations(data: Snapshot, own: Sequence[Derived], stated: Sequence[Observation]) -> list[Component]:
    """The calculated numbers of this indicator, and those of others that use its numbers; many of them folded."""
    others = related.used_by(data.register, [number.id for number in stated])
    found = list(dict.fromkeys([*own, *others]))
    content = related.workings(data, found)
    if len(found) > related.FEW:
        content = [elements.card(elements.fold(f"How {many(len(found), 'number')} were calculated", *content))]
    return [elements.section("calculated", vocabulary.CALCULATED.words, *content)] if found else []
