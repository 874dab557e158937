"""What is asked for, marked in texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sections.searching import marks, query
from tests.dashboard.sections.searching.test_measures import UNITS


def marked(text: str, q: str) -> list[str]:
    return [piece for piece, hit in marks.marked(text, query.read(q, UNITS), UNITS) if hit]


@pytest.mark.parametrize(
    ("text", "q", "pieces"),
    [
        ("Hitting $73.15 billion, of billions", "73.15 Billion", ["$73.15 billion"]),
        ("hitting $73.15 billion this year", "$73bn", ["$73.15 billion"]),
        ("nearly one million people", "1,000,000", ["one million"]),
        ("nearly one million twenty-foot equivalent units", "TEU", ["twenty-foot equivalent units"]),
        ("some 400,000 sq. km of it", "km2", ["sq. km"]),
        ("The harbor's ports, portals", "port", ["ports", "portals"]),
        ("See a threat", "fear", ["threat"]),
        ("20% of land", "zeppelin", []),
    ],
)
def test_what_is_asked_for_is_marked_as_it_stands(text: str, q: str, pieces: list[str]) -> None:
    assert marked(text, q) == pieces


def test_a_text_has_a_part_of_what_is_asked() -> None:
    threat, number = query.read("fear 30%", UNITS)[:2]
    assert marks.has("See a threat", threat, UNITS)
    assert not marks.has("See a threat", number, UNITS)


def test_of_a_long_text_the_words_around_are_shown() -> None:
    asked = query.read("honey", UNITS)
    text = f"{'Nothing is said of it here. ' * 20}Then honey comes. {'And nothing more is said. ' * 20}"
    shown = marks.excerpt(text, asked, UNITS)
    assert "Then honey comes." in shown
    assert (shown[:2], shown[-2:]) == ("… ", " …")
    assert len(shown) < marks.LONGEST + 5
    assert marks.excerpt("Honey", asked, UNITS) == "Honey"


@given(st.text(), st.text(max_size=60))
def test_marking_loses_nothing(text: str, q: str) -> None:
    asked = query.read(q, UNITS)
    assert "".join(piece for piece, _ in marks.marked(text, asked, UNITS)) == text
    assert marks.excerpt(text * 9, asked, UNITS).strip(" …") in text * 9
