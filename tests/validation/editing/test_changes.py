"""What goes with a row that is taken out: what nothing names any more."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests import unread
from tests.unread import SOURCE
from validation.editing.changes import Change, changed, tidied
from validation.editing.composing import composed
from validation.model.drafting.draft import Row
from validation.model.drafting.drafts import ways
from validation.model.register import Register, load


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return load(*unread.write(tmp_path))


def recorded(register: Register, words: str, kind: str, **fields: str) -> Change:
    start = register.documents[SOURCE].body.index(words)
    return composed(register, ways(register, SOURCE, start, start + len(words))[kind], fields)


def tables(change: Change) -> list[str]:
    return sorted(row.table for row in change.removed)


def test_what_only_it_named_goes_with_a_number(register: Register) -> None:
    made = recorded(register, "4,600", "recorded", indicator_id="Hives sold", area_id="Heath")
    now = changed(register, made)
    left = tidied(now, Change(removed=(made.added[-1],)))
    assert tables(left) == ["areas", "charts", "indicators", "observations"]
    assert changed(now, left).version == register.version


def test_what_others_name_stays(register: Register) -> None:
    made = recorded(register, "4,600", "recorded", indicator_id="Hives sold", area_id="Heath")
    now = changed(register, made)
    more = recorded(now, "90", "recorded", indicator_id="Honey sold", area_id="Heath")
    both = changed(now, more)
    assert tables(tidied(both, Change(removed=(made.added[-1],)))) == ["charts", "indicators", "observations"]
    assert tables(tidied(both, Change(removed=(made.added[-1], more.added[-1])))).count("areas") == 1


def test_an_event_without_a_dating_goes_when_its_numeral_is_left_out_instead(register: Register) -> None:
    made = recorded(register, "1979", "event", event_id="The mill closed")
    now = changed(register, made)
    instead = recorded(now, "1979", "excluded", reason="publication")
    assert tables(instead) == ["events", "mentions"]
    assert changed(now, Change(removed=instead.removed)).version == register.version


def test_what_takes_its_place_may_name_the_same(register: Register) -> None:
    made = recorded(register, "1979", "event", event_id="The mill closed")
    now = changed(register, made)
    again = recorded(now, "1979", "event", event_id="The mill closed", note="In spring.")
    assert tables(again) == ["mentions"]


def test_units_stay_for_others(register: Register) -> None:
    units = Row("units", {"unit_id": "jars", "name": "jars", "symbol": "jars", "words": ""})
    made = recorded(changed(register, Change((units,))), "4,600", "recorded", indicator_id="Jars sold", unit_id="jars")
    now = changed(changed(register, Change((units,))), made)
    assert "units" not in tables(tidied(now, Change(removed=(made.added[-1],))))


def test_a_document_is_read_in_the_language_that_its_row_names(register: Register) -> None:
    cells = register.tables["sources"].cells.fillna("")
    row = Row("sources", cells[cells["source_id"].eq(SOURCE)].iloc[0].to_dict())
    german = Change((Row("sources", {**row.values, "language": "de"}),), (row,))
    now = changed(register, german)
    assert now.documents[SOURCE].language == "de"
    assert [one.value for one in now.documents[SOURCE].numerals if one.text == "4,600"] == [Decimal("4.600")]
    back = changed(now, german.undone)
    assert back.documents[SOURCE].language == register.documents[SOURCE].language
    assert back.version == register.version
