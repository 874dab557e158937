"""Every page of the bees as it first comes: without scripts, and that nothing moves when they do their part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.app import create_app
from dashboard.state.store import Store, load
from tests.dashboard.pages.conftest import write_checked

pytestmark = pytest.mark.long

PHONE: Any = {"width": 390, "height": 800}
DESK: Any = {"width": 1280, "height": 800}
PAGES = {
    "/": "Bees of the Ash Valley",
    "/data": "18 numbers",
    "/compare": "Where the sources disagree",
    "/checked": "match",
    "/timeline": "dated events",
    "/sources": "Two documents",
    "/sources/honey-year?at=honey-report": "The Honey Year",
    "/sources/bee-census": "Bee census",
    "/validation": "checks pass",
    "/about": "How it is checked",
    "/search?q=honey": "Search everything",
    "/charts/hives": "Hives in the valley",
    "/indicators/hives": "Hives before winter",
    "/observations/hives-report": "4,000",
    "/events/first-mite": "mite",
    "/embed/hives": "Hives in the valley",
    "/nowhere": "No such page",
}
MOVING = ("/", "/data", "/compare", "/timeline", "/sources/honey-year?at=honey-report", "/charts/hives")
SHIFTS = """() => new Promise(done => new PerformanceObserver(list => done(
    list.getEntries().reduce((sum, shift) => sum + shift.value, 0)
)).observe({type: 'layout-shift', buffered: true}) ?? setTimeout(done, 300, 0))"""


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    data = load(*write_checked(tmp_path_factory.mktemp("bees")))
    return serve(create_app(Store(lambda: data)))


def test_every_page_reads_without_scripts(open_page: Callable[..., Page], address: str, problems: list[str]) -> None:
    page = open_page(java_script_enabled=False, viewport=PHONE)
    for path, heading in PAGES.items():
        page.goto(address + path)
        expect(page.locator("h1")).to_contain_text(heading)
        for place in page.locator(".chart .canvas").all():
            expect(place).to_be_hidden()
        for table in page.locator(".chart [data-panel=table] table").all():
            expect(table).to_be_visible()
    problems[:] = [problem for problem in problems if "404" not in problem]


@pytest.mark.parametrize(
    ("path", "fill", "choose", "found"),
    [
        ("/data", ("Search", "honey"), ("Topic", "Honey"), "of 18 numbers"),
        ("/search", ("Search", "mites"), None, "results for “mites”"),
        ("/checked", None, ("Document", "A Letter on Bees"), "4 numbers"),
    ],
)
def test_every_form_works_without_scripts(
    open_page: Callable[..., Page], address: str, path: str, fill: Any, choose: Any, found: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(address + path)
    form = page.locator("main form")
    if fill:
        form.get_by_label(fill[0], exact=True).fill(fill[1])
    if choose:
        form.get_by_label(choose[0]).select_option(choose[1])
    form.get_by_role("button").click()
    expect(page.locator("main")).to_contain_text(found)
    assert page.url.startswith(f"{address}{path}?")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_moves_when_charts_are_drawn(open_page: Callable[..., Page], address: str, size: Any) -> None:
    page = open_page(viewport=size)
    for path in MOVING:
        page.goto(address + path)
        expect(page.locator("h1")).to_be_visible()
        for place in page.locator(".canvas").all():
            place.scroll_into_view_if_needed()
            expect(place.locator(".main-svg").first).to_be_visible()
        assert (path, page.evaluate(SHIFTS)) == (path, pytest.approx(0, abs=0.02))
