"""What is said of a row before it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import unread
from tests.unread import SOURCE
from validation import vocabulary as codes
from validation.editing.composing import composed
from validation.editing.judging import BROKEN, HOLDS, OPEN, Judgment, judged
from validation.model.drafting.drafts import ways
from validation.model.register import Register, load


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(*unread.write(tmp_path_factory.mktemp("bees")))


def said(register: Register, words: str, kind: str, **fields: str) -> list[Judgment]:
    start = register.documents[SOURCE].body.index(words)
    draft = ways(register, SOURCE, start, start + len(words))[kind]
    return judged(register, composed(register, draft, fields))


def test_a_row_that_is_right_holds(register: Register) -> None:
    assert [(one.kind, one.words.partition(" ")[2]) for one in said(register, "4,600", codes.RECORDED)] == [
        (HOLDS, "value fits what is printed"),
        (HOLDS, "quote stands once, with the number in it"),
    ]
    assert {one.kind for one in said(register, "1979", codes.EVENT)} == {HOLDS}
    assert {one.kind for one in said(register, "2021", codes.EXCLUDED)} == {HOLDS}


def test_what_is_wrong_says_where_and_what_to_do_and_its_family_does_not_hold(register: Register) -> None:
    wrong, *others = said(register, "4,600", codes.RECORDED, value="4700")
    assert (wrong.kind, wrong.field) == (BROKEN, "value")
    assert "write 4600" in wrong.words
    assert [one.words for one in others] == ["The quote stands once, with the number in it"]


def test_what_is_open_is_no_fault(register: Register) -> None:
    *_, last = said(register, "15%", codes.RECORDED)
    assert (last.kind, last.words) == (OPEN, "Without a period it is compared with nothing")
    found = said(register, "15%", codes.RECORDED, area_id="")
    assert Judgment(OPEN, "Its area is still open: name it", "area_id") in found


def test_a_value_that_is_lacking_is_open_and_one_that_is_no_number_fits_nothing(register: Register) -> None:
    lacking = said(register, "4,600", codes.RECORDED, value="")
    assert Judgment(OPEN, "The value is still open: write it", "value") in lacking
    assert [one.words for one in lacking if one.kind == HOLDS] == ["The quote stands once, with the number in it"]
    assert BROKEN not in {one.kind for one in lacking}
    wrong = said(register, "4,600", codes.RECORDED, value="4,600")
    assert [one.words for one in wrong if one.kind == HOLDS] == ["The quote stands once, with the number in it"]


def test_nothing_is_written(tmp_path: Path) -> None:
    datasets, seeds = unread.write(tmp_path)
    before = {path: path.read_bytes() for path in datasets.iterdir()}
    said(load(datasets, seeds), "4,600", codes.RECORDED)
    assert {path: path.read_bytes() for path in datasets.iterdir()} == before
