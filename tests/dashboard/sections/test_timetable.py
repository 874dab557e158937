"""Which events can be chosen, what is said of how documents date them, and their table."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.sections import timetable
from dashboard.sections.timetable import ALL, WRONG
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from tests.dashboard.pages.shown import text
from validation.model import events

ERRATUM = {"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "The archive."}
PLACE = "/sources/letter-on-bees?at=first-mite-letter"

Made = Callable[..., Snapshot]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """The bees with rows of some tables changed: each is given what to do with its rows."""
    datasets, seeds = collection.write(tmp_path)

    def load_changed(**changes: Callable[[list[dict[str, str]]], object]) -> Snapshot:
        for table, change in changes.items():
            with edits.rows_of(datasets, table) as rows:
                change(rows)
        return load(datasets, seeds)

    return load_changed


def verdict(data: Snapshot, name: str) -> str:
    """The shape of its sign, and its words."""
    html = html_text(timetable.verdict(events.by_id(data.register)[name]))
    return f"{re.findall('shape-([a-z]+)', html)[0]}: {text(html)}"


def test_the_dated_events_can_be_chosen_by_kind_and_by_what_is_wrong(made: Made) -> None:
    data = made(errata=lambda rows: rows.append(ERRATUM))
    found = {one.key: (one.words, one.href, [event.id for event in one.events]) for one in choices(data)}
    assert found == {
        ALL: ("All", "/timeline", ["association-founded", "first-mite"]),
        "timeline/kind/disease": ("Disease", "/timeline?kind=disease", ["first-mite"]),
        "timeline/kind/founding": ("Founding", "/timeline?kind=founding", ["association-founded"]),
        WRONG: ("Told wrong", "/timeline?wrong=1", ["first-mite"]),
    }


def choices(data: Snapshot) -> list[timetable.Choice]:
    return list(timetable.choices(data.register).values())


def test_kinds_are_told_in_addresses_by_their_letters_the_largest_first(made: Made) -> None:
    data = made(
        events=lambda rows: [row.update(kind=kind) for row, kind in zip(rows, ("?!", "Peace & war"), strict=True)]
    )
    assert [one.key for one in choices(data)] == [ALL, "timeline/kind/peace-war"]
    data = made(events=lambda rows: [row.update(kind="law") for row in rows])
    assert [len(one.events) for one in choices(data)] == [2, 2]


def test_without_a_date_nothing_can_be_chosen(made: Made) -> None:
    assert choices(made(events=lambda rows: [row.update(period="") for row in rows])) == []


def test_a_row_has_the_date_the_event_and_each_document_s_words(data: Snapshot) -> None:
    html = html_text(timetable.events_table(events.events(data.register)[::-1], "Events"))
    assert html.index("The association is founded") < html.index("The first mite is found")
    assert "“1979” A Letter on Bees, dated differently · “1977” The Honey Year" in text(html)
    assert f'href="{PLACE}">“1979”</a>' in html
    assert "1977 , as one document alone has it" in text(html)


def test_the_points_are_the_marks_and_say_what_differs(data: Snapshot, made: Made) -> None:
    mite = "1977: The first mite is found"
    told = {point.id: point for point in timetable.points(events.events(data.register))}
    differing = f"{mite}; “1979” in A Letter on Bees, dated differently"
    assert told["first-mite"] == ("first-mite", differing, "/events/first-mite")
    assert [*told] == ["association-founded", "first-mite"]
    wrong = made(errata=lambda rows: rows.append(ERRATUM))
    found = {point.id: point for point in timetable.points(events.events(wrong.register))}
    said = "The first mite is found: “1979” in A Letter on Bees, wrong date"
    assert found["first-mite-letter"] == ("first-mite-letter", said, PLACE)


def test_in_a_few_words_how_the_documents_date_an_event(data: Snapshot, made: Made) -> None:
    assert verdict(data, "first-mite") == "unequal: 1 document dates it differently, contradict"
    assert verdict(data, "association-founded") == "empty: One document alone dates it"
    looked_up = made(events=lambda rows: rows[0].update(note="Looked up; reference: honey-year."))
    assert verdict(looked_up, "association-founded") == "tick: Dated alike by 1 document and a reference"
    assert verdict(made(conflicts=list.clear), "first-mite") == "unequal: 1 document dates it differently"
    wrong = made(errata=lambda rows: rows.append(ERRATUM))
    assert verdict(wrong, "first-mite") == "cross: Wrong date in A Letter on Bees"
    alike = made(errata=list.clear, mentions=lambda rows: rows[1].update(period="197X"))
    assert verdict(alike, "first-mite") == "tick: Dated alike by 2 documents"
    finer = made(events=lambda rows: rows[1].update(period="1977/1979"))
    assert verdict(finer, "first-mite") == "tilde: Dated by 2 documents, which may agree"
    unconfirmed = made(events=lambda rows: rows[1].update(period=""))
    assert verdict(unconfirmed, "first-mite") == "empty: Dated by 2 documents, which nothing confirms"
    silent = made(mentions=lambda rows: [row.update(period="", period_basis="unstated") for row in rows])
    assert verdict(silent, "first-mite") == "empty: No document dates it"


def test_a_date_says_on_what_it_rests(data: Snapshot, made: Made) -> None:
    mite = events.by_id(data.register)["first-mite"]
    assert text(html_text(timetable.when(mite))) == "1977 , as one document alone has it"
    undated = made(events=lambda rows: rows[1].update(period=""))
    assert text(html_text(timetable.when(events.by_id(undated.register)["first-mite"]))) == "Not dated"
