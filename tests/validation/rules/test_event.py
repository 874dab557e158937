"""Events and what sources say of their time."""

from __future__ import annotations

import pytest

from tests.edits import rows_of
from tests.validation.rules.asking import add, change, said
from validation.rules.event import events_fit_their_mentions


@pytest.mark.parametrize(
    ("period", "fits"),
    [("1977", True), ("1979-05", True), ("1978", False), ("197X", True), ("", True), ("1978-13", True)],
)
def test_an_event_shares_a_day_with_a_mention(bees, period, fits):
    change(bees, "events", "first-mite", period=period)
    missed = f"period must share a day with a mention of the event, and {period} shares none"
    assert said(events_fit_their_mentions, bees) == ([] if fits else [missed])


def test_what_an_erratum_calls_wrong_places_no_event(bees):
    change(bees, "events", "association-founded", period="1890")
    assert len(said(events_fit_their_mentions, bees)) == 1
    wrong = {"stated": "1888", "correct": "1890", "reason": "Its register."}
    add(bees, "errata", {"target_id": "association-founded-report"} | wrong)
    assert said(events_fit_their_mentions, bees) == []


def test_an_event_that_nobody_mentions_stands(bees):
    with rows_of(bees[0], "mentions") as rows:
        rows.clear()
    assert said(events_fit_their_mentions, bees) == []
