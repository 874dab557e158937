"""The bees as a snapshot, the bees with a reference, the real tables; the bees as an application."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.state.store import Snapshot, Store
from tests import collection, edits
from validation.files import package as packaging
from validation.model import register

DERIVATION = {
    "derivation_id": "honey-before",
    "indicator_id": "honey",
    "area_id": "ash-valley",
    "formula": "[honey-report] / (1 + [honey-growth-report] / 100)",
    "unit_id": "t",
    "note": "The yield that grew.",
}


def snapshot(datasets: Path, seeds: Path | None) -> Snapshot:
    loaded = register.load(datasets, seeds)
    return Snapshot(loaded, loaded.version, collection=packaging.metadata(datasets))


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The bees with a computed number."""
    datasets, seeds = collection.write(tmp_path_factory.mktemp("bees"))
    with edits.rows_of(datasets, "derivations") as rows:
        rows.append(DERIVATION)
    return datasets, seeds


@pytest.fixture(scope="session")
def data(folders: tuple[Path, Path]) -> Snapshot:
    return snapshot(*folders)


@pytest.fixture(scope="session")
def referring(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The bees without documents: the report is known by its address, and the letter is by people with names."""
    datasets, _ = collection.write(tmp_path_factory.mktemp("bees"))
    with edits.rows_of(datasets, "sources") as (report, letter):
        report |= {
            "kind": "reference",
            "author": "Bee Office",
            "url": "https://bees.example/1",
            "sha256": "",
            "file": "",
        }
        letter |= {
            "author": "Ann van den Berg; Li, Wei",
            "inferred": "title published",
            "url": "https://bees.example/2",
        }
    with edits.rows_of(datasets, "observations") as rows:
        for row in rows:
            if row["source_id"] == "honey-year":
                row |= {"start": "", "end": "", "locator": "table 3"}
                row["quote"] = row["quote"] if row["observation_id"] == "hives-report" else ""
    return snapshot(datasets, None)


@pytest.fixture(scope="session")
def real(root: Path) -> Snapshot:
    """The shipped collection as most meet it: without its documents."""
    return snapshot(root / "datasets", None)


@pytest.fixture(scope="session")
def client(data: Snapshot) -> FlaskClient:
    return create_app(Store(lambda: data), shown=()).server.test_client()
