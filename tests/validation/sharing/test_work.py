"""What another process finds of a share, from what it can read; and when it must not go on."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.validation.sharing.conftest import Archive
from validation.sharing import work
from validation.sharing.shares import Asked, shares
from validation.sharing.work import Differs, Task, done

NOTHING = Asked(frozenset(), frozenset())


@pytest.fixture
def copied(archive: Archive, tmp_path: Path) -> Archive:
    """An archive of one's own to change."""
    shutil.copytree(archive.datasets, tmp_path / "datasets")
    shutil.copytree(archive.seeds, tmp_path / "seeds")
    return Archive(tmp_path / "datasets", tmp_path / "seeds")


def task_of(archive: Archive, number: int = 2) -> Task:
    register = archive.tables
    parts = shares(register, archive.seeds, heavy=1)
    return list(work.tasks(register, parts, archive.datasets, archive.seeds, NOTHING))[number]


def test_a_task_names_lines_and_holds_none(archive: Archive) -> None:
    task = task_of(archive)
    rows = task.shared["observations"]
    assert len(rows.numbers) == 10
    assert (rows.lines == rows.numbers + 2).all()
    data = (archive.datasets / "observations.csv").read_bytes()
    (_, first), (start, end) = rows.spans
    assert first == data.index(b"\n") + 1
    assert data[start:end].startswith(b"document-000002-000,")
    assert data[start:end].count(b"\n") == 10
    assert sorted(task.sizes) == ["document-000002"]


def test_what_it_finds_stands_where_it_stands_in_the_whole(archive: Archive) -> None:
    found = done(task_of(archive))
    assert [one.source_id for one in found.coverage] == ["document-000002"]
    assert found.unchanged == {"document-000002"}
    rows = {fault.row for fault in found.tally.faults}
    assert rows
    assert rows <= set(task_of(archive).shared["observations"].numbers.tolist())


def test_another_program_is_refused(archive: Archive) -> None:
    task = replace(task_of(archive), program="code 123 on Python 2.7")
    with pytest.raises(Differs, match=r"it runs code \w{12} on Python 3.* here runs code 123 on Python 2\.7"):
        done(task)


@pytest.mark.parametrize("name", ["observations", "units"])
def test_other_tables_are_refused(copied: Archive, name: str) -> None:
    task = task_of(copied)
    path = copied.datasets / f"{name}.csv"
    path.write_bytes(path.read_bytes().replace(b"hives", b"HIVES"))
    with pytest.raises(Differs, match=rf"its .*{name}\.csv is another"):
        done(task)
    for lost in (partial(path.write_bytes, b""), path.unlink):
        lost()
        with pytest.raises(Differs, match=rf"it cannot read .*{name}\.csv"):
            done(task)


def test_other_documents_are_refused(copied: Archive) -> None:
    task = task_of(copied)
    (copied.seeds / "document-000002.txt").unlink()
    with pytest.raises(Differs, match=r"it has other documents in .*seeds"):
        done(task)
