"""The dashboard as it is run, by two workers: it follows its files, stands behind a proxy, stops with its terminal."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import collection, edits
from tests.browser import nginx

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
PATIENCE = 30  # seconds; in a quiet machine it takes less than two
DESK: Any = {"width": 1280, "height": 500}
GOOD, BAD = "12.5%,12.5", "12.5%,15.2"


class Served:
    """The bees, served from a folder of their own."""

    def __init__(self, datasets: Path, process: subprocess.Popen[str], address: str) -> None:
        self.datasets, self.process, self.address = datasets, process, address

    def health(self) -> dict[str, str]:
        with urllib.request.urlopen(f"{self.address}/healthz", timeout=PATIENCE) as answer:
            return json.load(answer)

    def everywhere(self, holds: Callable[[dict[str, str]], bool]) -> bool:
        """Whether something comes to hold in every worker: each answers some of many requests."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if all(holds(self.health()) for _ in range(20)):
                return True
            time.sleep(0.1)
        return False


@contextmanager
def serving(
    folder: Path,
    *options: str,
    spoil: Callable[[Path], object] = lambda datasets: None,
    hangup: signal.Handlers = signal.SIG_DFL,
) -> Generator[Served]:
    datasets, seeds = collection.write(folder)
    spoil(datasets)
    command = [sys.executable, "-m", "dashboard", "--datasets", str(datasets), "--seeds", str(seeds), "--port", "0"]
    # Tests may themselves be run by `nohup`, which is handed on.
    heard = partial(signal.signal, signal.SIGHUP, hangup)
    with subprocess.Popen(
        [*command, *options], cwd=ROOT, stdout=subprocess.PIPE, text=True, preexec_fn=heard
    ) as process:
        assert process.stdout is not None
        try:
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found is not None
            yield Served(datasets, process, found[0])
        finally:
            process.terminate()


@pytest.fixture
def served(tmp_path: Path) -> Generator[Served]:
    with serving(tmp_path) as served:
        yield served


def test_a_saved_table_is_offered_to_who_reads_and_shown_without_losing_the_place(page: Page, served: Served) -> None:
    page.clock.install()
    page.set_viewport_size(DESK)
    page.goto(f"{served.address}/indicators/honey")
    page.get_by_role("link", name="Table", exact=True).click()
    page.evaluate("scrollTo({top: 300, behavior: 'instant'})")
    before = served.health()["state"]
    edits.rewrite(served.datasets, "indicators", "Honey yield", "Honey of the year")
    assert served.everywhere(lambda health: health["state"] != before)
    page.clock.fast_forward(10_001)
    page.clock.run_for(3_000)
    expect(page.locator(".news")).to_contain_text("The data have changed since this page was made.")
    expect(page.locator("h1")).to_have_text("Honey yield")
    page.get_by_role("button", name="Show them").click()
    expect(page.locator("h1")).to_have_text("Honey of the year")
    expect(page.locator(".news")).to_have_count(0)
    expect(page.locator("[data-panel=table] table")).to_be_visible()
    assert page.evaluate("scrollY") == 300


def test_data_that_do_not_validate_leave_the_good_ones_with_a_line_on_every_page(page: Page, served: Served) -> None:
    edits.rewrite(served.datasets, "observations", GOOD, BAD)
    assert served.everywhere(lambda health: "observations.csv" in health["problem"])
    assert served.health()["findings"] == "/validation#refused"
    for path in ("/", "/data", "/observations/honey-growth-report"):
        page.goto(served.address + path)
        expect(page.locator(".notice")).to_contain_text("The data shown are older than the files: 1 error")
        expect(page.locator("main")).not_to_contain_text("15.2")
    page.get_by_role("link", name="All that was found").click()
    expect(page.locator("#refused")).to_contain_text("value must be 12.5")
    edits.rewrite(served.datasets, "observations", BAD, GOOD)
    assert served.everywhere(lambda health: not health["problem"])
    page.reload()
    expect(page.locator(".notice")).to_have_count(0)


def test_a_draft_is_shown_and_says_what_is_left(page: Page, tmp_path: Path) -> None:
    def forget(datasets: Path) -> None:
        with edits.rows_of(datasets, "observations") as rows:
            rows[:] = [row for row in rows if row["observation_id"] != "honey-report"]
        with edits.rows_of(datasets, "derivations") as rows:
            rows.clear()

    with serving(tmp_path, "--draft", spoil=forget) as served:
        page.goto(f"{served.address}/sources/honey-year")
        expect(page.locator(".notice")).to_contain_text("A draft: these data have 1 error.")
        expect(page.locator("a.spot-unaccounted")).to_contain_text("96")
        page.get_by_role("link", name="What is left to do").click()
        expect(page.locator("#findings")).to_contain_text("96")


@pytest.mark.parametrize("slash", ["", "/"], ids=["path handed on", "path cut off"])
def test_behind_a_proxy_every_address_begins_with_the_prefix(page: Page, tmp_path: Path, slash: str) -> None:
    if nginx.path() is None:
        pytest.skip(nginx.ADVICE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    (tmp_path / "nginx").mkdir()
    with serving(tmp_path, "--prefix", "/bees", "--allow-host", "127.0.0.1") as served:
        target = served.address.removesuffix("/bees") + slash
        with nginx.proxy(tmp_path / "nginx", f"/bees{slash}", target) as proxy:
            _walk(page, f"{proxy}/bees")
            assert [url for url in asked if not url.startswith((f"{proxy}/bees", "data:", "blob:"))] == []


def _walk(page: Page, address: str) -> None:
    """From the overview to a passage, a search, a filter and a download."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/")
    page.locator(".navigation").get_by_role("link", name="All numbers").click()
    expect(page).to_have_url(f"{address}/data")
    page.get_by_label("Topic").select_option("Honey")
    expect(page).to_have_url(f"{address}/data?topic=Honey")
    page.get_by_label("Search everything").fill("4,600")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/search?q=4%2C600")
    page.get_by_role("link", name="4,600 hives").first.click()
    expect(page).to_have_url(f"{address}/sources/letter-on-bees?at=hives-letter")
    page.goto(f"{address}/charts/hives")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    page.locator(".canvas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"^{re.escape(address)}/sources/"))
    page.goto(f"{address}/data/")
    expect(page).to_have_url(f"{address}/data")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert download.value.suggested_filename == "numbers.csv"


def test_another_host_is_refused_unless_it_is_allowed(tmp_path: Path) -> None:
    with serving(tmp_path, "--allow-host", "bees.example") as served:
        assert [_status(served.address, host) for host in ("bees.example", "evil.example", "[::1]")] == [200, 400, 200]


def _status(address: str, host: str) -> int:
    try:
        with urllib.request.urlopen(
            urllib.request.Request(address, headers={"Host": host}), timeout=PATIENCE
        ) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_it_stops_with_its_terminal(served: Served) -> None:
    served.health()
    served.process.send_signal(signal.SIGHUP)
    assert served.process.wait(PATIENCE) == 0


def test_it_stays_where_nohup_says_so(tmp_path: Path) -> None:
    with serving(tmp_path, hangup=signal.SIG_IGN) as served:
        served.process.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            served.process.wait(2)
        assert served.health()["problem"] == ""
