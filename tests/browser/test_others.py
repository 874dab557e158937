"""Other people's data in a browser: no page of the collection of extremes is wider than its window or cut off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.app import create_app
from dashboard.charts.drawing.geometry import Box
from dashboard.state.store import Snapshot, Store, load
from tests import others

SIZES: list[Any] = [{"width": 1280, "height": 800}, {"width": 390, "height": 800}]
DRAWN = ("extremes", "accounts", "tides", "forty", "shares", "land", "growth-2", "named")
# Of each number the first of its indicator: a range, one below zero, a huge one, one from right to left.
NUMBERS = ("range-money", "range-dinars", "tiny", "huge", "earned", "one-share")
OTHERS = (
    *("/", "/charts/ranges", "/indicators/tides", "/indicators/boats", "/compare", "/checked", "/timeline", "/sources"),
    *("/data", "/search?q=boats", "/events/event-6", "/validation", "/about"),
    *(f"/sources/{name}" for name in (others.book(others.BARE), others.book(others.SILENT), others.office(9))),
)

OUTSIDE = """() => [...document.querySelectorAll(".js-plotly-plot")].flatMap((plot) => {
  const frame = plot.getBoundingClientRect();
  const words = [...plot.querySelectorAll(".annotation-text")];
  return !words.length ? ["nothing is written"] : words.filter((words) => {
    const { left, right } = words.getBoundingClientRect();
    return left < frame.left - 4 || frame.right + 4 < right;
  }).map((words) => words.textContent);
})"""
"""The words of the drawings on a page that leave these."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*others.write(tmp_path_factory.mktemp("others")))


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], data: Snapshot) -> str:
    return serve(create_app(Store(lambda: data)))


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
@pytest.mark.long
def test_every_kind_of_page_fits(open_page: Callable[..., Page], address: str, data: Snapshot, size: Any) -> None:
    page = open_page(viewport=size, reduced_motion="reduce")
    numbers = [data.register.observations.where("indicator_id", name)[0].id for name in NUMBERS]
    wide, outside = [], {}
    for path in (*OTHERS, *(f"/observations/{name}" for name in numbers), *(f"/charts/{name}" for name in DRAWN)):
        page.goto(address + path, wait_until="domcontentloaded")
        if page.locator(".canvas").count():
            page.locator(".canvas").first.scroll_into_view_if_needed()
            expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
        wide += [path] if page.evaluate("document.documentElement.scrollWidth") > size["width"] else []
        if page.evaluate(OUTSIDE):
            page.wait_for_timeout(2_000)  # another chart was just being drawn
        outside |= {path: found} if (found := page.evaluate(OUTSIDE)) else {}
    assert (wide, outside) == ([], {})


def test_a_name_from_right_to_left_stays_where_it_is_put(page: Page, address: str, data: Snapshot) -> None:
    number = next(one for one in data.register.observations.where("indicator_id", "earned") if one.source.is_document)
    page.goto(f"{address}/observations/{number.id}")
    name, year = page.evaluate(
        """() => {
          const range = document.createRange();
          const what = document.querySelector(".what");
          range.selectNode([...what.childNodes].find((node) => /[\u0600-\u06ff]/.test(node.data)));
          return [range, what.querySelector("strong")].map((one) => one.getBoundingClientRect().left);
        }"""
    )
    assert name < year
    # The Arabic passage begins on the right, the number in it follows.
    passage = page.locator(".passage p").evaluate("(words) => getComputedStyle(words).direction")
    assert passage == "rtl"


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
@pytest.mark.long
def test_points_of_lines_are_walked_from_left_to_right_and_told_off_the_mark(
    open_page: Callable[..., Page], address: str, size: Any
) -> None:
    page = open_page(viewport=size)
    page.goto(f"{address}/charts/around")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    canvas, told, ring = (page.locator(f".canvas{part}") for part in ("", " > .told", " > .pointed"))
    canvas.focus()
    lefts = []
    for _ in range(9):
        page.keyboard.press("ArrowRight")
        expect(told).to_contain_text(":")
        mark, words, frame = (_box(part) for part in (ring, told, canvas))
        lefts.append(mark.left)
        assert not mark.meets(words)
        assert words.within(frame)
    assert lefts == sorted(lefts)
    assert lefts[0] < lefts[-1]
    page.keyboard.press("Escape")
    expect(told).to_have_count(0)
    expect(ring).to_have_count(0)


def _box(part: Locator) -> Box:
    found = part.bounding_box()
    assert found is not None
    return Box(found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"])
