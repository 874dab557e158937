"""What words at a place may be: a numeral, words with one, a date in words, what is in the register already."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import unread
from tests.unread import SOURCE
from tests.validation.model.drafting.scenery import scene
from validation import vocabulary as codes
from validation.editing.changes import Change, changed
from validation.model.drafting import dating
from validation.model.drafting.draft import Draft
from validation.model.drafting.drafts import alike, ways
from validation.model.register import Register, load


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(*unread.write(tmp_path_factory.mktemp("bees")))


def at(register: Register, words: str, source: str = SOURCE) -> list[Draft]:
    start = register.documents[source].body.index(words)
    return list(ways(register, source, start, start + len(words)).values())


@pytest.mark.parametrize(
    ("words", "printed"), [("4,600", "4,600 hives"), ("4,6", "4,600 hives"), ("600", "4,600 hives")]
)
def test_a_part_of_a_numeral_is_taken_for_the_whole(register: Register, words: str, printed: str) -> None:
    assert at(register, words)[0].row.values["printed"] == printed


def test_words_around_a_numeral_are_printed_with_it(register: Register) -> None:
    first = at(register, "15% of the colonies")[0]
    assert (first.kind, first.text) == (codes.RECORDED, "15% of the colonies")
    assert register.documents[SOURCE].body[first.start : first.end] == "15% of the colonies"
    assert "15% of the colonies" in first.row.values["quote"]


def test_words_without_a_numeral_are_a_date_whose_time_is_open(register: Register) -> None:
    first = at(register, "before winter")[0]
    assert (first.kind, first.row.values["printed"], first.row.values["period"]) == (codes.EVENT, "before winter", "")


def excluded(register: Register, words: str) -> Draft:
    return next(one for one in at(register, words) if one.kind == codes.EXCLUDED)


def test_what_is_in_the_register_comes_first_as_it_stands(register: Register) -> None:
    draft = at(register, "4,600")[0]
    now = changed(register, Change(draft.rows))
    first, *others = at(now, "4,600")
    assert first.row == first.stands
    assert {name: first.row.values[name] for name in draft.row.values} == dict(draft.row.values)
    assert [one.kind for one in others] == [codes.EVENT, codes.EXCLUDED]
    assert all(one.stands == first.stands for one in others)
    left_out = at(changed(register, Change(excluded(register, "2021").rows)), "2021")[0]
    assert (left_out.kind, left_out.row.values["reason"]) == (codes.EXCLUDED, "period")


def test_what_else_fits_is_offered(register: Register) -> None:
    choices = at(register, "90")[0].choices
    assert [next(iter(one)) for one in choices] == ["indicator_id", "period", "period"]
    assert choices[0] == {"indicator_id": "honey-per-hive"}
    assert choices[1] == {"period": "", "period_basis": "unstated", "period_note": ""}


def test_what_is_drafted_is_not_offered_again(register: Register) -> None:
    for words in ("4,600", "90", "15%", "1979", "5"):
        for one in at(register, words):
            for cells in one.choices:
                column, value = next(iter(cells.items()))
                assert one.row.values[column] != value
            assert len(one.choices) <= 9, "each has a digit"


def of_text(register: Register, text: str) -> Register:
    """It with another text of the letter."""
    letter = replace(register.documents[SOURCE], text=text, body_end=len(text))
    return replace(register, documents={**register.documents, SOURCE: letter})


def test_the_number_before_it_says_what_its_sentence_does_not(register: Register) -> None:
    """Of one chart and one paragraph."""
    text = "In 2019 the Board said honey yield reached 90 tonnes. Honey yield was 80 tonnes.\n\nHoney yield: 70 tonnes."
    told = ("period", "period_basis", "attribution", "area_id")
    before = of_text(register, text)
    now = changed(before, Change(at(before, "90")[0].rows))
    assert [at(before, "80")[0].row.values[name] for name in told[:3]] == ["", "unstated", ""]
    assert [at(now, "80")[0].row.values[name] for name in told] == ["2019", "stated", "Board", "ash-valley"]
    assert at(now, "70")[0].row.values["period"] == "", "another paragraph"


def test_those_alike_are_of_one_form(register: Register) -> None:
    text = "Sales in Q4 2019 rose. Those of Q4 2020 fell, and of FY 2021. In Q4 2021 they stood. In Q4 they rose."
    reports = of_text(register, text)
    found = list(alike(reports, at(reports, "Q4 2020")[0]))
    assert [one.text for one in found] == ["Q4 2020", "Q4 2021", "Q4 2019"], "from the place on, then from the start"
    assert {one.row.values["reason"] for one in found} == {"period"}
    now = changed(reports, Change(found[0].rows))
    assert [one.text for one in alike(now, found[1])] == ["Q4 2021", "Q4 2019"]


def test_a_time_told_from_another_cuts_no_numeral(register: Register) -> None:
    assert dating.told_from_another(scene("Founded in 2021, ten years later it fell.", "ten"))
    assert dating.told_from_another(scene("Founded in 2021, ten years later$5.2 million.", "ten")) is None
