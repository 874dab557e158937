"""The shell in a browser, with the harbor's pages: navigation, state, scheme, charts, accessibility."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.dashboard import harbor

PHONE = {"width": 390, "height": 800}
DESK = {"width": 1280, "height": 800}


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


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_pages_are_accessible_and_fit(
    open_page: Callable[..., Page],
    problems: list[str],
    axe: Callable[[Page], list[str]],
    address: str,
    size: dict[str, int],
) -> None:
    page = open_page(viewport=size, bypass_csp=True, reduced_motion="reduce")
    for path in ("/", "/numbers", "/numbers?q=zzz", "/numbers/eels", "/nowhere"):
        page.goto(address + path)
        expect(page.locator("h1")).to_be_visible()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("html")).to_have_attribute("data-scheme", scheme)
            if path == "/":
                expect(page.locator(".bars path")).to_have_count(len(harbor.CATCH))
            assert (path, axe(page)) == (path, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
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
    expect(current).to_have_text(["Overview"])
    drawn.locator(".navigation").get_by_role("link", name="About").click()
    expect(current).to_have_text(["About"])


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
    drawn.get_by_label("Colors").select_option("Dark")
    expect(drawn.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(bar).not_to_have_css("fill", light)
    drawn.reload()
    expect(drawn.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(drawn.get_by_label("Colors")).to_have_value("dark")
    expect(bar).not_to_have_css("fill", light)


def test_charts_are_laid_out_for_the_window(drawn: Page) -> None:
    with drawn.expect_response("**/_dash-update-component*") as answer:
        drawn.set_viewport_size(PHONE)  # ty: ignore[invalid-argument-type]
    assert '"view","property":"data","value":"light-390"' in (answer.value.request.post_data or "")


def test_the_first_layout_fits_and_is_not_drawn_again(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(viewport=PHONE, color_scheme="dark")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    page.goto(address)
    expect(page.locator(".bars path")).to_have_count(len(harbor.CATCH))
    page.wait_for_load_state("networkidle")
    assert len([body for body in sent if body]) == 1


@pytest.mark.parametrize(("mark", "path"), [(2, "/observations/herring"), (1, "/about")])
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
    drawn.get_by_role("button", name="Walk through the points").focus()
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
    ("button", "name", "start"), [("PNG", "chart-catch.png", b"\x89PNG"), ("SVG", "chart-catch.svg", b"<svg")]
)
def test_pictures_are_made_here(drawn: Page, tmp_path: Path, button: str, name: str, start: bytes) -> None:
    drawn.get_by_text("Download", exact=True).click()
    with drawn.expect_download() as download:
        drawn.get_by_role("button", name=button).click()
    download.value.save_as(tmp_path / name)
    made = (tmp_path / name).read_bytes()
    assert download.value.suggested_filename == name
    assert made.startswith(start)
    if button == "SVG":
        assert re.findall(rb"Herring leads|Pieces, 1931|as stated", made) == [
            b"Herring leads",
            b"Pieces, 1931",
            b"as stated",
        ]
        assert b"font/woff2;base64" in made


def test_paper_is_light(drawn: Page) -> None:
    drawn.get_by_label("Colors").select_option("Dark")
    drawn.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(drawn.locator("html")).to_have_attribute("data-scheme", "light")
    expect(drawn.locator(".canvas")).to_have_attribute("data-scheme", "dark")
    drawn.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(drawn.locator("html")).to_have_attribute("data-scheme", "dark")
    assert drawn.locator(".canvas[data-scheme]").count() == 0


def test_the_menu_opens_and_closes_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)  # ty: ignore[invalid-argument-type]
    page.goto(address)
    about = page.locator(".navigation").get_by_role("link", name="About")
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


def test_without_scripts_a_page_says_what_can_be_had(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(address)
    expect(page.get_by_role("link", name="numbers.csv")).to_be_visible()
