"""What changed: release by release, filtered in the address; and what a number says of its own changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.pages import changes, observation
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, load
from tests import edits, released
from tests.dashboard.pages.shown import links, show, text
from validation.model.citations import NOWHERE


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return released.write(tmp_path_factory.mktemp("released"))


@pytest.fixture(scope="module")
def data(folders: tuple[Path, Path]) -> Snapshot:
    return load(*folders)


def test_each_release_has_its_day_and_its_changes(data: Snapshot) -> None:
    shown = show(changes.layout, data)
    words = text(shown)
    assert "Release 2.0.0, June 1, 2026 As it was · Package (zip)" in words
    assert (
        "1 number withdrawn, 1 number changed, 1 number renamed, 1 calculated number changed, 1 exclusion added."
        in words
    )
    assert "Value 3,900 hives → 3,950 hives" in words
    assert "Moved by 3,950 hives" in words
    assert words.index("What a citation would notice") < words.index("What is new") < words.index("Wording")
    assert "The first release." in words
    assert {"/releases/2.0.0", "/releases/1.0.0", "/releases/1.0.0/datapackage.zip", "/changes.atom"} <= set(
        links(shown)
    )


def test_what_changed_leads_to_its_page(data: Snapshot) -> None:
    found = links(show(changes.layout, data))
    for id in (released.CHANGED, released.NOW, released.WITHDRAWN, released.MOVED):
        assert f"/observations/{id}" in found


@pytest.mark.parametrize(
    ("search", "there", "gone"),
    [
        ("?release=1.0.0", "The first release.", "Release 2.0.0,"),
        ("?weight=minor", "renamed", "withdrawn"),
        ("?q=swarms+counted", "Nobody counted them.", "3,950"),
        (f"?q={released.NOW}", "It counts colonies.", "3,950"),
        ("?q=nothing+like+it", "Nothing changed that is like this.", "Release 2.0.0,"),
    ],
)
def test_changes_are_filtered_in_the_address(data: Snapshot, search: str, there: str, gone: str) -> None:
    words = text(show(changes.layout, data, search).partition('class="results"')[2])
    assert there in words
    assert gone not in words


@pytest.mark.parametrize(
    "search", ["?release=3.0.0", "?weight=heavy", "?release=2.0.0&page=2", "?release=2.0.0&page=x"]
)
def test_other_values_are_refused(data: Snapshot, search: str) -> None:
    with pytest.raises(Unacceptable):
        show(changes.layout, data, search)


def test_many_changes_are_listed_page_by_page(data: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "FIRST", 2)
    monkeypatch.setattr(changes, "PAGE_ROWS", 3)
    first = show(changes.layout, data)
    assert "/changes?release=2.0.0" in links(first)
    assert "All 5 changes" in text(first)
    pages = [show(changes.layout, data, f"?release=2.0.0&page={page}") for page in (1, 2)]
    assert [page.count('class="tag ') for page in pages] == [3, 2]


def test_before_the_first_release_it_says_how(bees: Snapshot) -> None:
    words = text(show(changes.layout, bees))
    assert f"Nothing is released yet: who cites these data can only name their version, {bees.version}." in words


def test_what_is_not_released_stands_first(tmp_path: Path) -> None:
    datasets, seeds = released.first(tmp_path)
    edits.set_cell(datasets, "observations", released.STANDS, "note", "Seen.")
    shown = show(changes.layout, load(datasets, seeds))
    assert "Not released yet" in text(shown)
    assert "Note (none) → Seen." in text(shown)
    assert "/releases/unreleased" not in links(shown)


def test_the_feed_is_of_the_same(data: Snapshot) -> None:
    body = changes.feed(data, NOWHERE)
    assert body.content_type == "application/atom+xml; charset=utf-8"
    assert b"Release 2.0.0" in body.data


def test_a_number_says_that_it_changed(data: Snapshot) -> None:
    words = text(show(observation.layout, data, f"?observation_id={released.CHANGED}"))
    assert "Changed in 2.0.0: value was 3,900 hives. Its changes" in words
    assert (
        "Changed since it was released: 1 time In 2.0.0 , June 1, 2026: changed Value 3,900 hives → 3,950 hives"
        in words
    )


def test_a_number_that_never_changed_says_nothing(data: Snapshot) -> None:
    words = text(show(observation.layout, data, f"?observation_id={released.STANDS}"))
    assert "Changed" not in words


def test_a_renamed_number_tells_its_old_name(data: Snapshot) -> None:
    words = text(show(observation.layout, data, f"?observation_id={released.NOW}"))
    assert "renamed to colonies-lost-report (It counts colonies.)" in words
