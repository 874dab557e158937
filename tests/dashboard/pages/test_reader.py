"""The page of one source, for a document that is here, one that isn't, one that has changed, and a reference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.pages import reader
from dashboard.sections import sources
from dashboard.state import addresses
from dashboard.state.refusals import Unacceptable, Unknown
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from validation.vocabulary import CONFIDENCES, HERE, HIGH, PRESENCES


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return collection.write(tmp_path_factory.mktemp("bees"))


@pytest.fixture(scope="module")
def data(folders: tuple[Path, Path]) -> Snapshot:
    return load(*folders)


def shown(data: Snapshot, source_id: str = "honey-year", **query: str) -> str:
    return html_text(reader.layout(data, source_id=source_id, **query))


def test_a_document_that_is_here_is_shown_whole(data: Snapshot) -> None:
    html = shown(data)
    assert PRESENCES[HERE].words in html
    assert "All 15 numerals accounted for" in html
    assert '<article aria-label="The article" class="article" lang="en">' in html
    assert 'href="/download/numbers.csv?source=honey-year"' in html
    assert '<a href="/sources/honey-year.json">This source (JSON)</a>' in html
    assert data.register.documents["honey-year"].sha256 in html


def test_one_that_is_not_here_is_shown_by_its_quotes(folders: tuple[Path, Path]) -> None:
    html = shown(load(folders[0], None), at="honey-report")
    assert "The text is not in the seeds folder." in html
    assert "report.txt" in html
    assert "<article" not in html
    assert html.count('aria-current="true"') == 1
    assert "accounted for" not in html


def test_one_that_has_changed_is_not_shown(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    (seeds / "report.txt").write_text(collection.REPORT.replace("at markets", "on markets"), encoding="utf-8")
    html = shown(load(datasets, seeds))
    assert "its SHA-256 differs" in html
    assert "on markets" not in html


@pytest.mark.parametrize("at", ["honey-letter", "nothing", "1"])
def test_a_passage_of_another_source_is_refused(data: Snapshot, at: str) -> None:
    with pytest.raises(Unacceptable, match="at must be one of those below"):
        shown(data, at=at)


def test_every_passage_can_be_asked_for(data: Snapshot, folders: tuple[Path, Path]) -> None:
    for known in (data, load(folders[0], None)):
        for at in ("honey-report", "association-founded-report", str(collection.REPORT.index("tonnes in 2021"))):
            html = shown(known, at=at)
            assert html.count('aria-current="true"') == 1
            assert addresses.href("/sources/honey-year", at=at) in html


def test_a_source_there_is_not_is_refused(data: Snapshot) -> None:
    for ask in (shown, reader.title):
        with pytest.raises(Unknown, match="No source is called “honey”"):
            ask(data, source_id="honey")


def test_what_can_be_opened_is_not_refused(data: Snapshot) -> None:
    assert "<h1" in shown(data, at="honey-report", view="whatever")
    assert "<h1" in shown(data, "letter-on-bees")


def test_what_the_text_does_not_state_is_called_inferred(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "sources") as rows:
        rows[0] |= {"author": "Ann Berg", "inferred": "published"}
    html = shown(load(datasets, seeds))
    lede = html[html.index('class="lede"') : html.index("</p>", html.index('class="lede"'))]
    assert "Ann Berg · 2022 <span" in lede
    assert lede.count("inferred</span>") == 1


def test_a_reference_has_its_address_and_its_numbers(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    about = {"kind": "reference", "publisher": "Bee Office", "url": "https://bees.example/1", "confidence": "high"}
    with edits.rows_of(datasets, "sources") as rows:
        rows[1] |= about | {"accessed": "2024-02-03", "sha256": "", "file": "", "characters": "", "body_end": ""}
    with edits.rows_of(datasets, "observations") as rows:
        for row in rows:
            if row["source_id"] == "letter-on-bees":
                row |= {"start": "", "end": "", "quote": "", "locator": "table 3"}
    with edits.rows_of(datasets, "errata") as rows:
        known = {"stated": "1977", "correct": "1979", "reason": "The archive.", "authority_id": "letter-on-bees"}
        rows.append({"target_id": "first-mite-report"} | known)
    html = shown(load(datasets, seeds), "letter-on-bees", at="hives-letter")
    assert '<a href="https://bees.example/1" rel="noopener noreferrer">' in html
    assert "February 3, 2024" in html
    assert f'<dd dir="auto">High. {CONFIDENCES[HIGH].meaning}</dd>' in html
    assert "table 3" in html
    assert re.findall('<tr aria-current="true" id="(.+?)"', html) == ["hives-letter"]
    assert 'href="/sources/honey-year?at=first-mite-report">“1977” should be 1979<' in html
    assert "reader" not in html


def test_of_a_reference_s_many_numbers_the_others_are_in_a_fold(real: Snapshot) -> None:
    many = max(sources.references(real.register), key=lambda source: len(sources.stated(real.register, source)))
    every = [number.id for number in sources.stated(real.register, many)]
    html = shown(real, many.id)
    first, _, rest = html.partition("<details")
    assert [name for part in (first, rest) for name in re.findall('<tr id="(.+?)"', part)] == every
    assert len(re.findall('<tr id="', first)) == reader.FIRST
    assert f"{len(every) - reader.FIRST} more numbers" in rest
    assert ["open" in re.findall("<details[^>]*", shown(real, many.id, at=at))[0] for at in (every[0], every[-1])] == [
        False,
        True,
    ]


def test_the_short_name_that_other_pages_use_stands_above_the_title(real: Snapshot) -> None:
    source = next(source for source in sources.documents(real.register) if sources.name(source) != source.title)
    assert f'<p class="kind">Document · {sources.name(source)}</p>' in shown(real, source.id)


def test_the_title_is_the_source_s(data: Snapshot) -> None:
    assert reader.title(data, source_id="honey-year") == "The Honey Year"


def test_it_is_told_in_a_sentence(data: Snapshot) -> None:
    assert reader.summary(data, "honey-year") == "12 numbers, 2 dates, 1 left out, each in its place: The Honey Year."


def test_real_sources_are_shown(root: Path, seeds: Path) -> None:
    for known in (load(root / "datasets", seeds), load(root / "datasets", None)):
        for source_id in known.register.sources:
            assert "<h1" in shown(known, source_id)
