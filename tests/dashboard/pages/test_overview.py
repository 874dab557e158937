"""The overview: what comes first, and that nothing stands half empty."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dashboard.pages import checked, overview
from dashboard.sections import charts
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, load
from tests import collection, edits
from tests.dashboard.pages.shown import links, show, text
from validation.model import verdicts
from validation.vocabulary import MARKS, VERDICTS


@pytest.mark.parametrize("collected", ["bees", "real"])
def test_what_tells_most_comes_first(request: pytest.FixtureRequest, collected: str) -> None:
    data = request.getfixturevalue(collected)
    topics = overview.ranked(data)
    for several in (*topics.values(), [keys[0] for keys in topics.values()]):
        ranks = [
            (overview.of_references(data, key), overview.STRENGTH.index(charts.find(data, key).kind)) for key in several
        ]
        assert ranks == sorted(ranks)
    keys = [key for keys in topics.values() for key in keys]
    assert len(set(keys)) == len(keys)


def test_every_chart_with_a_number_is_shown(real: Snapshot) -> None:
    shown = show(overview.layout, real)
    assert all(
        f"/{key.replace('chart/', 'charts/')}" in links(shown)
        for keys in overview.ranked(real).values()
        for key in keys
    )


@pytest.mark.parametrize(
    ("heights", "columns"),
    [
        ({"a": 300, "b": 320}, [["a"], ["b"]]),
        ({"a": 800, "b": 300, "c": 250}, [["a"], ["b", "c"]]),
        ({"a": 300, "b": 1000}, []),
        ({"a": 300}, []),
    ],
)
def test_charts_share_two_columns_that_end_together(heights: dict[str, int], columns: list[list[str]]) -> None:
    assert overview.columns(heights) == columns


def test_numbers_alone_fill_their_rows(monkeypatch: pytest.MonkeyPatch, bees: Snapshot) -> None:
    monkeypatch.setattr(overview, "_size", lambda data, key: int(key))
    topics = {"one": ["1"], "two": ["2"], "three": ["3"], "many": ["3", "4"], "another two": ["2"]}
    assert overview.packed(bees, topics) == ["many", "three", "one", "two", "another two"]


def test_it_says_what_there_is_and_why_to_trust_it(bees: Snapshot) -> None:
    words = text(show(overview.layout, bees))
    assert "Numbers on bees." in words
    for tile in ("16 numbers in 2 documents", "2 numbers in 1 reference", "2 dated events", "2 disagreements"):
        assert reversed_tile(tile) in words
    assert "numerals of the documents accounted for All 21" in words
    assert "every rule holds Valid" in words
    assert "not here" not in words


def reversed_tile(tile: str) -> str:
    """A tile's words stand before its value in the HTML."""
    value, _, name = tile.partition(" ")
    return f"{name} {value}"


def test_without_documents_one_line_says_so(bees_alone: Snapshot) -> None:
    words = text(show(overview.layout, bees_alone))
    assert "quotes not verified here 16" in words
    assert words.count("The documents are not here") == 1


def test_verdicts_are_counted_by_number_as_they_are_listed(bees: Snapshot, real: Snapshot) -> None:
    shown = show(overview.layout, bees)
    assert "held against references Disputed (1) Matches public statistics (1) Not found (14)" in text(shown)
    assert "/checked?verdict=disputed" in links(shown)
    listed = text(show(checked.layout, real))
    for verdict, count in verdicts.counts(real.register).items():
        words = VERDICTS[verdict].words
        assert f"{words} ({count})" in text(show(overview.layout, real))
        assert f"{words} ({count})" in listed


def test_nothing_is_said_of_what_there_is_none_of(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    for table in ("events", "mentions", "conflicts"):
        with edits.rows_of(datasets, table) as rows:
            rows.clear()
    shown = show(overview.layout, load(datasets, seeds))
    assert "held against" not in shown
    assert 'id="timeline"' not in shown
    assert "#timeline" not in shown


def test_the_key_has_the_marks_that_occur(bees: Snapshot) -> None:
    shown = show(overview.layout, bees).split("How to read the marks")[1].split("</section>")[0]
    found = [code for code in MARKS if f"mark-{code}" in shown]
    assert found == ["exact", "about", "at-least", "nearly", "under", "at-most", "range"]


def test_the_timeline_is_teased_with_what_is_dated_differently(bees: Snapshot) -> None:
    shown = show(overview.layout, bees)
    assert shown.count('class="dot"') == 1
    assert shown.count('class="dot differing"') == 1
    assert 'href="/events/first-mite"' in shown
    assert "“1979” in A Letter on Bees" in text(shown)
    assert "2 events from 1888 to 1977." in shown


def test_a_line_of_one_event_or_of_old_ones_is_drawn(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "events", "first-mite", "period", "")
    edits.set_cell(datasets, "events", "association-founded", "period", "-0043")
    shown = show(overview.layout, load(datasets, seeds))
    assert "left:0.00%" in shown
    assert "1 event from 44 BC to 44 BC." in shown


def test_unknown_parameters_are_ignored(bees: Snapshot) -> None:
    query: Any = "utm_source=x"
    assert show(overview.layout, bees, query) == show(overview.layout, bees)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bees count as a large collection, of which little is shown at once."""
    monkeypatch.setattr(overview, "WHOLE", 5)
    monkeypatch.setattr(overview, "FIRST", 3)


@pytest.mark.usefixtures("large")
def test_of_a_large_collection_little_is_shown_at_once(bees: Snapshot) -> None:
    shown = show(overview.layout, bees)
    assert shown.count("data-figure") == 1
    parts = re.findall('data-part="(.+?)"', shown)
    assert parts == [f"/?topic={name.lower()}" for name in list(overview.ranked(bees))[1:]]
    assert all(f'href="{part}"' in shown for part in parts), "without scripts they are links"
    assert 'href="/charts/honey"' in shown


@pytest.mark.usefixtures("large")
def test_each_topic_is_whole_at_its_own_address(bees: Snapshot) -> None:
    every = [key for keys in overview.ranked(bees).values() for key in keys]
    alone = [show(overview.layout, bees, f"topic={name}") for name in ("colonies", "honey", "keepers", "land")]
    assert sum(page.count("data-figure") + page.count('class="tiles') for page in alone) >= len(every) - 1
    assert ["<section" in page for page in alone] == [True] * 4


def test_a_topic_there_is_not_is_refused(bees: Snapshot) -> None:
    with pytest.raises(Unacceptable, match="honey"):
        overview.layout(bees, topic="money")
