"""The draft of one numeral as a form: what it may be, how sure that is, its fields, and the keys that decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.sections.editing import fields, places
from dashboard.sections.editing.places import Place
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.editing.desk import Decision
from validation.findings import Finding
from validation.model.coverage import Mark
from validation.model.drafting.draft import pattern
from validation.model.drafting.drafts import ways
from validation.vocabulary import ERROR, EVENT, EXCLUDED, RECORDED

WAYS = {RECORDED: ("Number", "N"), EVENT: ("Event", "E"), EXCLUDED: ("Leave out", "X")}
"""What a numeral may be: the words of its tab and button, and the key that decides so."""

AROUND = 30
"""Characters on each side of numerals that are listed."""

AROUND = 30
"""Characters on each side of numerals that are listed."""

SHOWN = 5
"""Findings that are shown beside."""

HINTS = (
    ("↓", "next"),
    ("↑", "back"),
    ("U", "undo"),
    ("1–9", "leave out for that reason"),
    ("Shift →", "more words"),
    ("Esc", "out of a field"),
)


def panel(data: Snapshot, place: Place, chosen: str, last: Sequence[Decision]) -> Component:
    """The draft of a place, or that nothing is left; what was decided last, and what the rules find."""
    nothing = [html.P("Nothing is left to decide on here.", className="lede")]
    draft = _draft(data, place, chosen) if place.end else nothing
    said = html.P(className="said", id="said", role="status")
    parts = [*draft, said, *_alike(data, place), *_last(last), *_found(data)]
    reasons = elements.data(reasons=" ".join(vocabulary.REASONS))
    return html.Section(parts, id="panel", className="panel-draft", **aria(label="The draft"), **reasons)


def _draft(data: Snapshot, place: Place, chosen: str) -> list[Component]:
    found = ways(data.register, place.source.id, place.start, place.end)
    kind = chosen if chosen in found else next(iter(found))
    draft = found[kind]
    sure = vocabulary.SURENESSES[draft.sure].words
    about = [html.Strong(f"{sure}. "), _sentence(draft.why)]
    buttons = [_button(kind, "Accept", "Enter", main=True), *(_button(one, *WAYS[one]) for one in WAYS if one != kind)]
    before, behind = places.beside(data.register, place)
    form = html.Form(
        [*fields.fields(data.register, draft), html.Div(buttons, className="decisions"), _hints()],
        id="draft",
        className="draft-form",
        **elements.data(
            at=place.at, kind=kind, source=place.source.id, before=before, behind=behind, body=str(draft.end)
        ),
    )
    tabs = [_tab(place, one, words, kind) for one, (words, _) in WAYS.items()]
    number = html.P(draft.text, className="draft-number of-doc" if kind == RECORDED else "draft-number")
    return [html.Ul(tabs, className="draft-ways"), number, html.P(about, className="draft-why"), form]


def _tab(place: Place, kind: str, words: str, shown: str) -> Component:
    where = places.address(place.source.id, place.start, place.end, kind=kind)
    return html.Li(html.A(words, href=where, **aria(current="true" if kind == shown else None)))


def _sentence(why: Sequence[str]) -> str:
    words = "; ".join(why)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _button(kind: str, words: str, key: str, *, main: bool = False) -> Component:
    type = "submit" if main else "button"
    name = "button primary" if main else "button"
    return html.Button([words, html.Kbd(key)], type=type, className=name, **elements.data(decide=kind))


def _hints() -> Component:
    keys = [html.Span([html.Kbd(key), f" {words}"]) for key, words in HINTS]
    return html.P([*keys, html.Span("Select words of the text to make a row of them")], className="keys")


def _alike(data: Snapshot, place: Place) -> list[Component]:
    """Numerals of the same form, which can be left out at once: all that will be is listed."""
    body = data.register.documents[place.source.id].body
    left = places.left(data.register, place.source.id)
    here = next((mark for mark in left if mark.start == place.start), None)
    shape = pattern(here.text) if here else ""
    same = [mark for mark in left if "#" in shape and pattern(mark.text) == shape]
    if len(same) < 2:
        return []
    lines = [html.Li(_between(body, one)) for one in same]
    words = f"Leave out all {len(same)}"
    button = html.Button([words, html.Kbd("A")], type="button", className="button", **elements.data(decide="alike"))
    return [elements.fold(f"{len(same)} of the form {shape}", html.Ol(lines, className="alike"), button)]


def _between(body: str, mark: Mark) -> list[Any]:
    """A numeral with some of the text around it."""
    before, behind = body[max(0, mark.start - AROUND) : mark.start], body[mark.end : mark.end + AROUND]
    return ["…", before, html.Mark(mark.text), behind, "…"]


def _between(body: str, mark: Mark) -> list[Any]:
    """A numeral with some of the text around it."""
    before, behind = body[max(0, mark.start - AROUND) : mark.start], body[mark.end : mark.end + AROUND]
    return ["…", before, html.Mark(mark.text), behind, "…"]


def _last(last: Sequence[Decision]) -> list[Component]:
    """What was decided last, the newest first; that one can be taken back."""
    if not last:
        return []
    undo = html.Button(["Undo", html.Kbd("U")], type="button", className="button small", **elements.data(decide="undo"))
    items = [html.Li([one.words, " ", undo] if place == 0 else one.words) for place, one in enumerate(last)]
    return [html.Div([html.H2("Decided"), html.Ol(items)], className="decided")]


def _found(data: Snapshot) -> list[Component]:
    """The errors that are there now, but for what is merely left."""
    found = [one for one in data.report.findings if one.level == ERROR and one.rule != "coverage/unaccounted"]
    if not found:
        return [html.P("The rules find nothing else.", className="aside")]
    items = [html.Li(_finding(one)) for one in found[:SHOWN]]
    more = html.A(f"All {len(found)}", href="/validation#findings")
    return [html.Div([html.H2("To be mended"), html.Ul(items), more], className="found-beside")]


def _finding(one: Finding) -> list[Any]:
    return [html.Code(one.where), f" {one.message}"]
