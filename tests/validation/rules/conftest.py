"""The tests' own collection, to edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import collection


@pytest.fixture
def bees(tmp_path: Path) -> tuple[Path, Path]:
    """Its tables and its documents."""
    return collection.write(tmp_path)
