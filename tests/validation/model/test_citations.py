"""What is cited for a number: its source, with what it says and where, and the collection."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given

from tests import registers
from tests.periods import ACCEPTED
from validation.language import periods
from validation.model import citations
from validation.model.citations import Citation, Name
from validation.model.register import Register
from validation.model.subjects import Source


@pytest.fixture(scope="module")
def referring(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return registers.referring(tmp_path_factory.mktemp("bees"))


def source_of(register: Register, name: str) -> Citation:
    return citations.of_observation(register, register.observations[name])[0]


def test_a_number_is_cited_with_its_words_and_its_place(bees: Register) -> None:
    number = bees.observations["hives-letter"]
    source, whole = citations.of_observation(bees, number)
    assert (source.id, source.kind, source.title) == ("hives-letter", "document", "A Letter on Bees")
    assert source.note == (
        "States Hives before winter, Ash Valley, 2021: “Around 4,600 hives”. Passage: “Around 4,600 hives stood in”, "
        f"characters {number.start} to {number.end} of the text with SHA-256 {number.source.sha256}."
    )
    assert whole == citations.of_whole(bees)
    assert whole == Citation(
        f"bees-{bees.version}",
        "collection",
        "Bees of the Ash Valley",
        version=f"1.0.0 (data {bees.version})",
        note=citations.AS_STATED,
    )


def test_a_source_says_what_is_not_its_own(referring: Register) -> None:
    letter = citations.of_source(referring.sources["letter-on-bees"])
    assert letter.note == "Supplied here, not stated by the source: title, published."
    assert letter.issued == periods.read("2022-03")


def test_a_reference_is_cited_by_its_address(referring: Register) -> None:
    source = source_of(referring, "hives-report")
    assert (source.kind, source.url) == ("reference", "https://bees.example/1")
    assert source.note.endswith("“almost 4,000 hives”. Passage: “took in almost 4,000 hives before”.")
    assert source_of(referring, "meadows-report").note.endswith("“a dozen”. Place: table 3.")


def test_people_have_a_family_name_and_others_a_name(referring: Register) -> None:
    _, report, letter = citations.of_collection(referring)
    assert report.authors == (("Bee Office",),)
    assert letter.authors == (("Berg", "Ann van den"), ("Li", "Wei"))


@pytest.mark.parametrize(
    ("kind", "author", "name"),
    [("person", "Bee Office", ("Office", "Bee")), ("organization", "Li, Wei", ("Li, Wei",))],
)
def test_a_source_may_say_what_its_authors_are(kind: str, author: str, name: Name) -> None:
    for source in ("document", "reference"):
        assert citations.of_source(Source("x", source, "T", author=author, author_kind=kind)).authors == (name,)


def test_the_collection_is_cited_with_every_source(bees: Register) -> None:
    assert [cited.id for cited in citations.of_collection(bees)] == [
        f"bees-{bees.version}",
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
    bees: Register, about: Mapping[str, object], authors: tuple[Name, ...], license: str
) -> None:
    cited = citations.of_whole(registers.described(bees, about))
    assert (cited.authors, cited.license) == (authors, license)
    assert bees.version in cited.id


def test_a_citation_in_words() -> None:
    issued = periods.read("2022-03")
    cited = Citation("x", "document", "Why?", (("Berg", "Ann"), ("Office",)), issued, "Press", "https://a.example")
    assert citations.sentence(cited) == "Ann Berg; Office (March 2022). Why? Press. https://a.example."
    unnamed = Citation("x", "document", "Bees", issued=periods.read("197X"))
    assert citations.sentence(unnamed) == "Bees (the 1970s)."
    assert citations.sentence(Citation("x", "collection", "Bees", version="1 (data 0)")) == "Bees. Version 1 (data 0)."


@given(ACCEPTED)
def test_every_period_is_said_in_words(edtf: str) -> None:
    period = periods.read(edtf)
    assert citations.sentence(Citation("x", "document", "T", issued=period)) == f"T ({period.words})."
