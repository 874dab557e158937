"""Drafts with what a form says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import edits, unread
from tests.unread import SOURCE
from validation import vocabulary as codes
from validation.editing.changes import changed
from validation.editing.composing import composed, known
from validation.editing.desk import Refused, broken
from validation.model.drafting.draft import Draft
from validation.model.drafting.drafts import ways
from validation.model.register import Register, load


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return load(*unread.write(tmp_path))


def draft(register: Register, words: str, kind: str) -> Draft:
    start = register.documents[SOURCE].body.index(words)
    return ways(register, SOURCE, start, start + len(words))[kind]


def test_a_numeral_may_be_each_of_three(register: Register) -> None:
    start = register.documents[SOURCE].body.index("4,600")
    found = ways(register, SOURCE, start, start + 5)
    assert list(found) == [codes.RECORDED, codes.EVENT, codes.EXCLUDED], "the likeliest first"
    for kind, one in found.items():
        assert one.kind == kind
        rows = composed(register, one, {"area_id": "ash-valley"}).added
        assert rows[-1].table == {"recorded": "observations", "event": "mentions", "excluded": "exclusions"}[kind]


def test_words_without_a_numeral_may_be_a_date(register: Register) -> None:
    found = draft(register, "before winter", codes.EVENT)
    change = composed(register, found, {"period": "2021", "period_basis": "inferred", "note": "The year of the letter.",
                                      "event_id": "The winter", "printed": "before winter"})  # fmt: skip
    assert [row.table for row in change.added] == ["events", "mentions"]
    assert change.added[0].values["name"] == "The winter"
    assert list(broken(register, changed(register, change), change)) == []


@pytest.mark.parametrize(
    ("table", "words", "id"),
    [
        ("indicators", "hives", "hives"),
        ("units", "%", "percent"),
        ("units", "square kilometres", "km2"),
        ("areas", "ASH VALLEY", "ash-valley"),
        ("indicators", "Wasps", ""),
        ("units", "", ""),
    ],
)
def test_names_and_signs_are_found(register: Register, table: str, words: str, id: str) -> None:
    assert known(register, table, words) == id


def test_what_the_register_lacks_is_made(register: Register) -> None:
    found = draft(register, "4,600", codes.RECORDED)
    names = {"indicator_id": "colonies at risk", "area_id": "Elm Valley", "unit_id": "colonies"}
    change = composed(register, found, names)
    assert [row.table for row in change.added] == ["units", "charts", "indicators", "areas", "observations"]
    after = changed(register, change)
    number = after.observations[change.added[-1].values["observation_id"]]
    assert number.indicator.name == "Colonies at risk"
    assert number.indicator.unit == number.unit
    assert (number.area.name, number.unit.name) == ("Elm Valley", "colonies")
    assert number.id == f"colonies-at-risk-{SOURCE}"
    assert list(broken(register, changed(register, change), change)) == []


def test_a_quote_is_found_where_the_number_is(register: Register) -> None:
    found = draft(register, "4,600", codes.RECORDED)
    row = composed(register, found, {"quote": "Around 4,600 hives"}).added[-1].values
    body = register.documents[SOURCE].body
    assert body[int(row["start"]) : int(row["end"])] == "Around 4,600 hives"
    with pytest.raises(Refused, match="with the number in them"):
        composed(register, found, {"quote": "The mite came"})
    with pytest.raises(Refused, match="with the number in them"):
        composed(register, found, {"quote": "5,600 hives"})


def test_columns_of_other_tables_are_ignored(register: Register) -> None:
    found = draft(register, "1979", codes.EXCLUDED)
    row = composed(register, found, {"value": "7", "reason": "period"}).added[-1]
    assert "value" not in row.values
    assert row.values["reason"] == "period"


@pytest.mark.parametrize(
    ("words", "fields", "period", "basis", "note"),
    [
        ("15%", {}, "", "unstated", ""),
        ("15%", {"period": "2021"}, "2021", "stated", "“2021” stands before."),
        ("15%", {"period": "1979"}, "1979", "stated", ""),
        ("15%", {"period": "2020", "period_basis": "inferred", "period_note": "Why."}, "2020", "inferred", "Why."),
        ("4,600", {"period": ""}, "", "unstated", ""),
        ("4,600", {"period": "2021"}, "2021", "stated", ""),
    ],
)
def test_what_a_period_rests_on_follows_from_it(
    register: Register, words: str, fields: dict[str, str], period: str, basis: str, note: str
) -> None:
    row = composed(register, draft(register, words, codes.RECORDED), fields).added[-1].values
    assert (row["period"], row["period_basis"], row["period_note"]) == (period, basis, note)


def test_a_row_takes_the_place_of_the_one_that_is_there(register: Register) -> None:
    found = draft(register, "4,600", codes.RECORDED)
    register = changed(register, composed(register, found, {}))
    there = draft(register, "4,600", codes.RECORDED)
    change = composed(register, there, {"note": "Looked at again.", "indicator_id": "honey"})
    assert change.removed == (there.row,)
    assert change.added[-1].values["observation_id"] == there.row.values["observation_id"], "others may name it"
    other = composed(register, draft(register, "4,600", codes.EXCLUDED), {})
    assert (other.removed, other.added[-1].table) == ((there.row,), "exclusions")
    with pytest.raises(Refused, match="as it stands here"):
        composed(register, there, {})


def test_what_is_drafted_new_is_made_as_it_is_drafted(register: Register) -> None:
    found = draft(register, "1979", codes.EVENT)
    change = composed(register, found, {"period": "1978"})
    event, mention = change.added
    assert event.values == {**found.rows[0].values, "period": "1978"}, "its date is the mention's"
    assert mention.values["event_id"] == event.values["event_id"]


def test_a_number_has_its_page(tmp_path: Path) -> None:
    datasets, seeds = unread.write(tmp_path)
    edits.part_pages(datasets, seeds, "letter.txt", SOURCE)
    register = load(datasets, seeds)
    change = composed(register, draft(register, "4,600", codes.RECORDED), {})
    assert change.added[-1].values["locator"] == "p. 2"
    assert broken(register, changed(register, change), change) == []
    again = composed(register, draft(register, "4,600", codes.RECORDED), {"quote": "Around 4,600 hives"})
    assert again.added[-1].values["locator"] == "p. 2"


@pytest.mark.parametrize(
    ("words", "fields", "measure"),
    [
        ("4,600", {"indicator_id": "Hives sold"}, codes.COUNT),
        ("15%", {"indicator_id": "Hives lost"}, codes.SHARE),
        ("90", {"indicator_id": "Honey taken"}, codes.LEVEL),
        ("4,600", {"indicator_id": "Hives sold", "measure": codes.CHANGE}, codes.CHANGE),
        ("4,600", {"indicator_id": "Hives sold", "measure": "no-such"}, codes.COUNT),
    ],
)
def test_a_new_indicator_is_what_its_first_number_is_or_what_is_said(
    register: Register, words: str, fields: dict[str, str], measure: str
) -> None:
    rows = composed(register, draft(register, words, codes.RECORDED), {"area_id": "ash-valley", **fields}).added
    assert next(row.values["measure"] for row in rows if row.table == "indicators") == measure


def test_a_period_that_no_one_states_is_inferred(register: Register) -> None:
    found = draft(register, "4,600", codes.RECORDED)

    def cells(**fields: str) -> tuple[str, str]:
        row = composed(register, found, {"area_id": "ash-valley", **fields}).added[-1].values
        return row["period_basis"], row["period_note"]

    assert cells(period="1979") == ("stated", ""), "the letter has it"
    assert cells(period="1955") == ("inferred", "The document does not name it.")
    assert cells(period="1955", period_basis="inferred", period_note="So it is.") == ("inferred", "So it is.")
    assert cells(period="") == ("unstated", "")
