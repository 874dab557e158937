"""The bees with their documents, and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.state.store import Snapshot, load
from tests import collection


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return collection.write(tmp_path_factory.mktemp("bees"))


@pytest.fixture(scope="session")
def data(folders: tuple[Path, Path]) -> Snapshot:
    return load(*folders)


@pytest.fixture(scope="session")
def absent(folders: tuple[Path, Path]) -> Snapshot:
    return load(folders[0], None)
