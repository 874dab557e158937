"""Words and numbers as a search compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sections.searching import words
from dashboard.sections.searching.words import ALIKE, BEGINNING, SAME


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
        ("km²", "KM2"),
        ("kilometres", "kilometer"),
        ("neighbours", "neighbor"),
    ],
)
def test_these_are_the_same(one: str, other: str) -> None:
    assert words.compared(one) == words.compared(other)


@pytest.mark.parametrize(("one", "other"), [("class", "clas"), ("41.3", "413"), ("port", "sport"), ("hour", "hor")])
def test_these_are_not(one: str, other: str) -> None:
    assert words.compared(one) != words.compared(other)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("US$73bn", ["us", "$", "73", "bn"]),
        ("41.3%", ["41.3", "%"]),
        ("20 sq. km", ["20", "sq", "km"]),
        ("½ m³", ["½", "m3"]),
        ("“—!”", []),
    ],
)
def test_a_sign_is_a_word(text: str, read: list[str]) -> None:
    assert words.compared(text) == read


@pytest.mark.parametrize(
    ("word", "other", "fit"),
    [
        ("port", "port", SAME),
        ("port", "portal", BEGINNING),
        ("41", "41.3", BEGINNING),
        ("fear", "threat", ALIKE),
        ("41", "413", 0),
        ("p", "port", 0),
        ("port", "export", 0),
    ],
)
def test_closeness(word: str, other: str, fit: int) -> None:
    assert words.closeness(word, other) == fit


def test_words_that_mean_the_same_say_so_of_each_other() -> None:
    assert {"asked", "respondent"} <= {*words.alike("surveyed")}
    assert "surveyed" not in words.alike("surveyed")
    assert words.alike("honey") == ()


@given(st.text())
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    terms = words.read(text)
    assert [term.word for term in terms] == words.compared(text)
    assert all(words.compared(text[term.start : term.end]) == [term.word] for term in terms)
