"""The panel of a draft: what it may be, how sure it is, what decides, and that each key stands on what it presses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.sections.editing import after, panel
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.unread import SOURCE
from validation.editing.changes import Change, changed
from validation.editing.desk import Decision
from validation.model.drafting.draft import Row
from validation.vocabulary import EVENT, EXCLUDED, LIKELY, REASONS, RECORDED


def shown(data: Snapshot, at: Callable[..., tuple], words: str, kind: str = "", last: tuple[Decision, ...] = ()) -> str:
    place, found = at(words, data)
    draft = found[kind] if kind else next(iter(found.values()))
    return html_text(panel.panel(data, place, draft, found, last))


def accepted(data: Snapshot, at: Callable[..., tuple], words: str) -> Snapshot:
    rows = next(iter(at(words, data)[1].values())).rows
    return replace(data, register=changed(data.register, Change(rows)))


def test_it_says_what_it_is_how_sure_that_is_and_why(bees: Snapshot, at: Callable[..., tuple]) -> None:
    html = shown(bees, at, "4,600")
    assert re.search(
        r'<h2 class="draft-number is-stated" id="draft-number" tabindex="-1">4,600<span class="unseen">', html
    )
    assert ", number, likely right</span>" in html
    assert "<strong>Likely right. </strong>Its unit is hives; “Hives before winter” may fit;" in html
    assert "is-stated" not in shown(bees, at, "1979"), "only what a document states as a number is blue"


@pytest.mark.parametrize(("words", "kind"), [("4,600", ""), ("4,600", EXCLUDED), ("1979", ""), ("2021", EXCLUDED)])
def test_each_key_stands_on_what_it_presses_once(
    bees: Snapshot, at: Callable[..., tuple], words: str, kind: str
) -> None:
    html = shown(bees, at, words, kind, (Decision("It", Change()),))
    keys = re.findall(r'data-key="([^"]+)"', html)
    assert len(keys) == len(set(keys))
    for tag, key, inner in re.findall(r'<(a|button) [^>]*data-key="([^"]+)"[^>]*>(.*?)</\1>', html):
        assert f"<kbd>{key.upper() if len(key) == 1 else key.capitalize()}</kbd>" in inner, (tag, key)
    for key in re.findall(r'<(?:input|select) [^>]*data-key="(\w)"', html):
        assert re.search(f'<span class="mnemonic">{key}</span>', html, re.IGNORECASE)
    assert set(re.findall(r'aria-keyshortcuts="([^"]+)"', html)) >= {key for key in keys if len(key) == 1}


def test_the_button_that_leaves_out_names_the_reason(bees: Snapshot, at: Callable[..., tuple]) -> None:
    place, found = at("4,600")
    likely = replace(found[EXCLUDED], sure=LIKELY)
    html = html_text(panel.panel(bees, place, found[RECORDED], {**found, EXCLUDED: likely}, ()))
    assert f"Leave out<small>{REASONS['idiom'].words}</small>" in html
    assert 'data-decide="excluded"' in html


def test_where_the_reason_is_not_told_it_is_asked_for(bees: Snapshot, at: Callable[..., tuple]) -> None:
    html = shown(bees, at, "4,600")
    assert re.search(r'<a [^>]*data-key="x"[^>]*kind=excluded[^>]*>Leave out …<kbd>X</kbd></a>', html)
    assert 'data-decide="excluded"' not in html
    asked = shown(bees, at, "4,600", EXCLUDED)
    assert 'data-open="reason"' in asked
    assert asked.count('data-decide="excluded"') == len(REASONS)
    assert not re.search(r'aria-current="true"[^>]*data-reason', asked), "none is chosen for anybody"
    assert 'type="submit"' not in asked


def test_every_reason_is_a_digit_away_the_drafted_one_marked(bees: Snapshot, at: Callable[..., tuple]) -> None:
    place, drafts = at("2021")
    likely = replace(drafts[EXCLUDED], sure=LIKELY)
    html = html_text(panel.panel(bees, place, likely, drafts, ()))
    found = re.findall(r'data-key="(\d)" data-reason="([\w-]+)"', html)
    assert [reason for _, reason in found] == list(REASONS)
    assert [key for key, _ in found] == [*"1234567890"][: len(REASONS)]
    assert re.search(r'aria-current="true"[^>]*data-reason="period"', html)


def test_what_is_in_the_register_is_changed_or_taken_out(bees: Snapshot, at: Callable[..., tuple]) -> None:
    html = shown(accepted(bees, at, "4,600"), at, "4,600")
    assert "<strong>In the register. </strong>" in html
    assert f'data-stands="hives-{SOURCE}"' in html
    assert "Change it<kbd>Enter</kbd>" in html
    assert 'data-decide="taken" data-key="delete"' in html
    assert "data-stands" not in shown(bees, at, "4,600")
    assert "taken" not in shown(bees, at, "4,600")


def test_the_last_decision_can_be_taken_back_and_the_last_ten_looked_at(
    bees: Snapshot, at: Callable[..., tuple]
) -> None:
    last = (Decision("90: Honey yield", Change(), "/edit/x?at=1-2"), Decision("5: Meadows", Change(), "/edit/x?at=3-4"))
    html = shown(bees, at, "4,600", "", last)
    assert re.search(r'<p class="last"><span>90: Honey yield</span><button [^>]*data-decide="undo"', html)
    assert '<a href="/edit/x?at=1-2">90: Honey yield</a>' in html
    assert '<a href="/edit/x?at=3-4">5: Meadows</a>' in html
    assert "undo" not in shown(bees, at, "4,600")


def test_a_row_that_was_changed_is_listed_once(bees: Snapshot) -> None:
    first, second = (Row("exclusions", {"reason": reason}) for reason in ("idiom", "period"))
    made = Decision("5: left out", Change((first,)), "/edit/x?at=1-2")
    changed = Decision("5: left out, period", Change((second,), (first,)), "/edit/x?at=1-3")
    taken = Decision("5: taken out", Change((), (second,)), "/edit/x?at=1-3")
    again = Decision("5: left out", Change((first,)), "/edit/x?at=1-3")
    for last, words in (
        ((made,), ["5: left out"]),
        ((changed, made), ["5: left out, period"]),
        ((taken, changed, made), ["5: taken out"]),
        ((again, taken, changed, made), ["5: left out"]),
    ):
        assert re.findall("<a [^>]*>([^<]+)</a>", html_text(after.decided(last)))[: len(words) + 1] == words


def test_where_nothing_is_left_there_is_no_form(bees: Snapshot, at: Callable[..., tuple]) -> None:
    html = html_text(panel.panel(bees, at("90")[0], None, {}, ()))
    assert "Nothing is left to decide on here." in html
    assert "<form" not in html
    assert 'id="draft-number"' in html, "where keys are listened to"


def test_without_scripts_it_says_that_nothing_can_be_decided(bees: Snapshot, at: Callable[..., tuple]) -> None:
    found = re.search('<div class="unscripted">(.*?</code>)', shown(bees, at, "90"))
    assert found is not None
    assert "without JavaScript" in found[1]
    assert "<code>stated-numbers draft</code>" in found[1]


def test_the_tabs_show_what_it_may_be_and_decide_nothing(bees: Snapshot, at: Callable[..., tuple]) -> None:
    html = shown(bees, at, "4,600", EVENT)
    tabs = re.search('<ul class="draft-ways">(.*?)</ul>', html)
    assert tabs is not None
    for kind in (RECORDED, EVENT, EXCLUDED):
        assert f"kind={kind}" in tabs[1]
    assert re.findall(r'aria-current="true"[^>]*kind=(\w+)|aria-current="true"', tabs[1]) != []
