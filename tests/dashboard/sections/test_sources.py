"""How much the sources state, and what became of the documents' numerals, as every page counts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.sections import sources
from dashboard.sections.reading.spots import of_quotes, spots
from dashboard.state.store import Snapshot, load
from tests import collection, edits, registers
from validation.model.subjects import Source
from validation.vocabulary import DOCUMENT, EVENT, EXCLUDED, RECORDED, REFERENCE, UNACCOUNTED


def test_sources_without_a_number_are_counted_too(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "sources") as rows:
        rows += [{"source_id": f"office-{n}", "kind": REFERENCE, "title": f"Office {n}"} for n in range(11)]
    with edits.rows_of(datasets, "observations") as rows:
        rows[:] = [row for row in rows if row["source_id"] == "honey-year"]
    register = load(datasets, seeds).register
    assert sources.tally(register, DOCUMENT) == (2, 12)
    assert sources.told(register, DOCUMENT) == "Two documents, 12 numbers"
    assert sources.told(register, REFERENCE) == "11 references, 0 numbers"


@pytest.mark.parametrize("source_id", ["honey-year", "letter-on-bees"])
def test_the_same_is_counted_with_the_document_and_without(data: Snapshot, alone: Snapshot, source_id: str) -> None:
    counts = sources.counts(data.register, source_id)
    assert counts == sources.counts(alone.register, source_id)
    for marked in (spots(data.register, source_id), of_quotes(alone.register, source_id)):
        assert [sum(spot.state == state for spot in marked) for state in counts] == [*counts.values()]


def test_what_is_unaccounted_for_is_counted(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "exclusions") as rows:
        rows.clear()
    counts = sources.counts(load(datasets, seeds).register, "honey-year")
    assert counts == {RECORDED: 12, EVENT: 2, EXCLUDED: 0, UNACCOUNTED: 1}


@pytest.mark.parametrize(
    ("state", "count", "words"),
    [
        (RECORDED, 1, "1 number"),
        (RECORDED, 1200, "1,200 numbers"),
        (EVENT, 17, "17 dates"),
        (EXCLUDED, 6, "6 left out"),
        (UNACCOUNTED, 2, "2 unaccounted for"),
    ],
)
def test_counts_in_words(state: str, count: int, words: str) -> None:
    assert sources.counted(state, count) == words


def test_a_source_has_a_name_though_a_draft_gives_it_none() -> None:
    assert sources.name(Source("x", DOCUMENT, "The Honey Year", short_name="Honey")) == "Honey"
    assert sources.name(Source("x", DOCUMENT, "The Honey Year")) == "The Honey Year"
    assert sources.name(Source("x", DOCUMENT, "")) == "x"


def test_no_number_is_made_to_count_them(data: Snapshot) -> None:
    register = registers.described(data.register, {})
    counts = sources.counts(register, "honey-year")
    assert (
        counts[RECORDED] + sources.counts(register, "letter-on-bees")[RECORDED] == sources.tally(register, DOCUMENT)[1]
    )
    assert len(register.observations._made) == 0
