"""The bees with a reference that their numbers are held against."""

from __future__ import annotations

import pytest

from dashboard.state.store import Snapshot, load
from tests.dashboard.pages.conftest import write_checked


@pytest.fixture(scope="session")
def bees(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*write_checked(tmp_path_factory.mktemp("bees")))
