"""What became of things from release to release: each with what it was and what it is, what weighs most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements, signs
from dashboard.state.addresses import CHANGES, NOW, href
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.language.written import capitalized
from validation.model import changes, events, retirement
from validation.model.changes import Aspect, Change
from validation.reports import changed
from validation.reports.history import Edition


def by_weight(data: Snapshot, found: Iterable[Change]) -> list[Component]:
    """The changes under what they weigh."""
    parts: list[Component] = []
    for weight, group in groupby(found, key=lambda one: one.weight):
        entry = vocabulary.WEIGHTS[weight]
        head = html.H3(capitalized(entry.words), title=entry.meaning)
        parts.append(elements.card(head, html.Ul([item(data, one) for one in group], className="changes")))
    return parts


def last(told: Iterable[tuple[Edition, Change]]) -> list[Component]:
    """The last time that what is cited of a thing became another; nothing where it never did."""
    for edition, change in told:
        heavy = [one for one in change.aspects if one.weight == vocabulary.MAJOR]
        if heavy and change.kind in (vocabulary.CHANGED, vocabulary.RENAMED):
            when = f"Changed in {edition.version}: " if edition.version else "Changed since the last release: "
            was = "; ".join(f"{one.name} was {changed.cell(one.before)}" for one in heavy)
            return [html.P([when, was, ". ", html.A("Its changes", href="#more")], className="aside")]
    return []


def of_one(told: Iterable[tuple[Edition, Change]]) -> Component:
    """What became of one thing, version by version."""
    return html.Ul([html.Li(_in(edition, change)) for edition, change in told], className="changes")


def _in(edition: Edition, change: Change) -> list[Any]:
    version = f"In {edition.version}" if edition.version else "Not released yet"
    day = f", {edition.day.words}" if edition.day else ""
    place = href(f"{NOW}{CHANGES}", release=edition.name, q=change.id)
    told = html.Span([html.A(version, href=place), f"{day}: {vocabulary.CHANGES[change.kind].words}{_why(change)}"])
    head = html.P(told)
    return [head, *_aspects(change.aspects)]


def item(data: Snapshot, change: Change) -> Component:
    """What became of one thing."""
    entry = vocabulary.CHANGES[change.kind]
    tag = elements.tag(entry.words, signs.CHANGES[change.kind], entry.meaning)
    thing = html.Span(changed.thing(change.table), className="aside")
    head = html.P([tag, " ", _named(data, change), " ", thing, *_now(change)])
    return html.Li([head, *_aspects(change.aspects), *_moved(data, change)])


def _named(data: Snapshot, change: Change) -> Component:
    words = change.name or change.id
    path = _path(data, change)
    return html.A(words, href=path) if path else html.Span(words)


def _path(data: Snapshot, change: Change) -> str:
    """The page of what changed: also of what is withdrawn, as it was; "" where there is none."""
    register, name = data.register, change.now or change.id
    if change.table in changes.NUMBERS:
        retired = change.kind in (vocabulary.WITHDRAWN, vocabulary.RENAMED)
        return f"/observations/{name}" if retired or register.number(name) else ""
    if change.kind == vocabulary.WITHDRAWN and change.table in retirement.ADDRESSED:
        return f"/{change.table}/{name}"
    if change.table == "mentions":
        dating = events.datings(register).get(name)
        return f"/events/{dating.event_id}" if dating else ""
    there = {
        "events": events.by_id(register),
        "sources": register.sources,
        "indicators": register.indicators,
        "charts": {one.chart.id for one in register.indicators.values()},
    }
    return f"/{change.table}/{name}" if name in there.get(change.table, ()) else ""


def _now(change: Change) -> Iterator[Any]:
    if change.now:
        yield from (" as ", html.Code(change.now))
    if change.reason:
        yield f" – {change.reason}"


def _why(change: Change) -> str:
    now = f" to {change.now}" if change.now else ""
    return f"{now}{f' ({change.reason})' if change.reason else ''}"


def _aspects(found: Sequence[Aspect]) -> list[Component]:
    """What it was and what it is, side by side."""
    rows = [
        html.Div(
            [
                html.Dt(capitalized(one.name)),
                html.Dd([*_side(one.before, html.Del), " → ", *_side(one.after, html.Ins)]),
            ]
        )
        for one in found
    ]
    return [html.Dl(rows, className="aspects")] if rows else []


def _side(words: str, mark: Any) -> list[Any]:
    return [mark(changed.cell(words), dir="auto")] if words else [html.Span(changed.NONE, className="none")]


def _moved(data: Snapshot, change: Change) -> list[Component]:
    """The numbers that moved a calculated one."""
    named = [(one, data.register.number(one)) for one in change.because]
    links = [html.A(one.label, href=f"/observations/{id}") if one else html.Code(id) for id, one in named]
    between = [piece for link in links for piece in (", ", link)][1:]
    return [html.P(["Moved by ", *between], className="aside")] if links else []
