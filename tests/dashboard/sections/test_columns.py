"""What lists show of a number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.sections import columns
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests.dashboard.pages.conftest import write_checked
from tests.dashboard.pages.shown import text
from validation.model.observations import Observation
from validation.model.subjects import NOBODY
from validation.vocabulary import REFERENCE, STATUSES, UNVERIFIED_STATUS


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


def test_a_number_is_told_in_its_source_s_words_and_whose_it_is_shows(data: Snapshot, number: Observation) -> None:
    place = 'href="/observations/hives-report"'
    assert html_text(columns.stated(number)) == f'<a class="stated of-document" {place}>almost 4,000 hives</a>'
    counted = replace(number, source=replace(number.source, kind=REFERENCE))
    assert html_text(columns.stated(counted)) == f'<a class="stated of-reference" {place}>almost 4,000 hives</a>'
    calculated = html_text(columns.stated(data.register.derived["honey-before"]))
    assert 'class="stated of-calculated"' in calculated
    assert calculated.endswith('<span class="none">calculated</span></span>')


def test_a_verdict_is_a_sign_with_words_for_those_who_do_not_see_it(tmp_path: Path) -> None:
    register = load(*write_checked(tmp_path)).register
    shown = {name: html_text(columns.verdict(one, register)) for name, one in register.numbers.items()}
    assert "shape-unequal" in shown["hives-report"]
    assert '<span class="unseen">Disputed</span>' in shown["hives-report"]
    assert shown["hives-census"] == ""


def test_a_calculated_number_leads_to_the_source_of_all_its_parts(data: Snapshot, number: Observation) -> None:
    link = '<a href="/sources/honey-year">The Honey Year</a>'
    assert html_text(columns.source(number)) == link
    calculated = data.register.derived["honey-before"]
    assert html_text(columns.source(calculated)) == link
    assert columns.source(replace(calculated, source=NOBODY)) == "several sources"


def test_an_unknown_period_is_said(number: Observation) -> None:
    assert columns.period(number) == "2021"
    assert html_text(columns.period(replace(number, period=None))) == '<span class="none">not stated</span>'


def test_a_range_has_both_its_ends(data: Snapshot) -> None:
    price = data.register.observations["jar-price-report"]
    assert columns.COLUMNS["value"].cell(price, data.register) == "8–11"


def test_codes_are_shown_in_words(data: Snapshot, number: Observation) -> None:
    shown = {name: html_text(column.cell(number, data.register)) for name, column in columns.COLUMNS.items()}
    assert shown["qualifier"] == "nearly"
    assert shown["status"] == "Stated as fact"
    assert text(shown["evidence"]) == "✓ Verified"
    rumor = replace(number, status=UNVERIFIED_STATUS)
    assert columns.COLUMNS["status"].cell(rumor, data.register) == STATUSES[UNVERIFIED_STATUS].words


def test_every_column_can_be_empty(data: Snapshot, number: Observation) -> None:
    bare = replace(number, period=None, attribution="", quote="", note="")
    shown = [html_text(column.cell(bare, data.register)) for column in columns.COLUMNS.values()]
    assert "None" not in "".join(shown)


def test_a_number_that_is_no_fact_says_so(number: Observation) -> None:
    assert "not verified" in text(html_text(columns.stated(replace(number, status=UNVERIFIED_STATUS))))
