"""Numerals: each form is found with its span and kind, and nothing else is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.language.numerals import find
from validation.language.printed import read


def found(text: str) -> list[str]:
    return [numeral.text for numeral in find(text)]


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("Two ferries and three potentially slow buses, four in all", ["Two", "three", "four"]),
        ("ten years, TWELVE tons, twenty-one or twenty two days", ["ten", "TWELVE", "twenty-one", "twenty two"]),
        ("1,234.5 of 41.3%, 35 % and fifty per cent", ["1,234.5", "41.3%", "35 %", "fifty per cent"]),
        ("from $1.5 billion to US$3bn, £20m or 500 €", ["$1.5 billion", "US$3bn", "£20m", "500 €"]),
        ("at -5 °C, −3% (+2) and 4.2bn", ["-5", "−3%", "+2", "4.2bn"]),
        ("20–35% or 20 to 35%", ["20", "35%", "20", "35%"]),
        ("one hundred and five ships, a hundred, several hundred", ["one hundred and five", "a hundred", "hundred"]),
        ("two million three hundred thousand", ["two million three hundred thousand"]),
        ("one million twenty-foot boxes", ["one million", "twenty"]),
        ("between one hundred and two thousand", ["one hundred", "two thousand"]),
        ("one hundred and two hundred", ["one hundred", "two hundred"]),
        ("around a dozen eggs, two dozen, the dozen", ["a dozen", "two dozen", "dozen"]),
        ("a million people, the million, a seven-month job", ["a million", "million", "seven"]),
        ("twenty one-way tickets", ["twenty"]),
        (
            "five-and-a-half years, 2½ miles, one and a half million",
            ["five-and-a-half", "2½", "one and a half million"],
        ),
        (
            "half a million, a half-million, a quarter of a million",
            ["half a million", "a half-million", "a quarter of a million"],
        ),
        ("the G-7, the G20, flight MH370 of 007", ["7", "20", "370", "007"]),
        ("1,23,4 and 1,2345", ["1", "23", "4", "1", "2345"]),
        ("\uff14\uff11 boats", ["\uff14\uff11"]),
        (
            "fifty\nper cent of two\nthousand, but two\n\nthousand",
            ["fifty\nper cent", "two\nthousand", "two", "thousand"],
        ),
        ("the thirty-second president", ["thirty"]),
        ("two third-party audits, ten first prizes", ["two", "ten"]),
        ("they march 5 km, may 20 ships sail", ["5", "20"]),
        ("in June 3 million and on May 1,500 came", ["3 million", "1,500"]),
    ],
)
def test_finds_numbers(text: str, numerals: list[str]) -> None:
    assert found(text) == numerals
    assert {numeral.kind for numeral in find(text)} == {"number"}


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("One year after", ["One"]),
        ("one-day trip of one square mile", ["one", "one"]),
        ("one per cent, one percentage point", ["one per cent", "one"]),
        ("one hundred, one million", ["one hundred", "one million"]),
        ("one second later", ["one"]),
        ("one another, no one, one of them, one key point, number one", []),
        ("a paranoid one. One such boat", []),
        ("one way, one-time, one and done", []),
    ],
)
def test_one_counts_before_shares_scales_and_units_alone(text: str, numerals: list[str]) -> None:
    assert found(text) == numerals


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        (
            "one third of them, two-thirds, three quarters, nine-tenths",
            ["one third", "two-thirds", "three quarters", "nine-tenths"],
        ),
        ("a third of them, by a fifth, a third were, a tenth more", ["a third", "a fifth", "a third", "a tenth"]),
        ("nearly a third voted, up by a third in May", ["a third", "a third"]),
        ("between a third and a half of them", ["a third", "a half"]),
        ("a quarter of them, a quarter mile, a quarter", ["a quarter", "a quarter", "a quarter"]),
        ("half of them, half the boats, half a mile, a half", ["half", "half", "half", "a half"]),
        ("fell by half, more than half said", ["half", "half"]),
        ("½ of ¾", ["½", "¾"]),
        ("a third party, a third meeting, a fifth member, one third-party seal", []),
        ("the second half of it, the western half of it, half-hearted", []),
    ],
)
def test_finds_shares(text: str, numerals: list[str]) -> None:
    assert found(text) == numerals
    assert {numeral.kind for numeral in find(text)} <= {"fraction"}


@pytest.mark.parametrize(
    ("text", "numeral", "kind"),
    [
        ("on April 24, 2024 at", "April 24, 2024", "date"),
        ("on 21 July 2008 at", "21 July 2008", "date"),
        ("on June 1.", "June 1", "date"),
        ("on february 4th at", "february 4th", "date"),
        ("on May 20 at", "May 20", "date"),
        ("on the fourth of July, 1999", "fourth of July, 1999", "date"),
        ("on July fourth.", "July fourth", "date"),
        ("in March 1950 at", "March 1950", "date"),
        ("on 3-5 June at", "3-5 June", "date"),
        ("on Dec. 7, 1941", "Dec. 7, 1941", "date"),
        ("on 2024-04-24 at", "2024-04-24", "date"),
        ("on 24/04/2024 at", "24/04/2024", "date"),
        ("at 3:15pm today", "3:15pm", "time"),
        ("at 15:00 today", "15:00", "time"),
        ("at 3 p.m. today", "3 p.m.", "time"),
        ("the 1858 act", "1858", "year"),
        ("in the 1920, a", "1920", "year"),
        ("the war of 1980-88", "1980-88", "year"),
        ("in 1914–1918 and", "1914–1918", "year"),
        ("the 1960s", "1960s", "decade"),
        ("the '60s", "'60s", "decade"),
        ("the late seventies", "seventies", "decade"),
        ("the nineteen-seventies", "nineteen-seventies", "decade"),
        ("the 19th century", "19th century", "century"),
        ("a 19th-century view", "19th-century", "century"),
        ("the Nineteenth Century", "Nineteenth Century", "century"),
        ("the twenty-first century", "twenty-first century", "century"),
        ("the 5th army", "5th", "ordinal"),
        ("costs $1950 now", "$1950", "number"),
        ("over 1950 km", "1950", "number"),
        ("about 1950 million", "1950 million", "number"),
    ],
)
def test_finds_what_dates(text: str, numeral: str, kind: str) -> None:
    assert [(one.text, one.kind) for one in find(text)] == [(numeral, kind)]


def test_centuries_named_together_are_two() -> None:
    assert found("the 19th and the 20th century") == ["19th", "20th century"]
    assert found("the eighteenth and early nineteenth centuries") == ["eighteenth", "nineteenth centuries"]


@pytest.mark.parametrize(
    "text",
    [
        "both, once, twice, first, firstly, second, secondly, third",
        "bilateral and trilateral ties, unilateral, twofold, a couple, several, many",
        "dozens, hundreds of thousands, millions, tens",
        "World War II, Part I, chapter XIV",
        "a century, its decade, centuries-old, the new century",
        "the twenty-third president, the one hundred and first, the two hundredth",
        "in May and March, they may second it, on Sunday",
        "often, weight, stone, someone, canine, tenacious, détente",
        "zero-sum",
    ],
)
def test_finds_nothing_else(text: str) -> None:
    assert found(text) == []


def test_offsets_are_of_the_whole_text_and_bounds_hold() -> None:
    text = "café one: 12 boats, 34 docks, 56 crews"
    middle = find(text, 12, 30)
    assert [(one.start, one.end, one.text) for one in middle] == [(20, 22, "34")]
    assert all(text[one.start : one.end] == one.text for one in find(text))


FILLER = ["the", "boats", "at", "harbor", "quietly", "some", "which", "sailed,", "and", "men", "“so”", "later.", "of"]
NUMERALS = {
    "number": ["two", "twelve", "forty-two", "7", "3,500", "41.3%", "$73.15 billion", "one million", "a dozen", "−5"],
    "fraction": ["one third", "two-thirds", "three quarters"],
    "date": ["April 24, 2024", "21 July 2008", "June 1", "February 1950"],
    "time": ["3:15pm", "15:00"],
    "year": ["1907", "1980-88"],
    "decade": ["1960s", "seventies"],
    "century": ["19th century", "nineteenth century"],
    "ordinal": ["5th"],
}


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(FILLER), min_size=2, max_size=6).filter(lambda words: words[-1] != "and"),
            st.sampled_from([(text, kind) for kind, texts in NUMERALS.items() for text in texts]),
        )
    )
)
def test_finds_exactly_what_was_put_into_a_text(parts: list[tuple[list[str], tuple[str, str]]]) -> None:
    text = "".join(f"{' '.join(filler)} {numeral} " for filler, (numeral, _) in parts)
    assert [(one.text, one.kind) for one in find(text)] == [numeral for _, numeral in parts]


@given(st.text() | st.text(alphabet="0123456789 ,.-–%$½athousndmileon\n"))
def test_every_digit_of_any_text_lies_in_one_numeral(text: str) -> None:
    numerals = find(text)
    assert all(text[one.start : one.end] == one.text for one in numerals)
    assert all(left.end <= right.start for left, right in pairwise(numerals))
    covered = {at for one in numerals for at in range(one.start, one.end)}
    assert {at for at, sign in enumerate(text) if sign.isdecimal()} <= covered


@pytest.mark.parametrize(
    "numeral",
    [*NUMERALS["number"], *NUMERALS["fraction"], "2½", "half a million", "a hundred and five", "US$3bn", "500 €", "½"],
)
def test_numbers_found_can_be_read(numeral: str) -> None:
    (only,) = find(f"they say {numeral} of it")
    assert only.text == numeral
    assert read(only.text).end <= len(numeral)
