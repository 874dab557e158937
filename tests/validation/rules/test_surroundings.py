"""What stands right beside a printed number: the rest of it, another unit, words that qualify it."""

from __future__ import annotations

import pytest

from tests import collection
from tests.edits import findings, rows_of


@pytest.fixture
def bees(tmp_path):
    return collection.write(tmp_path)


def said(bees, key: str, **cells: str) -> list[tuple[str, str]]:
    """Rule and message of what is found on a row when some of its cells are changed."""
    with rows_of(bees[0], "observations") as rows:
        number, row = next((number, row) for number, row in enumerate(rows) if row["observation_id"] == key)
        row.update(cells)
    return [(one.rule, one.message) for one in findings(*bees) if one.line == number + 2]


@pytest.mark.parametrize(
    ("key", "printed", "value", "whole"),
    [
        ("honey-growth-report", "2.5%", "2.5", "12.5%"),
        ("honey-growth-report", "12.5", "12.5", "12.5%"),
        ("hives-report", "000 hives", "0", "4,000"),
        ("markets-report", "45", "45", "45 per cent"),
        ("mite-treatment-report", "two", "2", "two thirds"),
        ("meadows-report", "dozen", "12", "a dozen"),
    ],
)
def test_a_part_of_a_number_is_not_the_number(bees, key, printed, value, whole):
    message = f'printed must be the whole number, and "{printed}" is a part of "{whole}"'
    assert ("evidence/printed", message) in said(bees, key, printed=printed, value=value)


def test_the_unit_behind_the_number_counts_where_it_was_not_copied(bees):
    found = said(bees, "meadow-area-letter", printed="5", unit_id="ha")
    assert found == [("printed/unit", 'unit_id must be the unit behind "5"; "square kilometres" is no word for ha')]


def test_a_number_may_go_without_the_unit_behind_it(bees):
    assert said(bees, "meadow-area-letter", printed="5") == []


def test_words_that_a_quote_leaves_out_still_qualify_its_number(bees):
    quote = "4,600 hives stood in"
    start = str(collection.LETTER.index(quote))
    found = said(bees, "hives-letter", quote=quote, start=start, qualifier="exact")
    assert found == [("evidence/qualifier", 'qualifier must be about, as the document says "Around", not exact')]
