"""No page is wider than its window, also where a bar that scrolls takes a part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from dashboard.app import create_app
from dashboard.state.store import Store, load
from tests import collection
from tests.browser import browser as browsers
from tests.browser.conftest import ARGUMENTS

PATHS = ("/", "/data", "/sources/honey-year", "/charts/honey", "/indicators/hives", "/observations/hives-report")
WIDTHS = (320, 390, 640, 960, 1140, 1280, 1393, 1600)
ROOM = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    data = load(*collection.write(tmp_path_factory.mktemp("bees")))
    return serve(create_app(Store(lambda: data)))


@pytest.fixture
def with_bars(browser: Browser) -> Iterator[Page]:
    """A page of a browser whose bars take room, as they do on most desks."""
    own = browser.browser_type.launch(
        executable_path=browsers.path(), args=ARGUMENTS, ignore_default_args=["--hide-scrollbars"]
    )
    yield own.new_page()
    own.close()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.long
def test_no_page_is_wider_than_its_window(with_bars: Page, address: str, path: str) -> None:
    with_bars.goto(f"{address}{path}")
    for width in WIDTHS:
        with_bars.set_viewport_size({"width": width, "height": 700})
        wide, room = with_bars.evaluate(ROOM)
        assert wide <= room, f"at {width}"
    assert room < width, "the bar takes no room, and the test sees nothing"


def test_a_long_name_stands_beside_the_menu_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(f"{address}/about")
    page.locator(".brand").evaluate("name => name.textContent = 'What all the reports of the keepers say on hives'")
    name, menu = (page.locator(place).bounding_box() for place in (".brand", ".menu"))
    assert name is not None
    assert menu is not None
    assert menu["y"] < name["y"] + name["height"]
    assert menu["x"] >= name["x"] + name["width"]
