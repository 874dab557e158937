"""Citations as CSL-JSON, held against its published schema and set by a citation processor."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from tests.periods import ACCEPTED
from validation.language import periods
from validation.model import citations
from validation.model.citations import Citation, Visit
from validation.model.names import Name, organization, person
from validation.model.register import Register
from validation.packing import csl

VENDOR = Path(__file__).parent / "vendor"
SCHEMA = Draft7Validator(json.loads((VENDOR / "csl-data.json").read_text(encoding="utf-8")))
TODAY = Visit("https://bees.example", periods.read("2026-11-26"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def faults(items: list[dict[str, Any]]) -> list[str]:
    """What the schema has against the items."""
    return [error.message for error in SCHEMA.iter_errors(items)]


def bibliography(items: list[dict[str, Any]]) -> list[str]:
    """The items as a citation processor sets them."""
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        made.register(Cited([CitationItem(item["id"])]))
    return [" ".join(str(entry).split()) for entry in made.bibliography()]


def test_the_schema_is_unmodified() -> None:
    listed = (VENDOR / "VENDORED.md").read_text(encoding="utf-8")
    ((name, sha256),) = re.findall(r"/([\w.-]+\.json) .* ([0-9a-f]{64}) \|$", listed, re.MULTILINE)
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == sha256
    assert "MIT License" in (VENDOR / "csl-data.LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("collection", ["data", "real", "referring"])
@pytest.mark.parametrize("visit", [citations.NOWHERE, TODAY])
def test_every_citation_fits_the_schema(request: pytest.FixtureRequest, collection: str, visit: Visit) -> None:
    register = request.getfixturevalue(collection)
    assert faults(csl.items(citations.of_collection(register, visit))) == []
    for number in register.numbers.values():
        assert faults(csl.items(citations.of_number(register, number, visit))) == []


@given(TEXTS, TEXTS, TEXTS, ACCEPTED)
def test_any_citation_fits_the_schema(title: str, family: str, given: str, date: str) -> None:
    name, when = Name(given, family=family, given=given, particle=given, suffix=family), periods.read(date)
    cited = Citation("x", "document", title, (name, organization(title)), when, given, family, when, "en", family)
    more = replace(cited, license=title, version=given, note=title, annotation=family)
    assert faults(csl.items([cited, more])) == []


def test_a_processor_sets_a_person_with_a_particle_and_an_organization() -> None:
    letter = Citation(
        "letter",
        "document",
        "A Letter on Bees",
        (person("van den Berg, Jr., Ann"), organization("Bee Office, Ash Valley")),
        periods.read("2022-03-01"),
        url="https://bees.example/2",
        accessed=periods.read("2024-05-31"),
    )
    (said,) = bibliography(csl.items([letter]))
    assert said.startswith("van den Berg, A., Jr. and Bee Office, Ash Valley (2022)")
    assert "A Letter on Bees" in said
    assert "https://bees.example/2" in said
    assert "May 31, 2024" in said


def test_a_processor_sets_what_has_no_date() -> None:
    (said,) = bibliography(csl.items([Citation("x", "reference", "Bee census", (organization("Bee Office"),))]))
    assert said.startswith("Bee Office (no date)")


def test_a_processor_sets_a_calculated_number(data: Register) -> None:
    number = data.derived["honey-before"]
    whole, source = bibliography(csl.items(citations.of_number(data, number, TODAY)))
    assert "Bees of the Ash Valley" in whole
    assert "https://bees.example/observations/honey-before" in whole
    assert "November 26, 2026" in whole
    assert "The Honey Year" in source
    assert "2022" in source


def issued(date: str) -> dict[str, Any]:
    cited = Citation("x", "document", "T", issued=periods.read(date), accessed=periods.read(date))
    item = csl.items([cited])[0]
    assert item["accessed"] == item["issued"]
    return item["issued"]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2024-04-24", {"date-parts": [[2024, 4, 24]]}),
        ("2022-03", {"date-parts": [[2022, 3]]}),
        ("2022-XX", {"date-parts": [[2022]]}),
        ("2022-36", {"date-parts": [[2022]]}),
        ("2023/2024", {"date-parts": [[2023], [2024]]}),
        ("2022-33/2022-34", {"date-parts": [[2022]]}),
        ("2022~", {"date-parts": [[2022]], "circa": True}),
        ("2021/2022-03?", {"date-parts": [[2021], [2022, 3]], "circa": True}),
        ("-0043-03-15", {"date-parts": [[-44, 3, 15]]}),
        ("192X", {"literal": "1920s"}),
        ("18XX~", {"literal": "19th century", "circa": True}),
        ("192X/1941", {"literal": "1920s–1941"}),
    ],
)
def test_dates(date: str, said: dict[str, Any]) -> None:
    assert issued(date) == said


@given(ACCEPTED)
def test_every_period_is_a_csl_date(date: str) -> None:
    said, period = issued(date), periods.read(date)
    assert faults([{"id": "x", "type": "dataset", "issued": said}]) == []
    assert len(said.keys() & {"literal", "date-parts"}) == 1
    assert said.keys() <= {"circa", "literal", "date-parts"}
    for year, month, day in ((*parts, 1, 1)[:3] for parts in said.get("date-parts", ())):
        assert year != 0
        assert 1 <= month <= 12
        assert 1 <= day <= 31
    assert ("circa" in said, "literal" in said) == (period.approximate, period.coarse)


def test_an_item_holds_what_is_known_alone() -> None:
    people = (organization("Office"), person("Ann van den Berg, Jr."), person("王伟"))
    full = Citation("x", "reference", "T", people, url="https://a.example", license="CC0-1.0", annotation="Line 3.")
    full = replace(full, pages=("3", "12"))
    assert csl.items([full, Citation("y", "collection", "U", version="1 (data 0)")]) == [
        {
            "id": "x",
            "type": "dataset",
            "title": "T",
            "author": [
                {"literal": "Office"},
                {"family": "Berg", "given": "Ann", "non-dropping-particle": "van den", "suffix": "Jr."},
                {"family": "王伟"},
            ],
            "URL": "https://a.example",
            "page": "3, 12",
            "annote": "Line 3.",
            "custom": {"license": "CC0-1.0"},
        },
        {"id": "y", "type": "dataset", "title": "U", "version": "1 (data 0)"},
    ]
