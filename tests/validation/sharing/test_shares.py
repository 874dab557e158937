"""A register in shares: each row in one, those of a source together."""

from __future__ import annotations

import numpy as np
import pytest

from tests import collection
from tests.edits import set_cell
from tests.validation.sharing.conftest import Archive
from validation.findings import Fault
from validation.model.register import load
from validation.sharing.shares import SHARED_TABLES, Asked, shares


@pytest.mark.parametrize("heavy", [1, 5_000, 10**9])
def test_every_row_is_in_one_share_with_those_of_its_source(archive: Archive, heavy: int) -> None:
    register = archive.tables
    parts = shares(register, archive.seeds, heavy=heavy)
    for name in SHARED_TABLES:
        assert sorted(np.concatenate([part.rows[name] for part in parts])) == list(range(len(register[name])))
        assert all((np.diff(part.rows[name]) > 0).all() for part in parts)
    owners = [set(part.of(register)["sources"]["source_id"]) for part in parts]
    for part, sources in zip(parts[:-1], owners[:-1], strict=True):
        assert set(part.of(register)["observations"]["source_id"]) <= sources


def test_shares_are_about_as_heavy_as_asked(archive: Archive) -> None:
    weights = [part.weight for part in shares(archive.tables, archive.seeds, heavy=10_000)]
    assert len(weights) > 2
    assert max(weights) <= 10_000
    assert min(weights[:-1]) > 5_000
    assert sum(weights) > sum(file.stat().st_size for file in archive.seeds.iterdir())


def test_without_documents_all_is_one_share(archive: Archive) -> None:
    (part,) = shares(archive.tables, None)
    assert part.weight == 0
    assert part.of(archive.tables).tables["observations"].coded.equals(archive.tables.tables["observations"].coded)


def test_what_names_no_source_goes_to_the_last(tmp_path) -> None:
    datasets, seeds = collection.write(tmp_path)
    set_cell(datasets, "observations", "hives-letter", "source_id", "")
    set_cell(datasets, "observations", "hives-report", "source_id", "no-such")
    *_, last = shares(load(datasets, None), seeds, heavy=1)
    ids = load(datasets, None)["observations"]["observation_id"]
    assert {"hives-letter", "hives-report"} <= {ids.iat[row] for row in last.rows["observations"]}


def test_a_part_keeps_its_lines_and_has_its_place_in_the_whole(archive: Archive) -> None:
    register = archive.tables
    part = shares(register, archive.seeds, heavy=1)[3]
    table = part.of(register).tables["observations"]
    row = part.rows["observations"][2]
    assert table.lines[2] == register.tables["observations"].lines[row]
    assert table.locate(2, "value") == register.tables["observations"].locate(row, "value")
    fault = Fault("printed/value", "observations", 2, "value", "", "", "")
    assert part.of_whole(fault).row == row
    assert part.of_whole(Fault("unit/pint", "units", 2, "pint", "", "", "")).row == 2
    asked = Asked(frozenset(), {("observations", int(row), "value"), ("observations", 0, "value"), ("units", 1, "x")})
    assert part.asked(asked).mistaken == {("observations", 2, "value")}
