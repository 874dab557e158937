"""The place of work of `--edit`: a document's text beside the draft of a numeral, and what is decided of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask import jsonify, request
from werkzeug.wrappers import Response

from dashboard.design import elements
from dashboard.design.elements import Part
from dashboard.sections import sources
from dashboard.sections.editing import panel, places, text
from dashboard.sections.editing.places import Place
from dashboard.state.addresses import text as asked
from dashboard.state.refusals import Refusal
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.editing.changes import Change
from validation.editing.composing import composed
from validation.editing.desk import Desk, Refused
from validation.language.written import many
from validation.model import events
from validation.model.drafting.draft import pattern
from validation.model.drafting.drafts import ways
from validation.model.register import Register
from validation.vocabulary import EXCLUDED, NUMERAL_STATES, REASONS

Said = Mapping[str, Any]
"""What a page asks to be decided: source, at, kind, the fields of its form."""


def register(app: Dashboard, store: Store, desk: Desk) -> None:
    """The list of documents, the page of each, and where what is decided goes."""
    app.page("/edit", overview, title="Edit")
    app.page("/edit/<source_id>", lambda data, /, **query: layout(data, desk, **query), title=title)
    app.server.add_url_rule("/edit", "decide", lambda: _decide(store, desk), methods=["POST"])


def title(data: Snapshot, /, source_id: str) -> str:
    """The document's name."""
    return f"Edit {sources.name(sources.find(data.register, source_id))}"


def overview(data: Snapshot, /, **_: Any) -> Component:
    """The documents that are here, with what is left of each."""
    names = places.documents(data.register)
    if not names:
        words = "No document is here yet: put one in with "
        return elements.page("Edit", elements.callout(words, html.Code("stated-numbers add FILE"), "."))
    items = html.Ul([_listed(data, name) for name in names], className="documents")
    return elements.page("Edit", items, lede="What is left of each document.")


def _listed(data: Snapshot, name: str) -> Component:
    count = len(places.left(data.register, name))
    left = html.Span(f"{count} left" if count else "all accounted for", className="muted")
    return html.Li([html.A(sources.name(data.register.sources[name]), href=f"/edit/{name}"), left])


def layout(data: Snapshot, desk: Desk, /, *, source_id: str, **query: Any) -> Component:
    """The text around a place, and the draft of it."""
    place = places.find(data, source_id, asked(query, "at"))
    side = panel.panel(data, place, asked(query, "kind"), desk.last)
    work = html.Div([text.chips(data, place), text.window(data, place)], className="work-text")
    name = html.H1(sources.name(place.source), tabIndex=-1)
    head = html.Div([name, *_progress(data, place)], className="work-head")
    return html.Div([head, work, side], className="page work")


def _progress(data: Snapshot, place: Place) -> list[Component]:
    marks = sources.marks(data.register, place.source.id)
    left = len(places.left(data.register, place.source.id))
    done = len(marks) - left
    parts = [Part(done, "full", NUMERAL_STATES[EXCLUDED].words), Part(left, "hollow", "left")]
    said = [html.Strong(f"{done} of {len(marks)}"), " numerals accounted for, ", html.Strong(f"{left} left")]
    return [html.Div(elements.bar(parts), className="work-bar"), html.P(said)]


def _decide(store: Store, desk: Desk) -> Response:
    said = request.get_json()
    try:
        return jsonify(_done(store, desk, said if isinstance(said, dict) else {}))
    except Refused as refused:
        lines = [f"{one.where}: {one.message} ({one.hint})" for one in refused.findings]
        answer = jsonify(why=refused.why, findings=lines)
    except Refusal as refusal:
        answer = jsonify(why=refusal.explanation, findings=[])
    except OSError as error:
        answer = jsonify(why=f"nothing was written: {error.strerror}: {error.filename}", findings=[])
    answer.status_code = 409
    return answer


def _done(store: Store, desk: Desk, said: Said) -> dict[str, str]:
    """Writes what was decided; where to go on, and what was written, in a line."""
    data = store.current()
    if said.get("act") == "undo":
        undone = desk.undo()
        if undone is None:
            raise Refused("nothing is left to undo")
        _show(store, desk.register)
        return {"next": undone.where, "said": f"Taken back: {undone.words}"}
    place = places.find(data, str(said.get("source", "")), str(said.get("at", "")))
    act: Callable[..., tuple[str, Change]] = _alike if said.get("act") == "alike" else _accepted
    words, change = act(data.register, place, said)
    now = desk.decide(words, change, places.address(place.source.id, place.start, place.end))
    _show(store, now)
    return {"next": places.following(now, place), "said": words}


def _show(store: Store, now: Register) -> None:
    """What was written is there at once, before anybody looks at the files."""
    store.put(replace(store.current(), register=now, problem="", refused=None))


def _accepted(register: Register, place: Place, said: Said) -> tuple[str, Change]:
    found = ways(register, place.source.id, place.start, place.end)
    draft = found.get(str(said.get("kind", "")))
    if draft is None:
        raise Refused(f"it can be {', '.join(found)} and nothing else")
    given = said.get("fields", {})
    fields = {str(name): str(value) for name, value in given.items()} if isinstance(given, dict) else {}
    change = composed(register, draft, fields)
    return f"{draft.text}: {_words(register, change)}", change


def _words(register: Register, change: Change) -> str:
    """What a row says, in short: its reason, or the name of its event or its indicator."""
    made = {row.table: row.values.get("name", "") for row in change.added[:-1]}
    values = change.added[-1].values
    if "reason" in values:
        return f"left out, {REASONS[values['reason']].words}"
    if "event_id" in values:
        return made.get("events") or events.by_id(register)[values["event_id"]].name
    return made.get("indicators") or register.indicators[values["indicator_id"]].name


def _alike(register: Register, place: Place, said: Said) -> tuple[str, Change]:
    """All numerals of the form of the one that is there are left out, for the reason that each is drafted with."""
    found = places.left(register, place.source.id)
    here = next((mark for mark in found if mark.start == place.start), None)
    if here is None:
        raise Refused("the numeral is accounted for already")
    same = [mark for mark in found if pattern(mark.text) == pattern(here.text)]
    drafts = [ways(register, place.source.id, mark.start, mark.end)[EXCLUDED] for mark in same]
    rows = tuple(row for draft in drafts for row in draft.rows)
    return f"{many(len(same), 'numeral')} of the form {pattern(here.text)} left out", Change(rows)
