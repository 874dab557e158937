"""Tables whose ids others name."""

from __future__ import annotations

import pytest

from tests.edits import rows_of
from tests.validation.rules.asking import faults
from validation.files.schemas import TABLES
from validation.rules.table import tables_have_rows


@pytest.mark.parametrize(("table", "missed"), [("units", True), ("events", True), ("derivations", False)])
def test_a_table_whose_ids_are_named_has_rows(bees, table, missed):
    with rows_of(bees[0], table) as rows:
        rows.clear()
    assert [fault.table for fault in faults(tables_have_rows, bees)] == [table] * missed


def test_where_nothing_is_named_none_needs_rows(bees):
    for table in TABLES:
        with rows_of(bees[0], table) as rows:
            rows.clear()
    assert faults(tables_have_rows, bees) == []


def test_one_that_could_not_be_read_is_a_finding_already(bees):
    (bees[0] / "units.csv").unlink()
    assert faults(tables_have_rows, bees) == []
