"""A report of a real run, which every form is tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import collection
from tests.edits import set_cell
from validation.model.register import load
from validation.reports.report import Report, check


@pytest.fixture
def bees(tmp_path: Path) -> tuple[Path, Path]:
    """The tests' own collection, to edit."""
    return collection.write(tmp_path)


@pytest.fixture
def broken(bees: tuple[Path, Path]) -> Report:
    """A run over a collection with a wrong value, a moved quote, a short line, and one of two documents gone."""
    datasets, seeds = bees
    set_cell(datasets, "observations", "hives-report", "value", "5000")
    set_cell(datasets, "observations", "honey-report", "start", "7")
    with (datasets / "units.csv").open("a", encoding="utf-8") as file:
        file.write("zebras,zebras\n")
    (seeds / "letter.txt").unlink()
    return check(load(datasets, seeds))
