"""Rows as CSV: one form for programs, one for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from validation.language import written

BYTE_ORDER_MARK = "\ufeff"
# Also in the full width of East Asian keyboards, which spreadsheets take for the same.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?![a-z])"
# What they take for a number, a time, a date or a truth value, as they show it in another form.
_TURNED = re.compile(
    rf"[\s(]*[$€£¥₹]?\s*\.?\d(?:[\d\s.,:/%$€£¥()-]|{_MONTH}|e[+-]?(?=\d)|[ap]m\b)*|{_MONTH}[\s.,/-]*\d[\d\s.,/-]*|true|false",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"0|[1-9]\d{0,14}")

Cell = str | float | Decimal | None
"""Text, a number, a truth value, or None for what isn't known."""

Row = Sequence[Cell]


def machine(header: Iterable[str], rows: Iterable[Row]) -> bytes:
    """CSV as RFC 4180 has it, but with LF, like the tables it comes from: UTF-8, empty cell = unknown.

    What is text stands in quotation marks, so that "20%" need not be taken for a number.
    """
    return _csv([header, *rows], lineterminator="\n").encode()


def spreadsheet(header: Iterable[str], rows: Iterable[Row]) -> bytes:
    """CSV for spreadsheets: UTF-8 that they recognize, text kept as text.

    A text that they would run, or turn into a number or a date ("2023-01", "41.3%"), begins with an apostrophe.
    """
    safe = (map(_escaped, row) for row in rows)
    return (BYTE_ORDER_MARK + _csv([header, *safe], lineterminator="\r\n")).encode()


def _csv(rows: Iterable[Iterable[Cell]], *, lineterminator: str) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator=lineterminator, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows(map(_digits, row) for row in rows)
    return file.getvalue()


class _Bare(str):
    """A cell that stands without quotation marks; the csv module takes what has a float for a number."""

    __slots__ = ()

    def __float__(self) -> float:
        return 0.0


def _digits(cell: Cell) -> Cell:
    """All digits of a number and no more, without an exponent: 73150000000, 33.3333; nothing for what isn't known."""
    if isinstance(cell, float):
        cell = Decimal(repr(cell))
    if isinstance(cell, Decimal):
        return _Bare(written.plain(cell))
    return _Bare("") if cell is None else cell


def _escaped(cell: Cell) -> Cell:
    if not isinstance(cell, str) or _WHOLE.fullmatch(cell):
        return cell
    return f"'{cell}" if _FORMULA.match(cell) or _TURNED.fullmatch(cell) else cell
