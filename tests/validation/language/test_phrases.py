"""The sentence around a place, and the phrase that is quoted for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.language.phrases import quoted, sentence

TEXT = (
    "It began. In 1950, the U.S. and Dr. Lee had 65.3 tons of it, or more! Then 9 came.\n\n"
    "A line without a stop\n\nEnd."
)


def around(text: str, part: str) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("1950", "In 1950, the U.S. and Dr. Lee had 65.3 tons of it, or more!"),
        ("65.3", "In 1950, the U.S. and Dr. Lee had 65.3 tons of it, or more!"),
        ("In", "In 1950, the U.S. and Dr. Lee had 65.3 tons of it, or more!"),
        ("came", "Then 9 came."),
        ("line", "A line without a stop"),
        ("End.", "End."),
    ],
)
def test_a_sentence_ends_with_a_stop_or_its_paragraph(part: str, whole: str) -> None:
    assert TEXT[slice(*sentence(TEXT, *around(TEXT, part)))] == whole


def test_a_phrase_has_three_words_on_each_side_and_no_other_number() -> None:
    text = "The valley had 40 farms, which kept some 4,600 wooden hives of all kinds there."
    other = [around(text, "40")]
    found = quoted(text, *around(text, "4,600"), other, lambda low, high: True)
    assert found is not None
    assert text[slice(*found)] == "which kept some 4,600 wooden hives of"
    near = quoted(text, *around(text, "40"), [around(text, "4,600")], lambda low, high: True)
    assert near is not None
    assert text[slice(*near)] == "The valley had 40 farms, which kept"


def test_a_phrase_grows_until_it_fits() -> None:
    text = "We saw a big red 5 there. They saw a big red 5 there."
    at = text.rindex("5")
    found = quoted(text, at, at + 1, [], lambda low, high: text.count(text[low:high]) == 1)
    assert found is not None
    assert text[slice(*found)] == "They saw a big red 5 there"
    assert quoted(text, at, at + 1, [], lambda low, high: False) is None


@given(st.text("a. \n1!\f,(”", max_size=60), st.data())
def test_a_phrase_holds_its_place_and_stays_in_its_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
    found = quoted(text, start, end, [], lambda low, high: True)
    assert found is not None
    assert first <= found[0] <= start
    assert end <= found[1] <= last


def test_a_phrase_leaves_its_sentence_where_only_so_it_fits() -> None:
    text = "It lies at 41 degs. South of it is sea.\n\nIt lies at 41 degs. East of it is land.\n"
    found = quoted(text, *around(text, "41"), [], lambda low, high: text.count(text[low:high]) == 1)
    assert found is not None
    assert text[slice(*found)].startswith("It lies at 41 degs. South")
    assert quoted(text, *around(text, "41"), [], lambda low, high: text.count(text[low:high]) > 2) is None
