"""The time to the first mark of a chart: a new browser opens the dashboard over loopback."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.runs import ROOT
from tests.browser import browser as browsers

TIMES = 5
PATIENCE = 30_000  # milliseconds
# What a chart draws a number with: a point, a bar, a line, a slice.
MARK = ".js-plotly-plot .point path, .js-plotly-plot path.point, .js-plotly-plot .js-line, .js-plotly-plot .slice path"


def measure(seconds: float) -> bool:
    """Prints the medians of a few first visits; False where there was no time or no mark to see."""
    path = browsers.path()
    if path is None or seconds < 60:
        print("first chart: not measured, for want of a browser or of time")
        return False
    with _dashboard() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        visits = [_visit(browser, address) for _ in range(1 + TIMES)][1:]
    milliseconds, transferred = (median(numbers) for numbers in zip(*visits, strict=True))
    print(f"first mark of a chart, cold browser cache: {milliseconds:,.0f} ms, {transferred / 1000:,.0f} kB by then")
    return True


@contextmanager
def _dashboard() -> Generator[str]:
    """The dashboard as it is run from the command line, and the address that it prints."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard", "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield next(found[0] for line in process.stdout or () if (found := re.search(r"http://\S+", line)))
    finally:
        process.terminate()
        process.wait()


def _visit(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds from the start of navigation to the first mark, and the bytes that had come over the wire."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="commit")
    elapsed = page.evaluate(
        """mark => new Promise(seen => {
            const look = () => document.querySelector(mark) ? seen(performance.now()) : requestAnimationFrame(look);
            look();
        })""",
        MARK,
    )
    total = sum(received)
    page.context.close()
    return elapsed, total
