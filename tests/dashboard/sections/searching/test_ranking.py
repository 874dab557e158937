"""What a search finds, and what comes first."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sections.searching import ranking
from dashboard.sections.searching.index import Hit, indexed

HITS = [
    Hit("Numbers", "nearly one million boats", "/a", "Boats · 1931", "saw one million boats", values=(Decimal(10**6),)),
    Hit("Numbers", "12 boats", "/b", "Boats at the million dollar pier", values=(Decimal(12),)),
    Hit("Numbers", "41.3%", "/c", "Growth of the catch", values=(Decimal("41.3"),)),
    Hit("Numbers", "8 to 11 euros", "/d", "Price of an eel", values=(Decimal(8), Decimal(11))),
    Hit("Numbers", "a third", "/g", "Boats that leak", values=(Decimal("33.3333"),)),
    Hit("Indicators", "Boats", "/e", "Boats in the harbor", more="Fleet"),
    Hit("Events", "The pier is built", "/f", "1931"),
]
INDEX = indexed(HITS)


def addresses(q: str) -> list[str]:
    return [hit.href for hits in ranking.find(q, INDEX).values() for hit in hits]


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
        ("one third", ["/g"]),
        ("boat", ["/e", "/a", "/b", "/g"]),
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
    assert list(ranking.find("boats", INDEX)) == ["Indicators", "Numbers"]


@pytest.mark.parametrize(
    ("q", "value"),
    [
        ("73.15 billion", "73150000000"),
        ("a dozen", "12"),
        ("41.3%", "41.3"),
        ("two thirds", "66.6667"),
        ("12 boats", None),
        ("boats", None),
    ],
)
def test_a_number_by_itself_is_a_value(q: str, value: str | None) -> None:
    assert ranking.asked_value(q) == (value and Decimal(value))


@given(st.text(max_size=60))
def test_anything_can_be_asked(q: str) -> None:
    assert all(group for group in ranking.find(q, INDEX).values())
