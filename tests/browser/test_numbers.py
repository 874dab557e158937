"""From a chart to a number's passage and back, in a browser, with the bees; every page accessible and fitting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from dashboard.app import create_app
from dashboard.design import theme
from dashboard.state.store import Store, load
from tests.dashboard.pages.conftest import write_checked

PHONE: Any = {"width": 390, "height": 800}
DESK: Any = {"width": 1280, "height": 800}
NUMBERS = ["/observations/hives-report", "/observations/hives-census"]
PAGES = ["/", "/charts/hives", "/embed/hives", "/indicators/hives", *NUMBERS]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_checked(tmp_path_factory.mktemp("bees"))


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], folders: tuple[Path, Path]) -> str:
    data = load(*folders)
    return serve(create_app(Store(lambda: data)))


@pytest.fixture(scope="module")
def elsewhere(serve: Callable[..., str], address: str) -> str:
    """A page of somebody else's with a chart of ours in a frame."""
    host = Flask("elsewhere")
    frame = '<!doctype html><title>Elsewhere</title><iframe src="{}/embed/hives" width="{}" height="700"></iframe>'
    host.add_url_rule("/", "page", lambda: frame.format(address, 900))
    host.add_url_rule("/narrow", "narrow", lambda: frame.format(address, 420))
    host.add_url_rule("/favicon.ico", "icon", lambda: ("", 204))
    return serve(host)


def drawn(page: Page) -> Any:
    return page.locator(".js-plotly-plot .main-svg").first


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.long
def test_pages_are_accessible_and_fit(sound: Callable[[str], None], address: str, path: str) -> None:
    sound(address + path)


def test_a_mark_opens_its_passage_then_its_number_and_its_indicator(page: Page, address: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{address}/charts/hives")
    mark = page.locator(".scatterlayer .trace").nth(1).locator("path")
    expect(mark).to_be_visible()
    _click_until_it_leads(page, mark, f"{address}/sources/honey-year?at=hives-report")
    expect(page.locator(".note.current")).to_contain_text("almost 4,000")
    page.get_by_role("link", name="All about this number").click()
    expect(page).to_have_url(f"{address}/observations/hives-report")
    page.locator("main").get_by_role("link", name="Hives before winter").first.click()
    expect(page.locator("h1")).to_have_text("Hives before winter")
    page.go_back()
    expect(page.locator("h1")).to_have_text("almost 4,000 hives")


def _click_until_it_leads(page: Page, mark: Locator, address: str) -> None:
    """A drawing answers a little later than it is seen, and on a busy machine later than that."""
    for _ in range(20):
        box = mark.bounding_box() if mark.count() else None
        if box:  # else the last click leads, and the drawing is gone
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        try:
            return expect(page).to_have_url(address, timeout=1_000)
        except AssertionError:
            continue
    return expect(page).to_have_url(address)


def test_points_are_walked_and_opened_by_key(page: Page, address: str) -> None:
    page.goto(f"{address}/indicators/hives")
    expect(drawn(page)).to_be_visible()
    page.locator(".canvas").first.focus()
    page.keyboard.press("ArrowRight")
    spoken = page.locator(".spoken").first
    expect(spoken).to_contain_text("1 of 4: Hives before winter")
    page.keyboard.press("End")
    expect(spoken).to_contain_text("4 of 4")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).not_to_have_text("Hives before winter")


def test_a_whole_tile_leads_to_its_passage(page: Page, address: str) -> None:
    page.goto(f"{address}/indicators/swarms-lost")
    page.locator(".tile .period").click(force=True)  # the link lies over the whole tile
    expect(page).to_have_url(f"{address}/sources/honey-year?at=swarms-lost-report")


def test_number_period_and_verdict_are_seen_without_scrolling(page: Page, address: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{address}/observations/hives-report")
    for seen in (page.locator("h1"), page.locator(".what strong"), page.locator(".outcome .verdict").first):
        box = seen.bounding_box()
        assert box
        assert box["y"] + box["height"] < DESK["height"] / 2


@pytest.mark.parametrize("scheme", theme.SCHEMES)
@pytest.mark.long
def test_blue_is_what_a_document_states_and_nothing_else(
    open_page: Callable[..., Page], address: str, scheme: str
) -> None:
    page = open_page(viewport=DESK, color_scheme=scheme)
    blue = "rgb({}, {}, {})".format(*bytes.fromhex(theme.tokens(scheme).doc[1:]))
    for path, told in zip(NUMBERS, (True, False), strict=True):
        page.goto(address + path)
        assert (style(page.locator("h1"), "color") == blue) is told
        sizes = []
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            sizes.append(style(page.locator("h1"), "fontSize"))
        assert sizes == ["64px", "46px"]
        for other in page.locator("main :is(p, .action-row) a, summary").all():
            assert style(other, "color") != blue


def style(element: Locator, name: str) -> str:
    return element.evaluate(f"element => getComputedStyle(element).{name}")


def test_cite_shows_the_citation_at_once_and_each_form_has_a_button(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/observations/hives-report")
    sentence = page.locator(".cite .sentence")
    expect(sentence).to_be_hidden()
    before = page.locator(".cite > summary").bounding_box()
    page.get_by_text("Cite", exact=True).click()
    expect(sentence).to_contain_text("States Hives before winter")
    assert page.locator(".cite > summary").bounding_box() == before
    page.get_by_role("button", name="Copy text").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == sentence.text_content()
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_function(f"async () => await navigator.clipboard.readText() === '{page.url}'")
    for name, ending in (("BibTeX", "bib"), ("CSL", "json")):
        place = page.get_by_role("link", name=name, exact=True).get_attribute("href")
        assert place == f"/cite/hives-report.{ending}"
        assert page.request.get(address + place).ok


def test_what_is_cited_is_printed_whole(page: Page, address: str) -> None:
    page.goto(f"{address}/observations/hives-report")
    page.emulate_media(media="print")
    expect(page.locator(".cite .sentence")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.long
def test_a_frame_of_another_site_is_drawn_for_its_own_width_and_scheme(
    open_page: Callable[..., Page], address: str, elsewhere: str, scheme: str
) -> None:
    page = open_page(viewport=DESK, color_scheme=scheme)
    # Two names of one machine are two sites.
    page.goto(elsewhere.replace("127.0.0.1", "localhost") + "/narrow")
    place = page.frame_locator("iframe").locator(".canvas")
    expect(place).to_have_attribute("data-view", f"{scheme}-390")
    expect(place.locator(".main-svg").first).to_be_visible()


def test_a_chart_is_framed_elsewhere_and_leads_here(page: Page, address: str, elsewhere: str) -> None:
    page.goto(elsewhere)
    frame = page.frame_locator("iframe")
    expect(frame.locator(".main-svg").first).to_be_visible()
    expect(frame.locator("header")).to_be_hidden()
    with page.context.expect_page() as opened:
        frame.get_by_role("link", name="every number with its passage").click()
    expect(opened.value).to_have_url(f"{address}/charts/hives")
