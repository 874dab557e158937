"""A draft with what a person has changed of it: as rows, with what they name made anew where the register lacks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validation import vocabulary
from validation.editing.changes import Change, tidied
from validation.editing.desk import Refused
from validation.files.schemas import TABLES
from validation.language.reading.seen import flat
from validation.language.written import capitalized
from validation.model.drafting import drafts, observing
from validation.model.drafting.draft import Draft, Ids, Row
from validation.model.drafting.rows import measured
from validation.model.register import Register
from validation.vocabulary import INFERRED, STATED, UNSTATED

Fields = Mapping[str, str]
"""What a form says, by the columns of the draft's own row; what it does not name stays as it is drafted."""

NAMING = {"unit_id": "units", "indicator_id": "indicators", "area_id": "areas", "event_id": "events"}
"""Columns in which a person may write a name instead of an id, and the table that has it."""

UNNAMED = "The document does not name it."
"""What an inferred period rests on where a person says no more."""

_IN_COMMON = {"indicators": "unit_id", "events": "period"}

_OWN_ID = {"observations": ("observation_id", "indicator_id"), "mentions": ("mention_id", "event_id")}


def composed(register: Register, draft: Draft, fields: Fields) -> Change:
    """The rows of a draft with what a form says, in place of the row that accounts for the numeral already.

    Raises
    ------
    Refused
        where the quote does not stand in the document with the number in it, or where nothing would change
    """
    columns = TABLES[draft.row.table].columns
    values = {**draft.row.values, **{name: text.strip() for name, text in fields.items() if name in columns}}
    asked = {"measure": fields["measure"]} if fields.get("measure") in vocabulary.MEASURES else {}
    values |= _placed(register, draft, values["quote"])
    values |= _timed(register, draft, values)
    rows: list[Row] = []
    for column in (name for name in NAMING if values.get(name)):
        values[column], new = _named(register, draft, column, {**values, **asked})
        rows += new
    own, of = _OWN_ID.get(draft.row.table, ("", ""))
    if own and values[of] != draft.row.values[of] and draft.row != draft.stands:
        values[own] = Ids(register).new(draft.row.table, f"{values[of]} {draft.source_id}")
    row = Row(draft.row.table, values)
    if row == draft.stands:
        raise Refused("it is in the register as it stands here")
    return tidied(register, Change((*rows, row), (draft.stands,) if draft.stands else ()))


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
    drafted = [
        row for row in draft.rows[:-1] if row.table == table and words in (row.values[column], row.values["name"])
    ]
    if not drafted:
        return (id := Ids(register).new(table, words)), _new(register, draft, table, id, words, values)
    beside = [row for row in draft.rows[:-1] if row.table == "charts" and table == "indicators"]
    return drafted[0].values[column], [*beside, _following(drafted[0], values)]


def _following(row: Row, values: Fields) -> Row:
    """A drafted row with what it has in common with the form."""
    name = _IN_COMMON.get(row.table)
    measure = {"measure": values["measure"]} if row.table == "indicators" and values.get("measure") else {}
    return Row(row.table, {**row.values, name: values[name], **measure}) if name else row


def _new(register: Register, draft: Draft, table: str, id: str, name: str, values: Fields) -> list[Row]:
    """What a name stands for, as little as its table demands, and otherwise as it is drafted."""
    drafted = {row.table: row.values for row in draft.rows}.get(table, {})
    title = capitalized(name)
    if table == "units":
        words = name if name.casefold() in values["quote"].casefold() else ""
        return [Row(table, {"unit_id": id, "name": name, "symbol": name, "words": words})]
    if table == "areas":
        return [Row(table, {"area_id": id, "name": title, "kind": "area"})]
    if table == "events":
        return [Row(table, {**drafted, "event_id": id, "name": title, "kind": "event", "period": values["period"]})]
    unit = register.units.get(values["unit_id"])
    change = drafted.get("measure") == vocabulary.CHANGE or drafts.is_change(register, draft)
    measure = values.get("measure") or observing.measure(unit, values["value"], change=change)
    return measured(register.sources[draft.source_id], title, measure, values["unit_id"], Ids(register))


def _placed(register: Register, draft: Draft, quote: str) -> Fields:
    """Where a quote stands: of several places the one that has the numeral."""
    if quote == draft.row.values["quote"]:
        return {}
    document = register.documents[draft.source_id]
    for start, end in document.seen.places(quote):
        if start <= draft.start < end:
            place = {"start": str(start), "end": str(end), "quote": flat(document.body[start:end])}
            return place | ({"locator": document.locator(start)} if "locator" in draft.row.values else {})
    raise Refused("the quote must be words of the document with the number in them")


def _timed(register: Register, draft: Draft, values: Fields) -> Fields:
    """On what a period rests that a person has named and said nothing of what it rests on.

    That is as the draft or a choice of it has that period; else it is stated where the document names it, and inferred
    where it does not.
    """
    if "period_basis" not in draft.row.values:
        return {}
    note = "period_note" if "period_note" in draft.row.values else "note"
    offered = [draft.row.values, *(one for one in draft.choices if "period" in one)]
    drafted = [{name: one.get(name, "") for name in ("period", "period_basis", note)} for one in offered]
    if not any(values["period_basis"] == one["period_basis"] and values[note] == one[note] for one in drafted):
        return {}
    known = next((one for one in drafted if one["period"] == values["period"]), None)
    return known or _rested(register, draft, values["period"], note)


def _rested(register: Register, draft: Draft, period: str, note: str) -> Fields:
    """What a period rests on that no draft has."""
    named = any(one.period == period for one in register.documents[draft.source_id].numerals)
    basis = (STATED if named else INFERRED) if period else UNSTATED
    return {"period_basis": basis, note: UNNAMED if basis == INFERRED else ""}
