"""The card around a chart, the place of its drawing, and the address of its figure."""

from __future__ import annotations

from typing import Any

import pytest
from dash import html
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.charts.drawing.canvas import Figure
from dashboard.sections import cards
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import BREADTHS, SPANS, Span, View
from dashboard.web.bodies import FOREVER
from dashboard.web.document import html_text
from tests.dashboard import harbor
from validation.model.register import Register

VIEWS = [View("light", 390), View("dark", 1200)]
STAMP = harbor.snapshot().stamp
FIGURE = f"/figures/{STAMP}/light-390/full/chart/catch.json"


class Pen:
    """Draws like the harbor, as high as it is wide, and remembers the widths."""

    def __init__(self) -> None:
        self.widths: list[int] = []

    def __call__(self, data: Snapshot, key: str, /, *, scheme: str, width: int) -> Figure:
        self.widths.append(width)
        figure = harbor.draw(data, key, scheme=scheme, width=width)
        return {**figure, "layout": {**figure["layout"], "height": width}}


@pytest.fixture
def card() -> Any:
    return harbor.chart(harbor.snapshot())


@pytest.fixture
def pen() -> Pen:
    return Pen()


@pytest.fixture
def client(pen: Pen) -> FlaskClient:
    return create_app(Store(harbor.snapshot), shown=(), draw=pen).server.test_client()


def test_a_card_says_what_the_drawing_says(card: Any) -> None:
    written = html_text(card)
    assert "<h2>Herring leads</h2>" in written
    assert 'aria-label="Bars: 990,000 herring, 62,000 eels."' in written
    assert 'role="img"' in written
    assert "Source: Harbor report, <strong>as stated</strong>." in written


def test_what_is_taken_away_says_it_too(card: Any) -> None:
    written = html_text(card)
    assert 'data-source="Source: Harbor report, as stated."' in written
    assert 'data-headline="Herring leads"' in written
    assert 'data-name="chart-catch"' in written
    assert '<a href="/download/catch.csv">CSV</a>' in written


def test_the_heights_are_there_before_the_drawing(card: Any) -> None:
    (place,) = (part for part in card._traverse() if getattr(part, "className", "") == "canvas")
    assert place.style == {f"--h{breadth}": "220px" for breadth in BREADTHS}
    assert 'data-figure="chart/catch" data-span="full"' in html_text(place)
    assert html_text(place).endswith("></div>")


def test_numbers_in_words_have_no_place_for_a_drawing() -> None:
    card = cards.Card("chart/catch", "Catch", "", "Harbor report", "", html.Table())
    written = html_text(cards.in_words(card, html.P("990,000 herring")))
    assert "<p>990,000 herring</p>" in written
    assert "data-figure" not in written


@pytest.mark.parametrize("span", SPANS)
def test_heights_are_those_at_each_breadth_and_found_once(pen: Pen, span: Span) -> None:
    data, widths = harbor.snapshot(), [View("light", breadth).width(span) for breadth in BREADTHS]
    high = cards.heights(data, pen, "chart/catch", span)
    assert high == tuple(widths)
    assert cards.heights(data, pen, "chart/catch", span) == high
    assert pen.widths == widths


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("span", SPANS)
def test_a_figure_is_drawn_for_the_view_and_the_span(client: FlaskClient, view: View, span: Span) -> None:
    answer = client.get(f"/figures/{STAMP}/{view}/{span}/chart/catch.json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.get_json()["layout"]["width"] == view.width(span)
    colors = {"light": "#1d2733", "dark": "#eef1f4"}
    assert answer.get_json()["layout"]["template"]["layout"]["font"]["color"] == colors[view.scheme]


def test_a_figure_is_drawn_once_for_each_view_and_span(client: FlaskClient, pen: Pen) -> None:
    asked = [f"/figures/{STAMP}/{view}/{span}/chart/catch.json" for view in VIEWS for span in SPANS]
    first = {address: client.get(address).data for address in asked}
    assert {address: client.get(address).data for address in asked} == first
    assert client.get(FIGURE, headers={"Accept-Encoding": "br"}).headers["Content-Encoding"] == "br"
    assert len(pen.widths) == len(asked)


def test_a_figure_may_be_kept_for_good_and_read_in_a_frame_of_anybody_s(client: FlaskClient) -> None:
    answer = client.get(FIGURE)
    again = client.get(FIGURE, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    for headers in (answer.headers, again.headers):
        assert headers["Cache-Control"] == FOREVER
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "immutable" in FOREVER


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("000000000000/light-390/full/chart/catch", "No version is called “000000000000”."),
        (f"{STAMP}/sepia-390/full/chart/catch", "No view is called “sepia-390”."),
        (f"{STAMP}/light-391/full/chart/catch", "No view is called “light-391”."),
        (f"{STAMP}/light-390/third/chart/catch", "No span is called “third”."),
        (f"{STAMP}/light-390/full/chart/cath", "Nearest: catch"),
        (f"{STAMP}/light-390/full/catch", "No chart is called “catch”."),
        (f"{STAMP}/light-390/full", "No page is called"),
    ],
)
def test_a_figure_there_is_not_is_refused_and_not_kept(client: FlaskClient, address: str, says: str) -> None:
    answer = client.get(f"/figures/{address}.json")
    assert answer.status_code == 404
    assert says in answer.text
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_page_of_the_data_before_still_has_its_figures() -> None:
    store, statuses = Store(harbor.snapshot), []
    client = create_app(store, shown=(), draw=harbor.draw).server.test_client()
    for title in ("one", "another"):
        store.put(Snapshot(Register({}, {}, about={"title": title})))
        statuses.append(client.get(FIGURE).status_code)
    assert statuses == [200, 404]
