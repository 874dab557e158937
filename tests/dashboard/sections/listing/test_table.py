"""The table of a page's numbers."""

from __future__ import annotations

import re

import pytest

from dashboard.pages import data as page
from dashboard.sections import columns
from dashboard.state.store import Snapshot
from tests.dashboard.pages.shown import links, show, text
from tests.dashboard.sections.listing.shown import listed, results


def test_numbers_lead_to_their_passage_indicator_and_source_and_keep_their_words(bees: Snapshot) -> None:
    shown = results(bees, "indicator=hives&source=honey-year")
    assert {"/observations/hives-report", "/indicators/hives", "/sources/honey-year"} <= set(links(shown))
    assert "Clear What: Hives before winter ×" in text(shown)
    assert "Disputed almost 4,000 hives Hives before winter Ash Valley 2021 The Honey Year" in text(shown)


def test_documents_numbers_are_told_from_references(bees: Snapshot) -> None:
    shown = results(bees)
    kinds = re.findall('class="stated of-(.+?)"', shown)
    assert kinds == ["document"] * 16 + ["reference"] * 2


def test_verdicts_are_signs_with_a_key_and_can_be_chosen(bees: Snapshot) -> None:
    shown = show(page.layout, bees, "indicator=hives")
    assert text(shown.partition('class="legend"')[2]).endswith("Matches public statistics Disputed")
    assert '<option value="disputed">Disputed</option>' in shown
    assert listed(results(bees, "verdict=disputed")) == ["hives-report"]
    assert 'class="legend"' not in results(bees, "indicator=hives&columns=note")


@pytest.mark.parametrize("name", [name for name in columns.COLUMNS if name not in columns.FIXED])
def test_every_column_can_be_shown_and_hidden_again(bees: Snapshot, name: str) -> None:
    shown = results(bees, f"columns={name}")
    heads = [text(head).rstrip(" ↕") for head in re.findall('<th[^>]*scope="col".*?</th>', shown)]
    assert heads == [column.heading for key, column in columns.COLUMNS.items() if key in (*columns.FIXED, name)]
    assert "/data?columns=indicator" in links(shown)


@pytest.mark.parametrize("word", sorted({column.sort for column in columns.COLUMNS.values()}))
def test_every_column_sorts_both_ways(bees: Snapshot, word: str) -> None:
    up, down = (listed(results(bees, f"sort={sign}{word}")) for sign in ("", "-"))
    assert sorted(up) == sorted(down) == sorted(bees.register.numbers)
