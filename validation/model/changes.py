"""What changed between two registers: each number, event, source and other row by its id, with what it was and is.

What somebody who has cited a number would notice weighs most; wording weighs least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from validation import vocabulary
from validation.files.package import DESCRIPTOR, METADATA
from validation.files.schemas import TABLES
from validation.language.periods import Period
from validation.model import retirement, views
from validation.model.citations import subject
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.retirement import Retirement
from validation.model.rows import COLUMNS, Cell
from validation.model.views import Cells
from validation.vocabulary import ADDED, CHANGED, MAJOR, MINOR, PATCH, REMOVED, RENAMED, WITHDRAWN


class Aspect(NamedTuple):
    """What of a thing differs, in words: "value", "over 30 %", "over 40 %"; `weight` a code of `vocabulary.WEIGHTS`."""

    name: str
    before: str
    after: str
    weight: str


@dataclass(frozen=True)
class Change:
    """What became of a thing: `kind` is a code of `vocabulary.CHANGES`, `table` the one whose row it is.

    `now` is the id that a renamed one has; `reason` says why it is renamed or withdrawn; `because` are the ids of the
    numbers whose change moved a calculated one.
    """

    kind: str
    table: str
    id: str
    name: str
    weight: str
    aspects: tuple[Aspect, ...] = ()
    now: str = ""
    reason: str = ""
    because: tuple[str, ...] = ()


class Facet(NamedTuple):
    """An aspect of a number: the columns of numbers.csv that it rests on, how it is told, and what it weighs."""

    name: str
    columns: tuple[str, ...]
    told: Callable[[Observation, Register], Cell]
    weight: str


def _column(name: str) -> Callable[[Observation, Register], Cell]:
    return COLUMNS[name]


def _passage(one: Observation, register: Register) -> Cell:
    """The words and where they stand: of a quote that merely moved the place alone differs."""
    place = f"characters {one.start} to {one.end}" if one.start is not None else ""
    return ", ".join(filter(None, (f"“{one.quote}”" if one.quote else "", one.locator, place)))


FACETS = (
    Facet("value", ("value", "upper_value", "exact_value"), _column("said"), MAJOR),
    Facet("qualifier", ("qualifier", "approximate"), lambda one, _: one.mark.words, MAJOR),
    Facet("unit", ("unit_id",), _column("unit"), MAJOR),
    Facet("period", ("period",), lambda one, _: one.period.edtf if one.period else "", MAJOR),
    Facet("area", ("area_id",), _column("area"), MAJOR),
    Facet("indicator", ("indicator_id",), _column("indicator"), MAJOR),
    Facet("source", ("source_id",), _column("source_short_name"), MAJOR),
    Facet("origin", ("origin",), _column("origin"), MAJOR),
    Facet("status", ("status",), lambda one, _: vocabulary.STATUSES[one.status].words, MINOR),
    Facet("attribution", ("attribution",), _column("attribution"), MINOR),
    Facet("verdict", ("verdict", "checks"), _column("verdict"), MINOR),
    Facet("accounts", ("accounts",), _column("accounts"), MINOR),
    Facet("erratum", ("erratum",), _column("erratum"), MINOR),
    Facet("formula", ("formula",), _column("formula"), MINOR),
    Facet("passage", ("quote", "start", "end", "locator"), _passage, PATCH),
    Facet("printed", ("printed",), _column("printed"), PATCH),
    Facet("period basis", ("period_basis", "period_note"), _column("period_basis"), PATCH),
    Facet("note", ("note",), _column("note"), PATCH),
)
"""What is told of a number that changed, what a citation would notice first."""

NUMBERS = ("observations", "derivations")

_WEIGHING: Mapping[str, Mapping[str, str]] = {
    "events": {"period": MAJOR, "name": PATCH},
    "mentions": {"period": MAJOR, "event_id": MAJOR, "printed": MINOR},
    "sources": {name: MINOR for name in ("title", "author", "publisher", "published", "url", "license", "kind")},
    "indicators": {"definition": MINOR, "measure": MINOR, "unit_id": MINOR},
}
"""What a column weighs that is more than wording; numbers tell by themselves what of these moves them."""

_GONE = {"events": MAJOR, "mentions": MAJOR, "sources": MAJOR}
_COME = {"events": MINOR, "mentions": MINOR, "sources": MINOR}


def changes(old: Register, new: Register) -> list[Change]:
    """All that changed, what weighs most first, and of one weight numbers, then the tables in their order."""
    gone = retirement.between(old, new)
    tables = [name for name in TABLES if name not in (*NUMBERS, "retired")]
    found = [*_numbers(old, new, gone), *(one for name in tables for one in _rows(old, new, name, gone))]
    found += _package(old, new)
    order = [*NUMBERS, *TABLES, PACKAGE]
    return sorted(found, key=lambda one: (_place(one.weight), order.index(one.table), _first(one), one.id))


def of_number(old: Register, new: Register, gone: Retirement, id: str) -> Iterator[Change]:
    """What became of one number, by the id that it has now, without a look at any other; nothing where it is new."""
    names = [name for name, row in gone.rows.get("observations", {}).items() if row["replaced_by"] == id]
    for one in filter(None, (old.number(name) for name in (id, *names))):
        yield from _number(old, new, one, gone)


def asked(found: Iterable[Change]) -> str:
    """What the changes ask of a version: the heaviest weight; "" where nothing changed."""
    return min((one.weight for one in found), key=_place, default="")


def _place(weight: str) -> int:
    return list(vocabulary.WEIGHTS).index(weight)


def _first(change: Change) -> int:
    """Where the weightiest of its aspects stands among all; what came and went stands before."""
    names = [one.name for one in FACETS]
    return names.index(change.aspects[0].name) if change.aspects and change.aspects[0].name in names else -1


def _numbers(old: Register, new: Register, gone: Retirement) -> Iterator[Change]:
    before, after = old.numbers, new.numbers
    moved: dict[str, Change] = {}
    for one in before.values():
        moved |= {found.id: found for found in _number(old, new, one, gone)}
    renamed = {found.now for found in moved.values()}
    for id, one in after.items():
        if id not in before and id not in renamed:
            moved[id] = Change(ADDED, _table(one), id, _called(one), MINOR, _new(new, one))
    yield from (_explained(found, new, moved) for found in moved.values())


def _number(old: Register, new: Register, one: Observation, gone: Retirement) -> Iterator[Change]:
    """What became of a number that there was."""
    table, name, row = _table(one), _called(one), gone.row("observations", one.id)
    now, reason = new.number(gone.now("observations", one.id)), row["reason"] if row else ""
    if now is None:
        kind = WITHDRAWN if row else REMOVED
        yield Change(kind, table, one.id, name, MAJOR, _lost(old, one), reason=reason)
        return
    aspects = tuple(_differing(old, one, new, now, gone))
    if now.id != one.id:
        weight = min((MINOR, *(each.weight for each in aspects)), key=_place)
        yield Change(RENAMED, table, one.id, name, weight, aspects, now.id, reason)
    elif aspects:
        yield Change(CHANGED, table, one.id, name, min((each.weight for each in aspects), key=_place), aspects)


_NAMING = {
    "indicator_id": "indicators",
    "area_id": "areas",
    "unit_id": "units",
    "source_id": "sources",
    "formula": "observations",
    "accounts": "observations",
    "checks": "observations",
}
"""The columns of numbers that name other things, and of which table."""


def _differing(old: Register, one: Observation, new: Register, now: Observation, gone: Retirement) -> Iterator[Aspect]:
    for facet in FACETS:
        before = [_renamed(gone, name, _cell(name, one, old)) for name in facet.columns]
        after = [_cell(name, now, new) for name in facet.columns]
        if before != after:
            told = _told(facet.told(one, old)), _told(facet.told(now, new))
            if told[0] == told[1]:  # the words are the same, and what they are read as is not
                told = _joined(before), _joined(after)
            yield Aspect(facet.name, *told, facet.weight)


def _renamed(gone: Retirement, column: str, cell: str) -> str:
    """A cell as it stands now, if nothing but names changed."""
    return gone.renamed(_NAMING[column], cell) if column in _NAMING else cell


def _joined(cells: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, cells)))


def _cell(name: str, one: Observation, register: Register) -> str:
    return _told(COLUMNS[name](one, register))


def _told(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Period):
        return cell.edtf
    return "" if cell is None else str(cell)


def _lost(register: Register, one: Observation) -> tuple[Aspect, ...]:
    return (Aspect("value", _cell("said", one, register), "", MAJOR),)


def _new(register: Register, one: Observation) -> tuple[Aspect, ...]:
    return (Aspect("value", "", _cell("said", one, register), MINOR),)


def _explained(change: Change, new: Register, moved: Mapping[str, Change]) -> Change:
    """A calculated number with the parts that moved it."""
    number = new.derived.get(change.now or change.id)
    if number is None or change.kind not in (CHANGED, RENAMED):
        return change
    parts = [one.id for one in number.operands if one.id in moved and moved[one.id].weight == MAJOR]
    return replace(change, because=tuple(parts))


def _table(one: Observation) -> str:
    return "derivations" if one.is_calculated else "observations"


def _called(one: Observation) -> str:
    teller = next(iter(one.source.names), "")
    return f"{subject(one)} ({teller})" if teller else subject(one)


def _rows(old: Register, new: Register, table: str, gone: Retirement) -> Iterator[Change]:
    """What became of the rows of another table, by their keys."""
    if _bytes(old, table) == _bytes(new, table):
        return
    after = {_key(table, row): row for row in views.rows(new[table])}
    known: set[str] = set()
    for row in views.rows(old[table]):
        moved = _moved(table, row, gone)
        id, now = _key(table, row), _key(table, moved)
        known.add(now)
        yield from _row(table, id, row, gone.row(table, id), moved, after.get(now))
    for id, row in after.items():
        if id not in known:
            yield Change(ADDED, table, id, _name(row), _COME.get(table, PATCH))


def _row(table: str, id: str, row: Cells, gone: Cells | None, moved: Cells, now: Cells | None) -> Iterator[Change]:
    """What became of a row: `moved` is it under the names that there are now."""
    reason = gone["reason"] if gone else ""
    if now is None:
        kind = WITHDRAWN if gone else REMOVED
        yield Change(kind, table, id, _name(row), _GONE.get(table, PATCH), reason=reason)
        return
    aspects = tuple(_cells(table, moved, now))
    weights = [one.weight for one in aspects]
    if gone:
        weight = min((MINOR, *weights), key=_place)
        yield Change(RENAMED, table, id, _name(now), weight, aspects, _key(table, now), reason)
    elif aspects:
        yield Change(CHANGED, table, _key(table, now), _name(now), min(weights, key=_place), aspects)


def _moved(table: str, row: Cells, gone: Retirement) -> Cells:
    """A row under the names that its own thing and those that it names have now."""
    spec, moved = TABLES[table], dict(row)
    for field, targets in spec.links.items():
        for target in (one for one in targets if one in retirement.TABLES and isinstance(row[field], str)):
            moved[field] = gone.renamed(target, moved[field])
    if table in retirement.KINDS:
        [key] = spec.key
        moved[key] = gone.now(table, row[key]) or row[key]
    return moved


def _key(table: str, row: Cells) -> str:
    return " ".join(_told(row[name]) for name in TABLES[table].key)


PACKAGE = "package"
"""What stands for the description of the whole where a change names a table."""

_STAMPED = ("version", "dataVersion", "created")


def _package(old: Register, new: Register) -> Iterator[Change]:
    """What is said of the whole, but for what names a version of it."""
    keys = [key for key in METADATA if key not in _STAMPED and old.about.get(key) != new.about.get(key)]
    aspects = tuple(Aspect(key, _said(old, key), _said(new, key), _OF_PACKAGE.get(key, PATCH)) for key in keys)
    if aspects:
        weight = min((one.weight for one in aspects), key=_place)
        yield Change(CHANGED, PACKAGE, DESCRIPTOR, new.title, weight, tuple(sorted(aspects, key=_weighs)))


_OF_PACKAGE = {"licenses": MINOR, "rights": MINOR, "contributors": MINOR}


def _weighs(aspect: Aspect) -> int:
    return _place(aspect.weight)


def _said(register: Register, key: str) -> str:
    """What the description says under a key, in a line."""
    said = register.about.get(key, "")
    if isinstance(said, str):
        return said
    return ", ".join(one if isinstance(one, str) else one.get("title") or one.get("name") or "" for one in said)


def _cells(table: str, row: Cells, now: Cells) -> Iterator[Aspect]:
    weighing = _WEIGHING.get(table, {})
    key = TABLES[table].key
    found = [
        Aspect(_words(name), _told(row[name]), _told(now[name]), weighing.get(name, PATCH))
        for name in row
        if name not in key and row[name] != now[name]
    ]
    yield from sorted(found, key=lambda one: _place(one.weight))


def _words(column: str) -> str:
    """What a column is called in words: "chart_id" is the chart."""
    return column.removesuffix("_id").replace("_", " ")


def _bytes(register: Register, table: str) -> bytes:
    return register.tables[table].data if table in register.tables else b""


_NAMES = ("name", "short_name", "title", "printed", "quote", "explanation")


def _name(row: Cells) -> str:
    """What a row is called, in words."""
    return next((str(row[name]) for name in _NAMES if row.get(name)), "")


def counted(found: Sequence[Change]) -> Mapping[str, int]:
    """How many changes there are of each weight, the heaviest first."""
    return {weight: sum(one.weight == weight for one in found) for weight in vocabulary.WEIGHTS}
