"""The draft of one numeral as a form: what it may be, how sure that is, its fields, and the keys that decide.

What an element has in `data-key` is the key that presses it or leads to it (assets/edit.js), and stands on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.sections.editing import after, fields, places
from dashboard.sections.editing.places import Place
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.editing.desk import Decision
from validation.files.schemas import TABLES
from validation.model.drafting.draft import Draft, Row
from validation.vocabulary import EVENT, EXCLUDED, OPEN, REASONS, RECORDED

UNSCRIPTED = (
    "Nothing can be decided here without JavaScript. Turn it on, or put the rows that this prints into the tables: "
)

WAYS = {RECORDED: ("Number", "N"), EVENT: ("Event", "E"), EXCLUDED: ("Leave out", "L")}
"""What a numeral may be: the words of its tab, and the key that shows its form."""

HINTS = (("↓ ↑", "numerals"), ("→ ←", "words"), ("Shift → ←", "more, fewer"), ("Esc", "out of a field"))
"""The keys that stand on nothing else; those of fields are underlined in their names."""


def panel(
    data: Snapshot, place: Place, shown: Draft | None, found: Mapping[str, Draft], last: Sequence[Decision]
) -> Component:
    """The draft of a place, or that nothing is left; what was decided last, and what the rules find."""
    words = "Nothing is left to decide on here."
    nothing = [html.H2(words, className="draft-number is-done", id="draft-number", tabIndex=-1)]
    draft = _draft(data, place, shown, found) if shown else nothing
    behind = [*(after.alike(data.register, place, shown) if shown else []), *after.decided(last), after.findings(place)]
    body = html.Div([*draft, *behind], className="draft-body")
    return html.Section(
        [body, _foot(place, shown, found, last)], id="panel", className="panel-draft", **aria(label="The draft")
    )


def _draft(data: Snapshot, place: Place, shown: Draft, found: Mapping[str, Draft]) -> list[Component]:
    tabs = html.Ul([_tab(place, one, shown.kind) for one in WAYS if one in found], className="draft-ways")
    sure = "In the register" if shown.row == shown.stands else vocabulary.SURENESSES[shown.sure].words
    about = html.P([html.Strong(f"{sure}. "), _sentence(shown.why)], className="draft-why")
    spoken = html.Span(f", {WAYS[shown.kind][0].lower()}, {sure.lower()}", className="unseen")
    kind = "draft-number is-stated" if shown.kind == RECORDED else "draft-number"
    number = html.H2([shown.text, spoken], className=kind, id="draft-number", tabIndex=-1)
    return [tabs, number, about, _form(data, place, shown)]


def _tab(place: Place, kind: str, now: str) -> Component:
    words, key = WAYS[kind]
    where = places.address(place.source.id, place.start, place.end, kind=kind)
    told = {**elements.data(key=key.lower()), **aria(current="true" if kind == now else None, keyshortcuts=key.lower())}
    return html.Li(html.A([words, html.Kbd(key)], href=where, **told))


def _sentence(why: Sequence[str]) -> str:
    words = "; ".join(why)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _form(data: Snapshot, place: Place, shown: Draft) -> Component:
    """The fields of a draft, with what stood there as it was shown, so that nobody decides on another."""
    before, behind = places.beside(data.register, place)
    reasons = [_reasons(shown)] if shown.kind == EXCLUDED else []
    told = elements.data(
        at=place.at,
        kind=shown.kind,
        source=place.source.id,
        before=before,
        behind=behind,
        stands=key_of(shown.stands),
        open="reason" if is_open(shown) else "",
    )
    content = [*reasons, *fields.fields(data.register, shown)]
    return html.Form(content, id="draft", noValidate=True, **told)


def key_of(row: Row | None) -> str:
    """What names a row in its table; "" for none."""
    return " ".join(row.values.get(name, "") for name in TABLES[row.table].key) if row else ""


def is_open(shown: Draft) -> bool:
    """Whether a person has to say why a numeral is left out, as its words do not."""
    return shown.kind == EXCLUDED and shown.sure == OPEN


def _reasons(shown: Draft) -> Component:
    """The reasons to leave a numeral out: each is a button that does, with its digit."""
    now = "" if is_open(shown) else shown.row.values["reason"]
    items = [html.Li(_reason(code, str(number % 10), now)) for number, code in enumerate(REASONS, start=1)]
    return html.Ul(items, className="work-reasons", **aria(label="Leave it out, for it"))


def _reason(code: str, key: str, now: str) -> Component:
    told = {**elements.data(decide=EXCLUDED, reason=code, key=key), **aria(current="true" if code == now else None)}
    content = [html.Kbd(key), html.Span(REASONS[code].words)]
    return html.Button(content, type="button", className="offer", **told, **aria(keyshortcuts=key))


def _foot(place: Place, shown: Draft | None, found: Mapping[str, Draft], last: Sequence[Decision]) -> Component:
    """What stays in sight: what the rules say of the row, the buttons that decide, and what was decided last."""
    said = html.P(className="said", id="said", role="alert")
    hints = html.P([html.Span([html.Kbd(key), f" {words}"]) for key, words in HINTS], className="keys")
    unscripted = elements.callout(UNSCRIPTED, html.Code("stated-numbers draft"), kind="warn")
    without = html.Div(unscripted, className="unscripted")
    if not shown:
        return html.Div([said, without, *after.undo(last), hints], className="draft-foot")
    judgments = html.Ul(id="judgments", className="judgments")
    accept = [] if is_open(shown) else [_accept(shown)]
    buttons = html.Div([*accept, *_others(place, shown, found)], className="decisions")
    return html.Div([judgments, said, without, buttons, *after.undo(last), hints], className="draft-foot")


def _accept(shown: Draft) -> Component:
    words = "Change it" if shown.row == shown.stands else "Accept"
    return html.Button([words, html.Kbd("Enter")], type="submit", form="draft", className="button primary")


def _others(place: Place, shown: Draft, found: Mapping[str, Draft]) -> list[Component]:
    """Leaving out, and taking out what is in the register."""
    leave = [_leave(place, found[EXCLUDED])] if shown.kind != EXCLUDED else []
    return [*leave, *([after.button("Take out", "Delete", decide="taken")] if shown.stands else [])]


def _leave(place: Place, left: Draft) -> Component:
    """Leaves out for the reason that is likeliest, which it names; where none is told, leads to all of them."""
    if is_open(left):
        where = places.address(place.source.id, place.start, place.end, kind=EXCLUDED)
        told = {**elements.data(key="x"), **aria(keyshortcuts="x")}
        return html.A(["Leave out …", html.Kbd("X")], href=where, className="button", **told)
    words = html.Span(["Leave out", html.Small(REASONS[left.row.values["reason"]].words)], className="with-reason")
    return after.button(words, "X", decide=EXCLUDED)
