"""The fields of a draft: what its row says, each with the words a person may choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls
from dashboard.design.controls import Input
from validation import vocabulary
from validation.editing.composing import NAMING
from validation.model.drafting.draft import Draft
from validation.model.register import Register
from validation.vocabulary import Code


class Field(NamedTuple):
    """A column of a row as a form shows it; `codes` where one of a list must be chosen, `rare` where few need it."""

    column: str
    words: str
    codes: Mapping[str, Code] | None = None
    rare: bool = False
    wide: bool = False


FIELDS: Mapping[str, Sequence[Field]] = {
    "observations": (
        Field("value", "Value"),
        Field("unit_id", "Unit"),
        Field("qualifier", "Qualifier", vocabulary.QUALIFIERS),
        Field("period", "Period (EDTF)"),
        Field("indicator_id", "Indicator", wide=True),
        Field("area_id", "Area"),
        Field("attribution", "Attributed to"),
        Field("quote", "Quote", wide=True),
        Field("printed", "Printed", rare=True),
        Field("status", "Status", vocabulary.STATUSES, rare=True),
        Field("period_basis", "The period is", vocabulary.BASES, rare=True),
        Field("period_note", "What it rests on", rare=True),
        Field("note", "Note", rare=True, wide=True),
    ),
    "mentions": (
        Field("event_id", "Event", wide=True),
        Field("period", "Date (EDTF)"),
        Field("period_basis", "The date is", vocabulary.BASES),
        Field("printed", "Printed"),
        Field("note", "What it rests on"),
        Field("quote", "Quote", wide=True),
    ),
    "exclusions": (
        Field("reason", "Why", vocabulary.REASONS, wide=True),
        Field("quote", "Quote", wide=True),
        Field("note", "Note", rare=True, wide=True),
    ),
}
"""What a form shows of each table, in its order."""


def fields(register: Register, draft: Draft) -> list[Component]:
    """The fields of a draft's row: what is seldom changed is folded."""
    shown = FIELDS[draft.row.table]
    common = [_field(register, draft, one) for one in shown if not one.rare]
    rare = [_field(register, draft, one) for one in shown if one.rare]
    folded = html.Details([html.Summary("More"), html.Div(rare, className="draft-fields")])
    return [html.Div(common, className="draft-fields"), *([folded] if rare else [])]


def _field(register: Register, draft: Draft, one: Field) -> Component:
    value, id = _shown(register, draft, one.column), f"draft-{one.column}"
    wide = "field wide" if one.wide else "field"
    if one.codes is not None:
        choices = [(code, entry.words) for code, entry in one.codes.items()]
        chosen = controls.select(one.column, one.words, choices, value, id=id)
        return html.Div(chosen.children, className=wide)
    names = _names(register, one.column)
    known = {"list": f"{id}-names"} if names else {}
    field = Input(id=id, type="text", name=one.column, value=value, autoComplete="off", dir="auto", **known)
    listed = [html.Datalist([html.Option(value=name) for name in names], id=f"{id}-names")] if names else []
    state = [html.Span("new", className="is-new")] if _is_new(draft, one.column) else []
    return html.Div([html.Label([one.words, *state], htmlFor=id), field, *listed], className=wide)


def _shown(register: Register, draft: Draft, column: str) -> str:
    """A cell as a person reads it: what it names by its name."""
    value = draft.row.values.get(column, "")
    if column not in NAMING or not value:
        return value
    drafted = {row.table: row.values.get("name", "") for row in draft.rows[:-1]}
    return drafted.get(NAMING[column]) or _by_id(register, column).get(value, value)


def _is_new(draft: Draft, column: str) -> bool:
    return column in NAMING and any(row.table == NAMING[column] for row in draft.rows[:-1])


def _names(register: Register, column: str) -> Iterable[str]:
    return sorted(dict.fromkeys(_by_id(register, column).values())) if column in NAMING else ()


def _by_id(register: Register, column: str) -> dict[str, str]:
    table = NAMING[column]
    if table == "events":
        return {row["event_id"]: row["name"] for row in register.cells("events")}
    things = {"units": register.units, "indicators": register.indicators, "areas": register.areas}[table]
    return {id: thing.name for id, thing in things.items()}
