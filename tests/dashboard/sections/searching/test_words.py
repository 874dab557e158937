"""Words and numbers as a search compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sections.searching import words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vehicles", "vehicle"),
        ("countries", "Country"),
        ("taxes", "tax"),
        ("CAFÉ", "cafe"),
        ("Straße", "STRASSE"),
        ("380,000", "380000"),
        ("keeper's", "keepers"),
    ],
)
def test_these_are_the_same(one: str, other: str) -> None:
    assert words.asked(one) == words.asked(other)


@pytest.mark.parametrize(("one", "other"), [("class", "clas"), ("41.3", "413"), ("port", "sport")])
def test_these_are_not(one: str, other: str) -> None:
    assert words.asked(one) != words.asked(other)


@pytest.mark.parametrize(
    ("word", "other", "fit"),
    [
        ("port", "port", 3),
        ("port", "portal", 2),
        ("41", "41.3", 2),
        ("41", "413", 0),
        ("p", "port", 0),
        ("port", "export", 0),
    ],
)
def test_closeness(word: str, other: str, fit: int) -> None:
    assert words.closeness(word, other) == fit


def test_what_is_asked_for_is_marked_in_the_text_as_it_stands() -> None:
    pieces = words.marked("Hitting $73.15 billion, of billions", words.asked("73.15 Billion"))
    assert pieces == [("Hitting $", False), ("73.15 billion", True), (", of ", False), ("billions", True)]


@given(st.text(), st.text())
def test_marking_loses_nothing(text: str, q: str) -> None:
    assert "".join(piece for piece, _ in words.marked(text, words.asked(q))) == text
