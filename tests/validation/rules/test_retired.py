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
    [message] = said(retired.released_ids_are_kept, released)
    assert message.startswith("release 1.0.0 must be readable: ")
