"""Dates as those of events: what is printed of them, when they are, and what happened then."""

from __future__ import annotations

import pytest

from tests.validation.model.drafting.scenery import scene
from validation import vocabulary as codes
from validation.model.drafting import dating


@pytest.mark.parametrize(
    ("text", "numeral", "printed", "edtf", "basis"),
    [
        ("In February 1950 they signed.", "February 1950", "February 1950", "1950-02", codes.STATED),
        ("It held in the late seventies, as in 1971.", "seventies", "the late seventies", "1975/1979", codes.INFERRED),
        ("In the seventies it began.", "seventies", "the seventies", "197X", codes.INFERRED),
        ("It opened on June 1 to all.", "June 1", "June 1", "2022-06-01", codes.INFERRED),
    ],
)
def test_a_date_is_placed(text: str, numeral: str, printed: str, edtf: str, basis: str) -> None:
    here = scene(text, numeral)
    found = dating.absolute(here)
    assert here.body[slice(*found.span)] == printed
    assert (found.edtf, found.basis) == (edtf, basis)
    assert bool(found.note) == (basis == codes.INFERRED), "what is inferred says from what"


def test_a_day_without_any_year_has_no_place() -> None:
    found = dating.absolute(scene("It opened on June 1 to all.", "June 1", published=""))
    assert (found.edtf, found.basis) == ("", codes.UNSTATED)


@pytest.mark.parametrize(
    ("text", "numeral", "printed", "edtf"),
    [
        ("In 1929 he spoke. Twelve years later, war came.", "Twelve", "Twelve years later", "1941"),
        ("It began in 2022. One year after the war, names changed.", "One", "One year after", "2023"),
        ("In 1950 they signed. Fast forward 73 years, and it is gone.", "73", "73 years", "2023"),
        ("In 1950 they signed. Two decades earlier it was not so.", "Two", "Two decades earlier", "1930"),
    ],
)
def test_a_time_is_told_from_another(text: str, numeral: str, printed: str, edtf: str) -> None:
    here = scene(text, numeral)
    found = dating.told_from_another(here)
    assert found is not None
    assert here.body[slice(*found.span)] == printed
    assert (found.edtf, found.basis) == (edtf, codes.INFERRED)


def test_a_length_of_time_is_no_date() -> None:
    assert dating.told_from_another(scene("From 1950 on it lasted 30 years in all.", "30")) is None


@pytest.mark.parametrize(
    ("text", "numeral", "name"),
    [
        ("The 1858 Treaty of Aigun established much.", "1858", "Treaty of Aigun"),
        ("In 1969, both nations came close to war.", "1969", "Both nations came close to war"),
        ("The border between them opened in 1988.", "1988", "The border between them opened"),
    ],
)
def test_an_event_is_named_by_its_sentence(text: str, numeral: str, name: str) -> None:
    here = scene(text, numeral)
    assert dating.happened(here, (here.numeral.start, here.numeral.end)) == name


def test_an_event_that_no_words_name_is_called_by_its_date() -> None:
    here = scene("Journal, vol. ii. p. 79, April, 1830.", "April, 1830")
    assert dating.happened(here, (here.numeral.start, here.numeral.end)) != "P"
    bare = scene("(p. 1839)", "1839")
    assert dating.happened(bare, (bare.numeral.start, bare.numeral.end)) == "What happened in 1839"
