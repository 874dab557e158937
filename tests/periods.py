"""EDTF in every form that the validation accepts, for tests of whatever shows, draws, cites or writes a period."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from validation.language import periods

_MARKS = st.sampled_from(["", "", "", "?", "~", "%"])
_UNKNOWN = st.just("XX")
# Half of them of our time, so that ends of intervals share a year now and then.
_OUR_YEARS = st.integers(1990, 2020).map(str) | st.integers(0, 9999).map("{:04}".format)
_YEARS = _OUR_YEARS | st.integers(-9999, -1).map("{:05}".format)
_COARSE = st.one_of(
    st.integers(0, 999).map("{:03}X".format),
    st.integers(0, 99).map("{:02}XX".format),
    st.integers(0, 9).map("{}XXX".format),
)
_MONTHS = st.integers(1, 12).map("{:02}".format)
_PARTS_OF_A_YEAR = st.integers(33, 41).map(str)
_DAYS = st.integers(1, 28).map("{:02}".format)


def _date(*parts: SearchStrategy[str]) -> SearchStrategy[str]:
    """Year, month and day as far as they are given."""
    return st.tuples(*parts).map("-".join)


def _marked(date: SearchStrategy[str]) -> SearchStrategy[str]:
    """A date with or without a mark of doubt behind it."""
    return st.tuples(date, _MARKS).map("".join)


def _before(date: SearchStrategy[str]) -> SearchStrategy[str]:
    """A date with a mark of doubt before it."""
    return st.tuples(st.sampled_from("?~%"), date).map("".join)


_DATES = st.one_of(
    _marked(_YEARS),
    _marked(_COARSE),
    _date(_COARSE, _UNKNOWN),
    _date(_YEARS, _PARTS_OF_A_YEAR),
    _marked(_date(_OUR_YEARS, _UNKNOWN)),
    _marked(_date(_OUR_YEARS, _MONTHS | _UNKNOWN, _UNKNOWN)),
    _marked(_date(_YEARS, _MONTHS)),
    _marked(_date(_YEARS, _MONTHS, _DAYS)),
    _before(_YEARS | _date(_YEARS, _MONTHS) | _date(_YEARS, _MONTHS, _DAYS)),
    st.dates().map(date.isoformat),
)


def _interval(ends: tuple[str, str]) -> str:
    return "/".join(sorted(ends, key=lambda end: periods.read(end).first))


ACCEPTED: SearchStrategy[str] = _DATES | st.tuples(_DATES, _DATES).map(_interval)
"""Dates and intervals, before the era too."""
