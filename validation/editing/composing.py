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
from validation.model.drafting.rows import measured
from validation.model.register import Register
from validation.vocabulary import STATED, UNSTATED

Fields = Mapping[str, str]
"""What a form says, by the columns of the draft's own row; what it does not name stays as it is drafted."""

NAMING = {"unit_id": "units", "indicator_id": "indicators", "area_id": "areas", "event_id": "events"}
"""Columns in which a person may write a name instead of an id, and the table that has it."""

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
    values |= _placed(register, draft, values["quote"])
    values |= _timed(draft, values)
    rows: list[Row] = []
    for column in (name for name in NAMING if values.get(name)):
        values[column], new = _named(register, draft, column, values)
        rows += new
    own, of = _OWN_ID.get(draft.row.table, ("", ""))
    if own and values[of] != draft.row.values[of] and draft.row != draft.stands:
        values[own] = Ids(register).new(draft.row.table, f"{values[of]} {draft.source_id}")
    row = Row(draft.row.table, values)
    if row == draft.stands:
        raise Refused("it is in the register as it stands here")
    return Change((*rows, row), (draft.stands,) if draft.stands else ())


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
    return Row(row.table, {**row.values, name: values[name]}) if name else row


def _new(register: Register, draft: Draft, table: str, id: str, name: str, values: Fields) -> list[Row]:
    """What a name stands for, as little as its table demands, and otherwise as it is drafted."""
    drafted = {row.table: row.values for row in draft.rows}.get(table, {})
    title = capitalized(name)
    if table == "units":
        return [Row(table, {"unit_id": id, "name": name, "symbol": name})]
    if table == "areas":
        return [Row(table, {"area_id": id, "name": title, "kind": "area"})]
    if table == "events":
        return [Row(table, {**drafted, "event_id": id, "name": title, "kind": "event", "period": values["period"]})]
    measure = drafted.get("measure", vocabulary.COUNT)
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


def _timed(draft: Draft, values: Fields) -> Fields:
    """On what a period rests that is another than is drafted: as the choice that has it says, else it is stated."""
    row = draft.row.values
    if any(values.get(name, "") != row.get(name, "") for name in ("period_basis", "period_note")):
        return {}
    if "period_basis" not in row or values["period"] == row["period"]:
        return {}
    offered = next((one for one in draft.choices if one.get("period") == values["period"]), None)
    note = {"period_note": ""} if "period_note" in row else {}
    return offered or {**note, "period_basis": STATED if values["period"] else UNSTATED}
