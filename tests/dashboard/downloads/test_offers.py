"""Every file on offer: its name, what it holds, what is said where there is none."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from dashboard.downloads import offers
from dashboard.state.refusals import Unknown
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot
from dashboard.web.bodies import Body
from tests import registers
from tests.periods import ACCEPTED
from validation.language import periods
from validation.packing import archive, things


def rows(body: Body) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.data.decode("utf-8-sig"), newline=""), strict=True))


def test_numbers_are_described_and_chosen(data: Snapshot) -> None:
    chosen = Selection(topic=("Honey",), sort="-value")
    for make, name in (
        (offers.numbers, "numbers_topic-honey.csv"),
        (offers.numbers_for_spreadsheets, "numbers_topic-honey.excel.csv"),
    ):
        body = make(data, chosen)
        assert body.name == name
        assert [row["number_id"] for row in rows(body)] == [number.id for number in chosen.choose(data)]
        assert {row["origin"] for row in rows(body)} == {"stated", "calculated"}
        assert {row["data_version"] for row in rows(body)} == {data.version}


def test_a_row_explains_itself(data: Snapshot) -> None:
    row = next(each for each in rows(offers.numbers(data, Selection())) if each["number_id"] == "hives-report")
    told = {
        "value": "4000",
        "unit": "hives",
        "qualifier": "nearly",
        "low": "",
        "high": "4000",
        "high_open": "True",
        "bounds_from": "words",
        "period": "2021",
        "area": "Ash Valley",
        "source": "The Honey Year",
        "published": "2022",
        "said": "almost 4,000 hives",
        "quote": "took in almost 4,000 hives before",
        "evidence": "intact",
    }
    assert told.items() <= row.items()
    document = data.register.documents["honey-year"]
    assert document.text[int(row["start"]) : int(row["end"])] == row["quote"]
    assert row["sha256"] == document.sha256


def test_nothing_is_passed_as_verified_without_documents(real: Snapshot) -> None:
    found = {row["evidence"] for row in rows(offers.numbers(real, Selection()))}
    assert "unverified" in found
    assert found <= {"unverified", "reference", "calculated"}


def test_an_indicator_comes_with_all_its_numbers(data: Snapshot) -> None:
    ids = ["honey-letter", "honey-report", "honey-before"]
    assert [row["number_id"] for row in rows(offers.indicator_rows(data, "honey"))] == ids


@pytest.mark.parametrize(
    ("make", "kind", "name"),
    [
        (offers.observation, "observation", "hives-report"),
        (offers.observation, "observation", "honey-before"),
        (offers.indicator, "indicator", "honey"),
        (offers.source, "source", "honey-year"),
        (offers.chart, "chart", "land"),
    ],
)
def test_a_thing_is_as_the_schema_on_offer_says(
    data: Snapshot, make: Callable[[Snapshot, str], Body], kind: str, name: str
) -> None:
    body, schema = make(data, name), offers.schema(data)
    assert json.loads(body.data) == json.loads(archive.as_json(things.thing(data.register, kind, name)))
    assert (body.name, schema.name) == (f"{name}.json", "schema.json")
    Draft202012Validator(json.loads(schema.data)).validate(json.loads(body.data))


def test_an_indicator_without_numbers_has_a_header(real: Snapshot) -> None:
    used = {number.indicator.id for number in real.register.numbers.values()}
    for name in real.register.indicators:
        assert bool(rows(offers.indicator_rows(real, name))) == (name in used)


@pytest.mark.parametrize("collection", ["data", "real"])
def test_tables_are_those_of_the_package(request: pytest.FixtureRequest, collection: str) -> None:
    data: Snapshot = request.getfixturevalue(collection)
    packed = archive.files(data.register)
    for name in data.register.tables:
        body = offers.table(data, name)
        assert body.data == packed[f"tables/{body.name}"]


def test_derivations_are_those_of_the_package(data: Snapshot) -> None:
    body = offers.derivations(data)
    assert body.data == archive.files(data.register)[body.name]


def test_the_collection_s_citations_are_those_of_the_package(data: Snapshot) -> None:
    packed = archive.files(data.register)
    assert offers.collection_as_bibtex(data).data == packed["CITATION.bib"]
    assert offers.collection_as_csl(data).data == packed["citation.json"]


def test_an_observation_s_citations_name_it(data: Snapshot) -> None:
    assert offers.citation_as_bibtex(data, "hives-report").data.startswith(b"@misc{hives-report,\n")
    assert json.loads(offers.citation_as_csl(data, "hives-report").data)[0]["id"] == "hives-report"


@settings(max_examples=40)  # each makes a register
@given(ACCEPTED)
@pytest.mark.long
def test_every_period_that_the_validation_accepts_leaves_in_every_file(data: Snapshot, edtf: str) -> None:
    dated = Snapshot(registers.rewritten(data.register, {"period": edtf, "published": edtf}))
    numbers = rows(offers.numbers(dated, Selection(sort="period")))
    assert {(row["period"], row["published"]) for row in numbers} == {(edtf, edtf)}
    found = rows(offers.numbers_for_spreadsheets(dated, Selection()))
    in_cells = {row["period"].removeprefix("'") for row in found}
    assert in_cells == {edtf}
    assert [row["period"] for row in rows(offers.indicator_rows(dated, "honey"))] == [edtf] * 3
    assert json.loads(offers.observation(dated, "honey-before").data)["number"]["period"] == edtf
    assert json.loads(offers.indicator(dated, "hives").data)["numbers"][0]["published"] == edtf
    said = periods.read(edtf).words
    assert offers.annotations(dated).data.decode().count(f"{said}, as stated by its source") == 3
    assert said in offers.citation_as_bibtex(dated, "hives-letter").data.decode()
    assert said in json.loads(offers.citation_as_csl(dated, "hives-letter").data)[0]["note"]
    assert offers.collection_as_bibtex(dated).data.count(b"  year = {") == len(data.register.sources)
    assert all("issued" in item for item in json.loads(offers.collection_as_csl(dated).data)[1:])


@pytest.mark.parametrize(
    ("make", "asked", "nearest"),
    [
        (offers.indicator_rows, "hive", "hives"),
        (offers.indicator, "hive", "hives"),
        (offers.source, "honey-yaer", "honey-year"),
        (offers.chart, "hive", "hives"),
        (offers.observation, "hives-reprot", "hives-report"),
        (offers.citation_as_bibtex, "hives-reprot", "hives-report"),
        (offers.citation_as_csl, "hives-reprot", "hives-report"),
        (offers.table, "unit", "units.csv"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(
    data: Snapshot, make: Callable[[Snapshot, str], Body], asked: str, nearest: str
) -> None:
    with pytest.raises(Unknown) as unknown:
        make(data, asked)
    assert unknown.value.nearest[0] == nearest
