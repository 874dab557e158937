"""Characters that are seen, and raised digits that no number can swallow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.files.converters import texts
from validation.files.unseen import UNSEEN
from validation.language import numerals


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("a\r\nb\rc\x85d\u2028e", "a\nb\nc\nd\ne"),
        ("12\u00ad345 and\u200b more\ufeff", "12345 and more"),
        ("12\x03345", "12 345"),
        ("12\ufffd345", "12\ufffd345"),
        (f"12{chr(0xD835)}345", "12\ufffd345"),
        ("1\u00a0000\t2\f3", "1\u00a0000\t2\f3"),
        ("न\u200dन", "न\u200dन"),
    ],
)
def test_what_nobody_sees_is_gone_and_joins_nothing(raw: str, seen: str) -> None:
    assert texts.seen(raw) == seen


@given(st.text(st.sampled_from([*"a1 \t\n\f", *sorted(UNSEEN)])))
def test_what_is_tidied_stays_so(raw: str) -> None:
    tidied = texts.tidied(raw)
    assert texts.tidied(tidied) == tidied
    assert not set(tidied) & (UNSEEN - set("\t\n\f\u200c\u200d\ufffd"))
    assert "\n\n\n" not in tidied
    assert " \n" not in tidied


def test_a_long_run_of_spaces_takes_no_time() -> None:
    started = time.process_time()
    texts.tidied("a" + " " * 100_000 + "b")
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("behind", "words", "stands"),
    [
        ("27", "3", "³"),
        ("10", "\N{MINUS SIGN}6", "⁻⁶"),
        ("the risk", "12", "¹²"),
        ("27", "1,2", " [1],[2]"),
        ("in 2010.", "12", " [12]"),
        ("27", "[3]", " [3]"),
        ("27", "a", " [a]"),
        ("21", "st", "st"),
        ("2", "e", "e"),
        ("27", "2023", " 2023"),
        ("Report", "2023", "2023"),
    ],
)
def test_what_is_raised_stands_apart(behind: str, words: str, stands: str) -> None:
    assert texts.raised(words, behind) == stands


def test_a_linked_digit_is_the_mark_of_a_note() -> None:
    assert texts.raised("3", "27", linked=True) == " [3]"
    assert texts.raised("1–3", "27", linked=True) == " [1]–[3]"


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        (f"It had 27{texts.raised('3', '27')} hives", "27", 27),
        (f"It had 27{texts.raised('3', '27', linked=True)} hives", "27", 27),
        (f"It had 27{texts.raised('1,2', '27')} hives", "27", 27),
        (f"It had 27{texts.raised('a', '27')} hives", "27", 27),
        (f"It had 10{texts.raised('6', '10')} hives", "10⁶", 1_000_000),
        (texts.tidied(f"It had 1{texts.raised('3')}/{texts.lowered('4')} hives"), "1¾", 1.75),
        (texts.tidied(f"It had 1{texts.raised('5')}\N{FRACTION SLASH}16 hives"), "1 5/16", 1.3125),
    ],
)
def test_the_number_is_read_as_it_is(text: str, printed: str, value: float) -> None:
    first = numerals.read(text)[0]
    assert (first.text, float(first.value or 0)) == (printed, value)


def test_a_unit_over_ten_is_no_fraction() -> None:
    assert texts.tidied("5 m²/10 hives") == "5 m²/10 hives\n"
    assert texts.lowered("2", "CO") == "₂"
