"""What is said above the pages of a release: which it is, and whether what they show still stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.state.addresses import CHANGES, NOW, href
from dashboard.state.store import Snapshot
from validation.language.written import many
from validation.model import changes, retirement
from validation.model.changes import Change
from validation.model.observations import Observation
from validation.model.register import Register
from validation.reports import changed, history
from validation.vocabulary import MAJOR, PATCH, REMOVED, RENAMED, WITHDRAWN

OF_TABLES = {"observations": changes.NUMBERS, "events": ("events",), "sources": ("sources",)}
"""The tables that hold what is shown under a path, by its first word."""


def notice(data: Snapshot, at: str) -> list[Component]:
    """A line for the page at a path, with the way to the same of the data now; nothing on pages of those."""
    if data.now is None:
        return []
    _, kind, name = [*at.split("/", 2), "", ""][:3]
    one = kind in OF_TABLES and _is_there(data.register, kind, name)
    change = since(data).get(name) if one else None
    change = change if change and change.table in OF_TABLES[kind] else None
    told = _of_one(kind, name, change) if one else [_of_all(data, kind, name), _link(at, "As it is now")]
    look = "notice" if change and change.weight == MAJOR else "notice frozen"
    return [html.Div(html.P([html.Strong(named(data.register)), " ", *told]), className=look, role="status")]


def _is_there(register: Register, kind: str, name: str) -> bool:
    return name in retirement.ids(register, kind)


def named(register: Register) -> str:
    """The release with its day."""
    day = register.day
    return f"Release {register.release}{f', {day.words}' if day else ''}, as it was."


def _of_one(kind: str, name: str, change: Change | None) -> list[Any]:
    """Whether one thing still stands, and where it is now."""
    if change is None:
        return ["It still stands. ", _link(f"/{kind}/{name}", "As it is now")]
    if change.kind in (WITHDRAWN, REMOVED):
        why = f": {change.reason.rstrip('.')}" if change.reason else ""
        return [f"It was withdrawn since{why}. ", _link(href(CHANGES, q=name), "What changed")]
    called = f"It is called {change.now} now. " if change.kind == RENAMED else ""
    return [called, _moved(change), _link(f"/{kind}/{change.now or name}", "As it is now")]


def _moved(change: Change) -> str:
    """What of it is another; of what is wording alone no more than its name."""
    heavy = [one for one in change.aspects if one.weight != PATCH]
    told = "; ".join(f"{one.name} {changed.cell(one.before)} → {changed.cell(one.after)}" for one in heavy)
    if told:
        return f"It was changed since: {told}. "
    names = " and ".join(one.name for one in change.aspects)
    return f"It still stands; only its {names} changed. " if names else "It still stands. "


def _of_all(data: Snapshot, kind: str, name: str) -> str:
    """How many of the numbers that a page is about are no more what they were."""
    shown = [one.id for one in data.register.numbers.values() if _is_of(one, kind, name)]
    changed = [since(data)[id] for id in shown if id in since(data) and since(data)[id].weight == MAJOR]
    gone = sum(one.kind in (WITHDRAWN, REMOVED) for one in changed)
    moved = len(changed) - gone
    parts = [f"{moved:,} changed"] if moved else []
    parts += [f"{gone:,} {'was' if gone == 1 else 'were'} withdrawn"] if gone else []
    if not parts:
        return "All of its numbers still stand. "
    return f"Of its {many(len(shown), 'number')} {' and '.join(parts)} since. "


def _is_of(number: Observation, kind: str, name: str) -> bool:
    """Whether a number is shown on a page."""
    of = {"charts": number.indicator.chart.id, "embed": number.indicator.chart.id, "indicators": number.indicator.id}
    return name == of[kind] if kind in of else True


def since(data: Snapshot) -> Mapping[str, Change]:
    """What became of each thing of a release."""
    return data.once(_since)


def _since(data: Snapshot) -> Mapping[str, Change]:
    return history.since(data.register, data.now) if data.now else {}


def _link(path: str, words: str) -> Component:
    return html.A(words, href=f"{NOW}{path}")
