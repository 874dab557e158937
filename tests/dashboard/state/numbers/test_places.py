"""Numbers are chosen before they are made."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.state.numbers import places
from dashboard.state.store import Snapshot, load
from tests import edits, registers
from tests.dashboard.state.numbers.chosen import ids, read
from validation.model.rows import COLUMNS


def test_a_number_is_made_only_if_it_is_chosen(data: Snapshot) -> None:
    fresh = Snapshot(registers.described(data.register, {}))
    assert ids(fresh, "area=ash-valley&indicator=hives") == ["hives-letter", "hives-report"]
    parts = {part for number in fresh.register.derived.values() for part in number.operands}
    assert len(fresh.register.observations._made) == 2 + len(parts)


@pytest.mark.parametrize(
    "search", ["", "origin=stated", "q=bees", "q=a+valley&sort=said", "sort=value", "sort=-period", "sort=source"]
)
def test_of_many_numbers_the_same_is_found_as_of_few(
    checked: Snapshot, search: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = read(search).find(checked)
    monkeypatch.setattr(places, "FEW", 0)
    many = read(search).find(checked)
    assert [*many.chosen] == [*few.chosen]
    assert many.origins == few.origins


@pytest.mark.parametrize("few", [0, places.FEW])
def test_a_row_of_which_no_number_can_be_made_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(places, "FEW", few)
    datasets, seeds = registers.write(tmp_path)
    edits.set_cell(datasets, "observations", "hives-report", "value", "many")
    found = read("indicator=hives&sort=value").find(load(datasets, seeds))
    assert [one.id for one in found.chosen] == ["hives-letter"]
    assert sum(found.origins.values()) == len(found.chosen) == 1


def test_of_what_is_chosen_one_is_made_or_some(data: Snapshot) -> None:
    chosen = read("origin=stated").find(data).chosen
    every = [*chosen]
    assert (chosen[1], chosen[-1], chosen[1:3]) == (every[1], every[-1], every[1:3])
    with pytest.raises(IndexError):
        _ = chosen[len(every)]


def test_what_many_numbers_are_sorted_by_is_worked_out_once(data: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "FEW", 0)
    fresh, asked = Snapshot(registers.described(data.register, {})), []
    monkeypatch.setitem(COLUMNS, "value", lambda number, _: asked.append(number.id) or number.value)
    assert {*ids(fresh, "sort=value")} == {*ids(fresh, "sort=-value")}
    assert len(asked) == len(fresh.register.numbers)
