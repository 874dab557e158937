"""Rows and the characters of their documents; what stands right beside a printed number."""

from __future__ import annotations

import pytest

from tests import collection
from tests.edits import findings, part_pages, rows_of
from tests.validation.rules import asking
from tests.validation.rules.asking import add, change, faults
from validation.rules.evidence import (
    numbers_are_as_quoted,
    passages_are_on_their_pages,
    passages_lie_in_the_body,
    passages_stand,
    quotes_are_phrases,
    rows_name_their_place,
)

THE = collection.LETTER.index("he")


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
    message = f'printed is a part of "{whole}", and must be the whole number, not "{printed}"'
    assert ("evidence/whole", message) in said(bees, key, printed=printed, value=value)


def test_words_that_a_quote_leaves_out_still_qualify_its_number(bees):
    quote = "4,600 hives stood in"
    start = str(collection.LETTER.index(quote))
    found = said(bees, "hives-letter", quote=quote, start=start, qualifier="exact")
    assert found == [("evidence/qualifier", 'qualifier must be about, as the document says "Around", not exact')]


@pytest.mark.parametrize(
    ("key", "cells", "message"),
    [
        ("hives-letter", {"quote": ""}, "quote must be there: the row rests on a document"),
        ("hives-letter", {"locator": "page 3"}, "locator must be empty or a page, p. 12: a document has offsets"),
        ("hives-letter", {"source_id": "office"}, "start must be empty: a reference has a locator"),
        ("hives-letter", {"source_id": "office", "start": ""}, "locator must say where in the reference it stands"),
    ],
)
def test_a_row_names_its_place_as_its_source_needs(bees, key, cells, message):
    add(bees, "sources", {"source_id": "office", "kind": "reference", "title": "Statistics"})
    change(bees, "observations", key, **cells)
    assert message in asking.said(rows_name_their_place, bees)


def test_a_mention_rests_on_a_document(bees):
    add(bees, "sources", {"source_id": "office", "kind": "reference", "title": "Statistics"})
    change(bees, "mentions", "first-mite-letter", source_id="office")
    assert asking.said(rows_name_their_place, bees) == ["source_id must be a document: only documents have offsets"]


@pytest.mark.parametrize(
    ("cells", "rule", "message"),
    [
        ({"quote": "Around 4,600 hives " * 7}, "evidence/length", "quote must have at most 120 characters, not 133"),
        ({"end": "30"}, "evidence/offsets", "end must be 45, start plus the length of what is quoted, not 30"),
        ({"quote": "Around 4,600 hives stood."}, "evidence/sentence", "quote must be a phrase, not a whole sentence"),
    ],
)
def test_a_quote_is_a_phrase_of_its_length(bees, cells, rule, message):
    change(bees, "observations", "hives-letter", **cells)
    assert (rule, message) in [(fault.rule, fault.message) for fault in faults(quotes_are_phrases, bees)]


def test_a_quote_lies_in_the_article(bees):
    start = collection.REPORT.index("77 of us")
    change(bees, "observations", "hives-report", start=str(start), end=str(start + 8), quote="77 of us")
    end = collection.REPORT.index("Readers write")
    message = f"end must be at most {end}, where the article ends, not {start + 8}"
    assert asking.said(passages_lie_in_the_body, bees) == [message]


@pytest.mark.parametrize(
    ("cells", "rule", "message"),
    [
        ({"start": "1"}, "evidence/moved", "start-end must be 18-45, where the quote stands in letter.txt, not 1-45"),
        (
            {"quote": "Around 6,400 hives stood in", "printed": "6,400 hives"},
            "evidence/number",
            'quote must say what letter.txt says, "Around 4,600 hives", not "Around 6,400 hives"',
        ),
        (
            {"quote": "Some other words of the same", "printed": ""},
            "evidence/gone",
            "quote must stand in letter.txt; neither it nor the words around its number do",
        ),
        (
            {"start": "30", "end": "32", "quote": "he"},
            "evidence/moved",
            "start-end must be one of 4 places, where the quote stands in letter.txt, not 30-32",
        ),
        (
            {"start": str(THE), "end": str(THE + 2), "quote": "he"},
            "evidence/unique",
            "quote must stand once in letter.txt, but stands there 4 times",
        ),
    ],
)
def test_what_became_of_a_passage(bees, cells, rule, message):
    change(bees, "observations", "hives-letter", **cells)
    assert [(fault.rule, fault.message) for fault in faults(passages_stand, bees)] == [(rule, message)]


@pytest.mark.parametrize(
    ("key", "locator", "message"),
    [
        ("hives-report", "p. 2", None),
        ("markets-report", "p. 3", None),
        ("hives-report", "", "locator must be p. 2, where the quote stands"),
        ("markets-report", "p. 2", 'locator must be p. 3, where the quote stands, not "p. 2"'),
        ("hives-letter", "p. 1", 'locator must be empty: the document has no pages, not "p. 1"'),
    ],
)
def test_a_passage_is_on_its_page(bees, key, locator, message):
    part_pages(*bees, "report.txt", "honey-year")
    change(bees, "observations", key, locator=locator)
    assert [one.message for one in faults(passages_are_on_their_pages, bees)] == ([message] if message else [])
    assert findings(bees[0], bees[1] if message is None else None, require_seeds=message is None) == []


def test_a_quote_goes_over_a_page_s_end_as_over_a_line_s(bees):
    text = collection.REPORT.replace("12.5% to 96", "12.5%\fto 96")
    (bees[1] / "report.txt").write_text(text, encoding="utf-8", newline="")
    assert list(faults(passages_stand, bees)) == []


def test_a_number_stands_once_in_its_quote(bees):
    change(bees, "observations", "hives-letter", printed="o")
    change(bees, "mentions", "first-mite-letter", printed="1978")
    assert asking.said(numbers_are_as_quoted, bees) == [
        'printed must stand once in the quote, but "o" stands 3 times in it',
        'printed must stand once in the quote, but "1978" is not in it',
    ]
