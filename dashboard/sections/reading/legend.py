"""The legend of a text: what the marks mean, and how many of each there are."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.sections import objections, sources
from dashboard.sections.reading.annotations import annotated
from validation.model.register import Register
from validation.vocabulary import NUMERAL_STATES

WRONG = "The document has it wrong; its note says what is right."


def legend(register: Register, source_id: str) -> Component:
    """A sample of each mark that a document has, with what is counted by it."""
    counts = sources.counts(register, source_id)
    entries = [_counted(state, count) for state, count in counts.items() if count]
    wrong = sum(objections.is_wrong(register, one.id) for one in annotated(register, source_id))
    told = [_entry("wrong", str(wrong), "told wrong", WRONG)] if wrong else []
    return html.Ul([*entries, *told], className="legend", **aria(label="What the marks mean"))


def _counted(state: str, count: int) -> Component:
    number, _, words = sources.counted(state, count).partition(" ")
    return _entry(f"spot-{state}", number, words, NUMERAL_STATES[state].meaning)


def _entry(mark: str, number: str, words: str, meaning: str) -> Component:
    sample = html.Span("12", className=f"spot {mark}", **aria(hidden=True))
    return html.Li([sample, elements.explained(html.Span([html.Strong(number), f" {words}"], title=meaning))])
