"""The fields of a form: what a row says in words, what may be chosen instead, and by which key."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest

from dashboard.sections.editing import fields, panel
from dashboard.sections.editing.fields import FIELDS, matching
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from validation.files.schemas import TABLES
from validation.vocabulary import EVENT, EXCLUDED, REASONS, RECORDED


def form(data: Snapshot, at: Callable[..., tuple], words: str, kind: str) -> str:
    return html_text(fields.fields(data.register, at(words)[1][kind]))


def values(shown: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in re.findall(r'<input [^>]*name="(\w+)"[^>]*value="([^"]*)"', shown)}


def test_what_a_row_names_is_shown_by_its_name(bees: Snapshot, at: Callable[..., tuple]) -> None:
    shown = form(bees, at, "4,600", RECORDED)
    assert values(shown) == {
        "value": "4600",
        "unit_id": "hives",
        "indicator_id": "Hives before winter",
        "area_id": "Ash Valley",
        "period": "2021",
        "attribution": "",
        "quote": "Around 4,600 hives stood in the",
        "printed": "4,600 hives",
        "period_note": "",
        "note": "",
    }
    assert re.search(r'<option selected value="about">', shown)
    assert marked(shown) == {"unit_id": False, "indicator_id": False, "area_id": False}


def marked(shown: str) -> dict[str, bool]:
    """The columns that may name something new, with whether they do."""
    found = re.findall(r'<span class="is-new" data-new="(\w+)"([^>]*)>new</span>', shown)
    return {column: "hidden" not in more for column, more in found}


def test_what_is_new_says_so(bees: Snapshot, at: Callable[..., tuple]) -> None:
    shown = form(bees, at, "1979", EVENT)
    assert values(shown)["event_id"] == "The mite came"
    assert marked(shown) == {"event_id": True}


@pytest.mark.parametrize(
    ("column", "words", "new"),
    [
        ("unit_id", "hives", False),
        ("unit_id", " T ", False),
        ("unit_id", "furlongs", True),
        ("area_id", "ash valley", False),
        ("area_id", "", False),
        ("quote", "furlongs", False),
    ],
)
def test_new_is_what_the_register_has_by_no_name(bees: Snapshot, column: str, words: str, new: bool) -> None:
    assert fields.is_new(bees.register, column, words) is new


def test_a_status_that_is_another_than_usual_is_not_folded_away(bees: Snapshot, at: Callable[..., tuple]) -> None:
    draft = at("4,600")[1][RECORDED]
    common, _, folded = html_text(fields.fields(bees.register, draft)).partition("<summary>More</summary>")
    assert 'name="status"' not in common
    assert 'name="status"' in folded
    row = replace(draft.row, values={**draft.row.values, "status": "forecast"})
    forecast = replace(draft, rows=(*draft.rows[:-1], row))
    common, _, folded = html_text(fields.fields(bees.register, forecast)).partition("<summary>More</summary>")
    assert 'name="status"' in common
    assert 'name="status"' not in folded


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("value must be 4600", "Value must be 4600"),
        ("unit_id must be the unit", "Unit must be the unit"),
        ("quote must say what period_basis says", "Quote must say what “The period is” says"),
        ("values differ", "values differ"),
    ],
)
def test_rules_speak_of_fields_by_their_labels(said: str, shown: str) -> None:
    labels = {one.column: one.words for one in FIELDS["observations"]}
    assert fields.spoken(said, labels) == shown


def test_every_column_that_a_person_can_know_has_a_field() -> None:
    made = {"observation_id", "mention_id", "source_id", "start", "end", "locator", "reason"}
    for table, shown in FIELDS.items():
        of_new_indicators = {"measure"} if table == "observations" else set()
        assert {one.column for one in shown} - of_new_indicators == set(TABLES[table].columns) - made


@pytest.mark.parametrize("table", FIELDS)
def test_no_two_keys_of_a_form_are_one(table: str) -> None:
    letters = [one.key.lower() for one in FIELDS[table] if one.key]
    taken = [key.lower() for _, key in panel.WAYS.values()]
    commands = ["x", "u", "f"]
    assert [key for key, count in Counter([*letters, *taken, *commands]).items() if count > 1] == []
    assert all(one.key in one.words for one in FIELDS[table])
    assert len(REASONS) <= 10, "each has a digit"


def test_what_else_is_likely_is_a_digit_away(bees: Snapshot, at: Callable[..., tuple]) -> None:
    shown = form(bees, at, "90", RECORDED)
    offers = re.findall(
        r'<button [^>]*data-key="(\d)" data-set="([^"]+)"[^>]*><kbd>(\d)</kbd><span>([^<]+)</span>', shown
    )
    assert [(key, words) for key, _, key_shown, words in offers if key == key_shown][:2] == [
        ("1", "Honey per hive"),
        ("2", "Not stated"),
    ]
    assert json.loads(unescape(offers[0][1])) == {"indicator_id": "Honey per hive"}
    assert json.loads(unescape(offers[1][1])) == {"period": "", "period_basis": "unstated", "period_note": ""}


def test_names_are_offered_the_likeliest_first_then_those_in_use(bees: Snapshot, at: Callable[..., tuple]) -> None:
    draft = at("90")[1][RECORDED]
    offered = fields.offered(bees.register, draft, "indicator_id")
    assert offered[0] == "Honey per hive"
    assert sorted(offered) == sorted(one.name for one in bees.register.indicators.values())
    assert fields.offered(bees.register, draft, "quote") == ()
    used = bees.register["observations"]["attribution"].dropna()
    assert sorted(fields.offered(bees.register, draft, "attribution")) == sorted(set(used))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("h", ["Honey per hive", "Hives", "Growth of the honey yield"]),
        ("ho yi", ["Growth of the honey yield"]),
        ("HIVE", ["Hives", "Honey per hive"]),
        ("oney", []),
        ("honey  p", ["Honey per hive"]),
        ("hive hive", []),
        ("h ho", ["Honey per hive"]),
    ],
)
def test_a_name_is_found_by_the_beginnings_of_its_words_each_of_its_own(typed: str, found: list[str]) -> None:
    assert list(matching(["Honey per hive", "Growth of the honey yield", "Hives", "Wasps"], typed)) == found


def test_a_reason_is_chosen_by_its_button_alone(bees: Snapshot, at: Callable[..., tuple]) -> None:
    assert "reason" not in values(form(bees, at, "2021", EXCLUDED))
