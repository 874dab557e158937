"""The fields of a draft: what its row says, with the names that a person may choose from, and what else is likely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.controls import Input
from dashboard.design.elements import aria
from validation import vocabulary
from validation.editing.composing import NAMING
from validation.model.drafting.draft import Draft
from validation.model.register import Register
from validation.vocabulary import Code, Qualifier


class Field(NamedTuple):
    """A column of a row as a form shows it; `key` is the letter of its words that leads there.

    `codes` where one of a list must be chosen, `rare` where few need it, `wide` where it has a line of its own.
    """

    column: str
    words: str
    key: str = ""
    codes: Mapping[str, Code] | Mapping[str, Qualifier] | None = None
    rare: bool = False
    wide: bool = False


FIELDS: Mapping[str, Sequence[Field]] = {
    "observations": (
        Field("value", "Value", "V"),
        Field("unit_id", "Unit", "t"),
        Field("qualifier", "Qualifier", "Q", vocabulary.QUALIFIERS),
        Field("indicator_id", "Indicator", "I", wide=True),
        Field("area_id", "Area", "A"),
        Field("period", "Period (EDTF)", "P"),
        Field("attribution", "Attributed to", "d"),
        Field("quote", "Quote", "o", wide=True),
        Field("printed", "Printed", "r", rare=True),
        Field("status", "Status", "S", vocabulary.STATUSES, rare=True),
        Field("period_basis", "The period is", "h", vocabulary.BASES, rare=True),
        Field("period_note", "What it rests on", "W", rare=True, wide=True),
        Field("note", "Note", rare=True, wide=True),
    ),
    "mentions": (
        Field("event_id", "Event", "v", wide=True),
        Field("period", "Date (EDTF)", "D"),
        Field("period_basis", "The date is", "h", vocabulary.BASES),
        Field("printed", "Printed", "r"),
        Field("quote", "Quote", "o", wide=True),
        Field("note", "What it rests on", "W", rare=True, wide=True),
    ),
    "exclusions": (
        Field("quote", "Quote", "o", wide=True),
        Field("note", "Note", rare=True, wide=True),
    ),
}
"""What a form shows of each table, in its order; the reasons of an exclusion are its buttons."""

SUGGESTED = ("attribution",)
"""Columns in which what other rows have may be chosen, and anything be written."""


def fields(register: Register, draft: Draft) -> list[Component]:
    """The fields of a draft's row, what else is likely, and folded what is seldom changed."""
    shown = FIELDS[draft.row.table]
    common = [_field(register, draft, one) for one in shown if not one.rare]
    rare = [_field(register, draft, one) for one in shown if one.rare]
    folded = html.Details([html.Summary("More"), html.Div(rare, className="draft-fields")], className="draft-more")
    return [html.Div(common, className="draft-fields"), *([folded] if rare else [])]


def _field(register: Register, draft: Draft, one: Field) -> Component:
    value, id = shown(register, draft, one.column), f"draft-{one.column}"
    label = html.Label(_words(one, new=_is_new(draft, one.column)), htmlFor=id)
    told: dict[str, Any] = {
        "id": id,
        "name": one.column,
        **elements.data(key=one.key.lower()),
        **aria(keyshortcuts=one.key.lower() or None),
    }
    if one.codes is not None:
        options = [html.Option(entry.words, value=code, selected=code == value) for code, entry in one.codes.items()]
        control: Component = html.Select(options, **told)
    else:
        control = Input(type="text", value=value, autoComplete="off", dir="auto", **told)
    names = offered(register, draft, one.column)
    listed = [_list(one.column, names)] if names else []
    content = [label, control, *listed, *_offers(register, draft, one.column)]
    return html.Div(content, className="field whole" if one.wide else "field")


def _words(one: Field, *, new: bool) -> list[Component | str]:
    """The words of a field with its letter marked, and whether it names something new."""
    before, letter, behind = one.words.partition(one.key) if one.key else (one.words, "", "")
    key = [before, html.Span(letter, className="mnemonic"), behind] if letter else [before]
    return [*key, *([" ", html.Span("new", className="is-new")] if new else [])]


def _list(column: str, found: Iterable[str]) -> Component:
    """The names of a column, the likeliest first; assets/edit.js offers those that fit what is typed."""
    return html.Datalist([html.Option(value=name) for name in found], id=f"draft-{column}-names")


def _offers(register: Register, draft: Draft, column: str) -> list[Component]:
    """What else a cell may be, each with the digit that chooses it; digits run on through the form."""
    numbered = enumerate(draft.choices, start=1)
    chosen = [(str(number), cells) for number, cells in numbered if next(iter(cells)) == column]
    items = [html.Li(_offer(register, draft, number, cells)) for number, cells in chosen]
    return [html.Ul(items, className="offers")] if items else []


def _offer(register: Register, draft: Draft, key: str, cells: Mapping[str, str]) -> Component:
    told = {column: shown(register, draft, column, value) for column, value in cells.items()}
    words = next(iter(told.values())) or vocabulary.BASES[vocabulary.UNSTATED].words
    content = [html.Kbd(key), html.Span(words)]
    sets: dict[str, Any] = {"data-set": told, **elements.data(key=key), **aria(keyshortcuts=key)}
    return html.Button(content, type="button", className="offer", **sets)


def shown(register: Register, draft: Draft, column: str, value: str | None = None) -> str:
    """A cell as a person reads it: what it names by its name; without a value that of the draft."""
    value = draft.row.values.get(column, "") if value is None else value
    if column not in NAMING or not value:
        return value
    drafted = {row.values[column]: row.values["name"] for row in draft.rows[:-1] if row.table == NAMING[column]}
    return drafted.get(value) or by_id(register, column).get(value, value)


def _is_new(draft: Draft, column: str) -> bool:
    return column in NAMING and any(row.table == NAMING[column] for row in draft.rows[:-1])


def offered(register: Register, draft: Draft, column: str) -> Sequence[str]:
    """The names that a column may have, the likeliest first, then those most in use; none of most columns."""
    likely = [shown(register, draft, column, cells[column]) for cells in draft.choices if column in cells]
    if column in SUGGESTED:
        return _used(register, column)
    if column not in NAMING:
        return ()
    known = by_id(register, column)
    used = (known[id] for id in _used(register, column) if id in known)
    return list(dict.fromkeys(filter(None, (*likely, *used, *known.values()))))


def matching(found: Iterable[str], typed: str) -> Iterator[str]:
    """Those of some names in which each typed word begins one: what assets/edit.js offers, in the same order."""
    asked = typed.casefold().split()
    for name in found:
        words = name.casefold().split()
        if all(any(word.startswith(one) for word in words) for one in asked):
            yield name


def _used(register: Register, column: str) -> Sequence[str]:
    """What the numbers, or the dates, have in a column, the commonest first."""
    rows = register["mentions" if column == "event_id" else "observations"]
    return rows[column].value_counts().index.tolist()


def by_id(register: Register, column: str) -> dict[str, str]:
    """The names of what a column may name, by their ids."""
    table = NAMING[column]
    if table == "events":
        return {row["event_id"]: row["name"] for row in register.cells("events")}
    things = {"units": register.units, "indicators": register.indicators, "areas": register.areas}[table]
    return {id: thing.name for id, thing in things.items()}
