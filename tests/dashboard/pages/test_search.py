"""The search: groups, marked words, hints, pages of one kind, suggestions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.pages import search
from dashboard.sections.searching import query
from dashboard.sections.searching.ranking import SUGGESTED
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot
from dashboard.web.application import Dashboard
from tests.dashboard.pages.shown import ids, links, show, text


@pytest.mark.parametrize(
    ("q", "address"),
    [
        ("almost 4,000", "/sources/honey-year?at=hives-report"),
        ("12,5%", "/sources/honey-year?at=honey-growth-report"),
        ("5 km2", "/sources/letter-on-bees?at=meadow-area-letter"),
        ("ninety-six tonnes", "/sources/honey-year?at=honey-report"),
        ("census", "/observations/hives-census"),
        ("colonies lost", "/indicators/losses"),
        ("mites first", "/events/first-mite"),
        ("letter", "/sources/letter-on-bees"),
        ("what keepers do", "/charts/survey"),
    ],
)
def test_each_kind_of_thing_is_found(bees: Snapshot, q: str, address: str) -> None:
    assert address in links(show(search.found, bees, f"q={q.replace('%', '%25')}"))


def test_documents_go_before_references_and_each_says_what_it_is(bees: Snapshot) -> None:
    shown = show(search.found, bees, "q=hives")
    headings = re.findall("<h2>(.+?)<", shown)
    assert headings[0] == "Numbers of documents"
    assert headings.index("Indicators") < headings.index("Numbers of references")
    kinds = re.findall('from-(documents|references)".+?hit-kind">(.+?)<', shown)
    assert {*kinds} == {("documents", "document"), ("references", "reference")}


def test_a_long_series_is_one_hit(real: Snapshot) -> None:
    shown = show(search.found, real, "q=reported by")
    assert re.search(r'href="/indicators/[^"]+"><span>29 numbers: ', shown)


def test_each_number_of_a_series_that_is_one_hit_counts(real: Snapshot) -> None:
    shown = show(search.found, real, "q=TEU")
    counts = [int(count) for count in re.findall('count-small"> (\\d+)<', shown)]
    titles = [text(title) for title in re.findall('hit-title">(.+?)</p>', shown)]
    series = [int(count) for title in titles for count in re.findall("^(\\d+) numbers: ", title)]
    assert series
    assert sum(counts) == len(titles) - len(series) + sum(series)
    assert f"{sum(counts)} results for “TEU”" in text(shown)


def test_words_that_match_are_marked(bees: Snapshot) -> None:
    shown = show(search.found, bees, "q=hives almost")
    assert {"almost", "hives"} <= set(re.findall("<mark>(.*?)</mark>", shown))
    assert "1 result for “hives almost”" in text(shown)


def test_what_is_found_in_no_text_that_is_shown_is_shown_too(bees: Snapshot) -> None:
    assert '<p class="hit-more"><mark>Table 1</mark></p>' in show(search.found, bees, "q=table 1")


def test_some_words_count_where_no_number_has_all(bees: Snapshot) -> None:
    shown = show(search.found, bees, "q=honey zeppelins meadws")
    assert text(shown).startswith(f"{search.SOME} Did you mean honey zeppelins meadow ? Numbers of documents")
    assert "/search?q=honey+zeppelins+meadow" in links(shown)


def test_no_search_gives_hints_that_find_something(bees: Snapshot) -> None:
    shown = show(search.found, bees)
    tried = [link for link in links(shown) if link.startswith("/search?")]
    assert len(tried) == 5
    for link in tried:
        assert "result" in text(show(search.found, bees, link.partition("?")[2]))


def test_nothing_found_gives_hints_too(bees: Snapshot) -> None:
    shown = show(search.found, bees, "q=zeppelin")
    assert "Nothing has “zeppelin”." in text(shown)
    assert any(link.startswith("/search?") for link in links(shown))


def test_a_long_group_has_pages_of_its_own(bees: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "PAGE_HITS", 10)
    shown = show(search.found, bees, "q=ash valley")
    assert shown.count('"hit from-documents"') == search.FIRST
    more = "/search?q=ash+valley&kind=documents"
    assert more in links(shown)
    first, second = (show(search.found, bees, f"{more.partition('?')[2]}&page={page}") for page in (1, 2))
    assert (first.count('class="hit '), second.count('class="hit ')) == (10, 6)
    assert "/search?q=ash+valley" in links(second)


@pytest.mark.parametrize("asked", ["kind=numbers", "kind=documents&page=2", "kind=events&page=0"])
def test_a_kind_or_a_page_there_is_not_is_refused(bees: Snapshot, asked: str) -> None:
    with pytest.raises(Unacceptable):
        show(search.found, bees, f"q=hives&{asked}")


def test_a_search_without_end_is_cut(bees: Snapshot) -> None:
    assert f'value="{"x" * query.LONGEST}"' in show(search.layout, bees, "q=" + "x" * 5000)


def test_suggestions_are_options_of_a_list(app: Dashboard) -> None:
    answer = app.server.test_client().get("/search/suggestions?q=hives", headers={"Host": "localhost"})
    assert (answer.status_code, answer.content_type) == (200, "text/html; charset=utf-8")
    assert re.findall('role="(.+?)"', answer.text) == ["option"] * len(ids(answer.text))
    assert 1 < len(ids(answer.text)) == len({*ids(answer.text)}) <= SUGGESTED
    assert links(answer.text)[0].startswith("/sources/letter-on-bees?at=")


@pytest.mark.parametrize("asked", ["", "?q=", "?q=zeppelin", "?q=%00%ff", "?q=a&q=zeppelin"])
def test_nothing_is_suggested_for_nothing(app: Dashboard, asked: str) -> None:
    answer = app.server.test_client().get(f"/search/suggestions{asked}")
    assert (answer.status_code, answer.text) == (200, "")


@given(st.text(max_size=60))
def test_anything_can_be_asked(bees: Snapshot, q: str) -> None:
    for part in (search.found, search.suggestions):
        assert "<script" not in show(lambda data, part=part, **_: part(data, q=q), bees)
