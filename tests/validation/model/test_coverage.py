"""What became of every numeral of a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import collection, edits
from validation.model import coverage
from validation.model.coverage import Claim, Coverage, Mark
from validation.model.register import Register, load
from validation.vocabulary import EVENT, EXCLUDED, RECORDED, UNACCOUNTED

Folders = tuple[Path, Path]


def marked(register: Register) -> dict[str, Mark]:
    """The marks of the letter by their text."""
    return {mark.text: mark for mark in coverage.marks(register, register.documents["letter-on-bees"])}


def test_every_numeral_is_marked_in_the_order_of_the_text(bees: Register) -> None:
    marks = coverage.marks(bees, bees.documents["letter-on-bees"])
    assert [(mark.text, mark.state) for mark in marks] == [
        ("4,600", RECORDED),
        ("90", RECORDED),
        ("2021", EXCLUDED),
        ("15%", RECORDED),
        ("1979", EVENT),
        ("5", RECORDED),
    ]
    assert all(collection.LETTER[mark.start : mark.end] == mark.text for mark in marks)


def test_a_mark_says_what_it_stands_for(bees: Register) -> None:
    marks = marked(bees)
    assert (marks["4,600"].ids, marks["1979"].ids, marks["2021"].ids) == (("hives-letter",), ("first-mite-letter",), ())
    assert (marks["2021"].reason, marks["2021"].note) == ("period", "Dates the yield.")


def test_nothing_behind_the_article_is_marked(bees: Register) -> None:
    marks = coverage.marks(bees, bees.documents["honey-year"])
    assert "77" not in [mark.text for mark in marks]


@pytest.mark.parametrize(
    ("table", "key", "text"), [("observations", "hives-letter", "4,600"), ("mentions", "first-mite-letter", "1979")]
)
def test_what_no_row_accounts_for_is_unaccounted(folders: Folders, table: str, key: str, text: str) -> None:
    edits.set_cell(folders[0], table, key, "start", "")
    assert marked(load(*folders))[text].state == UNACCOUNTED


def test_the_strongest_claim_decides(folders: Folders) -> None:
    quote = "hives stood in the Ash Valley before winter, and honey yield reached about 90"
    start = collection.LETTER.index(quote)
    with edits.rows_of(folders[0], "exclusions") as rows:
        place = {"start": str(start), "end": str(start + len(quote)), "quote": quote}
        rows.append({"source_id": "letter-on-bees", "reason": "idiom"} | place)
    mark = marked(load(*folders))["90"]
    assert (mark.state, mark.ids, mark.reason) == (RECORDED, ("honey-letter",), "")


def test_a_row_claims_what_it_prints_and_an_exclusion_its_quote(bees: Register) -> None:
    claims = coverage.claims(bees, "letter-on-bees")
    start, excluded = collection.LETTER.index("4,600 hives"), collection.LETTER.index("tonnes in 2021")
    assert claims[0] == Claim(start, start + len("4,600 hives"), RECORDED, "hives-letter", 1)
    assert claims[-1] == Claim(excluded, excluded + 14, EXCLUDED, "", 1, "period", "Dates the yield.")
    assert [claim.state for claim in claims] == [RECORDED] * 4 + [EVENT, EXCLUDED]
    assert coverage.claims(bees, "no-such") == []


def test_what_is_not_printed_in_the_quote_claims_nothing(folders: Folders) -> None:
    edits.set_cell(folders[0], "observations", "hives-letter", "printed", "4600 hives")
    assert marked(load(*folders))["4,600"].state == UNACCOUNTED


def test_marks_are_counted(folders: Folders) -> None:
    edits.set_cell(folders[0], "observations", "hives-letter", "start", "")
    register = load(*folders)
    found = coverage.marks(register, register.documents["letter-on-bees"])
    assert coverage.counts(register.documents["letter-on-bees"], found) == Coverage("letter-on-bees", 6, 4, 1, 1, 1)


def test_marks_are_made_once(bees: Register) -> None:
    document = bees.documents["letter-on-bees"]
    assert coverage.marks(bees, document) is coverage.marks(bees, document)


@pytest.mark.parametrize(
    ("start", "end", "places"),
    [
        (0, 219, range(6)),
        (18, 49, range(1)),
        (26, 49, range(0)),
        (100, 123, range(1, 3)),
        (120, 130, range(0)),
        (0, 0, range(0)),
    ],
)
def test_the_numerals_within_a_stretch(bees: Register, start: int, end: int, places: range) -> None:
    marks = coverage.marks(bees, bees.documents["letter-on-bees"])
    stretch = Claim(start, end, EXCLUDED, "", 0)
    assert list(coverage.held(stretch, marks)) == list(places)
    assert list(places) == [at for at, one in enumerate(marks) if start <= one.start and one.end <= end]


def test_of_many_rows_those_on_a_document_are_the_same(bees: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    every = {name: coverage.claims(bees, name) for name in bees.sources}
    assert sum(map(len, every.values())) > 3
    monkeypatch.setattr(coverage, "MANY", 0)
    assert {name: coverage.claims(bees, name) for name in bees.sources} == every
