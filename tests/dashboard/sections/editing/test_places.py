"""Where the work is, where it goes on, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.sections.editing import places
from dashboard.state.refusals import Unacceptable, Unknown
from dashboard.state.store import Snapshot
from tests.unread import SOURCE
from validation.editing.changes import Change, changed
from validation.model.drafting.drafts import drafts
from validation.model.register import Register


@pytest.fixture
def register(bees: Snapshot) -> Register:
    return bees.register


def start(register: Register, words: str) -> int:
    return register.documents[SOURCE].body.index(words)


def test_documents_stand_in_the_order_of_what_is_left(register: Register) -> None:
    assert places.documents(register) == [SOURCE, "honey-year"]
    assert [mark.text for mark in places.left(register, SOURCE)] == ["4,600", "90", "2021", "15%", "1979", "5"]
    assert places.left(register, "honey-year") == []


def test_without_a_place_the_first_that_is_left_is_meant(register: Register) -> None:
    assert places.find(register, SOURCE, "").at == f"{start(register, '4,600')}-{start(register, '4,600') + 5}"
    assert places.find(register, "honey-year", "").at == "0-0"


@pytest.mark.parametrize("at", ["x", "5-5", "9-5", "0-100000", "-3", "1-2-3"])
def test_what_is_no_stretch_of_the_text(register: Register, at: str) -> None:
    with pytest.raises(Unacceptable):
        places.find(register, SOURCE, at)


def test_a_document_that_is_not_here_or_is_another_than_was_read(register: Register) -> None:
    other = replace(register.documents[SOURCE], unchanged=False)
    edited = replace(register, documents={**register.documents, SOURCE: other})
    assert places.documents(edited) == ["honey-year"]
    for known, name in ((register, "no-such"), (edited, SOURCE)):
        with pytest.raises(Unknown):
            places.find(known, name, "")


def test_the_work_goes_on_behind_then_from_the_start_then_elsewhere(register: Register) -> None:
    def at(words: str) -> str:
        begin = start(register, words)
        return places.address(SOURCE, begin, begin + len(words))

    here = places.find(register, SOURCE, "30-31")
    assert places.following(register, here) == at("90")
    behind = places.find(register, SOURCE, f"{start(register, 'kilometres')}")
    assert places.following(register, behind) == at("4,600")
    rows = {(row.table, *row.values.values()): row for one in drafts(register, SOURCE) for row in one.rows}
    done = changed(register, Change(tuple(rows.values())))
    assert places.following(done, here) == f"/edit/{SOURCE}", "nothing is left anywhere"


def test_numerals_stand_beside_whatever_became_of_them(register: Register) -> None:
    place = places.find(register, SOURCE, f"{start(register, '90')}-{start(register, '90') + 2}")
    before, behind = places.beside(register, place)
    assert f"at={start(register, '4,600')}-" in before
    assert f"at={start(register, '2021')}-" in behind
    first = places.find(register, SOURCE, "0-1")
    assert places.beside(register, first)[0] == ""
    last = places.find(register, SOURCE, f"{start(register, 'kilometres')}")
    assert places.beside(register, last)[1] == ""
