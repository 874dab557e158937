"""The timeline and its list of events."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.pages import timeline
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from tests.dashboard.pages.shown import show, text
from validation.model import events

ERRATUM = {"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "The archive."}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    datasets, seeds = collection.write(tmp_path_factory.mktemp("bees"))
    with edits.rows_of(datasets, "errata") as rows:
        rows.append(ERRATUM)
    return load(datasets, seeds)


def shown(data: Snapshot, search: str = "") -> str:
    return show(timeline.layout, data, search)


def rows(html: str) -> list[str]:
    """The ids of the events that are listed."""
    return re.findall('<tr id="(.+?)"', html)


def test_the_title_is_what_was_found(data: Snapshot, bees: Snapshot) -> None:
    assert "<h1 tabindex=-1>2 dated events; 1 date is wrong in a document</h1>" in shown(data).replace('"', "")
    assert "2 dated events; 1 event is dated differently" in shown(bees)


def test_events_are_drawn_and_listed_each_dating_leading_to_its_passage(data: Snapshot) -> None:
    html = shown(data)
    assert 'data-figure="timeline/all"' in html
    assert rows(html) == ["association-founded", "first-mite"]
    assert '<a href="/sources/letter-on-bees?at=first-mite-letter">“1979”</a>' in html
    assert '“1979”</a> A Letter on Bees, <span class="wrong-time" title="It puts' in html
    assert '<a href="/events/first-mite">' in html


def test_links_choose_kinds_and_what_is_wrong_and_say_how_many(data: Snapshot) -> None:
    found = re.findall('<a [^>]*?class="choice[^>]*>.*?</a>', shown(data))
    assert [text(link) for link in found] == ["All 2", "Disease 1", "Founding 1", "Told wrong 1"]
    assert ['aria-current="true"' in link for link in found] == [True, False, False, False]
    assert re.findall('href="(.*?)"', "".join(found)) == [
        *("/timeline", "/timeline?kind=disease", "/timeline?kind=founding", "/timeline?wrong=1")
    ]


@pytest.mark.parametrize(
    ("search", "key", "found"),
    [
        ("kind=founding", "kind/founding", ["association-founded"]),
        ("kind=disease", "kind/disease", ["first-mite"]),
        ("wrong=1", "wrong", ["first-mite"]),
        ("utm_source=x", "all", ["association-founded", "first-mite"]),
    ],
)
def test_what_is_chosen_is_drawn_and_listed_alone(data: Snapshot, search: str, key: str, found: list[str]) -> None:
    html = shown(data, search)
    assert f'data-figure="timeline/{key}"' in html
    assert rows(html) == found


@pytest.mark.parametrize("search", ["kind=war", "wrong=2"])
def test_a_choice_that_means_nothing_is_refused(data: Snapshot, search: str) -> None:
    with pytest.raises(Unacceptable):
        shown(data, search)


def test_nothing_can_be_chosen_as_wrong_where_nothing_is(bees: Snapshot) -> None:
    assert "Told wrong" not in shown(bees)
    with pytest.raises(Unacceptable):
        shown(bees, "wrong=1")


def test_the_card_says_what_order_says_and_has_the_marks_in_use(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "events", "association-founded", "period", "1977-05")
    html = text(shown(load(datasets, seeds)))
    assert "1977, on one even scale" in html
    assert "Within one year the order of rows says nothing" in html
    assert "times that overlap: the order of these rows says nothing" in html
    assert "where a document puts it" not in html


def test_events_without_a_date_are_listed_apart_and_not_drawn(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "events", "first-mite", "period", "")
    data = load(datasets, seeds)
    html = shown(data)
    assert rows(html.partition('id="undated"')[0]) == ["association-founded"]
    assert rows(html.partition('id="undated"')[2]) == ["first-mite"]
    assert 'id="undated"' not in shown(data, "kind=founding")
    edits.set_cell(datasets, "events", "association-founded", "period", "")
    html = shown(load(datasets, seeds))
    assert 'class="canvas"' not in html
    assert "0 dated events" in html
    assert len(rows(html)) == 2


def test_a_collection_without_events_says_so(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    for table in ("events", "mentions", "conflicts"):
        with edits.rows_of(datasets, table) as rows:
            rows.clear()
    assert "No event is registered." in html_text(timeline.layout(load(datasets, seeds)))


def test_real_events_are_shown_once_each(root: Path) -> None:
    data = load(root / "datasets", None)
    assert sorted(rows(shown(data))) == sorted(events.by_id(data.register))
