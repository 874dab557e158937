"""What is marked in a text: numbers, datings, numerals left out, numerals unaccounted for."""

from __future__ import annotations

from pathlib import Path

from dashboard.sections.reading.entries import EVENT, EXCLUDED, RECORDED, UNACCOUNTED, Entry, entries
from dashboard.sections.reading.spots import Spot, merged, of_quote, spots
from dashboard.state import facts
from dashboard.state.store import Snapshot, load
from tests import collection, edits

BODY = collection.REPORT[: collection.REPORT.index("Readers write")]


def spot(start: int, end: int, state: str = RECORDED) -> Spot:
    return Spot(start, end, (Entry(f"{start}-{end}", state, "", {}),))


def test_every_numeral_is_in_one_mark(data: Snapshot) -> None:
    found = spots(data, "honey-year")
    for mark in facts.marks(data, "honey-year"):
        assert sum(one.start <= mark.start and mark.end <= one.end for one in found) == 1


def test_a_number_is_marked_as_it_is_printed(data: Snapshot) -> None:
    texts = {BODY[one.start : one.end]: one.state for one in spots(data, "honey-year")}
    assert texts["8 to 11 euros per jar"] == RECORDED
    assert texts["1888"] == EVENT
    assert texts["2021"] == EXCLUDED


def test_what_nothing_accounts_for_is_marked(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "observations") as rows:
        rows[:] = [row for row in rows if row["observation_id"] != "swarms-lost-report"]
    found = [one for one in spots(load(datasets, seeds), "honey-year") if one.state == UNACCOUNTED]
    assert [BODY[one.start : one.end] for one in found] == ["6"]
    assert found[0].ids == [str(found[0].start)]


def test_marks_that_overlap_are_one() -> None:
    inner, outer = spot(5, 9, EVENT), spot(2, 12)
    assert [(one.start, one.end, one.ids) for one in merged([inner, outer])] == [(2, 12, ["2-12", "5-9"])]
    assert [one.ids for one in merged([spot(0, 4), spot(4, 6)])] == [["0-4"], ["4-6"]]
    assert next(merged([spot(0, 4, EVENT), spot(2, 6)])).state == RECORDED


def test_entries_are_in_the_order_of_the_text(data: Snapshot) -> None:
    found = entries(data, "honey-year")
    assert [entry.start for entry in found] == sorted(entry.start for entry in found)
    assert {entry.state for entry in found} == {RECORDED, EVENT, EXCLUDED}
    assert all(BODY[entry.start : entry.end] == entry.quote for entry in found)


def test_without_the_document_the_same_is_marked_in_its_quotes(data: Snapshot, absent: Snapshot) -> None:
    quoted = [one for entry in entries(absent, "honey-year") for one in of_quote(entry)]
    assert [(one.start, one.end) for one in quoted] == [(one.start, one.end) for one in spots(data, "honey-year")]
    assert spots(absent, "honey-year") != []
