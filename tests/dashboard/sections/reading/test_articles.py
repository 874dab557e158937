"""The article and its notes as HTML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.sections.reading import articles, legend
from dashboard.sections.reading.annotations import annotated
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from validation.vocabulary import EVENT, EXCLUDED, NOT_FOUND, NUMERAL_STATES, OUTCOMES, RECORDED


@pytest.fixture(scope="module")
def written(data: Snapshot) -> str:
    return html_text(articles.article(data, "honey-year", "honey-report", "en"))


def counted(data: Snapshot) -> list[tuple[str, str]]:
    """What the legend counts, and in which words."""
    return re.findall(r"<strong>(\d+)</strong> ([^<]+)", html_text(legend.legend(data.register, "honey-year")))


def words(html: str) -> str:
    return re.sub("<[^>]+>", "", html)


def test_the_article_is_there_to_its_last_sentence_and_no_further(written: str) -> None:
    assert "At most 6 swarms" in words(written)
    assert "Readers write" not in words(written)


def test_marks_say_what_they_are_with_the_words_that_qualify_them(written: str) -> None:
    assert 'aria-label="almost 4,000 hives, recorded: Hives before winter"' in written
    assert 'aria-label="12.5%, recorded: Growth of the honey yield"' in written
    assert 'aria-label="1888, date of an event: The association is founded"' in written
    assert 'aria-label="2021, left out: dates a number or a sentence"' in written
    assert 'href="/sources/honey-year?at=jar-price-report"' in written


def test_the_one_asked_for_is_marked_with_its_quote(written: str) -> None:
    current = re.findall(r'<a aria-current="true"[^>]+>', written)
    assert len(current) == 1
    assert 'data-of="honey-report"' in current[0]
    quoted = re.findall(r"<(?:a|span) [^>]*quoted[^>]*>([^<]+)", written)
    assert "".join(quoted) == "12.5% to 96 tonnes in"
    assert re.findall(r'<li class="note [^"]* current" data-note="([^"]+)"', written) == ["honey-report"]


def test_notes_lead_to_the_indicator_and_back(written: str) -> None:
    note = written[written.index('id="honey-report"') :]
    assert 'href="/indicators/honey"' in note
    assert 'href="/observations/honey-report"' in note
    assert 'class="back" data-of="honey-report" href="/sources/honey-year?at=honey-report"' in note
    assert 'href="/events/first-mite"' in written
    assert "Contradict" in written


def test_without_the_document_its_quotes_have_their_places(absent: Snapshot) -> None:
    html = html_text(articles.quotes(absent, "letter-on-bees", "", "en"))
    assert "Around " in html
    assert "Characters 18–45" in html
    assert "Not verified here" in html
    assert html.count("<blockquote>") == len(annotated(absent.register, "letter-on-bees"))


def test_the_legend_counts_what_is_marked(data: Snapshot, absent: Snapshot) -> None:
    for known in (data, absent):
        shown = html_text(legend.legend(known.register, "honey-year"))
        assert counted(known) == [("12", "numbers"), ("2", "dates"), ("1", "left out")]
        assert re.findall('spot spot-(.+?)"', shown) == ["recorded", "event", "excluded"]
        told = [NUMERAL_STATES[code].meaning for code in (RECORDED, EVENT, EXCLUDED)]
        assert re.findall('title="(.+?)"', shown) == told


def test_an_error_of_the_source_is_told_beside_it(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "first-mite-report", "stated": "1977", "correct": "1979", "reason": "The archive."})
    html = html_text(articles.article(load(datasets, seeds), "honey-year", "first-mite-report", "en"))
    assert "Erratum: “1977”, right is 1979" in html
    assert '<p dir="auto">The archive.</p>' in html


def test_what_the_document_has_wrong_is_marked_and_counted(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "first-mite-report", "stated": "1977", "correct": "1979", "reason": "The archive."})
    wrong = load(datasets, seeds)
    html = html_text(articles.article(wrong, "honey-year", "", "en"))
    assert re.findall('class="(spot [^"]*wrong)"', html) == ["spot spot-event wrong"]
    assert 'data-tip="date of an event: The first mite is found, wrong words"' in html
    assert ("1", "told wrong") in counted(wrong)


def test_it_is_said_beside_an_error_where_its_reference_leaves_doubt(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "sources") as rows:
        rows.append({"source_id": "office", "kind": "reference", "title": "Bee office", "confidence": "low"})
    with edits.rows_of(datasets, "errata") as rows:
        known = {"stated": "1977", "correct": "1979", "reason": "The archive.", "authority_id": "office"}
        rows.append({"target_id": "first-mite-report"} | known)
    html = html_text(articles.article(load(datasets, seeds), "honey-year", "", "en"))
    (signs,) = re.findall('<p class="tags">(.*?Erratum.*?)</p>', html)
    assert words(signs).endswith("low confidence")


def test_other_words_of_the_passage_that_are_wrong_have_no_red_sign(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "first-mite-report", "stated": "found", "correct": "seen", "reason": "The archive."})
    html = html_text(articles.article(load(datasets, seeds), "honey-year", "first-mite-report", "en"))
    assert "tag-error" not in html
    assert "Other words are wrong: “found”, right is seen. The archive." in html


def test_the_note_of_a_number_has_its_verdict(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "checks") as rows:
        row = {"observation_id": "honey-report", "reference_id": "", "verdict": NOT_FOUND, "explanation": "Unasked."}
        rows.append(row)
    html = html_text(articles.article(load(datasets, seeds), "honey-year", "honey-report", "en"))
    (line,) = re.findall('<p class="outcome-line">(.+?)</p>', html)
    assert words(line) == f"{OUTCOMES[NOT_FOUND].words}. Unasked."
    assert html.index('data-note="honey-report"') < html.index(line)


def test_pages_are_told_where_they_begin(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.part_pages(datasets, seeds, "report.txt", "honey-year")
    paged = load(datasets, seeds)
    html = html_text(articles.article(paged, "honey-year", "markets-report", "en"))
    assert re.findall(r'class="page-break"[^>]*>([^<]+)<', html) == ["Page 1", "Page 2", "Page 3"]
    assert html.index("Page 2") < html.index("almost 4,000 hives") < html.index("Page 3") < html.index("A survey")
    assert "page 3, characters" in html
    assert "page-break" not in html_text(articles.article(paged, "letter-on-bees", "", "en"))
    quoted = html_text(articles.quotes(load(datasets, None), "honey-year", "", "en"))
    assert "Page 2, characters" in quoted
