"""A browser, the servers it visits, and pages that fail the test when something went wrong on them."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from dashboard.state.views import SCHEMES
from tests.browser import browser as browsers

# As root Chromium needs the first; the others keep it from calling home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE = Path(__file__).parent / "vendor" / "axe-4.14.1.min.js"
# With the tags named, axe also runs what it leaves out by default, such as the size of targets.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only what is asked for is sent back: the whole report takes longer to send than to make.
INSPECT = """async rules => (await axe.run({runOnly: rules, resultTypes: ["violations"]})).violations
    .flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))"""
OPEN = """() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    for (const panel of document.querySelectorAll("[data-panel]")) panel.hidden = false;
}"""
SIZES: Any = ({"width": 1280, "height": 800}, {"width": 390, "height": 800})
VIEWS = [*(product if os.environ.get("THOROUGH") else zip)(SIZES, SCHEMES)]
PATIENCE = 20_000  # milliseconds: two busy cores may need them
LOOPBACK = "127.0.0.1"
left_out = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("BROWSER") == "no":
        with_browser = [item for item in items if "browser" in getattr(item, "fixturenames", ())]
        config.stash[left_out] = len(with_browser)
        config.hook.pytest_deselected(items=with_browser)
        items[:] = [item for item in items if item not in with_browser]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if count := config.stash.get(left_out, 0):
        terminalreporter.write_line(f"BROWSER=no: {count} browser tests left out", yellow=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browsers.path()
    if path is None:
        pytest.fail(browsers.ADVICE)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Any], str]]:
    """Serves a Dash or WSGI app on a free port until the tests end, and returns its address."""
    servers = []

    def start(app: Any) -> str:
        server = make_server(LOOPBACK, 0, getattr(app, "server", app), threaded=True, request_handler=Quiet)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        servers.append((server, thread))
        return f"http://{LOOPBACK}:{server.server_port}"

    yield start
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


class Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """What went wrong on the test's pages; a test that expects something takes it out."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def open_page(browser: Browser, problems: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a page, watched; takes what a Playwright context takes, such as `color_scheme="dark"`."""
    contexts = []

    def open_watched(**options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        watch(page, problems)
        return page

    yield open_watched
    for context in contexts:
        context.close()


def watch(page: Page, problems: list[str]) -> None:
    def console(said: ConsoleMessage) -> None:
        if said.type == "error":
            problems.append(f"console: {said.text}")

    def request(sent: Request) -> None:
        if leaves(sent.url):
            problems.append(f"request to {sent.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: problems.append(f"page error: {error}"))
    page.on("request", request)


def leaves(url: str) -> bool:
    """Whether a request goes to another machine."""
    return urlsplit(url).scheme not in {"data", "blob", "file"} and urlsplit(url).hostname not in {
        LOOPBACK,
        "localhost",
    }


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Runs axe on a page as it is now and returns its violations, one `rule: element` each."""
    script = AXE.read_text(encoding="utf-8")

    def violations(page: Page) -> list[str]:
        page.evaluate(script)
        return page.evaluate(INSPECT, RULES)

    return violations


@pytest.fixture
def sound(open_page: Callable[..., Page], axe: Callable[[Page], list[str]]) -> Callable[[str], None]:
    """Looks at an address in a wide window and in a phone's, light and dark: it is accessible, and no wider than they.

    Colors and layout are looked at apart, one size in each scheme; with `THOROUGH` all of them together.
    """
    page = open_page(bypass_csp=True, reduced_motion="reduce")

    def look(address: str) -> None:
        page.goto(address)
        for size, scheme in VIEWS:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("html")).to_have_attribute("data-scheme", scheme)
            if page.locator(".canvas").count():
                page.locator(".canvas").first.scroll_into_view_if_needed()
                expect(page.locator(".canvas .main-svg").first).to_be_visible()
            assert (address, size, scheme, axe(page)) == (address, size, scheme, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        page.evaluate(OPEN)
        assert (address, axe(page)) == (address, [])

    return look
