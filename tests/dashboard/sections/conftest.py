"""The bees with calculated numbers, a rumor, an error of a source and a doubt; with their documents and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.state.store import Snapshot, load
from tests import collection, edits

BEFORE = {
    "derivation_id": "honey-before",
    "indicator_id": "honey",
    "area_id": "ash-valley",
    "period": "2020",
    "formula": "[honey-report] / (1 + [honey-growth-report] / 100)",
    "unit_id": "t",
    "note": "The yield that grew.",
}
BOTH = {
    "derivation_id": "hives-both",
    "indicator_id": "hives",
    "area_id": "ash-valley",
    "formula": "[hives-letter] - [hives-report]",
    "unit_id": "hives",
    "note": "What the letter has more.",
}
DOUBT = {
    "conflict_id": "hives",
    "left_id": "hives-letter",
    "right_id": "hives-report",
    "verdict": "doubt",
    "explanation": "About 4,600 is far above 4,000.",
}
ERRATUM = {"target_id": "honey-letter", "stated": "90", "correct": "95", "reason": "A later letter says so."}


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    datasets, seeds = collection.write(tmp_path_factory.mktemp("bees"))
    for table, row in (("derivations", BOTH), ("derivations", BEFORE), ("conflicts", DOUBT), ("errata", ERRATUM)):
        with edits.rows_of(datasets, table) as rows:
            rows.append(row)
    edits.set_cell(datasets, "observations", "swarms-lost-report", "status", "U")
    return datasets, seeds


@pytest.fixture(scope="session")
def data(folders: tuple[Path, Path]) -> Snapshot:
    return load(*folders)


@pytest.fixture(scope="session")
def alone(folders: tuple[Path, Path]) -> Snapshot:
    """The same without the documents."""
    return load(folders[0], None)


@pytest.fixture(scope="session")
def real(root: Path) -> Snapshot:
    """The shipped collection as most meet it: without its documents."""
    return load(root / "datasets", None)
