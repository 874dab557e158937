"""Cells against the schemas: asked one by one, they say what pandera says of the whole."""

from __future__ import annotations

import pytest
from pandera.errors import SchemaErrors

from tests.edits import rows_of
from tests.validation.rules.asking import faults
from validation.files.columns import LONGEST_TEXT
from validation.files.schemas import TABLES
from validation.model.register import load
from validation.rules.schema import cells_fit_their_columns

ODD = ("", " ", "x", "X ", "1", "01", "-1.5", "1e5", "2021-02-30", "2021/2020", "http://a", "en-x", "x" * 5000)


@pytest.mark.parametrize("table", TABLES)
def test_it_finds_what_pandera_finds(bees, table):
    columns = TABLES[table].columns
    with rows_of(bees[0], table) as rows:
        rows[:] = [{name: ODD[(n + at) % len(ODD)] for at, name in enumerate(columns)} for n in range(len(ODD))]
    register = load(bees[0], None)
    with pytest.raises(SchemaErrors) as raised:
        TABLES[table].schema.validate(register.tables[table].cells, lazy=True)
    cases = raised.value.failure_cases
    found = [fault for fault in cells_fit_their_columns(register) if fault.table == table]
    assert {(fault.row, fault.field) for fault in found} == set(zip(cases["index"], cases["column"], strict=True))
    assert len(found) == len({(fault.row, fault.field) for fault in found})
    assert [fault.row for fault in found] == sorted(fault.row or 0 for fault in found)


def test_a_long_text_is_told_by_its_length(bees):
    with rows_of(bees[0], "charts") as rows:
        rows[0].update(name="x" * (LONGEST_TEXT + 1), note=" x")
    messages = [fault.message for fault in faults(cells_fit_their_columns, bees)]
    assert [message.partition(", not")[0] for message in messages] == [
        "name must be at most 4,000 characters",
        "note must be text without space at its ends",
    ]


def test_a_table_that_could_not_be_read_has_no_cells(bees):
    (bees[0] / "areas.csv").unlink()
    assert faults(cells_fit_their_columns, bees) == []
