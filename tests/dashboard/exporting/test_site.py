"""The site as files: no link is broken, every address is there, all says what a server would say."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from dashboard.app import create_app
from dashboard.downloads import routes
from dashboard.exporting import site
from dashboard.exporting.written import Astray, Written
from dashboard.state.store import Store, load
from dashboard.state.views import BREADTHS, SCHEMES
from dashboard.web import sitemap
from tests import released
from tests.dashboard.exporting.conftest import HOME
from tests.dashboard.pages.shown import text

LEADING = {"action", "data-link", "data-part", "data-plotlyjs", "href", "src"}


class Links(HTMLParser):
    """The addresses that a page leads to, and the places in it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "iframe":
            return
        self.links += [value for name in LEADING & named.keys() if (value := named[name])]
        self.ids |= {value for value in [named.get("id")] if value}


def pages(folder: Path) -> Iterator[tuple[Path, Links]]:
    for path in sorted(folder.rglob("*.html")):
        found = Links()
        found.feed(path.read_text(encoding="utf-8"))
        yield path, found


@pytest.mark.long
def test_no_link_is_broken_in_any_page(files: Path) -> None:
    """Checked as a reader of the files would, without what the program knows of them."""
    every = {path.relative_to(files).as_posix(): found for path, found in pages(files)}
    broken, led = [], 0
    for name, found in every.items():
        for link in found.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("/numbers/"):
                continue
            led += 1
            folder = posixpath.dirname(name)
            target = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else name
            there = (files / target).is_file()
            lost = parts.fragment and target in every and unquote(parts.fragment) not in every[target].ids
            if not there or lost:
                broken.append(f"{name}: {link}")
    assert broken == []
    assert led > 3000


@pytest.mark.long
def test_every_link_goes_from_the_file_that_it_stands_in(files: Path) -> None:
    absolute = [
        f"{path}: {link}"
        for path, found in pages(files)
        if path.name != site.MISSING
        for link in found.links
        if link.startswith(("/", "now:"))
    ]
    assert absolute == []


def test_every_address_of_the_server_is_a_file(files: Path, folders: tuple[Path, Path]) -> None:
    data = load(*folders)
    app = create_app(Store(lambda: data))
    for path in app.site.addresses(data):
        assert (files / path.strip("/") / "index.html").is_file(), path
    for path in (
        *routes.addresses(data),
        "/changes.atom",
        "/healthz",
        "/sitemap.xml",
        "/releases/1.0.0/datapackage.zip",
    ):
        assert (files / path.strip("/")).is_file(), path


def test_downloads_are_what_a_server_sends(files: Path, folders: tuple[Path, Path]) -> None:
    client = create_app(Store(lambda: load(*folders))).server.test_client()
    for path in (
        "/download/numbers.csv",
        "/download/datapackage.zip",
        "/observations/hives-census.json",
        "/schema.json",
    ):
        assert (files / path.lstrip("/")).read_bytes() == client.get(path).data, path
    chosen = files / "download" / "numbers_source-honey-year.csv"
    assert chosen.read_bytes() == client.get("/download/numbers.csv?source=honey-year").data


@pytest.mark.long
def test_the_same_data_are_the_same_bytes(files: Path, folders: tuple[Path, Path], tmp_path: Path) -> None:
    from tests.dashboard.exporting.conftest import export

    assert export(tmp_path / "again", folders, "--prefix", "/numbers") == 0
    first = {path.relative_to(files): path.read_bytes() for path in files.rglob("*") if path.is_file()}
    again = tmp_path / "again"
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()} == first


def test_each_figure_is_there_for_each_view(files: Path) -> None:
    page = (files / "index.html").read_text(encoding="utf-8")
    figures = re.findall(r'data-figure="(.+?)" data-span="(.+?)"', page)
    assert figures
    for key, span in figures:
        for scheme in SCHEMES:
            for breadth in BREADTHS:
                name = f"figures/{scheme}-{breadth}/{span}/{unescape(key)}"
                handed = (files / f"{name}.js").read_text(encoding="utf-8")
                assert handed.startswith(f'site.put("{name}",{{')


def test_the_marks_of_a_figure_lead_to_files(files: Path) -> None:
    handed = (files / "figures/light-1260/full/chart/hives.js").read_text(encoding="utf-8")
    figure = json.loads(handed[handed.index(",") + 1 : handed.rindex(")")])
    points = figure["layout"]["meta"]["points"]
    assert points
    for _, _, href in points:
        assert (files / href.lstrip("/").partition("?")[0]).is_file(), href


def test_a_release_is_as_it_was_and_says_what_changed(files: Path) -> None:
    old = (files / "releases/1.0.0/observations" / released.CHANGED / "index.html").read_text(encoding="utf-8")
    assert "It was changed since: value 3,900 hives → 3,950 hives." in text(old)
    assert f'href="../../../../observations/{released.CHANGED}/index.html"' in old
    package = (files / "releases/1.0.0/datapackage.zip").read_bytes()
    assert package == (files / "releases/1.0.0/download/datapackage.zip").read_bytes()


def test_a_renamed_number_leads_on_and_a_withdrawn_one_stands_as_it_was(files: Path) -> None:
    moved = (files / "observations" / released.RENAMED / "index.html").read_text(encoding="utf-8")
    assert f'url=../{released.NOW}/index.html"' in moved
    gone = (files / "observations" / released.WITHDRAWN / "index.html").read_text(encoding="utf-8")
    assert "It was withdrawn since: Nobody counted them." in text(gone)
    assert 'data-root="../../releases/1.0.0"' in gone
    assert (files / "observations" / f"{released.WITHDRAWN}.json").is_file()


@pytest.mark.long
def test_figures_of_the_same_data_are_written_once(tmp_path: Path) -> None:
    from tests.dashboard.exporting.conftest import export

    folders = released.first(tmp_path)
    assert export(tmp_path / "site", folders) == 0
    assert not (tmp_path / "site/releases/1.0.0/figures").exists()
    page = (tmp_path / "site/releases/1.0.0/index.html").read_text(encoding="utf-8")
    assert 'data-figures="../.."' in page


@pytest.mark.long
def test_pages_name_their_home_where_there_is_one(files: Path, tmp_path: Path) -> None:
    from tests.dashboard.exporting.conftest import export

    page = (files / "observations" / released.CHANGED / "index.html").read_text(encoding="utf-8")
    assert f'<meta property="og:url" content="{HOME}/observations/{released.CHANGED}">' in page
    assert f'data-copy="{HOME}/observations/{released.CHANGED}"' in page
    assert export(tmp_path / "site", released.first(tmp_path)) == 0
    bare = (tmp_path / "site/observations" / released.CHANGED / "index.html").read_text(encoding="utf-8")
    assert "og:url" not in bare
    assert 'data-link="index.html"' in bare
    assert not (tmp_path / "site/sitemap.xml").exists()
    assert "<iframe" not in (tmp_path / "site/charts/hives/index.html").read_text(encoding="utf-8")


def test_the_sitemap_has_every_page_and_no_frame(files: Path, folders: tuple[Path, Path]) -> None:
    named = {one.text for one in ElementTree.parse(files / "sitemap.xml").iter(f"{{{sitemap.SCHEMA}}}loc")}
    assert f"{HOME}/observations/{released.CHANGED}" in named
    assert f"{HOME}/" in named
    assert not [one for one in named if one and "/embed/" in one]
    assert len(named) > 30


def test_what_a_host_shows_for_nothing_leads_back_from_anywhere(files: Path) -> None:
    page = (files / site.MISSING).read_text(encoding="utf-8")
    assert 'href="/numbers/data/index.html"' in page
    assert re.search(r'href="/numbers/assets/all.css\?v=', page)


def test_lists_are_filtered_from_a_file_beside_them(files: Path) -> None:
    def handed(name: str) -> dict:
        script = (files / f"{name}.js").read_text(encoding="utf-8")
        assert script.startswith(f'site.put("{name}",')
        return json.loads(script[script.index(",") + 1 : script.rindex(")")])

    items = {one["id"]: one for one in handed("data/items")["items"]}
    honey = items["honey-report"]
    assert honey["of"]["source"] == ["honey-year"]
    assert honey["of"]["origin"] == ["document", "stated"]
    assert "96 tonnes" in honey["text"]
    assert honey["html"].startswith("<tr")
    assert honey["at"]["value"] < items["hives-report"]["at"]["value"]
    head, lines = handed("data/lines")["/download/numbers.csv"]
    [row] = csv.DictReader(io.StringIO(head + lines["honey-report"]))
    assert (row["number_id"], row["value"]) == ("honey-report", "96")
    assert {one["group"] for one in handed("changes/items")["items"]} >= {
        "Not released yet",
        "Release 2.0.0, June 1, 2026",
    }
    assert handed("search/items")["ranked"] is True


def test_a_page_that_leads_nowhere_stops_it(tmp_path: Path) -> None:
    written = Written(tmp_path, {"a.html": 1}, {"b.html": "a.html"})
    with pytest.raises(Astray, match=r"a\.html leads to b\.html"):
        written.astray()
