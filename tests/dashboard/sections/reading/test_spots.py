"""What is marked in a text: numbers, datings, numerals left out, numerals unaccounted for."""

from __future__ import annotations

from pathlib import Path

from dashboard.sections import sources
from dashboard.sections.reading.annotations import Annotation
from dashboard.sections.reading.spots import Spot, merged, of_quotes, spots
from dashboard.state.store import Snapshot, load
from tests import collection, edits
from validation.vocabulary import EVENT, EXCLUDED, RECORDED, UNACCOUNTED

BODY = collection.REPORT[: collection.REPORT.index("Readers write")]


def spot(start: int, end: int, state: str = RECORDED) -> Spot:
    quote = "x" * (end - start)
    return Spot(start, end, (Annotation(id=f"{start}-{end}", state=state, name="", start=start, end=end, quote=quote),))


def test_every_numeral_is_in_one_mark(data: Snapshot) -> None:
    found = spots(data.register, "honey-year")
    for mark in sources.marks(data.register, "honey-year"):
        assert sum(one.start <= mark.start and mark.end <= one.end for one in found) == 1


def test_a_number_is_marked_as_it_is_printed_with_what_qualifies_it(data: Snapshot) -> None:
    texts = {BODY[one.start : one.end]: one.state for one in spots(data.register, "honey-year")}
    assert texts["8 to 11 euros per jar"] == RECORDED
    assert texts["almost 4,000 hives"] == RECORDED
    assert texts["At most 6 swarms"] == RECORDED
    assert texts["1888"] == EVENT
    assert texts["2021"] == EXCLUDED


def test_what_nothing_accounts_for_is_marked(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "observations") as rows:
        rows[:] = [row for row in rows if row["observation_id"] != "swarms-lost-report"]
    found = [one for one in spots(load(datasets, seeds).register, "honey-year") if one.state == UNACCOUNTED]
    assert [BODY[one.start : one.end] for one in found] == ["6"]
    assert found[0].ids == [str(found[0].start)]


def test_marks_that_overlap_are_one() -> None:
    inner, outer = spot(5, 9, EVENT), spot(2, 12)
    assert [(one.start, one.end, one.ids) for one in merged([inner, outer])] == [(2, 12, ["2-12", "5-9"])]
    assert [one.ids for one in merged([spot(0, 4), spot(4, 6)])] == [["0-4"], ["4-6"]]
    assert next(merged([spot(0, 4, EVENT), spot(2, 6)])).state == RECORDED


def test_without_the_document_the_same_is_marked_in_its_quotes(data: Snapshot, absent: Snapshot) -> None:
    quoted = of_quotes(absent.register, "honey-year")
    found = spots(data.register, "honey-year")
    assert [(one.start, one.end) for one in quoted] == [(one.start, one.end) for one in found]
    assert sources.marks(absent.register, "honey-year") == []
