"""Where addresses lie among files, and how one leads to another."""

from __future__ import annotations

import pytest

from dashboard.exporting import places
from dashboard.exporting.places import Place


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/data", "data/index.html"),
        ("/observations/hives", "observations/hives/index.html"),
        ("/releases/1.0.0", "releases/1.0.0/index.html"),
    ],
)
def test_a_page_is_the_index_of_its_folder(path: str, file: str) -> None:
    assert places.page(path) == file


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/cite/x.bib", True),
        ("/changes.atom", True),
        ("/healthz", True),
        ("/releases/1.0.0", False),
        ("/data", False),
        ("/download/numbers.excel.csv", True),
    ],
)
def test_a_file_has_a_suffix_and_a_version_none(path: str, file: bool) -> None:
    assert places.is_file(path) is file


def test_a_state_is_the_same_whatever_the_order() -> None:
    assert places.state("/x", {"a": "1", "b": ["2", "3"]}) == places.state("/x", {"b": ["3", "2"], "a": "1"})
    assert places.state("/x", {"a": "1"}) != places.state("/x", {"a": "2"})


def test_a_state_has_a_file_of_its_own() -> None:
    assert places.state_page("/checked", {"verdict": "not-found", "page": "2"}) == (
        "checked/verdict-not-found_page-2/index.html"
    )
    assert places.state_page("/", {"topic": "land-water"}) == "topic-land-water/index.html"


def test_what_is_chosen_is_called_as_a_server_calls_it() -> None:
    assert places.chosen("/download/numbers.excel.csv", "source=honey-year&qualifier=about") == (
        "download/numbers_source-honey-year_qualifier-about.excel.csv"
    )


def test_a_passage_is_found_without_scripts() -> None:
    assert places.behind("at=hives", "") == "?at=hives#hives"
    assert places.behind("at=hives", "note") == "?at=hives#note"
    assert places.behind("", "") == ""


@pytest.mark.parametrize(
    ("file", "to", "link"),
    [
        ("index.html", "data/index.html", "data/index.html"),
        ("sources/x/index.html", "index.html", "../../index.html"),
        ("sources/x/index.html", "sources/y/index.html", "../y/index.html"),
        ("releases/1.0.0/data/index.html", "changes/index.html", "../../../changes/index.html"),
        ("a/index.html", "download/żółw.csv", "../download/%C5%BC%C3%B3%C5%82w.csv"),
    ],
)
def test_one_file_leads_to_another_from_any_folder(file: str, to: str, link: str) -> None:
    assert places.link(file, Place(to)) == link
    assert places.link(file, Place(to, "?q=1#x")) == f"{link}?q=1#x"


def test_a_folder_is_named_from_a_file() -> None:
    assert places.folder("index.html", "") == "."
    assert places.folder("sources/x/index.html", "") == "../.."
    assert places.folder("releases/1.0.0/data/index.html", "releases/1.0.0/") == ".."
