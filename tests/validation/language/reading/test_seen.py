"""A text as it is seen: what nobody sees is left out, and every offset leads back to the text as it is."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.language.reading.seen import _BLANK, _OTHERWISE, _SEEN, LINE, PARAGRAPH, UNSEEN, Seen, flat

LETTERS = st.text(alphabet="ab é1\u00ad\u200b\ufeffﬁﬀ\u0301 \t\f\u00a0\u202f\r\n\u2029", max_size=40)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("five thou\u00adsand", "five thousand"),
        ("1.5\u200b million", "1.5 million"),
        ("ﬁfty oﬃces", "fifty offices"),
        ("cafe\u0301", "café"),
        ("one\nmillion", "one million"),
        ("one \r\n  million", "one million"),
        ("one\n\n million", "one million"),
        ("one\fmillion", "one million"),
        ("one \n\f\n million", "one million"),
        ("one\tmillion", "one million"),
        ("25\u00a0000\u202f000", "25 000 000"),
        ("10⁶ and ½", "10⁶ and ½"),
    ],
)
def test_what_is_seen(raw, shown):
    assert flat(raw) == shown


def test_lines_are_told_from_paragraphs():
    assert Seen("a\nb \r\n\r\n c\rd").text == f"a{LINE}b{PARAGRAPH}c{LINE}d"


def test_a_page_ends_a_paragraph_and_a_cell_does_not():
    assert Seen("a\fb \n\f c\td").text == f"a{PARAGRAPH}b{PARAGRAPH}c\td"


@pytest.mark.long
def test_blanks_are_all_white_space_that_ends_no_line():
    white = {sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isspace()}
    blank = {sign for sign in map(chr, range(sys.maxunicode + 1)) if re.fullmatch(_BLANK, sign)}
    assert blank == white - {*"\r\n\f\u2029"} | {*UNSEEN}


@given(LETTERS)
def test_a_look_at_what_may_be_seen_otherwise_is_for_speed_alone(raw):
    assert _OTHERWISE.startswith("(?=[")
    everywhere = re.compile(_OTHERWISE.partition(")")[2])
    assert [found.span() for found in _SEEN.finditer(raw)] == [found.span() for found in everywhere.finditer(raw)]


@given(LETTERS)
def test_every_character_leads_back(raw):
    seen = Seen(raw)
    spans = [seen.span(at, at + 1) for at in range(len(seen.text))]
    assert all(0 <= start < end <= len(raw) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
    for (start, end), shown in zip(spans, seen.text, strict=True):
        assert (
            shown in unicodedata.normalize("NFKC", raw[start:end])
            or raw[start:end].translate(dict.fromkeys(map(ord, UNSEEN))).isspace()
        )


@given(LETTERS, st.data())
def test_what_is_found_reads_as_what_was_sought(raw, data):
    start = data.draw(st.integers(0, len(raw)))
    sought = raw[start : start + 5]
    places = list(Seen(raw).places(sought))
    assert all(flat(raw[start:end]).strip() == flat(sought).strip() for start, end in places)


def test_words_are_found_wherever_they_stand():
    assert list(Seen("1\u00ad2 and 12").places("12")) == [(0, 3), (8, 10)]
    assert list(Seen("aaa").places("aa")) == [(0, 2), (1, 3)]
    assert list(Seen("a").places("")) == []
