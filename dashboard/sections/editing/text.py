"""The text around a place, every numeral marked with what became of it and a link to where it is decided on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.sections import sources
from dashboard.sections.editing import places
from dashboard.sections.editing.places import Place
from dashboard.sections.reading.paragraphs import Paragraph, paragraphs
from dashboard.state.store import Snapshot
from validation.model.coverage import Mark
from validation.vocabulary import NUMERAL_STATES

AROUND = 6_000
"""Characters of the text that are shown before and behind a place."""

CHIPS = 8
"""Numerals that are left, by name."""


def chips(data: Snapshot, place: Place) -> Component:
    """What is left of the document, from the place on."""
    found = places.left(data.register, place.source.id)
    at = next((index for index, mark in enumerate(found) if mark.end > place.start), 0)
    shown = found[at : at + CHIPS]
    items = [html.Li(_chip(place, mark)) for mark in shown]
    more = [html.Li(f"and {len(found) - len(shown)} more")] if len(found) > len(shown) else []
    words = html.Span("Left: " if found else "Nothing is left of this document.")
    return html.Div([words, html.Ul([*items, *more])], className="chips")


def _chip(place: Place, mark: Mark) -> Component:
    current = "true" if mark.start == place.start else None
    where = places.address(place.source.id, mark.start, mark.end)
    return html.A(mark.text, href=where, className="chip", **aria(current=current))


def window(data: Snapshot, place: Place) -> Component:
    """The paragraphs around a place; their characters stand in `data-start`, so that words can be marked there."""
    document = data.register.documents[place.source.id]
    every = paragraphs(document.body)
    shown = [one for one in every if one.end > place.start - AROUND and one.start < place.end + AROUND]
    marks = [mark for mark in sources.marks(data.register, place.source.id) if _is_within(mark, shown)]
    blocks = [_paragraph(document.body, one, marks, place) for one in shown]
    before = _cut(place, shown[0].start if shown and shown[0] is not every[0] else 0, "Earlier")
    behind = _cut(place, shown[-1].end if shown and shown[-1] is not every[-1] else 0, "Later")
    label = aria(label="The article")
    language = place.source.language or None
    return html.Article([*before, *blocks, *behind], className="worktext", id="worktext", **elements.given(lang=language), **label)


def _is_within(mark: Mark, shown: Sequence[Paragraph]) -> bool:
    return bool(shown) and mark.end > shown[0].start and mark.start < shown[-1].end


def _is_within(mark: Mark, shown: Sequence[Paragraph]) -> bool:
    return bool(shown) and mark.end > shown[0].start and mark.start < shown[-1].end


def _cut(place: Place, offset: int, words: str) -> list[Component]:
    """The way to the text that is not shown."""
    return [html.P(html.A(words, href=places.address(place.source.id, offset, offset + 1)))] if offset else []


def _paragraph(body: str, one: Paragraph, marks: Iterable[Mark], place: Place) -> Component:
    parts: list[Any] = []
    done = one.start
    for mark in (mark for mark in marks if one.start <= mark.start < one.end):
        parts += [body[done : mark.start], _mark(body, mark, place)]
        done = mark.end
    parts.append(body[done : max(done, one.end)])
    return html.P(parts, className=f"paragraph {one.kind}", dir="auto", **elements.data(start=str(one.start)))


def _mark(body: str, mark: Mark, place: Place) -> Component:
    here = mark.start < place.end and mark.end > place.start
    where = places.address(place.source.id, mark.start, mark.end)
    about = NUMERAL_STATES[mark.state].words
    kind = f"spot spot-{mark.state}"
    current = aria(label=f"{mark.text}, {about}", current="true" if here else None)
    return html.A(body[mark.start : mark.end], href=where, className=kind, **elements.given(id="here" if here else ""), **current)
