"""Passages as HTML, and where they lead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.sections import passages
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import links, text
from validation.model import events
from validation.vocabulary import HERE, OF_REFERENCE, PRESENCES, REFERENCE


def test_a_quote_marks_its_number_and_leads_to_its_document(data: Snapshot) -> None:
    html = html_text(passages.quote(data.register.numbers["hives-report"]))
    assert "took in <mark>almost 4,000 hives</mark> before" in html
    assert links(html) == ["/sources/honey-year?at=hives-report"]


def test_a_passage_says_its_page(data: Snapshot) -> None:
    number = replace(data.register.numbers["hives-report"], locator="p. 12")
    assert text(html_text(passages.quote(number))).endswith("The Honey Year, p. 12")
    assert passages.paged(number) == ["Page 12. "]
    assert passages.paged(data.register.numbers["hives-report"]) == []


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
    number = data.register.numbers[name]
    assert html_text(passages.beside(number)) == f'<span class="excerpt by-document" dir="auto">{quote}</span>'
    assert f'<p dir="auto">{quote}</p>' in html_text(passages.large(number))


def test_a_dating_marks_its_date(data: Snapshot) -> None:
    html = html_text(passages.dating(events.datings(data.register)["first-mite-letter"]))
    assert "mite came in <mark>1979</mark>" in html
    assert links(html) == ["/sources/letter-on-bees?at=first-mite-letter"]


def test_a_passage_says_what_became_of_it(data: Snapshot, alone: Snapshot) -> None:
    words = [text(html_text(passages.verified(one.register.numbers["hives-report"]))) for one in (data, alone)]
    assert words[0] == f"{PRESENCES[HERE].words}."
    assert words[1].startswith("i Not verified here")
    assert "report.txt" in html_text(passages.how_to_add(alone.register.sources["honey-year"]))


def test_nothing_became_of_a_reference_s_passage(data: Snapshot) -> None:
    assert passages.verified(replace(data.register.numbers["hives-report"], evidence=OF_REFERENCE)) == []


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({}, "A Letter , no author named, March 2022."),
        ({"author": "Ann Li", "inferred": ("published",)}, "A Letter , Ann Li, March 2022 (inferred)."),
        ({"author": "Ann Li", "inferred": ("author",)}, "A Letter , Ann Li (inferred), March 2022."),
        ({"kind": REFERENCE, "publisher": "Bee Office", "published": None}, "A Letter , Bee Office."),
        ({"kind": REFERENCE, "publisher": "A Letter"}, "A Letter , March 2022."),
    ],
)
def test_a_byline_says_who_and_when_and_what_is_inferred(data: Snapshot, about: dict[str, Any], words: str) -> None:
    source = replace(data.register.sources["letter-on-bees"], short_name="A Letter", inferred=())
    assert text(html_text(passages.byline(replace(source, **about)))) == words


def test_a_number_is_told_by_a_document_a_reference_or_nobody(data: Snapshot) -> None:
    number, sum_ = data.register.numbers["hives-report"], data.register.derived["honey-before"]
    reference = replace(number, source=replace(number.source, kind=REFERENCE))
    of_references = replace(sum_, operands=(reference,))
    told = [passages.voice(one) for one in (number, reference, sum_, of_references)]
    assert told == ["by-document", "by-reference", "by-document by-calculation", "by-reference by-calculation"]
    assert html_text(passages.figure(number)) == (
        '<a class="figure by-document" href="/observations/hives-report">almost 4,000\N{NO-BREAK SPACE}hives</a>'
    )


def test_only_a_document_that_is_here_is_opened(data: Snapshot, alone: Snapshot) -> None:
    opened = [passages.opened(one, one.register.numbers["hives-report"]) for one in (data, alone)]
    assert opened == ["/sources/honey-year?at=hives-report", "/observations/hives-report"]
    assert passages.opened(data, data.register.derived["honey-before"]) == "/observations/honey-before"


def test_a_name_says_what_where_and_when(data: Snapshot) -> None:
    numbers = data.register.numbers
    assert passages.name(numbers["honey-report"]) == "Honey yield · Ash Valley · 2021"
    assert passages.name(numbers["meadows-report"]) == "Meadows · Ash Valley · period not stated"
    assert passages.name(numbers["hives-both"]) == "Hives before winter · Ash Valley"
