"""The fields of a draft: what its row says, with the names that a person may choose from, and what else is likely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.controls import Input
from dashboard.design.elements import aria
from validation import vocabulary
from validation.editing.composing import NAMING, known
from validation.model.drafting.draft import Draft
from validation.model.register import Register
from validation.vocabulary import Code, Qualifier


class Field(NamedTuple):
    """A column of a row as a form shows it; `key` is the letter of its words that leads there.

    `codes` where one of a list must be chosen, `rare` where few need it, unless it has another than what is `usual`;
    `span` is how much of a line it has.
    """

    column: str
    words: str
    key: str = ""
    codes: Mapping[str, Code] | Mapping[str, Qualifier] | None = None
    rare: bool = False
    usual: str = ""
    span: str = "third"


ANEW: Mapping[str, Code] = {"": Code("", "as its words say"), **vocabulary.MEASURES}
"""What a new indicator may be: where nobody says more, what the words of its first number make it."""

FIELDS: Mapping[str, Sequence[Field]] = {
    "observations": (
        Field("value", "Value", "V"),
        Field("unit_id", "Unit", "t"),
        Field("qualifier", "Qualifier", "Q", vocabulary.QUALIFIERS),
        Field("indicator_id", "Indicator", "I", span="whole"),
        Field("area_id", "Area", "A", span="half"),
        Field("period", "Period (EDTF)", "P", span="half"),
        Field("attribution", "Attributed to", "d", span="half"),
        Field("status", "Status", "S", vocabulary.STATUSES, rare=True, usual=vocabulary.STATED_STATUS, span="half"),
        Field("quote", "Quote", "o", span="whole"),
        Field("printed", "Printed", "r", rare=True, span="half"),
        Field("period_basis", "The period is", "h", vocabulary.BASES, rare=True, span="half"),
        Field("period_note", "What it rests on", "W", rare=True, span="whole"),
        Field("measure", "Measure, if new", "", ANEW, rare=True),
        Field("note", "Note", rare=True, span="whole"),
    ),
    "mentions": (
        Field("event_id", "Event", "v", span="whole"),
        Field("period", "Date (EDTF)", "D"),
        Field("period_basis", "The date is", "h", vocabulary.BASES),
        Field("printed", "Printed", "r"),
        Field("quote", "Quote", "o", span="whole"),
        Field("note", "What it rests on", "W", rare=True, span="whole"),
    ),
    "exclusions": (
        Field("quote", "Quote", "o", span="whole"),
        Field("note", "Note", rare=True, span="whole"),
    ),
}
"""What a form shows of each table, in its order; the reasons of an exclusion are its buttons."""

SUGGESTED = ("attribution",)
"""Columns in which what other rows have may be chosen, and anything be written."""


def fields(register: Register, draft: Draft) -> list[Component]:
    """The fields of a draft's row, what else is likely, and folded what is seldom changed."""
    shown = FIELDS[draft.row.table]
    common = [_field(register, draft, one) for one in shown if not _is_folded(draft, one)]
    rare = [_field(register, draft, one) for one in shown if _is_folded(draft, one)]
    folded = html.Details([html.Summary("More"), html.Div(rare, className="draft-fields")], className="draft-more")
    return [html.Div(common, className="draft-fields"), *([folded] if rare else [])]


def _is_folded(draft: Draft, one: Field) -> bool:
    return one.rare and (not one.usual or draft.row.values.get(one.column, "") == one.usual)


def _field(register: Register, draft: Draft, one: Field) -> Component:
    value, id = shown(register, draft, one.column), f"draft-{one.column}"
    mark = [" ", html.Span("new", **_mark(register, one.column, value))] if one.column in NAMING else []
    label = html.Label([*_words(one), *mark], htmlFor=id)
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
    return html.Div(content, className=f"field span-{one.span}")


def _words(one: Field) -> list[Component | str]:
    """The words of a field with its letter marked."""
    before, letter, behind = one.words.partition(one.key) if one.key else (one.words, "", "")
    return [before, html.Span(letter, className="mnemonic"), behind] if letter else [before]


def _mark(register: Register, column: str, value: str) -> dict[str, Any]:
    """What a mark says, that a name is new, is hidden where it is not; assets/edit.js keeps to what is written."""
    return {"className": "is-new", "hidden": not is_new(register, column, value), **elements.data(new=column)}


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


def is_new(register: Register, column: str, words: str) -> bool:
    """Whether words in a column name something that the register lacks."""
    return bool(words.strip()) and column in NAMING and not known(register, NAMING[column], words)


def spoken(words: str, labels: Mapping[str, str]) -> str:
    """What a rule says, with columns called as a form does: the one it begins with, and those that are no words."""
    for column, label in labels.items():
        name = label.partition(" (")[0]
        if words.startswith(f"{column} "):
            words = f"{f'“{name}”' if ' ' in name else name}{words.removeprefix(column)}"
        if "_" in column:
            words = re.sub(rf"\b{column}\b", f"“{name}”", words)
    return words


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
    """Those of some names in which each typed word begins one of its own, as assets/edit.js offers them.

    Those that begin with all that is typed come first.
    """
    asked = typed.casefold().split()
    fitting = [name for name in found if _fits(name.casefold().split(), asked)]
    yield from sorted(fitting, key=lambda name: not " ".join(name.casefold().split()).startswith(" ".join(asked)))


def _fits(words: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether each of some beginnings has a word of its own, the longest choosing first."""
    left = list(words)
    for one in sorted(asked, key=len, reverse=True):
        at = next((at for at, word in enumerate(left) if word.startswith(one)), None)
        if at is None:
            return False
        del left[at]
    return True


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
