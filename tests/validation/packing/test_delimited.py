"""CSV for programs gives the rows back; CSV for spreadsheets runs nothing and changes no number."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

import pytest

from validation.model.register import Register
from validation.model.rows import COLUMNS
from validation.packing import delimited, records

FORMULAS = ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\tx", " =1", '=HYPERLINK("http://x")', "-", "+"]
FORMULAS += [chr(ord(text[0]) + 0xFEE0) + text[1:] for text in FORMULAS[:4]]  # in full width
FORMULAS += ["-5", "+3.2%", "-5%"]
TURNED = ["2023-01", "2023-01-01", "41.3%", "1/2", "62,000", "$73.15", "4.50", "20-35%", "1e5", "10:30", "May 2023"]
TURNED += [
    "1 June",
    "21 July 2008",
    "June 1, 2023",
    "mar-1",
    "true",
    "FALSE",
    "(5)",
    "€8",
    "007",
    "£8",
    "¥8",
    "₹8",
    ".5",
    "12345678901234567890",
]
HARMLESS = ["a=b", "'tis", "1+1", "“x”", "a, b", "say “=”", "2023", "0", "196X", "1929~", "five", "10 km", "may", "4th"]
HARMLESS += ["1980s", "honey-2021", "about 5", "$73.15 billion", "march of the bees", "12 hives"]


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def unescaped(data: bytes) -> list[list[str]]:
    return [[cell.removeprefix("'") for cell in row] for row in cells(data)]


def rows_of(data: Register) -> list[list[records.Written]]:
    return [records.row(number, data) for number in data.numbers.values()]


def read_as(text: str, cell: records.Written) -> records.Written:
    """A cell of a CSV in the type of the one that was written."""
    if text == "":
        return None
    return {"True": True, "False": False}[text] if isinstance(cell, bool) else type(cell)(text) if cell else text


@pytest.mark.parametrize("collection", ["data", "real"])
def test_programs_read_the_rows_back(request: pytest.FixtureRequest, collection: str) -> None:
    rows = rows_of(request.getfixturevalue(collection))
    written = cells(delimited.machine(COLUMNS, rows))[1:]
    assert [list(map(read_as, *pair)) for pair in zip(written, rows, strict=True)] == rows


def test_rows_are_utf8_with_lf_and_one_header(data: Register) -> None:
    rows = rows_of(data)
    written = delimited.machine(COLUMNS, rows)
    assert not written.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in written
    assert cells(written)[0] == list(COLUMNS)
    assert len(cells(written)) == len(rows) + 1


@pytest.mark.parametrize(
    ("number", "digits"), [(73150000000.0, "73150000000"), (33.3333, "33.3333"), (1e21, "1" + "0" * 21), (-5.0, "-5")]
)
def test_numbers_have_all_their_digits_and_no_exponent(number: float, digits: str) -> None:
    header, rows = ["value", "note"], [[number, "a"], [None, "b"]]
    assert cells(delimited.machine(header, rows))[1:] == [[digits, "a"], ["", "b"]]
    assert cells(delimited.spreadsheet(header, rows))[1:] == [[digits, "a"], ["", "b"]]


def test_text_stands_in_quotation_marks_and_all_else_without() -> None:
    row = ["20%", 20.0, Decimal("1.50"), 3, True, None, 'say "x"']
    assert delimited.machine(["a", "b"], [row]).decode() == '"a","b"\n"20%",20,1.5,3,True,,"say ""x"""\n'


@pytest.mark.parametrize("text", [*FORMULAS, *TURNED])
def test_a_spreadsheet_keeps_text_as_text(text: str) -> None:
    assert cells(delimited.spreadsheet(["note"], [[text], [None]]))[1:] == [["'" + text], [""]]
    assert cells(delimited.machine(["note", "id"], [[text, "a"]]))[1] == [text, "a"]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_spreadsheet_gets_other_text_as_it_is(text: str) -> None:
    assert cells(delimited.spreadsheet(["note"], [[text]]))[1] == [text]


def test_a_spreadsheet_knows_the_encoding_and_finds_text_quoted(data: Register) -> None:
    rows = rows_of(data)
    written = delimited.spreadsheet(COLUMNS, rows)
    assert written.startswith("\ufeff".encode())
    lines = written.decode("utf-8-sig").split("\r\n")
    assert len(lines) == len(rows) + 2
    assert all(line.startswith('"') and line.endswith('"') for line in lines[:-1])
    assert unescaped(written) == cells(delimited.machine(COLUMNS, rows))


def test_a_spreadsheet_takes_no_period_for_a_date(real: Register) -> None:
    at = list(COLUMNS).index("period")
    periods = {row[at] for row in cells(delimited.spreadsheet(COLUMNS, rows_of(real)))[1:]}
    assert "'2023-01/2023-04" in periods
    assert [text for text in periods if re.fullmatch(r"\d+-\d+(-\d+)?", text)] == []
