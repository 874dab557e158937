from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.drawing.lettering import markup, shorten, widest, width, wrap


@pytest.mark.parametrize(
    ("words", "size", "bold", "measured"),
    [
        # Measured in Chromium with Source Sans 3.
        ("nearly one million twenty-foot equivalent units", 15, False, 292.8),
        ("nearly one million twenty-foot equivalent units", 15, True, 311.9),
        ("0123456789", 100, False, 497),
        ("bees", 100, True, 205.2),
    ],
)
def test_width_is_what_a_browser_measures_or_a_little_more(words, size, bold, measured):
    assert measured <= width(words, size, bold=bold) <= measured * 1.04


def test_letters_with_accents_are_as_wide_as_without_and_others_are_not_nothing():
    assert width("éüñ", 10) == width("eun", 10)
    assert width("蜂", 10) == 10
    assert width("жук", 10) > 10


@given(st.text(alphabet="abcW mil-é.", max_size=60), st.floats(20, 300))
def test_wrapped_lines_fit_and_keep_every_letter(words, pixels):
    lines = wrap(words, pixels, 15)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(width(line, 15) <= pixels or len(line) == 1 for line in lines)


def test_a_word_that_is_too_long_is_cut():
    assert wrap("an antidisestablishmentarian hive", 60, 15)[1:3] == ["antidises", "tablishm"]


def test_widest_of_no_lines_is_nothing():
    assert widest([], 15) == 0
    assert widest(["a", "aaaa"], 15) == width("aaaa", 15)


def test_shortened_words_fit_and_say_so():
    assert shorten("short", 100, 14) == "short"
    cut = shorten("The Keeper's Almanac, with all tables", 120, 14)
    assert cut == "The Keeper's Alm…"
    assert width(cut, 14) <= 120


def test_markup_leaves_nothing_that_plotly_would_read_as_a_tag_or_a_formula():
    assert markup("<b>R&D</b> $1 to $2") == "&lt;b&gt;R&amp;D&lt;/b&gt; &#36;1 to &#36;2"
