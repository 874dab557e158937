"""What is left of a document: the numerals that nothing accounts for, by kind, and the commands that go on."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import sources
from dashboard.sections.reading import notes
from dashboard.state.store import Snapshot
from validation.language.written import many
from validation.model.coverage import Mark
from validation.vocabulary import NUMERAL_KINDS, NUMERAL_STATES, UNACCOUNTED

NAMED = 12
"""Numerals of a kind that are named."""


def remaining(data: Snapshot, source_id: str) -> list[Component]:
    """The numerals that are left, each kind in a line; nothing where none is."""
    left = [mark for mark in sources.marks(data.register, source_id) if mark.state == UNACCOUNTED]
    if not left:
        return []
    kinds = {kind: [mark for mark in left if mark.kind == kind] for kind in NUMERAL_KINDS}
    lines = [html.Li(_line(source_id, kind, marks)) for kind, marks in kinds.items() if marks]
    commands = [
        html.Li([html.Code(f"stated-numbers draft {source_id}"), " prints a row for each"]),
        html.Li([html.Code("stated-numbers serve --edit"), " has them beside the text, to be accepted or left out"]),
    ]
    heading = f"{len(left)} {NUMERAL_STATES[UNACCOUNTED].counted}"
    return [elements.callout(html.Ul(lines), html.Ul(commands), title=heading.capitalize(), kind="warn")]


def _line(source_id: str, kind: str, marks: Sequence[Mark]) -> list[Component | str]:
    named = [html.A(mark.text, href=notes.address(source_id, str(mark.start))) for mark in marks[:NAMED]]
    parts: list[Component | str] = [html.Strong(many(len(marks), NUMERAL_KINDS[kind].words)), ": "]
    for place, link in enumerate(named):
        parts += [", ", link] if place else [link]
    return [*parts, f", and {len(marks) - NAMED} more"] if len(marks) > NAMED else parts
