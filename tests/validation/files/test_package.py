"""The data package and the data dictionary follow from the schemas, and a reader not of our making agrees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import collection
from tests.edits import set_cell
from validation.files import package
from validation.files.schemas import TABLES
from validation.model.register import load


def test_the_shipped_descriptor_and_dictionary_are_what_describe_writes(root):
    said = package.metadata(root / "datasets")
    assert (root / "datasets" / package.DESCRIPTOR).read_text(encoding="utf-8") == package.descriptor(said)
    assert (root / "datasets" / package.DICTIONARY).read_text(encoding="utf-8") == package.dictionary(said)


def test_every_column_is_described(root):
    text = (root / "datasets" / package.DICTIONARY).read_text(encoding="utf-8")
    for name, spec in TABLES.items():
        part = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert [line.split("`")[1] for line in part.splitlines() if line.startswith("| `")] == list(spec.columns)


@pytest.fixture
def bees(tmp_path: Path) -> Path:
    return collection.write(tmp_path)[0]


def frictionless_errors(folder: Path) -> list[list]:
    import frictionless

    with frictionless.system.use_context(trusted=True):
        return frictionless.validate(str(folder / package.DESCRIPTOR)).flatten(["fieldName", "type"])


@pytest.mark.filterwarnings("ignore")  # frictionless has warnings of its own
def test_frictionless_finds_the_shipped_package_valid(root):
    assert frictionless_errors(root / "datasets") == []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("table", "key", "field", "cell", "kind"),
    [
        ("observations", "hives-letter", "value", "many", "type-error"),
        ("observations", "hives-letter", "qualifier", "roughly", "constraint-error"),
        ("observations", "hives-letter", "unit_id", "no-unit", "foreign-key"),
    ],
)
@pytest.mark.long
def test_frictionless_finds_what_the_schemas_forbid(bees, table, key, field, cell, kind):
    assert frictionless_errors(bees) == []
    set_cell(bees, table, key, field, cell)
    assert kind in {found[1] for found in frictionless_errors(bees)}


def test_a_key_that_may_be_empty_is_no_primary_key():
    assert "primaryKey" not in package.table_schema("checks", TABLES["checks"])
    assert package.table_schema("areas", TABLES["areas"])["primaryKey"] == ["area_id"]


def test_what_the_collection_says_of_itself_is_kept_in_one_order(tmp_path):
    said = {"version": "2", "question": "Why?", "resources": [1], "shortTitle": "T", "title": "T of all", "id": "t"}
    (tmp_path / package.DESCRIPTOR).write_text(json.dumps(said))
    package.describe(tmp_path)
    kept = package.metadata(tmp_path)
    assert list(kept) == ["id", "title", "shortTitle", "question", "version"]
    assert kept == {key: said[key] for key in kept}
    assert list(json.loads((tmp_path / package.DESCRIPTOR).read_text()))[1:6] == list(kept)


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, "\0"])
def test_a_descriptor_that_can_not_be_read_says_nothing(tmp_path, text):
    (tmp_path / package.DESCRIPTOR).write_text(text)
    assert package.metadata(tmp_path) == {}
    assert [fault.rule for fault in package.faults(tmp_path)] == ["package/metadata"]


@pytest.mark.parametrize(
    ("key", "said", "what"),
    [
        ("version", 1, "text"),
        ("homepage", None, "an http or https address"),
        ("homepage", "bees.example", "an http or https address"),
        ("created", "2026-01-02", "a date and a time"),
        ("created", "2026-01-02T00:00:00", "a date and a time"),
        ("shortTitle", "B" * 41, "a line of at most 40 characters"),
        ("question", "Why\nnot?", "a line of at most 120 characters"),
        ("question", " Why?", "a line of at most 120 characters"),
        ("question", ["Why?"], "a line of at most 120 characters"),
        ("description", None, "text"),
        ("description", ["x"], "text"),
        ("keywords", "bees", "a list of texts"),
        ("contributors", None, "a list of objects"),
        ("contributors", ["Ann"], "a list of objects"),
        ("contributors", [{"title": 5}], "a list of objects"),
        ("contributors", [{"title": "Ann", "roles": "author"}, {"title": "Bo", "roles": [5]}], "a list of objects"),
        ("licenses", ["MIT"], "a list of objects"),
    ],
)
def test_what_a_collection_says_of_itself_is_of_its_kind(tmp_path, key, said, what):
    (tmp_path / package.DESCRIPTOR).write_text(json.dumps({"title": "Bees", key: said}))
    with pytest.raises(package.Undescribed, match=f"must have {what}.* under {key}"):
        package.read(tmp_path)
    assert package.metadata(tmp_path) == {}
    [fault] = package.faults(tmp_path)
    assert (fault.rule, fault.hint) == ("package/metadata", "mend that in the file")


@pytest.mark.parametrize(("key", "said"), [("shortTitle", "B" * 40), ("question", "W" * 120), ("question", "")])
def test_a_line_that_is_no_longer_may_be_said(tmp_path, key, said):
    (tmp_path / package.DESCRIPTOR).write_text(package.descriptor({"title": "Bees", key: said}))
    assert list(package.faults(tmp_path)) == []


def test_the_dictionary_says_what_may_be_said_of_the_whole():
    text = package.dictionary({"title": "Bees"})
    assert [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")][:14] == list(package.METADATA)


def test_a_descriptor_that_is_not_there_is_asked_for(tmp_path):
    (tmp_path / "units.csv").write_text("")
    [fault] = package.faults(tmp_path)
    assert fault.message == "datapackage.json must be there"
    assert fault.hint.startswith('write {"title": "…"} in it, then run ')


def test_a_folder_without_a_collection_is_one_finding(tmp_path):
    [fault] = load(tmp_path, None).faults
    assert fault.rule == "file/missing"
    assert "holds no collection" in fault.message
    assert "validation new" in fault.hint


def test_a_descriptor_that_is_not_what_the_schemas_say_is_found(bees):
    assert list(package.faults(bees)) == []
    path = bees / package.DESCRIPTOR
    path.write_text(path.read_text().replace("What is measured.", "What is counted."))
    assert [fault.rule for fault in package.faults(bees)] == ["package/current"]
