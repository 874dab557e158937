"""Events in the order of time, disputes about their datings, topics in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.sections import chronicle
from dashboard.sections.disputes import between, disputes
from dashboard.sections.topics import topics
from dashboard.state.store import load
from tests import collection, edits


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("1977", "1979", True),
        ("1979", "1977", True),
        ("1977", "1977-05", False),
        ("197X", "1979", False),
        ("1976", "1977", True),
        ("", "1977", False),
    ],
)
def test_periods_that_share_no_time_are_apart(one: str, other: str, apart: bool) -> None:
    assert chronicle.apart(one, other) is apart


def test_events_without_a_date_come_last(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "events") as rows:
        rows[0]["period"] = ""
    found = chronicle.events(load(datasets, seeds))
    assert [event.id for event in found] == ["first-mite", "association-founded"]
    assert found[1].when == ""
    assert [dating.differs for dating in found[0].datings] == [True, False]


def test_both_sides_of_a_conflict_have_one_explanation(tmp_path: Path) -> None:
    data = load(*collection.write(tmp_path))
    both = [*disputes(data, "first-mite-letter"), *disputes(data, "first-mite-report")]
    assert [dispute.other_id for dispute in both] == ["first-mite-report", "first-mite-letter"]
    assert [dispute.kind for dispute in between(both)] == ["error"]
    assert disputes(data, "honey-report") == []


def test_topics_differ_in_color_or_sign(root: Path) -> None:
    found = topics(load(root / "datasets", None)).values()
    assert len({(topic.color, topic.glyph) for topic in found}) == len(found)
