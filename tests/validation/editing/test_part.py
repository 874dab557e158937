"""The part of a register by which new rows are judged: it says of them what the whole would say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import edits, unread
from tests.long import one_in
from tests.unread import SOURCE
from validation.editing.changes import Change, changed
from validation.editing.desk import broken
from validation.editing.part import part_of
from validation.model.drafting.draft import Row
from validation.model.drafting.drafts import drafts
from validation.model.register import Register, load
from validation.reports.report import check
from validation.rules.catalog import RULES


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(*unread.write(tmp_path_factory.mktemp("bees")))


def row(register: Register, **cells: str) -> Row:
    first = drafts(register, SOURCE)[0].row
    return Row(first.table, {**first.values, **cells})


def test_it_has_what_a_row_names_and_no_more(register: Register) -> None:
    there = row(register)
    part = part_of(changed(register, Change((there,))), [there])
    assert [*part.indicators] == ["hives"]
    assert [*part.charts] == ["hives"]
    assert [*part.areas] == ["ash-valley"]
    assert [*part.sources] == [SOURCE]
    assert [*part.documents] == [SOURCE]
    assert [*part.units] == [*register.units], "one may rest on any other"
    assert part["observations"]["observation_id"].tolist() == [there.values["observation_id"]]
    assert part_of(register, [there])["observations"].empty, "it is not there yet"


def test_rows_of_its_key_and_of_its_passage_are_in_it(register: Register) -> None:
    there = row(register)
    after = changed(register, Change((there,)))
    assert part_of(after, [row(register, start="500", end="520")])["observations"]["start"].tolist() == [18]
    assert part_of(after, [row(register, observation_id="another")])["observations"]["start"].tolist() == [18]
    assert part_of(after, [row(register, observation_id="another", start="500", end="520")])["observations"].empty


def test_its_rows_know_their_lines(tmp_path: Path) -> None:
    register = load(*unread.write(tmp_path))
    after = changed(register, Change((row(register, value="4700"),)))
    [found] = broken(register, after, Change((row(register, value="4700"),)))
    [whole] = [one for one in check(after).findings if one.rule == "printed/value"]
    assert (found.where, found.key) == (whole.where, whole.key)


WRONG = [
    {"value": "4700"},
    {"value": ""},
    {"qualifier": "exact"},
    {"unit_id": "t"},
    {"unit_id": "no-such"},
    {"area_id": ""},
    {"indicator_id": "honey"},
    {"observation_id": "honey-report"},
    {"printed": "4,6"},
    {"period": "2099"},
    {"period": "20"},
    {"quote": "hives"},
    {"quote": "Around 4,600 hives stood in the", "start": "17"},
    {"status": "Q"},
    {"attribution": "rumors"},
    {"note": " a note "},
    {},
]


@pytest.mark.parametrize("cells", one_in(4, WRONG), ids=lambda cells: " ".join(cells) or "right")
def test_what_is_wrong_with_a_row_is_told_as_the_whole_tells_it(register: Register, cells: dict[str, str]) -> None:
    change = Change((row(register, **cells),))
    after = changed(register, change)
    found = {(one.rule, one.field) for one in broken(register, after, change)}
    known = {(one.rule, one.key, one.field) for one in check(register).findings}
    whole = {
        (one.rule, one.field)
        for one in check(after).findings
        if (one.rule, one.key, one.field) not in known and RULES[one.rule].level == "error"
    }
    assert found == whole - {("conflict/unlisted", "observation_id")}
    assert bool(found) == bool(cells)


def test_what_is_taken_out_is_judged_by_the_whole(tmp_path: Path) -> None:
    datasets, seeds = unread.write(tmp_path)
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "honey-report", "stated": "96", "correct": "95", "reason": "A letter says so."})
    register = load(datasets, seeds)
    cells = next(one for one in register.cells("observations") if one["observation_id"] == "honey-report")
    change = Change(removed=(Row("observations", {name: str(cell or "") for name, cell in cells.items()}),))
    assert {one.rule for one in broken(register, changed(register, change), change)} == {"key/link"}
