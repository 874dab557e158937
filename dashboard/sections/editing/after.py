"""What stands behind a draft: numerals of its form, what was decided last, what the rules find in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements
from dashboard.design.elements import aria
from dashboard.design.signs import Shape
from dashboard.sections.editing.places import Place
from dashboard.state.store import Snapshot
from validation.editing.desk import Decision
from validation.editing.judging import BROKEN, HOLDS, Judgment
from validation.findings import Finding
from validation.model.drafting import drafts
from validation.model.drafting.draft import Draft, Row
from validation.model.register import Register
from validation.vocabulary import ERROR, EXCLUDED, OPEN, REASONS, SURE

AROUND = 30
"""Characters on each side of numerals that are listed."""

TOGETHER = 100
"""So many numerals can be left out at once: each is listed, and nobody reads more."""

SHOWN = 5
"""Findings that are shown beside."""

UNSCRIPTED = "Nothing can be saved here without JavaScript. Turn it on, or change "

SHAPES: Mapping[str, Shape] = {HOLDS: "tick", BROKEN: "cross"}


def same(register: Register, shown: Draft) -> list[Draft]:
    """What can be left out together with a draft that leaves its numeral out."""
    if shown.kind != EXCLUDED or shown.stands:
        return []
    return list(islice(drafts.alike(register, shown), TOGETHER))


def alike(register: Register, place: Place, shown: Draft) -> list[Component]:
    """Numerals that can be left out at once: each that will be is listed, and those that may be numbers not chosen."""
    listed = same(register, shown)
    if len(listed) < 2:
        return []
    body = register.documents[place.source.id].body
    words = REASONS[shown.row.values["reason"]].words if shown.sure == SURE else f"the form “{shown.pattern}”"
    lines = html.Ol([html.Li(_choice(body, one)) for one in listed], className="alike")
    every = button("All or none", "Z", className="button small", every="alike")
    chosen = button("Leave out those chosen", "F", decide="alike")
    return [elements.fold(f"{len(listed)} together: {words}", lines, html.Div([chosen, every], className="together"))]


def _choice(body: str, one: Draft) -> Component:
    """A numeral with some of the text around it, chosen where its words tell that it is to be left out."""
    where = f"{one.start}-{one.end}"
    return controls.check("alike", where, _between(body, one), one.sure != OPEN, id=f"alike-{where}")


def _between(body: str, one: Draft) -> list[Any]:
    """A numeral with some of the text around it."""
    before, behind = body[max(0, one.start - AROUND) : one.start], body[one.end : one.end + AROUND]
    return ["…", before, html.Mark(body[one.start : one.end]), behind, "…"]


def decided(last: Sequence[Decision]) -> list[Component]:
    """What was decided last and holds, the newest first, each with the way back to it."""
    items = [html.Li(html.A(one.words, href=one.where)) for one in _holding(last)]
    return [html.Div([html.H3("Decided last"), html.Ol(items)], className="decided")] if items else []


def _holding(last: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions of which no later one has taken the row out, in whose place another may stand."""
    gone: list[Row] = []
    places: set[str] = set()
    for one in last:
        if one.change.added[-1] not in gone if one.change.added else one.where not in places:
            yield one
        gone += one.change.removed
        places.add(one.where)


def undo(last: Sequence[Decision]) -> list[Component]:
    """The last decision, with the button that takes it back."""
    back = button("Undo", "U", className="button small", decide="undo")
    return [html.P([html.Span(one.words), back], className="last") for one in last[:1]]


def button(words: Any, key: str, className: str = "button", **told: str) -> Component:
    """A button that a key presses."""
    data = {**elements.data(**told, key=key.lower()), **aria(keyshortcuts=key.lower())}
    return html.Button([words, html.Kbd(key)], type="button", className=className, **data)


def foot(save: str, back: str, table: str, last: Sequence[Decision]) -> list[Component]:
    """What stands below a form of its own: whether it was saved, what saves it, the way back, the last decision."""
    said = html.P(className="said", id="said", role="alert")
    told = {**elements.data(key="b"), **aria(keyshortcuts="b")}
    leave = html.A(["Back", html.Kbd("B")], href=back, className="button", **told)
    saving = html.Button([save, html.Kbd("Enter")], type="submit", form="facts", className="button primary")
    without = elements.callout(UNSCRIPTED, html.Code(table), kind="warn")
    rest = [html.Div(without, className="unscripted"), html.Div([saving, leave], className="decisions")]
    return [said, *rest, *undo(last)]


def judgments(found: Iterable[Judgment]) -> list[Component]:
    """What the rules say of a row, each with its sign."""
    return [html.Li(_judgment(one), className="judgment", **elements.data(field=one.field)) for one in found]


def _judgment(one: Judgment) -> list[Any]:
    return [elements.verdict_sign(SHAPES.get(one.kind, "empty")), html.Span(one.words)]


def findings(place: Place) -> Component:
    """Where what the rules find in the whole is shown once somebody pauses: in a long document it takes seconds."""
    where = f"/edit/{place.source.id}/findings"
    link = html.P(html.A("What the rules find", href=where), className="aside")
    return html.Div(link, id="findings", className="found-beside", **elements.data(later=where))


def found(data: Snapshot) -> Component:
    """The errors that are there now, but for what is merely left."""
    every = [one for one in data.report.findings if one.level == ERROR]
    errors = [one for one in every if one.rule != "coverage/unaccounted"]
    if not errors:
        words = "The rules find nothing else." if every else "The register is valid."
        return html.Div(html.P(words, className="aside"), id="findings", className="found-beside")
    items = html.Ul([html.Li(_finding(one)) for one in errors[:SHOWN]])
    more = html.A(f"All {len(errors)}", href="/validation#findings")
    return html.Div([html.H3("To be mended"), items, more], id="findings", className="found-beside")


def _finding(one: Finding) -> list[Any]:
    way = [" ", html.A("Register it", href="/edit/conflicts")] if one.rule == "conflict/unlisted" else []
    return [html.Code(one.where), f" {one.message}", *way]
