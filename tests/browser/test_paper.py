"""Pages on paper, with the bees: what can't be pressed there isn't printed, and each sheet says where it is from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.app import create_app
from dashboard.state.store import Snapshot, Store, load
from tests.dashboard.pages.conftest import write_checked

pytestmark = pytest.mark.long

DESK: Any = {"width": 1280, "height": 800}
SHEET: Any = {"width": 718, "height": 1000}  # A4 between margins of a centimeter
LINKED = "/sources/honey-year?at=honey-report"
PATHS = ("/", "/observations/hives-report", "/charts/hives", "/data?topic=Honey", "/timeline", LINKED, "/about")
PRESSED = "button, input, select, nav a, details:not([open]) > summary"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*write_checked(tmp_path_factory.mktemp("bees")))


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], data: Snapshot) -> str:
    return serve(create_app(Store(lambda: data)))


def put_on_paper(page: Page) -> None:
    """As the browser does it: it tells the page, and then lays it out for the sheet."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)


@pytest.mark.parametrize("path", PATHS)
def test_what_is_to_be_pressed_or_opened_is_not_printed(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    put_on_paper(page)
    assert page.locator(PRESSED).filter(visible=True).all_text_contents() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]


def test_each_page_says_once_where_it_is_from_whatever_a_form_has_said(
    page: Page, address: str, data: Snapshot
) -> None:
    page.goto(f"{address}/data")
    page.get_by_label("Topic").select_option("Honey")
    expect(page).to_have_url(f"{address}/data?topic=Honey")
    put_on_paper(page)
    text = page.locator("body").inner_text()
    assert (text.count(f"{address}/data?topic=Honey"), text.count(data.version)) == (1, 1)


def test_a_section_of_which_all_is_folded_leaves_no_heading(page: Page, address: str) -> None:
    page.goto(f"{address}/about")
    put_on_paper(page)
    expect(page.locator("#dictionary")).to_be_hidden()
    expect(page.locator("#marks")).to_be_visible()
    page.locator("#dictionary details").first.evaluate("fold => (fold.open = true)")
    expect(page.locator("#dictionary")).to_be_visible()


def test_what_a_number_is_held_against_is_printed_with_its_verdict(page: Page, address: str) -> None:
    page.goto(f"{address}/checked")
    put_on_paper(page)
    pairs = page.locator(".pair")
    assert pairs.count()
    for pair in pairs.all():
        expect(pair.locator(".pair-body > p").first).to_be_visible()


def test_a_chart_wider_than_a_sheet_is_made_smaller_as_a_whole(page: Page, address: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{address}/timeline")
    drawing = page.locator(".canvas .main-svg").first
    expect(drawing).to_be_visible()
    before = drawing.bounding_box() or {}
    put_on_paper(page)
    after, canvas = drawing.bounding_box() or {}, page.locator(".canvas").bounding_box() or {}
    assert before["width"] > SHEET["width"] > after["width"]
    assert after["height"] == pytest.approx(canvas["height"], abs=2)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".canvas").evaluate("canvas => canvas.style.zoom + canvas.style.height") == ""
