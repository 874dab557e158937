"""A draft with what a person has changed of it: as rows, with what they name made anew where the register lacks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validation import vocabulary
from validation.editing.changes import Change
from validation.editing.desk import Refused
from validation.files.schemas import TABLES
from validation.language.reading.seen import flat
from validation.language.written import capitalized
from validation.model.drafting.draft import Draft, Ids, Row
from validation.model.register import Register

Fields = Mapping[str, str]
"""What a form says, by the columns of the draft's own row; what it does not name stays as it is drafted."""

NAMING = {"unit_id": "units", "indicator_id": "indicators", "area_id": "areas", "event_id": "events"}
"""Columns in which a person may write a name instead of an id, and the table that has it."""

_OWN_ID = {"observations": ("observation_id", "indicator_id"), "mentions": ("mention_id", "event_id")}


def composed(register: Register, draft: Draft, fields: Fields) -> Change:
    """The rows of a draft with what a form says.

    Raises
    ------
    Refused
        where the quote does not stand in the document with the number in it
    """
    columns = TABLES[draft.row.table].columns
    values = {**draft.row.values, **{name: text.strip() for name, text in fields.items() if name in columns}}
    values |= _placed(register, draft, values["quote"])
    rows: list[Row] = []
    for column in (name for name in NAMING if values.get(name)):
        values[column], new = _named(register, draft, column, values)
        rows += new
    own, of = _OWN_ID.get(draft.row.table, ("", ""))
    if own and values[of] != draft.row.values[of]:
        values[own] = Ids(register).new(draft.row.table, f"{values[of]} {draft.source_id}")
    return Change((*rows, Row(draft.row.table, values)))


def known(register: Register, table: str, words: str) -> str:
    """The id of what a table has under an id, a name, or a symbol or a printed word of a unit; "" where it has none."""
    asked = words.strip().casefold()
    return next((id for id, names in _names(register, table) if asked in map(str.casefold, (id, *names))), "")


def _names(register: Register, table: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if table == "units":
        yield from ((id, (one.name, one.symbol, *one.words)) for id, one in register.units.items())
    else:
        key = TABLES[table].key[0]
        yield from ((row[key], (row["name"],)) for row in register.cells(table))


def _named(register: Register, draft: Draft, column: str, values: Fields) -> tuple[str, list[Row]]:
    """The id of what a cell names, and the rows that make it where the register has nothing of that id or name."""
    table, words = NAMING[column], values[column]
    if found := known(register, table, words):
        return found, []
    drafted = {row.table: row.values for row in draft.rows}
    as_drafted = words in (drafted.get(table, {}).get(column), drafted.get(table, {}).get("name"))
    id, name = (
        (drafted[table][column], drafted[table]["name"]) if as_drafted else (Ids(register).new(table, words), words)
    )
    return id, list(_new(register, draft, table, id, name, values))


def _new(register: Register, draft: Draft, table: str, id: str, name: str, values: Fields) -> Iterator[Row]:
    """What a name stands for, as little as its table demands."""
    drafted = {row.table: row.values for row in draft.rows}.get(table, {})
    title, source = capitalized(name), register.sources[draft.source_id]
    if table == "units":
        yield Row(table, {"unit_id": id, "name": name, "symbol": name})
    elif table == "areas":
        yield Row(table, {"area_id": id, "name": title, "kind": "area"})
    elif table == "events":
        yield Row(table, {**drafted, "event_id": id, "name": title, "kind": "event", "period": values["period"]})
    else:
        chart_id = Ids(register).new("charts", name)
        yield Row("charts", {"chart_id": chart_id, "topic": source.short_name or source.title, "name": title})
        measure = drafted.get("measure", vocabulary.COUNT)
        about = f"As the document has it: {name[:1].lower()}{name[1:]}."
        unit = {"unit_id": values["unit_id"], "definition": about}
        yield Row(table, {"indicator_id": id, "name": title, "chart_id": chart_id, "measure": measure, **unit})


def _placed(register: Register, draft: Draft, quote: str) -> Fields:
    """Where a quote stands: of several places the one that has the numeral."""
    if quote == draft.row.values["quote"]:
        return {}
    document = register.documents[draft.source_id]
    for start, end in document.seen.places(quote):
        if start <= draft.start < end:
            return {"start": str(start), "end": str(end), "quote": flat(document.body[start:end])}
    raise Refused("the quote must be words of the document with the number in them")
