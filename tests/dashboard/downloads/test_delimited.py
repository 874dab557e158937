"""CSV for programs gives the rows back; CSV for spreadsheets runs nothing and changes no number."""

from __future__ import annotations

import csv
import io

import pytest

from dashboard.downloads import delimited, records
from dashboard.state.store import Snapshot

FORMULAS = ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\tx", " =1", '=HYPERLINK("http://x")', "-", "+"]
FORMULAS += [chr(ord(text[0]) + 0xFEE0) + text[1:] for text in FORMULAS[:4]]  # in full width
HARMLESS = ["-5", "+3.2%", "-5%", "a=b", "20-35%", "'tis", "1+1", "“x”", "a, b", "say “=”"]


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def rows_of(data: Snapshot) -> list[list[records.Written]]:
    return [records.row(number, data.version) for number in data.register.numbers.values()]


def read_as(text: str, cell: records.Written) -> records.Written:
    """A cell of a CSV in the type of the one that was written."""
    if text == "":
        return None
    return {"True": True, "False": False}[text] if isinstance(cell, bool) else type(cell)(text) if cell else text


@pytest.mark.parametrize("collection", ["data", "real"])
def test_programs_read_the_rows_back(request: pytest.FixtureRequest, collection: str) -> None:
    rows = rows_of(request.getfixturevalue(collection))
    written = cells(delimited.machine(records.HEADER, rows))[1:]
    assert [list(map(read_as, *pair)) for pair in zip(written, rows, strict=True)] == rows


def test_rows_are_utf8_with_lf_and_one_header(data: Snapshot) -> None:
    rows = rows_of(data)
    written = delimited.machine(records.HEADER, rows)
    assert not written.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in written
    assert cells(written)[0] == list(records.HEADER)
    assert len(cells(written)) == len(rows) + 1


@pytest.mark.parametrize(
    ("number", "digits"), [(73150000000.0, "73150000000"), (33.3333, "33.3333"), (1e21, "1" + "0" * 21), (-5.0, "-5")]
)
def test_numbers_have_all_their_digits_and_no_exponent(number: float, digits: str) -> None:
    header, rows = ["value", "note"], [[number, "a"], [None, "b"]]
    assert cells(delimited.machine(header, rows))[1:] == [[digits, "a"], ["", "b"]]
    assert cells(delimited.spreadsheet(header, rows))[1:] == [[digits, "a"], ["", "b"]]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_spreadsheet_runs_no_text(text: str) -> None:
    assert cells(delimited.spreadsheet(["note"], [[text], [None]]))[1:] == [["'" + text], [""]]
    assert cells(delimited.machine(["note", "id"], [[text, "a"]]))[1] == [text, "a"]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_spreadsheet_gets_other_text_as_it_is(text: str) -> None:
    assert cells(delimited.spreadsheet(["note"], [[text]]))[1] == [text]


def test_a_spreadsheet_knows_the_encoding_and_finds_all_cells_quoted(data: Snapshot) -> None:
    rows = rows_of(data)
    written = delimited.spreadsheet(records.HEADER, rows)
    assert written.startswith("\ufeff".encode())
    lines = written.decode("utf-8-sig").split("\r\n")
    assert len(lines) == len(rows) + 2
    assert all(line.startswith('"') and line.endswith('"') for line in lines[:-1])
    assert cells(written) == cells(delimited.machine(records.HEADER, rows))
