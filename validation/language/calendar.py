"""Days as whole numbers of the Gregorian calendar, without end in either direction.

1 is 1 January of the year 1, as in `date.toordinal`; there is a year 0, so that -43 is 44 BC.
"""

from __future__ import annotations

from typing import NamedTuple

from validation.language.reading import words

MONTHS = tuple(name.capitalize() for name in words.MONTHS.split())


class Civil(NamedTuple):
    """A day of the Gregorian calendar; the year 0 is 1 BC."""

    year: int
    month: int
    day: int


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day of the Gregorian calendar. Raises ValueError for a day that the month does not have.

    Years are counted from March, so that the leap day is the last: see https://howardhinnant.github.io/date_algorithms.html.
    """
    if not (1 <= month <= 12 and 1 <= day <= _length(year, month)):
        raise ValueError("day or month is out of range")
    year -= month < 3
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * ((month - 3) % 12) + 2) // 5 + day - 306


def civil(number: int) -> Civil:
    """The day of the calendar that has a number."""
    era, day = divmod(number + 305, 146_097)
    of_era = (day - day // 1460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * of_era + of_era // 4 - of_era // 100
    month = (5 * day + 2) // 153
    of_month = day - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return Civil(400 * era + of_era + (month < 3), month, of_month)


def iso(number: int) -> str:
    """The day with a number as ISO 8601 has it; a year before the era as EDTF has it: -0043-03-15."""
    day = civil(number)
    return f"{'-' * (day.year < 0)}{abs(day.year):04}-{day.month:02}-{day.day:02}"


def in_era(year: int) -> str:
    """A year as it is told from other numbers: 1907, AD 44, 44 BC."""
    if year >= 1000:
        return str(year)
    return f"AD {year}" if year > 0 else f"{1 - year} BC"


def in_years(day: int) -> float:
    """The beginning of a day, in years."""
    year = civil(day).year
    first = day_number(year, 1, 1)
    return year + (day - first) / (day_number(year + 1, 1, 1) - first)


def _length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
