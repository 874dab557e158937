"""The bees with a calculated number, the bees with a reference, and the shipped collection, as registers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import registers
from validation.model.register import Register, load


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The bees with a calculated number."""
    return registers.write(tmp_path_factory.mktemp("bees"))


@pytest.fixture(scope="session")
def data(folders: tuple[Path, Path]) -> Register:
    return load(*folders)


@pytest.fixture(scope="session")
def referring(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return registers.referring(tmp_path_factory.mktemp("bees"))


@pytest.fixture(scope="session")
def real(root: Path) -> Register:
    """The shipped collection as most meet it: without its documents."""
    return load(root / "datasets", None)
