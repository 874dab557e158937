"""Numbers as they are taken away say whose they are and of which data."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal

import pytest

from validation.model.register import Register
from validation.model.rows import COLUMNS
from validation.packing import delimited, records
from validation.packing.archive import as_json


def recorded(data: Register, name: str) -> dict[str, records.Written]:
    return json.loads(as_json(records.record(data.numbers[name], data)))


def test_every_row_says_what_it_is_and_of_which_data(data: Register) -> None:
    origins = {}
    for number in data.numbers.values():
        row = dict(zip(COLUMNS, records.row(number, data), strict=True))
        assert row["data_version"] == data.version
        origins[row["number_id"]] = row["origin"]
    assert origins.pop("honey-before") == "calculated"
    assert set(origins.values()) == {"stated"}


def test_an_indicator_has_all_its_accounts(data: Register) -> None:
    chosen = records.of_indicator(data, "honey")
    assert [number.id for number in chosen] == ["honey-letter", "honey-report", "honey-before"]


def test_json_has_null_for_what_is_missing_and_plain_numbers(data: Register) -> None:
    hives = recorded(data, "hives-report")
    assert hives["value"] == 4000
    assert isinstance(hives["value"], int)
    assert hives["high_open"] is True
    assert (hives["low"], hives["author"], hives["period"]) == (None, None, "2021")
    assert recorded(data, "honey-growth-report")["value"] == 12.5
    assert recorded(data, "markets-report")["period"] is None
    calculated = recorded(data, "honey-before")
    assert (calculated["start"], calculated["printed"], calculated["value"]) == (None, None, 85.3)


def test_no_digit_that_is_stated_gets_lost(data: Register) -> None:
    hives = data.numbers["hives-report"]
    for digits, whole in (("123456789012345678901234.25", False), ("123456789012345678901234", True)):
        number = replace(hives, amount=replace(hives.amount, value=Decimal(digits)))
        row = dict(zip(COLUMNS, records.row(number, data), strict=True))
        assert delimited.machine(["value"], [[row["value"]]]) == f'"value"\n{digits}\n'.encode()
        assert not whole or records.record(number, data)["value"] == int(digits)


def test_derivations_leave_with_their_results(data: Register) -> None:
    (row,) = csv.DictReader(io.StringIO(records.results(data).decode()))
    assert row["derivation_id"] == "honey-before"
    assert (row["formula"], row["value"], row["exact_value"], row["unit_id"]) == (
        "[honey-report] / (1 + [honey-growth-report] / 100)",
        "85.3",
        "256/3",
        "t",
    )


@pytest.mark.parametrize(
    ("table", "column", "value", "ids"),
    [
        ("sources", "file", "letter.txt", ["letter-on-bees"]),
        ("indicators", "chart_id", "land", ["meadow-area", "meadows"]),
        ("errata", "target_id", "hives-report", []),
    ],
)
def test_rows_of_a_table_are_found_by_a_cell(
    data: Register, table: str, column: str, value: str, ids: list[str]
) -> None:
    assert [next(iter(row.values())) for row in records.found(data, table, column, value)] == ids


def test_a_row_of_a_table_has_null_for_what_is_missing(data: Register) -> None:
    (letter,) = records.found(data, "sources", "source_id", "letter-on-bees")
    assert (letter["published"], letter["author"], letter["accessed"]) == ("2022-03", None, None)
    assert isinstance(letter["characters"], int)
