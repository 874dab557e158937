"""What is cited for a number: who states or calculates it, what it says and where, and the collection."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import collection, registers
from tests.edits import part_pages, rows_of
from tests.periods import ACCEPTED
from validation.language import periods
from validation.model import citations
from validation.model.citations import Citation, Visit
from validation.model.names import Name, organization, person
from validation.model.register import Register, load
from validation.model.subjects import Source

BERG = Name("Ann van den Berg", family="Berg", given="Ann", particle="van den")
HOME = "https://bees.example"
TODAY = Visit("http://127.0.0.1:8050/bees", periods.read("2026-11-26"))


@pytest.fixture(scope="module")
def referring(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return registers.referring(tmp_path_factory.mktemp("bees"))


@pytest.fixture(scope="module")
def calculating(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(*registers.write(tmp_path_factory.mktemp("bees")))


def source_of(register: Register, name: str) -> Citation:
    return citations.of_number(register, register.numbers[name])[0]


def told(register: Register, name: str, visit: Visit = TODAY) -> str:
    return citations.number_sentence(register, register.numbers[name], visit)


def test_a_number_is_cited_with_its_words_and_its_place(bees: Register) -> None:
    number = bees.observations["hives-letter"]
    source, whole = citations.of_number(bees, number)
    assert (source.id, source.kind, source.title) == ("hives-letter", "document", "A Letter on Bees")
    assert source.note == (
        "States Hives before winter, Ash Valley, 2021: “Around 4,600 hives”, "
        "in the passage “Around 4,600 hives stood in”."
    )
    assert source.annotation == (
        f"Characters {number.start} to {number.end} of the text with SHA-256 {number.source.sha256}."
    )
    assert whole == Citation(
        f"bees-{bees.version}-hives-letter",
        "collection",
        "Bees of the Ash Valley",
        version=f"1.0.0 (data {bees.version})",
        note="Hives before winter, Ash Valley, 2021: as stated by its source.",
    )


def test_a_number_is_cited_with_its_page(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    part_pages(datasets, seeds, "report.txt", "honey-year")
    register = load(datasets, None)
    source = source_of(register, "hives-report")
    assert source.pages == ("2",)
    assert source.note.endswith("before” (p. 2).")
    assert source_of(register, "hives-letter").pages == ()


def test_a_number_in_words_ends_in_its_page_and_the_day(bees: Register) -> None:
    assert told(bees, "hives-letter") == (
        "A Letter on Bees (March 2022). States Hives before winter, Ash Valley, 2021: “Around 4,600 hives”, "
        "in the passage “Around 4,600 hives stood in”. "
        f"In: Bees of the Ash Valley, version 1.0.0 (data {bees.version}), "
        "http://127.0.0.1:8050/bees/observations/hives-letter, read November 26, 2026."
    )
    nowhere = told(bees, "hives-letter", citations.NOWHERE)
    assert nowhere.endswith(f"stood in”. In: Bees of the Ash Valley, version 1.0.0 (data {bees.version}).")


def test_a_passage_that_is_the_number_is_quoted_once(tmp_path: Path) -> None:
    datasets, _ = collection.write(tmp_path)
    with rows_of(datasets, "observations") as rows:
        next(row for row in rows if row["observation_id"] == "hives-letter")["quote"] = "Around 4,600 hives"
    assert source_of(load(datasets, None), "hives-letter").note.endswith(", 2021: “Around 4,600 hives”.")


def test_a_calculated_number_is_cited_as_the_collection_s(calculating: Register) -> None:
    number = calculating.derived["honey-before"]
    whole, source = citations.of_number(calculating, number, TODAY)
    assert (whole.id, whole.kind, whole.url) == (
        "honey-before",
        "collection",
        "http://127.0.0.1:8050/bees/observations/honey-before",
    )
    assert whole.note == (
        "Calculated, not stated by a source: Honey yield, Ash Valley: 85.3 t, from a ÷ (1 + b ÷ 100), where "
        "a is “96 tonnes” (Honey yield, Ash Valley, 2021; The Honey Year) and "
        "b is “12.5%” (Growth of the honey yield, Ash Valley, 2021; The Honey Year)."
    )
    assert (source.id, source.kind, source.title) == ("honey-before-honey-year", "document", "The Honey Year")
    assert source.note == (
        "States Honey yield, Ash Valley, 2021: “96 tonnes”, in the passage “12.5% to 96 tonnes in”. "
        "States Growth of the honey yield, Ash Valley, 2021: “12.5%”, in the passage “Honey yield rose 12.5% to”."
    )
    assert source.annotation.count("SHA-256") == 2


def test_a_calculated_number_in_words(calculating: Register) -> None:
    words = told(calculating, "honey-before")
    assert words.startswith("Calculated, not stated by a source: Honey yield, Ash Valley: 85.3 t, from a ÷ ")
    assert words.endswith(
        f"The Honey Year). In: Bees of the Ash Valley, version 1.0.0 (data {calculating.version}), "
        "http://127.0.0.1:8050/bees/observations/honey-before, read November 26, 2026."
    )


def test_every_source_of_a_calculated_number_is_cited_once(tmp_path: Path) -> None:
    datasets, seeds = registers.write(tmp_path)
    with rows_of(datasets, "derivations") as rows:
        rows[0]["formula"] = "[honey-report] + [honey-letter] + [honey-report] * 2"
    register = load(datasets, seeds)
    whole, *sources = citations.of_number(register, register.derived["honey-before"])
    assert "from a + b + a × 2, where a is “96 tonnes” (" in whole.note
    assert [source.title for source in sources] == ["The Honey Year", "A Letter on Bees"]


def test_there_are_letters_for_any_number_of_parts() -> None:
    letters = [citations._letter(index) for index in range(1000)]
    assert letters[:2] == ["a", "b"]
    assert letters[25:27] == ["z", "a1"]
    assert len(set(letters)) == 1000


def test_a_source_says_what_is_not_its_own(referring: Register) -> None:
    letter = citations.of_source(referring.sources["letter-on-bees"])
    assert letter.note == "Supplied here, not stated by the source: title, date."
    assert letter.issued == periods.read("2022-03")


def test_a_source_is_cited_by_its_printed_title_never_by_its_short_name(tmp_path: Path) -> None:
    datasets, seeds = registers.write(tmp_path)
    with rows_of(datasets, "sources") as rows:
        for row in rows:
            row |= {"short_name": f"Short {row['source_id']}", "inferred": "short_name author_kind published"}
    register = load(datasets, seeds)
    for number in register.numbers.values():
        words = told(register, number.id)
        assert number.is_own or number.source.title in words
        assert "Short" not in words
        assert "short name" not in words
        assert "kind" not in words
    assert source_of(register, "hives-letter").note.endswith("Supplied here, not stated by the source: date.")


def test_a_reference_is_cited_by_its_address(referring: Register) -> None:
    source = source_of(referring, "hives-report")
    assert (source.kind, source.url) == ("reference", "https://bees.example/1")
    assert source.note.endswith("“almost 4,000 hives”, in the passage “took in almost 4,000 hives before” (table 3).")
    assert source_of(referring, "meadows-report").note.endswith(": “a dozen” (table 3).")


@pytest.fixture
def unprinted(tmp_path: Path) -> Register:
    """The bees of whose numbers nothing is printed in a text that is known."""
    datasets, _ = collection.write(tmp_path)
    with rows_of(datasets, "observations") as rows:
        for row in rows:
            row |= {"printed": "", "quote": "", "start": "", "end": "", "locator": "table 3"}
            row["value"] = "4612345" if row["observation_id"] == "hives-letter" else row["value"]
    return load(datasets, None)


def test_what_no_source_prints_is_not_quoted(unprinted: Register) -> None:
    source = source_of(unprinted, "hives-letter")
    assert source.note == "States Hives before winter, Ash Valley, 2021: about 4,612,345 hives (table 3)."
    assert source.annotation == ""
    for number in unprinted.observations:
        words = told(unprinted, number.id)
        assert not set("“”\N{NO-BREAK SPACE}") & set(words)


def test_no_citation_ends_twice_or_has_a_checksum(calculating: Register) -> None:
    for number in calculating.numbers.values():
        words = told(calculating, number.id)
        assert words.endswith("read November 26, 2026.")
        assert not [wrong for wrong in ("..", "?.", " .", "  ", "SHA-256", "\N{NO-BREAK SPACE}") if wrong in words]


def test_people_have_a_family_name_and_others_a_name(referring: Register) -> None:
    _, report, letter = citations.of_collection(referring)
    assert report.authors == (organization("Bee Office"),)
    assert letter.authors == (BERG, person("Li, Wei"))
    assert citations.sentence(letter).startswith("Ann van den Berg; Wei Li (March 2022). A Letter on Bees. ")


@pytest.mark.parametrize(
    ("kind", "author", "name"),
    [("person", "Bee Office", person("Bee Office")), ("organization", "Li, Wei", organization("Li, Wei"))],
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
            (organization("Ann"),),
            "CC0-1.0",
        ),
        (
            {
                "contributors": [
                    {"title": "A. B.", "givenName": "Ann", "familyName": "Berg"},
                    {"organization": "Office"},
                ]
            },
            (Name("Ann Berg", family="Berg", given="Ann"), organization("Office")),
            "",
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
    assert (cited.issued, cited.version) == (None, f"data {bees.version}")
    assert bees.version in cited.id


def test_the_collection_was_made_when_its_descriptor_says(bees: Register) -> None:
    cited = citations.of_whole(registers.described(bees, {"created": "2026-11-26T12:00:00Z", "title": "Bees"}))
    assert citations.sentence(cited) == f"Bees (November 26, 2026). Data {bees.version}. {citations.AS_STATED}"


@pytest.mark.parametrize(
    ("about", "visit", "url", "read"),
    [
        ({}, citations.NOWHERE, "", ""),
        ({}, TODAY, "http://127.0.0.1:8050/bees{}", "November 26, 2026"),
        ({"homepage": HOME}, citations.NOWHERE, f"{HOME}{{}}", ""),
        ({"homepage": f"{HOME}/"}, TODAY, f"{HOME}{{}}", "November 26, 2026"),
    ],
)
def test_the_collection_s_home_goes_before_where_it_is_read(
    bees: Register, about: Mapping[str, Any], visit: Visit, url: str, read: str
) -> None:
    register = registers.described(bees, about)
    cited = [citations.of_whole(register, visit), citations.of_collection(register, visit)[0]]
    page = citations.of_number(register, register.observations["hives-letter"], visit)[-1]
    assert [one.url for one in (*cited, page)] == [
        url.format(""),
        url.format(""),
        url.format("/observations/hives-letter"),
    ]
    assert {one.accessed.words if one.accessed else "" for one in (*cited, page)} == {read}


def test_a_source_keeps_the_day_it_was_read_itself(referring: Register) -> None:
    number = referring.observations["hives-letter"]
    assert citations.of_number(referring, number, TODAY)[0] == citations.of_number(referring, number)[0]


def test_a_citation_in_words() -> None:
    issued, read = periods.read("2022-03"), periods.read("2024-05-31")
    people = (person("Ann Berg"), organization("Office"))
    cited = Citation("x", "document", "Why?", people, issued, "Press", "https://a.example", read)
    assert citations.sentence(cited) == (
        "Ann Berg; Office (March 2022). Why? Press. https://a.example, read May 31, 2024."
    )
    unnamed = Citation("x", "document", "Bees", issued=periods.read("197X"))
    assert citations.sentence(unnamed) == "Bees (the 1970s)."
    assert citations.sentence(Citation("x", "collection", "Bees", version="1 (data 0)")) == "Bees. Version 1 (data 0)."
    suffixed = Citation("x", "document", "“Why bees?”", (person("Ann Berg, Jr."),))
    assert citations.sentence(suffixed) == "Ann Berg Jr. “Why bees?”"


@given(ACCEPTED)
def test_every_period_is_said_in_words(edtf: str) -> None:
    period = periods.read(edtf)
    assert citations.sentence(Citation("x", "document", "T", issued=period)) == f"T ({period.words})."


@given(st.text("ab.?!", min_size=1), st.text("ab.", min_size=1))
def test_no_part_of_a_sentence_ends_twice(title: str, publisher: str) -> None:
    words = citations.sentence(Citation("x", "document", f"A\N{NO-BREAK SPACE}{title}", publisher=publisher))
    stop = "" if title[-1] in ".?!" else "."
    end = "" if publisher[-1] == "." else "."
    assert words == f"A {title}{stop} {publisher}{end}"
