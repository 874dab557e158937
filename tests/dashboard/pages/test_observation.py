"""The page of one number."""

from __future__ import annotations

import pytest

from dashboard.pages import observation
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import text


def shown(data: Snapshot, name: str) -> str:
    return html_text(observation.layout(data, observation_id=name))


def test_the_number_stands_large_in_its_words(bees: Snapshot) -> None:
    html = shown(bees, "hives-report")
    heading = html.split("<h1")[1].split("</h1>")[0]
    assert text(f"<h1{heading}") == "almost 4,000 hives"
    assert "mark-nearly" in heading
    assert "“took in <mark>almost 4,000 hives</mark> before”" in html
    assert 'href="/sources/honey-year?at=hives-report"' in html
    assert "Verified" in html
    assert observation.title(bees, "hives-report") == "Hives before winter: almost 4,000 hives"


def test_without_its_document_it_says_how_to_add_it(bees_alone: Snapshot) -> None:
    html = shown(bees_alone, "hives-report")
    assert "Not verified here" in html
    assert "into the seeds folder as <code>report.txt</code>" in html


def test_it_shows_accounts_checks_and_neighbors(bees: Snapshot) -> None:
    words = text(shown(bees, "hives-report"))
    assert "4,215 is not below 4,000." in words
    assert "Disputed 4,215" in words
    assert "The census has more than 4,000." in words
    assert "Next in the document 12.5%" in words
    assert "Previous in the document" not in words


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("hives-report", None, "honey-growth-report"),
        ("honey-growth-report", "hives-report", "honey-report"),
        ("losses-letter", "honey-letter", "meadow-area-letter"),
        ("meadow-area-letter", "losses-letter", None),
    ],
)
def test_neighbors_are_those_in_the_document(bees: Snapshot, name: str, before: str | None, after: str | None) -> None:
    found = observation.neighbors(bees.register, bees.register.numbers[name])
    assert [number and number.id for number in found] == [before, after]


def test_it_is_cited_by_its_source(bees: Snapshot) -> None:
    html = shown(bees, "honey-report")
    assert 'href="/cite/honey-report.bib"' in html
    assert 'data-copy="The Honey Year (2022). States Honey yield, Ash Valley, 2021: “96 tonnes”, in the ' in html
    assert f"In: Bees of the Ash Valley, version 1.0.0 (data {bees.version})." in html


def test_a_number_of_a_reference_has_no_passage_to_verify(bees: Snapshot) -> None:
    words = text(shown(bees, "hives-census"))
    assert "Bee census , Table 1" in words
    assert "SHA-256" not in words
    assert "Next in the document" not in words


def test_a_calculated_number_shows_its_arithmetic(real: Snapshot) -> None:
    derivation = next(iter(real.register.derived))
    html = shown(real, derivation)
    assert "How it was calculated" in html
    assert '<ol class="working">' in html
    assert f'href="/cite/{derivation}.bib"' in html
    assert "Calculated, not stated by a source: " in text(html)


def test_nothing_has_an_unknown_id(bees: Snapshot) -> None:
    with pytest.raises(Unknown) as refused:
        shown(bees, "hives-rapport")
    assert refused.value.nearest[0] == "hives-report"
