"""Rows accepted one by one: only what the rules let stand, byte for byte, beside other hands, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import collection, edits
from validation.editing.changes import Change
from validation.editing.desk import Desk, Refused
from validation.model.drafting.draft import Draft, Row
from validation.model.drafting.drafts import drafts
from validation.model.register import load
from validation.reports.report import check

SOURCE = "letter-on-bees"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The bees, of whose letter nothing is recorded."""
    datasets, seeds = collection.write(tmp_path)
    for table in ("checks", "conflicts", "errata", "derivations"):
        with edits.rows_of(datasets, table) as rows:
            rows.clear()
    for table in ("observations", "mentions", "exclusions"):
        with edits.rows_of(datasets, table) as rows:
            rows[:] = [row for row in rows if row["source_id"] != SOURCE]
    return Desk(datasets, seeds)


def left(desk: Desk) -> list[Draft]:
    return drafts(load(desk.datasets, desk.seeds), SOURCE)


def files(desk: Desk) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in desk.datasets.iterdir()}


def test_what_is_accepted_is_accounted_for_and_undone_to_the_byte(desk: Desk) -> None:
    before, steps = files(desk), []
    while found := left(desk):
        steps.append(files(desk))
        desk.decide(found[0].text, Change(found[0].rows))
    assert len(steps) == 6
    report = check(load(desk.datasets, desk.seeds))
    assert not [one for one in report.findings if one.rule.startswith(("evidence", "coverage", "key", "schema"))]
    for step in reversed(steps):
        assert desk.undo() is not None
        assert files(desk) == step
    assert desk.undo() is None
    assert files(desk) == before


def test_a_row_that_breaks_a_rule_is_not_written(desk: Desk) -> None:
    before = files(desk)
    row = left(desk)[0].row
    with pytest.raises(Refused, match="value must be") as refused:
        desk.decide("4,600", Change((Row(row.table, {**row.values, "value": "4700"}),)))
    assert [one.rule for one in refused.value.findings] == ["printed/value"]
    assert files(desk) == before
    assert desk.last == []


def test_what_another_hand_writes_stays(desk: Desk) -> None:
    first = left(desk)[0]
    desk.decide(first.text, Change(first.rows))
    with edits.rows_of(desk.datasets, "observations") as rows:
        rows[0]["note"] = "Written by another hand."
    second = left(desk)[0]
    desk.decide(second.text, Change(second.rows))
    assert b"Written by another hand." in files(desk)["observations.csv"]
    assert desk.undo() is not None
    assert b"Written by another hand." in files(desk)["observations.csv"]


def test_a_table_written_in_between_is_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first, path = left(desk)[0], desk.datasets / "observations.csv"
    reads: Iterator[bool] = iter([True, False])
    read = Path.read_bytes

    def interrupted(file: Path) -> bytes:
        if file == path and next(reads, False):
            with edits.rows_of(desk.datasets, "observations") as rows:
                rows[0]["note"] = "Written in between."
        return read(file)

    assert desk.register
    monkeypatch.setattr(Path, "read_bytes", interrupted)
    desk.decide(first.text, Change(first.rows))
    data = read(path)
    assert b"Written in between." in data
    assert first.row.values["quote"].encode() in data


def test_what_another_hand_changed_is_not_undone(desk: Desk) -> None:
    first = left(desk)[0]
    desk.decide(first.text, Change(first.rows))
    name = first.row.values["observation_id"]
    with edits.rows_of(desk.datasets, "observations") as rows:
        next(row for row in rows if row["observation_id"] == name)["note"] = "Mine now."
    before = files(desk)
    with pytest.raises(Refused, match="another hand has changed it since"):
        desk.undo()
    assert files(desk) == before
    assert [one.words for one in desk.last] == [first.text]


def test_a_folder_that_cannot_be_written_is_left_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    before, first = files(desk), left(desk)[0]
    monkeypatch.setattr("os.replace", refused)
    with pytest.raises(PermissionError):
        desk.decide(first.text, Change(first.rows))
    assert files(desk) == before
    assert desk.last == []
