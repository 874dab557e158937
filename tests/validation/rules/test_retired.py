"""Released ids: they stand, or are retired, and never both."""

from __future__ import annotations

import pytest

from tests.edits import rows_of
from tests.validation.rules.asking import Folders, add, said
from validation.commands.main import main
from validation.rules import retired

ID = "swarms-lost-report"


@pytest.fixture
def released(bees: Folders) -> Folders:
    """The collection after its first release."""
    datasets, seeds = bees
    assert main(["release", "1.0.0", "--datasets", str(datasets), "--seeds", str(seeds)]) == 0
    return bees


def remove(folders: Folders, table: str, key: str) -> None:
    with rows_of(folders[0], table) as rows:
        rows[:] = [row for row in rows if next(iter(row.values())) != key]


def test_what_was_released_stands(released: Folders) -> None:
    assert said(retired.released_ids_are_kept, released) == []


def test_what_was_not_released_may_go(bees: Folders) -> None:
    remove(bees, "observations", ID)
    assert said(retired.released_ids_are_kept, bees) == []


@pytest.mark.parametrize("table", [name for name in retired.LASTING if name != "derivations"])
def test_a_released_id_that_is_gone_must_be_retired(released: Folders, table: str) -> None:
    with rows_of(released[0], table) as rows:
        key = next(iter(rows[0].values()))
    remove(released, table, key)
    [message] = said(retired.released_ids_are_kept, released)
    assert message == f'"{key}" was released in 1.0.0, and must stand or be a row of retired.csv'
    add(released, "retired", {"id": key, "replaced_by": "", "version": "2.0.0", "reason": "It is no number."})
    assert said(retired.released_ids_are_kept, released) == []


def test_a_number_that_is_calculated_now_keeps_its_id(released: Folders) -> None:
    remove(released, "observations", ID)
    add(released, "derivations", {"derivation_id": ID, "formula": "1"})
    assert said(retired.released_ids_are_kept, released) == []


def test_what_is_retired_stands_no_more(released: Folders) -> None:
    add(released, "retired", {"id": ID, "replaced_by": "", "version": "2.0.0", "reason": "It is no number."})
    assert said(retired.retired_ids_stand_no_more, released) == [
        f'"{ID}" must be no number any more once it is retired'
    ]


@pytest.mark.parametrize("content", [b"x", b""])
def test_a_release_that_cannot_be_read_is_found(released: Folders, content: bytes) -> None:
    (released[0] / "releases" / "1.0.0.zip").write_bytes(content)
    [message] = said(retired.releases_are_what_they_are_called, released)
    assert message.startswith("1.0.0.zip must be release 1.0.0, and says ")
    assert said(retired.released_ids_are_kept, released) == []


def test_a_release_under_the_name_of_another_is_found(released: Folders) -> None:
    copied = released[0] / "releases" / "1.7.0.zip"
    copied.write_bytes((released[0] / "releases" / "1.0.0.zip").read_bytes())
    assert said(retired.releases_are_what_they_are_called, released) == [
        '1.7.0.zip must be release 1.7.0, and says "1.0.0"'
    ]


@pytest.mark.parametrize(("version", "fits"), [("2.0.0", True), ("1.0.1", True), ("1.0.0", False), ("soon", False)])
def test_what_is_newly_retired_is_so_after_the_last_release(released: Folders, version: str, fits: bool) -> None:
    remove(released, "observations", ID)
    add(released, "retired", {"id": ID, "replaced_by": "", "version": version, "reason": "It is no number."})
    told = [] if fits else [f'version must be a version after 1.0.0, not "{version}"']
    assert said(retired.versions_follow_the_last_release, released) == told


def test_what_was_retired_keeps_its_version(bees: Folders) -> None:
    add(bees, "retired", {"id": "old", "replaced_by": "", "version": "0.9.0", "reason": "It was no number."})
    assert main(["release", "1.0.0", "--datasets", str(bees[0]), "--seeds", str(bees[1])]) == 0
    assert said(retired.versions_follow_the_last_release, bees) == []
    with rows_of(bees[0], "retired") as rows:
        rows[0]["version"] = "2.0.0"
    assert said(retired.versions_follow_the_last_release, bees) == [
        'version must be "0.9.0", as 1.0.0 has it, not "2.0.0"'
    ]
