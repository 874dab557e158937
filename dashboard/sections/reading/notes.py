"""Notes beside a text: what each marked number is, and the way to it and back."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing.content import unsure, verdict
from dashboard.design import elements
from dashboard.sections import checks, objections, tags
from dashboard.sections.objections import Objection
from dashboard.sections.reading.annotations import Annotation
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot
from validation.language.written import capitalized
from validation.model.events import Dating
from validation.model.observations import Observation
from validation.vocabulary import NUMERAL_STATES, UNACCOUNTED


def address(source_id: str, id: str) -> str:
    """Where a text is open at one of its annotations."""
    return href(f"/sources/{source_id}", at=id)


def says(one: Annotation) -> str:
    """What became of a numeral and what it is, for whoever points at it."""
    state = NUMERAL_STATES[one.state].words
    said = f", {verdict(one.dating)}" if one.dating and one.dating.verdict else ""
    return state if one.state == UNACCOUNTED else f"{state}: {one.name}{said}"


def place(one: Annotation) -> str:
    """Where in the document the quote stands."""
    page = f"page {one.number.page}, " if one.number and one.number.page else ""
    return f"{page}characters {one.start:,}–{one.end:,}"


def notes(data: Snapshot, source_id: str, found: Iterable[Annotation], at: str) -> list[Component]:
    """A list of notes, or nothing."""
    items = [_note(data, source_id, one, current=one.id == at) for one in found]
    return [html.Ul(items, className="notes")] if items else []


def _note(data: Snapshot, source_id: str, one: Annotation, *, current: bool) -> Component:
    """One note: number, what it is; where it stands and what became of it when it is the current one."""
    back = html.A(one.words, href=address(source_id, one.id), className="back", **elements.data(of=one.id))
    name = f"note note-{one.state}"
    properties = elements.data(note=one.id)
    parts = [html.P(back), *_about(data, one)]
    return html.Li(parts, id=one.id, className=f"{name} current" if current else name, **properties)


def _about(data: Snapshot, one: Annotation) -> list[Component]:
    if one.number:
        more = html.A("All about this number", href=f"/observations/{one.id}")
        return [_number(one.number), *_disputed(data, one), *_more(data, one, more)]
    if one.dating:
        return [_event(one.name, one.dating), *_disputed(data, one), *_more(data, one)]
    if one.state == UNACCOUNTED:
        return [html.P(one.name)]
    return [html.P(f"{capitalized(says(one))}."), *_more(data, one)]


def _number(number: Observation) -> Component:
    name = html.A(number.indicator.name, href=f"/indicators/{number.indicator.id}")
    return html.P([name, ", ", number.when])


def _event(name: str, dating: Dating) -> Component:
    link = html.A(name, href=f"/events/{dating.event_id}")
    return html.P([link, f", {dating.words}"] if dating.words not in ("", dating.printed) else [link])


def _disputed(data: Snapshot, one: Annotation) -> list[Component]:
    """Signs for what is wrong and what other accounts say; not for what leaves the number or the date as it is."""
    found = {one.words: one.tag for one in objections.of(data.register, one.id) if _is_grave(one)}
    sure = unsure(one.dating) if one.dating else ""
    parts = [*found.values(), *([html.Span(sure, className="none")] if sure else [])]
    return [html.P(parts, className="tags")] if parts else []


def _more(data: Snapshot, one: Annotation, *links: Component) -> list[Component]:
    """What is shown of the current one alone: what references have, what is said against it, where it stands."""
    held = checks.verdict(checks.ordered(data.register, one.number)) if one.number else []
    told = [html.P(words, dir="auto") for words in _objected(data, one)]
    several = [elements.fold(f"What is said against it ({len(told)})", *told)] if len(told) > 1 else told
    note = [html.P(one.note, dir="auto")] if one.note else []
    where = html.P([elements.explained(tags.evidence(one.evidence)), " ", place(one)])
    return [html.Div([*held, *several, *note, where, *map(html.P, links)], className="note-more")]


def _objected(data: Snapshot, one: Annotation) -> list[str]:
    """Why it is objected to, each reason once."""
    return [_explained(objection) for objection in objections.between(objections.of(data.register, one.id))]


def _is_grave(objection: Objection) -> bool:
    return bool(objection.verdict) or objection.kind == "error"


def _explained(objection: Objection) -> str:
    """The sentence behind a sign; what has no sign says first what it is."""
    return objection.explanation if _is_grave(objection) else f"{objection.words}. {objection.explanation}"
