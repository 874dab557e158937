"""Numbers as they are taken away say whose they are and of which data."""

from __future__ import annotations

import json

import pandas as pd

from dashboard.downloads import records
from dashboard.downloads.bodies import as_json
from dashboard.state import facts, joined
from dashboard.state.store import Snapshot


def test_every_row_says_what_it_is_and_of_which_data(data: Snapshot) -> None:
    rows = records.numbers(data)
    assert list(rows.columns) == [*joined.COLUMNS, "value_basis", "data_version"]
    assert set(rows["data_version"]) == {data.version}
    computed = rows[rows["value_basis"].eq(records.COMPUTED)]
    assert list(computed["observation_id"]) == ["honey-before"]
    assert set(rows.drop(computed.index)["value_basis"]) == {records.STATED}


def test_computed_numbers_leave_the_types_of_columns(data: Snapshot) -> None:
    types = facts.observations(data).dtypes
    pd.testing.assert_series_equal(records.numbers(data).dtypes[types.index], types)


def test_an_indicator_has_all_its_accounts(data: Snapshot) -> None:
    chosen = records.of_indicator(data, "honey")
    assert list(chosen["observation_id"]) == ["honey-letter", "honey-report", "honey-before"]


def test_json_has_null_for_what_is_missing_and_plain_numbers(data: Snapshot) -> None:
    rows = {row["observation_id"]: row for row in json.loads(as_json(records.plain(records.numbers(data))))}
    assert rows["hives-report"]["value"] == 4000
    assert isinstance(rows["hives-report"]["value"], int)
    assert rows["honey-growth-report"]["value"] == 12.5
    assert rows["hives-report"]["low"] is None
    assert rows["hives-report"]["high_open"] is True
    assert rows["honey-before"]["start"] is None


def test_rows_of_a_table_are_found_by_a_cell(data: Snapshot) -> None:
    assert [row["source_id"] for row in records.found(data, "sources", "file", "letter.txt")] == ["letter-on-bees"]
    assert records.found(data, "errata", "target_id", "hives-report") == []
