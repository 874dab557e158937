"""Where and when a request reads."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from dashboard.web import visits
from validation.language import periods
from validation.model.citations import NOWHERE, Visit


@pytest.mark.parametrize(
    ("base_url", "base"),
    [
        ("http://127.0.0.1:8050", "http://127.0.0.1:8050"),
        ("https://bees.example/valley/", "https://bees.example/valley"),
    ],
)
def test_a_request_has_an_address_and_a_day(monkeypatch: pytest.MonkeyPatch, base_url: str, base: str) -> None:
    monkeypatch.setattr(visits, "today", lambda: date(2026, 11, 26))
    with Flask(__name__).test_request_context("/about?x=1", base_url=base_url):
        assert visits.current_visit() == Visit(base, periods.read("2026-11-26"))


def test_without_a_request_nothing_is_read() -> None:
    assert visits.current_visit() == NOWHERE


def test_the_day_is_this_one() -> None:
    before = date.today()
    assert before <= visits.today() <= date.today()
