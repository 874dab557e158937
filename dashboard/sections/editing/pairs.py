"""Two accounts that cannot both be true, as a form that registers what is to be said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.controls import Input
from dashboard.sections.editing import after
from dashboard.state.addresses import href
from validation.editing.changes import Change
from validation.editing.desk import Decision, Refused
from validation.model import events
from validation.model.citations import subject
from validation.model.clashes import unlisted_datings, unlisted_numbers
from validation.model.drafting.draft import Ids, Row
from validation.model.events import Dating
from validation.model.register import Register
from validation.vocabulary import CONFLICT, CONFLICT_VERDICTS

ADDRESS = "/edit/conflicts"


def unlisted(register: Register) -> list[tuple[str, str]]:
    """The pairs that no row of conflicts.csv tells of."""
    return list(chain(unlisted_numbers(register), unlisted_datings(register)))


def change(register: Register, given: Mapping[str, str]) -> Change:
    """The row that a form asks for. Raises `Refused` where it says not enough, or the pair is there already."""
    left, right = given.get("left_id", ""), given.get("right_id", "")
    if (left, right) not in unlisted(register):
        raise Refused("what is said of the two is registered already, or they agree now")
    explanation = " ".join(given.get("explanation", "").split())
    if not explanation:
        raise Refused("say in a sentence what differs, and why")
    id = Ids(register).new("conflicts", f"{left} {right}")
    values = {"conflict_id": id, "left_id": left, "right_id": right, "explanation": explanation}
    return Change((Row("conflicts", {**values, "verdict": given.get("verdict", "")}),))


def words(made: Change) -> str:
    """A row of conflicts in a line."""
    values = made.added[0].values
    return f"{values['left_id']} and {values['right_id']}: {CONFLICT_VERDICTS[values['verdict']].words.lower()}"


def layout(register: Register, last: Sequence[Decision]) -> Component:
    """The first pair that is left with its form, and how many there are."""
    left = unlisted(register)
    crumbs = elements.breadcrumbs([("/edit", "Edit")])
    head = html.Div([crumbs, html.H1("What cannot both be true", tabIndex=-1)], className="head")
    if not left:
        words = "All that contradicts is registered."
        return html.Div([head, elements.callout(words), *after.undo(last)], className="page work facts")
    more = html.P(f"{len(left)} to be registered. A number that was read wrongly is put right in its text instead.")
    return html.Div(
        [head, more, *_form(register, *left[0]), *after.foot("Register", "/edit", "conflicts.csv", last)],
        className="page work facts",
    )


def _form(register: Register, left: str, right: str) -> list[Component]:
    sides = html.Ol([html.Li(_side(register, name)) for name in (left, right)])
    options = [html.Option(one.words, value=code, selected=code == CONFLICT) for code, one in CONFLICT_VERDICTS.items()]
    verdict = html.Select(options, id="pair-verdict", name="verdict")
    told = Input(id="pair-explanation", type="text", name="explanation", autoComplete="off", dir="auto")
    hidden = [Input(type="hidden", name=name, value=id) for name, id in (("left_id", left), ("right_id", right))]
    fields = [
        html.Div([html.Label("They", htmlFor="pair-verdict"), verdict], className="field span-half"),
        html.Div([html.Label("What differs, and why", htmlFor="pair-explanation"), told], className="field span-whole"),
    ]
    form = html.Form(
        [*hidden, html.Div(fields, className="draft-fields")], id="facts", noValidate=True, **elements.data(act="pair")
    )
    return [sides, form]


def _side(register: Register, name: str) -> list[Component | str]:
    """An account with whose it is, and the way to its place in the text."""
    number = register.numbers.get(name)
    if number is None:
        every = (one for event in events.events(register) for one in event.datings)
        return _dating(register, next(one for one in every if one.id == name))
    where = href(f"/edit/{number.source.id}", at=f"{number.start}-{number.end}") if number.start is not None else ""
    said = f"{number.said}: {subject(number)} ({number.said_by})"
    return [html.A(said, href=where) if where else said]


def _dating(register: Register, one: Dating) -> list[Component | str]:
    where = href(f"/edit/{one.source.id}", at=f"{one.start}-{one.end}")
    name = events.by_id(register)[one.event_id].name
    return [html.A(f"{one.printed}: {name} ({one.source.short_name})", href=where)]
