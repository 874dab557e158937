"""The search: groups, marked words, hints."""

from __future__ import annotations

import re

import pytest

from dashboard.pages import search
from dashboard.state.store import Snapshot
from tests.dashboard.pages.shown import links, show, text


@pytest.mark.parametrize(
    ("q", "address"),
    [
        ("almost 4,000", "/observations/hives-report"),
        ("12.5", "/observations/honey-growth-report"),
        ("colonies lost", "/indicators/losses"),
        ("mites first", "/events/first-mite"),
        ("letter", "/sources/letter-on-bees"),
        ("what keepers do", "/charts/survey"),
    ],
)
def test_each_kind_of_thing_is_found(bees: Snapshot, q: str, address: str) -> None:
    assert address in links(show(search.found, bees, f"q={q}"))


def test_words_that_match_are_marked(bees: Snapshot) -> None:
    shown = show(search.found, bees, "q=hives almost")
    assert {"almost", "hives"} <= set(re.findall("<mark>(.*?)</mark>", shown))
    assert "1 result for “hives almost”" in text(shown)


def test_no_search_gives_hints_that_find_something(bees: Snapshot) -> None:
    shown = show(search.found, bees)
    tried = [link for link in links(shown) if link.startswith("/search?")]
    assert tried
    for link in tried:
        assert "result" in text(show(search.found, bees, link.partition("?")[2]))


def test_nothing_found_gives_hints_too(bees: Snapshot) -> None:
    shown = show(search.found, bees, "q=zeppelin")
    assert "Nothing has all the words of “zeppelin”." in text(shown)
    assert any(link.startswith("/search?") for link in links(shown))


def test_a_long_group_unfolds(real: Snapshot) -> None:
    shown = show(search.found, real, "q=in")
    assert re.search(r"<details[^>]*><summary>\d+ more", shown)


def test_a_search_without_end_is_cut(bees: Snapshot) -> None:
    assert f'value="{"x" * search.LONGEST}"' in show(search.layout, bees, "q=" + "x" * 5000)
