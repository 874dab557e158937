"""What lists show of a number."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.design import codes
from dashboard.sections import columns as cells
from dashboard.web.markup import html_text
from validation.files import schemas

ROW: dict[str, Any] = {
    "observation_id": "boats-1931",
    "said": "over 180 boats",
    "qualifier": "over",
    "low": 180.0,
    "low_open": True,
    "high": None,
    "high_open": False,
    "period": "",
}


@pytest.mark.parametrize(
    ("low", "low_open", "high", "high_open", "words"),
    [
        (180.0, True, None, False, "above 180"),
        (180.0, False, None, False, "at least 180"),
        (None, False, 1_000_000.0, True, "below 1,000,000"),
        (None, False, 9.5, False, "at most 9.5"),
        (41.25, False, 41.35, False, "41.25 to 41.35"),
        (7.0, False, 7.0, False, "7"),
        (None, False, None, False, ""),
    ],
)
def test_bounds_in_words(low: float | None, low_open: bool, high: float | None, high_open: bool, words: str) -> None:
    row = ROW | {"low": low, "low_open": low_open, "high": high, "high_open": high_open}
    assert cells.bounds(row) == words


def test_a_stated_number_shows_its_mark_and_leads_to_its_passage() -> None:
    shown = html_text(cells.stated(ROW))
    assert shown.startswith('<a class="stated" href="/observations/boats-1931">')
    assert "mark-over" in shown
    assert "over 180 boats" in shown


def test_an_unknown_period_is_said() -> None:
    assert html_text(cells.period(ROW)) == '<span class="none">not stated</span>'


@pytest.mark.parametrize(
    ("value", "written"), [(73_150_000_000.0, "73,150,000,000"), (33.3333, "33.3333"), (-5.0, "-5")]
)
def test_all_digits_are_written(value: float, written: str) -> None:
    assert cells.number(value) == written


def test_every_code_has_its_words() -> None:
    assert set(codes.STATUSES) == set(schemas.STATUSES)
    assert set(codes.BASES) == set(schemas.PERIOD_BASES)
    assert set(codes.VERDICTS) == set(schemas.CHECK_VERDICTS)
