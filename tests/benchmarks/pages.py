"""The pages measured in a browser: beside a static twin and stock Dash, by links, by keystrokes; and under load."""

from __future__ import annotations

import asyncio
import re
import time
from itertools import product
from statistics import median, quantiles
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.benchmarks.visits import DESK, PATIENCE, TALL, Visit, browsing, serving, twice, typical

ROUNDS = 3
COLUMNS = ("first number", "first chart", "every chart", "longest task", "kB", "shift")
LINKS = ("Documents", "All numbers", "Disagreements", "Dates", "How it is checked", "Findings")
CONNECTIONS, SECONDS = 50, 20

# The time from a click, or from a key, until the page, or the rows, are others and have been painted.
CHANGED = """(act, id) => new Promise((done) => {
  const started = performance.now(), before = document.getElementById(id);
  const seen = new MutationObserver(() => {
    if (document.getElementById(id) === before) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
  });
  seen.observe(document.body, { childList: true, subtree: true });
  act();
})"""
FOLLOW = f"link => ({CHANGED})(() => link.click(), 'main')"
TYPE = f"""(field, text) => ({CHANGED})(() => {{
  field.value = text;
  field.dispatchEvent(new Event("input", {{ bubbles: true }}));
}}, "data-results")"""


def measure(rounds: int = ROUNDS) -> None:
    """Prints every figure with its aim. It takes some minutes."""
    ours = serving("dashboard", "--port", "0")
    others = (serving("tests.benchmarks.twins", which) for which in ("twin", "bare", "stock"))
    with ours as dashboard, next(others) as twin, next(others) as bare, next(others) as dash, browsing() as browser:
        addresses = {"static twin": twin, "bare page": bare, "stock Dash": dash, "this dashboard": dashboard}
        for title, size, cable in (
            ("loopback", DESK, False),
            ("10 Mbit/s, 40 ms", DESK, True),
            ("all in the window", TALL, False),
        ):
            _compare(f"overview, {title}", browser, addresses, size, cable=cable, rounds=rounds)
        _interact(browser, dashboard)
        _shift(browser, dashboard)
    with serving("dashboard", "--port", "0") as dashboard:
        asyncio.run(_load(dashboard))


def _compare(
    title: str, browser: Browser, addresses: dict[str, str], size: tuple[int, int], *, cable: bool, rounds: int
) -> None:
    """Each in turn, so that what else the machine does falls on all alike."""
    found: dict[str, list[tuple[Visit, Visit]]] = {name: [] for name in addresses}
    for _, (name, address) in product(range(rounds), addresses.items()):
        found[name].append(twice(browser, address, size, cable=cable))
    print(f"\n{title + ' (cold / warm, ms)':40}" + "".join(f"{column:>16}" for column in COLUMNS))
    medians = {name: [typical([one[i] for one in visits]) for i in (0, 1)] for name, visits in found.items()}
    for name, (cold, warm) in medians.items():
        cells = [f"{_short(a)} / {_short(b)}" for a, b in zip(cold, warm, strict=True)]
        print(f"{name:40}" + "".join(f"{cell:>16}" for cell in cells))
    for i, state in enumerate(("cold", "warm")):
        twin, bare, dash, ours = (medians[name][i] for name in addresses)
        print(
            f"  {state}: number / twin {ours.number / twin.number:.2f} (1.5 at most), / bare page "
            f"{ours.number / bare.number:.2f}; chart / twin {ours.chart / twin.chart:.2f} (0.8 at most), / bare page "
            f"{ours.chart / bare.chart:.2f}; Dash / ours {dash.chart / ours.chart:.1f} ({(2.5, 2)[i]} at least)",
            flush=True,
        )


def _short(figure: float) -> str:
    return f"{figure:.2f}" if 0 < figure < 1 else f"{figure:,.0f}"


def _interact(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    times = [_followed(page, name) for _ in range(3) for name in LINKS]
    print(f"\nlinks: median {median(times):.0f}, longest {max(times):.0f} ms (150 at most)")
    page.goto(f"{address}/data")
    field = page.get_by_label("Search", exact=True)
    words = ["trade", "russia", "million", "land", "border", "41.3", "vehicles", "poll", "ships", "arctic"]
    typed = [word[: n + 1] for word in words for n in range(len(word))]
    keys = [field.evaluate(TYPE, text) for text in typed]
    print(
        f"keystroke to rows on /data: median {median(keys):.0f}, p95 {quantiles(keys, n=20)[-1]:.0f} ms (100 at most)"
    )
    page.close()


def _followed(page: Page, name: str) -> float:
    taken = page.locator(".navigation").get_by_role("link", name=name, exact=True).evaluate(FOLLOW)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.wait_for_timeout(300)
    return taken


def _shift(browser: Browser, address: str) -> None:
    """What moves on each page while one scrolls to its end."""
    page = browser.new_page()
    page.goto(f"{address}/sources")
    document = page.locator("main .card a[href^='/sources/']").first.get_attribute("href") or "/sources"
    paths = [
        "/",
        "/data",
        "/compare",
        "/checked",
        "/timeline",
        "/sources",
        document,
        "/validation",
        "/about",
        "/search?q=trade",
    ]
    page.close()
    worst = 0.0
    for width, path in product((1280, 390), paths):
        context = browser.new_context(viewport={"width": width, "height": 800})
        context.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
            "one => moved += one.value)).observe({type: 'layout-shift', buffered: true})"
        )
        page = context.new_page()
        page.goto(address + path)
        for _ in range(60):
            page.mouse.wheel(0, 700)
            page.wait_for_timeout(30)
        moved = page.evaluate("moved")
        worst = max(worst, moved)
        context.close()
    print(f"layout shift, {len(paths)} pages at 1280 and 390, scrolled to the end: {worst:.4f} at worst (under 0.02)")


async def _load(address: str) -> None:
    """As many requests as are answered over so many connections, each asking again at once."""
    place = urlsplit(address)
    request = f"GET / HTTP/1.1\r\nHost: {place.netloc}\r\nAccept: text/html\r\nAccept-Encoding: br\r\n\r\n".encode()
    times: list[float] = []
    end = time.monotonic() + SECONDS
    statuses: set[bytes] = set()

    async def ask() -> None:
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        while time.monotonic() < end:
            started = time.monotonic()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(re.findall(rb"(?i)content-length: (\d+)", head)[0]))
            statuses.add(head[9:12])
            times.append(time.monotonic() - started)
            if b"connection: close" in head.lower():
                writer.close()
                reader, writer = await asyncio.open_connection(place.hostname, place.port)
        writer.close()

    await asyncio.gather(*(ask() for _ in range(CONNECTIONS)))
    p99 = quantiles(times, n=100)[-1] * 1000
    rate = len(times) / SECONDS
    told = f"{rate:,.0f} requests a second (200 at least), p99 {p99:.0f} ms (300 at most), {statuses}"
    print(f"/ at {CONNECTIONS} connections: {told}")


if __name__ == "__main__":
    measure()
