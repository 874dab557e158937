"""Lists in a browser, with the bees: what is on the screen is in the address and in the file."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from dashboard.app import create_app
from dashboard.state.store import Store, load
from tests.dashboard.pages.conftest import write_checked

PHONE: Any = {"width": 390, "height": 800}
DESK: Any = {"width": 1280, "height": 800}
LONGEST = 9_000  # pixels
PATHS = (
    "/data?topic=Land&columns=note",
    "/data?q=zzz",
    "/search?q=hives",
    "/validation",
    "/about",
    "/checked",
    "/compare",
)


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    datasets, _ = write_checked(tmp_path_factory.mktemp("bees"))
    data = load(datasets, None)
    return serve(create_app(Store(lambda: data)))


def listed(page: Page) -> list[str]:
    places = page.locator(".results a.stated").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [place.removeprefix("/observations/") for place in places]


@pytest.mark.long
def test_what_is_filtered_is_in_the_address_and_in_the_download(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/data")
    page.get_by_label("Search", exact=True).press_sequentially("honey")
    expect(page.get_by_role("status").filter(has_text="of 18 numbers")).to_be_visible()
    page.get_by_label("Topic").select_option("Honey")
    expect(page).to_have_url(f"{address}/data?q=honey&topic=Honey")
    expect(page.locator("h1")).to_have_text(re.compile(r"^\d+ of 18 numbers$"))
    page.get_by_role("link", name="Number", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Number")
    on_screen = listed(page)
    page.reload()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Number")
    assert listed(page) == on_screen
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    download.value.save_as(tmp_path / "chosen.csv")
    assert download.value.suggested_filename == "numbers_topic-honey_q-honey.csv"
    with (tmp_path / "chosen.csv").open(encoding="utf-8", newline="") as file:
        assert [row["number_id"] for row in csv.DictReader(file)] == on_screen


def test_a_choice_made_before_the_scripts_have_run_is_not_lost(page: Page, address: str) -> None:
    asked: list[Route] = []
    page.route("**/assets/live.js*", lambda route: asked.append(route))
    page.goto(f"{address}/data?q=honey", wait_until="commit")
    topic = page.get_by_label("Topic")
    topic.select_option("Honey")
    page.wait_for_function("document.readyState === 'interactive'")
    expect(page).to_have_url(f"{address}/data?q=honey")
    asked[0].continue_()
    expect(page).to_have_url(f"{address}/data?q=honey&topic=Honey")
    expect(page.get_by_role("link", name="Clear Topic: Honey")).to_be_visible()
    expect(topic).to_have_value("Honey")


def test_a_form_that_nobody_has_touched_asks_for_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/data?topic=Honey&utm_source=x", wait_until="networkidle")
    expect(page).to_have_url(f"{address}/data?topic=Honey&utm_source=x")


def test_a_filter_is_taken_off_and_a_column_put_on(page: Page, address: str) -> None:
    page.goto(f"{address}/data?topic=Land&q=dozen")
    page.get_by_text("Columns").click()
    page.get_by_role("link", name="Show Unit").click()
    expect(page.get_by_role("columnheader", name="Unit")).to_be_visible()
    page.get_by_role("link", name="Clear Search: dozen").click()
    expect(page.get_by_role("status").filter(has_text="3 of 18 numbers")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Unit")).to_be_visible()
    expect(page.get_by_label("Search", exact=True)).to_have_value("")


def test_numbers_are_chosen_by_whose_they_are_and_stay_so_while_typing(page: Page, address: str) -> None:
    page.goto(f"{address}/data")
    page.get_by_role("link", name="Of references 2").click()
    expect(page).to_have_url(f"{address}/data?origin=reference")
    expect(page.locator("h1")).to_have_text("2 of 18 numbers")
    page.get_by_label("Search", exact=True).fill("4,215")
    expect(page.get_by_role("link", name="Of references 1")).to_have_attribute("aria-current", "true")
    assert listed(page) == ["hives-census"]


def test_on_a_phone_rows_are_two_lines_that_a_list_sorts(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(viewport=PHONE)
    page.goto(f"{address}/data")
    page.get_by_label("Sort by").select_option("Number, smallest first")
    expect(page).to_have_url(f"{address}/data?sort=value")
    heights = page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.offsetHeight)")
    assert max(heights) < 100
    assert page.get_by_text("not stated").filter(visible=True).count() == 0


def test_without_scripts_the_form_keeps_the_order_and_whose_numbers(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}/data?origin=document&sort=-value&topic=Honey")
    page.get_by_label("Verdict").select_option("Not found")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("topic=Honey.*verdict=not-found.*sort=-value.*origin=document"))
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Number")


def test_a_search_from_any_page_leads_to_the_passage(page: Page, address: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{address}/about")
    page.get_by_label("Search everything").fill("4,600")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/search?q=4%2C600")
    expect(page.get_by_text("1 result for “4,600”")).to_be_visible()
    page.get_by_label("Search", exact=True).fill("almost 4000")
    expect(page.locator(".results mark").first).to_have_text("almost 4,000")
    page.get_by_role("link", name="almost 4,000 hives").click()
    expect(page).to_have_url(f"{address}/observations/hives-report")


def test_the_scheme_that_is_chosen_stays(page: Page, address: str) -> None:
    page.goto(f"{address}/data")
    page.get_by_role("button", name="Dark colors").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.goto(f"{address}/validation")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(page.get_by_role("button", name="Dark colors", pressed=True)).to_be_visible()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.long
def test_pages_are_accessible_and_fit(sound: Callable[[str], None], address: str, path: str) -> None:
    sound(address + path)


def test_what_is_compared_is_not_long_on_a_phone(open_page: Callable[..., Page], root: Path, serve: Any) -> None:
    data = load(root / "datasets", None)
    address, page = serve(create_app(Store(lambda: data))), open_page(viewport=PHONE)
    for path in ("/compare", "/checked"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollHeight") < LONGEST
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_an_explanation_needs_no_click_where_there_is_room(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(viewport=DESK)
    page.goto(f"{address}/checked?verdict=disputed")
    why = page.get_by_text("The census has more than 4,000.")
    expect(why).to_be_visible()
    page.set_viewport_size(PHONE)
    expect(why).to_be_hidden()
    page.locator(".pair summary").first.click()
    expect(why).to_be_visible()


def test_a_chip_chooses_what_the_form_then_narrows(page: Page, address: str) -> None:
    page.goto(f"{address}/checked")
    page.get_by_role("link", name="Not found 14").click()
    expect(page).to_have_url(f"{address}/checked?verdict=not-found")
    page.get_by_label("Document").select_option("A Letter on Bees")
    expect(page).to_have_url(re.compile(r"source=letter-on-bees.*verdict=not-found|verdict=not-found.*source=letter"))
    expect(page.get_by_role("status").filter(has_text="3 numbers")).to_be_visible()
    page.get_by_role("link", name="All 4").click()
    expect(page).to_have_url(f"{address}/checked?source=letter-on-bees")


@pytest.mark.parametrize("mark", [".chart-key .swatch", ".part"])
@pytest.mark.long
def test_a_key_keeps_its_colors_where_colors_are_forced(page: Page, address: str, mark: str) -> None:
    colors = "marks => marks.map(one => getComputedStyle(one).background)"
    page.goto(address)
    before = page.locator(mark).evaluate_all(colors)
    assert before
    page.emulate_media(forced_colors="active")
    assert page.locator(mark).evaluate_all(colors) == before
