"""Sources, the reader, the timeline and events in a browser, with the bees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.app import create_app
from dashboard.state.store import Store, load
from tests import collection, edits
from tests.browser import filed
from tests.long import one_in
from validation.vocabulary import NUMERAL_STATES, RECORDED

PHONE = {"width": 390, "height": 800}
DESK = {"width": 1280, "height": 800}
READER = "/sources/honey-year"


@pytest.fixture(scope="module")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    datasets, _ = collection.write(tmp_path_factory.mktemp("bees"))
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "The archive."})
    return datasets


@pytest.fixture(scope="module", params=one_in(2, ["server", "files"]))
def address(
    request: pytest.FixtureRequest, serve: Callable[..., str], datasets: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The same pages from a server and as files."""
    seeds = datasets.parent / "seeds"
    if request.param == "server":
        yield serve(create_app(Store(lambda: load(datasets, seeds))))
        return
    site = filed.written(tmp_path_factory.mktemp("www"), datasets, seeds, "--no-pictures")
    with filed.served(site.parent) as address:
        yield address


@pytest.fixture(scope="module")
def without(serve: Callable[..., str], datasets: Path) -> str:
    """The bees without their documents."""
    data = load(datasets, None)
    return serve(create_app(Store(lambda: data)))


def located(address: str) -> re.Pattern[str]:
    """The address of a page, or of the file that it is."""
    path, _, query = address.partition("?")
    state = rf"(\?{re.escape(query)}|/{re.escape(query.replace('=', '-'))}/(index\.html)?)" if query else ""
    return re.compile(rf"{re.escape(path)}(/(index\.html)?)?{state}$")


@pytest.fixture
def opened(page: Page, address: str) -> Page:
    page.set_viewport_size(DESK)  # ty: ignore[invalid-argument-type]
    page.goto(f"{address}{READER}?at=honey-report")
    expect(page.locator("a.spot[aria-current]")).to_contain_text("96 tonnes")
    return page


@pytest.mark.parametrize("path", ["/sources", f"{READER}?at=honey-report", "/timeline", "/events/first-mite"])
@pytest.mark.long
def test_pages_are_accessible_and_fit(sound: Callable[[str], None], address: str, path: str) -> None:
    sound(address + path)


def test_a_passage_is_opened_with_its_quote_and_its_note(opened: Page) -> None:
    expect(opened.locator("a.spot[aria-current]")).to_be_in_viewport()
    expect(opened.locator("a.spot[aria-current]")).to_be_focused()
    expect(opened.locator(".note.current")).to_contain_text("Honey yield")
    expect(opened.locator(".note.current")).to_contain_text("Verified")
    assert "".join(opened.locator(".quoted").all_text_contents()).startswith("12.5%")
    expect(opened.locator(".reader-at")).to_have_text("3 of 15")


def test_a_number_leads_to_its_indicator_and_back(opened: Page, address: str) -> None:
    opened.locator(".note.current").get_by_role("link", name="Honey yield").click()
    expect(opened).to_have_url(located(f"{address}/indicators/honey"))
    opened.go_back()
    expect(opened.locator("a.spot[aria-current]")).to_contain_text("96 tonnes")
    expect(opened.locator(".note.current")).to_have_count(1)


@pytest.mark.parametrize(
    ("start", "key", "at"),
    [
        ("honey-report", "ArrowRight", "123"),
        ("honey-report", "n", "123"),
        ("honey-report", "p", "honey-growth-report"),
        ("hives-report", "ArrowLeft", "swarms-lost-report"),
    ],
)
def test_keys_go_from_number_to_number(page: Page, address: str, start: str, key: str, at: str) -> None:
    expected = str(collection.REPORT.index("tonnes in 2021")) if at.isdigit() else at
    page.goto(f"{address}{READER}?at={start}")
    expect(page.locator("a.spot[aria-current]")).to_be_focused()
    page.keyboard.press(key)
    expect(page).to_have_url(located(f"{address}{READER}?at={expected}"))
    expect(page.locator("a.spot[aria-current]")).to_be_focused()
    assert expected in (page.locator("a.spot[aria-current]").get_attribute("data-of") or "")


def test_buttons_go_on_and_the_address_is_kept(opened: Page, address: str) -> None:
    opened.get_by_role("button", name="Previous mark").click()
    expect(opened.locator("a.spot[aria-current]")).to_contain_text("12.5%")
    expect(opened.locator(".reader-at")).to_have_text("2 of 15")
    opened.reload()
    expect(opened).to_have_url(located(f"{address}{READER}?at=honey-growth-report"))
    expect(opened.locator(".note.current")).to_contain_text("Growth of the honey yield")


def test_a_mark_is_opened_and_closed_by_a_click(opened: Page, address: str) -> None:
    opened.evaluate("window.stayed = true")
    mark = opened.get_by_role("link", name="9%, recorded: Colonies lost over winter")
    mark.click()
    expect(opened).to_have_url(located(f"{address}{READER}?at=losses-report"))
    expect(opened.locator(".note.current")).to_have_count(1)
    mark.click()
    expect(opened).to_have_url(located(f"{address}{READER}"))
    expect(opened.locator(".note.current, .quoted")).to_have_count(0)
    assert opened.evaluate("window.stayed") is True


def test_what_is_left_out_says_why_when_it_is_pointed_at(opened: Page) -> None:
    opened.locator("a.spot-excluded").hover()
    tip = "getComputedStyle(document.querySelector('a.spot-excluded'), '::after').content"
    assert opened.evaluate(tip) == '"left out: dates a number or a sentence"'


def test_signs_say_what_they_mean_where_keys_lead_to_them(opened: Page) -> None:
    sign = opened.locator(".legend .explained").first
    said = "sign => getComputedStyle(sign, '::after').content"
    assert sign.evaluate(said) == "none"
    opened.get_by_text("About this document and how to cite it").focus()
    opened.keyboard.press("Tab")
    expect(sign).to_be_focused()
    assert sign.evaluate(said) == f'"{NUMERAL_STATES[RECORDED].meaning}"'


def test_without_the_document_its_quotes_are_walked_through(
    open_page: Callable[..., Page], axe: Callable[[Page], list[str]], without: str
) -> None:
    page = open_page(viewport=PHONE, bypass_csp=True, reduced_motion="reduce")
    page.goto(f"{without}{READER}?at=honey-report")
    expect(page.locator(".passages a.spot[aria-current]")).to_contain_text("96 tonnes")
    page.get_by_role("button", name="Next mark").click()
    expect(page.locator("a.spot[aria-current]")).to_contain_text("2021")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_events_are_filtered_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline")
    page.get_by_role("link", name="Disease 1").click()
    expect(page).to_have_url(located(f"{address}/timeline?kind=disease"))
    expect(page.get_by_role("link", name="Disease 1")).to_have_attribute("aria-current", "true")
    page.reload()
    expect(page.get_by_role("link", name="Disease 1")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="“1979”").first.click()
    expect(page.locator("a.spot[aria-current]")).to_contain_text("1979")
