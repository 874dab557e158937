import subprocess
import sys
import warnings
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.language.periods import Unreadable, label, overlap, span

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import edtf

PERIODS = [
    ("2023", "2023-01-01", "2023-12-31", "2023"),
    ("2023-06", "2023-06-01", "2023-06-30", "June 2023"),
    ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
    ("2023-06-01", "2023-06-01", "2023-06-01", "1 June 2023"),
    ("197X", "1970-01-01", "1979-12-31", "1970s"),
    ("18XX", "1800-01-01", "1899-12-31", "19th century"),
    ("20XX", "2000-01-01", "2099-12-31", "21st century"),
    ("1XXX", "1000-01-01", "1999-12-31", "2nd millennium"),
    ("2023-XX", "2023-01-01", "2023-12-31", "2023"),
    ("2023-06-XX", "2023-06-01", "2023-06-30", "June 2023"),
    ("2021-33", "2021-01-01", "2021-03-31", "1st quarter of 2021"),
    ("2021-39", "2021-09-01", "2021-12-31", "3rd third of 2021"),
    ("2021-41", "2021-07-01", "2021-12-31", "2nd half of 2021"),
    ("1858/1860", "1858-01-01", "1860-12-31", "1858 – 1860"),
    ("2022-02/2022-11", "2022-02-01", "2022-11-30", "February 2022 – November 2022"),
]

APPROXIMATE = [
    ("1860~", "about 1860"),
    ("1860?", "1860 (uncertain)"),
    ("1860%", "about 1860 (uncertain)"),
    ("~1860", "about 1860"),
    ("186X~", "about 1860s"),
    ("1860-05~", "about May 1860"),
    ("1858~/1860?", "about 1858 – 1860 (uncertain)"),
]

UNREADABLE = [
    *("", "/", "2022/..", "../2022", "2022/", "/2022", "open", "unknown"),
    *("2023-02-30", "2023-02-29/2023-03", "1900-02-29", "1900-02-29~", "2023-13", "2023-00", "0000", "XXXX"),
    *("2023-1", "123", "12345", " 2023", "2023 ", "197x", "-0044", "Y20230", "2023-06-01T10:00"),
    "\uff12\uff10\uff12\uff13",
    *("1XX3", "2023-XX-31", "2000-1X", "20X3-02-30", "{2001,2002}", "[2001,2002]", "2021/2022/2023"),
    *("2021-21", "2021-24", "2021-32", "2021-42", "2021-33-01", "2022-06/2021-01", "X" * 10_000),
]


@pytest.mark.parametrize(("period", "first", "last", "people_write"), PERIODS)
def test_a_period_spans_days_and_has_a_label(period, first, last, people_write):
    found = span(period)
    assert (found.first.isoformat(), found.last.isoformat(), found.approximate) == (first, last, False)
    assert label(period) == people_write


@pytest.mark.parametrize(("period", "people_write"), APPROXIMATE)
def test_doubt_is_marked_and_widens_nothing(period, people_write):
    found = span(period)
    assert found.approximate
    plain = span(period.translate({ord(mark): None for mark in "~?%"}))
    assert (found.first, found.last) == (plain.first, plain.last)
    assert label(period) == people_write


@pytest.mark.parametrize("period", UNREADABLE)
def test_what_is_no_known_period_is_refused(period, capsys):
    with pytest.raises(Unreadable, match="must"):
        span(period)
    assert capsys.readouterr().out == ""


def test_a_message_names_the_period_and_what_to_write():
    with pytest.raises(Unreadable, match=r'^"2021-24" must be a date that exists: a season .* write its months'):
        span("2021-24")


years = st.integers(1, 9999).map("{:04}".format)
plain_periods = st.one_of(
    years,
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(date.isoformat),
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
)


@given(plain_periods)
def test_what_is_read_here_is_what_the_library_reads(period):
    parsed = edtf.parse_edtf(period)
    found = span(period)
    assert found.first.timetuple()[:3] == parsed.lower_strict()[:3]
    assert found.last.timetuple()[:3] == parsed.upper_strict()[:3]


@given(st.one_of(years, st.dates().map(date.isoformat)), st.sampled_from("?~%"))
def test_a_mark_of_doubt_leaves_the_days_as_they_are(period, mark):
    parsed = edtf.parse_edtf(period + mark)
    found = span(period + mark)
    assert found == replace(span(period), approximate=True)
    assert found.first.timetuple()[:3] == parsed.lower_strict()[:3]
    assert found.last.timetuple()[:3] == parsed.upper_strict()[:3]


@given(plain_periods, plain_periods)
def test_periods_overlap_when_they_share_a_day(one, other):
    days = [span(one), span(other)]
    latest_first, earliest_last = max(day.first for day in days), min(day.last for day in days)
    assert overlap(one, other) == overlap(other, one) == (latest_first <= earliest_last)


def test_an_empty_period_overlaps_nothing():
    assert not overlap("", "")
    assert not overlap("2023", "")
    assert label("") == ""


@given(st.text(alphabet="0123456789X-/?~%. ", max_size=14))
def test_any_text_is_a_span_or_unreadable(text):
    try:
        found = span(text)
    except Unreadable:
        return
    assert found.first <= found.last
    assert label(text)


def test_plain_periods_are_read_without_the_library():
    code = (
        "import sys; from validation import periods; "
        "[periods.label(period) for period in ('2023', '2023-06', '197X', '18XX', '1929~', '1858/1860')]; "
        "assert not {'edtf', 'pyparsing'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
