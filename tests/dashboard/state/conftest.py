"""The bees as snapshots, and what an address chooses of them."""

from __future__ import annotations

import pytest

from dashboard.state.store import Snapshot, load
from tests import edits, registers
from tests.dashboard.pages.conftest import write_checked
from validation.vocabulary import OTHER_PERIOD, OTHER_SCOPE


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*registers.write(tmp_path_factory.mktemp("bees")))


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The bees with a calculated number and a reference's, and a number of each verdict."""
    datasets, seeds = write_checked(tmp_path_factory.mktemp("checked"))
    with edits.rows_of(datasets, "derivations") as rows:
        rows.append(registers.DERIVATION)
    with edits.rows_of(datasets, "checks") as rows:
        verdicts = {"losses-letter": OTHER_PERIOD, "losses-report": OTHER_SCOPE}
        for row in rows:
            row["verdict"] = verdicts.get(row["observation_id"], row["verdict"])
    return load(datasets, seeds)
