"""The suggestions while a search is typed, in a browser, with the bees and their documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from dashboard.app import create_app
from dashboard.state.store import Store, load
from tests.dashboard.pages.conftest import write_checked

PHONE: Any = {"width": 390, "height": 800}
DESK: Any = {"width": 1280, "height": 800}
PREFIX = "/numbers"
OLDER = re.compile(r"/search/suggestions\?q=mite$")


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    data = load(*write_checked(tmp_path_factory.mktemp("bees")))
    return serve(create_app(Store(lambda: data), prefix=PREFIX)) + PREFIX


@pytest.fixture
def field(page: Page, address: str) -> Locator:
    """The field of the header, with the focus."""
    page.set_viewport_size(DESK)
    page.goto(f"{address}/about")
    found = page.get_by_role("combobox", name="Search everything")
    found.focus()
    return found


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def test_what_is_typed_is_offered_and_chosen_by_key(page: Page, field: Locator, address: str) -> None:
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("4,000 hi")
    first = options(page).first
    expect(first).to_contain_text("almost 4,000 hives")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/sources/honey-year?at=hives-report")
    expect(options(page)).to_have_count(0)


def test_arrows_go_round_by_way_of_the_field(page: Page, field: Locator) -> None:
    field.press_sequentially("hives")
    expect(options(page).last).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    assert options(page).count() <= 8


def test_escape_closes_the_list_and_an_arrow_opens_it_again(page: Page, field: Locator) -> None:
    field.press_sequentially("honey")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(field).to_have_value("honey")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)


def test_enter_without_a_choice_sends_the_search(page: Page, field: Locator, address: str) -> None:
    field.press_sequentially("honey")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/search?q=honey")
    expect(options(page)).to_have_count(0)


def test_a_suggestion_is_followed_by_a_click(page: Page, field: Locator, address: str) -> None:
    field.press_sequentially("first mite")
    page.get_by_role("option", name="The first mite is found").click()
    expect(page).to_have_url(f"{address}/events/first-mite")
    expect(options(page)).to_have_count(0)


def test_an_older_answer_is_dropped(page: Page, field: Locator) -> None:
    held: list[Route] = []
    page.route(OLDER, lambda route: held.append(route))
    with page.expect_request(OLDER):
        field.fill("mite")
    field.fill("hives")
    expect(options(page).first).to_contain_text("hives")
    for route in held:
        route.fulfill(body='<a role="option" id="old">mite</a>')
    page.wait_for_timeout(200)
    expect(options(page).first).to_contain_text("hives")


def test_without_an_answer_the_search_works_all_the_same(page: Page, field: Locator, problems: list[str]) -> None:
    page.route("**/search/suggestions?*", lambda route: route.abort())
    field.press_sequentially("honey")
    page.wait_for_timeout(300)
    expect(options(page)).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_text("results for “honey”")).to_be_visible()
    problems[:] = [problem for problem in problems if "ERR_FAILED" not in problem]


def test_the_field_of_the_page_offers_too_while_the_results_follow(page: Page, address: str) -> None:
    page.goto(f"{address}/search")
    field = page.get_by_role("combobox", name="Search", exact=True)
    field.press_sequentially("mites")
    expect(options(page).first).to_be_visible()
    expect(page.get_by_text("results for “mites”")).to_be_visible()
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/sources/honey-year?at=mite-treatment-report")


def test_without_scripts_it_is_a_plain_field(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}/about")
    page.get_by_role("searchbox", name="Search everything").fill("mites")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/search?q=mites")


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
@pytest.mark.long
def test_the_list_is_accessible_and_fits(
    open_page: Callable[..., Page], axe: Callable[[Page], list[str]], address: str, size: Any, scheme: str
) -> None:
    page = open_page(viewport=size, color_scheme=scheme, bypass_csp=True)
    page.goto(f"{address}/search?q=hives")
    page.get_by_role("combobox", name="Search", exact=True).focus()
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    for option in options(page).all():
        box = option.bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= box["x"] + box["width"] <= size["width"]


def test_only_what_documents_state_is_in_their_color_and_every_hit_has_its_line(page: Page, address: str) -> None:
    page.goto(f"{address}/search?q=hives")
    document, other = page.locator(".from-documents .hit-title a"), page.locator(".from-references .hit-title a")
    color = "found => getComputedStyle(found).color"
    assert document.first.evaluate(color) != other.first.evaluate(color)
    displays = "found => found.map(hit => getComputedStyle(hit).display)"
    assert {*page.locator(".hit").evaluate_all(displays)} == {"block"}
