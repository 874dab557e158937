"""What lists show of a number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.sections import columns
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import text
from validation.model.observations import Observation
from validation.model.subjects import NOBODY
from validation.vocabulary import OVER, STATUSES, UNVERIFIED_STATUS


@pytest.fixture
def number(data: Snapshot) -> Observation:
    return data.register.observations["hives-report"]


@pytest.mark.parametrize(
    ("low", "low_open", "high", "high_open", "words"),
    [
        ("180", True, None, False, "above 180"),
        ("180", False, None, False, "at least 180"),
        (None, False, "1000000", True, "below 1,000,000"),
        (None, False, "9.5", False, "at most 9.5"),
        ("41.25", False, "41.35", False, "41.25 to 41.35"),
        ("7", False, "7.0", False, "7"),
        (None, False, None, False, ""),
    ],
)
def test_bounds_in_words(
    number: Observation, low: str | None, low_open: bool, high: str | None, high_open: bool, words: str
) -> None:
    ends = {"low": low and Decimal(low), "high": high and Decimal(high)}
    amount = replace(number.amount, **ends, low_open=low_open, high_open=high_open)
    assert columns.bounds(replace(number, amount=amount)) == words


def test_a_stated_number_shows_its_mark_and_leads_to_its_page(number: Observation) -> None:
    shown = html_text(columns.stated(replace(number, qualifier=OVER)))
    assert shown.startswith('<a class="stated" href="/observations/hives-report">')
    assert "mark-over" in shown
    assert "almost 4,000 hives" in shown


def test_a_calculated_number_leads_to_the_source_of_all_its_parts(data: Snapshot, number: Observation) -> None:
    link = '<a href="/sources/honey-year">The Honey Year</a>'
    assert html_text(columns.source(number)) == link
    calculated = data.register.derived["honey-before"]
    assert html_text(columns.source(calculated)) == link
    assert html_text(columns.source(replace(calculated, source=NOBODY))) == '<span class="none">several sources</span>'


def test_an_unknown_period_is_said(number: Observation) -> None:
    assert columns.period(number) == "2021"
    assert html_text(columns.period(replace(number, period=None))) == '<span class="none">not stated</span>'


def test_a_range_has_both_its_ends(data: Snapshot) -> None:
    assert columns.COLUMNS["value"].cell(data.register.observations["jar-price-report"]) == "8–11"


def test_codes_are_shown_in_words(number: Observation) -> None:
    shown = {name: html_text(column.cell(number)) for name, column in columns.COLUMNS.items()}
    assert shown["qualifier"] == "nearly"
    assert shown["status"] == "Stated as fact"
    assert text(shown["evidence"]) == "✓ Verified"
    rumor = replace(number, status=UNVERIFIED_STATUS)
    assert columns.COLUMNS["status"].cell(rumor) == STATUSES[UNVERIFIED_STATUS].words


def test_every_column_can_be_empty(number: Observation) -> None:
    bare = replace(number, period=None, attribution="", quote="", note="")
    shown = [html_text(column.cell(bare)) for column in columns.COLUMNS.values()]
    assert "None" not in "".join(shown)
