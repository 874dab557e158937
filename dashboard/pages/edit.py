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
from dashboard.design.elements import Part, aria
from dashboard.sections import sources
from dashboard.sections.editing import after, facts, fields, pairs, panel, places, text
from dashboard.sections.editing.places import Place
from dashboard.state.addresses import text as asked
from dashboard.state.refusals import Refusal
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.document import html_text
from validation.editing.changes import Change, tidied
from validation.editing.composing import composed
from validation.editing.desk import Desk, Refused
from validation.editing.judging import OPEN, Judgment, judged
from validation.findings import Finding
from validation.language.written import many
from validation.model import events
from validation.model.drafting.draft import Draft, Row
from validation.model.drafting.drafts import ways
from validation.model.register import Register
from validation.vocabulary import EXCLUDED, NUMERAL_STATES, REASONS

Said = Mapping[str, Any]
"""What a page asks to be decided: act, source, at, kind, the fields of its form, and what was there as it was shown."""

MEANWHILE = "The tables were changed meanwhile, in another window or by another program: all of that is kept."

DONE = "Nothing is left of that document."

AGAIN = "Look at it again before you decide."

ABOUT = "About the document"

LABELS: Mapping[str, Mapping[str, str]] = {
    **{table: {one.column: one.words for one in shown} for table, shown in fields.FIELDS.items()},
    "sources": {one.column: one.words for one in facts.FACTS},
}
"""What columns are called in the forms, by their tables."""

Wording = tuple[str, Change]
"""A change, and what it is in a line."""

Made = Callable[[Register, Place, Said], Wording]
"""Makes the change of what a page asks of a place."""


def register(app: Dashboard, store: Store, desk: Desk) -> None:
    """The list of documents, the page of each, and where what is decided goes."""
    app.page("/edit", overview, title="Edit")
    app.page(
        pairs.ADDRESS, lambda data, /, **_: pairs.layout(data.register, desk.last), title="What cannot both be true"
    )
    app.page("/edit/<source_id>", lambda data, /, **query: layout(data, desk, **query), title=title)
    app.page("/edit/<source_id>/findings", findings, title=title)
    app.page("/edit/<source_id>/document", lambda data, /, **query: about(data, desk, **query), title=title)
    app.server.add_url_rule("/edit", "decide", lambda: _answer(store, desk), methods=["POST"])


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
    left = html.Span(f"{count:,} left" if count else "all accounted for", className="muted")
    there = html.A([sources.name(data.register.sources[name]), " ", left], href=f"/edit/{name}", id=f"edit-{name}")
    return html.Li([there, html.A(ABOUT, href=facts.address(name), **aria(describedby=f"edit-{name}"))])


def findings(data: Snapshot, /, source_id: str, **_: Any) -> Component:
    """What the rules find in the whole, which is shown beside a document's text."""
    crumbs = [("/edit", "Edit"), (f"/edit/{source_id}", title(data, source_id))]
    return elements.page("What the rules find", after.found(data), crumbs=crumbs)


def about(data: Snapshot, desk: Desk, /, *, source_id: str, **query: Any) -> Component:
    """The form of what is said of the document itself."""
    at = asked(query, "at")
    return facts.layout(data.register, places.find(data.register, source_id, at), at, desk.last)


def layout(data: Snapshot, desk: Desk, /, *, source_id: str, **query: Any) -> Component:
    """The text around a place, and the draft of it."""
    place = places.find(data.register, source_id, asked(query, "at"))
    found = ways(data.register, source_id, place.start, place.end) if place.end else {}
    shown = found.get(asked(query, "kind")) or next(iter(found.values()), None)
    quoted = (int(shown.row.values["start"]), int(shown.row.values["end"])) if shown else (0, 0)
    there = html.A(ABOUT, href=facts.address(source_id, place.at if place.end else ""))
    name = html.H1(sources.name(place.source), tabIndex=-1)
    head = html.Div([name, there, *_progress(data, place)], className="work-head")
    content = [head, text.chips(data.register, place), text.window(data.register, place, quoted)]
    work = [html.Div(content, className="work-text"), panel.panel(data, place, shown, found, desk.last)]
    return html.Div(work, className="page work", tabIndex=-1)


def _progress(data: Snapshot, place: Place) -> list[Component]:
    marks = sources.marks(data.register, place.source.id)
    left = len(places.left(data.register, place.source.id))
    done = len(marks) - left
    parts = [Part(done, "plain", NUMERAL_STATES[EXCLUDED].words), Part(left, "hollow", "left")]
    said = [html.Strong(f"{done:,} of {len(marks):,}"), " numerals accounted for, ", html.Strong(f"{left:,} left")]
    return [html.Div(elements.bar(parts), className="work-bar"), html.P(said)]


def _answer(store: Store, desk: Desk) -> Response:
    """What became of what a page asks: where to go on, or why nothing was written."""
    asked = request.get_json()
    said: Said = asked if isinstance(asked, dict) else {}
    try:
        with desk.lock:
            return jsonify(_acted(store, desk, said))
    except Refused as refused:
        found = [{"words": _spoken(one), "field": one.field} for one in refused.findings]
        answer = jsonify(why=refused.why, findings=found)
    except Refusal as refusal:
        answer = jsonify(why=refusal.explanation, findings=[])
    except OSError as error:
        answer = jsonify(why=f"{error.strerror}: {error.filename}", findings=[])
    answer.status_code = 409
    return answer


def _spoken(one: Finding) -> str:
    return fields.spoken(f"{one.message}: {one.hint}", LABELS.get(one.file.removesuffix(".csv"), {}))


def _acted(store: Store, desk: Desk, said: Said) -> dict[str, Any]:
    match said.get("act"):
        case "undo":
            return _undone(store, desk)
        case "try":
            return _judged(desk, said)
        case "accept" | "alike" | "taken" as act:
            return _decided(store, desk, said, _MADE[act])
        case "describe":
            return _described(store, desk, said)
        case "pair":
            change = pairs.change(desk.register, _given(said))
            words = pairs.words(change)
            return _shown(store, desk.decide(words, change, pairs.ADDRESS), pairs.ADDRESS, said=words)
    raise Refused("there is no such decision")


def _undone(store: Store, desk: Desk) -> dict[str, str]:
    undone = desk.undo()
    if undone is None:
        raise Refused("nothing is left to undo")
    return _shown(store, desk.register, undone.where, news=f"Taken back: {undone.words}")


def _judged(desk: Desk, said: Said) -> dict[str, Any]:
    """What the rules say of a form as it is, and which of its names are new; nothing is written."""
    now = desk.register
    try:
        _, change = _accepted(now, _place(now, said), said)
        labels = LABELS[change.added[-1].table]
        found = [one._replace(words=fields.spoken(one.words, labels)) for one in judged(now, change)]
    except Refused as refused:
        found = [Judgment(OPEN, refused.why)]
    new = [column for column, words in _given(said).items() if fields.is_new(now, column, words)]
    return {"judgments": html_text(after.judgments(found)), "new": new}


def _described(store: Store, desk: Desk, said: Said) -> dict[str, str]:
    """Writes what is said of a document itself; the work goes on where it was."""
    now = desk.register
    place = _place(now, said)
    id, standing = place.source.id, facts.row(now, place.source.id)
    if facts.stamp(standing) != said.get("stands"):
        raise Refused(f"what is said of the document was changed meanwhile. {AGAIN}")
    change = facts.change(standing, _given(said))
    words = facts.words(id, change)
    written = desk.decide(words, change, facts.address(id))
    where = place.address if said.get("at") else f"/edit/{id}"
    return _shown(store, written, where, said=words)


def _decided(store: Store, desk: Desk, said: Said, made: Made) -> dict[str, str]:
    """Writes what was decided; where to go on, and what was written, in a line."""
    now, known = desk.register, store.current()
    others = now.version != known.version or said.get("stamp") != known.stamp
    place = _place(now, said)
    words, change = made(now, place, said)
    written = desk.decide(words, change, place.address)
    where = places.following(written, place)
    elsewhere = not places.left(written, place.source.id) and where != f"/edit/{place.source.id}"
    told = " ".join([*([DONE] if elsewhere else []), *([MEANWHILE] if others else [])])
    return _shown(store, written, where, said=words, news=told)


def _place(register: Register, said: Said) -> Place:
    return places.find(register, str(said.get("source", "")), str(said.get("at", "")))


def _shown(store: Store, now: Register, where: str, *, said: str = "", news: str = "") -> dict[str, str]:
    """What was written is there at once, before anybody looks at the files; what is said aloud, and shown as news."""
    store.put(replace(store.current(), register=now, problem="", refused=None))
    return {"next": where, "said": said, "news": news}


def _accepted(register: Register, place: Place, said: Said) -> Wording:
    drafts = ways(register, place.source.id, place.start, place.end)
    draft = drafts.get(str(said.get("kind", "")))
    if draft is None:
        raise Refused(f"it can be {', '.join(drafts)} and nothing else")
    _refuse_others(register, draft, said)
    change = composed(register, draft, _given(said))
    return f"{draft.text}: {_words(register, change)}", change


def _given(said: Said) -> dict[str, str]:
    """The fields of a form."""
    given = said.get("fields", {})
    return {str(name): str(value) for name, value in given.items()} if isinstance(given, dict) else {}


def _refuse_others(register: Register, draft: Draft, said: Said) -> None:
    """Nobody decides on what they have not seen: that the numeral was decided on meanwhile, in another window."""
    if panel.key_of(draft.stands) != said.get("stands", ""):
        words = _words(register, Change((draft.stands,))) if draft.stands else "nothing accounts for it any more"
        raise Refused(f"“{draft.text}” was decided on meanwhile: {words}. {AGAIN}")


def _words(register: Register, change: Change) -> str:
    """What a row says, in short: its reason, or the name of its event or its indicator."""
    made = {row.table: row.values.get("name", "") for row in change.added[:-1]}
    values = change.added[-1].values
    if "reason" in values:
        return f"left out, {REASONS[values['reason']].words}"
    if "event_id" in values:
        return made.get("events") or events.by_id(register)[values["event_id"]].name
    return made.get("indicators") or register.indicators[values["indicator_id"]].name


def _taken(register: Register, place: Place, said: Said) -> Wording:
    """The row that accounts for a numeral is taken out."""
    draft = next(iter(ways(register, place.source.id, place.start, place.end).values()))
    _refuse_others(register, draft, said)
    if draft.stands is None:
        raise Refused("nothing accounts for it")
    return f"{draft.text}: taken out", tidied(register, Change(removed=(draft.stands,)))


def _alike(register: Register, place: Place, said: Said) -> Wording:
    """Of what can be left out together with a numeral, those that are chosen are."""
    draft = ways(register, place.source.id, place.start, place.end).get(EXCLUDED)
    chosen = said.get("chosen")
    names = {str(one) for one in chosen} if isinstance(chosen, list) else set()
    left = after.same(register, draft) if draft else []
    drafts = [one for one in left if f"{one.start}-{one.end}" in names]
    if not drafts:
        raise Refused("none of those listed is chosen, or none is left")
    rows = tuple(_for(draft, str(said.get("reason", ""))) for draft in drafts)
    return f"{many(len(drafts), 'numeral')} {_words(register, Change(rows))}", Change(rows)


def _for(draft: Draft, reason: str) -> Row:
    """The exclusion of a draft: for its own reason, else for the one that is given."""
    if not panel.is_open(draft):
        return draft.row
    if reason not in REASONS:
        raise Refused(f"say why: {', '.join(REASONS)}")
    return Row(draft.row.table, {**draft.row.values, "reason": reason})


_MADE: Mapping[str, Made] = {"accept": _accepted, "alike": _alike, "taken": _taken}
