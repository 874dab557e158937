"""The tables that reading rests on: each word has one kind, each form begins where it may, and rows stay short."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from validation.language import numerals
from validation.language.reading import forms, tokens
from validation.language.reading.lexicon import lexicon
from validation.language.reading.words import KINDS, WORDS

# So wide is a line.
LINE = 120


def test_each_word_has_one_kind():
    words = [word for kind in WORDS.values() for word in kind.split()]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    valued = {word for word, one in lexicon("en").words.items() if one.value}
    assert sorted(valued & set(words)) == []


def test_a_part_of_a_form_has_a_name_of_its_own():
    assert forms.PARTS.keys() & KINDS.keys() == set()
    assert len(set(KINDS.values())) == len(KINDS)


def test_every_part_is_used():
    rows = " ".join(map(_joined, [*forms.PARTS.values(), *forms.FORMS.values(), *forms.JOINTS.values()]))
    elsewhere = "".join(path.read_text("utf-8") for path in Path(forms.__file__).parents[1].rglob("*.py"))
    names = set(re.findall(r"[a-z_]+|~", rows))
    assert [name for name in forms.PARTS if name not in names and f'"{name}' not in elsewhere] == []


def _joined(rows: forms.Rows) -> str:
    return rows if isinstance(rows, str) else " | ".join(rows)


def test_what_forms_name_most_is_one_range():
    for names in ("gap line wide", "plain day year decimal", "plain day year padded", "thousand large lakh"):
        letters = sorted(ord(KINDS[name]) for name in names.split())
        assert letters == list(range(letters[0], letters[0] + len(letters))), names


def test_one_token_of_several_kinds_is_a_set():
    """It is one look at a letter; what is longer is a group that is not taken apart again, and slower."""
    assert forms.matching("figure").pattern.startswith("(?:")
    assert forms.matching("link").pattern.startswith("(?:")
    assert forms.matching("tiny").pattern.startswith("(?>")


def test_no_row_is_longer_than_a_line():
    """What a person writes; what they are compiled to nobody reads."""
    for rows in (*forms.PARTS.values(), *forms.FORMS.values(), *forms.JOINTS.values()):
        for row in (rows,) if isinstance(rows, str) else rows:
            assert len(row) < LINE or row.startswith("["), row


TEXTS = [
    *("7", "0.5", ".42", "1,234", "007", "21.04.2016", "1.2.3", "1,23,4", "3:15", "1960s", "Q4", "https://a.bc/1", "½"),
    *("FY23", "May 2", "seventies", "zero point five", "one million", "two", "ten", "twelve", "hundred", "thousand"),
    *("million", "crore", "dozen", "millions", "tens of thousands", "half of the", "first of May", "second of May"),
    *("third of May", "thirtieth of May", "a third of", "several hundred", "few hundred", "many hundred", "($5)"),
    *("between 5 and 6", "-5", "–5", "−5", "+5", "minus 5", "$5", "USD 5", "(555) 0100 22", "AD 44", "a.⁴"),
    *("twenty-first century", "about several hundred"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_each_form_begins_where_one_may(text):
    """Without the look at where a form can begin, which is for speed alone, the same is found."""
    row = tokens.Tokens(text, lexicon("en")).row
    everywhere = re.compile(forms.pattern().pattern.partition(")")[2])
    first, slow = forms.pattern().search(row), everywhere.search(row)
    assert first
    assert slow
    assert (first.span(), first.lastgroup) == (slow.span(), slow.lastgroup)


PIECES = [
    *("a", "1", "1 ", "1,", "1.", "1-", "one ", "one-", "million ", "a1", "$", "(", "((1", "1/", "½", "⁶", "^"),
    *("between 5 and ", "1 to ", "and a half ", "Q4 ", "May 5, ", " \n", "'", "1 crore ", "x ", ".5", "%", "1e9"),
    *("hundred and ", "more than ", "no more ", "fell by ", "\u00ad", "http://", "twenty-", "third-", "5 ft "),
    *("lakh crore ", "5 and ", "5, ", "5 ft, ", "10 ", "(5) ", "6-4, ", "fell 3%, "),
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.long
def test_reading_takes_time_in_proportion_to_the_text(piece):
    short, long = piece * (2000 // len(piece)), piece * (16000 // len(piece))
    numerals.read(short)
    first, second = (min(_seconds(text) for _ in range(3)) for text in (short, long))
    assert second < 24 * first + 0.03


def _seconds(text: str) -> float:
    started = time.process_time()
    numerals.read(text)
    return time.process_time() - started
