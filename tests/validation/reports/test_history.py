"""What changed from release to release: as each of them says, since the last, and of one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import edits, released
from validation.model.register import Register, load
from validation.reports import changed, history
from validation.reports.changed import Changes


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(*released.write(tmp_path_factory.mktemp("released")))


def test_releases_stand_newest_first_with_their_days(register: Register) -> None:
    found = [(one.name, one.day.edtf if one.day else "", len(one.changes)) for one in history.editions(register)]
    assert found == [("2.0.0", "2026-06-01", 5), ("1.0.0", "2026-01-10", 0)]


def test_what_changed_since_the_last_comes_first(tmp_path: Path) -> None:
    datasets, seeds = released.first(tmp_path)
    edits.set_cell(datasets, "observations", released.STANDS, "note", "Seen.")
    first, last = history.editions(load(datasets, seeds))
    assert (first.version, first.name, [one.id for one in first.changes]) == (None, "unreleased", [released.STANDS])
    assert str(last.version) == "1.0.0"


def test_where_nothing_is_released_there_is_no_history(bees: tuple[Path, Path]) -> None:
    assert history.editions(load(*bees)) == []


def test_one_thing_has_its_own_history(register: Register) -> None:
    [(edition, change)] = history.of(register, released.CHANGED)
    assert (str(edition.version), change.aspects[0].after) == ("2.0.0", "3,950 hives")
    assert history.of(register, released.NOW) == history.of(register, released.RENAMED) != []
    assert history.of(register, released.STANDS) == []


def test_what_a_number_became_is_told_without_a_look_at_others(tmp_path: Path) -> None:
    datasets, seeds = released.first(tmp_path)
    released.corrected(datasets)
    register = load(datasets, seeds)
    [(edition, change)] = history.of(register, released.CHANGED)
    assert (edition.version, change.aspects[0].after) == (None, "3,950 hives")
    [(_, renamed)] = history.of(register, released.NOW)
    assert (renamed.id, renamed.now) == (released.RENAMED, released.NOW)
    assert history.of(register, released.STANDS) == []
    assert "numbers" not in vars(register)


def test_what_became_of_each_is_told_by_the_id_it_had(register: Register) -> None:
    [first, *_] = register.releases.values()
    since = history.since(history.opened(first), register)
    assert {id: one.kind for id, one in since.items() if one.table in ("observations", "derivations")} == {
        released.CHANGED: "changed",
        released.MOVED: "changed",
        released.RENAMED: "renamed",
        released.WITHDRAWN: "withdrawn",
    }


def test_a_release_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    datasets, seeds = released.first(tmp_path)
    (datasets / "releases" / "1.0.0.zip").write_bytes(b"x")
    edits.set_cell(datasets, "observations", released.STANDS, "note", "Seen.")
    register = load(datasets, seeds)
    assert ["can’t be read" in one.problem or "must be a zip" in one.problem for one in history.editions(register)] == [
        True,
        True,
    ]
    assert history.of(register, released.STANDS) == []


def test_changes_are_read_as_they_were_written(register: Register) -> None:
    found = history.editions(register)[0].changes
    told = Changes("1.0.0", "2.0.0", found)
    assert changed.read(changed.as_json(told).encode()) == told


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"old": "", "new": "", "changes": [{"id": "x"}]}', b"\xff"])
def test_nothing_else_is_read_as_changes(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"must be|Expecting|decode"):
        changed.read(data)
