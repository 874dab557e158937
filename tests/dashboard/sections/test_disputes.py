"""What is disputed, and how gravely."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.sections.disputes import disputes, gravest, verdicts
from dashboard.state.store import Snapshot, load
from tests import collection, edits


@pytest.fixture
def data(tmp_path: Path) -> Snapshot:
    """The bees with a doubt about hives, a lesser word on them, and an erratum."""
    datasets, seeds = collection.write(tmp_path)
    pair = {"left_id": "hives-letter", "right_id": "hives-report", "explanation": "Counted twice."}
    with edits.rows_of(datasets, "conflicts") as rows:
        rows += [
            {"conflict_id": "hives-1", "verdict": "scope"} | pair,
            {"conflict_id": "hives-2", "verdict": "doubt"} | pair,
        ]
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "As told."})
    return load(datasets, seeds)


def test_every_account_of_a_quantity_has_the_gravest_verdict(data: Snapshot) -> None:
    found = verdicts(data)
    assert found["hives-letter"] == found["hives-report"] == "doubt"
    assert found["honey-report"] == ""
    assert "swarms-lost-report" not in found


def test_datings_have_theirs(data: Snapshot) -> None:
    assert gravest(data, "first-mite-report") == "conflict"
    assert gravest(data, "association-founded-report") == ""


def test_an_erratum_is_called_one(data: Snapshot) -> None:
    words = [dispute.words for dispute in disputes(data, "first-mite-letter")]
    assert words == ["Erratum: 1979 for 1977", "Cannot both be true"]
