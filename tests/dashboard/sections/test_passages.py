"""Passages as HTML, and where they lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.sections import passages
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import links, text
from validation.model import events


def test_a_quote_marks_its_number_and_leads_to_its_document(data: Snapshot) -> None:
    html = html_text(passages.quote(data.register.numbers["hives-report"]))
    assert "took in <mark>almost 4,000 hives</mark> before" in html
    assert links(html) == ["/sources/honey-year?at=hives-report"]


def test_a_number_without_a_quote_has_its_place(data: Snapshot) -> None:
    number = replace(data.register.numbers["hives-report"], quote="", locator="table 3")
    assert text(html_text(passages.quote(number))) == "The Honey Year , table 3"
    assert html_text(passages.beside(number)) == "<span>table 3</span>"


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("hives-report", "“took in <mark>almost 4,000 hives</mark> before”"),
        ("swarms-lost-report", "“<mark>At most 6 swarms</mark> were lost”"),
        ("honey-report", "“12.5% to <mark>96 tonnes</mark> in”"),
    ],
)
def test_the_number_is_marked_with_its_qualifier(data: Snapshot, name: str, quote: str) -> None:
    assert html_text(passages.beside(data.register.numbers[name])) == f"<span>{quote}</span>"


def test_a_dating_marks_its_date(data: Snapshot) -> None:
    html = html_text(passages.dating(events.datings(data.register)["first-mite-letter"]))
    assert "mite came in <mark>1979</mark>" in html
    assert links(html) == ["/sources/letter-on-bees?at=first-mite-letter"]


def test_a_passage_says_what_became_of_it(data: Snapshot, alone: Snapshot) -> None:
    words = [text(html_text(passages.verified(one.register.numbers["hives-report"]))) for one in (data, alone)]
    assert words[0] == "✓ Verified The document has these words at this place."
    assert words[1].startswith("i Not verified here")
    assert "report.txt" in html_text(passages.how_to_add(alone.register.sources["honey-year"]))


def test_only_a_document_that_is_here_is_opened(data: Snapshot, alone: Snapshot) -> None:
    opened = [passages.opened(one, one.register.numbers["hives-report"]) for one in (data, alone)]
    assert opened == ["/sources/honey-year?at=hives-report", "/observations/hives-report"]
    assert passages.opened(data, data.register.derived["honey-before"]) == "/observations/honey-before"


def test_a_name_says_what_where_and_when(data: Snapshot) -> None:
    numbers = data.register.numbers
    assert passages.name(numbers["honey-report"]) == "Honey yield · Ash Valley · 2021"
    assert passages.name(numbers["meadows-report"]) == "Meadows · Ash Valley · period not stated"
    assert passages.name(numbers["hives-both"]) == "Hives before winter · Ash Valley"
