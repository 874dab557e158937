"""All that is known of one thing, as JSON: of an observation, an indicator, a source, a chart.

Each kind is declared once, part by part: what is given out and the JSON Schema of that both follow from it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict
from typing import Any, NamedTuple

from validation.files import schemas
from validation.files.exports import COVERAGE, NUMBERS
from validation.model import accounts, coverage
from validation.model.citations import NOWHERE, base_of
from validation.model.observations import Derived, Observation
from validation.model.register import Register
from validation.packing import records
from validation.packing.schema import DIALECT, Schema, record, row

SCHEMA = "/schema.json"
"""Where the schema is, behind the address of the collection."""

Row = dict[str, Any]


class Part(NamedTuple):
    """What a thing has under a name: the form of that, with what it means, and how it is found by the thing's id."""

    form: Schema
    of: Callable[[Register, str], Any]


class Kind(NamedTuple):
    """A kind of thing: what it is, the folder of its pages, all ids, the thing of an id, and its parts by name."""

    meaning: str
    folder: str
    ids: Callable[[Register], Collection[str]]
    find: Callable[[Register, str], object | None]
    parts: Mapping[str, Part]


def thing(register: Register, kind: str, name: str) -> dict[str, Any]:
    """What is known of the thing of a kind, a key of `KINDS`, that has an id. Raises KeyError where there is none."""
    known, base = KINDS[kind], base_of(register, NOWHERE)
    if known.find(register, name) is None:
        raise KeyError(name)
    return {
        **({"$schema": base + SCHEMA} if base else {}),
        "kind": kind,
        "id": name,
        "page": f"{base}/{known.folder}/{name}" if base else None,
        "data_version": register.version,
        **{part: found.of(register, name) for part, found in known.parts.items()},
    }


def schema(register: Register) -> Schema:
    """The JSON Schema of every kind of thing, which names its own address where the collection has a home."""
    base = base_of(register, NOWHERE)
    return {
        "$schema": DIALECT,
        **({"$id": base + SCHEMA} if base else {}),
        "title": register.title,
        "description": "One thing of the register, as it is beside its page: numbers are as stated by their sources, "
        "those calculated from them say so. What is not known is null; periods are EDTF.",
        "oneOf": [_ref(kind) for kind in KINDS],
        "$defs": {kind: _kind(kind, known) for kind, known in KINDS.items()} | _rows(),
    }


def _kind(kind: str, known: Kind) -> Schema:
    head: dict[str, Schema] = {
        "$schema": {"description": "The address of this schema.", "type": "string", "format": "uri"},
        "kind": {"description": "What it is.", "const": kind},
        "id": {"description": "Its id, as its address has it.", "type": "string"},
        "page": {"description": "The address of its page.", "type": ["string", "null"], "format": "uri"},
        "data_version": {"description": "The version of the data: the same for the same tables.", "type": "string"},
    }
    parts = {name: part.form for name, part in known.parts.items()}
    return record(known.meaning, head | parts, optional=("$schema",))


def _rows() -> dict[str, Schema]:
    """The rows that parts are made of, by the name of their table."""
    joined = {"numbers-row": row(NUMBERS.title, NUMBERS.schema.columns)}
    coverage = {"coverage": row("What became of a document's numerals.", COVERAGE)}
    return joined | coverage | {f"{name}-row": _table_row(name) for name in _TABLES}


def _table_row(name: str) -> Schema:
    spec = schemas.TABLES[name]
    return row(spec.title, spec.schema.columns)


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _one(meaning: str, name: str, of: Callable[[Register, str], Any]) -> Part:
    return Part({"description": meaning, **_ref(name)}, of)


def _many(meaning: str, name: str, of: Callable[[Register, str], Any]) -> Part:
    return Part({"description": meaning, "type": "array", "items": _ref(name)}, of)


def _ids(meaning: str, of: Callable[[Register, str], list[str]]) -> Part:
    return Part({"description": meaning, "type": "array", "items": {"type": "string"}}, of)


def _itself(table: str, column: str) -> Part:
    """The row of a table that is the thing's own."""
    return _one("Itself.", f"{table}-row", lambda register, name: records.found(register, table, column, name)[0])


def _of_table(meaning: str, table: str, *columns: str) -> Part:
    """The rows of a table that name the thing in one of the columns."""

    def found(register: Register, name: str) -> list[Row]:
        return [one for column in columns for one in records.found(register, table, column, name)]

    return _many(meaning, f"{table}-row", found)


def _numbers(meaning: str, of: Callable[[Register, str], Iterable[Observation]]) -> Part:
    def found(register: Register, name: str) -> list[Row]:
        return [records.record(number, register) for number in of(register, name)]

    return _many(meaning, "numbers-row", found)


def _number(register: Register, name: str) -> Row:
    return records.record(_known(register, name), register)


def _known(register: Register, name: str) -> Observation:
    return register.derived.get(name) or register.observations[name]


def _derivations(register: Register, name: str) -> list[Row]:
    """The number's own formula, then those that it stands in."""
    own = [name] if name in register.derived else []
    return _rows_by_id(register, "derivations", "derivation_id", [*own, *register.once(_uses).get(name, ())])


def _uses(register: Register) -> dict[str, list[str]]:
    """The derivations that each number stands in."""
    found: dict[str, list[str]] = {}
    for one in register.derived.values():
        for part in dict.fromkeys(operand.id for operand in one.operands):
            found.setdefault(part, []).append(one.id)
    return found


def _parts(register: Register, name: str) -> list[str]:
    number = _known(register, name)
    return list(dict.fromkeys(one.id for one in number.operands)) if isinstance(number, Derived) else []


def _accounts(register: Register, name: str) -> list[str]:
    return [one for one in register.once(_groups).get(name, ()) if one != name]


def _groups(register: Register) -> dict[str, tuple[str, ...]]:
    return {name: group.ids for group in accounts.groups(register) for name in group.ids}


def _errata(register: Register, name: str) -> list[Row]:
    """The errors of the number's source; of what is calculated, those in any number that it rests on."""
    stated = [one.id for one in _known(register, name).stated]
    return _rows_by_id(register, "errata", "target_id", stated)


def _rows_by_id(register: Register, table: str, column: str, names: Iterable[str]) -> list[Row]:
    return [one for name in names for one in records.found(register, table, column, name)]


def _unit(register: Register, name: str) -> Row:
    return records.found(register, "units", "unit_id", register.indicators[name].unit.unit_id)[0]


def _coverage(register: Register, name: str) -> Row | None:
    """What became of the numerals; None where the text isn't here."""
    if not register.has_text(name):
        return None
    document = register.documents[name]
    counted = asdict(coverage.counts(document, coverage.marks(register, document)))
    return {column: counted[column] for column in COVERAGE}


def _of_chart(register: Register, name: str) -> list[Observation]:
    drawn = [one.id for one in register.indicators.values() if one.chart.id == name]
    return [number for indicator in drawn for number in records.of_indicator(register, indicator)]


_TABLES = ("charts", "checks", "conflicts", "derivations", "errata", "indicators", "mentions", "sources", "units")

KINDS: Mapping[str, Kind] = {
    "observation": Kind(
        "One number, stated by a source or calculated here, with all that is known of it.",
        "observations",
        lambda register: register.numbers,
        Register.number,
        {
            "number": _one("Itself: a row of numbers.csv.", "numbers-row", _number),
            "parts": _ids("The numbers it is calculated from.", _parts),
            "derivations": _many("Its own formula, and those that it stands in.", "derivations-row", _derivations),
            "accounts": _ids("Other accounts of the same quantity.", _accounts),
            "conflicts": _of_table("What is said of it beside others.", "conflicts", "left_id", "right_id"),
            "checks": _of_table(
                "Of a document's number, the references that it was held against; of a reference's, the documents' "
                "numbers held against it.",
                "checks",
                "observation_id",
                "reference_id",
            ),
            "errata": _many("What its source has wrong in it.", "errata-row", _errata),
        },
    ),
    "indicator": Kind(
        "What is measured, with every number of it.",
        "indicators",
        lambda register: register.indicators,
        lambda register, name: register.indicators.get(name),
        {
            "indicator": _itself("indicators", "indicator_id"),
            "unit": _one("The unit that its numbers are compared in.", "units-row", _unit),
            "numbers": _numbers("Its numbers: those stated, then those calculated.", records.of_indicator),
            "derivations": _of_table("How those were calculated.", "derivations", "indicator_id"),
        },
    ),
    "source": Kind(
        "A document that was read, or a public statistic, with what it states.",
        "sources",
        lambda register: register.sources,
        lambda register, name: register.sources.get(name),
        {
            "source": _itself("sources", "source_id"),
            "coverage": Part(
                {
                    "description": "What became of its numerals; null where its text was not there to be looked at.",
                    "anyOf": [_ref("coverage"), {"type": "null"}],
                },
                _coverage,
            ),
            "numbers": _numbers(
                "The numbers it states.", lambda register, name: register.observations.where("source_id", name)
            ),
            "mentions": _of_table("The events it dates.", "mentions", "source_id"),
        },
    ),
    "chart": Kind(
        "Indicators that are drawn together, with their numbers.",
        "charts",
        lambda register: register.charts,
        lambda register, name: register.charts.get(name),
        {
            "chart": _itself("charts", "chart_id"),
            "indicators": _of_table("What is drawn.", "indicators", "chart_id"),
            "numbers": _numbers("Their numbers.", _of_chart),
        },
    ),
}
"""By what `kind` says."""
