"""Numbers by their ids, their places, and what they led to."""

from __future__ import annotations

import pytest

from dashboard.sections import known
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot


def test_stated_and_calculated_numbers_are_found(data: Snapshot) -> None:
    assert known.find(data, "honey-report")["said"] == "96 tonnes"
    assert known.find(data, "honey-before")["source_kind"] == "derived"
    with pytest.raises(Unknown) as refused:
        known.find(data, "honey-rapport")
    assert refused.value.nearest[0] == "honey-report"


def test_an_indicator_has_its_stated_numbers_first(data: Snapshot) -> None:
    assert [row["observation_id"] for row in known.of_indicator(data, "honey")] == [
        "honey-letter",
        "honey-report",
        "honey-before",
    ]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("hives-report", None, "honey-growth-report"),
        ("honey-growth-report", "hives-report", "honey-report"),
        ("losses-letter", "honey-letter", "meadow-area-letter"),
        ("meadow-area-letter", "losses-letter", None),
    ],
)
def test_neighbors_are_those_in_the_document(data: Snapshot, name: str, before: str | None, after: str | None) -> None:
    found = known.neighbors(data, known.find(data, name))
    assert [row and row["observation_id"] for row in found] == [before, after]


def test_what_was_calculated_names_what_it_was_calculated_from(data: Snapshot) -> None:
    assert [row["derivation_id"] for row in known.used_by(data, ["honey-growth-report"])] == ["honey-before"]
    assert known.used_by(data, ["meadows-report"]) == []
    assert known.sources(data, known.find(data, "hives-both")) == ["A Letter on Bees", "The Honey Year"]
    assert known.sources(data, known.find(data, "hives-letter")) == ["A Letter on Bees"]


def test_a_passage_opens_among_those_of_its_source(data: Snapshot) -> None:
    assert known.place(known.find(data, "honey-report")) == "/sources/honey-year?at=honey-report"


def test_only_a_document_that_is_here_can_be_read(data: Snapshot, alone: Snapshot) -> None:
    assert known.is_here(data, "honey-year")
    assert not known.is_here(alone, "honey-year")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("hives-report", "almost 4,000 hives"),
        ("swarms-lost-report", "At most 6 swarms"),
        ("honey-report", "96 tonnes"),
    ],
)
def test_the_number_is_marked_with_its_qualifier(data: Snapshot, name: str, words: str) -> None:
    assert known.passage(known.find(data, name)) == words


def test_a_name_says_what_where_and_when(data: Snapshot) -> None:
    assert known.name(known.find(data, "honey-report")) == "Honey yield · Ash Valley · 2021"
    assert known.name(known.find(data, "meadows-report")) == "Meadows · Ash Valley · period not stated"


def test_words_are_cut_around_the_number() -> None:
    assert known.parts("almost 4,000 hives") == ("almost", "4,000", "hives")
    assert known.parts("hives") == ("", "hives", "")
