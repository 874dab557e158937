"""Keys and links: a double names the first row, a dangling id the one that was likely meant."""

import pytest

from tests import collection, edits
from validation.model.register import load
from validation.rules import key


@pytest.fixture
def datasets(tmp_path):
    return collection.write(tmp_path)[0]


def faults(rule, datasets):
    return list(rule(load(datasets, None)))


def test_the_collection_breaks_no_rule(datasets):
    rules = (key.keys_are_unique, key.ids_are_shared_by_none, key.rows_are_sorted, key.links_resolve)
    assert [faults(rule, datasets) for rule in rules] == [[], [], [], []]


def test_each_double_names_the_first_line(datasets):
    with edits.rows_of(datasets, "units") as rows:
        rows += [rows[1], rows[1]]
        count = len(rows)
    found = faults(key.keys_are_unique, datasets)
    assert [fault.row for fault in found] == [count - 2, count - 1]
    assert {fault.message.rpartition(" also ")[2] for fault in found} == {"on line 3"}


def test_a_key_of_several_columns_is_shown_whole(datasets):
    with edits.rows_of(datasets, "exclusions") as rows:
        shown = f"{rows[0]['source_id']} {rows[0]['start']}"
        rows.append(rows[0])
    assert [fault.value for fault in faults(key.keys_are_unique, datasets)] == [shown]


def test_a_dangling_id_is_guessed_at(datasets):
    line = edits.set_cell(datasets, "observations", "honey-report", "unit_id", "hivess")
    (fault,) = faults(key.links_resolve, datasets)
    assert (fault.row, fault.field, fault.value, fault.hint) == (line - 2, "unit_id", "hivess", "did you mean hives?")


def test_only_a_few_dangling_ids_are_guessed_at(datasets, monkeypatch):
    monkeypatch.setattr(key, "GUESSED", 1)
    with edits.rows_of(datasets, "observations") as rows:
        for row, stray in zip(rows, ("hivess", "kgg", "hivess"), strict=False):
            row["unit_id"] = stray
    hints = [fault.hint for fault in faults(key.links_resolve, datasets)]
    assert hints[0] == hints[2] == "did you mean hives?"
    assert hints[1].startswith("add it to units.csv")
