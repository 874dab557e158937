"""The bees as a snapshot."""

from __future__ import annotations

import pytest

from dashboard.state.store import Snapshot, load
from tests import registers


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*registers.write(tmp_path_factory.mktemp("bees")))
