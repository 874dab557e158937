"""What a text was read for, place by place."""

from __future__ import annotations

from pathlib import Path

from dashboard.sections.reading.annotations import annotated, unaccounted
from dashboard.state.store import Snapshot, load
from tests import collection, edits, one_text
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


def test_a_text_is_marked_where_it_prints_its_numbers(tmp_path: Path) -> None:
    """Whatever its line ends, and in its own language: an English reader finds no quarter here."""
    text = "Es waren\r\n1,2\r\nMio. Boo\u00adte da, im 3. Quartal\r\n1999 noch 1.200.\r\n"
    row = one_text.Row("1,2 Mio.", "1200000", quote="waren\r\n1,2\r\nMio. Boo\u00adte")
    left_out = [("3. Quartal\r\n1999 noch 1.200", "repeat")]
    data = load(*one_text.write(tmp_path, text, [row], left_out, unit="", language="de"))
    number, excluded = annotated(data.register, "text")
    assert [text[start:end] for start, end in number.stretches] == ["1,2\r\nMio."]
    assert [text[start:end] for start, end in excluded.stretches] == ["3. Quartal\r\n1999", "1.200"]
    assert excluded.words == "3. Quartal 1999, 1.200"
    assert {number.evidence, excluded.evidence} == {INTACT}
