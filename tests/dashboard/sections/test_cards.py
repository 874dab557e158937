"""The card around a chart, the place of its drawing, and the address of its figure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from dash import html
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.charts.drawing.canvas import Figure
from dashboard.design import theme
from dashboard.sections import cards
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import BREADTHS, SPANS, Span, View
from dashboard.web.bodies import FOREVER
from dashboard.web.document import html_text
from tests.dashboard import harbor
from validation.model.register import Register

VIEWS = [View("light", 390), View("dark", 1200)]
STAMP = harbor.snapshot().stamp
CARD = cards.Card("chart/catch", "Catch", "", ["Harbor report"], "", html.Table())
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
    assert '<h2><a href="/charts/catch">Herring leads</a></h2>' in written
    assert 'aria-label="Bars: 990,000 herring, 62,000 eels."' in written
    assert 'role="img"' in written
    assert "Sources: Harbor report; numbers as stated." in written
    key = '<li><span aria-hidden="true" class="swatch as-bar of-doc"></span>what the report states</li>'
    assert f'<ul class="chart-key">{key}</ul>' in written


def test_a_picture_says_it_too_and_where_it_is_from(card: Any) -> None:
    written = html_text(card)
    source = "Blue: what the report states. Gray: a reference. Sources: Harbor report; numbers as stated."
    assert f'data-source="{source} /charts/catch, data version 0123456789ab"' in written
    assert 'data-headline="Herring leads"' in written
    assert 'data-name="chart-catch"' in written


def test_all_that_can_be_taken_away_is_in_one_menu(card: Any) -> None:
    (menu,) = (html_text(part) for part in card._traverse() if getattr(part, "className", "") == "share")
    assert re.findall('data-picture="(.+?)"', menu) == ["png", "svg"]
    assert re.findall('data-copy="(.+?)"', menu) == ["/charts/catch", "&lt;iframe&gt;", "Harbor report."]
    assert '<a href="/download/catch.csv">CSV</a>' in menu


@pytest.mark.parametrize("show", cards.TABS)
def test_a_card_shows_one_of_its_panels_and_has_them_all(show: str) -> None:
    written = html_text(harbor.chart(harbor.snapshot(), show))
    assert re.findall('data-panel="([a-z]+)"(?! hidden)', written) == [show]
    assert re.findall('data-panel="([a-z]+)"', written) == [*cards.TABS]
    assert re.findall('<a aria-current="true" data-tab="([a-z]+)"', written) == [show]


@pytest.mark.parametrize(
    ("href", "tabs"),
    [
        ("/charts/catch", ["/charts/catch", "/charts/catch?show=table"]),
        ("/compare#catch", ["/compare#catch", "/compare?show=table#catch"]),
        ("", []),
    ],
)
def test_a_tab_is_a_link_to_the_page_that_shows_so(href: str, tabs: list[str]) -> None:
    written = html_text(cards.around(replace(CARD, href=href), (220,) * len(BREADTHS)))
    assert re.findall('data-tab="[a-z]+" href="(.+?)"', written) == tabs


def test_in_short_there_is_the_drawing_its_table_and_the_way_on() -> None:
    card = replace(CARD, more=[("/charts/catch", "3 more in the chart")])
    written = html_text(cards.in_short(card, (220,) * len(BREADTHS)))
    assert re.findall('data-panel="([a-z]+)"', written) == ["chart", "table"]
    assert '<a href="/charts/catch">3 more in the chart</a>' in written
    assert "chart-key" not in written


def test_sources_that_are_not_named_are_not_announced() -> None:
    written = html_text(cards.around(replace(CARD, sources=[]), (220,) * len(BREADTHS)))
    assert 'data-source="Numbers as stated."' in written
    assert "Sources:" not in written


def test_a_long_list_of_sources_is_counted_but_in_the_picture() -> None:
    few, many = (
        html_text(cards.around(replace(CARD, sources=names), (220,) * len(BREADTHS))) for names in ("abcd", "abcde")
    )
    assert few.count("Sources: a; b; c; d; numbers as stated.") == 2
    assert "Sources: a; b; c; and 2 more, in the table; numbers as stated." in many
    assert 'data-source="Sources: a; b; c; d; e; numbers as stated."' in many


def test_a_brief_card_says_its_sources_in_the_picture_alone(card: Any) -> None:
    share = cards.Share("/charts/catch", "/charts/catch", "0123456789ab")
    figure = cards.around(replace(CARD, brief=True), (220,) * len(BREADTHS), share)
    told = 'data-source="Sources: Harbor report; numbers as stated. /charts/catch, data version 0123456789ab"'
    assert told in html_text(figure)
    assert html_text(figure).count("Harbor report") == 1


def test_what_is_not_drawn_makes_no_picture() -> None:
    written = html_text(
        cards.in_words(replace(CARD, href="/charts/catch"), html.P(), cards.Share("/charts/catch", "/charts/catch", ""))
    )
    assert "Copy link" in written
    assert "data-picture" not in written


def test_points_are_walked_through_as_they_are_drawn_then_what_is_not() -> None:
    points = [cards.Point(name, name, "") for name in ("unmarked", "low", "high")]
    figure = {"data": [], "layout": {"meta": {"order": ["high", "low", "line"]}}}
    walked = cards.walked(figure, points)["layout"]["meta"]["points"]
    assert [point.id for point in walked] == ["high", "low", "unmarked"]


def test_the_heights_are_there_before_the_drawing(card: Any) -> None:
    (place,) = (part for part in card._traverse() if getattr(part, "className", "") == "canvas")
    assert place.style == {f"--h{breadth}": "220px" for breadth in BREADTHS}
    assert 'data-figure="chart/catch" data-span="full"' in html_text(place)
    assert html_text(place).endswith("></div>")


def test_numbers_in_words_have_no_place_for_a_drawing() -> None:
    written = html_text(cards.in_words(CARD, html.P("990,000 herring")))
    assert "<p>990,000 herring</p>" in written
    assert "data-figure" not in written


@pytest.mark.parametrize("span", SPANS)
def test_heights_are_those_at_each_breadth_and_found_once(pen: Pen, span: Span) -> None:
    data, widths = harbor.snapshot(), [View("light", breadth).width(span) for breadth in BREADTHS]
    high = cards.heights(data, pen, "chart/catch", span)
    assert high == tuple(widths)
    assert cards.heights(data, pen, "chart/catch", span) == high
    assert sorted(pen.widths) == sorted(set(widths))


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("span", SPANS)
def test_a_figure_is_drawn_for_the_view_and_the_span(client: FlaskClient, view: View, span: Span) -> None:
    answer = client.get(f"/figures/{STAMP}/{view}/{span}/chart/catch.json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.get_json()["layout"]["width"] == view.width(span)
    (bar,) = answer.get_json()["data"]
    assert bar["marker"]["color"] == theme.of_document(view.scheme).color


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
        (f"{STAMP}/light-390/quarter/chart/catch", "No span is called “quarter”."),
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
