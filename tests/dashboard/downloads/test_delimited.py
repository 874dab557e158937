"""CSV for programs gives the rows back; CSV for spreadsheets runs nothing and changes no number."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from dashboard.downloads import delimited, records
from dashboard.state import facts
from dashboard.state.store import Snapshot

FORMULAS = ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\tx", " =1", '=HYPERLINK("http://x")', "-", "+"]
FORMULAS += [chr(ord(text[0]) + 0xFEE0) + text[1:] for text in FORMULAS[:4]]  # in full width
HARMLESS = ["-5", "+3.2%", "-5%", "a=b", "20-35%", "'tis", "1+1", "“x”", "a, b", "say “=”"]


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("collection", ["data", "real"])
def test_programs_read_the_rows_back(request: pytest.FixtureRequest, collection: str) -> None:
    data: Snapshot = request.getfixturevalue(collection)
    rows = records.described(data, facts.observations(data))
    text = io.BytesIO(delimited.machine(rows))
    again = pd.read_csv(text, dtype=rows.dtypes.to_dict(), keep_default_na=False, na_values=[""])
    pd.testing.assert_frame_equal(again, rows)


def test_rows_are_utf8_with_lf_and_one_header(data: Snapshot) -> None:
    rows = facts.observations(data)
    written = delimited.machine(rows)
    assert not written.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in written
    assert cells(written)[0] == list(rows.columns)
    assert len(cells(written)) == len(rows) + 1


@pytest.mark.parametrize(
    ("number", "digits"), [(73150000000.0, "73150000000"), (33.3333, "33.3333"), (1e21, "1" + "0" * 21), (-5.0, "-5")]
)
def test_numbers_have_all_their_digits_and_no_exponent(number: float, digits: str) -> None:
    rows = pd.DataFrame({"value": [number, float("nan")], "note": ["a", "b"]})
    assert cells(delimited.machine(rows))[1:] == [[digits, "a"], ["", "b"]]
    assert cells(delimited.spreadsheet(rows))[1:] == [[digits, "a"], ["", "b"]]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_spreadsheet_runs_no_text(text: str) -> None:
    rows = pd.DataFrame({"note": [text, None]})
    assert cells(delimited.spreadsheet(rows))[1:] == [["'" + text], [""]]
    assert cells(delimited.machine(pd.DataFrame({"note": [text], "id": ["a"]})))[1] == [text, "a"]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_spreadsheet_gets_other_text_as_it_is(text: str) -> None:
    assert cells(delimited.spreadsheet(pd.DataFrame({"note": [text]})))[1] == [text]


def test_a_spreadsheet_knows_the_encoding_and_finds_all_cells_quoted(data: Snapshot) -> None:
    rows = facts.observations(data)
    written = delimited.spreadsheet(rows)
    assert written.startswith("\ufeff".encode())
    lines = written.decode("utf-8-sig").split("\r\n")
    assert len(lines) == len(rows) + 2
    assert all(line.startswith('"') and line.endswith('"') for line in lines[:-1])
    assert cells(written) == cells(delimited.machine(rows))
