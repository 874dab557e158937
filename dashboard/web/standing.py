"""What is said above the pages of a release: which it is, and whether what they show still stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.state.addresses import NOW, href
from dashboard.state.store import Snapshot
from validation.language.written import many
from validation.model import changes
from validation.model.changes import Change
from validation.model.register import Register
from validation.reports import changed, history
from validation.vocabulary import MAJOR, PATCH, REMOVED, RENAMED, WITHDRAWN

CHANGES = "/changes"

OF_TABLES = {"observations": changes.NUMBERS, "events": ("events",), "sources": ("sources",)}
"""The tables that hold what is shown under a path, by its first word."""


def notice(data: Snapshot, at: str) -> list[Component]:
    """A line for the page at a path, with the way to the same of the data now; nothing on pages of those."""
    if data.now is None:
        return []
    _, kind, name = [*at.split("/", 2), "", ""][:3]
    one = kind in OF_TABLES and name
    told = _of_one(data, kind, name) if one else [_of_all(data), _link(at, "As it is now")]
    change = _of(data, kind, name) if one else None
    moved = change is not None and change.weight == MAJOR
    look = "notice frozen" if not moved else "notice"
    return [html.Div(html.P([html.Strong(named(data.register)), " ", *told]), className=look, role="status")]


def _of(data: Snapshot, kind: str, name: str) -> Change | None:
    """What became of the thing that is shown."""
    change = since(data).get(name)
    return change if change and change.table in OF_TABLES[kind] else None


def named(register: Register) -> str:
    """The release with its day."""
    day = register.day
    return f"Release {register.release}{f', {day.words}' if day else ''}, as it was."


def _of_one(data: Snapshot, kind: str, name: str) -> list[Any]:
    """Whether one thing still stands, and where it is now."""
    change = _of(data, kind, name)
    if change is None:
        return ["It still stands. ", _link(f"/{kind}/{name}", "As it is now")]
    if change.kind in (WITHDRAWN, REMOVED):
        why = f": {change.reason.rstrip('.')}" if change.reason else ""
        return [f"It was withdrawn since{why}. ", _link(href(CHANGES, q=name), "What changed")]
    now = _link(f"/{kind}/{change.now or name}", "As it is now")
    if change.weight == PATCH:
        return [f"It still stands; changed was {_aspects(change)}. ", now]
    called = f"It is called {change.now} now. " if change.kind == RENAMED else ""
    moved = f"It was changed since: {_aspects(change)}. " if change.aspects else "It still stands. "
    return [called, moved, now]


def _aspects(change: Change) -> str:
    """What makes the change as heavy as it is."""
    heavy = [one for one in change.aspects if one.weight == change.weight] or change.aspects
    return "; ".join(f"{one.name} {changed.cell(one.before)} → {changed.cell(one.after)}" for one in heavy)


def _of_all(data: Snapshot) -> str:
    """How many numbers are no more what they were."""
    moved = [one for one in since(data).values() if one.table in changes.NUMBERS and one.weight != PATCH]
    lasting = [one for one in moved if one.kind != changes.ADDED]
    if not lasting:
        return "All of its numbers still stand. "
    return f"Of its {many(len(data.register.numbers), 'number')} {len(lasting):,} changed since. "


def since(data: Snapshot) -> Mapping[str, Change]:
    """What became of each thing of a release."""
    return data.once(_since)


def _since(data: Snapshot) -> Mapping[str, Change]:
    return history.since(data.register, data.now) if data.now else {}


def _link(path: str, words: str) -> Component:
    return html.A(words, href=f"{NOW}{path}")
