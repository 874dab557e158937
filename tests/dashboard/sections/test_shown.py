"""Passages, tags, tiles and comparisons as HTML."""

from __future__ import annotations

import pytest

from dashboard.sections import charts as drawings
from dashboard.sections import contrasts, known, passages, related, tags, tiles
from dashboard.sections.comparisons import with_any
from dashboard.state import facts
from dashboard.state.store import Snapshot
from dashboard.state.views import View
from dashboard.web.markup import html_text
from tests.dashboard.pages.shown import links, text


def test_a_quote_marks_its_number_and_leads_to_its_document(data: Snapshot) -> None:
    html = html_text(passages.quote(known.find(data, "hives-report")))
    assert "took in <mark>almost 4,000 hives</mark> before" in html
    assert links(html) == ["/sources/honey-year?at=hives-report"]


def test_a_number_without_a_quote_has_its_place(data: Snapshot) -> None:
    row = {**known.find(data, "hives-report"), "quote": "", "locator": "table 3"}
    assert text(html_text(passages.quote(row))) == "The Honey Year , table 3"
    assert html_text(passages.beside(row)) == "<span>table 3</span>"


def test_a_dating_marks_its_date(data: Snapshot) -> None:
    mention = facts.table(data, "mentions").to_dict("records")[1]
    html = html_text(passages.dating(data, mention))
    assert "mite came in <mark>1979</mark>" in html
    assert links(html) == ["/sources/letter-on-bees?at=first-mite-letter"]


def test_a_passage_says_what_became_of_it(data: Snapshot, alone: Snapshot) -> None:
    words = [text(html_text(passages.verified(known.find(one, "hives-report")))) for one in (data, alone)]
    assert words[0] == "✓ Verified The document has these words at this place."
    assert words[1].startswith("i Not verified here")
    assert "report.txt" in html_text(passages.how_to_add(alone, "honey-year"))


@pytest.mark.parametrize(
    ("name", "words"),
    [("honey-report", []), ("swarms-lost-report", ["Unverified report"]), ("honey-before", ["Calculated"])],
)
def test_only_what_is_no_plain_statement_has_a_tag(data: Snapshot, name: str, words: list[str]) -> None:
    found = [text(html_text(tag)) for tag in tags.status(known.find(data, name))]
    assert [tag.split(" ", 1)[1] for tag in found] == words


def test_every_row_has_a_tile_and_repeats_share_one(data: Snapshot) -> None:
    rows = drawings.drawn_rows(data, "chart/losses")
    assert tiles.count(rows) == len(rows)
    assert tiles.count(rows.iloc[[0, 0, 1]]) == 2
    assert "stated 2 times" in html_text(tiles.tiles(data, rows.iloc[[0, 0]]))


def test_a_tile_is_in_the_words_of_its_source(data: Snapshot) -> None:
    html = html_text(tiles.tiles(data, drawings.drawn_rows(data, "indicator/swarms-lost")))
    assert text(html) == "Swarms lost At most 6 swarms Ash Valley · period not stated ! Unverified report"
    assert "mark-at-most" in html
    assert links(html) == ["/sources/honey-year?at=swarms-lost-report"]


def test_a_tile_leads_to_its_number_where_the_document_is_not_here(alone: Snapshot) -> None:
    html = html_text(tiles.tiles(alone, drawings.drawn_rows(alone, "indicator/swarms-lost")))
    assert links(html) == ["/observations/swarms-lost-report"]


def test_tiles_of_several_sources_name_them(data: Snapshot) -> None:
    words = text(html_text(tiles.tiles(data, drawings.drawn_rows(data, "chart/losses"))))
    assert "A Letter on Bees" in words
    assert "The Honey Year" in words


def test_a_comparison_shows_scale_verdict_and_each_passage(data: Snapshot) -> None:
    (one,) = with_any(data, ["hives-report"])
    html = html_text(contrasts.shown(data, one, View()))
    assert 'id="accounts-hives-letter"' in html
    assert html.count("<blockquote") == 2
    assert "Doubtful" in text(html)
    assert "About 4,600 is far above 4,000." in text(html)


def test_compared_datings_show_both_dates(data: Snapshot) -> None:
    (one,) = with_any(data, ["first-mite-report"])
    words = text(html_text(contrasts.shown(data, one, View())))
    assert "Cannot both be true" in words
    assert "1979" in words
    assert "1977" in words


def test_what_belongs_to_a_number_is_there_or_nothing(data: Snapshot) -> None:
    assert "The yield that grew." in html_text(related.calculated(data, ["honey-report"]))
    assert related.calculated(data, ["founders-1888"]) == []
    assert related.compared(data, ["founders-1888"], View()) == []
