"""The collection as a Dataset of schema.org."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import edits, registers
from validation.model.register import Register, load
from validation.packing import dataset

HOME = "https://bees.example"


def test_it_says_what_the_collection_is_and_where(data: Register) -> None:
    about = {
        **data.about,
        "id": "urn:uuid:1",
        "homepage": f"{HOME}/",
        "created": "2026-11-22T00:00:00Z",
        "keywords": ["bees"],
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "contributors": [{"title": "The valley's keepers"}, {"givenName": "Ann", "familyName": "Lee"}],
    }
    told = dataset.dataset(registers.described(data, about), "http://elsewhere.example")
    expected = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": "urn:uuid:1",
        "name": "Bees of the Ash Valley",
        "url": "https://bees.example/",
        "license": ["https://creativecommons.org/licenses/by/4.0/"],
        "datePublished": "2026-11-22",
        "dateModified": "2026-11-22",
        "version": "1.0.0",
        "keywords": ["bees"],
        "temporalCoverage": "1888-01-01/2021-12-31",
    }
    assert {name: told[name] for name in expected} == expected
    assert told["creator"] == [
        {"@type": "Organization", "name": "The valley's keepers"},
        {"@type": "Person", "name": "Ann Lee", "givenName": "Ann", "familyName": "Lee"},
    ]


def test_it_names_what_is_measured_where_and_by_whom(data: Register) -> None:
    told = dataset.dataset(data)
    assert told["variableMeasured"] == [one.name for one in data.indicators.values()]
    assert told["spatialCoverage"][0] == {"@type": "Place", "name": "Ash Valley"}
    assert [one["name"] for one in told["citation"]] == [one.title for one in data.sources.values()]


def test_files_are_where_it_is_read_and_nowhere_without_an_address(data: Register) -> None:
    files = dataset.dataset(data, HOME)["distribution"]
    assert [(one["contentUrl"], one["encodingFormat"]) for one in files] == [
        (f"{HOME}/download/datapackage.zip", "application/zip"),
        (f"{HOME}/download/numbers.csv", "text/csv"),
    ]
    assert {"url", "distribution"}.isdisjoint(dataset.dataset(data))


def test_documents_are_cited_first_and_not_all_of_many(real: Register) -> None:
    cited = [one["name"] for one in dataset.dataset(real)["citation"]]
    documents = [one.title for one in real.sources.values() if one.is_document]
    assert cited[: len(documents)] == documents
    assert len(cited) == dataset.CITED < len(real.sources)


def test_a_reference_is_cited_with_its_address(referring: Register) -> None:
    assert {"@type": "CreativeWork", "name": "The Honey Year", "url": "https://bees.example/1"} in dataset.dataset(
        referring
    )["citation"]


def test_a_collection_without_a_word_on_itself_is_a_dataset_too() -> None:
    told = dataset.dataset(Register({}, {}))
    assert (told["@type"], told["name"]) == ("Dataset", "Stated numbers")
    assert [] not in told.values()


@pytest.mark.parametrize(("period", "ends"), [("-0043", "-0043-01-01/"), ("", "")])
def test_years_before_the_era_and_no_period_at_all(tmp_path: Path, period: str, ends: str) -> None:
    datasets, _ = registers.write(tmp_path)
    with edits.rows_of(datasets, "observations") as rows:
        for row in rows:
            row["period"] = period
    told = dataset.dataset(load(datasets, None)).get("temporalCoverage", "")
    assert told.startswith(ends)
    assert bool(told) == bool(period)


def test_no_text_ends_the_script(data: Register) -> None:
    about = {**data.about, "description": "</script><!-- <b>&\u2028"}
    text = dataset.embedded(registers.described(data, about))
    assert "<" not in text
    assert json.loads(text)["description"] == about["description"]
