"""The releases as an Atom feed: what RFC 4287 wants, and what changed in words."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests import released
from tests.registers import described
from validation.model.register import Register, load
from validation.reports import feed

NAMES = {"a": feed.ATOM}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(*released.write(tmp_path_factory.mktemp("released")))


def read(register: Register, base: str = "https://bees.example") -> ElementTree.Element:
    return ElementTree.fromstring(feed.atom(register, base))


def found(element: ElementTree.Element, tag: str) -> list[str]:
    return [one.text or one.get("href", "") for one in element.findall(f"a:{tag}", NAMES)]


def test_a_feed_has_what_the_standard_wants(register: Register) -> None:
    whole = read(register)
    assert whole.tag == f"{{{feed.ATOM}}}feed"
    for element in (whole, *whole.findall("a:entry", NAMES)):
        for tag in ("id", "title", "updated"):
            assert len(found(element, tag)) == 1, f"exactly one {tag}"
    assert whole.find("a:author/a:name", NAMES) is not None
    ids = [id for element in (whole, *whole.findall("a:entry", NAMES)) for id in found(element, "id")]
    assert len(set(ids)) == 3


def test_the_newest_release_comes_first(register: Register) -> None:
    entries = read(register).findall("a:entry", NAMES)
    assert [found(one, "title") for one in entries] == [["Release 2.0.0"], ["Release 1.0.0"]]
    assert [found(one, "updated") for one in entries] == [["2026-06-01T00:00:00Z"], ["2026-01-10T00:00:00Z"]]
    assert found(entries[0], "link") == ["https://bees.example/releases/2.0.0"]
    assert "value: 3,900 hives → 3,950 hives" in found(entries[0], "content")[0]
    assert found(entries[1], "content") == ["The first release."]


def test_without_a_home_there_are_no_links(register: Register) -> None:
    assert list(read(register, "").iter(f"{{{feed.ATOM}}}link")) == []


def test_the_same_release_is_the_same_entry_wherever_it_is_read(register: Register) -> None:
    here, there = read(register, "http://127.0.0.1"), read(register)
    assert list(map(lambda one: found(one, "id"), here)) == list(map(lambda one: found(one, "id"), there))


def test_signs_of_markup_are_text(register: Register) -> None:
    titled = described(register, {**register.about, "title": "Bees < & > wasps"})
    assert found(read(titled), "title") == ["Bees < & > wasps: what changed"]


def test_a_collection_without_releases_has_an_empty_feed(bees: tuple[Path, Path]) -> None:
    whole = read(load(*bees))
    assert whole.findall("a:entry", NAMES) == []
    assert found(whole, "updated") == ["1970-01-01T00:00:00Z"]


def test_many_changes_are_cut_short(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "LISTED", 2)
    assert "and 3 more" in found(read(register).findall("a:entry", NAMES)[0], "content")[0]
