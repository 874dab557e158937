"""The bees as a snapshot, the bees with a reference, the real tables; the bees as an application."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.state.store import Snapshot, Store, load
from tests import registers


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The bees with a calculated number."""
    return registers.write(tmp_path_factory.mktemp("bees"))


@pytest.fixture(scope="session")
def data(folders: tuple[Path, Path]) -> Snapshot:
    return load(*folders)


@pytest.fixture(scope="session")
def referring(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return Snapshot(registers.referring(tmp_path_factory.mktemp("bees")))


@pytest.fixture(scope="session")
def real(root: Path) -> Snapshot:
    """The shipped collection as most meet it: without its documents."""
    return load(root / "datasets", None)


@pytest.fixture(scope="session")
def client(data: Snapshot) -> FlaskClient:
    return create_app(Store(lambda: data), shown=()).server.test_client()
