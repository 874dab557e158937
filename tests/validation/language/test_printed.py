"""Printed numbers: each form is read, whatever is rendered is read back, and anything else is refused in a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.validation.language.written import spelled
from validation.language import printed
from validation.language.printed import LONGEST, Reading, Unreadable, read
from validation.language.reading.lexicon import lexicon
from validation.language.reading.places import kinds
from validation.language.reading.words import LARGE

PARTS_OF_ONE = kinds("half quarter part scaleth")
DENOMINATORS = {word: one.value for word, one in lexicon("en").words.items() if one.kind in PARTS_OF_ONE}
SCALES = {"thousand": 1000, **LARGE}
SEPARATORS = ["", ",", "\u2009", "\u202f", "\u00a0"]


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("7", "7", ""),
        ("41.3%", "41.3", "%"),
        ("35 %", "35", "%"),
        ("fifty per cent", "50", "per cent"),
        ("3 percent", "3", "percent"),
        ("3 percentage points", "3", "percentage points"),
        ("−5 °C", "-5", "°C"),
        ("-0.5", "-0.5", ""),
        ("5 km²", "5", "km²"),
        ("5m2", "5", "m2"),
        ("5 m", "5", "m"),
        ("5million", "5000000", ""),
        ("4.2bn liters", "4200000000", "liters"),
        ("5 thousand million", "5000000000", ""),
        ("3 dozen", "36", ""),
        ("seven-month", "7", "month"),
        ("1,200-mile", "1200", "mile"),
        ("twenty-second", "20", "second"),
        ("one third-party seal", "1", "third-party seal"),
        ("one million twenty-foot containers", "1000000", "twenty-foot containers"),
        ("12 births per thousand", "12", "births per thousand"),
        ("3.15 US dollars", "3.15", "US dollars"),
        ("2.5 million\npeople", "2500000", "people"),
        ("TWO HUNDRED AND FIFTY THOUSAND", "250000", ""),
        ("twelve hundred", "1200", ""),
        ("a hundred thousand", "100000", ""),
        ("hundred", "100", ""),
        ("thousand million", "1000000000", ""),
        ("zero", "0", ""),
        ("a dozen", "12", ""),
        ("two dozen eggs", "24", "eggs"),
        ("half a dozen", "6", ""),
        ("half a million", "500000", ""),
        ("a half-million", "500000", ""),
        ("three quarters of a million", "750000", ""),
        ("two and a half million", "2500000", ""),
        ("two-and-a-half", "2.5", ""),
        ("3 and one quarter", "3.25", ""),
        ("2½ miles", "2.5", "miles"),
        ("half a mile", "0.5", "mile"),
    ],
)
def test_reads_numbers_with_their_units(printed: str, value: str, unit: str) -> None:
    reading = read(printed)
    assert (reading.value, reading.upper, reading.unit) == (Decimal(value), None, unit)
    assert not reading.fraction
    assert reading.start == 0
    assert printed.endswith(unit) or reading.end == len(printed)


@pytest.mark.parametrize(
    ("printed", "value", "currency"),
    [
        ("$73.15 billion", "73150000000", "$"),
        ("US$ 5m", "5000000", "US$"),
        ("€3.5bn", "3500000000", "€"),
        ("−£20k", "-20000", "£"),
        ("EUR 1,000.50", "1000.50", "EUR"),
        ("¥7 trillion", "7000000000000", "¥"),
    ],
)
def test_reads_money(printed: str, value: str, currency: str) -> None:
    reading = read(printed)
    assert (reading.value, reading.currency, reading.unit) == (Decimal(value), currency, "")
    assert reading.end == len(printed)


@pytest.mark.parametrize(
    ("printed", "step", "assumed"),
    [
        ("41.3", "0.1", False),
        ("2.50", "0.01", False),
        ("$73.15 billion", "10000000", False),
        ("2.0 million", "100000", False),
        ("380,000", "10000", True),
        ("one million", "1000000", True),
        ("fifty", "10", True),
        ("105", "1", False),
        ("four", "1", False),
        ("0", "1", False),
        ("20–30%", "10", True),
        ("20–35%", "1", False),
        ("1 to 1.5 million", "100000", False),
        ("0 to 2 million", "1000000", True),
        ("one third", None, False),
        ("a dozen", None, False),
        ("2½", None, False),
        ("half to 2", None, False),
    ],
)
def test_tells_the_printed_precision(printed: str, step: str | None, assumed: bool) -> None:
    reading = read(printed)
    assert (reading.step, reading.assumed) == (step and Decimal(step), assumed)


@pytest.mark.parametrize(
    ("printed", "language", "value", "unit"),
    [
        ("0.9 percent point", "en", "0.9", "percent point"),
        ("1.3 of a percent point", "en", "1.3", "percent point"),
        ("three tenths of a percentage point", "en", "0.3", "percentage point"),
        ("0.3 of one percent", "en", "0.3", "percent"),
        ("2 p.p.", "en", "2", "p.p."),
        ("2 п. п.", "ru", "2", "п. п."),
        ("25 ℃", "en", "25", "℃"),
    ],
)
def test_reads_percent_and_its_points(printed: str, language: str, value: str, unit: str) -> None:
    reading = read(printed, language)
    assert (reading.value, reading.unit, reading.fraction) == (Decimal(value), unit, False)


@pytest.mark.parametrize(
    ("printed", "share", "unit"),
    [
        ("one third", Fraction(1, 3), ""),
        ("two-thirds of voters", Fraction(2, 3), "of voters"),
        ("a quarter", Fraction(1, 4), ""),
        ("Half of them", Fraction(1, 2), "of them"),
        ("a half", Fraction(1, 2), ""),
        ("three quarters", Fraction(3, 4), ""),
        ("nine-tenths", Fraction(9, 10), ""),
        ("one hundredth", Fraction(1, 100), ""),
        ("⅔", Fraction(2, 3), ""),
        ("3/4", Fraction(3, 4), ""),
    ],
)
def test_reads_shares_of_one(printed: str, share: Fraction, unit: str) -> None:
    reading = read(printed)
    assert reading.fraction
    assert reading.unit == unit
    assert abs(Fraction(reading.value) - share) < Fraction(1, 10**27)


@pytest.mark.parametrize(
    ("printed", "value", "upper", "unit"),
    [
        ("20–35%", 20, 35, "%"),
        ("20% to 35%", 20, 35, "%"),
        ("20 to 35 %", 20, 35, "%"),
        ("three or four", 3, 4, ""),
        ("between 20 and 35 boats", 20, 35, "boats"),
        ("between one hundred and two thousand", 100, 2000, ""),
        ("between one hundred and five and two hundred", 105, 200, ""),
        ("from -3 to 5 °C", -3, 5, "°C"),
        ("5-10 km", 5, 10, "km"),
        ("$1–2 billion", 10**9, 2 * 10**9, ""),
        ("£1-£2bn", 10**9, 2 * 10**9, ""),
        ("500 to 2 million", 500, 2 * 10**6, ""),
        ("two to three hundred thousand", 200_000, 300_000, ""),
        ("two hundred to three hundred thousand", 200_000, 300_000, ""),
        ("a quarter to a half", Decimal("0.25"), Decimal("0.5"), ""),
        ("half to three quarters of a million", 500_000, 750_000, ""),
    ],
)
def test_reads_ranges(printed: str, value: int, upper: int, unit: str) -> None:
    reading = read(printed)
    assert (reading.value, reading.upper, reading.unit) == (value, upper, unit)
    assert printed[: reading.start] in ("", "between ", "from ")
    assert not printed.startswith(("between", "from"), reading.start)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("", "must begin with a number"),
        ("nearly 5", "must begin with a number in digits or words, without qualifier"),
        (" 5", "must begin with a number"),
        ("dozens", "vague counts have no value"),
        ("several hundred", "vague counts have no value"),
        ("NaN", "must begin with a number"),
        ("Infinity", "must begin with a number"),
        ("1e400", "must be one number that can be read whole"),
        ("007", "not part of a name"),
        ("May 4, 1999", "not a date"),
        ("41.3%!", "'%!' behind its number, which is no unit"),
        ("5 ", "' ' behind its number"),
        ("5.", "'.' behind its number"),
        ("3:15pm", "not a date, a time"),
        ("twenty-third", "must begin with a number"),
        ("two thousand hundred", "' hundred' behind its number"),
        ("one of two", "' of two' behind its number"),
        ("5 a day", "' a day' behind its number"),
        ("5 ft 2 in", "must be one number that can be read whole"),
        ("5①", "must be one number that can be read whole"),
        ("0x1F", "must be one number that can be read whole"),
        ("1/0", "must be one number that can be read whole"),
        ("1,23,4", "digits are parted as in 1,234,567.8"),
        ("1,2345", "digits are parted"),
        ("1.234,56", "digits are parted"),
        ("1,234\u00a0567", "digits are parted"),
        ("1.2.3", "not part of a name"),
        ("\uff14\uff11", "'\uff14' among its digits"),
        ("4\u0661", "among its digits, which are 0 to 9"),
        ("\U0001d7d2", "among its digits"),
        ("19th", "not an ordinal"),
        ("1960s", "not a date, a time or a decade"),
        ("1980-88", "not a date"),
        ("35–20", "a range that rises in one unit"),
        ("$5–€6", "a range that rises in one unit"),
        ("five or more", "' or more' behind its number"),
        ("20 and 35", "' and 35' behind its number"),
        ("between 20", "must name both its ends"),
        ("from 20", "must name both its ends"),
        ("24/7", "not a manner of speaking"),
        ("9" * (LONGEST + 1), f"is longer than {LONGEST} characters"),
    ],
)
def test_refuses_everything_else_and_says_why(printed: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(printed)
    assert reason in str(refusal.value)
    assert refusal.value.printed == printed[:LONGEST]


@pytest.mark.parametrize(
    ("printed", "units", "value", "unit"),
    [
        ("1.2m", ("hives",), 1_200_000, ""),
        ("1.2m hives", ("hives",), 1_200_000, "hives"),
        ("5m", ("m", "meters"), 5, "m"),
        ("5 m", ("meters",), 5, "m"),
        ("500t", ("t", "tonnes"), 500, "t"),
        ("2t", ("usd",), 2 * 10**12, ""),
        ("£5m", ("m",), 5_000_000, ""),
        ("5–10m", ("m",), 5, "m"),
        ("5–10m", ("euros",), 5_000_000, ""),
    ],
)
def test_the_unit_of_the_row_decides_what_a_letter_is(
    printed: str, units: tuple[str, ...], value: int, unit: str
) -> None:
    reading = read(printed, "en", units)
    assert (reading.value, reading.unit) == (value, unit)


def test_what_rows_repeat_is_read_once() -> None:
    assert read("12,345 hives", units=["hives"]) is read("12,345 hives")
    assert read("1.25 million hives", units=["hives"]) is read("1.25 million hives", units=["bees"])


@pytest.mark.parametrize(
    ("printed", "value", "unit", "bracketed"),
    [
        ("(194)", -194, "", True),
        ("$(9.8) million", -9_800_000, "", True),
        ("(8.4%)", Decimal("-8.4"), "%", True),
        ("minus 5", -5, "", False),
        ("–0.3%", Decimal("-0.3"), "%", False),
        ("45 cents", 45, "cents", False),
        ("12.3 per 100,000", Decimal("12.3"), "per 100,000", False),
        ("a year and a half", Decimal("1.5"), "year", False),
    ],
)
def test_reads_what_stands_around_a_number(printed: str, value: Decimal, unit: str, bracketed: bool) -> None:
    reading = read(printed)
    assert (reading.value, reading.unit, reading.bracketed) == (value, unit, bracketed)
    assert reading.start == 0
    assert 0 < reading.end <= len(printed)


def test_reads_in_the_language_of_its_document() -> None:
    assert read("1.000 Euro", "de").value == 1000
    assert read("16 Mio. Euro", "de").value == 16_000_000
    assert read("1 234,5 millions", "fr").value == 1_234_500_000


@given(st.text(alphabet=st.sampled_from("0159.,-–−%$€ \u00a0\nabdefhilmnorstwz½٣"), max_size=40) | st.text())
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    reading, refusal = outcome(text)
    if reading is None:
        assert len(refusal.splitlines()) == 1
    else:
        assert reading.value.is_finite()
        assert (reading.upper or Decimal(0)).is_finite()
        assert reading.unit in " ".join(text[reading.end :].split())


@given(
    st.from_regex(r"\A[0-9]{1,4}([.,\u00a0][0-9]{1,3}){0,3}\Z"),
    st.lists(st.text(alphabet="abdehijlmnoprstuvwxyzäéя", min_size=1, max_size=8), max_size=3),
    st.sampled_from(["en", "de", "fr", "ru", "tlh"]),
)
@example("12", ["point"], "en")
@example("2024", ["births"], "en")
@example("1.000", ["stück"], "de")
@example("0", ["a", "a"], "de")
def test_figures_before_words_are_read_as_by_all_forms(figure: str, words: list[str], language: str) -> None:
    text = " ".join([figure, *words])
    at_once = outcome(text, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printed, "_COUNT", re.compile(r"(?!)"))
        printed._read.cache_clear()
        assert outcome(text, language) == at_once
    printed._read.cache_clear()


def outcome(text: str, language: str = "en") -> tuple[Reading | None, str]:
    try:
        return read(text, language), ""
    except Unreadable as refusal:
        return None, str(refusal)


@given(
    st.integers(0, 10**18),
    st.integers(0, 6),
    st.sampled_from(SEPARATORS),
    st.sampled_from(["", "-", "−"]),
    st.sampled_from(["", "$", "US$", "€ ", "GBP "]),
    st.sampled_from(["", *SCALES]),
    st.sampled_from(["", "%", " per cent", " square miles"]),
)
def test_figures_are_read_back(
    number: int, places: int, separator: str, sign: str, currency: str, scale: str, unit: str
) -> None:
    digits = f"{Decimal(number).scaleb(-places):,.{places}f}".replace(",", separator)
    reading = read(f"{sign}{currency}{digits}{' ' * bool(scale)}{scale}{unit}")
    value = Decimal(f"{'-' * bool(sign)}{number}") * SCALES.get(scale, 1) / 10**places
    assert (reading.value, reading.currency, reading.unit) == (value, currency.strip(), unit.strip())
    if places:
        assert (reading.step, reading.assumed) == (Decimal(SCALES.get(scale, 1)) / 10**places, False)
    else:
        assert_step_is_of_whole_number(reading)


@given(
    st.integers(1, 10**6)
    | st.builds(lambda count, power: count * 10**power, st.integers(1, 10**4), st.integers(0, 11)),
    st.booleans(),
    st.booleans(),
    st.sampled_from([str.lower, str.title, str.upper]),
)
def test_words_are_read_back(number: int, conjunction: bool, hyphen: bool, case: Callable[[str], str]) -> None:
    reading = read(case(spelled(number, " and " if conjunction else " ", "-" if hyphen else " ")))
    assert (reading.value, reading.upper, reading.unit) == (number, None, "")
    assert_step_is_of_whole_number(reading)


def assert_step_is_of_whole_number(reading: Reading) -> None:
    assert reading.step is not None
    assert reading.value % reading.step == 0
    assert not reading.value or reading.value % (10 * reading.step)
    assert reading.assumed == (reading.step > 1)


@given(st.integers(1, 99), st.sampled_from(sorted(DENOMINATORS)), st.sampled_from([" ", "-"]))
def test_shares_are_read_back(numerator: int, part: str, link: str) -> None:
    assume(part != "quarter" or numerator in (1, 3))  # "two quarters" are half a year
    parts = "halves" if part == "half" else f"{part}s"
    printed = f"one{link}{part}" if numerator == 1 else f"{spelled(numerator)}{link}{parts}"
    reading = read(printed)
    assert reading.fraction
    assert abs(Fraction(reading.value) - Fraction(numerator, DENOMINATORS[part])) < Fraction(1, 10**25)


@given(
    st.lists(st.integers(1, 999), min_size=2, max_size=2, unique=True).map(sorted),
    st.sampled_from(["{} to {}", "{} or {}", "between {} and {}", "from {} to {}", "{}–{}", "{}-{}"]),
    st.booleans(),
    st.sampled_from(["", *SCALES]),
)
def test_ranges_are_read_back(ends: list[int], form: str, in_words: bool, scale: str) -> None:
    in_words = in_words and " " in form
    shared = ends[1] % 100 == 0 and ends[0] < ends[1] // 100  # "one to five hundred" is of hundreds both
    assume(not (in_words and shared))
    shown = form.format(*(spelled(end) if in_words else end for end in ends))
    reading = read(f"{shown}{' ' * bool(scale)}{scale}")
    assert [reading.value, reading.upper] == [end * SCALES.get(scale, 1) for end in ends]


def test_hundreds_are_shared_in_words() -> None:
    reading = read("one to five hundred")
    assert (reading.value, reading.upper) == (100, 500)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("859,4 тыс. TEU", "ru", "859400", "TEU"),
        ("5 млн. TEU", "ru", "5000000", "TEU"),
        ("5 Mrd. US-Dollar", "de", "5000000000", "US-Dollar"),
        ("2 mil. dollars", "en", "2000000", "dollars"),
    ],
)
def test_a_unit_may_stand_behind_the_full_stop_of_an_abbreviation(text, language, value, unit):
    found = read(text, language)
    assert (found.value, found.unit) == (Decimal(value), unit)
