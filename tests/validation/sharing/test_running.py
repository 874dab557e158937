"""A register read in shares: the report is the one of a register that is read whole."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests import collection
from tests.benchmarks.runs import ROOT
from tests.edits import rows_of, set_cell
from tests.long import one_in
from tests.validation.rules.test_growth import EARLIER
from tests.validation.sharing.conftest import Archive
from tests.validation.sharing.elsewhere import Elsewhere
from validation.files.schemas import BY_ROW
from validation.files.tables import MARK
from validation.model.register import load
from validation.reports.json import render
from validation.reports.report import check
from validation.sharing import work
from validation.sharing.shares import shares


@pytest.fixture(scope="module")
def whole(archive: Archive) -> str:
    return render(check(load(archive.datasets, archive.seeds), require_seeds=True))


def test_the_archive_is_wrong_in_ways_of_tables_of_documents_and_of_both(archive: Archive, whole: str) -> None:
    rules = {one["rule"] for one in json.loads(whole)["findings"]}
    wrong = {"printed/value", "schema/number", "key/link", "key/unique", "document/checksum", "evidence/moved"}
    assert wrong <= rules


@pytest.mark.parametrize("heavy", [1, 4_000, 10**9])
@pytest.mark.long
def test_shares_of_any_size_come_to_the_same(archive: Archive, whole: str, heavy: int) -> None:
    assert archive.read(heavy=heavy) == whole


@pytest.mark.parametrize("heavy", one_in(2, [4_000, 1]))
def test_whoever_works_on_them_in_whatever_order(archive: Archive, whole: str, heavy: int) -> None:
    assert archive.read(Elsewhere(), heavy) == whole


@pytest.mark.parametrize("name", ["observations", "sources", "mentions", "exclusions"])
@pytest.mark.long
def test_a_last_line_without_its_end_is_read_too(archive: Archive, tmp_path: Path, name: str) -> None:
    shutil.copytree(archive.datasets, tmp_path / "datasets")
    file = tmp_path / "datasets" / f"{name}.csv"
    file.write_bytes(file.read_bytes().removesuffix(b"\n"))
    copied = Archive(tmp_path / "datasets", archive.seeds)
    assert copied.read(Elsewhere(), 4_000) == copied.read()


@pytest.mark.long
def test_large_tables_come_to_the_same(archive: Archive, whole: str, taken_for_large: None) -> None:
    assert load(archive.datasets, None)["observations"]["quote"].dtype == "str"
    assert archive.tables.left == BY_ROW
    for heavy in (1, 4_000, 10**9):
        assert archive.read(heavy=heavy) == whole
        assert archive.read(Elsewhere(), heavy) == whole


@pytest.mark.long
def test_large_tables_that_are_mended_come_to_the_same(archive: Archive, tmp_path: Path, taken_for_large: None) -> None:
    shutil.copytree(archive.datasets, tmp_path / "datasets")
    for name, before, after in (("observations", b"\n", b"\r\n"), ("exclusions", b"source", MARK + b"source")):
        file = tmp_path / "datasets" / f"{name}.csv"
        file.write_bytes(file.read_bytes().replace(before, after, -1 if name == "observations" else 1))
    copied = Archive(tmp_path / "datasets", archive.seeds)
    assert copied.read() == render(check(load(copied.datasets, copied.seeds), require_seeds=True))


@pytest.mark.parametrize("shipped", [True, False], ids=["shipped", "bees"])
@pytest.mark.long
def test_large_tables_of_every_kind_come_to_the_same(tmp_path: Path, taken_for_large: None, *, shipped: bool) -> None:
    one = Archive(ROOT / "datasets", ROOT / "seeds") if shipped else Archive(*collection.write(tmp_path))
    assert one.read(Elsewhere()) == render(check(load(one.datasets, one.seeds), require_seeds=True))


@pytest.mark.long
def test_large_tables_without_documents_come_to_the_same(
    archive: Archive, tmp_path: Path, taken_for_large: None
) -> None:
    alone = Archive(archive.datasets, tmp_path)
    assert alone.read() == render(check(load(alone.datasets, alone.seeds), require_seeds=True))
    parts = shares(alone.tables, alone.seeds, heavy=1)
    assert [bool(part.weight) for part in parts] == [True] * 12


@pytest.mark.long
def test_of_a_mistaken_cell_nothing_more_is_told_of_large_tables(tmp_path: Path, taken_for_large: None) -> None:
    bees = Archive(*collection.write(tmp_path))
    with rows_of(bees.datasets, "observations") as rows:
        rows.append(EARLIER)
        growth = next(row for row in rows if row["observation_id"] == "honey-growth-report")
        growth |= {"value": "+12.5", "printed": "", "quote": "", "start": "", "end": ""}
    found = {one["rule"] for one in json.loads(bees.read())["findings"] if one["field"] == "value"}
    assert found == {"schema/number"}
    assert bees.read() == render(check(load(bees.datasets, bees.seeds), require_seeds=True))


@pytest.mark.long
def test_each_share_is_told_of(archive: Archive) -> None:
    told: list[tuple[int, int]] = []
    archive.read(tell=lambda done, count: told.append((done, count)))
    assert told == [(done, 12) for done in range(1, 13)]


@pytest.mark.long
def test_what_prose_quotes_may_stand_in_any_document(tmp_path) -> None:
    datasets, seeds = collection.write(tmp_path)
    set_cell(
        datasets, "observations", "hives-letter", "note", 'It says "before winter, … two thirds" and "no such words".'
    )
    bees = Archive(datasets, seeds)
    found = [one for one in json.loads(bees.read())["findings"] if one["rule"] == "quotation/printed"]
    assert [one["value"] for one in found] == ["no such words"]
    (seeds / "report.txt").unlink()
    assert "quotation/printed" not in bees.read()


@pytest.mark.long
def test_lines_that_are_not_read_as_they_stand_are_not_shared(tmp_path) -> None:
    datasets, seeds = collection.write(tmp_path)
    bees = Archive(datasets, seeds)
    assert work.mended(bees.tables) == []
    path = datasets / "observations.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert bees.read(Elsewhere()) == bees.read()
    assert len(work.mended(bees.tables)) == 1
