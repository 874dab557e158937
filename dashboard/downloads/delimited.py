"""Rows as CSV: one form for programs, one for spreadsheets."""

from __future__ import annotations

import csv
import re

import numpy as np
import pandas as pd

BYTE_ORDER_MARK = "\ufeff"
# Also in the full width of East Asian keyboards, which spreadsheets take for the same.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")


def machine(rows: pd.DataFrame) -> bytes:
    """CSV as RFC 4180 has it, but with LF, like the tables it comes from: UTF-8, empty cell = unknown."""
    return rows.to_csv(index=False, lineterminator="\n", float_format=_digits).encode()


def spreadsheet(rows: pd.DataFrame) -> bytes:
    """CSV for spreadsheets: UTF-8 that they recognize, all cells quoted, text that they would run kept from running."""
    texts = rows.select_dtypes(exclude=["number", "bool"]).columns
    safe = rows.assign(**{name: rows[name].map(_escaped, na_action="ignore") for name in texts})
    text = safe.to_csv(index=False, lineterminator="\r\n", quoting=csv.QUOTE_ALL, float_format=_digits)
    return (BYTE_ORDER_MARK + text).encode()


def _digits(number: float) -> str:
    """All digits of a number and no more, without an exponent: 73150000000, 33.3333."""
    return np.format_float_positional(number, trim="-")


def _escaped(cell: object) -> object:
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell
