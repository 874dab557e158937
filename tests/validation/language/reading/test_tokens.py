"""Tokens: a text is cut without losing a character, and each run of digits has one shape."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.language.reading.lexicon import lexicon
from validation.language.reading.tokens import _GAP, _PLAIN_WORD, Tokens, _pattern, figure
from validation.language.reading.words import KINDS

# What special tokens begin with, and what may follow.
BEGINNINGS = [
    "http",
    "www",
    "US",
    "k",
    "Mds",
    "Rs",
    "Ksh",
    "R",
    "FY",
    "c",
    "p",
    "min",
    "km",
    "Q",
    "of",
    "п",
    "тыс",
    "u.a",
    "été",
]
SIGNS = [*" .,;:-)('’$€/2345\n", "²", "\u0301", "\u00a0", "\u200b", "10", "p.p."]

NAMES = {letter: name for name, letter in KINDS.items()}


def kinds(text: str, language: str = "en") -> list[str]:
    return [NAMES[letter] for letter in Tokens(text, lexicon(language)).row]


@given(st.text(max_size=60), st.sampled_from(["en", "de", "zh", "hi"]))
def test_tokens_are_the_whole_text(text, language):
    tokens = Tokens(text, lexicon(language))
    assert "".join(tokens.pieces) == text
    assert len(tokens.row) == len(tokens.pieces) == len(tokens.starts) - 1
    assert all(tokens.at(start) == at for at, start in enumerate(tokens.starts[:-1]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("may May MAY", ["word", "gap", "month", "gap", "month"]),
        ("US$5 R500 c1860", ["currency", "day", "gap", "code", "plain", "gap", "circa", "year"]),
        ("5km², 30°C", ["day", "units", "comma", "gap", "day", "measure"]),
        ("doesn't fall", ["no", "gap", "drop"]),
        ("25 000 voters", ["plain", "gap", "word"]),
        ("25 300\n", ["day", "gap", "plain", "line"]),
        ("Q4 1960s 3:15 p.m.", ["quarter_of", "gap", "decade", "gap", "time", "gap", "clock"]),
        ("a  e\tc", ["article", "wide", "word", "wide", "circa"]),
    ],
)
def test_what_tokens_are(text, found):
    assert kinds(text) == found


@pytest.mark.parametrize("language", ["en", "de", "fr", "hi", "ru", "zh"])
@given(text=st.lists(st.sampled_from([*BEGINNINGS, *SIGNS]), max_size=20).map("".join))
def test_plain_words_are_tried_first_for_speed_alone(language, text):
    known = lexicon(language)
    slow = re.compile(_pattern(known).pattern.replace(f"{_PLAIN_WORD}|", "", 1), re.DOTALL)
    assert Tokens(text, known).pieces == slow.findall(text)


def test_gaps_and_plain_words_are_tried_first():
    """They are nearly all of a text: with them tried last, cutting it takes three times as long."""
    assert _pattern(lexicon("en")).pattern.startswith(f"{_GAP}|{_PLAIN_WORD}|")


@pytest.mark.parametrize(
    ("language", "shown", "kind", "value"),
    [
        ("en", "1,234.5", "plain", "1234.5"),
        ("en", "12,34,567", "plain", "1234567"),
        ("en", "1.234,56", "unread", "0"),
        ("en", "1'234", "plain", "1234"),
        ("en", "0.05", "plain", "0.05"),
        ("en", "007", "padded", "7"),
        ("en", "1.5e6", "plain", "1500000"),
        ("en", "1e999", "unread", "0"),
        ("en", "\uff15", "unread", "0"),
        ("de", "1.234,56", "plain", "1234.56"),
        ("de", "1.000", "plain", "1000"),
        ("fr", "40.000", "plain", "40000"),
        ("fr", "1\u202f234,5", "plain", "1234.5"),
        ("hi", "१२,३४,५६७", "plain", "1234567"),
        ("xx", "1.000", "unread", "0"),
        ("xx", "1,000", "unread", "0"),
    ],
)
def test_the_shapes_of_figures(language, shown, kind, value):
    assert figure(shown, lexicon(language)) == (kind, Decimal(value))


@pytest.mark.parametrize(
    ("language", "word", "kind", "value"),
    [
        ("de", "Mio", "abbreviation", 10**6),
        ("de", "Milliarden", "abbreviation", 10**9),
        ("de", "Prozent", "percent", 0),
        ("de", "Mai", "month", 5),
        ("de", "Quartal", "quarterly", 0),
        ("fr", "Md", "abbreviation", 10**9),
        ("es", "octubre", "month", 10),
        ("es", "de", "of", 0),
        ("ru", "тыс", "abbreviation", 10**3),
        ("zh", "亿", "abbreviation", 10**8),
        ("hi", "लाख", "abbreviation", 10**5),
    ],
)
def test_words_of_other_languages_are_the_cldrs(language, word, kind, value):
    found = lexicon(language).word(word)
    assert found
    assert (NAMES[found.kind], found.value) == (kind, value)


@pytest.mark.parametrize("word", ["two", "million", "over", "hundred", "May", "fell"])
def test_no_language_has_the_words_of_another(word):
    assert lexicon("ja").word(word) is None


def test_variants_of_english_are_english():
    assert lexicon("en-GB").reads_words
    assert lexicon("").reads_words
    assert not lexicon("de-CH").reads_words
    assert lexicon("de-CH").separators.decimal == "."
