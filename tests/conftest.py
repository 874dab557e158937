"""What tests of every part share: the repository, its tables to edit, its documents."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path

import hypothesis
import pytest

# A busy machine is slow now and then, which says nothing about the code.
hypothesis.settings.register_profile("quick", deadline=None, max_examples=25)
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=1000)
hypothesis.settings.load_profile("thorough" if os.environ.get("THOROUGH") else "patient")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return Path(__file__).parents[1]


@pytest.fixture
def datasets(root: Path, tmp_path: Path) -> Path:
    """A copy of the real tables, to edit."""
    return shutil.copytree(root / "datasets", tmp_path / "datasets")


@pytest.fixture(scope="session")
def seeds(root: Path) -> Path:
    """The folder with every document; without them a test is skipped, and fails if `REQUIRE_SEEDS` is set."""
    folder = root / "seeds"
    absent = [name for name in documents(root) if not (folder / name).is_file()]
    if absent:
        reason = f"documents not in seeds/: {', '.join(absent)}"
        (pytest.fail if os.environ.get("REQUIRE_SEEDS") else pytest.skip)(reason)
    return folder


def documents(root: Path) -> list[str]:
    """The file names of the documents, as the register has them."""
    with (root / "datasets" / "sources.csv").open(encoding="utf-8", newline="") as file:
        return [row["file"] for row in csv.DictReader(file) if row["file"]]
