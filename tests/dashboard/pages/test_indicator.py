"""The page of one indicator."""

from __future__ import annotations

import pytest

from dashboard.pages import indicator
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import text


def shown(data: Snapshot, name: str) -> str:
    return html_text(indicator.layout(data, indicator_id=name))


def test_every_number_has_its_passage(bees: Snapshot) -> None:
    html = shown(bees, "hives")
    assert '<tr id="hives-letter"' in html
    assert "<mark>Around 4,600 hives</mark> stood in" in html
    assert "<mark>almost 4,000 hives</mark>" in html
    assert "Table 1" in html
    assert "as a source states it" in html


def test_it_leads_to_its_files_and_its_level(bees: Snapshot) -> None:
    html = shown(bees, "honey-growth")
    assert 'href="/download/indicators/honey-growth.json"' in html
    assert 'href="/indicators/honey"' in html
    assert "a change over an earlier period" in html


def test_accounts_are_compared(bees: Snapshot) -> None:
    assert "4,215 is not below 4,000." in text(shown(bees, "hives"))
    assert "Other accounts" not in shown(bees, "founders")


def test_an_indicator_that_no_source_states_has_its_calculation(real: Snapshot) -> None:
    stated = {number.indicator.id for number in real.register.observations}
    derived = {number.indicator.id for number in real.register.derived.values()}
    html = shown(real, min(derived - stated))
    assert '<ol class="working">' in html
    assert "Every number and its passage" not in html


def test_nothing_has_an_unknown_id(bees: Snapshot) -> None:
    with pytest.raises(Unknown):
        shown(bees, "hive")
    assert indicator.title(bees, "hives") == "Hives before winter"
