"""Drafts with what a form says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import collection, edits
from validation import vocabulary as codes
from validation.editing.changes import changed
from validation.editing.composing import composed, known
from validation.editing.desk import Refused, broken
from validation.model.drafting.draft import Draft
from validation.model.drafting.drafts import ways
from validation.model.register import Register, load

SOURCE = "letter-on-bees"


@pytest.fixture
def unread(tmp_path: Path) -> Register:
    """The bees, of whose letter nothing is recorded."""
    datasets, seeds = collection.write(tmp_path)
    for table in ("checks", "conflicts", "errata", "derivations"):
        with edits.rows_of(datasets, table) as rows:
            rows.clear()
    for table in ("observations", "mentions", "exclusions"):
        with edits.rows_of(datasets, table) as rows:
            rows[:] = [row for row in rows if row["source_id"] != SOURCE]
    return load(datasets, seeds)


def draft(register: Register, words: str, kind: str) -> Draft:
    start = register.documents[SOURCE].body.index(words)
    return ways(register, SOURCE, start, start + len(words))[kind]


def test_a_numeral_may_be_each_of_three(unread: Register) -> None:
    start = unread.documents[SOURCE].body.index("4,600")
    found = ways(unread, SOURCE, start, start + 5)
    assert list(found) == [codes.RECORDED, codes.EVENT, codes.EXCLUDED], "the likeliest first"
    for kind, one in found.items():
        assert one.kind == kind
        rows = composed(unread, one, {"area_id": "ash-valley"}).added
        assert rows[-1].table == {"recorded": "observations", "event": "mentions", "excluded": "exclusions"}[kind]


def test_words_without_a_numeral_may_be_a_date(unread: Register) -> None:
    found = draft(unread, "before winter", codes.EVENT)
    change = composed(unread, found, {"period": "2021", "period_basis": "inferred", "note": "The year of the letter.",
                                      "event_id": "The winter", "printed": "before winter"})  # fmt: skip
    assert [row.table for row in change.added] == ["events", "mentions"]
    assert change.added[0].values["name"] == "The winter"
    assert list(broken(unread, changed(unread, change), change)) == []


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
def test_names_and_signs_are_found(unread: Register, table: str, words: str, id: str) -> None:
    assert known(unread, table, words) == id


def test_what_the_register_lacks_is_made(unread: Register) -> None:
    found = draft(unread, "4,600", codes.RECORDED)
    names = {"indicator_id": "colonies at risk", "area_id": "Elm Valley", "unit_id": "colonies"}
    change = composed(unread, found, names)
    assert [row.table for row in change.added] == ["units", "charts", "indicators", "areas", "observations"]
    after = changed(unread, change)
    number = after.observations[change.added[-1].values["observation_id"]]
    assert number.indicator.name == "Colonies at risk"
    assert number.indicator.unit == number.unit
    assert (number.area.name, number.unit.name) == ("Elm Valley", "colonies")
    assert number.id == f"colonies-at-risk-{SOURCE}"
    assert list(broken(unread, changed(unread, change), change)) == []


def test_a_quote_is_found_where_the_number_is(unread: Register) -> None:
    found = draft(unread, "4,600", codes.RECORDED)
    row = composed(unread, found, {"quote": "Around 4,600 hives"}).added[-1].values
    body = unread.documents[SOURCE].body
    assert body[int(row["start"]) : int(row["end"])] == "Around 4,600 hives"
    with pytest.raises(Refused, match="with the number in them"):
        composed(unread, found, {"quote": "The mite came"})
    with pytest.raises(Refused, match="with the number in them"):
        composed(unread, found, {"quote": "5,600 hives"})


def test_columns_of_other_tables_are_ignored(unread: Register) -> None:
    found = draft(unread, "1979", codes.EXCLUDED)
    row = composed(unread, found, {"value": "7", "reason": "period"}).added[-1]
    assert "value" not in row.values
    assert row.values["reason"] == "period"
