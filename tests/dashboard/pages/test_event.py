"""The page of one event."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.pages import event
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from validation.model import events


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*collection.write(tmp_path_factory.mktemp("bees")))


def shown(data: Snapshot, event_id: str) -> str:
    return html_text(event.layout(data, event_id=event_id))


def test_each_dating_is_quoted_with_its_date_marked(data: Snapshot) -> None:
    html = shown(data, "first-mite")
    assert "“mite came in <mark>1979</mark>”" in html
    assert "“was found in <mark>1977</mark>”" in html
    assert 'href="/sources/letter-on-bees?at=first-mite-letter"' in html
    assert "As dated by 2 sources" in html
    assert "Read as 1979" in html
    assert "Ash Valley" in html


def test_what_is_disputed_is_explained_once(data: Snapshot) -> None:
    html = shown(data, "first-mite")
    assert html.count("<strong>Contradict.</strong> One has the mite in 1977, the other in 1979.") == 1
    assert html.index("1 document dates it differently, contradict") < html.index("Contradict.") < html.index("<mark>")
    assert 'class="reasons"' not in shown(data, "association-founded")


def test_the_events_beside_it_in_the_timeline_are_named(data: Snapshot) -> None:
    first, last = shown(data, "association-founded"), shown(data, "first-mite")
    assert '<a href="/events/first-mite" rel="next">' in first
    assert 'rel="prev"' not in first
    assert '<a href="/events/association-founded" rel="prev">' in last
    assert 'rel="next"' not in last


def test_a_date_says_what_it_rests_on_and_a_note_leads_to_its_reference(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "events") as rows:
        rows[0]["note"] = "Looked up; reference: honey-year. No more; reference: no-such."
    data = load(datasets, seeds)
    html = shown(data, rows[0]["event_id"])
    assert "1888<span" in html
    assert ", as a reference has it</span>" in html
    assert 'Looked up; <a href="/sources/honey-year">The Honey Year</a>. No more; reference: no-such.' in html
    assert ", as one document alone has it</span>" in shown(data, "first-mite")


def test_an_error_of_a_source_and_a_note_are_told(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "The archive."})
    with edits.rows_of(datasets, "mentions") as rows:
        rows[1] |= {"note": "Said in passing.", "period_basis": "inferred"}
    html = shown(load(datasets, seeds), "first-mite")
    assert "<strong>Erratum: “1979”, right is 1977.</strong> The archive." in html
    assert html.index("Wrong date in A Letter on Bees") < html.index("Erratum:") < html.index("<mark>")
    assert html.count(">wrong date</span>") == 1
    assert "Said in passing." in html
    assert "Inferred" in html


def test_another_date_is_told_at_its_passage(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "events", "association-founded", "period", "1858")
    edits.set_cell(datasets, "mentions", "association-founded-report", "period", "1859")
    html = shown(load(datasets, seeds), "association-founded")
    assert html.index("1 document dates it differently") < html.index("<mark>1888</mark>") < html.index("Read as 1859")
    assert html.index("Read as 1859") < html.index(">dated differently</span>")


def test_it_is_said_of_which_confidence_the_reference_is(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "sources") as rows:
        rows.append({"source_id": "office", "kind": "reference", "title": "Bee office", "confidence": "medium"})
    with edits.rows_of(datasets, "errata") as rows:
        known = {"stated": "1979", "correct": "1977", "reason": "The archive.", "authority_id": "office"}
        rows.append({"target_id": "first-mite-letter"} | known)
    html = shown(load(datasets, seeds), "first-mite")
    assert html.index(">wrong date</span>") < html.index(">medium confidence</span>")


def test_an_event_there_is_not_is_refused(data: Snapshot) -> None:
    with pytest.raises(Unknown, match="No event is called “flood”"):
        shown(data, "flood")
    assert event.title(data, event_id="first-mite") == "The first mite is found"


def test_real_events_are_shown(root: Path) -> None:
    data = load(root / "datasets", None)
    for name in events.by_id(data.register):
        assert "As dated by" in shown(data, name)
