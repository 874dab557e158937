"""A visit in a browser: when the first number and the first chart were there, what came over the line, what moved."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.benchmarks.runs import ROOT
from tests.browser import browser as browsers

DESK = (1280, 1100)
"""A window in which the first chart of each page is."""

TALL = (1280, 14_000)
"""One in which all of them are."""

PATIENCE = 60_000  # milliseconds
CABLE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}

# Looks in each frame what is in the window by now, and hears of long tasks and of what moves. A frame begins before its
# page is laid out and painted: what it finds is there for the reader when it ends.
WATCH = """(() => {
  const seen = (window.seen = { number: 0, chart: 0, charts: 0, longest: 0, moved: 0, count: 0 });
  const inside = (element) => element && element.getBoundingClientRect().top < innerHeight;
  const MARKS = ".js-plotly-plot .main-svg .xy, .js-plotly-plot .main-svg .pielayer path";
  const ended = (name) => setTimeout(() => (seen[name] = performance.now()));
  const look = () => {
    const words = document.querySelector(".outcomes")?.textContent ?? "";
    if (!seen.number && /\\d/.test(words)) ended("number");
    if (!seen.chart && [...document.querySelectorAll(MARKS)].some(inside)) ended("chart");
    const plots = document.querySelectorAll(".js-plotly-plot .main-svg:first-of-type").length;
    if (plots > seen.count) ended("charts");
    seen.count = plots;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const hear = (type, told) =>
    new PerformanceObserver((list) => list.getEntries().forEach(told)).observe({ type, buffered: true });
  hear("longtask", ({ duration }) => (seen.longest = Math.max(seen.longest, duration)));
  hear("layout-shift", ({ value, hadRecentInput }) => hadRecentInput || (seen.moved += value));
})();"""


class Visit(NamedTuple):
    """Milliseconds from the start to the first number, to the first and the last chart; the longest task; kB; shift."""

    number: float
    chart: float
    charts: float
    longest: float
    kilobytes: float
    moved: float


@contextmanager
def serving(*command: str) -> Generator[str]:
    """A server as it is run from the command line, and the address that it prints."""
    process = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield next(found[0] for line in process.stdout or () if (found := re.search(r"http://\S+", line)))
    finally:
        process.terminate()
        process.wait()


@contextmanager
def browsing() -> Generator[Browser]:
    """A browser."""
    path = browsers.path()
    assert path, browsers.ADVICE
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])


def twice(browser: Browser, address: str, size: tuple[int, int], *, cable: bool = False) -> tuple[Visit, Visit]:
    """A first visit and, in the same browser, a second."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    context.add_init_script(WATCH)
    context.set_default_timeout(PATIENCE)
    visits = _visit(context, address, cable=cable), _visit(context, address, cable=cable)
    context.close()
    return visits


def typical(visits: Sequence[Visit]) -> Visit:
    """The median of each figure."""
    return Visit(*(median(figures) for figures in zip(*visits, strict=True)))


def _visit(context: BrowserContext, address: str, *, cable: bool) -> Visit:
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    if cable:
        wire.send("Network.emulateNetworkConditions", CABLE)
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="commit")
    _settle(page)
    seen = page.evaluate("seen")
    page.close()
    moved, kilobytes = seen["moved"], sum(received) / 1000
    return Visit(seen["number"], seen["chart"], seen["charts"], seen["longest"], kilobytes, moved)


def _settle(page: Page) -> None:
    """Until a chart has been seen and no other has come for a second."""
    page.wait_for_function("() => seen.chart && performance.now() - seen.charts > 1500")
