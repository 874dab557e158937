"""What a document and a reference have."""

from __future__ import annotations

import pytest

from tests.validation.rules.asking import add, change, said
from validation.rules import source

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
