"""Tables changed at random: nothing ever raises, and what changes their meaning is found or is in a list."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.validation.corruptions.collected import Collection, fictional
from tests.validation.corruptions.edits import path_of, record, written
from validation.files.package import DESCRIPTOR
from validation.files.schemas import TABLES
from validation.model.register import Register, load
from validation.reports.report import Report, check

pytestmark = pytest.mark.long

# The columns in which something may be wrong that nothing else says: text of our own, what we make of the numbers,
# and how a period marks that it is approximate.
OURS = {
    "sources": {"title", "author", "publisher", "published", "inferred", "url", "accessed", "license", "language"}
    | {"body_end", "confidence", "note"},
    "charts": {"topic", "name", "kind", "note"},
    "indicators": {"name", "chart_id", "measure", "change_of", "definition", "unit_id"},
    "units": {"name", "symbol", "words", "pint"},
    "areas": {"name", "kind", "part_of", "iso_3166"},
    "observations": {
        "indicator_id",
        "area_id",
        "period",
        "period_basis",
        "period_note",
        "attribution",
        "status",
        "note",
    },
    "events": {"name", "kind", "area_id", "period", "note"},
    "mentions": {"event_id", "period", "period_basis", "note"},
    "exclusions": {"reason", "note"},
    "conflicts": {"verdict", "explanation", "conflict_id"},
}
NASTY = [
    "",
    "-",
    "NaN",
    "1e400",
    "[",
    "((",
    "\\",
    "0",
    "9" * 40,
    "=1+1",
    "..",
    "2021-02-30",
    "/",
    "-1",
    "a-b",
    "%",
    "²",
]

tables = st.sampled_from([name for name in TABLES if fictional().rows(name)])
edited = settings(max_examples=30, derandomize=True)


def examined(table: str, data: bytes) -> tuple[Register, Report]:
    """What is loaded and found where a table of the collection has these bytes instead."""
    with tempfile.TemporaryDirectory() as folder:
        places = written({**fictional().files, path_of(table): data}, Path(folder))
        register = load(*places)
        return register, check(register, require_seeds=True)


def changed_columns(collection: Collection, table: str, register: Register) -> set[str]:
    """The columns in which a table as loaded differs from what it was; every column where rows came or went."""
    before = [row.cells for row in collection.rows(table)]
    after = register.tables[table].cells.fillna("").to_dict("records")
    if len(before) != len(after):
        return set(TABLES[table].columns)
    return {name for old, new in zip(before, after, strict=True) for name in old if old[name] != new[name]}


def is_found_or_ours(table: str, data: bytes) -> bool:
    register, report = examined(table, data)
    return not report.valid or changed_columns(fictional(), table, register) <= OURS.get(table, set())


@st.composite
def bytes_changed(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table with a few bytes replaced, put in or taken out in one place."""
    table = draw(tables)
    data = fictional().files[path_of(table)]
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(start + 3, len(data))))
    return table, data[:start] + draw(st.binary(max_size=3)) + data[end:]


@st.composite
def lines_changed(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table with a line taken out, doubled, put elsewhere, or joined to the next."""
    table = draw(tables)
    lines = fictional().files[path_of(table)].splitlines(keepends=True)
    at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    line = lines[at]
    rest = lines[:at] + lines[at + 1 :]
    kinds = {
        "out": rest,
        "doubled": [*lines[:at], line, *lines[at:]],
        "elsewhere": [*rest[:to], line, *rest[to:]],
        "joined": [*lines[:at], line.rstrip(b"\n"), *lines[at + 1 :]],
        "of another table": [
            *lines[:at],
            fictional().files[path_of(draw(tables))].splitlines(keepends=True)[-1],
            *lines[at:],
        ],
    }
    return table, b"".join(kinds[draw(st.sampled_from(sorted(kinds)))])


@st.composite
def cells_changed(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table with another cell in one place: any text, what programs choke on, or a cell of another row."""
    table = draw(tables)
    rows = [dict(row.cells) for row in fictional().rows(table)]
    row, field = draw(st.sampled_from(rows)), draw(st.sampled_from(TABLES[table].columns))
    others = st.sampled_from([other[field] for other in rows])
    row[field] = draw(st.one_of(others, st.sampled_from(NASTY), st.text(max_size=8)))
    lines = [",".join(TABLES[table].columns), *map(record, rows)]
    return table, ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")


@edited
@given(bytes_changed())
def test_changed_bytes_are_found_or_ours(case):
    assert is_found_or_ours(*case)


@edited
@given(lines_changed())
def test_changed_lines_are_found_or_ours(case):
    assert is_found_or_ours(*case)


@edited
@given(cells_changed())
def test_changed_cells_are_found_or_ours(case):
    assert is_found_or_ours(*case)


@settings(max_examples=15, derandomize=True)
@given(tables, st.binary(max_size=200))
def test_any_bytes_are_no_table_and_raise_nothing(table, data):
    _, report = examined(table, data)
    assert not report.valid


@settings(max_examples=15, derandomize=True)
@given(bytes_changed() | cells_changed())
def test_what_is_valid_reads_as_any_other_reader_reads_it(case):
    table, data = case
    register, report = examined(table, data)
    if report.valid:
        header, *rows = csv.reader(data.decode("utf-8").splitlines(), strict=True)
        cells = register.tables[table].cells.fillna("")
        assert [header, *rows] == [list(cells), *cells.to_numpy().tolist()]


@settings(max_examples=15, derandomize=True)
@given(st.binary(max_size=60) | st.text(alphabet='[]{}":,1e+ \n', max_size=60).map(str.encode))
def test_any_description_of_the_package_raises_nothing(data):
    with tempfile.TemporaryDirectory() as folder:
        places = written({**fictional().files, f"datasets/{DESCRIPTOR}": data}, Path(folder))
        assert not check(load(*places)).valid
