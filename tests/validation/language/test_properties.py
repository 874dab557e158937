"""What is written is read back, in each form, with each sign, scale, qualifier and language; a piece is never read."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from itertools import pairwise

import pytest
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.validation.language.written import indian, spelled
from validation.language import numerals
from validation.language.numerals import Numeral
from validation.language.reading.names import IDIOMS
from validation.language.reading.words import LARGE, MONTHS
from validation.vocabulary import ABOUT, AT_LEAST, AT_MOST, EXACT, NEARLY, OVER, UNDER

WHOLE = st.integers(2101, 10**12)
SCALES = {"thousand": 10**3, "lakh": 10**5, "crore": 10**7, **LARGE}
SHORT = {"m": 10**6, "bn": 10**9, "k": 10**3, "tr": 10**12, " million": 10**6, " mn": 10**6}
SIGNS = {"": 1, "-": -1, "\u2212": -1, "\u2013": -1, "\u2012": -1, "minus ": -1, "negative ": -1, "+": 1}
SAID = {
    ABOUT: ["about {}", "roughly {}", "some {}", "{} or so", "~{}", "an estimated {}", "{}-odd"],
    OVER: ["over {}", "more than {}", "{}+", "> {}", "exceeding {}", "has topped {}", "not less than {} and over {}"],
    AT_LEAST: ["at least {}", "no fewer than {}", "{} or more", "{} and up", ">= {}", "never below {}"],
    NEARLY: ["nearly {}", "almost {}", "approaching {}", "not quite {}", "just under {}", "closing in on {}"],
    UNDER: ["under {}", "fewer than {}", "< {}", "not as many as {}", "well short of {}"],
    AT_MOST: ["up to {}", "no more than {}", "{} at most", "does not exceed {}", "as many as {}", "never over {}"],
    EXACT: ["{}", "exactly {}", "only {}", "it rose to {}", "it added up to {}", "a record {}"],
}
SAID[OVER].pop()  # two numbers
LANGUAGES = ("de", "fr", "es", "ru", "it", "pt", "nl", "sv", "pl", "hi", "en-IN")


def only(text: str, language: str = "en") -> Numeral:
    """The one number of a text."""
    found = [one for one in numerals.read(text, language) if one.value is not None]
    assert len(found) == 1, (text, found)
    return found[0]


@given(st.integers(2, 10**14), st.booleans(), st.sampled_from([str.lower, str.title, str.upper]))
def test_words(number, conjunction, case):
    one = only(f"It has {case(spelled(number, ' and ' if conjunction else ' '))} ships.")
    assert (one.value, one.upper) == (number, None)


@given(WHOLE, st.sampled_from([",", "\u00a0", "\u202f", "\u2009", "'", "’", " "]))
def test_groups(number, group):
    printed = f"{number:,}".replace(",", group)
    one = only(f"It has {printed} ships.")
    assert (one.value, one.text.replace(" ", "")) == (number, printed.replace(" ", ""))


@given(st.integers(10**5, 10**11))
def test_indian_groups(number):
    assert only(f"It has {indian(number)} ships.").value == number


@given(
    st.integers(1, 99_999).map(lambda number: Decimal(number) / 100),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(["", "$", "£", "₹", "US$", "EUR ", "Rs "]),
    st.sampled_from(sorted(SIGNS)),
)
def test_signs_currencies_and_scales(number, scale, money, sign):
    one = only(f"It was {sign}{money}{number} {scale} then.")
    assert one.value == SIGNS[sign] * number * SCALES[scale]


@given(
    st.integers(2, 400), st.integers(1, 500), st.sampled_from(["–", "-", " to ", " – "]), st.sampled_from(sorted(SHORT))
)
def test_ranges_share_a_scale(lower, more, joint, scale):
    one = only(f"It cost £{lower}{joint}{lower + more}{scale} then.")
    assert (one.value, one.upper) == (lower * SHORT[scale], (lower + more) * SHORT[scale])


@given(st.integers(2, 10**9), st.integers(1, 10**9), st.booleans())
def test_between(lower, more, in_words):
    assume((lower + more) % 100)  # else hundreds and thousands may be shared
    ends = [spelled(end, " ") if in_words else f"{end:,}" for end in (lower, lower + more)]
    one = only(f"There are between {ends[0]} and {ends[1]} of them.")
    assert (one.value, one.upper) == (lower, lower + more)


@given(st.integers(1, 40), st.integers(2, 60))
def test_shares_and_written_fractions(part, whole):
    assume(f"{part}/{whole}" not in IDIOMS)
    if part < whole:
        assert only(f"Some {spelled(part)} out of {spelled(whole)} of them.").value == _percent(part, whole)
        assert only(f"Only {part}/{whole} of it.").value == _percent(part, whole)
    assert only(f"The gap is {part + 2} 1/{whole} inches.").value == pytest.approx(
        Decimal(part + 2) + Decimal(1) / whole
    )


def _percent(part: int, whole: int) -> Decimal:
    return (Decimal(100 * part) / whole).quantize(Decimal("0.0001"))


@given(st.integers(-12, 24), st.integers(1, 99), st.booleans())
def test_powers_of_ten(exponent, tenths, raised):
    mantissa = Decimal(tenths) / 10
    shown = str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")) if raised else f"^{exponent}"
    assert only(f"It holds {mantissa} × 10{shown} cells.").value == mantissa.scaleb(exponent)
    assert only(f"It holds {mantissa}e{exponent} cells.").value == mantissa.scaleb(exponent)


@given(WHOLE, st.sampled_from([(code, form) for code, forms in SAID.items() for form in forms]), st.booleans())
def test_qualifiers(number, row, in_words):
    code, form = row
    printed = spelled(number) if in_words and "{}+" not in form and "~" not in form else f"{number:,}"
    assert only(f"It says {form.format(printed)} there.").qualifier == code


@given(WHOLE, st.sampled_from(LANGUAGES))
def test_figures_of_other_languages(number, language):
    shown = format_decimal(number, locale=language.replace("-", "_"))
    assert only(f"— {shown} —", language).value == number


@given(
    st.integers(1, 999),
    st.sampled_from([*LANGUAGES[:10], "zh", "ja"]),
    st.integers(6, 10),
    st.sampled_from(["short", "long"]),
)
def test_scales_of_other_languages(tenths, language, power, length):
    number = int(Decimal(tenths) / 10 * 10**power)
    shown = format_compact_decimal(number, locale=language, format_type=length, fraction_digits=3)
    value = only(f"— {shown} —", language).value
    assert value is not None
    assert abs(value - number) <= number * Decimal("0.0006"), shown


@given(
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(1000, 2099),
    st.sampled_from(
        ["{d} {M} {y}", "{M} {d}, {y}", "{y}-{m:02}-{d:02}", "{y}/{m:02}/{d:02}", "{d}th of {M} {y}", "{M} {d}th, {y}"]
    ),
)
def test_dates(day, month, year, form):
    name = MONTHS.split()[month - 1].capitalize()
    shown = form.format(d=f"{day:02}" if "{d:02}" in form else day, m=month, M=name, y=year)
    (one,) = numerals.read(f"It was signed on {shown.replace('{d:02}', f'{day:02}')} there.")
    assert (one.kind, one.period) == ("date", f"{year:04}-{month:02}-{day:02}")


@given(WHOLE, st.data())
def test_what_nobody_sees_is_seen_through(number, data):
    clean = f"It has {number:,} ships."
    at = data.draw(st.integers(0, len(clean)))
    unseen = data.draw(st.sampled_from("\u00ad\u200b\u2060\ufeff"))
    raw = clean[:at] + unseen + clean[at:]
    one = only(raw)
    assert (one.value, one.text) == (number, f"{number:,}")
    assert raw[one.start : one.end].replace(unseen, "") == f"{number:,}"


FORMS = [
    "1.2m",
    "$5–10m",
    "2 1/2",
    "10⁶",
    "3.5 × 10^5",
    "minus 5",
    "(194)",
    "one million",
    "5 ft 2 in",
    "Q4 2019",
    "nearly 40",
    "24/7",
]
TEXTS = st.lists(
    st.sampled_from([*FORMS, "ships", "of", "the", "fell", "by", "and", "to", "–", "at least", ",", "."]), max_size=12
)


@given(TEXTS.map(" ".join))
def test_a_line_end_is_a_space(text):
    """But for one between two cells of figures."""
    as_lines = re.sub(r"(?<=[a-z]) (?=[a-z])", "\n", text)
    found = [(one.text, one.kind, one.value, one.upper, one.qualifier) for one in numerals.read(text)]
    assert [(one.text, one.kind, one.value, one.upper, one.qualifier) for one in numerals.read(as_lines)] == found
    crlf = as_lines.replace("\n", "\r\n")
    assert [(one.text, one.kind, one.value, one.upper, one.qualifier) for one in numerals.read(crlf)] == found


@given(st.lists(TEXTS.map(" ".join), min_size=2, max_size=4))
def test_paragraphs_are_read_apart(texts):
    texts = [f"{text} end" for text in texts]
    apart = [one.text for text in texts for one in numerals.read(text)]
    assert [one.text for one in numerals.read("\n\n".join(texts))] == apart


@given(st.text(alphabet="éàüñç 0123456789,.%", max_size=30))
def test_accents_may_stand_apart(text):
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    values = [(one.text, one.value) for one in numerals.read(composed, "fr")]
    assert [(one.text, one.value) for one in numerals.read(apart, "fr")] == values


# A word behind a sign of percent; a unit, the mark of a note, what ends a clause, and what stands behind a stroke.
BESIDE = re.compile(r"(?<=%)[kmx].*|(?:[km]?m(?:[23⁶]|\^-?\d+\^?)?|x|⁶+)?[-/^.,%½]*(?:[-/.,%][-/.,^%½]*[kmx].*)?")


@given(st.integers(2, 999), st.text("0123456789/^⁶½kmx-%.,", min_size=1, max_size=6))
def test_a_piece_has_no_value(number, tail):
    """What is glued behind a number that is read is a unit, the mark of a note, or the end of a clause."""
    text = f"It has {number}{tail} ships"
    end = text.rindex(" ")
    for one in numerals.read(text):
        if one.value is not None or one.upper is not None:
            assert BESIDE.fullmatch(text, one.end, end), (text, one)
            assert text[one.start - 1] in " -/,", (text, one)


@given(st.text(max_size=80) | st.text(alphabet="0123456789 ,.-–%$½()athousndmileonfrby\n", max_size=80))
def test_any_text_is_read_and_no_digit_left_out(text):
    found = numerals.read(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(one.upper is None or (one.value is not None and one.value < one.upper) for one in found)
    covered = {at for one in found for at in range(one.start, one.end)}
    covered |= {at.end() - 1 for at in re.finditer(r"(?<![^\W\d_])(?:[kcmd]?m|mi|ft)[23](?!\w)", text)}  # "km2"
    assert {at for at, sign in enumerate(text) if sign.isdecimal()} <= covered
