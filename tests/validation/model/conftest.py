"""The bees as a register, and copies of their tables to edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import collection, edits
from validation.model.register import Register, load

Folders = tuple[Path, Path]
Row = dict[str, str]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return collection.write(tmp_path)


@pytest.fixture(scope="session")
def bees(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(*collection.write(tmp_path_factory.mktemp("bees")))


@pytest.fixture
def edited(folders: Folders) -> Callable[..., Register]:
    """The bees with rows added to their tables: `edited(events=[…])`."""

    def make(**added: list[Row]) -> Register:
        for table, rows in added.items():
            with edits.rows_of(folders[0], table) as known:
                known += rows
        return load(*folders)

    return make
