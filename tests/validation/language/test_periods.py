"""Periods: what is read is what the `edtf` library reads, and everything that is read can be worded and placed."""

from __future__ import annotations

import contextlib
import io
import math
import re
import warnings

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from validation.findings import quoted
from validation.language.calendar import civil
from validation.language.periods import Period, Unreadable, known, read, words

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its grammar warns about itself under a new pyparsing
    import edtf

# EDTF, its first day, its last, in words, in years alone, parts of its ends
PERIODS = [
    ("2023", "2023-01-01", "2023-12-31", "2023", "2023", [[2023]]),
    ("2023-06", "2023-06-01", "2023-06-30", "June 2023", "2023", [[2023, 6]]),
    ("2024-02", "2024-02-01", "2024-02-29", "February 2024", "2024", [[2024, 2]]),
    ("2023-06-01", "2023-06-01", "2023-06-01", "June 1, 2023", "2023", [[2023, 6, 1]]),
    ("193X", "1930-01-01", "1939-12-31", "the 1930s", "1930s", [[1930]]),
    ("004X", "0040-01-01", "0049-12-31", "the AD 40s", "AD 40s", [[40]]),
    ("18XX", "1800-01-01", "1899-12-31", "the 19th century", "19th century", [[1800]]),
    ("20XX", "2000-01-01", "2099-12-31", "the 21st century", "21st century", [[2000]]),
    ("1XXX", "1000-01-01", "1999-12-31", "the 2nd millennium", "2nd millennium", [[1000]]),
    ("2023-XX", "2023-01-01", "2023-12-31", "2023", "2023", [[2023]]),
    ("2023-06-XX", "2023-06-01", "2023-06-30", "June 2023", "2023", [[2023, 6]]),
    ("2022-36", "2022-10-01", "2022-12-31", "fourth quarter of 2022", "2022", [[2022]]),
    ("2023-37", "2023-01-01", "2023-04-30", "first third of 2023", "2023", [[2023]]),
    ("2021-41", "2021-07-01", "2021-12-31", "second half of 2021", "2021", [[2021]]),
    ("0044", "0044-01-01", "0044-12-31", "AD 44", "AD 44", [[44]]),
    ("0000", "0000-01-01", "0000-12-31", "1 BC", "1 BC", [[-1]]),
    ("-0043", "-043-01-01", "-043-12-31", "44 BC", "44 BC", [[-44]]),
    ("-0043-03-15", "-043-03-15", "-043-03-15", "March 15, 44 BC", "44 BC", [[-44, 3, 15]]),
    ("1941/1945", "1941-01-01", "1945-12-31", "1941–1945", "1941–45", [[1941], [1945]]),
    ("1898/1902", "1898-01-01", "1902-12-31", "1898–1902", "1898–1902", [[1898], [1902]]),
    ("-0043/0014", "-043-01-01", "0014-12-31", "44 BC–AD 14", "44 BC–AD 14", [[-44], [14]]),
    ("2023-01/2023-04", "2023-01-01", "2023-04-30", "January–April 2023", "2023", [[2023, 1], [2023, 4]]),
    (
        "2022-02/2023-11",
        "2022-02-01",
        "2023-11-30",
        "February 2022 to November 2023",
        "2022–23",
        [[2022, 2], [2023, 11]],
    ),
    ("2023-06-01/2023-06-15", "2023-06-01", "2023-06-15", "June 1–15, 2023", "2023", [[2023, 6, 1], [2023, 6, 15]]),
    (
        "2023-06-30/2023-07",
        "2023-06-30",
        "2023-07-31",
        "June 30, 2023 to July 2023",
        "2023",
        [[2023, 6, 30], [2023, 7]],
    ),
    (
        "2022-33/2022-34",
        "2022-01-01",
        "2022-06-30",
        "first quarter of 2022 to second quarter of 2022",
        "2022",
        [[2022], [2022]],
    ),
    ("192X/1935", "1920-01-01", "1935-12-31", "the 1920s to 1935", "1920s–1935", [[1920], [1935]]),
    ("2023/2023", "2023-01-01", "2023-12-31", "2023", "2023", [[2023], [2023]]),
]

APPROXIMATE = [
    ("1860~", "about 1860"),
    ("1860?", "1860 (uncertain)"),
    ("1860%", "about 1860 (uncertain)"),
    ("~1860", "about 1860"),
    ("-0043~", "about 44 BC"),
    ("186X~", "about the 1860s"),
    ("1860-05~", "about May 1860"),
    ("1860-XX~", "about 1860"),
    ("?1860-05-04", "May 4, 1860 (uncertain)"),
    ("1858~/1860?", "about 1858 to 1860 (uncertain)"),
]

UNREADABLE = [
    *("", "/", "2022/..", "../2022", "2022/", "/2022", "..", "open", "unknown"),
    *("2023-02-30", "2023-02-29/2023-03", "1900-02-29", "1900-02-29~", "2023-13", "2023-00", "2023-01-00", "XXXX"),
    *(
        "2023-1",
        "123",
        "12345",
        " 2023",
        "2023 ",
        "2023\n",
        "197x",
        "-044",
        "-0000",
        "+2023",
        "Y20230",
        "2023-06-01T10:00",
    ),
    "\uff12\uff10\uff12\uff13",
    *("1XX3", "2023-XX-31", "2000-1X", "20X3-02-30", "197X-06", "{2001,2002}", "[2001,2002]", "2021/2022/2023"),
    *("-004X", "-0043-XX", "-0043-03-XX"),
    *("2021-21", "2021-24", "2021-32", "2021-42", "2021-33-01", "2021-33-XX", "2021-33~", "2022-06/2021-01"),
    *("~2023~", "~197X", "197X-XX~", "2023-~06", "2023~-06-01", "2023~?", "~-~0043", "X" * 10_000),
]


def day(number: int) -> str:
    """A day as ISO 8601 writes it."""
    return "{:04d}-{:02d}-{:02d}".format(*civil(number))


@pytest.mark.parametrize(("text", "first", "last", "in_words", "short", "parts"), PERIODS)
def test_a_period_spans_days_and_has_words(text, first, last, in_words, short, parts):
    period = read(text)
    assert (day(period.first), day(period.last)) == (first, last)
    assert (period.words, period.short) == (in_words, short)
    assert [end.parts for end in period.ends] == parts
    assert period.coarse is ("X" in text.replace("-XX", ""))
    assert not period.approximate


@pytest.mark.parametrize(("text", "in_words"), APPROXIMATE)
def test_doubt_is_marked_and_widens_nothing(text, in_words):
    period = read(text)
    assert period.approximate
    assert not period.is_year
    assert period.days == read(re.sub("[~?%]", "", text)).days
    assert period.words == in_words


@pytest.mark.parametrize(
    ("text", "adverbial"),
    [
        ("2021", "in 2021"),
        ("197X", "in the 1970s"),
        ("1990~", "in about 1990"),
        ("2023-06", "in June 2023"),
        ("2023-06-01", "on June 1, 2023"),
        ("1995-40", "in the first half of 1995"),
        ("2016/2020", "in 2016–2020"),
        ("2023-07-20/2023-08-03", "from July 20, 2023 to August 3, 2023"),
        ("-0043", "in 44 BC"),
    ],
)
def test_a_period_inside_a_sentence(text, adverbial):
    assert read(text).adverbial == adverbial


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_known_period_is_refused(text):
    with pytest.raises(Unreadable, match="must"):
        read(text)
    assert known(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2021-24", "must be a date that exists: a season has no fixed days; write its months, like 2022-03/2022-05"),
        ("-004X", "must be a date that exists: write the first and the last year, like -0049/-0040"),
        ("-0000", "must be a date that exists: the year 0, which is 1 BC, has no sign"),
        ("197X-XX~", "must be a date that exists: one mark of doubt stands behind the date, like 1860-05~"),
        ("2022/..", "must be a date that exists: write the first and the last date, with one stroke between"),
        ("2023/2022", "must be a date that exists: write the earlier date first"),
    ],
)
def test_a_refusal_says_what_to_write(text, reason):
    with pytest.raises(Unreadable) as refusal:
        read(text)
    assert str(refusal.value) == f"{quoted(text)} {reason}"


def test_a_cell_may_be_empty_or_unreadable():
    assert [known(cell) for cell in ("", None, float("nan"), "soon")] == [None] * 4
    assert [words(cell) for cell in ("", None, "soon", "2023")] == ["", "", "", "2023"]
    assert known("2023") == read("2023")


def test_only_one_year_is_a_year():
    assert [text for text in ("2023", "-0043", "2023~", "202X", "2023-06", "2022/2023") if read(text).is_year] == [
        "2023",
        "-0043",
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", 2023, 2024),
        ("2023-01/2023-04", 2023, 2023 + 120 / 365),
        ("2024-12-31", 2024 + 365 / 366, 2025),
        ("0000", 0, 1),
        ("-0043", -43, -42),
        ("193X", 1930, 1940),
    ],
)
def test_an_axis_counts_in_years_to_an_exclusive_end(text, start, end):
    assert read(text).axis == (start, end)


# A grammar far wider than EDTF: marks anywhere, digits unknown anywhere, months and days that there aren't.
marks = st.sampled_from(["", "", "", "", "", "", "", "?", "~", "%"])
digits = st.one_of(
    st.integers(1000, 2999).map(str),
    st.integers(-9999, 9999).map("{:05d}".format).map(lambda year: year.removeprefix("0")),
    st.sampled_from(["-0000", "197X", "18XX", "1XXX", "000X", "00XX", "XXXX", "-004X", "1X23"]),
)
months = st.one_of(st.integers(0, 43).map("{:02d}".format), st.sampled_from(["01", "02", "12", "XX", "1X", "X1"]))
days = st.one_of(st.integers(0, 32).map("{:02d}".format), st.sampled_from(["XX", "3X", "29", "31"]))


def marked(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(marks, part, marks).map("".join)


dates = st.one_of(
    marked(digits),
    st.tuples(marked(digits), marked(months)).map("-".join),
    st.tuples(marked(digits), marked(months), marked(days)).map("-".join),
)
intervals = st.tuples(dates, dates).map("/".join)
anything = st.one_of(dates, intervals, st.text("0123456789X-/?~%.Y{}[], ", max_size=14), st.text(max_size=20))


def outcome(text: str) -> Period | str:
    """The period, or why there is none."""
    try:
        return read(text)
    except Unreadable as refusal:
        return str(refusal)


@given(dates)
@example("~-0043-12")
@example("0000-02")
@example("2023-~06-?01")
@example("18XX-XX")
def test_a_date_that_is_read_here_is_what_the_library_reads(text):
    period = outcome(text)
    if isinstance(period, Period):
        with contextlib.redirect_stdout(io.StringIO()):  # it prints where it fails
            parsed = edtf.parse_edtf(text)
        assert civil(period.first) == parsed.lower_strict()[:3]
        assert civil(period.last) == parsed.upper_strict()[:3]


@given(dates, dates)
def test_an_interval_is_from_its_first_end_to_its_last(one, other):
    period, first, last = (outcome(text) for text in (f"{one}/{other}", one, other))
    if isinstance(period, Period):
        assert isinstance(first, Period)
        assert isinstance(last, Period)
        assert period.days == (first.first, last.last)
        assert period.ends == (*first.ends, *last.ends)
    elif isinstance(first, Period) and isinstance(last, Period):
        assert first.first > last.last


@given(anything)
def test_any_text_is_a_period_with_words_and_a_place_or_refused_by_name(text):
    period = outcome(text)
    if isinstance(period, str):
        assert period.startswith(f"{quoted(text)} must ")
        assert "\n" not in period
        return
    assert period.edtf == text
    assert period.first <= period.last
    start, end = period.axis
    assert start < end
    assert all(map(math.isfinite, period.axis))
    for shown in (period.words, period.short):
        assert shown
        assert not re.search("[X~?%/]", shown)
    for parts in (one.parts for one in period.ends):
        assert 1 <= len(parts) <= 3
        assert 0 not in parts


@given(st.dates())
def test_a_day_is_a_period_of_its_own(one):
    assert read(one.isoformat()).days == (one.toordinal(), one.toordinal())


periods = st.one_of(dates, intervals).map(outcome).filter(lambda found: isinstance(found, Period))


@given(periods, periods)
def test_periods_overlap_when_they_share_a_day(one, other):
    shared = max(one.first, other.first) <= min(one.last, other.last)
    assert one.overlaps(other) is other.overlaps(one) is shared
    assert one.overlaps(one)
