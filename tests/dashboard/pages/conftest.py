"""The collections that pages are rendered with: the bees and the real one, each with and without its documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.state.store import Snapshot, Store, load
from dashboard.web.application import Dashboard
from tests import collection, edits
from validation.vocabulary import CONFLICT as CONTRADICT
from validation.vocabulary import DISPUTED, MATCHED, NOT_FOUND

CENSUS = {
    "source_id": "bee-census",
    "kind": "reference",
    "short_name": "Bee census",
    "title": "Bee census",
    "publisher": "Bee Office",
    "published": "2023",
    "url": "https://bees.example/census",
    "accessed": "2024-05-31",
    "language": "en",
    "confidence": "high",
}
COUNTED = {
    "observation_id": "hives-census",
    "indicator_id": "hives",
    "area_id": "ash-valley",
    "period": "2021",
    "period_basis": "stated",
    "printed": "4,215",
    "value": "4215",
    "unit_id": "hives",
    "qualifier": "exact",
    "status": "A",
    "source_id": "bee-census",
    "locator": "Table 1",
}
GUESSED = COUNTED | {
    "observation_id": "hives-guess",
    "printed": "3,900",
    "value": "3900",
    "qualifier": "about",
    "quote": "about 3,900 hives",
}
CONFLICT = {
    "conflict_id": "hives",
    "left_id": "hives-census",
    "right_id": "hives-report",
    "verdict": CONTRADICT,
    "explanation": "4,215 is not below 4,000.",
}
CHECK = ("observation_id", "reference_id", "verdict", "explanation")
# One number is disputed in all, one is matched; for the others nothing is found.
CHECKS = [
    ("hives-letter", "hives-census", MATCHED, "About 4,600 and 4,215 can both be meant."),
    ("hives-report", "hives-census", DISPUTED, "The census has more than 4,000."),
    ("hives-report", "hives-guess", MATCHED, "Their guess is near it."),
]


@pytest.fixture(scope="session")
def bees_folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_checked(tmp_path_factory.mktemp("bees"))


def write_checked(folder: Path) -> tuple[Path, Path]:
    """The bees with a reference that their numbers are held against."""
    datasets, seeds = collection.write(folder)
    with edits.rows_of(datasets, "sources") as sources:
        sources.insert(0, CENSUS)
    with edits.rows_of(datasets, "conflicts") as conflicts:
        conflicts.append(CONFLICT)
    with edits.rows_of(datasets, "observations") as observations:
        names = [row["observation_id"] for row in observations]
        observations += [COUNTED, GUESSED]
        observations.sort(key=lambda row: row["observation_id"])
    with edits.rows_of(datasets, "checks") as checks:
        checked = {row[0] for row in CHECKS}
        rows = [*CHECKS, *((name, "", NOT_FOUND, "Nobody else counted.") for name in names if name not in checked)]
        checks += [dict(zip(CHECK, row, strict=True)) for row in sorted(rows)]
    assert edits.findings(datasets, seeds) == []
    return datasets, seeds


@pytest.fixture(scope="session")
def bees(bees_folders: tuple[Path, Path]) -> Snapshot:
    return load(*bees_folders)


@pytest.fixture(scope="session")
def bees_alone(bees_folders: tuple[Path, Path]) -> Snapshot:
    """The bees without their documents."""
    return load(bees_folders[0], None)


@pytest.fixture(scope="session")
def real(root: Path) -> Snapshot:
    """The shipped collection as most meet it: without its documents."""
    return load(root / "datasets", None)


@pytest.fixture(scope="session")
def real_read(root: Path, seeds: Path) -> Snapshot:
    """The shipped collection with its documents."""
    return load(root / "datasets", seeds)


@pytest.fixture(scope="session")
def app(bees: Snapshot) -> Dashboard:
    """The application with every page, over the bees."""
    return create_app(Store(lambda: bees))
