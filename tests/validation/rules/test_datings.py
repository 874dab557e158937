"""Datings: what is printed is the mention's time, a stated year is in the document, events fit their mentions."""

from __future__ import annotations

import pytest

from tests import collection
from tests.edits import findings, rows_of, set_cell
from validation.model.register import load
from validation.rules.datings import dates_agree


@pytest.fixture
def bees(tmp_path):
    return collection.write(tmp_path)


def dated(bees, printed: str, period: str, basis: str = "stated") -> str:
    """What is said of a mention that is printed so and has this period."""
    with rows_of(bees[0], "mentions") as rows:
        rows[0].update(printed=printed, period=period, period_basis=basis)
    return "".join(fault.message for fault in dates_agree(load(*bees)))


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("1888", "1888"),
        ("the 1920s", "192X"),
        ("1980-88", "1980/1988"),
        ("21 July 2008", "2008-07-21"),
        ("July 2023", "2023-07"),
        ("between May 1969 and June 1970", "1969/1970"),
        ("February 29, 2024", "2024-02-29"),
    ],
)
def test_a_dating_as_it_is_printed(bees, printed, period):
    assert dated(bees, printed, period) == ""


@pytest.mark.parametrize(
    ("printed", "period", "missed"),
    [
        ("1888", "1889", "hold 1888"),
        ("1888", "1888/1889", "not reach beyond 1888"),
        ("1888", "188X", "not reach beyond 1888"),
        ("1980-88", "1980/1987", "hold 1980 and 1988"),
        ("21 July 2008", "2008-07-12", "hold 21 July"),
        ("21 July 2008", "2008-06", "hold 21 July"),
        ("July 2023", "2023-08", "hold July"),
    ],
)
def test_a_dating_that_is_not_what_is_printed(bees, printed, period, missed):
    assert dated(bees, printed, period) == f'period must {missed}, as printed "{printed}" says, not {period}'


@pytest.mark.parametrize(
    ("printed", "period", "missed"),
    [("In May", "2023-05", ""), ("In May", "2023", ""), ("In May", "2023-06", "hold May"), ("after 1989", "1990", "")],
)
def test_of_an_inferred_dating_only_months_and_days_are_compared(bees, printed, period, missed):
    assert missed in dated(bees, printed, period, "inferred")
    assert bool(missed) == bool(dated(bees, printed, period, "inferred"))


def test_a_stated_year_stands_in_the_document(bees):
    line = set_cell(bees[0], "observations", "honey-report", "period", "2012")
    found = [(one.rule, one.line) for one in findings(*bees)]
    assert ("period/stated", line) in found
    assert "period/stated" not in {one.rule for one in findings(bees[0])}


def test_an_event_shares_a_day_with_a_mention(bees):
    line = set_cell(bees[0], "events", "first-mite", "period", "1978")
    assert [(one.rule, one.line) for one in findings(*bees)] == [("event/period", line)]


def test_what_an_erratum_calls_wrong_places_no_event(bees):
    set_cell(bees[0], "events", "association-founded", "period", "1890")
    wrong = {"stated": "1888", "correct": "1890", "reason": "Its register.", "authority_id": ""}
    with rows_of(bees[0], "errata") as rows:
        rows.append({"target_id": "association-founded-report"} | wrong)
    assert findings(*bees) == []
