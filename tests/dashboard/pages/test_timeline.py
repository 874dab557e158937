"""The timeline and its list of events."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.pages import timeline
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from validation.model import events
from validation.vocabulary import ACCOUNTS, CONFLICT

ERRATUM = {"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "The archive."}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    datasets, seeds = collection.write(tmp_path_factory.mktemp("bees"))
    with edits.rows_of(datasets, "errata") as rows:
        rows.append(ERRATUM)
    return load(datasets, seeds)


def listed(data: Snapshot, **query: str) -> str:
    return html_text(timeline.listed(data, **query))


def test_events_are_drawn_and_listed(data: Snapshot) -> None:
    html = html_text(timeline.layout(data, kind="disease"))
    assert 'class="canvas"' in html
    assert '<option selected value="disease">Disease</option>' in html
    assert "1 of 2 events" in html


def test_each_dating_leads_to_its_passage_and_is_flagged(data: Snapshot) -> None:
    html = listed(data)
    assert html.index("The association is founded") < html.index("The first mite is found")
    assert '<a href="/sources/letter-on-bees?at=first-mite-letter">“1979”</a>' in html
    assert html.count(ACCOUNTS[CONFLICT].words) == 2
    assert html.count("Erratum: “1979”, right is 1977") == 1
    assert '<a href="/events/first-mite">' in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "founding"}, ["association-founded"]),
        ({"source": "letter-on-bees"}, ["first-mite"]),
        ({"kind": "founding", "source": "letter-on-bees"}, []),
        ({"kind": "", "source": ""}, ["association-founded", "first-mite"]),
    ],
)
def test_events_are_filtered(data: Snapshot, query: dict[str, str], found: list[str]) -> None:
    html = listed(data, **query)
    assert [name for name in ("association-founded", "first-mite") if f'id="{name}"' in html] == found
    assert ("Show all" in html) == (not found)


@pytest.mark.parametrize("query", [{"kind": "war"}, {"source": "nobody"}])
def test_a_filter_that_means_nothing_is_refused(data: Snapshot, query: dict[str, str]) -> None:
    with pytest.raises(Unacceptable):
        timeline.layout(data, **query)
    assert listed(data, kind="disease", source="letter-on-bees", utm_source="x")


def test_another_date_is_flagged_where_nobody_disputes_it(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "conflicts") as rows:
        rows.clear()
    assert listed(load(datasets, seeds)).count("Another date") == 1


def test_events_without_a_date_are_listed_and_not_drawn(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "events") as rows:
        for row in rows:
            row["period"] = ""
    html = html_text(timeline.layout(load(datasets, seeds)))
    assert 'class="canvas"' not in html
    assert "2 of 2 events" in html


def test_a_collection_without_events_says_so(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    for table in ("events", "mentions", "conflicts"):
        with edits.rows_of(datasets, table) as rows:
            rows.clear()
    assert "No event is registered." in html_text(timeline.layout(load(datasets, seeds)))


def test_real_events_are_shown(root: Path) -> None:
    data = load(root / "datasets", None)
    html = html_text(timeline.layout(data))
    assert all(f'href="/events/{name}"' in html for name in events.by_id(data.register))
