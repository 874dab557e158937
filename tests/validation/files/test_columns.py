"""Kinds of column: what each takes, what it refuses, and that it says so to readers of the Table Schema."""

from __future__ import annotations

import re

import pandas as pd
import pandera.pandas as pa
import pytest
from pandera.errors import SchemaErrors

from validation.files import columns

CODES = columns.code("", ["one", "two"])
KINDS = {
    "text": (columns.text(""), ["x", "two words", "x" * 4000], [" x", "x ", "x" * 4001]),
    "slug": (columns.slug(""), ["a", "a-1", "0"], ["A", "a--b", "-a", "a_b", "é"]),
    "address": (columns.address(""), ["https://a.example", "http://a/b?c"], ["a.example", "ftp://a", "https://"]),
    "language": (columns.language(""), ["en", "pt-BR", "zh-Hant", "es-419"], ["English", "EN", "en_US", "pt-br"]),
    "sha256": (columns.sha256(""), ["0f" * 32], ["0F" * 32, "0f" * 31]),
    "country": (columns.country(""), ["DE", "NA"], ["de", "DEU"]),
    "number": (columns.number(""), ["0", "-41.3", "73150000000", "0.50"], ["1,000", "1e5", "NaN", ".5", "007", "5."]),
    "offset": (columns.offset(""), ["0", "12"], ["-1", "1.0", "01", "9" * 16]),
    "day": (columns.day(""), ["2024-02-29"], ["2023-02-29", "2024-2-9", "0000-01-01", "20240229"]),
    "code": (CODES, ["one"], ["One", "three", " one"]),
    "period": (columns.period(""), ["2023", "-0043", "2022-36", "1858/1860~"], ["2023-13", "2022/..", "May 2023"]),
}  # fmt: skip


def refused(column: pa.Column, cells: list[str]) -> list[str]:
    """The cells that a column does not take; an empty text stands for an empty cell."""
    frame = pd.DataFrame({"x": pd.Series(cells, dtype="str").replace("", None)})
    try:
        pa.DataFrameSchema({"x": column}).validate(frame, lazy=True)
    except SchemaErrors as error:
        return error.failure_cases["failure_case"].fillna("").tolist()
    return []


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_takes_what_is_of_its_kind_and_nothing_else(kind):
    column, good, bad = KINDS[kind]
    assert refused(column, good * 2) == []
    assert sorted(refused(column, [*good, *bad, *bad])) == sorted(bad * 2)


@pytest.mark.parametrize("kind", KINDS)
def test_what_readers_of_the_schema_are_told_is_true(kind):
    column, good, bad = KINDS[kind]
    constraints = (column.metadata or {})["constraints"]
    taken = [
        cell
        for cell in (*good, *bad)
        if re.search(constraints.get("pattern", ""), cell) and cell in constraints.get("enum", [cell])
    ]
    assert set(good) <= set(taken)
    assert constraints.get("required", False) is not column.nullable


def test_an_empty_cell_is_taken_where_none_is_required():
    assert refused(columns.text("", required=False), ["x", ""]) == []
    assert refused(columns.text(""), ["x", ""]) == [""]


@pytest.mark.parametrize("kind", KINDS)
def test_a_refusal_says_what_must_be(kind):
    (check,) = list(KINDS[kind][0].checks or [])
    assert check.name == f"schema/{ {'address': 'url', 'offset': 'integer'}.get(kind, kind) }"
    assert check.error
