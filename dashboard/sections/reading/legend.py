"""The legend of a text: what the marks mean, and how many of each there are."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.design.elements import aria
from dashboard.sections import sources
from validation.model.register import Register


def legend(register: Register, source_id: str) -> Component:
    """A sample of each mark that a document has, with what is counted by it."""
    counts = sources.counts(register, source_id)
    entries = [_entry(state, count) for state, count in counts.items() if count]
    return html.Ul(entries, className="legend", **aria(label="What the marks mean"))


def _entry(state: str, count: int) -> Component:
    sample = html.Span("12", className=f"spot spot-{state}", **aria(hidden=True))
    number, _, words = sources.counted(state, count).partition(" ")
    return html.Li([sample, html.Span([html.Strong(number), f" {words}"])])
