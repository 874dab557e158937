"""What a document and a reference have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.validation.rules.asking import add, change, said
from validation.rules import source
from validation.rules.catalog import RULES
from validation.vocabulary import WARNING

OFFICE = {"source_id": "office", "kind": "reference", "title": "Statistics", "accessed": "2024-05-31"}
DOCUMENT = {"kind": "document", "characters": "7", "body_end": "7", "file": "a.txt"}
ADDRESS = {"url": "https://office.example/bees"}


@pytest.mark.parametrize(
    ("cells", "messages"),
    [
        (ADDRESS, []),
        ({}, ["url must be there for a reference"]),
        ({**ADDRESS, "sha256": "0" * 64}, ["sha256 must be empty for a reference"]),
        (DOCUMENT, ["sha256 must be there for a document"]),
        ({**DOCUMENT, "sha256": "0" * 64, "body_end": ""}, []),
        ({**ADDRESS, "body_end": "7"}, ["body_end must be empty for a reference"]),
    ],
)
def test_a_source_has_what_its_kind_needs(bees, cells, messages):
    add(bees, "sources", OFFICE | cells)
    assert said(source.sources_fit_their_kind, bees) == messages


def test_what_is_inferred_is_a_column(bees):
    change(bees, "sources", "honey-year", inferred="title publishd")
    assert said(source.inferred_names_columns, bees) == ['inferred must name columns of this table, not "publishd"']


def test_a_file_is_one_sources(bees):
    change(bees, "sources", "letter-on-bees", file="report.txt")
    assert said(source.files_are_used_once, bees) == [
        'file must belong to one source, but "report.txt" is another\'s too'
    ]


def test_a_source_has_a_name_of_its_own(bees):
    change(bees, "sources", "letter-on-bees", short_name="The Honey Year")
    assert said(source.names_are_told_apart, bees) == [
        'short_name must tell the source from the others, but "The Honey Year" is another\'s too'
    ]


@pytest.mark.parametrize(
    ("author", "kind", "found"), [("Bee Office", "", 1), ("Bee Office", "organization", 0), ("", "", 0)]
)
def test_of_an_author_it_is_said_whether_it_is_a_person(bees, author, kind, found):
    change(bees, "sources", "honey-year", author=author, author_kind=kind)
    message = "author_kind must say whether the author is a person or an organization"
    assert said(source.names_are_told_apart, bees) == [message] * found


ONE = ["Ann Lee", "Li, Wei", "van den Berg, Ann", "van den Berg, Ann Mary", "King, Martin Luther, Jr.", "Larin, V. L."]
ONE += [
    "King Jr., Martin Luther",
    "Ann Lee, Ph.D.",
    "J. P. Lee",
    "Vargas Llosa, Mario",
    "Ó Dálaigh, Aonghus",
]
PERHAPS = ["Ann Lee, Bo Chen", "García Márquez, Gabriel José", "van den Berg Smit, Ann Mary"]
SEVERAL = [
    "V. Larin, L. Larina",
    "Ann Lee, Bo Chen, Cy Day",
    "J.-P. Lee, Ann",
    "Я. Ли, Ю. Чен",
]


@pytest.mark.parametrize("author", [*ONE, "; ".join(ONE)])
def test_a_comma_may_stand_behind_a_family_name(bees, author):
    change(bees, "sources", "honey-year", author=author, author_kind="person")
    assert said(source.people_are_separated, bees) == []


@pytest.mark.parametrize("author", [*SEVERAL, "Li, Wei; A. Lee, B. Chen"])
def test_a_comma_separates_no_people(bees, author):
    change(bees, "sources", "honey-year", author=author, author_kind="person")
    assert said(source.people_are_separated, bees) == [
        f'author must have a semicolon between two people, not a comma: "{author}"'
    ]
    change(bees, "sources", "honey-year", author_kind="organization")
    assert said(source.people_are_separated, bees) == []


@pytest.mark.parametrize("author", PERHAPS)
def test_two_names_that_may_be_one_person_s_are_worth_a_look(bees, author):
    change(bees, "sources", "honey-year", author=author, author_kind="person")
    assert said(source.people_are_separated, bees) == [
        f'author must have a semicolon where these are two people: "{author}"'
    ]
    assert RULES["source/people"].level == WARNING


WORD = st.from_regex(r"[A-ZÄÖ][a-zäö]{3,9}", fullmatch=True)
INITIAL = st.from_regex(r"[A-ZÄÖ]\.", fullmatch=True)
PEOPLE = st.lists(st.tuples(WORD | INITIAL, WORD).map(" ".join), min_size=2, max_size=5)


@given(PEOPLE)
@pytest.mark.long
def test_people_by_their_given_names_are_told_from_one(names: list[str]) -> None:
    parts = source._parts(", ".join(names))
    assert source._are_several(parts) or source._may_be_two(parts)
    assert not any(source._are_several([name]) or source._may_be_two([name]) for name in names)


@given(WORD, st.lists(WORD | INITIAL, min_size=1, max_size=3).map(" ".join), st.sampled_from(["", ", Jr.", ", III"]))
@pytest.mark.long
def test_one_person_by_the_family_name_is_one(family: str, given_names: str, suffix: str) -> None:
    parts = source._parts(f"{family}, {given_names}{suffix}")
    assert not source._are_several(parts)
    assert not source._may_be_two(parts)
