"""What readers come for, walked through on the shipped collection, each within so many clicks."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.app import create_app
from dashboard.sections import passages
from dashboard.state.store import Snapshot, Store, load
from validation import vocabulary
from validation.model import verdicts

DESK: Any = {"width": 1280, "height": 800}
PHONE: Any = {"width": 390, "height": 800}
TABS = 12
"""Presses of the tab key from the start of a page to its first chart, the link that skips the header among them."""

CONTAINERS = "nearly one million"
CENSUS = "chinese-residents-1907-vladivostok"


class Reader:
    """Somebody at the front page in an ordinary window, whose clicks are counted."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.clicks = page, 0
        page.goto(address)

    def click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()

    def finding(self, words: str) -> Locator:
        """The finding whose headline has these words."""
        return self._headed(".findings .chart", words)

    def card(self, words: str) -> Locator:
        """The chart among the topics whose headline has these words."""
        return self._headed("#topics .chart", words)

    def _headed(self, cards: str, words: str) -> Locator:
        return self.page.locator(cards).filter(has=self.page.locator("figcaption").get_by_text(words))


@pytest.fixture(scope="module")
def data(root: Path) -> Snapshot:
    """With the documents that are here; without one, its number's page stands for its passage."""
    return load(root / "datasets", root / "seeds")


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], data: Snapshot) -> str:
    return serve(create_app(Store(lambda: data)))


@pytest.fixture
def reader(open_page: Callable[..., Page], address: str) -> Reader:
    return Reader(open_page(viewport=DESK, permissions=["clipboard-read", "clipboard-write"]), address)


def test_whether_a_number_is_true_and_of_what_time(reader: Reader, data: Snapshot, address: str) -> None:
    card = reader.finding("41.3%")
    expect(card.locator("h3")).to_contain_text("January–April 2023")
    for answer in (card.locator("h3"), card.get_by_text("Matches public statistics")):
        expect(answer).to_be_in_viewport(ratio=1)
    reader.click(card.get_by_role("link", name="See the passage"))
    number = data.register.numbers["trade-value-2023-vladivostok"]
    expect(reader.page).to_have_url(address + passages.opened(data, number))
    expect(reader.page.get_by_text("41.3%").first).to_be_in_viewport(ratio=1)
    assert reader.clicks <= 1


def test_who_was_asked(reader: Reader) -> None:
    reader.click(reader.finding("Half of those asked").get_by_role("link", name="Half of those asked"))
    expect(reader.page.get_by_text("over 1,100 residents of four regions of the Far East")).to_be_visible()
    assert reader.clicks <= 1


def test_the_numbers_of_one_document_as_a_file(reader: Reader, data: Snapshot, tmp_path: Path) -> None:
    reader.click(reader.page.locator(".navigation").get_by_role("link", name="Documents"))
    document = reader.page.locator(".card").filter(has=reader.page.get_by_role("link", name="Sights on Vladivostok"))
    with reader.page.expect_download() as download:
        reader.click(document.get_by_role("link", name="CSV", exact=True))
    download.value.save_as(tmp_path / "numbers.csv")
    with (tmp_path / "numbers.csv").open(encoding="utf-8", newline="") as file:
        saved = [row["number_id"] for row in csv.DictReader(file)]
    assert {one.id for one in data.register.observations.where("source_id", "vladivostok")} <= {*saved}
    assert {data.register.numbers[one].source.id for one in saved} == {"vladivostok"}
    assert reader.clicks <= 2


def test_a_number_is_cited_in_a_text(reader: Reader) -> None:
    card = reader.card(CONTAINERS)
    reader.click(card.get_by_text("Share", exact=True))
    reader.click(card.get_by_role("button", name="Copy text"))
    expect(card.get_by_role("button", name="Copied")).to_be_visible()
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert "nearly one million twenty-foot equivalent units" in copied
    assert "/observations/container-traffic-vladivostok" in copied
    assert reader.clicks <= 2


@pytest.mark.long
def test_a_picture_with_its_key_and_its_sources(reader: Reader, tmp_path: Path) -> None:
    assert _picture(reader, "Save PNG", tmp_path).startswith(b"\x89PNG\r\n\x1a\n")
    assert reader.clicks <= 2
    words = _saved(reader, "Save SVG", tmp_path).decode()  # the same, and its words can be read
    for told in (CONTAINERS, "what a document states", "Sights on Vladivostok", "CargoNews", "/charts/port"):
        assert told in words


def _picture(reader: Reader, button: str, folder: Path) -> bytes:
    card = reader.card(CONTAINERS)
    card.scroll_into_view_if_needed()
    expect(card.locator(".main-svg").first).to_be_visible()
    reader.click(card.get_by_text("Share", exact=True))
    return _saved(reader, button, folder)


def _saved(reader: Reader, button: str, folder: Path) -> bytes:
    with reader.page.expect_download() as download:
        reader.click(reader.page.get_by_role("button", name=button))
    download.value.save_as(folder / "picture")
    return (folder / "picture").read_bytes()


def test_the_passage_of_a_number(reader: Reader, data: Snapshot, address: str) -> None:
    reader.click(reader.page.get_by_role("combobox", name="Search everything"))
    reader.page.keyboard.type("62,000")
    reader.click(reader.page.get_by_role("option").first)
    expect(reader.page).to_have_url(address + passages.opened(data, data.register.numbers[CENSUS]))
    here = reader.page.locator("a.spot[aria-current], .passage mark").first
    expect(here).to_contain_text("62,000")
    expect(here).to_be_in_viewport(ratio=1)
    assert reader.clicks <= 2


def test_a_link_to_a_table_that_is_filtered(reader: Reader, open_page: Callable[..., Page], data: Snapshot) -> None:
    disputed = verdicts.outcomes(data.register)[vocabulary.DISPUTED]
    reader.click(reader.page.get_by_role("link", name=f"{disputed} are disputed"))
    expect(reader.page.locator(".pair").first).to_be_visible()
    given = open_page()
    given.goto(reader.page.url)
    expect(given.locator(".pair")).to_have_count(disputed)
    assert reader.clicks <= 1


@pytest.mark.long
def test_the_values_of_a_chart_by_keyboard(reader: Reader) -> None:
    card, keyboard = reader.finding("41.3%"), reader.page.keyboard
    expect(card.locator(".main-svg").first).to_be_visible()
    keyboard.press("Tab")
    keyboard.press("Enter")
    pressed = 1
    while not card.locator(".canvas").evaluate("canvas => canvas === document.activeElement"):
        keyboard.press("Tab")
        pressed += 1
        assert pressed <= TABS
    said = []
    for _ in range(card.locator("tbody tr").count()):
        keyboard.press("ArrowRight")
        said.append(card.locator(".spoken").text_content() or "")
    assert all(any(value in words for words in said) for value in ("41.3%", "$73.15 billion", "$73.148 billion"))
    assert reader.clicks == 0


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.long
def test_a_verdict_is_seen_without_scrolling(
    open_page: Callable[..., Page], data: Snapshot, address: str, size: Any
) -> None:
    page = open_page(viewport=size)
    found = verdicts.by_number(data.register)
    one_of_each = {vocabulary.outcome(verdict): name for name, verdict in found.items()}
    assert len(one_of_each) > 1
    for outcome, name in one_of_each.items():
        page.goto(f"{address}/observations/{name}")
        verdict = page.locator(".outcome-line")
        expect(verdict).to_contain_text(outcome.words)
        expect(verdict).to_be_in_viewport(ratio=1)
