"""What a search finds, and what comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sections.searching import ranking, words
from dashboard.sections.searching.entries import Entry, Found

ENTRIES = [
    Entry("Numbers", "nearly one million boats", "/a", "Boats · 1931", "saw nearly one million boats", values=(1e6,)),
    Entry("Numbers", "12 boats", "/b", "Boats at the million dollar pier", values=(12.0,)),
    Entry("Numbers", "41.3%", "/c", "Growth of the catch", values=(41.3,)),
    Entry("Numbers", "8 to 11 euros", "/d", "Price of an eel", values=(8.0, 11.0)),
    Entry("Indicators", "Boats", "/e", "Boats in the harbor", more="Fleet"),
    Entry("Events", "The pier is built", "/f", "1931"),
]
FOUND = [Found(one, tuple(map(words.read, (one.title, one.about, one.quote, one.more)))) for one in ENTRIES]


def addresses(q: str) -> list[str]:
    return [entry.href for group in ranking.find(q, FOUND).values() for entry in group]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("one million", ["/a"]),
        ("1 million", ["/a"]),
        ("1,000,000", ["/a"]),
        ("million", ["/a", "/b"]),
        ("41.3", ["/c"]),
        ("41.3%", ["/c"]),
        ("11", ["/d"]),
        ("boat", ["/e", "/a", "/b"]),
        ("fleet", ["/e"]),
        ("boats pier", ["/b"]),
        ("1931", ["/a", "/f"]),
        ("zeppelin", []),
        ("", []),
        ("“!”", []),
    ],
)
def test_the_best_comes_first(q: str, found: list[str]) -> None:
    assert addresses(q) == found


def test_groups_stand_together_best_first() -> None:
    assert list(ranking.find("boats", FOUND)) == ["Indicators", "Numbers"]


@pytest.mark.parametrize(
    ("q", "value"), [("73.15 billion", 73.15e9), ("a dozen", 12), ("12 boats", None), ("boats", None)]
)
def test_a_number_by_itself_is_a_value(q: str, value: float | None) -> None:
    assert ranking.asked_value(q) == value


@given(st.text(max_size=60))
def test_anything_can_be_asked(q: str) -> None:
    assert all(group for group in ranking.find(q, FOUND).values())
