"""The released bees as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.exporting import command
from tests import edits, released
from validation.files import package

HOME = "https://bees.example/numbers"


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The bees after two releases, published, with a note that is not released yet."""
    datasets, seeds = released.first(tmp_path_factory.mktemp("released"))
    about = json.loads((datasets / package.DESCRIPTOR).read_text(encoding="utf-8"))
    (datasets / package.DESCRIPTOR).write_text(package.descriptor({**about, "homepage": HOME}), encoding="utf-8")
    released.corrected(datasets)
    released.release(datasets, seeds, "2.0.0", "2026-06-01")
    edits.set_cell(datasets, "observations", released.STANDS, "note", "Seen.")
    return datasets, seeds


def export(folder: Path, folders: tuple[Path, Path], *words: str) -> int:
    """Runs the command, without pictures."""
    named = ["--datasets", str(folders[0]), "--seeds", str(folders[1])]
    return command.main([str(folder), *named, "--no-pictures", *words])


@pytest.fixture(scope="session")
def files(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that was written."""
    folder = tmp_path_factory.mktemp("site") / "export"
    assert export(folder, folders, "--prefix", "/numbers") == 0
    return folder
