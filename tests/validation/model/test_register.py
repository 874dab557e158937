"""A register as one typed whole: what it makes of its tables, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests import edits, registers
from validation.language import periods
from validation.model.register import Register, load

Folders = tuple[Path, Path]


def test_things_are_looked_up_by_their_ids(bees: Register) -> None:
    hives = bees.indicators["hives"]
    assert (hives.name, hives.chart.topic, hives.unit.symbol) == ("Hives before winter", "Colonies", "hives")
    assert bees.indicators["honey-growth"].change_of == "honey"
    assert bees.sources["letter-on-bees"].published == periods.read("2022-03")
    assert bees.areas["ash-valley"].name == "Ash Valley"
    assert bees.units["percent"].words == ("%", "per cent", "percent")
    assert bees.title == "Bees of the Ash Valley"


def test_a_collection_is_called_by_its_title_where_it_has_nothing_better(bees: Register) -> None:
    assert bees.short_title == bees.question == bees.title
    named = replace(bees, about={"title": "Bees", "shortTitle": "B", "question": "Why?"})
    assert (named.title, named.short_title, named.question) == ("Bees", "B", "Why?")


def test_observations_are_a_view_of_their_table(bees: Register) -> None:
    view = bees.observations
    assert len(view) == len(bees["observations"]) == len(list(view))
    assert [number.id for number in view] == bees["observations"]["observation_id"].tolist()
    assert [number.id for number in view.where("indicator_id", "hives")] == ["hives-letter", "hives-report"]
    assert view.where("indicator_id", "nothing") == []
    assert "hives-letter" in view
    assert "nothing" not in view
    assert view.get("nothing") is None
    with pytest.raises(KeyError):
        view["nothing"]


def test_a_number_is_found_by_its_id_whosever_it_is(folders: Folders) -> None:
    with edits.rows_of(folders[0], "derivations") as rows:
        rows.append(registers.DERIVATION)
    register, calculated = load(*folders), registers.DERIVATION["derivation_id"]
    assert register.number("honey-letter") is register.observations["honey-letter"]
    assert register.number(calculated) is register.derived[calculated]
    assert register.number("first-mite-letter") is None


def test_a_number_is_made_once(bees: Register) -> None:
    assert bees.observations["hives-letter"] is bees.observations.where("source_id", "letter-on-bees")[0]
    assert bees.numbers["hives-letter"] is bees.observations["hives-letter"]


def test_of_rows_with_one_id_the_first_counts(folders: Folders) -> None:
    with edits.rows_of(folders[0], "observations") as rows:
        rows.append(next(row for row in rows if row["observation_id"] == "honey-report") | {"value": "1"})
    register = load(*folders)
    assert register.observations["honey-report"].value == 96
    assert sum(number.id == "honey-report" for number in register.observations) == 1


def test_what_follows_is_worked_out_once(bees: Register) -> None:
    asked = []

    def count(register: Register, word: str) -> str:
        asked.append(word)
        return word * 2

    assert [bees.once(count, word) for word in ("a", "b", "a")] == ["aa", "bb", "aa"]
    assert asked == ["a", "b"]


def test_cells_are_text_and_offsets_whole_numbers(bees: Register) -> None:
    row = next(row for row in bees.cells("observations") if row["observation_id"] == "honey-report")
    assert (row["value"], row["locator"]) == ("96", "")
    assert row["end"] - row["start"] == len(row["quote"])


def test_a_register_without_tables_is_empty() -> None:
    register = Register({}, {})
    assert list(register.observations) == []
    assert (register.sources, register.derived, register.numbers) == ({}, {}, {})
    assert register.title == "Stated numbers"
    assert len(register.version) == 12


def test_a_table_that_vanishes_is_a_fault(folders: Folders) -> None:
    (folders[0] / "units.csv").unlink()
    (folders[0] / "units.csv").symlink_to(folders[0] / "nowhere.csv")
    assert [fault.rule for fault in load(*folders).faults if fault.table == "units"] == ["file/missing"]
