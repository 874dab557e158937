"""The pictures of README.md and seeds/README.md, made anew: `python -m tests.browser.pictures`.

What they show is the collection that is shipped, and a report on bees that is written for them and goes the whole way:
added, drafted, accepted.
"""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.state.store import open_store
from dashboard.web import key
from tests.browser import browser as browsers
from tests.browser.conftest import ARGUMENTS, LOOPBACK, Quiet
from validation.commands import main as commands
from validation.commands.new import new
from validation.commands.program import VALID
from validation.editing.desk import Desk

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github"

REPORT = """<!DOCTYPE html><html lang="en"><head><title>Honey in the Ash Valley</title>
<meta property="og:site_name" content="Hedgerow Press"><meta name="author" content="Ada Bell">
<meta property="article:published_time" content="2024-03-03">
<link rel="canonical" href="https://www.example.org/honey"></head><body><nav><a href="/2023">2023</a></nav><article>
<h1>Honey in the Ash Valley</h1>
<p>Keepers in the Ash Valley harvested nearly 96 tonnes of honey in 2023, up 12.5% from the year before. Over 4,000
hives stood there before winter, according to the Valley Board.</p>
<p>Two thirds of the keepers treat against mites, a survey in 2022 found. The association was founded in 1888 by 24
keepers. It has two reasons to be content: losses stayed below 9%, and a jar fetched €8 to €11.</p>
</article></body></html>
"""
"""A report of our own, so that its text may be shown."""

ARRIVED = "at => location.href !== at && document.activeElement?.id === 'draft-number'"
"""Whether another draft is there, and listens to keys."""

NAMES = ("overview", "edit", "edited")
"""The pictures there are, without their ending."""


def main() -> None:
    """Writes them all."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browsers.path(), args=ARGUMENTS)
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        with _served(ROOT / "datasets", ROOT / "seeds") as address:
            page.goto(address)
            _taken(page, "overview")
        with TemporaryDirectory() as folder, _begun(Path(folder)) as address:
            page.goto(address)
            page.click(".documents a")
            page.wait_for_selector("#draft")
            _taken(page, "edit")
            _accept_all(page)
            page.goto(address.partition("/edit")[0] + "/sources/honey-in-the-ash-valley")
            _taken(page, "edited")
        chromium.close()


def _taken(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")


def _accept_all(page: Page) -> None:
    """As somebody would who agrees with every draft."""
    while page.locator("#draft").count():
        at = page.url
        page.keyboard.press("Enter")
        page.wait_for_function(ARRIVED, arg=at)


@contextmanager
def _begun(folder: Path) -> Generator[str]:
    """A new collection with the report in it, to be edited."""
    new(folder, "What reports on bees say")
    report = folder / "honey.html"
    report.write_text(REPORT, encoding="utf-8")
    options = ["--datasets", str(folder / "datasets"), "--seeds", str(folder / "seeds")]
    assert commands.main(["add", str(report), *options]) == VALID
    with _served(folder / "datasets", folder / "seeds", edit=True) as address:
        yield address


@contextmanager
def _served(datasets: Path, seeds: Path, *, edit: bool = False) -> Generator[str]:
    """The dashboard on a free port; with `edit` the address of its place of work."""
    store = open_store(datasets, seeds, draft=edit)
    secret = key.new()
    app = create_app(store, desk=Desk(datasets, seeds) if edit else None, secret=secret)
    server = make_server(LOOPBACK, 0, app.server, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://{LOOPBACK}:{server.server_port}"
    try:
        yield f"{address}{key.PATH}?{key.PARAMETER}={secret}" if edit else address
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
