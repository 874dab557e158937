"""The page of one number."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.pages import observation
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from tests.dashboard.pages.shown import text
from validation.vocabulary import CALCULATED


def shown(data: Snapshot, name: str) -> str:
    return html_text(observation.layout(data, observation_id=name))


def part(html: str, tag: str) -> str:
    """The first element of a tag."""
    found = re.search(rf"<{tag}\b.*?</{tag}>", html, re.DOTALL)
    assert found
    return found[0]


def card(html: str, title: str) -> str:
    """What stands in the card of a title, in words."""
    _, _, rest = html.partition(f">{title}</h2>")
    return text(rest.partition('<h2 class="card-title"')[0].partition("<section")[0])


def test_what_when_and_who_stand_over_the_number_and_the_verdict_under_it(bees: Snapshot) -> None:
    html = shown(bees, "hives-report")
    head = text(html.partition('class="evidence"')[0])
    assert head.startswith(
        "Findings Colonies Hives before winter , Ash Valley, 2021 , by The Honey Year almost 4,000 hives"
    )
    assert "almost 4,000 hives Disputed . Bee census has 4,215 hives for 2021 . The census has more than 4,000." in head
    assert "<strong>2021</strong>, by " in html
    assert observation.title(bees, "hives-report") == "Hives before winter: almost 4,000\N{NO-BREAK SPACE}hives"


def test_a_passage_on_a_page_says_which(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.part_pages(datasets, seeds, "report.txt", "honey-year")
    for folder in (seeds, None):
        assert " Page 3. " in card(shown(load(datasets, folder), "markets-report"), "The passage")


def test_a_preview_of_its_link_says_number_teller_and_verdict(bees: Snapshot, real: Snapshot) -> None:
    assert observation.summary(bees, "hives-report").replace("\N{NO-BREAK SPACE}", " ") == (
        "Hives before winter · Ash Valley · 2021: almost 4,000 hives, by The Honey Year. Disputed."
    )
    assert observation.summary(bees, "hives-census").endswith(", by Bee census.")
    assert observation.summary(real, next(iter(real.register.derived))).endswith(", calculated.")


def test_the_reference_that_gives_the_verdict_is_first_and_the_others_are_folded(bees: Snapshot) -> None:
    head = shown(bees, "hives-report").partition('class="evidence"')[0]
    first, _, others = head.partition("<details")
    assert "/observations/hives-census" in first
    assert "/observations/hives-guess" not in first
    assert text(f"<details{others}").startswith(
        "1 more reference Matches public statistics . Bee census has about 3,900"
    )


@pytest.mark.parametrize(
    ("name", "voice", "number"),
    [
        ("hives-report", "by-document", "almost 4,000 hives"),
        ("mite-treatment-report", "by-document", "two thirds"),
        ("hives-census", "by-reference", "4,215 hives reference"),
    ],
)
def test_the_number_says_who_tells_it(bees: Snapshot, name: str, voice: str, number: str) -> None:
    html = shown(bees, name)
    assert text(part(html, "h1")) == number
    assert f'class="page number-page {voice}"' in html


def test_its_passage_is_marked_and_can_be_read_cited_and_handed_on(bees: Snapshot) -> None:
    html = shown(bees, "hives-report")
    assert "“took in <mark>almost 4,000 hives</mark> before”" in html
    assert '<a class="button action first" href="/sources/honey-year?at=hives-report">Read it in the document' in html
    assert 'data-link="/observations/hives-report"' in html
    cited = re.findall('href="(/cite/.+?)"', html)
    assert cited == ["/cite/hives-report.bib", "/cite/hives-report.json"]


def test_a_checksum_stands_behind_place_and_checksum_alone(bees: Snapshot) -> None:
    html, checksum = shown(bees, "hives-report"), bees.register.sources["honey-year"].sha256
    assert html.count(checksum) == 1
    assert checksum in html.partition("Place and checksum")[2].partition("</details>")[0]


def test_without_its_document_it_says_how_to_add_it(bees_alone: Snapshot) -> None:
    html = shown(bees_alone, "hives-report")
    assert "Not verified here" in html
    assert "into the seeds folder as <code>report.txt</code>" in html


def test_what_it_means(bees: Snapshot) -> None:
    words = card(shown(bees, "hives-report"), "What it means")
    assert "When 2021 How precise “almost” sets a bound: less than 4,000 hives, but close to it." in words
    assert "Who says so The document; it names no source for the number" in words


def test_a_reference_is_opened_at_its_address_and_has_the_documents_beside_it(bees: Snapshot) -> None:
    html = shown(bees, "hives-census")
    assert '<a class="button action first" href="https://bees.example/census">Open its page</a>' in html
    assert "Table 1" in card(html, "The passage")
    assert "Beside documents" in html
    assert "around 4,600 hives 2021, A Letter on Bees Matches public statistics" in text(html)
    assert "SHA-256" not in html
    assert "Next in the document" not in html


def test_what_few_want_to_know_is_folded(bees: Snapshot) -> None:
    more = shown(bees, "hives-report").partition('id="more"')[2]
    folds = [text(summary) for summary in re.findall("<summary>(.*?)</summary>", more)]
    assert folds[0].startswith("Other accounts: Contradict")
    assert folds[-2:] == ["How precise is it?", "Take it away"]
    assert "4,215 is not below 4,000." in text(more)
    assert '<a href="/observations/hives-report.json">This number (JSON)</a>' in more


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
    words = text(shown(bees, name))
    assert [f"{side} in the document" in words for side in ("Previous", "Next")] == [bool(before), bool(after)]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("hives-report", "accounts/hives-census"),
        ("losses-report", "indicator/losses"),
        ("meadows-report", ""),
    ],
)
def test_it_is_drawn_among_accounts_with_a_reference_or_in_its_chart(bees: Snapshot, name: str, key: str) -> None:
    assert observation.drawn_in(bees, bees.register.numbers[name]) == key


def test_a_calculated_number_shows_its_arithmetic_in_place_of_a_passage(real: Snapshot) -> None:
    name = next(name for name, one in real.register.derived.items() if one.is_own and one.source.is_document)
    html = shown(real, name)
    assert text(part(html, "h1")).endswith(f" {CALCULATED.words.lower()}")
    assert 'class="page number-page by-document by-calculation"' in html
    assert ", from numbers of <a " in html
    assert '<ol class="working">' in html
    assert CALCULATED.meaning in card(html, "What it means")
    assert "The passage" not in html
    assert f'href="/cite/{name}.bib"' in html


def test_a_sum_of_one_source_says_so(real: Snapshot) -> None:
    name = next(name for name, one in real.register.derived.items() if one.is_sum)
    assert ", as a sum of numbers of <a " in shown(real, name)


def test_nothing_has_an_unknown_id(bees: Snapshot) -> None:
    with pytest.raises(Unknown) as refused:
        shown(bees, "hives-rapport")
    assert refused.value.nearest[0] == "hives-report"


def test_no_other_number_is_made_for_it(real: Snapshot) -> None:
    fresh = Snapshot(replace(real.register, releases={}))
    name = next(iter(fresh.register.observations)).id
    fresh = Snapshot(replace(real.register, releases={}))
    assert observation.find(fresh, name).id == name
    parts = {part for number in fresh.register.derived.values() for part in number.operands}
    assert len(fresh.register.observations._made) <= 1 + len(parts)
