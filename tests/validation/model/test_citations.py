"""What is cited for a number: its source, with what it says and where, and the collection."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest
from dashboard.downloads.citations import Citation, Name

from dashboard.downloads import citations
from dashboard.state import facts
from dashboard.state.store import Snapshot


def test_a_number_is_cited_with_its_words_and_its_place(data: Snapshot) -> None:
    source, whole = citations.of_observation(data, "hives-letter")
    row = facts.observations(data).set_index("observation_id").loc["hives-letter"]
    assert (source.id, source.kind, source.title) == ("hives-letter", "document", "A Letter on Bees")
    assert source.note == (
        "States Hives before winter, Ash Valley, 2021: “Around 4,600 hives”. Passage: “Around 4,600 hives stood in”, "
        f"characters {row['start']} to {row['end']} of the text with SHA-256 {row['sha256']}."
    )
    assert whole == Citation(
        f"bees-{data.version}",
        "collection",
        "Bees of the Ash Valley",
        version=f"1.0.0 (data {data.version})",
        note=citations.AS_STATED,
    )


def test_a_source_says_what_is_not_its_own(referring: Snapshot) -> None:
    letter = citations.of_collection(referring)[2]
    assert letter.note == "Supplied here, not stated by the source: title, published."


def test_a_reference_is_cited_by_its_address(referring: Snapshot) -> None:
    source = citations.of_observation(referring, "hives-report")[0]
    assert (source.kind, source.url) == ("reference", "https://bees.example/1")
    assert source.note.endswith("“almost 4,000 hives”. Passage: “took in almost 4,000 hives before”.")
    assert citations.of_observation(referring, "meadows-report")[0].note.endswith("“a dozen”. Place: table 3.")


def test_people_have_a_family_name_and_others_a_name(referring: Snapshot) -> None:
    _, report, letter = citations.of_collection(referring)
    assert report.authors == (("Bee Office",),)
    assert letter.authors == (("Berg", "Ann van den"), ("Li", "Wei"))


def test_the_collection_is_cited_with_every_source(data: Snapshot) -> None:
    assert [cited.id for cited in citations.of_collection(data)] == [
        f"bees-{data.version}",
        "honey-year",
        "letter-on-bees",
    ]


@pytest.mark.parametrize(
    ("about", "authors", "license"),
    [
        (
            {"contributors": [{"title": "Ann"}, {"path": "x"}], "licenses": [{"name": "CC0-1.0"}]},
            (("Ann",),),
            "CC0-1.0",
        ),
        ({"licenses": [{"path": "https://a.example"}]}, (), ""),
        ({}, (), ""),
    ],
)
def test_the_collection_says_what_its_descriptor_says(
    data: Snapshot, about: Mapping[str, object], authors: tuple[Name, ...], license: str
) -> None:
    cited = citations.of_collection(dataclasses.replace(data, collection=about))[0]
    assert (cited.authors, cited.license) == (authors, license)
    assert data.version in cited.id


def test_a_citation_in_words() -> None:
    cited = Citation("x", "document", "Why?", (("Berg", "Ann"), ("Office",)), "2022-03", "Press", "https://a.example")
    assert citations.sentence(cited) == "Ann Berg; Office (March 2022). Why? Press. https://a.example."
    unnamed = Citation("x", "document", "Bees", issued="2022")
    assert citations.sentence(unnamed) == "Bees (2022)."
    assert citations.sentence(Citation("x", "collection", "Bees", version="1 (data 0)")) == "Bees. Version 1 (data 0)."
