"""Events in the order of time, and one idea of what it is to be dated differently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import edits
from validation import vocabulary
from validation.model import events
from validation.model.register import Register, load

Folders = tuple[Path, Path]


def test_events_stand_in_the_order_of_time(edited: Callable[..., Register]) -> None:
    more = [
        {"event_id": "some-day", "name": "Some day"},
        {"event_id": "long-ago", "name": "Long ago", "period": "-0043-03-15"},
    ]
    register = edited(events=more)
    assert list(events.by_id(register)) == ["long-ago", "association-founded", "first-mite", "some-day"]
    assert [event.when for event in events.events(register)] == ["March 15, 44 BC", "1888", "1977", ""]
    assert [event.datings for event in events.events(register)][-1] == ()


def test_an_event_has_each_sources_dating(bees: Register) -> None:
    mite = events.by_id(bees)["first-mite"]
    assert [dating.printed for dating in mite.datings] == ["1979", "1977"]
    assert [source.id for source in mite.sources] == ["letter-on-bees", "honey-year"]
    assert (mite.area.name, mite.kind) == ("Ash Valley", "disease")
    assert events.datings(bees)["first-mite-letter"].source.title == "A Letter on Bees"


def test_what_a_date_rests_on_is_told(folders: Folders) -> None:
    datasets, seeds = folders
    standings = [event.standing for event in events.events(load(datasets, seeds))]
    assert standings == ["one", "one"]  # of the two that date the mite one differs
    with edits.rows_of(datasets, "events") as (first, second):
        first |= {"note": "Looked up; reference: honey-year."}
        second |= {"period": ""}
    founded, mite = events.by_id(load(datasets, seeds)).values()
    assert (founded.standing, [source.id for source in founded.authorities]) == ("reference", ["honey-year"])
    assert mite.standing == "none"


def test_documents_that_agree_and_an_erratum_s_authority_support_a_date(folders: Folders) -> None:
    datasets, seeds = folders
    with edits.rows_of(datasets, "mentions") as rows:
        rows[1]["period"] = "1977"
    assert events.by_id(load(datasets, seeds))["first-mite"].standing == "several"
    erratum = {"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "authority_id": "honey-year"}
    with edits.rows_of(datasets, "errata") as rows:
        rows.append(erratum)
    assert events.by_id(load(datasets, seeds))["first-mite"].standing == "reference"


def test_two_mentions_of_one_document_are_one(folders: Folders) -> None:
    datasets, seeds = folders
    with edits.rows_of(datasets, "mentions") as rows:
        same = next(row for row in rows if row["event_id"] == "association-founded")
        rows.append(same | {"mention_id": "association-founded-twice"})
    assert events.by_id(load(datasets, seeds))["association-founded"].standing == "one"


def test_an_error_in_other_words_leaves_the_date_as_it_is(folders: Folders) -> None:
    datasets, seeds = folders
    with edits.rows_of(datasets, "mentions") as rows:
        other = rows[0]["quote"].replace(rows[0]["printed"], "").split()[0]
    with edits.rows_of(datasets, "errata") as errata:
        errata.append({"target_id": rows[0]["mention_id"], "stated": other, "authority_id": "honey-year"})
    event = events.by_id(load(datasets, seeds))[rows[0]["event_id"]]
    assert [dating.is_wrong or dating.differs for dating in event.datings] == [False]
    assert (event.standing, event.authorities) == ("one", ())


@pytest.mark.parametrize(
    ("event", "dating", "differs"),
    [
        ("1977", "1977", False),
        ("1977", "1976", True),
        ("1858", "1859", True),  # that one ends where the other begins is no day in common
        ("1977", "197X", False),
        ("1977-05", "1977", False),
        ("1977-05", "1977-06", True),
        ("1977-12-31/1978-01-02", "1978", False),
        ("1977", "", False),
        ("", "1977", False),
    ],
)
def test_datings_that_share_no_day_differ(folders: Folders, event: str, dating: str, differs: bool) -> None:
    edits.set_cell(folders[0], "events", "first-mite", "period", event)
    edits.set_cell(folders[0], "mentions", "first-mite-report", "period", dating)
    with edits.rows_of(folders[0], "conflicts") as rows:
        rows.clear()
    assert events.datings(load(*folders))["first-mite-report"].differs is differs


@pytest.mark.parametrize(("verdict", "differs"), [("conflict", True), ("doubt", True), ("scope", False)])
@pytest.mark.parametrize("period", ["197X", "1977"])
def test_a_dating_in_dispute_differs_unless_it_is_the_events_own(
    folders: Folders, verdict: str, differs: bool, period: str
) -> None:
    edits.set_cell(folders[0], "mentions", "first-mite-report", "period", period)
    edits.set_cell(folders[0], "conflicts", "first-mite", "verdict", verdict)
    dating = events.datings(load(*folders))["first-mite-report"]
    assert dating.differs is (differs and period == "197X")
    assert [conflict.verdict for conflict in dating.conflicts] == [verdict]


def test_what_a_source_has_wrong_differs(edited: Callable[..., Register]) -> None:
    row = {"target_id": "first-mite-report", "stated": "1977", "correct": "1976", "reason": "A slip."}
    dating = events.datings(edited(errata=[row]))["first-mite-report"]
    assert dating.erratum
    assert dating.differs


@pytest.mark.parametrize(
    ("event", "dating", "verdict"),
    [
        ("1977", "1976", vocabulary.WRONG_DATE),
        ("1977-05", "1977", vocabulary.WRONG_WORDS),  # "two years later" is wrong, and the year that it comes to isn't
        ("1977", "", vocabulary.WRONG_WORDS),
        ("", "1977", vocabulary.WRONG_DATE),
    ],
)
def test_a_wrong_date_is_told_from_wrong_words(folders: Folders, event: str, dating: str, verdict: str) -> None:
    edits.set_cell(folders[0], "events", "first-mite", "period", event)
    edits.set_cell(folders[0], "mentions", "first-mite-report", "period", dating)
    with edits.rows_of(folders[0], "errata") as rows:
        rows.append({"target_id": "first-mite-report", "stated": "1977", "correct": "1976", "reason": "A slip."})
    assert events.datings(load(*folders))["first-mite-report"].verdict == verdict


def test_it_is_as_sure_that_a_source_is_wrong_as_the_reference_is(folders: Folders) -> None:
    datasets, seeds = folders
    with edits.rows_of(datasets, "sources") as rows:
        rows.append({"source_id": "office", "kind": "reference", "title": "Bee office", "confidence": "medium"})
    with edits.rows_of(datasets, "errata") as rows:
        known = {"stated": "1977", "correct": "1976", "reason": "A slip.", "authority_id": "office"}
        rows.append({"target_id": "first-mite-report"} | known)
    found = events.datings(load(datasets, seeds))
    assert found["first-mite-report"].confidence == "medium"
    assert found["first-mite-letter"].confidence == ""
