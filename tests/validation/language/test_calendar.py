"""Days as numbers, and the other way round."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.language.calendar import civil, day_number, in_era, in_years, iso


@given(st.dates())
def test_days_are_numbered_as_dates_are(one):
    assert day_number(one.year, one.month, one.day) == one.toordinal()
    assert civil(one.toordinal()) == (one.year, one.month, one.day)


@given(st.integers(-(10**8), 10**8))
def test_every_number_is_a_day_and_every_day_a_number(number):
    year, month, of_month = civil(number)
    assert day_number(year, month, of_month) == number
    # The calendar repeats itself every 400 years, whatever the era.
    assert civil(number + 146_097) == (year + 400, month, of_month)
    assert date(2000 + year % 400, month, of_month)


@pytest.mark.parametrize("month_and_day", [(0, 1), (13, 1), (1, 0), (2, 30), (4, 31)])
def test_a_day_that_there_is_not_has_no_number(month_and_day):
    with pytest.raises(ValueError, match="out of range"):
        day_number(2023, *month_and_day)


@given(st.dates())
def test_a_day_is_written_as_dates_are(one):
    assert iso(one.toordinal()) == one.isoformat()


def test_years_before_the_era_are_told_as_such():
    assert iso(day_number(-43, 3, 15)) == "-0043-03-15"
    assert [in_era(year) for year in (1907, 1000, 44, 0, -43)] == ["1907", "1000", "AD 44", "1 BC", "44 BC"]


@given(st.integers(-5000, 5000), st.integers(0, 364))
def test_days_of_a_year_lie_within_it(year, day):
    first = day_number(year, 1, 1)
    assert in_years(first) == year
    assert year <= in_years(first + day) < in_years(first + day + 1) <= year + 1
