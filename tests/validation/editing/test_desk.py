"""Rows accepted one by one: only what the rules let stand, byte for byte, beside other hands, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import edits, unread
from tests.unread import SOURCE
from validation.editing.changes import Change
from validation.editing.desk import Desk, Refused
from validation.model.drafting.draft import Draft, Row
from validation.model.drafting.drafts import drafts, ways
from validation.model.register import load
from validation.reports.report import check


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(*unread.write(tmp_path))


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


def test_bytes_that_nobody_would_write_so_come_back(desk: Desk) -> None:
    table = desk.datasets / "observations.csv"
    table.write_bytes(table.read_bytes().replace(b",honey,", b',"honey",').removesuffix(b"\n"))
    before, first = files(desk), left(desk)[0]
    desk.decide(first.text, Change(first.rows))
    desk.undo()
    assert files(desk) == before


def test_what_others_must_say_of_a_row_is_no_reason_to_refuse_it(desk: Desk) -> None:
    """Where numbers are held against references each must be, and that is another row's to say."""
    names = [row["observation_id"] for row in desk.register.cells("observations")]
    with edits.rows_of(desk.datasets, "checks") as rows:
        rows += [{"observation_id": name, "verdict": "not-found", "explanation": "Nothing found."} for name in names]
    first = left(desk)[0]
    desk.decide(first.text, Change(first.rows))
    assert "check/missing" in {one.rule for one in check(desk.register).findings}


def test_what_it_breaks_of_other_rows_is_a_reason(desk: Desk) -> None:
    number = left(desk)[0]
    desk.decide(number.text, Change(number.rows))
    quote = {name: number.row.values[name] for name in ("source_id", "start", "end", "quote")}
    with pytest.raises(Refused, match="recorded or excluded, not both"):
        desk.decide("both", Change((Row("exclusions", {**quote, "reason": "idiom"}),)))


def test_rows_in_each_others_place_and_back(desk: Desk) -> None:
    found = left(desk)[0]
    desk.decide(found.text, Change(found.rows))
    accepted = files(desk)
    now = ways(desk.register, SOURCE, found.start, found.end)
    assert now["recorded"].row == now["recorded"].stands == now["excluded"].stands
    desk.decide("left out", Change((now["excluded"].row,), (found.row,)))
    assert found.text not in [one.text for one in left(desk)]
    assert found.row.values["observation_id"] not in desk.register.observations
    desk.undo()
    assert files(desk) == accepted


def test_many_at_once_are_undone_as_one(desk: Desk) -> None:
    before = files(desk)
    found = [one for one in left(desk) if one.kind == "recorded"]
    rows = [row for one in found for row in one.rows]
    desk.decide("all", Change(tuple(rows)))
    keys = [row["observation_id"] for row in desk.register.cells("observations")]
    assert keys == sorted(keys)
    assert len(desk.last) == 1
    desk.undo()
    assert files(desk) == before
