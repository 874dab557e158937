"""What a source states, in a row: who says it, its words with the number marked, where they can be read."""

from __future__ import annotations

import pytest

from dashboard.sections import statements
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests.dashboard.pages.conftest import write_checked
from tests.dashboard.pages.shown import links, text
from validation.model import events


@pytest.fixture(scope="module")
def bees(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*write_checked(tmp_path_factory.mktemp("bees")))


def row(data: Snapshot, name: str, place: int = 2) -> str:
    account = data.register.numbers.get(name) or events.datings(data.register)[name]
    return html_text(statements.row(data, account, place))


def test_a_document_s_number_is_marked_in_its_words(data: Snapshot) -> None:
    html = row(data, "hives-report")
    assert text(html) == "The Honey Year “took in almost 4,000 hives before” document, 2022 · read it in the document"
    assert '<a href="/observations/hives-report"><mark>almost 4,000 hives</mark></a>' in html
    assert links(html) == ["/observations/hives-report", "/sources/honey-year?at=hives-report"]
    assert 'class="account by-doc"' in html


def test_without_the_document_nobody_is_told_to_read_it(alone: Snapshot) -> None:
    assert text(row(alone, "hives-report")).endswith("document, 2022 · its passage")


def test_a_reference_s_number_has_its_place_there(bees: Snapshot) -> None:
    html = row(bees, "hives-guess")
    assert text(html) == "Bee census “ about 3,900 hives” reference · Table 1"
    assert 'class="account by-ref"' in html
    assert "/sources/bee-census?at=hives-guess" in links(html)


def test_a_number_that_is_not_quoted_stands_without_quotation_marks(bees: Snapshot) -> None:
    assert text(row(bees, "hives-census")) == "Bee census 4,215 reference · Table 1"


def test_a_calculated_number_leads_to_its_arithmetic(data: Snapshot) -> None:
    html = row(data, "hives-both")
    assert text(html) == "Calculated over about 600 hives how it is calculated · What the letter has more."
    assert links(html) == ["/observations/hives-both"]


def test_a_status_is_told(data: Snapshot) -> None:
    assert "document, 2022 · unverified report · read it" in text(row(data, "swarms-lost-report"))


def test_what_is_not_on_a_scale_says_what_it_comes_to_and_is_of(data: Snapshot) -> None:
    words = text(row(data, "meadow-area-letter", place=0))
    assert words.startswith("A Letter on Bees 5 km² “")
    assert "document, 2022 · Area of the meadows · period not stated · read it" in words


def test_a_dating_has_its_date_and_its_passage(data: Snapshot) -> None:
    html = row(data, "first-mite-letter")
    assert text(html).startswith("A Letter on Bees 1979 “mite came in 1979 ” document, 2022 · read it")
    assert links(html) == ["/sources/letter-on-bees?at=first-mite-letter"]
