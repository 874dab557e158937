"""The archive that benchmarks are run on: valid, of the size that was asked for, and the same each time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks import synthetic
from tests.benchmarks.archive import write_archive
from validation.model.register import Register, load
from validation.reports.report import Report, check

DOCUMENTS, NUMBERS = 20, 10


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(*write_archive(tmp_path_factory.mktemp("made") / "archive", DOCUMENTS))


@pytest.fixture(scope="module")
def report(register: Register) -> Report:
    return check(register, require_seeds=True)


def test_an_archive_is_valid(report: Report) -> None:
    assert [str(one) for one in report.findings] == []


def test_it_has_the_counts_that_were_asked_for(register: Register, report: Report) -> None:
    lengths = [len(document.text) for document in register.documents.values()]
    assert len(lengths) == DOCUMENTS
    assert 7_000 < sum(lengths) / DOCUMENTS < 13_000
    assert len(register["observations"]) == DOCUMENTS * NUMBERS
    for one in report.coverage:
        assert (one.numerals, one.recorded, one.excluded, one.events) == (NUMBERS + 5, NUMBERS + 1, 4, 1)


def test_its_numbers_are_of_many_kinds(register: Register) -> None:
    numbers = register["observations"]
    assert set(numbers["unit_id"]) == {"hives", "kilometres", "percent", "tonnes", "usd"}
    assert set(numbers["qualifier"]) == {"exact", "about", "over", "nearly", "at-most"}
    for form in (r"\d,\d", r"\d\.\d%", r"\$\d+\.\d billion", r"^[a-z]+-[a-z]+ ", r"^[a-z]+ million "):
        assert numbers["printed"].str.contains(form).any(), form


def test_a_part_of_its_numbers_is_followed_over_the_years(register: Register) -> None:
    together = register["observations"].groupby(["indicator_id", "area_id"])["period"]
    assert together.nunique().eq(together.size()).all()
    assert together.size().eq(1).any()
    assert together.size().max() == DOCUMENTS


def test_the_same_arguments_make_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write_archive(first, 5, numbers=4, characters=3_000, bad=0.1)
    asked = ["--documents", "5", "--numbers", "4", "--characters", "3000", "--bad", "0.1"]
    monkeypatch.setattr(sys, "argv", ["synthetic", str(second), *asked])
    synthetic.main()
    assert _contents(first) == _contents(second)


def test_bad_rows_have_another_value_than_what_is_printed(tmp_path: Path) -> None:
    found = check(load(*write_archive(tmp_path / "archive", 5, characters=1_000, bad=0.2))).findings
    assert 0 < len(found) < 5 * NUMBERS
    assert {one.rule for one in found} == {"printed/value"}


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
