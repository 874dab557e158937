"""One indicator: what it measures, its chart, every number with its passage, other accounts, calculations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import charts, objections, passages, related, tags
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.visits import current_visit
from validation import vocabulary
from validation.model import citations
from validation.model.observations import Derived, Observation
from validation.model.register import Register
from validation.model.subjects import Indicator


def register(app: Dashboard, store: Store) -> None:
    """The page of each indicator."""
    app.page("/indicators/<indicator_id>", layout, title=title)


def title(data: Snapshot, /, indicator_id: str) -> str:
    """The indicator's name."""
    return _find(data, indicator_id).name


def layout(data: Snapshot, /, *, indicator_id: str, **_: Any) -> Component:
    """What it measures, then all that is known of it."""
    indicator = _find(data, indicator_id)
    stated = data.register.observations.where("indicator_id", indicator_id)
    calculated = [number for number in data.register.derived.values() if number.indicator.id == indicator_id]
    found = [*stated, *calculated]
    names = [number.id for number in found]
    return elements.page(
        indicator.name,
        *([charts.card(data, f"indicator/{indicator_id}", span="full", level=2)] if found else []),
        *([_numbers(stated)] if stated else []),
        *_errata(data.register, names),
        *related.compared(data, names),
        *_calculations(data, calculated, stated),
        elements.section("about", "About it", _about(data.register, indicator, found)),
        lede=indicator.definition,
        crumbs=[("/", "Overview"), (f"/charts/{indicator.chart.id}", indicator.chart.name)],
        kind="Indicator",
    )


def _find(data: Snapshot, indicator_id: str) -> Indicator:
    found = data.register.indicators
    if indicator_id not in found:
        raise Unknown("indicator", indicator_id, found)
    return found[indicator_id]


def _numbers(stated: Sequence[Observation]) -> Component:
    """Every stated number with the words it was read from."""
    columns = (Column("Stated"), Column("When and where"), Column("Passage"), Column("Source"))
    content = table(columns, map(_line, stated), caption="Every number", narrow="stack", hidden_caption=True)
    return elements.section("numbers", "Every number and its passage", elements.card(content))


def _line(number: Observation) -> Row:
    words = html.A(elements.qualifier(number.qualifier, number.said), href=f"/observations/{number.id}")
    stated = html.Div([words, *tags.status(number)], className="stated-cell")
    when = html.Div([number.when, *_aside(number.area.name), *_aside(number.period_note)])
    said_by = f"attributed to {number.attribution}" if number.attribution else ""
    source = html.Div([html.A(number.source.title, href=passages.place(number)), *_aside(said_by)])
    passage = html.Div([passages.beside(number), *_aside(number.note)])
    return Row([stated, when, passage, source], id=number.id)


def _aside(words: str) -> list[Component]:
    return [html.Span(words, className="aside")] if words else []


def _errata(register: Register, names: Sequence[str]) -> list[Component]:
    found = [one for name in names for one in objections.of(register, name) if not one.other_id]
    return [elements.section("errata", "Errors of a source", *(one.callout for one in found))] if found else []


def _calculations(data: Snapshot, own: Sequence[Derived], stated: Sequence[Observation]) -> list[Component]:
    """The calculated numbers of this indicator, and those of others that use its numbers."""
    others = related.used_by(data.register, [number.id for number in stated])
    found = list(dict.fromkeys([*own, *others]))
    return [elements.section("calculated", "Calculated", *related.workings(data, found))] if found else []


def _about(register: Register, indicator: Indicator, found: Sequence[Observation]) -> Component:
    cited = citations.sentence(citations.of_whole(register, current_visit(), f"/indicators/{indicator.id}"))
    pairs = [
        ("Measures", vocabulary.MEASURES[indicator.measure].words),
        ("Unit", indicator.unit.name),
        ("Change of", _change_of(register, indicator.change_of)),
        ("Where", ", ".join(dict.fromkeys(number.area.name for number in found if number.area.name))),
        ("Cite", [f"{cited} ", elements.copy_button(cited)]),
    ]
    files = elements.links(
        [
            (f"/download/indicators/{indicator.id}.csv", "These numbers (CSV)"),
            (f"/download/indicators/{indicator.id}.json", "These numbers (JSON)"),
            ("/cite/collection.bib", "Citation (BibTeX)"),
        ]
    )
    return elements.card(elements.definitions([*pairs, ("Take away", files)]))


def _change_of(register: Register, indicator_id: str) -> Any:
    level = register.indicators.get(indicator_id)
    return html.A(level.name, href=f"/indicators/{level.id}") if level else ""
