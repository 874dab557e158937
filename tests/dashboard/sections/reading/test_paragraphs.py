"""Texts cut into paragraphs, paragraphs cut into pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sections.reading.annotations import Annotation
from dashboard.sections.reading.paragraphs import paragraphs, pieces
from dashboard.sections.reading.spots import Spot
from validation.vocabulary import RECORDED

PROSE = "The keepers of the valley counted their hives again, and found them to be more than a year before, all told."
WRAPPED = "The keepers of the valley counted their hives again, and found them"


def annotation(id: str, start: int, quote: str, printed: str) -> Annotation:
    place = start + quote.index(printed)
    stretches = [(place, place + len(printed))]
    end = start + len(quote)
    return Annotation(id=id, state=RECORDED, name=id, start=start, end=end, quote=quote, stretches=stretches)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\N{NO-BREAK SPACE}\n", []),
        (f"{PROSE}\n\n{PROSE}", [PROSE, PROSE]),
        (f"{PROSE}\n{PROSE}", [PROSE, PROSE]),
        (f"  {PROSE} \r\n\r\n {PROSE}\N{PARAGRAPH SEPARATOR}", [PROSE, PROSE]),
        (f"{WRAPPED}\nto be more.", [f"{WRAPPED}\nto be more."]),
        (f"{WRAPPED}\r\nto be more.", [f"{WRAPPED}\r\nto be more."]),
        (f"{WRAPPED}\n\nAnd more.", [WRAPPED, "And more."]),
        ("A caption\nA credit", ["A caption", "A credit"]),
    ],
)
def test_paragraphs_end_where_the_text_has_them_end(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in paragraphs(text)] == found


def test_short_lines_are_told_from_prose() -> None:
    text = f"A title\nBy somebody\n\n{PROSE}\n\nA heading\n\nShort, but a sentence."
    assert [one.kind for one in paragraphs(text)] == ["front", "front", "prose", "line", "prose"]


def test_pieces_are_marked_and_quoted() -> None:
    text = "some 350 hectares of 6 meadows"
    first = annotation("a", 10, "some 350 hectares of 6", "350 hectares")
    second = annotation("b", 28, "of 6 meadows", "6")
    marked = [Spot(15, 27, (first,)), Spot(31, 32, (second,))]
    cut = pieces(text, 10, marked, [first, second])
    assert [(one.text, one.spot in marked, one.quotes) for one in cut] == [
        ("some ", False, ("a",)),
        ("350 hectares", True, ("a",)),
        (" ", False, ("a",)),
        ("of ", False, ("a", "b")),
        ("6", True, ("a", "b")),
        (" meadows", False, ("b",)),
    ]


def test_a_mark_stays_whole_where_a_quote_ends_in_it() -> None:
    one = annotation("a", 0, "rose 12.5% to 96", "12.5%")
    cut = pieces("rose 12.5% to 96 tonnes", 0, [Spot(14, 23, (one,))], [one])
    assert [(piece.text, piece.quotes) for piece in cut] == [("rose 12.5% to ", ("a",)), ("96 tonnes", ("a",))]


@given(
    st.text("ab 1\n\r", max_size=300),
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 20)), max_size=8),
)
def test_nothing_of_a_text_is_lost_or_told_twice(text: str, places: list[tuple[int, int]]) -> None:
    quotes = [annotation(str(start), start, "x" * length, "") for start, length in places]
    words = "".join(
        piece.text
        for one in paragraphs(text)
        for piece in pieces(text[one.start : one.end], one.start, [Spot(3, 7, ()), Spot(7, 9, ())], quotes)
    )
    assert "".join(words.split()) == "".join(text.split())


def test_the_cells_of_a_row_are_a_line_of_their_own() -> None:
    row = "Hives of the whole valley and of its meadows\t4,000\t3,900\t3,800"
    prose = "Keepers in the valley took in almost four thousand hives before winter,"
    text = f"{prose}\n{prose}\n{row}\n{row}\nand more."
    found = [(text[one.start : one.end], one.kind) for one in paragraphs(text)]
    assert found == [(f"{prose}\n{prose}", "prose"), (row, "cells"), (row, "cells"), ("and more.", "prose")]
