"""The text around a place, every numeral marked with what became of it and a link to where it is decided on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.sections import sources
from dashboard.sections.editing import places
from dashboard.sections.editing.places import Place
from dashboard.sections.reading.paragraphs import Paragraph, paragraphs
from validation.model import coverage
from validation.model.coverage import Mark
from validation.model.register import Register
from validation.vocabulary import NUMERAL_STATES, UNACCOUNTED

AROUND = 6_000
"""Characters of the text that are shown before and behind a place."""

CHIPS = 12
"""Numerals that are left, by name: more than there is room for; assets/edit.js counts those that are seen."""

Span = tuple[int, int]


def chips(register: Register, place: Place) -> Component:
    """What is left of the document, from the place on, and how many more; the panel says that nothing is."""
    found = places.left(register, place.source.id)
    at = next((index for index, mark in enumerate(found) if mark.end > place.start), 0)
    items = [html.Li(_chip(place, mark)) for mark in found[at : at + CHIPS]]
    more = len(found) - len(items)
    words = html.Span(f"and {more} more" if more else "", id="more-left", **elements.data(left=str(len(found))))
    shown = [html.Span("Left: "), html.Ul(items), words] if found else []
    return html.Div(shown, className="work-left")


def _chip(place: Place, mark: Mark) -> Component:
    current = "true" if mark.start < place.end and mark.end > place.start else None
    where = places.address(place.source.id, mark.start, mark.end)
    return html.A(mark.text, href=where, **aria(current=current))


def window(register: Register, place: Place, quoted: Span) -> Component:
    """The paragraphs around a place, with its quote; where each begins stands in `data-start`, to mark words by."""
    document = register.documents[place.source.id]
    every = register.once(_paragraphs, place.source.id)
    shown = [one for one in every if one.end > place.start - AROUND and one.start < place.end + AROUND]
    marks = _marks(register, place)
    blocks = [_paragraph(document.body, one, marks, place, quoted) for one in shown]
    before = _cut(place, marks[: _within(marks, shown).start][-1:], "Earlier")
    behind = _cut(place, marks[_within(marks, shown).stop :][:1], "Later")
    told = {"lang": place.source.language or None, "tabIndex": 0}
    content = [*before, *blocks, *behind]
    return html.Article(
        content, className="worktext", id="worktext", **elements.given(**told), **aria(label="The article")
    )


def _paragraphs(register: Register, source_id: str) -> Sequence[Paragraph]:
    return paragraphs(register.documents[source_id].body)


def _marks(register: Register, place: Place) -> Sequence[Mark]:
    """The numerals, and in place of those at the place all of it."""
    found = list(sources.marks(register, place.source.id))
    at = [index for index, mark in enumerate(found) if mark.start < place.end and mark.end > place.start]
    if not place.end or (at and found[at[0]].start <= place.start and place.end <= found[at[0]].end):
        return found
    body = register.documents[place.source.id].body
    here = Mark(place.start, place.end, body[place.start : place.end], "", UNACCOUNTED)
    first = at[0] if at else sum(mark.end <= place.start for mark in found)
    start, end = (
        (min(here.start, found[at[0]].start), max(here.end, found[at[-1]].end)) if at else (here.start, here.end)
    )
    found[first : first + len(at)] = [replace(here, start=start, end=end)]
    return found


def _within(marks: Sequence[Mark], shown: Sequence[Paragraph]) -> range:
    """Which numerals the paragraphs that are shown have."""
    return coverage.held(Paragraph(shown[0].start, shown[-1].end, ""), marks) if shown else range(0)


def _cut(place: Place, next_to: Sequence[Mark], words: str) -> list[Component]:
    """The way to the numeral next to the text that is shown."""
    return [html.P(html.A(words, href=places.address(place.source.id, one.start, one.end))) for one in next_to]


def _paragraph(body: str, one: Paragraph, marks: Sequence[Mark], place: Place, quoted: Span) -> Component:
    parts: list[Any] = []
    done = one.start
    for mark in (marks[index] for index in coverage.held(one, marks)):
        parts += [*_plain(body, done, mark.start, quoted), _mark(body, mark, place)]
        done = mark.end
    parts += _plain(body, done, one.end, quoted)
    return html.P(parts, className=f"paragraph {one.kind}", dir="auto", **elements.data(start=str(one.start)))


def _plain(body: str, start: int, end: int, quoted: Span) -> Iterator[Any]:
    """Text without a numeral, what is quoted of it set apart."""
    edges = sorted({start, end, *(edge for edge in quoted if start < edge < end)})
    for first, last in pairwise(edges):
        within = quoted[0] <= first and last <= quoted[1]
        yield html.Span(body[first:last], className="quoted") if within else body[first:last]


def tip(state: str) -> str:
    """What became of a numeral, for whoever points at it."""
    words = NUMERAL_STATES[state].words
    return f"{words[:1].upper()}{words[1:]}"


def _mark(body: str, mark: Mark, place: Place) -> Component:
    here = mark.start < place.end and mark.end > place.start
    where = places.address(place.source.id, mark.start, mark.end)
    told = aria(label=f"{mark.text}, {NUMERAL_STATES[mark.state].words}", current="true" if here else None)
    named = {**elements.given(id="here" if here else ""), **elements.data(tip=tip(mark.state))}
    return html.A(body[mark.start : mark.end], href=where, className=f"spot spot-{mark.state}", **named, **told)
