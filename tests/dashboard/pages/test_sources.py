"""The page of all sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.pages import sources
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return collection.write(tmp_path_factory.mktemp("bees"))


def shown(data: Snapshot) -> str:
    return html_text(sources.layout(data))


def test_each_document_says_what_it_states_and_what_became_of_its_numerals(folders: tuple[Path, Path]) -> None:
    html = shown(load(*folders))
    assert "21 numerals in 2 articles, none unaccounted for." in html
    assert "States <strong>12</strong> numbers and <strong>2</strong> dated events." in html
    assert "States <strong>4</strong> numbers and <strong>1</strong> dated event." in html
    assert "<strong>15</strong> numerals, none unaccounted for" in html
    assert "12 in numbers" in html
    assert 'href="/data?topic=Honey&amp;source=honey-year&amp;origin=stated"' in html
    assert html.count("Here, unchanged") == 2
    assert "callout" not in html


def test_without_documents_one_line_says_what_that_means(folders: tuple[Path, Path]) -> None:
    html = shown(load(folders[0], None))
    assert html.count("callout callout-note") == 1
    assert "The documents are not here" in html
    assert "numerals" not in html.replace("every numeral", "").split("</header>")[-1]
    assert html.count("Its passages") == 2


def test_one_that_is_missing_is_counted(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    (seeds / "letter.txt").unlink()
    html = shown(load(datasets, seeds))
    assert "1 of 2 documents are not here" in html
    assert "15 numerals in 1 article, none unaccounted for." in html


def test_what_nothing_accounts_for_is_said(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "exclusions") as rows:
        rows.clear()
    html = shown(load(datasets, seeds))
    assert "21 numerals in 2 articles, 2 unaccounted for." in html
    assert "1 unaccounted for" in html


def test_references_are_listed_apart(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    office = {"source_id": "office", "kind": "reference", "title": "Bee office", "publisher": "Office", "url": "x"}
    with edits.rows_of(datasets, "sources") as rows:
        rows.append(office)
    html = shown(load(datasets, seeds))
    assert '<section aria-labelledby="references-heading"' in html
    assert '<a href="/sources/office">Bee office</a>' in html
    assert "references" not in shown(load(*collection.write(tmp_path / "without")))


def test_no_two_landmarks_have_one_name(root: Path) -> None:
    html = shown(load(root / "datasets", None))
    regions = re.findall(r'aria-label="([^"]+)"[^>]* role="region"', html)
    headings = re.findall(r"<h2[^>]*><a[^>]*>(.+?)</a></h2>", html)
    assert regions
    assert len({*regions, *headings}) == len(regions) + len(headings)
