"""Quotation marks in our own prose, and quotes of references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collection import REPORT
from tests.validation.rules.asking import Folders, add, change, faults, said
from validation.model.register import load
from validation.rules import quotation
from validation.rules.quotation import PROSE, quotations_are_printed, quotes_have_their_number


def noted(bees: Folders, note: str) -> list[str]:
    """What is said of a note on the number of hives."""
    change(bees, "observations", "hives-letter", note=note)
    return said(quotations_are_printed, bees)


@pytest.mark.parametrize(
    "note",
    [
        "No quotation.",
        'The letter says "hives stood in the Ash Valley".',
        "The letter says “hives stood in the Ash Valley,” and no more.",
        'Of "hives stood in the Ash Valley."',
        'It is cut, "The association" begins a sentence in one place.',
        'Not "the  association   was founded".',
        'It has "hives … before winter", or "hives [...] before winter".',
        'A jar of 12" or 5\' 6", wider than 3".',
        'A "" of nothing and a lone " mark.',
        'The title is "The Honey Year".',
        'It has "hives ... before winter".',
    ],
)
def test_what_is_printed_may_be_quoted(bees, note):
    assert noted(bees, note) == []


@pytest.mark.parametrize(
    ("note", "strange"),
    [
        ('It says "many hives".', "many hives"),
        ('It says "ives stood".', "ives stood"),
        ("It says «many hives».", "many hives"),
        ("It says 「many hives」.", "many hives"),
        ("It says „many hives“.", "many hives"),
        ("It says “many hives”, as does the other.", "many hives"),
        ('In the "ash valley".', "ash valley"),
        ('It has "hive" and "Hives stoo".', "Hives stoo"),
        ('"77 of us" is behind the end of the article.', "77 of us"),
        ('It has "hives … before summer".', "hives … before summer"),
    ],
)
def test_what_is_printed_nowhere_may_not(bees, note, strange):
    assert noted(bees, note) == [f'note must quote what a source prints, and "{strange}" stands in none']


def test_without_a_document_it_may_stand_there(bees):
    change(bees, "observations", "hives-letter", note='It says "many hives".')
    assert not list(quotations_are_printed(load(bees[0], None)))
    (bees[1] / "letter.txt").unlink()
    assert said(quotations_are_printed, bees) == []


def test_a_collection_of_references_has_all_it_needs(bees):
    change(bees, "observations", "hives-letter", note='It says "many hives", at "Around 4,600".')
    for source in ("honey-year", "letter-on-bees"):
        change(bees, "sources", source, kind="reference", file="", title="A Letter")
    (found,) = quotations_are_printed(load(bees[0], None))
    assert (found.table, found.row, found.field, found.value) == ("observations", 1, "note", "many hives")


SENTENCES = {
    *(("sources", "note"), ("charts", "headline"), ("charts", "note"), ("indicators", "definition")),
    *(("observations", "period_note"), ("observations", "note"), ("events", "note"), ("mentions", "note")),
    *(("exclusions", "note"), ("derivations", "note"), ("conflicts", "explanation"), ("errata", "reason")),
    *(("retired", "reason"), ("checks", "explanation")),
}


def test_our_sentences_are_these():
    assert {(table, field) for table, fields in PROSE.items() for field in fields} == SENTENCES


@pytest.mark.parametrize(
    ("table", "field", "row"),
    [
        ("sources", "author", "honey-year"),
        ("sources", "publisher", "honey-year"),
        ("observations", "attribution", "honey-report"),
    ],
)
def test_what_a_source_is_said_to_print_may_be_quoted(bees, table, field, row):
    change(bees, table, row, **{field: "Queen of the May"})
    assert noted(bees, 'By "Queen of the May".') == []


def test_what_an_erratum_has_as_stated_may_be_quoted(bees):
    add(bees, "errata", {"target_id": "honey-report", "stated": "Queen of the May", "correct": "king"})
    assert noted(bees, 'It has "Queen of the May".') == []


@pytest.mark.parametrize(("table", "field"), sorted(SENTENCES))
def test_every_prose_is_looked_at(bees, table, field):
    add(bees, table, {field: 'It says "many hives".'})
    (found,) = faults(quotations_are_printed, bees)
    assert (found.table, found.field) == (table, field)


WORDS = REPORT.partition("Readers write")[0].split()
PLAIN = st.text(st.characters(exclude_characters='"“”„«»「」', exclude_categories=["Cs", "Cc"]), max_size=20)


@given(
    st.integers(0, len(WORDS) - 1), st.integers(1, 12), PLAIN, PLAIN, st.sampled_from(['""', "“”", "„“", "«»", "「」"])
)
def test_any_words_of_a_document_stand_in_it(first: int, number: int, before: str, after: str, marks: str) -> None:
    phrase = " ".join(WORDS[first : first + number])
    text = f"{before} {marks[0]}{phrase}{marks[1]} {after}"
    parts = {part for one in quotation._within_marks(text) for part in quotation._parts(one)}
    assert quotation._found(parts, " ".join(WORDS)) == parts
    assert quotation._within_marks(text) or phrase.strip(",.") == ""


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"quote": "some 4,600 hives", "printed": ""}, ["printed must be the number as the quote has it"]),
        ({"quote": "some 4,600 hives", "printed": "4,600 hives"}, []),
        ({"quote": "", "printed": ""}, []),
    ],
)
def test_a_quote_of_a_reference_has_its_number(bees, cells, found):
    change(bees, "sources", "letter-on-bees", kind="reference")
    change(bees, "observations", "hives-letter", **cells)
    assert said(quotes_have_their_number, bees) == found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"quote": "", "start": "", "end": ""}, 1),
        ({"quote": "", "start": "", "end": "", "qualifier": "exact"}, 0),
        ({"quote": "", "start": "", "end": "", "printed": ""}, 0),
        ({}, 0),
    ],
)
def test_a_word_that_qualifies_a_reference_s_number_is_quoted(bees, cells, found):
    change(bees, "sources", "letter-on-bees", kind="reference")
    change(bees, "observations", "hives-letter", **cells)
    message = "quote must be there, with the word that qualifies what is printed"
    assert said(quotation.qualifiers_are_quoted, bees) == [message] * found


def test_what_a_document_does_not_print_is_asked_for_as_evidence(bees):
    change(bees, "observations", "hives-letter", printed="")
    assert said(quotes_have_their_number, bees) == []
