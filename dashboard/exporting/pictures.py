"""Pictures of charts for previews of links, taken of the written pages by the system's browser.

Playwright drives it: the extra `pictures`.
"""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

from dashboard.exporting.places import page
from dashboard.exporting.written import Written
from dashboard.sections import charts
from dashboard.state.store import Snapshot
from dashboard.web import assets

FOLDER = "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDE, HIGH = 1200, 630
"""What previews of links show, in pixels."""

PATIENCE = 30_000
"""Milliseconds that a chart may take to be drawn."""

# A page may do without its font where that comes late; a picture may not.
OPTIONAL, DEMANDED = "font-display: optional", "font-display: block"

# What is too high is made smaller.
_READY = """async (high) => {
    for (const place of document.querySelectorAll("[data-figure]"))
        while (!place.querySelector(".main-svg")) await new Promise((done) => setTimeout(done, 20));
    const { body } = document;
    const scale = Math.min(1, high / body.scrollHeight);
    const marginLeft = `${(innerWidth * (1 - scale)) / 2 / scale}px`;
    Object.assign(body.style, { width: `${innerWidth}px`, zoom: scale, marginLeft });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


def lacking() -> str:
    """What pictures can't be taken without, and is not here; "" where nothing is missing."""
    if not find_spec("playwright"):
        return "the extra pictures (pip install 'stated-numbers[pictures]')"
    return "" if browser() else f"a browser ({' or '.join(BROWSERS[:3])})"


def browser() -> str | None:
    """The browser that `CHROMIUM` names, else the system's; None where there is none."""
    return os.environ.get("CHROMIUM") or next((path for name in BROWSERS if (path := shutil.which(name))), None)


class Pictures:
    """The pictures of a site below an address: one of each chart."""

    def __init__(self, data: Snapshot, base: str) -> None:
        self._data, self._base = data, base
        self._charts = charts.with_numbers(data)

    def address(self, path: str) -> str:
        """The picture of a page: of its chart, of the chart that its numbers are drawn in, else of the first."""
        name = self._chart(path)
        return f"{self._base}/{name}.png" if name else ""

    def write(self, written: Written) -> None:
        """Takes all of them. Raises OSError where the browser takes none."""
        # Imported here: it is an extra, and no other command needs it.
        from playwright.sync_api import Error, sync_playwright

        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # as root it starts with nothing else
        try:
            with sync_playwright() as playwright:
                program = playwright.chromium.launch(executable_path=browser(), args=["--disable-gpu", *sandbox])
                window = program.new_page(viewport={"width": WIDE, "height": HIGH}, color_scheme="light")
                window.set_default_timeout(PATIENCE)
                styles = assets.bodies()[assets.STYLES].data.decode().replace(OPTIONAL, DEMANDED)
                window.route("**/all.css*", lambda route: route.fulfill(body=styles, content_type="text/css"))
                for name in self._charts:
                    window.goto((written.folder / page(f"/embed/{name}")).resolve().as_uri())
                    window.evaluate(_READY, HIGH)
                    written.write(f"{FOLDER}/{name}.png", window.screenshot())
        except Error as error:
            raise OSError(f"the browser takes no pictures: {error.message}") from error

    def _chart(self, path: str) -> str:
        _, kind, name = [*path.split("/", 2), "", ""][:3]
        if kind in ("charts", "embed"):
            return name
        register = self._data.register
        indicator = register.indicators.get(name) if kind == "indicators" else None
        number = register.numbers.get(name) if kind == "observations" else None
        of = indicator or (number.indicator if number else None)
        return of.chart.id if of and of.chart.id in self._charts else next(iter(self._charts), "")
