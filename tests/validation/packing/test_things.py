"""One thing as JSON: all that its page says of it, in the one form that the schema gives."""

from __future__ import annotations

import copy
import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from tests import collection, edits, generated, others, registers
from validation.model import accounts, verdicts
from validation.model.register import Register, load
from validation.packing import records, things
from validation.packing.archive import as_json

HOME = "https://bees.example"


def told(register: Register, kind: str, name: str) -> dict[str, Any]:
    return json.loads(as_json(things.thing(register, kind, name)))


def every(register: Register) -> Iterator[dict[str, Any]]:
    return (told(register, kind, name) for kind, known in things.KINDS.items() for name in known.ids(register))


def validator(register: Register) -> Validator:
    schema = json.loads(as_json(things.schema(register)))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def wrong(register: Register) -> list[str]:
    known = validator(register)
    return [
        f"{one['kind']} {one['id']}: {found.message}" for one in every(register) for found in known.iter_errors(one)
    ]


@pytest.mark.parametrize("name", ["data", "referring", "real"])
@pytest.mark.long
def test_every_thing_is_as_the_schema_says(request: pytest.FixtureRequest, name: str) -> None:
    assert wrong(request.getfixturevalue(name)) == []


@pytest.mark.long
def test_so_is_every_thing_of_a_collection_of_another_kind(tmp_path: Path) -> None:
    assert wrong(load(*others.write(tmp_path))) == []


@settings(max_examples=settings().max_examples // 20, suppress_health_check=[HealthCheck.too_slow])
@given(generated.collections())
@pytest.mark.long
def test_so_is_every_thing_of_what_validates(made: generated.Collection) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert wrong(load(*generated.write(made, Path(folder)))) == []


def put(*path: str | int, value: Any) -> Callable[[dict[str, Any]], object]:
    def spoil(one: Any) -> None:
        for step in path[:-1]:
            one = one[step]
        one[path[-1]] = value

    return spoil


@pytest.mark.parametrize("kind", things.KINDS)
@pytest.mark.parametrize(
    "spoil",
    [
        put("kind", value="hive"),
        put("data_version", value=7),
        put("colour", value="yellow"),
        lambda one: one.pop("id"),
        lambda one: one.pop(list(one)[-1]),
        put("page", value=["https://bees.example"]),
    ],
)
@pytest.mark.long
def test_a_thing_of_another_form_is_refused(data: Register, kind: str, spoil: Callable[[dict[str, Any]], None]) -> None:
    good = told(data, kind, next(iter(things.KINDS[kind].ids(data))))
    broken = copy.deepcopy(good)
    spoil(broken)
    assert validator(data).is_valid(good)
    assert not validator(data).is_valid(broken)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("value", "4000"),
        ("value", None),
        ("low_open", "False"),
        ("start", -1),
        ("start", 1.5),
        ("qualifier", "roughly"),
        ("exact_value", "4,000"),
        ("sha256", "abc"),
        ("period", 2021),
        ("colour", "yellow"),
    ],
)
def test_a_cell_of_another_form_is_refused(data: Register, column: str, value: Any) -> None:
    spoilt = told(data, "observation", "hives-report")
    spoilt["number"][column] = value
    assert not validator(data).is_valid(spoilt)


def test_the_schema_has_the_words_of_the_columns(data: Register) -> None:
    row = things.schema(data)["$defs"]["numbers-row"]["properties"]
    assert row["unit_id"] == {
        "description": "The unit the source uses.",
        "type": "string",
        "pattern": "^([a-z0-9]+(-[a-z0-9]+)*)$",
    }
    assert row["low"]["type"] == ["number", "null"]
    assert row["author_kind"]["enum"] == ["person", "organization", None]


def test_a_collection_with_a_home_says_where_its_things_and_their_schema_are(data: Register) -> None:
    assert things.thing(data, "observation", "hives-report")["page"] is None
    assert "$schema" not in things.thing(data, "observation", "hives-report")
    assert "$id" not in things.schema(data)
    home = registers.described(data, {"homepage": f"{HOME}/"})
    one = told(home, "source", "honey-year")
    assert (one["$schema"], one["page"]) == (f"{HOME}/schema.json", f"{HOME}/sources/honey-year")
    assert things.schema(home)["$id"] == f"{HOME}/schema.json"
    assert wrong(home) == []


def test_a_number_has_its_row_with_bounds_rounding_and_passage(data: Register) -> None:
    one = told(data, "observation", "hives-report")
    assert one["number"] == json.loads(as_json(records.record(data.numbers["hives-report"], data)))
    stated = {
        "value": 4000,
        "low": None,
        "high": 4000,
        "high_open": True,
        "rounded_low": 3500,
        "rounded_high": 4500,
        "period": "2021",
        "quote": "took in almost 4,000 hives before",
        "evidence": "intact",
    }
    assert stated.items() <= one["number"].items()


def test_a_number_has_what_it_is_calculated_from_and_what_it_stands_in(data: Register) -> None:
    calculated, part = told(data, "observation", "honey-before"), told(data, "observation", "honey-report")
    assert calculated["parts"] == ["honey-report", "honey-growth-report"]
    assert (part["parts"], [one["derivation_id"] for one in part["derivations"]]) == ([], ["honey-before"])
    assert calculated["derivations"] == part["derivations"]
    assert calculated["derivations"][0]["formula"] == registers.DERIVATION["formula"]


def test_a_number_has_its_other_accounts_and_what_is_said_of_them(real: Register) -> None:
    groups = accounts.groups(real)
    assert groups
    for group in groups:
        for name in group.ids:
            one = told(real, "observation", name)
            assert {*one["accounts"], name} == {*group.ids}
            assert [each["conflict_id"] for each in one["conflicts"]] == [
                each.id
                for side in ("left_id", "right_id")
                for each in accounts.conflicts(real)
                if getattr(each, side) == name
            ]


def test_a_number_has_the_checks_on_either_side_of_it(real: Register) -> None:
    for check in verdicts.checks(real):
        sides = [check.number, *([check.reference] if check.reference else [])]
        for side in sides:
            pairs = [(one["observation_id"], one["verdict"]) for one in told(real, "observation", side.id)["checks"]]
            assert (check.number.id, check.verdict) in pairs


def test_a_number_has_the_errors_in_it_and_in_its_parts(tmp_path: Path) -> None:
    datasets, seeds = registers.write(tmp_path)
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "honey-report", "stated": "96 tons", "correct": "69 tons", "reason": "Turned round."})
    register = load(datasets, seeds)
    for name in ("honey-report", "honey-before"):
        one = told(register, "observation", name)
        assert one["number"]["erratum"] is True
        assert [each["correct"] for each in one["errata"]] == ["69 tons"]
    assert told(register, "observation", "honey-letter")["errata"] == []


def test_an_indicator_has_its_unit_its_numbers_and_its_derivations(data: Register) -> None:
    one = told(data, "indicator", "honey")
    assert (one["indicator"]["name"], one["unit"]["unit_id"]) == ("Honey yield", "t")
    assert [each["number_id"] for each in one["numbers"]] == ["honey-letter", "honey-report", "honey-before"]
    assert [each["derivation_id"] for each in one["derivations"]] == ["honey-before"]


def test_a_source_has_what_it_states_and_what_became_of_its_numerals(data: Register) -> None:
    one = told(data, "source", "honey-year")
    stated = [number.id for number in data.observations if number.source.id == "honey-year"]
    assert [each["number_id"] for each in one["numbers"]] == stated
    assert {each["source_id"] for each in one["mentions"]} == {"honey-year"}
    counted = one["coverage"]
    assert counted["numerals"] == counted["recorded"] + counted["excluded"] + counted["unaccounted"] == 15


def test_where_the_text_is_not_here_nothing_is_said_of_its_numerals(real: Register) -> None:
    documents = [source.id for source in real.sources.values() if source.is_document]
    assert {told(real, "source", name)["coverage"] is None for name in documents} == {True}


def test_a_chart_has_its_indicators_and_their_numbers(data: Register) -> None:
    one = told(data, "chart", "land")
    assert [each["indicator_id"] for each in one["indicators"]] == ["meadow-area", "meadows"]
    assert {each["indicator_id"] for each in one["numbers"]} == {"meadow-area", "meadows"}
    assert {each["chart_id"] for each in one["numbers"]} == {"land"}


def test_what_there_is_not_is_none(data: Register) -> None:
    for kind in things.KINDS:
        with pytest.raises(KeyError):
            things.thing(data, kind, "nothing")


def test_no_more_of_a_document_leaves_than_its_quotes(data: Register) -> None:
    text = json.dumps([*every(data)], ensure_ascii=False)
    for document in collection.TEXTS.values():
        words = document.split()
        runs = {" ".join(words[i : i + 12]) for i in range(len(words) - 11)}
        assert not [run for run in runs if run in text]
