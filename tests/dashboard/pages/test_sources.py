"""The page of all sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.pages import sources
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from tests.dashboard.pages.shown import links, text
from validation.vocabulary import HERE, PRESENCES


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return collection.write(tmp_path_factory.mktemp("bees"))


def shown(data: Snapshot, **query: str) -> str:
    return html_text(sources.layout(data, **query))


def test_each_document_says_what_it_states_and_what_became_of_its_numerals(folders: tuple[Path, Path]) -> None:
    html = shown(load(*folders))
    assert ">Two documents, 16 numbers</h1>" in html
    assert "21 numerals in 2 articles, none unaccounted for." in html
    assert "12 numbers, 2 dates, 1 left out · read it with every number marked" in text(html)
    assert "4 numbers, 1 date, 1 left out · read it with every number marked" in text(html)
    assert re.findall("flex-grow: ?([0-9]+)", html) == ["4", "1", "1", "12", "2", "1"]
    assert {"/data?source=honey-year", "/download/numbers.csv?source=honey-year"} < set(links(html))
    assert html.count(PRESENCES[HERE].words) == 2
    assert "callout" not in html


def test_without_documents_one_line_says_what_that_means(folders: tuple[Path, Path]) -> None:
    html = shown(load(folders[0], None))
    assert html.count("callout callout-note") == 1
    assert "The documents are not here" in html
    assert "unaccounted" not in html
    assert "12 numbers, 2 dates, 1 left out · its passages" in text(html)


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
    assert '<a href="/sources/office" title="Bee office">Office</a>' in html
    assert "One reference, 0 numbers" in html
    assert "references" not in shown(load(*collection.write(tmp_path / "without")))


def test_it_is_told_in_a_sentence(folders: tuple[Path, Path]) -> None:
    assert sources.summary(load(*folders)).startswith("Two documents, 16 numbers: what each document states")


def test_many_sources_have_pages(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "sources") as rows:
        rows += [{"source_id": f"office-{n:03}", "kind": "reference", "title": f"Office {n}"} for n in range(250)]
    data = load(datasets, seeds)
    listed = [re.findall('href="/sources/(office-.+?)"', shown(data, page=str(page))) for page in (1, 2, 3)]
    assert [len(names) for names in listed] == [98, 100, 52]
    assert {name for names in listed for name in names} == {f"office-{n:03}" for n in range(250)}
    assert "read it with" not in shown(data, page="2")
    assert "/sources?page=2" in links(shown(data))
    with pytest.raises(Unacceptable, match="page"):
        shown(data, page="4")


def test_no_two_landmarks_have_one_name(root: Path) -> None:
    html = shown(load(root / "datasets", None))
    regions = re.findall(r'aria-label="([^"]+)"[^>]* role="region"', html)
    headings = re.findall(r"<h2[^>]*><a[^>]*>(.+?)</a></h2>", html)
    assert regions
    assert len({*regions, *headings}) == len(regions) + len(headings)
