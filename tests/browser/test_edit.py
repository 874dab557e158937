"""The place of work in a browser, with the bees' letter: by keys alone, beside other hands, and kept from strangers."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.app import create_app
from dashboard.state.store import Store, open_store
from tests import collection, edits, unread
from tests.browser.test_serving import ROOT, serving
from tests.unread import SOURCE
from validation.editing.desk import Desk

pytestmark = pytest.mark.long

DESK: Any = {"width": 1280, "height": 800}
KEY = "a-key"


class Worked:
    """The letter, served to whoever has the key; the files are followed as the command does it."""

    def __init__(self, folder: Path, serve: Callable[..., str], write: Callable = unread.write) -> None:
        self.datasets, seeds = write(folder)
        self.store: Store = open_store(self.datasets, seeds, draft=True)
        self.ended = self.store.watch(lambda: None)
        self.address = serve(create_app(self.store, desk=Desk(self.datasets, seeds), secret=KEY))

    @property
    def entry(self) -> str:
        return f"{self.address}/edit?key={KEY}"

    def at(self, words: str, source: str = SOURCE) -> str:
        """Where some words of the letter, or of another document, are decided on."""
        start = self.store.current().register.documents[source].body.index(words)
        return f"{self.address}/edit/{source}?at={start}-{start + len(words)}"

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.datasets.iterdir()}


@pytest.fixture
def worked(tmp_path: Path, serve: Callable[..., str]) -> Iterator[Worked]:
    made = Worked(tmp_path, serve)
    yield made
    made.ended.set()


@pytest.fixture
def opened(page: Page, worked: Worked) -> Page:
    return enter(page, worked)


def enter(page: Page, worked: Worked) -> Page:
    page.set_viewport_size(DESK)
    page.goto(worked.entry)
    page.get_by_role("link", name="A Letter on Bees").click()
    shows(page, "4,600")
    return page


def number(page: Page) -> Locator:
    return page.locator("#draft-number")


def shows(page: Page, words: str) -> None:
    """The draft of some words is there, and has the keys."""
    expect(number(page)).to_have_text(re.compile(rf"^{re.escape(words)}(, |$)"))
    expect(number(page)).to_be_focused()


# No faster than anybody sees: a key for what is not there yet is dropped.
SEEN = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))"


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.evaluate(SEEN)
        page.keyboard.press(key)


def forgive(problems: list[str], *statuses: int) -> None:
    """What a test expects to be refused is no problem of the page."""
    problems[:] = [one for one in problems if not any(f"status of {status}" in one for status in statuses)]


def test_pages_are_accessible_and_fit(sound: Callable[[str], None], worked: Worked, problems: list[str]) -> None:
    sound(worked.entry)
    for path in (worked.at("4,600"), f"{worked.at('2021')}&kind=excluded", f"{worked.at('1979')}&kind=event"):
        sound(path)
    sound(f"{worked.address}/edit/honey-year")
    sound(f"{worked.address}/edit/{SOURCE}/findings")
    sound(f"{worked.address}/edit/{SOURCE}/document")


def test_a_letter_from_its_first_number_to_its_last_by_keys_alone(opened: Page, worked: Worked) -> None:
    before = worked.files()
    press(opened, "Enter")
    shows(opened, "90")
    press(opened, "2", "Enter")  # another period: none
    shows(opened, "2021")
    press(opened, "x")  # why is not told by its words
    expect(opened.locator(".work-reasons")).to_be_visible()
    shows(opened, "2021")
    press(opened, "1")
    shows(opened, "15%")
    press(opened, "i")
    expect(opened.get_by_label("Indicator")).to_be_focused()
    opened.keyboard.type("lost")
    expect(opened.get_by_role("option", name="Colonies lost over winter")).to_have_attribute("aria-selected", "true")
    press(opened, "Enter")
    expect(number(opened)).to_be_focused()
    expect(opened.get_by_label("Indicator")).to_have_value("Colonies lost over winter")
    press(opened, "Enter")
    shows(opened, "1979")
    press(opened, "v")
    opened.keyboard.type("first")
    press(opened, "Enter", "Enter")
    shows(opened, "5")
    press(opened, "l")
    expect(opened.locator(".work-reasons")).to_be_visible()
    press(opened, "5")
    expect(number(opened)).to_have_text("Nothing is left to decide on here.")
    expect(opened.locator(".work-head")).to_contain_text("6 of 6 numerals accounted for, 0 left")
    tables = worked.files()
    assert b"90 tonnes,90,t" in tables["observations.csv"]
    assert b"A manner" not in tables["exclusions.csv"]
    assert tables["exclusions.csv"].count(b"letter-on-bees") == 2
    assert tables["events.csv"] == before["events.csv"], "the register had it"
    for words in ("5", "1979", "15%", "2021", "90", "4,600"):
        press(opened, "u")
        shows(opened, words)
        expect(opened.locator("#said")).to_contain_text("Taken back")
    assert worked.files() == before


def test_numerals_of_a_form_are_seen_chosen_and_left_out_together(
    opened: Page, worked: Worked, problems: list[str]
) -> None:
    unread.forget(worked.datasets, "honey-year")
    for _ in "12":  # the files are read once two looks find them alike
        worked.store.refresh()
    before = worked.files()
    opened.goto(f"{worked.at('96', 'honey-year')}&kind=excluded")
    shows(opened, "96")
    boxes = opened.locator(".alike").get_by_role("checkbox")
    press(opened, "f")
    expect(opened.get_by_role("button", name="Leave out those chosen")).to_be_focused()
    expect(boxes).to_have_count(3)
    assert worked.files() == before, "they are only shown"
    press(opened, "f", "9")
    expect(opened.locator("#said")).to_contain_text("none of those listed is chosen")
    forgive(problems, 409)
    press(opened, "z")
    expect(opened.locator(".alike :checked")).to_have_count(3)
    boxes.nth(1).focus()
    press(opened, "Space", "f")
    expect(opened.locator("#said")).to_contain_text("Press the digit of the reason")
    press(opened, "9")
    expect(opened.locator(".last")).to_contain_text("2 numerals left out, a vague count")
    left = worked.files()["exclusions.csv"]
    assert left.count(b",vague,") == 2
    shows(opened, "2021")
    press(opened, "u")
    shows(opened, "96")
    assert worked.files() == before


def test_looking_decides_nothing(opened: Page, worked: Worked) -> None:
    before = worked.files()
    press(opened, "ArrowDown")
    shows(opened, "90")
    press(opened, "ArrowDown")
    shows(opened, "2021")
    press(opened, "ArrowUp")
    shows(opened, "90")
    press(opened, "e")
    expect(opened.get_by_label("Event")).to_be_visible()
    press(opened, "n")
    expect(opened.get_by_label("Indicator")).to_be_visible()
    opened.get_by_role("link", name="15%, unaccounted for").click()
    shows(opened, "15%")
    opened.locator(".work-left").get_by_role("link", name="1979").click()
    shows(opened, "1979")
    assert worked.files() == before


def test_keys_rest_while_a_field_is_typed_in_and_elsewhere(opened: Page, worked: Worked) -> None:
    before = worked.files()
    press(opened, "d")
    opened.keyboard.type("xenu, the fox")
    expect(opened.get_by_label("Attributed to")).to_have_value("xenu, the fox")
    press(opened, "Escape", "Escape")
    expect(number(opened)).to_be_focused()
    opened.get_by_label("Search everything").focus()
    press(opened, "x")
    opened.locator(".brand").focus()
    press(opened, "x", "u")
    expect(opened.get_by_label("Attributed to")).to_have_value("xenu, the fox")
    assert worked.files() == before
    opened.get_by_label("Quote").focus()
    press(opened, "Shift+Enter")
    shows(opened, "90")
    assert b'"xenu, the fox"' in worked.files()["observations.csv"]


def test_a_row_that_breaks_a_rule_is_refused_and_stays_to_be_mended(
    opened: Page, worked: Worked, problems: list[str]
) -> None:
    before = worked.files()
    press(opened, "v")
    opened.keyboard.type("4700")
    press(opened, "Enter")
    judgments, said = opened.locator("#judgments"), opened.get_by_role("alert")
    expect(judgments).to_contain_text("Value must be 4600")
    press(opened, "Enter")
    expect(said).to_contain_text("Not written. Value must be 4600")
    expect(judgments).not_to_contain_text("Value must be 4600")
    value = opened.get_by_label("Value")
    expect(value).to_have_value("4700")
    expect(value).to_have_attribute("aria-invalid", "true")
    expect(value).to_be_in_viewport()
    for scheme, forced in (("light", "none"), ("dark", "none"), ("light", "active")):
        opened.emulate_media(color_scheme=scheme, forced_colors=forced)
        assert value.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        assert value.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)") >= 2
    opened.emulate_media(color_scheme="light", forced_colors="none")
    assert worked.files() == before
    forgive(problems, 409)
    expect(number(opened)).to_be_focused()
    press(opened, "v")
    opened.keyboard.type("4800")
    expect(judgments).to_contain_text("not 4800")
    expect(said).to_be_empty()
    press(opened, "Shift+Enter")
    expect(said).to_contain_text("not 4800")
    expect(value).to_be_focused()
    forgive(problems, 409)
    value.fill("4600")
    expect(judgments).to_contain_text("The value fits what is printed")
    expect(said).to_be_empty()
    expect(value).not_to_have_attribute("aria-invalid", "true")
    press(opened, "Enter", "Enter")
    shows(opened, "90")


def test_keys_are_keys_after_a_refusal(opened: Page, worked: Worked, problems: list[str]) -> None:
    before = worked.files()
    opened.get_by_label("Value").fill("4700")
    press(opened, "Escape", "Enter")
    expect(opened.get_by_role("alert")).to_contain_text("Not written.")
    forgive(problems, 409)
    press(opened, "l")
    expect(opened.locator(".work-reasons")).to_be_visible()
    press(opened, "6")
    shows(opened, "90")
    press(opened, "u")
    shows(opened, "4,600")
    assert worked.files() == before


def test_a_fault_that_is_folded_away_is_shown(opened: Page, problems: list[str]) -> None:
    opened.get_by_label("Printed").evaluate("one => { one.value = '4,601 hives'; }")
    press(opened, "Enter")
    expect(opened.get_by_role("alert")).to_contain_text("Printed must")
    expect(opened.get_by_label("Printed")).to_be_visible()
    expect(number(opened)).to_be_focused()
    forgive(problems, 409)


def test_an_area_that_is_open_is_asked_for(opened: Page, worked: Worked) -> None:
    before = worked.files()
    opened.get_by_label("Area").fill("")
    press(opened, "Escape", "Enter")
    expect(opened.get_by_role("alert")).to_contain_text("Its area is still open")
    expect(number(opened)).to_be_focused()
    expect(opened.get_by_label("Area")).to_have_attribute("aria-invalid", "true")
    assert worked.files() == before
    press(opened, "a")
    opened.keyboard.type("elm")
    press(opened, "Enter", "Enter")
    shows(opened, "90")
    assert b"elm,Elm,area" in worked.files()["areas.csv"]


def test_nothing_jumps_and_what_is_new_is_announced(opened: Page) -> None:
    accept = opened.get_by_role("button", name="Accept")
    at = [accept.bounding_box()]
    first = opened.locator("#worktext p").first.bounding_box()
    press(opened, "Enter")
    shows(opened, "90")
    expect(opened.locator(".unseen[role=status]").last).to_have_text("4,600: Hives before winter")
    expect(opened.locator(".last")).to_contain_text("4,600: Hives before winter")
    press(opened, "Enter")
    shows(opened, "2021")
    at.append(accept.bounding_box())
    assert at[0] is not None
    assert at[1] is not None
    assert abs(at[0]["y"] - at[1]["y"]) < 50
    assert opened.locator("#worktext p").first.bounding_box() == first
    expect(opened.locator("#here")).to_be_in_viewport()
    assert opened.evaluate("scrollY") == 0


def test_words_are_marked_by_keys_and_become_a_date(opened: Page, worked: Worked) -> None:
    press(opened, "ArrowRight")
    shows(opened, "hives")
    for words in ("stood", "in", "the", "Ash", "Valley"):
        press(opened, "ArrowRight")
        shows(opened, words)
    press(opened, "ArrowRight")
    shows(opened, "before")
    press(opened, "Shift+ArrowRight")
    shows(opened, "before winter,")
    press(opened, "Shift+ArrowLeft")
    shows(opened, "before")
    press(opened, "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft")
    shows(opened, "before winter,")
    expect(opened.locator("#here")).to_have_text("before winter,")
    opened.get_by_label("Printed").fill("before winter")
    opened.get_by_label("Date (EDTF)").fill("2021-12")
    opened.get_by_label("The date is").select_option("inferred")
    press(opened, "Escape", "w")
    opened.keyboard.type("The year of the letter.")
    press(opened, "Shift+Enter")
    expect(number(opened)).not_to_have_text(re.compile("before winter"))
    assert b"before winter,2021-12,inferred" in worked.files()["mentions.csv"]


def test_words_are_marked_by_mouse(opened: Page) -> None:
    opened.evaluate("""() => {
        const text = [...document.querySelectorAll("#worktext p")].at(-1).lastChild;
        const last = text.nodeType === 3 ? text : text.lastChild;
        getSelection().setBaseAndExtent(last, 1, last, 18);
        document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
    }""")
    expect(number(opened)).to_have_text(re.compile("^square kilometres"))
    press(opened, "ArrowUp")
    shows(opened, "5")


def test_what_was_decided_is_open_to_be_changed_and_taken_out(opened: Page, worked: Worked) -> None:
    press(opened, "Enter")
    shows(opened, "90")
    opened.locator(".decided").get_by_role("link", name="4,600: Hives before winter").click()
    shows(opened, "4,600")
    expect(opened.locator(".draft-why")).to_have_text("In the register.")
    press(opened, "d")
    opened.keyboard.type("the Board")
    press(opened, "Shift+Enter")
    shows(opened, "90")
    assert worked.files()["observations.csv"].count(b"4,600 hives") == 2, "printed and quoted, once each"
    assert b"the Board" in worked.files()["observations.csv"]
    press(opened, "ArrowUp")
    shows(opened, "4,600")
    press(opened, "Delete")
    shows(opened, "90")
    assert b"4,600 hives" not in worked.files()["observations.csv"]
    expect(opened.locator(".decided li")).to_have_text(["4,600: taken out"])
    for attributed in ("the Board", ""):
        press(opened, "u")
        expect(opened.get_by_label("Attributed to")).to_have_value(attributed)
        expect(opened.locator(".decided li")).to_have_text(["4,600: Hives before winter"])
        shows(opened, "4,600")
    press(opened, "u")
    expect(opened.locator(".decided li")).to_have_count(0)
    shows(opened, "4,600")
    expect(opened.locator(".work-head")).to_contain_text("0 of 6")


def chosen(page: Page, name: str) -> None:
    expect(page.locator(".work-names:not([hidden]) [aria-selected=true]")).to_have_text(name)


def test_of_names_that_fit_one_is_taken_only_where_it_begins_as_it_is_typed(opened: Page) -> None:
    indicator = opened.get_by_label("Indicator")
    press(opened, "i")
    opened.keyboard.type("h")
    names = opened.locator(".work-names:not([hidden]) li").all_text_contents()
    begins = [name.lower().startswith("h") for name in names[:-1]]  # the last is what is typed
    assert begins == sorted(begins, reverse=True)
    indicator.fill("before")
    chosen(opened, "Hives before winter")
    indicator.fill("hives be")
    chosen(opened, "Hives before winter")
    indicator.fill("winter hives")
    expect(opened.get_by_role("option", name="Hives before winter")).to_be_visible()
    chosen(opened, "winter hives")
    expect(opened.locator("[data-new=indicator_id]")).to_be_visible()  # it was judged
    expect(opened.get_by_role("option", name="winter hives")).to_be_visible()
    press(opened, "Enter")
    expect(indicator).to_have_value("winter hives")
    indicator.fill("hives hives")
    expect(opened.get_by_role("option", name="Hives before winter")).to_have_count(0)
    chosen(opened, "hives hives")


def test_new_is_said_of_what_stands_in_the_field(opened: Page) -> None:
    def new(column: str) -> Locator:
        return opened.locator(f"[data-new={column}]")

    expect(new("indicator_id")).to_be_hidden()
    press(opened, "i")
    opened.keyboard.type("Hives of oak")
    expect(new("indicator_id")).to_be_visible()
    opened.get_by_label("Indicator").fill("before")
    press(opened, "Enter")
    expect(new("indicator_id")).to_be_hidden()
    opened.get_by_label("Unit").fill("furlongs")
    expect(new("unit_id")).to_be_visible()
    opened.get_by_label("Unit").fill("t")
    expect(new("unit_id")).to_be_hidden()
    press(opened, "Escape", "Escape", "ArrowDown")
    shows(opened, "90")
    opened.get_by_label("Indicator").fill("Honey of oak")
    expect(new("indicator_id")).to_be_visible()
    press(opened, "Escape", "Escape", "1")
    expect(opened.get_by_label("Indicator")).to_have_value("Honey per hive")
    expect(new("indicator_id")).to_be_hidden()


def test_a_reason_that_is_not_told_is_asked_for(opened: Page, worked: Worked, problems: list[str]) -> None:
    before = worked.files()
    expect(opened.get_by_role("link", name="Leave out …")).to_be_visible()
    press(opened, "x")
    expect(opened.locator(".work-reasons")).to_be_visible()
    shows(opened, "4,600")
    press(opened, "Enter")
    expect(opened.get_by_role("alert")).to_contain_text("choose a reason by its digit")
    assert worked.files() == before
    press(opened, "7")
    shows(opened, "90")
    assert b"letter-on-bees" in worked.files()["exclusions.csv"]
    assert b"idiom" not in worked.files()["exclusions.csv"].splitlines()[-1]
    assert problems == []


def test_a_digit_pressed_before_the_reasons_are_there_is_kept_and_nothing_else(opened: Page, worked: Worked) -> None:
    before = worked.files()
    opened.route("**/edit/*kind=excluded*", lambda route: (opened.wait_for_timeout(300), route.continue_()))
    press(opened, "l", "Enter", "x", "6", "7")
    shows(opened, "90")
    left = [line for line in worked.files()["exclusions.csv"].splitlines() if b"letter-on-bees" in line]
    assert len(left) == 1
    assert b"repeat" in left[0]
    press(opened, "u")
    shows(opened, "4,600")
    assert worked.files() == before


def test_what_is_said_of_the_document_is_mended_by_keys(opened: Page, worked: Worked, problems: list[str]) -> None:
    before = worked.files()
    press(opened, "ArrowDown")
    shows(opened, "90")
    opened.get_by_role("link", name="About the document").press("Enter")
    heading = opened.get_by_role("heading", name="About the document")
    expect(heading).to_be_focused()
    published = opened.get_by_label("Published")
    published.fill("May 2023")
    opened.get_by_label("Address").fill("www.example")
    press(opened, "Shift+Enter")
    expect(opened.get_by_role("alert")).to_contain_text("Not written.")
    expect(opened.locator("#fact-published-fault")).to_contain_text("Published must be a date")
    expect(opened.locator("#fact-url-fault")).to_contain_text("Address must be")
    expect(published).to_have_attribute("aria-invalid", "true")
    expect(opened.get_by_label("Address")).to_be_focused()
    assert worked.files() == before
    forgive(problems, 409)
    opened.get_by_label("Address").fill("https://bees.example/letter")
    expect(opened.locator("#fact-url-fault")).to_be_empty()
    published.fill("2023-05")
    expect(opened.get_by_role("alert")).to_be_empty()
    press(opened, "Escape")
    expect(heading).to_be_focused()
    press(opened, "Enter")
    shows(opened, "90")
    assert b"https://bees.example/letter" in worked.files()["sources.csv"]
    expect(opened.locator(".last")).to_contain_text("published, address")
    press(opened, "u")
    expect(heading).to_be_focused()
    expect(opened.get_by_role("alert")).to_contain_text("Taken back")
    assert worked.files() == before
    press(opened, "b")
    shows(opened, "4,600")


def test_what_contradicts_is_registered_where_it_is_found(
    page: Page, tmp_path: Path, serve: Callable[..., str], sound: Callable[[str], None]
) -> None:
    worked = Worked(tmp_path, serve, collection.write)
    for table in ("conflicts", "errata"):
        with edits.rows_of(worked.datasets, table) as rows:
            rows.clear()
    for _ in "12":
        worked.store.refresh()
    sound(worked.entry)
    sound(f"{worked.address}/edit/conflicts")
    page.goto(worked.entry)
    page.goto(f"{worked.address}/edit/conflicts")
    left = page.get_by_text("to be registered")
    before = left.inner_text()
    page.get_by_label("They").select_option("doubt")
    page.get_by_label("What differs").fill("One counts in spring.")
    press(page, "Enter")
    expect(page.locator(".last")).to_contain_text("may agree")
    assert b"One counts in spring." in worked.files()["conflicts.csv"]
    press(page, "u")
    expect(left).to_have_text(before)
    assert b"One counts in spring." not in worked.files()["conflicts.csv"]
    worked.ended.set()


@pytest.mark.parametrize("way", ["the list", "its address"])
def test_what_is_said_of_the_document_is_saved_however_it_was_opened(page: Page, worked: Worked, way: str) -> None:
    page.goto(worked.entry)
    if way == "the list":
        page.get_by_role("link", name="About the document").nth(1).click()
    else:
        page.goto(f"{worked.address}/edit/{SOURCE}/document")
    page.get_by_label("Publisher").fill("The Mill")
    press(page, "Enter")
    expect(page.locator(".work-head")).to_be_visible()
    assert b"The Mill" in worked.files()["sources.csv"]


def test_of_what_is_left_it_is_said_how_much_more_there_is(opened: Page) -> None:
    more = opened.locator("#more-left")
    expect(more).to_be_empty()
    opened.set_viewport_size({"width": 390, "height": 800})
    expect(more).to_have_text(re.compile(r"^and \d more$"))
    seen = opened.locator(".work-left").evaluate(
        "one => [...one.querySelectorAll('li')].filter(li => li.getBoundingClientRect().bottom"
        " <= one.querySelector('ul').getBoundingClientRect().bottom).length"
    )
    expect(more).to_have_text(f"and {6 - seen} more")


def test_that_nothing_is_left_is_said_once(opened: Page, worked: Worked) -> None:
    opened.goto(f"{worked.address}/edit/honey-year")
    shows(opened, "Nothing is left to decide on here.")
    expect(opened.locator("#findings")).to_have_text("The rules find nothing else.")
    expect(opened.locator(".work")).to_contain_text("0 left")
    assert opened.locator(".work").inner_text().count("Nothing is left") == 1


OTHER = """
import sys
from pathlib import Path
from tests import edits

with edits.rows_of(Path(sys.argv[1]), "observations") as rows:
    rows[0]["note"] = "By another hand."
"""


def test_another_program_writes_the_same_table_meanwhile(opened: Page, worked: Worked) -> None:
    table = worked.datasets / "observations.csv"
    subprocess.run([sys.executable, "-c", OTHER, str(worked.datasets)], cwd=ROOT, check=True)
    press(opened, "Enter")
    shows(opened, "90")
    expect(opened.locator("#said")).to_contain_text("The tables were changed meanwhile")
    assert b"By another hand." in table.read_bytes()
    assert b"4,600 hives" in table.read_bytes()
    press(opened, "u")
    shows(opened, "4,600")
    assert b"By another hand." in table.read_bytes()
    assert b"4,600 hives" not in table.read_bytes()


def test_two_windows_do_not_decide_twice(opened: Page, worked: Worked, problems: list[str]) -> None:
    other = opened.context.new_page()
    enter(other, worked)
    press(other, "Enter")
    shows(other, "90")
    once = worked.files()
    press(opened, "Enter")
    expect(opened.get_by_role("alert")).to_contain_text("“4,600” was decided on meanwhile: Hives before winter")
    assert worked.files() == once
    forgive(problems, 409)
    press(opened, "ArrowDown")
    shows(opened, "90")
    press(opened, "Enter")
    shows(opened, "2021")
    press(other, "u")
    shows(other, "90")


def test_without_the_key_a_page_says_what_to_do(page: Page, worked: Worked, problems: list[str]) -> None:
    for path in (f"/edit/{SOURCE}", "/edit?key=wrong"):
        answer = page.goto(worked.address + path)
        assert answer is not None
        assert answer.status == 403
        expect(page.locator("main")).to_contain_text("Open the address that the server printed when it started")
        expect(page.locator("main")).not_to_contain_text("4,600")
    forgive(problems, 403)


STRANGER = """<!DOCTYPE html><title>Elsewhere</title>
<form id="form" method="post" action="{target}/edit" enctype="text/plain">
<input name='{{"act":"undo","x":"' value='"}}'></form>
<script>
const sent = {{ method: "POST", credentials: "include", body: '{{"act": "undo"}}' }};
const json = {{ "Content-Type": "application/json" }};
window.told = Promise.all([
  fetch("{target}/edit", {{ ...sent, mode: "no-cors" }}).then(() => "sent", () => "sent"),
  fetch("{target}/edit", {{ ...sent, headers: json }}).then((answer) => answer.status, () => "kept out"),
]);
</script>"""


def test_no_page_from_elsewhere_can_write(
    opened: Page, worked: Worked, serve: Callable[..., str], problems: list[str]
) -> None:
    def elsewhere(_: Any, start: Callable[..., Any]) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/html")])
        return [STRANGER.format(target=worked.address).encode()]

    press(opened, "Enter")
    shows(opened, "90")
    written = worked.files()
    stranger = serve(elsewhere)
    other = opened.context.new_page()
    other.goto(stranger)
    assert other.evaluate("told") == ["sent", "kept out"]
    with other.expect_navigation() as gone:
        other.evaluate("document.getElementById('form').submit()")
    assert gone.value is not None
    assert gone.value.status == 403
    assert worked.files() == written
    problems.clear()
    press(opened, "u")
    shows(opened, "4,600")


def test_without_scripts_it_says_so(open_page: Callable[..., Page], worked: Worked) -> None:
    page = open_page(java_script_enabled=False, viewport=DESK)
    page.goto(worked.entry)
    page.get_by_role("link", name="A Letter on Bees").click()
    expect(page.get_by_text("Nothing can be decided here without JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Accept")).to_be_hidden()
    expect(number(page)).to_contain_text("4,600")


def test_a_server_that_is_killed_leaves_whole_files_and_the_next_goes_on(
    page: Page, tmp_path: Path, problems: list[str]
) -> None:
    page.set_viewport_size(DESK)
    for part in range(2):
        with serving(tmp_path / str(part), "--edit", spoil=unread.forget) as served:
            assert "/edit?key=" in served.address
            page.goto(served.address)
            page.get_by_role("link", name="A Letter on Bees").click()
            shows(page, "4,600")
            threading.Timer(0.05 + 0.15 * part, served.process.kill).start()
            page.keyboard.press("Enter")
            served.process.wait(20)
        problems[:] = [one for one in problems if "net::ERR_" not in one]
        datasets, seeds = served.datasets, served.datasets.parent / "seeds"
        assert {one.rule for one in edits.findings(datasets, seeds)} <= {"coverage/unaccounted", "conflict/unlisted"}
