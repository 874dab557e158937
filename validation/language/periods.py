"""Periods as EDTF writes them: the days they span, and how people write them.

Every date accepted here is read as the `edtf` library reads it, and so is each end of an interval (a test holds them
against one another). The library reads more, but some of it wrongly (open and unknown ends, days that no month has),
and has no words for what it reads. EDTF has a year 0, as `calendar` has: -0043 is 44 BC.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from validation.findings import quoted
from validation.language import calendar
from validation.language.calendar import MONTHS, in_era
from validation.language.written import ordinal

_ORDINALS = ("first", "second", "third", "fourth")


class _Part(NamedTuple):
    """A part of a year that EDTF numbers like a month: its words, its first month from 0, its months."""

    words: str
    first: int
    months: int


# 21 to 32 are seasons, which have no fixed days.
_PARTS = {
    **{33 + n: _Part(f"{_ORDINALS[n]} quarter", 3 * n, 3) for n in range(4)},
    **{37 + n: _Part(f"{_ORDINALS[n]} third", 4 * n, 4) for n in range(3)},
    **{40 + n: _Part(f"{_ORDINALS[n]} half", 6 * n, 6) for n in range(2)},
}
_SEASONS = range(21, 33)

_MARK, _TWO = "([?~%]?)", "([0-9]{2}|XX)"
_DATE = re.compile(rf"{_MARK}(-?[0-9X]{{4}})(?:-{_TWO}(?:-{_TWO})?)?{_MARK}")
_FORM = "write it like 2023, 2023-06-01, 197X, 1860~, -0043 or 2022/2023"


class Unreadable(ValueError):
    """A period that is no EDTF, no possible date, or of a form that is misread; `reason` says which."""

    def __init__(self, edtf: str, reason: str) -> None:
        super().__init__(f"{quoted(edtf)} must be a date that exists: {reason}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Date:
    """One date: a year, of whose digits the last `unknown` are; a month or a part of the year; a day; 0 is not given.

    `doubt` is EDTF's mark: "~" approximate, "?" uncertain, "%" both.
    """

    year: int
    unknown: int
    month: int
    day: int
    doubt: str

    @property
    def first(self) -> int:
        """Its first day."""
        month = _PARTS[self.month].first + 1 if self.month in _PARTS else self.month or 1
        return calendar.day_number(self.year, month, self.day or 1)

    @property
    def last(self) -> int:
        """Its last day."""
        if self.day:
            return self.first
        if not self.month:
            return calendar.day_number(self.year + 10**self.unknown, 1, 1) - 1
        part = _PARTS.get(self.month) or _Part("", self.month - 1, 1)
        after = part.first + part.months
        return calendar.day_number(self.year + after // 12, after % 12 + 1, 1) - 1

    @property
    def words(self) -> str:
        """As people write it: "June 1, 2023", "the 1930s", "about 44 BC", "third quarter of 2022"."""
        about = "about " if self.doubt in ("~", "%") else ""
        return f"{about}{self._plain}{' (uncertain)' if self.doubt in ('?', '%') else ''}"

    @property
    def years(self) -> str:
        """Its year, decade, century or millennium: "1907", "44 BC", "1930s", "19th century"."""
        if self.unknown == 1:
            return f"{self.year}s" if self.year >= 1000 else f"AD {self.year}s"
        if self.unknown:
            span = 10**self.unknown
            return f"{ordinal(self.year // span + 1)} {'century' if self.unknown == 2 else 'millennium'}"
        return in_era(self.year)

    @property
    def is_year(self) -> bool:
        """Whether it is one year and nothing else."""
        return not (self.unknown or self.month or self.doubt)

    @property
    def _plain(self) -> str:
        if self.unknown:
            return f"the {self.years}"
        if not self.month:
            return self.years
        if self.month in _PARTS:
            return f"{_PARTS[self.month].words} of {self.years}"
        month = MONTHS[self.month - 1]
        return f"{month} {self.day}, {self.years}" if self.day else f"{month} {self.years}"

    @property
    def parts(self) -> list[int]:
        """Year, month and day as far as they are given, without a year 0: 44 BC is -44; a quarter is its year."""
        year = self.year if self.year > 0 else self.year - 1
        return [part for part in (year, 0 if self.month in _PARTS else self.month, self.day) if part]


@dataclass(frozen=True, slots=True)
class Period:
    """A date or an interval between two: its days from `first` to `last`, as its digits say.

    An approximate period is not widened.
    """

    edtf: str
    ends: tuple[Date, ...]

    @property
    def first(self) -> int:
        """The first day."""
        return self.ends[0].first

    @property
    def last(self) -> int:
        """The last day."""
        return self.ends[-1].last

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day: the same for periods that are equal however they are written."""
        return self.first, self.last

    @property
    def approximate(self) -> bool:
        """Whether EDTF marks a part of it as uncertain or approximate."""
        return any(end.doubt for end in self.ends)

    @property
    def adverbial(self) -> str:
        """Its words inside a sentence: "in 2023", "on June 1, 2023", "in the first half of 1995"."""
        first = self.ends[0]
        if " to " in self.words or (first.day and len(self.ends) > 1):
            return f"from {self.words}"
        if first.day:
            return f"on {self.words}"
        return f"in the {self.words}" if first.month in _PARTS else f"in {self.words}"

    @property
    def coarse(self) -> bool:
        """Whether digits of a year are unknown, as in decades and centuries."""
        return any(end.unknown for end in self.ends)

    @property
    def is_year(self) -> bool:
        """Whether it is one year and nothing else."""
        return len(self.ends) == 1 and self.ends[0].is_year

    @property
    def axis(self) -> tuple[float, float]:
        """Its beginning and its exclusive end in years: 2023-01/2023-04 is 2023.0 to 2023.33; 1 BC begins at 0."""
        return calendar.in_years(self.first), calendar.in_years(self.last + 1)

    @property
    def words(self) -> str:
        """As people write it: "January–April 2023", "the 1930s", "about 1907", "2022–2023"."""
        first, last = self.ends[0], self.ends[-1]
        return first.words if first == last else _interval(first, last)

    @property
    def short(self) -> str:
        """In years alone: "1858", "1930s", "1941–45"."""
        first, last = self.ends[0].years, self.ends[-1].years
        if first == last:
            return first
        shared = first.isdigit() and last.isdigit() and len(first) == len(last) == 4 and first[:2] == last[:2]
        return f"{first}–{last[2:] if shared else last}"

    def holds(self, other: Period) -> bool:
        """Whether all of another period lies within it."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last


@cache
def read(edtf: str) -> Period:
    """The period that EDTF writes so.

    Raises
    ------
    Unreadable
        for what is no EDTF, impossible dates, open or unknown ends, seasons, intervals that run backward
    """
    ends = edtf.split("/")
    if len(ends) > 2 or not all(end not in ("", "..") for end in ends):
        raise Unreadable(edtf, "write the first and the last date, with one stroke between")
    try:
        period = Period(edtf, tuple(map(_date, ends)))
        first, last = period.days
    except ValueError as error:
        raise Unreadable(edtf, str(error)) from error
    if first > last:
        raise Unreadable(edtf, "write the earlier date first")
    return period


def known(edtf: object) -> Period | None:
    """The period in a cell; None for an empty one, and for one that can't be read, which a rule reports."""
    try:
        return read(edtf) if edtf and isinstance(edtf, str) else None
    except Unreadable:
        return None


def refusal(edtf: str) -> str:
    """What to write instead of what can't be read; "" where it can."""
    try:
        read(edtf)
    except Unreadable as error:
        return error.reason
    return ""


def words(edtf: object) -> str:
    """The period in a cell as people write it; "" where there is none."""
    period = known(edtf)
    return period.words if period else ""


def _date(text: str) -> Date:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(_FORM)
    before, year, month, day, behind = match.groups(default="")
    digits = year.rstrip("X")
    unknown = len(year) - len(digits)
    if "X" in digits or (month.isdigit() and unknown) or (day.isdigit() and not month.isdigit()):
        raise ValueError("no digit may be known behind an unknown one")
    if (year.startswith("-") and "X" in text) or unknown == 4:
        raise ValueError("write the first and the last year, like -0049/-0040")
    if year == "-0000":
        raise ValueError("the year 0, which is 1 BC, has no sign")
    # More than one, the standard's other readers refuse or read as something else.
    if (before and (behind or "X" in text)) or (behind and unknown and month):
        raise ValueError("one mark of doubt stands behind the date, like 1860-05~")
    doubt = before or behind
    return Date(int(digits + "0" * unknown), unknown, _month(month, day, doubt), _number(day), doubt)


def _month(month: str, day: str, doubt: str) -> int:
    """The number of a month or of a part of a year; 0 where there is none."""
    number = _number(month)
    if number in _SEASONS:
        raise ValueError("a season has no fixed days; write its months, like 2022-03/2022-05")
    if "00" in (month, day) or (number > 12 and number not in _PARTS):
        raise ValueError("month must be in 1..12")
    if number in _PARTS and (day or doubt):
        raise ValueError("a part of a year has no days and no mark of doubt")
    return number


def _number(digits: str) -> int:
    return int(digits) if digits.isdigit() else 0


def _interval(first: Date, last: Date) -> str:
    if first.is_year and last.is_year:
        return f"{first.words}–{last.words}"
    coarse = first.doubt or last.doubt or first.unknown or last.unknown
    if coarse or first.year != last.year or {first.month, last.month} & {0, *_PARTS}:
        return f"{first.words} to {last.words}"
    if first.day and last.day and first.month == last.month:
        return f"{MONTHS[first.month - 1]} {first.day}–{last.day}, {first.years}"
    if first.day or last.day:
        return f"{first.words} to {last.words}"
    return f"{MONTHS[first.month - 1]}–{MONTHS[last.month - 1]} {first.years}"
