"""The text as it is worked on: numerals, the stretch that is decided on, its quote, and ways to the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.sections.editing import places, text
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.unread import SOURCE
from validation.model.register import Register


@pytest.fixture
def register(bees: Snapshot) -> Register:
    return bees.register


def window(register: Register, at: str, quoted: tuple[int, int] = (0, 0)) -> str:
    return html_text(text.window(register, places.find(register, SOURCE, at), quoted))


def stretch(register: Register, words: str) -> str:
    start = register.documents[SOURCE].body.index(words)
    return f"{start}-{start + len(words)}"


def test_every_numeral_leads_to_where_it_is_decided_on(register: Register) -> None:
    shown = window(register, stretch(register, "90"))
    links = re.findall(r'<a aria-[^>]*class="spot spot-unaccounted"[^>]*>([^<]+)</a>', shown)
    assert links == ["4,600", "90", "2021", "15%", "1979", "5"]
    assert f'href="/edit/{SOURCE}?at={stretch(register, "1979")}"' in shown
    assert 'aria-label="90, unaccounted for"' in shown


def test_no_character_is_lost(register: Register) -> None:
    shown = window(register, stretch(register, "90"), (86, 118))
    for start, inner in re.findall(r'<p [^>]*data-start="(\d+)"[^>]*>(.*?)</p>', shown):
        words = re.sub("<[^>]+>", "", inner)
        assert register.documents[SOURCE].body[int(start) :].startswith(words)


@pytest.mark.parametrize("words", ["90", "90 tonnes", "about 90 tonnes in 2021", "before winter"])
def test_the_stretch_that_is_decided_on_is_one_mark(register: Register, words: str) -> None:
    shown = window(register, stretch(register, words))
    assert re.findall(r'<a [^>]*aria-current="true"[^>]*id="here"[^>]*>([^<]+)</a>', shown) == [words]


def test_its_quote_is_set_apart(register: Register) -> None:
    body = register.documents[SOURCE].body
    start = body.index("reached about 90 tonnes in")
    shown = window(register, stretch(register, "90"), (start, start + len("reached about 90 tonnes in")))
    assert re.findall(r'<span class="quoted">([^<]+)</span>', shown) == ["reached about ", " tonnes in "[:-1]]


def test_of_a_long_text_what_is_near_is_shown(register: Register) -> None:
    known = register.documents[SOURCE]
    long = "\n\n".join(
        f"Some {number:,} hives stood in the valley {'before winter ' * 60}." for number in range(1000, 1060)
    )
    far = replace(known, text=long, body_end=len(long))
    register = replace(register, documents={**register.documents, SOURCE: far})
    shown = window(register, stretch(register, "1,030"))
    assert len(shown) < 40_000
    assert "1,030" in shown
    assert "1,000" not in shown
    assert re.search(r'at=\d+-\d+">Earlier</a>', shown)
    assert re.search(r'at=\d+-\d+">Later</a>', shown)
    assert "Earlier" not in window(register, stretch(register, "1,000"))


def test_what_is_left_is_named_from_the_place_on(register: Register, at: Callable[..., tuple]) -> None:
    shown = html_text(text.chips(register, at("2021")[0]))
    assert re.findall(r">([^<]+)</a>", shown) == ["2021", "15%", "1979", "5"]
    assert shown.count('aria-current="true"') == 1
    assert 'data-left="6" id="more-left"' in shown
    done = html_text(text.chips(register, places.find(register, "honey-year", "")))
    assert done == '<div class="work-left"></div>', "the panel says it"


def test_more_than_are_named_are_counted(
    register: Register, at: Callable[..., tuple], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "CHIPS", 2)
    assert ">and 4 more</span>" in html_text(text.chips(register, at("2021")[0]))


def test_who_points_at_a_numeral_is_told_what_became_of_it(register: Register) -> None:
    assert window(register, stretch(register, "90")).count('data-tip="Unaccounted for"') == 6
