"""What a document is called."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.files import naming
from validation.files.columns import SLUG


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (["The Honey Year, 2023"], "the-honey-year-2023"),
        (["Bees’ Größe in Île-de-France"], "bees-grosse-in-ile-de-france"),
        (["A report on what keepers of bees say about their hives"], "a-report-on-what-keepers-of-bees-say"),
        (["人口", "report_1"], "report-1"),
        (["2023", "12"], "document"),
        (["x" * 80], "x" * 40),
    ],
)
def test_an_id_is_made_of_the_first_words_that_make_one(titles: list[str], name: str) -> None:
    assert naming.source_id(titles, lambda _: True) == name


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert naming.source_id(["Bees"], lambda name: name not in {"bees", "bees-2"}) == "bees-3"
    assert naming.short_name("Bees", lambda name: name != "Bees") == "Bees (2)"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Honey Year: what keepers say", "The Honey Year"),
        ("The Honey Year | Honey News", "The Honey Year"),
        ("Q1: the honey year", "Q1: the honey year"),
        (
            "What the keepers of bees in all the valleys of the country say of it",
            "What the keepers of bees in all the valleys of the country",
        ),
        ("The Voyage of the Bee, by Ann Lee", "The Voyage of the Bee"),
        (
            "The keepers overshoot their target, with $ 417.8 billion of honey sold in 2021",
            "The keepers overshoot their target",
        ),
        (
            "Honey, which every keeper in the valleys took out of their very many hives",
            "Honey, which every keeper in the valleys took out",
        ),
        (
            "How 1,000 keepers of bees in a valley came to be known to the country",
            "How 1,000 keepers of bees in a valley came to be known",
        ),
        ("x" * 70, "x" * 60),
    ],
)
def test_a_short_name_is_the_title_s_beginning(title: str, name: str) -> None:
    assert naming.short_name(title, lambda _: True) == name


@given(st.text(min_size=1))
def test_any_title_makes_an_id(title: str) -> None:
    assert re.fullmatch(SLUG, naming.source_id([title], lambda _: True))
