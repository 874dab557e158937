"""What tests of every command share: a collection to run it on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import collection


@pytest.fixture
def bees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the collection in it, and in it this process."""
    collection.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path
