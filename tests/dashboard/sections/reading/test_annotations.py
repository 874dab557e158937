"""What a text was read for, place by place."""

from __future__ import annotations

from pathlib import Path

from dashboard.sections.reading.annotations import annotated, unaccounted
from dashboard.state.store import Snapshot, load
from tests import collection, edits
from validation.model.coverage import Mark
from validation.vocabulary import (
    EVENT,
    EXCLUDED,
    GONE,
    INTACT,
    MOVED,
    NUMBER_CHANGED,
    REASONS,
    RECORDED,
    UNACCOUNTED,
    UNVERIFIED,
)

BODY = collection.REPORT[: collection.REPORT.index("Readers write")]


def evidence(data: Snapshot, source_id: str = "letter-on-bees") -> dict[str, str]:
    return {one.id: one.evidence for one in annotated(data.register, source_id)}


def test_they_are_in_the_order_of_the_text(data: Snapshot) -> None:
    found = annotated(data.register, "honey-year")
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert {one.state for one in found} == {RECORDED, EVENT, EXCLUDED}
    assert all(BODY[one.start : one.end] == one.quote for one in found)


def test_each_says_what_its_number_is(data: Snapshot) -> None:
    named = {one.id: (one.state, one.name, one.words) for one in annotated(data.register, "letter-on-bees")}
    left_out = str(collection.LETTER.index("tonnes in 2021"))
    assert named["hives-letter"] == (RECORDED, "Hives before winter", "Around 4,600 hives")
    assert named["first-mite-letter"] == (EVENT, "The first mite is found", "1979")
    assert named[left_out] == (EXCLUDED, REASONS["period"].words, "2021")


def test_a_source_without_a_text_has_none(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "sources") as rows:
        rows.append({"source_id": "office", "kind": "reference", "title": "Bee office"})
    with edits.rows_of(datasets, "observations") as rows:
        rows.append(rows[0] | {"observation_id": "z", "source_id": "office", "start": "", "end": "", "quote": ""})
    assert annotated(load(datasets, seeds).register, "office") == []


def test_a_dating_and_an_exclusion_are_verified_like_a_number(data: Snapshot, absent: Snapshot) -> None:
    assert set(evidence(data).values()) == {INTACT}
    assert set(evidence(absent).values()) == {UNVERIFIED}


def test_in_a_changed_document_each_has_its_outcome(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    text = collection.LETTER.replace("1979", "1978").replace("Up to 15% of the colonies", "Many colonies")
    (seeds / "letter.txt").write_text(text, encoding="utf-8")
    found = evidence(load(datasets, seeds))
    assert found["hives-letter"] == INTACT
    assert found["losses-letter"] == GONE
    assert found["first-mite-letter"] == NUMBER_CHANGED
    assert found["meadow-area-letter"] == MOVED


def test_what_nothing_accounts_for_is_known_by_its_place() -> None:
    one = unaccounted(Mark(7, 9, "12", "number", UNACCOUNTED))
    assert (one.id, one.state, one.start, one.end, one.words) == ("7", UNACCOUNTED, 7, 9, "12")
    assert one.stretches == [(7, 9)]
