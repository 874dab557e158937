"""Numbers as they are taken away say whose they are and of which data."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.downloads import delimited, records
from dashboard.downloads.bodies import as_json
from dashboard.state.fields import FIELDS
from dashboard.state.store import Snapshot


def recorded(data: Snapshot, name: str) -> dict[str, records.Written]:
    return json.loads(as_json(records.record(data.register.numbers[name], data.version)))


def test_every_row_says_what_it_is_and_of_which_data(data: Snapshot) -> None:
    assert (*FIELDS, "value_basis", "data_version") == records.HEADER
    bases = {}
    for number in data.register.numbers.values():
        row = dict(zip(records.HEADER, records.row(number, "0123456789ab"), strict=True))
        assert row["data_version"] == "0123456789ab"
        bases[row["observation_id"]] = row["value_basis"]
    assert bases.pop("honey-before") == records.COMPUTED
    assert set(bases.values()) == {records.STATED}


def test_an_indicator_has_all_its_accounts(data: Snapshot) -> None:
    chosen = records.of_indicator(data.register, "honey")
    assert [number.id for number in chosen] == ["honey-letter", "honey-report", "honey-before"]


def test_json_has_null_for_what_is_missing_and_plain_numbers(data: Snapshot) -> None:
    hives = recorded(data, "hives-report")
    assert hives["value"] == 4000
    assert isinstance(hives["value"], int)
    assert hives["high_open"] is True
    assert (hives["low"], hives["author"], hives["period"]) == (None, None, "2021")
    assert recorded(data, "honey-growth-report")["value"] == 12.5
    assert recorded(data, "markets-report")["period"] is None
    computed = recorded(data, "honey-before")
    assert (computed["start"], computed["printed"], computed["source_id"]) == (None, None, None)


def test_no_digit_that_is_stated_gets_lost(data: Snapshot) -> None:
    hives = data.register.numbers["hives-report"]
    for digits, whole in (("123456789012345678901234.25", False), ("123456789012345678901234", True)):
        number = replace(hives, amount=replace(hives.amount, value=Decimal(digits)))
        row = dict(zip(records.HEADER, records.row(number, ""), strict=True))
        assert delimited.machine(["value"], [[row["value"]]]) == f"value\n{digits}\n".encode()
        assert not whole or records.record(number, "")["value"] == int(digits)


def test_no_digit_is_made_up_of_what_is_calculated(data: Snapshot) -> None:
    number = data.register.numbers["honey-before"]
    row = dict(zip(records.HEADER, records.row(number, ""), strict=True))
    assert row["value"] == float(number.value)


@pytest.mark.parametrize(
    ("table", "column", "value", "ids"),
    [
        ("sources", "file", "letter.txt", ["letter-on-bees"]),
        ("indicators", "chart_id", "land", ["meadow-area", "meadows"]),
        ("errata", "target_id", "hives-report", []),
    ],
)
def test_rows_of_a_table_are_found_by_a_cell(
    data: Snapshot, table: str, column: str, value: str, ids: list[str]
) -> None:
    assert [next(iter(row.values())) for row in records.found(data.register, table, column, value)] == ids


def test_a_row_of_a_table_has_null_for_what_is_missing(data: Snapshot) -> None:
    (letter,) = records.found(data.register, "sources", "source_id", "letter-on-bees")
    assert (letter["published"], letter["author"], letter["accessed"]) == ("2022-03", None, None)
    assert isinstance(letter["characters"], int)
