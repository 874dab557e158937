"""Passages as Web Annotations: each points to its characters and holds nothing but them."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from dashboard.downloads import annotations as passages
from dashboard.state.store import Snapshot
from tests import collection
from validation.files.stored import in_memory
from validation.model.register import Register


@pytest.fixture
def annotations(data: Snapshot) -> list[dict[str, Any]]:
    return passages.annotated(data)["first"]["items"]


def selectors(annotation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {selector["type"]: selector for selector in annotation["target"]["selector"]}


def test_every_passage_is_one_annotation(data: Snapshot, annotations: list[dict[str, Any]]) -> None:
    count = sum(len(data.register[table]) for table in ("observations", "mentions", "exclusions"))
    assert passages.annotated(data)["total"] == len(annotations) == count
    assert len({each["id"] for each in annotations}) == count


def test_both_selectors_point_to_the_same_characters(data: Snapshot, annotations: list[dict[str, Any]]) -> None:
    texts = {f"urn:sha256:{each.sha256}": each.text for each in data.register.documents.values()}
    for annotation in annotations:
        found = selectors(annotation)
        place, quote = found["TextPositionSelector"], found["TextQuoteSelector"]
        assert texts[annotation["target"]["source"]["id"]][place["start"] : place["end"]] == quote["exact"]
        assert quote.keys() == {"type", "exact"}


def test_an_annotation_says_what_is_read(annotations: list[dict[str, Any]]) -> None:
    said = {each["dcterms:identifier"]: each["body"]["value"] for each in annotations}
    assert said["hives-letter"] == "Hives before winter, Ash Valley, 2021: Around 4,600 hives, as stated by its source"
    assert said["first-mite-letter"] == "The first mite is found: 1979, as stated by its source"
    assert {each["motivation"] for each in annotations} == {"describing", "classifying"}
    assert any("period" in text for name, text in said.items() if name.startswith("honey-year-"))


def test_names_are_the_same_in_every_version_of_the_data(data: Snapshot) -> None:
    tables = {
        **data.register.tables,
        "units": dataclasses.replace(data.register.tables["units"], stored=in_memory(b"")),
    }
    other = Snapshot(Register(tables, data.register.documents))
    now, later = passages.annotated(data), passages.annotated(other)
    assert now["id"] != later["id"]
    assert now["first"]["items"] == later["first"]["items"]


def test_a_reference_is_pointed_to_by_its_address_where_it_is_quoted(referring: Snapshot) -> None:
    found = {each["dcterms:identifier"]: each for each in passages.annotated(referring)["first"]["items"]}
    assert found["hives-report"]["target"]["source"]["id"] == "https://bees.example/1"
    assert list(selectors(found["hives-report"])) == ["TextQuoteSelector"]
    assert "meadows-report" not in found


def test_a_document_is_pointed_to_by_its_bytes_and_says_where_it_is_from(referring: Snapshot) -> None:
    found = {each["dcterms:identifier"]: each for each in passages.annotated(referring)["first"]["items"]}
    source = found["hives-letter"]["target"]["source"]
    assert source["id"].startswith("urn:sha256:")
    assert source["via"] == "https://bees.example/2"


def test_no_more_of_a_document_leaves_than_its_quotes(data: Snapshot) -> None:
    text = json.dumps(passages.annotated(data), ensure_ascii=False)
    assert "Readers write" not in text
    for document in collection.TEXTS.values():
        words = document.split()
        runs = {" ".join(words[i : i + 12]) for i in range(len(words) - 11)}
        assert not [run for run in runs if run in text]
