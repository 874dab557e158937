"""Events and what sources say of their time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits import rows_of
from tests.periods import ACCEPTED
from tests.validation.rules.asking import add, change, said
from validation.language import calendar, periods
from validation.rules import event
from validation.rules.event import events_fit_what_is_said, references_are_sources


@pytest.mark.parametrize(
    ("period", "fits"),
    [
        *(("1977", True), ("1979-05", True), ("1977-12-31", True), ("", True), ("1978-13", True)),
        *(("1978", False), ("197X", False), ("1977/1979", False), ("1977/1978", False)),
    ],
)
def test_an_event_lies_within_a_mention(bees, period, fits):
    change(bees, "events", "first-mite", period=period)
    missed = f"period must lie within what a mention or its erratum says, 1979 or 1977, and {period} does not"
    assert said(events_fit_what_is_said, bees) == ([] if fits else [missed])


@pytest.mark.parametrize(
    ("correct", "period", "fits"),
    [
        ("1890", "1890", True),
        ("1890", "1890-05", True),
        ("1890-05", "1890", False),
        ("31 January 1890", "1890-01-31", True),
        ("31 January 1890", "1890-02", False),
        ("20 and 21 March 1890", "1890-03-21", True),
        ("20 and 21 March 1890", "1890-03-22", False),
        ("February and March 1890", "1890-02/1890-03", True),
        ("February and March 1890", "1890-01", False),
        ("the 1890s", "1899", True),
        ("from 1890 to 1892", "1891", True),
    ],
)
def test_what_an_erratum_says_is_right_places_the_event(bees, correct, period, fits):
    change(bees, "events", "association-founded", period=period)
    erratum = {
        "target_id": "association-founded-report",
        "stated": "1888",
        "correct": correct,
        "reason": "Its register.",
    }
    add(bees, "errata", erratum)
    missed = f'period must lie within what a mention or its erratum says, "{correct}", and {period} does not'
    assert said(events_fit_what_is_said, bees) == ([] if fits else [missed])


def test_a_reference_that_a_note_names_may_say_otherwise(bees):
    change(bees, "events", "association-founded", period="1890", note="Of 1890; reference: letter-on-bees.")
    assert said(events_fit_what_is_said, bees) == said(references_are_sources, bees) == []
    change(bees, "events", "association-founded", note="Of 1890; reference: letter-on-beers.")
    assert len(said(events_fit_what_is_said, bees)) == 1
    assert said(references_are_sources, bees) == [
        'note must name a source as its reference, and "letter-on-beers" is no id of sources.csv'
    ]


UNDATED = "period must lie within what a mention or its erratum says, and none has a date"


@pytest.mark.parametrize("correct", ["two years later", ""])
def test_an_erratum_that_gives_no_date_places_no_event(bees, correct):
    add(bees, "errata", {"target_id": "association-founded-report", "stated": "1888", "correct": correct})
    assert said(events_fit_what_is_said, bees) == [UNDATED]
    change(bees, "events", "association-founded", note="Reference elsewhere; reference: letter-on-bees")
    assert said(events_fit_what_is_said, bees) == []


def test_what_nobody_dates_has_no_date(bees):
    with rows_of(bees[0], "mentions") as rows:
        rows.clear()
    assert said(events_fit_what_is_said, bees) == [UNDATED, UNDATED]
    for name in ("association-founded", "first-mite"):
        change(bees, "events", name, period="")
    assert said(events_fit_what_is_said, bees) == []


def test_a_word_behind_reference_that_goes_on_names_none(bees):
    change(bees, "events", "association-founded", note="For reference: the mite came later.")
    assert said(references_are_sources, bees) == []


@given(ACCEPTED)
def test_what_is_right_is_read_as_edtf_has_it(edtf: str) -> None:
    assert event._days(edtf) == periods.read(edtf).days


@given(st.integers(1000, 2099), st.integers(0, 11), st.integers(0, 11))
def test_two_months_reach_from_the_first_to_the_second(year: int, first: int, second: int) -> None:
    found = event._days(f"{calendar.MONTHS[first]} and {calendar.MONTHS[second]} {year}")
    months = [periods.read(f"{year}-{month + 1:02}") for month in sorted((first, second))]
    assert found == (months[0].first, months[1].last)


def test_an_event_without_an_id_is_found_by_that_alone(bees):
    change(bees, "events", "association-founded", event_id="")
    assert said(events_fit_what_is_said, bees) == []


def test_an_erratum_is_of_the_mention_that_prints_what_is_wrong(bees):
    add(bees, "errata", {"target_id": "association-founded-report", "stated": "1888", "correct": "1492"})
    assert len(said(events_fit_what_is_said, bees)) == 1
    with rows_of(bees[0], "mentions") as rows:
        first = next(row for row in rows if row["mention_id"] == "association-founded-report")
        rows.append(first | {"printed": "that year"})
    assert said(events_fit_what_is_said, bees) == []
