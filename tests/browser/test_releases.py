"""Released, corrected, renamed, withdrawn, released again: what readers find, from a server and from files."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.app import create_app
from dashboard.exporting import pictures
from dashboard.state.store import open_store
from dashboard.state.views import SCHEMES
from tests import released
from tests.browser import filed
from tests.dashboard.exporting.conftest import HOME, folders  # noqa: F401 - a fixture
from validation.commands.main import main

pytestmark = pytest.mark.long

FIRST = "/releases/1.0.0"
NUMBER = f"/observations/{released.CHANGED}"


@pytest.fixture(scope="module")
def site(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Path:  # noqa: F811
    return filed.written(tmp_path_factory.mktemp("www"), *folders, "--no-pictures")


@pytest.fixture(scope="module")
def served(folders: tuple[Path, Path], serve: Callable[..., str]) -> str:  # noqa: F811
    return serve(create_app(open_store(*folders)))


@pytest.fixture(scope="module", params=["server", "files"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "server":
        yield request.getfixturevalue("served")
        return
    with filed.served(request.getfixturevalue("site").parent) as address:
        yield address


class Clicks:
    """Somebody whose clicks are counted."""

    def __init__(self) -> None:
        self.count = 0

    def on(self, what: Locator) -> None:
        self.count += 1
        what.click()


def test_what_has_changed_since_a_number_was_cited(page: Page, address: str) -> None:
    """The ninth of readers' tasks: from the front page within two clicks, from the citation at once."""
    clicks = Clicks()
    page.goto(f"{address}/")
    clicks.on(page.locator(".footer").get_by_role("link", name="data "))
    change = page.locator(".changes > li").filter(has_text="Hives before winter, Ash Valley, 2021")
    expect(change.locator("dl")).to_contain_text("3,900 hives → 3,950 hives")
    assert clicks.count <= 2
    page.goto(f"{address}{FIRST}{NUMBER}")
    expect(page.locator("#notices")).to_contain_text("It was changed since: value 3,900 hives → 3,950 hives.")


def test_a_release_shows_the_number_as_it_was_and_leads_to_what_it_is(page: Page, address: str) -> None:
    page.goto(f"{address}{FIRST}{NUMBER}")
    expect(page.locator("h1")).to_contain_text("3,900 hives")
    expect(page.locator(".canvas .main-svg").first).to_be_visible()
    page.locator(".navigation").get_by_role("link", name="All numbers").click()
    expect(page).to_have_url(re.compile(f"{re.escape(address)}{FIRST}/data(/index.html)?$"))
    page.go_back()
    page.get_by_role("link", name="As it is now").click()
    expect(page.locator("h1")).to_contain_text("3,950 hives")
    expect(page.locator(".head")).to_contain_text("Changed in 2.0.0: value was 3,900 hives.")
    expect(page.locator("#notices")).to_be_empty()


def test_a_renamed_number_is_found_by_its_old_address(page: Page, address: str) -> None:
    page.goto(f"{address}/observations/{released.RENAMED}")
    expect(page).to_have_url(re.compile(released.NOW))
    expect(page.locator("h1")).to_contain_text("9%")
    page.goto(f"{address}{FIRST}/observations/{released.RENAMED}")
    expect(page.locator("#notices")).to_contain_text(f"It is called {released.NOW} now.")


def test_a_withdrawn_number_is_shown_as_it_was(page: Page, address: str) -> None:
    page.goto(f"{address}/observations/{released.WITHDRAWN}")
    expect(page.locator("#notices")).to_contain_text("It was withdrawn since: Nobody counted them.")
    expect(page.locator("h1")).to_contain_text("6 swarms")
    page.locator("#notices").get_by_role("link", name="What changed").click()
    expect(page.locator("#changes-results")).to_contain_text("Nobody counted them.")


def test_a_citation_of_the_first_release_stays_true(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{FIRST}{NUMBER}")
    page.get_by_text("Cite", exact=True).click()
    page.get_by_role("button", name="Copy text").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "“3,900 hives”" in copied
    assert "version 1.0.0 (data " in copied
    assert f"{HOME}{FIRST}{NUMBER}" in copied


def test_changes_are_filtered(page: Page, address: str) -> None:
    page.goto(f"{address}/changes")
    expect(page.get_by_role("heading", name="Not released yet")).to_be_visible()
    page.get_by_label("Weight").select_option("minor")
    results = page.locator("#changes-results")
    expect(results).to_contain_text("It counts colonies.")
    expect(results.get_by_text("Nobody counted them.")).not_to_be_visible()
    page.get_by_label("Weight").select_option("")
    page.get_by_label("Search", exact=True).fill("swarms")
    expect(results.get_by_text("Nobody counted them.")).to_be_visible()
    expect(results.get_by_text("It counts colonies.")).not_to_be_visible()
    expect(page).to_have_url(re.compile(r"\?q=swarms$"))


def test_a_frame_shows_the_release_that_it_was_made_for(page: Page, served: str) -> None:
    page.goto(f"{served}/embed/hives?release=1.0.0")
    expect(page.locator("figcaption")).to_contain_text("3,900")
    expect(page.locator(".canvas .main-svg").first).to_be_visible()
    expect(page.locator(".header")).not_to_be_visible()
    page.goto(f"{served}/embed/hives")
    expect(page.locator("figcaption")).to_contain_text("3,950")


def test_the_command_says_the_same(
    folders: tuple[Path, Path],  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["diff", "1.0.0", "2.0.0", "--datasets", str(folders[0])]) == 1
    told = capsys.readouterr().out
    for words in (
        "number hives-census changed",
        "value: 3,900 hives -> 3,950 hives",
        "number losses-report renamed to colonies-lost-report (It counts colonies.)",
        "number swarms-lost-report withdrawn (Nobody counted them.)",
        "moved by hives-census",
        "this asks for a major version",
    ):
        assert words in told
    assert told.index("hives-census changed") < told.index("losses-report renamed") < told.index("exclusion honey-year")


@pytest.mark.parametrize("path", ["/changes", FIRST, f"{FIRST}{NUMBER}", f"/observations/{released.WITHDRAWN}", NUMBER])
def test_pages_are_accessible_and_fit(sound: Callable[[str], None], served: str, path: str) -> None:
    sound(served + path)


def test_pages_of_files_are_accessible_and_fit(sound: Callable[[str], None], site: Path) -> None:
    with filed.served(site.parent) as address:
        sound(f"{address}/data/?origin=document")


def test_a_folder_works_without_a_server(page: Page, site: Path, folders: tuple[Path, Path], tmp_path: Path) -> None:  # noqa: F811
    page.goto((site / "index.html").as_uri())
    expect(page.locator(".canvas .main-svg").first).to_be_visible()
    page.locator(".navigation").get_by_role("link", name="All numbers").click()
    page.get_by_label("Source").select_option("honey-year")
    page.get_by_label("Qualifier").select_option("about")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("some 350 hectares")
    expect(page.locator(".count")).to_have_text("1 of 17 numbers")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    download.value.save_as(tmp_path / "chosen.csv")
    client = create_app(open_store(*folders)).server.test_client()
    sent = client.get("/download/numbers.csv?source=honey-year&qualifier=about")
    assert (tmp_path / "chosen.csv").read_bytes() == sent.data
    page.locator(".site-search input").fill("hives 2021")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results")).to_contain_text("Numbers of documents")
    page.locator("#search-results").get_by_role("link", name="almost 4,000 hives").click()
    expect(page.locator("a.spot[aria-current]")).to_contain_text("4,000 hives")


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("4600", "Around 4,600 hives"),
        ("4,600", "Around 4,600 hives"),
        ("12,5", "12.5%"),
        ("tönnes honey", "96 tonnes"),
        ("square kilometers", "5 square kilometres"),
        ('"at most"', "Up to 15%"),
        ("km2", "5 square kilometres"),
    ],
)
def test_a_search_in_files_compares_as_a_servers_does(page: Page, site: Path, q: str, found: str) -> None:
    page.goto(f"{(site / 'search/index.html').as_uri()}?{urlencode({'q': q})}")
    expect(page.locator("#search-results .hit-title", has_text=found).first).to_be_visible()
    expect(page.locator("#search-results .count")).to_contain_text(f"for “{q}”")


def test_a_search_in_files_says_that_it_finds_nothing(page: Page, site: Path) -> None:
    page.goto(f"{(site / 'search/index.html').as_uri()}?q=zeppelins")
    expect(page.locator("#search-results")).to_have_text("Nothing has “zeppelins”.")


def test_a_frame_of_files_shows_the_release_that_it_asks_for(page: Page, site: Path) -> None:
    page.goto(f"{(site / 'embed/hives/index.html').as_uri()}?release=1.0.0")
    expect(page.locator("figcaption")).to_contain_text("3,900")


def test_files_are_shown_in_their_font_at_once(open_page: Callable[..., Page], site: Path) -> None:
    with filed.served(site.parent) as address:
        page = open_page()
        page.goto(f"{address}/")
        expect(page.locator(".canvas .main-svg").first).to_be_visible()
        loaded = "[...document.fonts].some((face) => face.family.includes('Source Sans 3') && face.status === 'loaded')"
        assert page.evaluate(loaded)
        labels = page.locator(".canvas .annotation-text").all()
        assert labels
        for label in labels:
            assert label.evaluate("text => text.getBBox().width <= text.closest('svg').clientWidth")


def test_the_order_of_a_list_is_the_servers(page: Page, site: Path, folders: tuple[Path, Path]) -> None:  # noqa: F811
    page.goto(f"{(site / 'data/index.html').as_uri()}?sort=-value")
    first = page.locator("tbody tr [class~=stated]")
    expect(page.locator("th[aria-sort=descending]")).to_have_text(re.compile("Number"))
    shown = [words.replace("\N{NO-BREAK SPACE}", " ") for words in first.all_text_contents()]
    sent = create_app(open_store(*folders)).server.test_client().get("/download/numbers.csv?sort=-value").text
    assert (
        shown[:5] == [row["said"].replace("\N{NO-BREAK SPACE}", " ") for row in csv.DictReader(sent.splitlines())][:5]
    )


def test_a_folder_works_without_scripts(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page(java_script_enabled=False)
    page.goto((site / "index.html").as_uri())
    page.locator(".navigation").get_by_role("link", name="Documents").click()
    page.get_by_role("link", name="The Honey Year").first.click()
    expect(page.locator("article .spot").first).to_be_visible()
    page.goto((site / "charts/hives/index.html").as_uri())
    expect(page.locator("table").first).to_be_visible()
    expect(page.locator("table").first).to_contain_text("3,950 hives")
    page.locator(".footer").get_by_role("link", name="data ").click()
    expect(page.locator("h1")).to_have_text("What changed")


PICTURED = """
import sys
from pathlib import Path
from urllib.parse import urlencode
from dashboard.exporting.pictures import Pictures, Written
from dashboard.state.store import load
Pictures(load(Path(sys.argv[1]), None), "").write(Written(Path(sys.argv[2])))
"""
"""In a process of its own: Playwright drives no second browser beside that of the tests."""


def test_pictures_are_taken_and_are_the_same_again(folders: tuple[Path, Path], site: Path) -> None:  # noqa: F811
    taken = []
    for _ in range(2):
        subprocess.run([sys.executable, "-c", PICTURED, folders[0], site], check=True, timeout=120)
        taken.append({path.stem: path.read_bytes() for path in sorted((site / pictures.FOLDER).iterdir())})
    assert taken[0] == taken[1]
    assert sorted(taken[0]) == ["hives", "honey", "land", "losses", "survey"]
    for picture in taken[0].values():
        assert picture.startswith(b"\x89PNG")
        size = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
        assert size == (pictures.WIDE, pictures.HIGH)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_was_and_what_is_are_told_apart(open_page: Callable[..., Page], served: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(f"{served}/changes")
    was = page.locator(".aspects del").first
    assert "line-through" in was.evaluate("element => getComputedStyle(element).textDecorationLine")
