"""The shell in a browser, with the harbor's pages: navigation, state, scheme, charts, accessibility."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Route, expect

from dashboard.state.views import View
from tests.dashboard import harbor

PHONE = {"width": 390, "height": 800}
DESK = {"width": 1280, "height": 800}
PLACE = "document.querySelector('.canvas').getBoundingClientRect().top + scrollY"


@pytest.fixture(scope="module")
def address(serve: Callable[..., str]) -> str:
    return serve(harbor.make())


@pytest.fixture
def drawn(page: Page, address: str) -> Page:
    page.set_viewport_size(DESK)  # ty: ignore[invalid-argument-type]
    page.goto(address)
    expect(page.locator(".bars path")).to_have_count(len(harbor.CATCH))
    return page


@pytest.fixture
def filtered(page: Page, address: str) -> Page:
    page.goto(f"{address}/numbers")
    page.get_by_label("Search", exact=True).press_sequentially("ee")
    expect(page).to_have_url(f"{address}/numbers?q=ee")
    expect(page.get_by_text("1 found")).to_be_visible()
    return page


@pytest.mark.parametrize("path", ["/", "/numbers", "/numbers?q=zzz", "/numbers/eels", "/nowhere"])
@pytest.mark.long
def test_pages_are_accessible_and_fit(
    sound: Callable[[str], None], problems: list[str], address: str, path: str
) -> None:
    sound(address + path)
    problems[:] = [problem for problem in problems if path != "/nowhere" or "404" not in problem]


def test_links_are_followed_without_loading_anew(drawn: Page, address: str) -> None:
    drawn.evaluate("window.stayed = true")
    drawn.get_by_role("link", name="All", exact=True).click()
    expect(drawn.locator("h1")).to_have_text("All numbers")
    expect(drawn.locator("h1")).to_be_focused()
    expect(drawn).to_have_title("Numbers – Numbers of a harbor")
    drawn.go_back()
    expect(drawn.locator("h1")).to_have_text("What the harbor says of itself")
    assert drawn.evaluate("window.stayed") is True


def test_navigation_marks_the_current_page(drawn: Page) -> None:
    current = drawn.locator(".navigation [aria-current]")
    expect(current).to_have_text(["Findings"])
    drawn.locator(".navigation").get_by_role("link", name="How it is checked").click()
    expect(current).to_have_text(["How it is checked"])


def test_what_is_filtered_survives_a_reload(filtered: Page, address: str) -> None:
    filtered.get_by_label("Fish").check()
    expect(filtered).to_have_url(f"{address}/numbers?q=ee&tick=fish")
    filtered.reload()
    expect(filtered.get_by_text("1 found")).to_be_visible()
    expect(filtered.get_by_label("Search", exact=True)).to_have_value("ee")
    expect(filtered.get_by_label("Fish")).to_be_checked()


def test_typing_keeps_the_focus(filtered: Page, address: str) -> None:
    expect(filtered.get_by_label("Search", exact=True)).to_be_focused()
    filtered.keyboard.type("l")
    expect(filtered).to_have_url(f"{address}/numbers?q=eel")


def test_sorting_keeps_the_filter_and_back_takes_it_back(filtered: Page, address: str) -> None:
    filtered.get_by_role("link", name="How many").click()
    expect(filtered).to_have_url(f"{address}/numbers?q=ee&sort=value")
    expect(filtered.locator("th[aria-sort=ascending]")).to_contain_text("How many")
    filtered.get_by_label("Search", exact=True).fill("e")
    expect(filtered).to_have_url(f"{address}/numbers?q=e&sort=value")
    filtered.go_back()
    expect(filtered).to_have_url(f"{address}/numbers?q=ee")
    expect(filtered.get_by_label("Search", exact=True)).to_have_value("ee")
    expect(filtered.get_by_text("1 found")).to_be_visible()


def test_a_link_to_the_whole_list_takes_the_filter_away(filtered: Page, address: str) -> None:
    filtered.get_by_label("Search", exact=True).fill("zzz")
    filtered.get_by_role("link", name="Show all").click()
    expect(filtered.get_by_text(f"{len(harbor.CATCH)} found")).to_be_visible()
    expect(filtered.get_by_label("Search", exact=True)).to_have_value("")
    assert filtered.url == f"{address}/numbers"


def test_the_scheme_is_chosen_and_kept(drawn: Page) -> None:
    bar = drawn.locator(".bars path").first
    light = bar.evaluate("bar => bar.style.fill")
    drawn.get_by_role("button", name="Dark colors").click()
    expect(drawn.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(bar).not_to_have_css("fill", light)
    drawn.reload()
    expect(drawn.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(drawn.get_by_role("button", name="Dark colors", pressed=True)).to_be_visible()
    expect(bar).not_to_have_css("fill", light)


def test_charts_are_laid_out_for_the_window(drawn: Page) -> None:
    drawn.evaluate("window.before = document.querySelector('.js-plotly-plot')")
    drawn.set_viewport_size(PHONE)  # ty: ignore[invalid-argument-type]
    expect(drawn.locator(".js-plotly-plot")).to_have_js_property("layout.width", View("light", 390).width("full"))
    assert drawn.evaluate("before === document.querySelector('.js-plotly-plot')"), "it is drawn in the same place"


def test_a_chart_is_drawn_once_for_the_window_it_is_in(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(viewport=PHONE, color_scheme="dark")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    expect(page.locator(".bars path")).to_have_count(len(harbor.CATCH))
    page.wait_for_load_state("networkidle")
    figures = [url for url in asked if "/figures/" in url]
    assert [re.sub(".*/figures/[0-9a-f]+", "", url) for url in figures] == ["/dark-390/full/chart/catch.json"]


@pytest.mark.parametrize(("mark", "path"), [(2, "/observations/herring"), (1, "/about")])
@pytest.mark.long
def test_a_mark_opens_what_its_row_says(drawn: Page, address: str, mark: int, path: str) -> None:
    drawn.locator(".bars path").nth(mark).scroll_into_view_if_needed()
    box = drawn.locator(".bars path").nth(mark).bounding_box()
    assert box is not None
    drawn.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
    expect(drawn.locator(".hoverlayer .hovertext")).to_be_visible()
    drawn.mouse.down()
    drawn.mouse.up()
    expect(drawn).to_have_url(f"{address}{path}")


def test_points_are_walked_through_by_key(drawn: Page, address: str) -> None:
    spoken = drawn.locator(".spoken")
    drawn.locator(".canvas").focus()
    for key, words in [
        ("ArrowRight", "1 of 4: boats: 180"),
        ("ArrowRight", "2 of 4: eels: 62,000"),
        ("End", "4 of 4: nets: 412"),
        ("ArrowRight", "1 of 4: boats: 180"),
        ("ArrowLeft", "4 of 4: nets: 412"),
        ("Home", "1 of 4: boats: 180"),
        ("Escape", ""),
        ("ArrowRight", "1 of 4: boats: 180"),
    ]:
        drawn.keyboard.press(key)
        expect(spoken).to_have_text(words)
    expect(drawn.locator(".hoverlayer .hovertext")).to_be_visible()
    drawn.keyboard.press("Enter")
    expect(drawn).to_have_url(f"{address}/observations/boats")


@pytest.mark.parametrize(
    ("button", "name", "start"), [("Save PNG", "chart-catch.png", b"\x89PNG"), ("Save SVG", "chart-catch.svg", b"<svg")]
)
@pytest.mark.long
def test_pictures_are_made_here(drawn: Page, tmp_path: Path, button: str, name: str, start: bytes) -> None:
    drawn.get_by_text("Share", exact=True).click()
    with drawn.expect_download() as download:
        drawn.get_by_role("button", name=button).click()
    download.value.save_as(tmp_path / name)
    made = (tmp_path / name).read_bytes()
    assert download.value.suggested_filename == name
    assert made.startswith(start)
    if button == "Save SVG":
        assert re.findall(rb"Herring leads|Pieces, 1931|as stated", made) == [
            b"Herring leads",
            b"Pieces, 1931",
            b"as stated",
        ]
        assert b"font/woff2;base64" in made


def test_paper_is_light(drawn: Page) -> None:
    drawn.get_by_role("button", name="Dark colors").click()
    drawn.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(drawn.locator("html")).to_have_attribute("data-scheme", "light")
    expect(drawn.locator(".canvas")).to_have_attribute("data-scheme", "dark")
    drawn.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(drawn.locator("html")).to_have_attribute("data-scheme", "dark")
    assert drawn.locator(".canvas[data-scheme]").count() == 0


def test_the_menu_opens_and_closes_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)  # ty: ignore[invalid-argument-type]
    page.goto(address)
    about = page.locator(".navigation").get_by_role("link", name="How it is checked")
    expect(page.locator("h1")).to_be_visible()
    expect(about).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(about).to_be_visible()
    page.keyboard.press("Escape")
    expect(about).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    about.click()
    expect(page.locator("h1")).to_have_text("About")
    expect(about).to_be_hidden()


def test_a_text_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Harbor report"
    context.close()


def test_the_content_is_skipped_to_by_key(drawn: Page) -> None:
    drawn.keyboard.press("Tab")
    skip = drawn.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    drawn.keyboard.press("Enter")
    expect(drawn.locator("main")).to_be_focused()


def test_an_embedded_chart_stands_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/embed/catch")
    expect(page.locator(".bars path")).to_have_count(len(harbor.CATCH))
    for part in ("header", "footer"):
        expect(page.locator(f".shell > {part}")).to_be_hidden()


def test_without_scripts_a_chart_stands_as_its_table(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(address)
    expect(page.get_by_role("cell", name="990,000")).to_be_visible()
    expect(page.locator(".canvas")).to_be_hidden()


def test_without_scripts_everything_is_a_link_or_a_form(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}/numbers")
    page.get_by_label("Search", exact=True).fill("e")
    page.get_by_label("Kind").select_option("Fish")
    page.get_by_label("Fish").check()
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(f"{address}/numbers?q=e&kind=fish&tick=fish&sort=")
    expect(page.get_by_text("3 found")).to_be_visible()
    expect(page.get_by_label("Fish")).to_be_checked()
    page.get_by_role("link", name="How many").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("How many")


def test_the_page_is_there_before_the_scripts(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(viewport=DESK)
    page.route("**/*.js*", lambda route: None)  # they never come
    page.goto(address, wait_until="commit")
    expect(page.get_by_role("heading", name="Herring leads")).to_be_visible()
    expect(page.locator(".canvas")).to_have_css("height", "220px")
    page.get_by_role("link", name="How it is checked").click()
    expect(page).to_have_url(f"{address}/about")


def test_what_is_begun_outlasts_the_scripts(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(viewport=DESK)
    waiting: list[Route] = []
    page.route("**/*.js*", lambda route: waiting.append(route))
    page.goto(f"{address}/charts/catch", wait_until="commit")
    page.get_by_label("Search everything").press_sequentially("ee")
    page.get_by_text("Share", exact=True).click()
    page.get_by_label("Search everything").focus()
    place = page.evaluate(PLACE)
    for route in waiting:
        route.continue_()
    page.unroute("**/*.js*")
    expect(page.locator(".bars path")).to_have_count(len(harbor.CATCH))
    expect(page.get_by_label("Search everything")).to_have_value("ee")
    expect(page.get_by_label("Search everything")).to_be_focused()
    expect(page.get_by_role("button", name="Save PNG")).to_be_visible()
    assert page.evaluate(PLACE) == place


@pytest.mark.long
def test_back_leads_to_the_place_that_was_left(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(viewport={"width": 1280, "height": 300})
    page.goto(address)
    link = page.locator("main").get_by_role("link", name="2", exact=True)
    link.scroll_into_view_if_needed()
    left = page.evaluate("scrollY")
    assert left > 200
    link.click()
    expect(page.locator("h1")).to_have_text("All numbers")
    assert page.evaluate("scrollY") == 0
    page.go_back()
    expect(page.locator("h1")).to_have_text("What the harbor says of itself")
    expect(page.locator("html")).to_have_js_property("scrollTop", left)
    page.go_forward()
    expect(page.locator("h1")).to_have_text("All numbers")
    page.go_back()
    expect(page.locator("html")).to_have_js_property("scrollTop", left)
    page.reload()
    expect(page.locator("html")).to_have_js_property("scrollTop", left)


def test_a_page_with_charts_is_reached_from_one_without(page: Page, address: str) -> None:
    page.goto(f"{address}/about")
    page.get_by_role("link", name="Findings", exact=True).click()
    expect(page.locator(".bars path")).to_have_count(len(harbor.CATCH))


def test_a_chart_that_did_not_come_is_tried_again(page: Page, address: str, problems: list[str]) -> None:
    page.route("**/figures/**", lambda route: route.abort())
    page.set_viewport_size(DESK)  # ty: ignore[invalid-argument-type]
    page.goto(address)
    expect(page.get_by_role("cell", name="990,000")).to_be_visible()
    page.unroute("**/figures/**")
    page.set_viewport_size(PHONE)  # ty: ignore[invalid-argument-type]
    expect(page.locator(".bars path")).to_have_count(len(harbor.CATCH))
    problems.clear()


def test_the_same_page_anew_keeps_what_is_open_and_the_focus(drawn: Page) -> None:
    drawn.get_by_text("Share", exact=True).click()
    drawn.get_by_role("button", name="Save PNG").wait_for()
    drawn.evaluate("document.querySelector('h1').id = 'x'; document.getElementById('main').focus(); site.renew()")
    expect(drawn.locator("#x")).to_have_count(0)
    expect(drawn.locator("details[open]")).to_have_count(1)
    expect(drawn.locator("main")).to_be_focused()
    expect(drawn.locator(".bars path")).to_have_count(len(harbor.CATCH))


def test_a_tab_that_was_chosen_stays_chosen(drawn: Page, address: str) -> None:
    tab, cell = drawn.get_by_role("link", name="Table", exact=True), drawn.get_by_role("cell", name="990,000")
    tab.click()
    expect(cell).to_be_visible()
    drawn.evaluate("document.querySelector('h1').id = 'x'; site.renew()")
    expect(drawn.locator("#x")).to_have_count(0)
    expect(cell).to_be_visible()
    assert drawn.url == f"{address}/"
    drawn.goto(f"{address}/charts/catch")
    expect(cell).to_be_hidden()
    tab.click()
    expect(drawn).to_have_url(f"{address}/charts/catch?show=table")
    drawn.reload()
    expect(cell).to_be_visible()


def test_on_paper_a_chart_that_was_never_near_is_a_table(page: Page, address: str) -> None:
    page.route("**/plotly.js*", lambda route: None)
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.get_by_role("cell", name="990,000")).to_be_visible()


def test_a_link_to_a_place_leads_there(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 300})
    page.goto(f"{address}/about")
    page.evaluate("site.visit('/#parts')")
    expect(page).to_have_url(f"{address}/#parts")
    expect(page.locator("#parts")).to_be_in_viewport()


def test_a_page_that_can_not_be_fetched_is_loaded(page: Page, address: str, problems: list[str]) -> None:
    page.goto(address)
    page.evaluate("window.stayed = true; document.documentElement.dataset.files = 'older'")
    page.locator(".navigation").get_by_role("link", name="How it is checked").click()
    expect(page.locator("h1")).to_have_text("About")
    assert page.evaluate("window.stayed") is None, "scripts of another version go with it"


def test_a_press_ends_on_what_it_began_on(page: Page, address: str) -> None:
    page.goto(f"{address}/numbers?q=zzz")
    page.get_by_label("Search", exact=True).focus()
    page.keyboard.type("z")
    page.get_by_role("link", name="Show all").hover()
    page.mouse.down()
    page.wait_for_timeout(300)
    page.mouse.up()
    expect(page).to_have_url(f"{address}/numbers")
    expect(page.get_by_text(f"{len(harbor.CATCH)} found")).to_be_visible()


def test_a_sandboxed_frame_draws(serve: Callable[..., str], page: Page, address: str) -> None:
    host = Flask("elsewhere")
    source = f'src="{address}/embed/catch" height="520"'  # what is below a frame's edge is not drawn yet
    frame = f'<!doctype html><title>Elsewhere</title><iframe sandbox="allow-scripts" {source}></iframe>'
    host.add_url_rule("/", "page", lambda: frame)
    host.add_url_rule("/favicon.ico", "icon", lambda: ("", 204))
    page.goto(serve(host))
    expect(page.frame_locator("iframe").locator(".bars path")).to_have_count(len(harbor.CATCH))
