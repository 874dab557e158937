"""Numbers set large in their own words."""

from __future__ import annotations

import pytest
from dash import html

from dashboard.sections import tiles
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import links, text
from validation.model.observations import Observation


@pytest.fixture
def losses(data: Snapshot) -> list[Observation]:
    """One indicator in two sources."""
    return data.register.observations.where("indicator_id", "losses")


@pytest.fixture
def swarms(data: Snapshot) -> list[Observation]:
    return data.register.observations.where("indicator_id", "swarms-lost")


def test_every_number_has_a_tile_and_repeats_share_one(data: Snapshot, losses: list[Observation]) -> None:
    one, other = losses
    assert tiles.count(losses) == html_text(tiles.tiles(data, losses)).count('class="tile"') == 2
    assert tiles.count([one, one, other]) == 2
    assert "stated 2 times" in html_text(tiles.tiles(data, [one, one]))


def test_a_tile_is_in_the_words_of_its_source(data: Snapshot, swarms: list[Observation]) -> None:
    html = html_text(tiles.tiles(data, swarms))
    assert text(html) == "Swarms lost At most 6 swarms Ash Valley · period not stated ! Unverified report"
    assert "mark-at-most" in html
    assert links(html) == ["/sources/honey-year?at=swarms-lost-report"]


def test_a_hyphen_joins_a_number_to_its_unit(real: Snapshot) -> None:
    number = real.register.observations["conflict-duration-1969-aigun"]
    assert number.said == "seven-month"
    assert '<strong>seven</strong><span class="after">-month</span>' in html_text(html.P(tiles.large(number)))


def test_a_tile_leads_to_its_number_where_the_document_is_not_here(alone: Snapshot, swarms: list[Observation]) -> None:
    assert links(html_text(tiles.tiles(alone, swarms))) == ["/observations/swarms-lost-report"]


def test_tiles_of_several_sources_name_them(data: Snapshot, losses: list[Observation]) -> None:
    words = text(html_text(tiles.tiles(data, losses)))
    assert "A Letter on Bees" in words
    assert "The Honey Year" in words
    assert "The Honey Year" not in text(html_text(tiles.tiles(data, losses[1:])))


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("jar-price-report", "<span><strong>8 to 11</strong>"),
        ("mite-treatment-report", "<span><strong>two thirds</strong></span>"),
        ("hives-report", '<span class="before">almost </span><strong>4,000</strong><span class="after"> hives</span>'),
    ],
)
def test_the_number_is_set_large_as_a_whole(data: Snapshot, name: str, html: str) -> None:
    assert html in html_text(tiles.large(data.register.numbers[name]))


def test_an_exact_number_has_no_mark(data: Snapshot) -> None:
    assert tiles.mark(data.register.numbers["honey-report"]) == []
