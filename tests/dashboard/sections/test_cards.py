"""The card around a chart, and how it is drawn anew."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.sections import cards
from dashboard.state.views import View
from dashboard.web.document import html_text
from tests.dashboard import harbor


@pytest.fixture
def card() -> Any:
    return harbor.chart(harbor.snapshot(), View())


@pytest.fixture
def graph(card: Any) -> Any:
    return next(part for part in card._traverse() if getattr(part, "_type", "") == "Graph")


def test_a_card_says_what_the_drawing_says(card: Any) -> None:
    written = html_text(card)
    assert "<h2>Herring leads</h2>" in written
    assert 'aria-label="Bars: 990,000 herring, 62,000 eels."' in written
    assert 'role="img"' in written
    assert "Source: Harbor report, <strong>as stated</strong>." in written
    assert 'data-said="eels: 62,000"' in written


def test_what_is_taken_away_says_it_too(card: Any) -> None:
    written = html_text(card)
    assert 'data-source="Source: Harbor report, as stated."' in written
    assert 'data-headline="Herring leads"' in written
    assert 'data-name="chart-catch"' in written
    assert '<a href="/download/catch.csv">CSV</a>' in written


def test_the_height_is_there_before_the_drawing(graph: Any) -> None:
    assert graph.style == {"height": "220px"}
    assert graph.config["displayModeBar"] is False


@pytest.mark.parametrize("view", [View("light", 390), View("dark", 1200)])
def test_a_figure_is_drawn_for_the_view(view: View) -> None:
    figure = cards.drawn(harbor.snapshot(), harbor.draw, "chart/catch", view, "full")
    assert figure["layout"]["width"] == view.width("full")
    assert figure["layout"]["meta"] == {"view": str(view)}
    assert (
        figure["layout"]["template"]["layout"]["font"]["color"] == {"light": "#1d2733", "dark": "#eef1f4"}[view.scheme]
    )


def test_a_figure_is_drawn_once_for_each_view() -> None:
    data = harbor.snapshot()
    keys = ("chart/catch", View(), "full")
    first = cards.drawn(data, harbor.draw, *keys)
    assert cards.drawn(data, harbor.draw, *keys) is first
    assert cards.drawn(data, harbor.draw, "chart/catch", View(), "half") is not first
    assert cards.drawn(harbor.snapshot(), harbor.draw, *keys) is not first
