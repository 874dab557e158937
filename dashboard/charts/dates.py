"""Periods (EDTF) on an axis of years and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
_FIRST_HALF = ("January", "February", "March", "April", "May", "June")
_MONTHS = (*_FIRST_HALF, "July", "August", "September", "October", "November", "December")
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd"}
# EDTF's seasons, quarters and halves of a year: name, months before it, months in it.
_SEASONS = {
    21: ("spring", 2, 3),
    22: ("summer", 5, 3),
    23: ("fall", 8, 3),
    24: ("winter", 11, 3),
    33: ("first quarter of", 0, 3),
    34: ("second quarter of", 3, 3),
    35: ("third quarter of", 6, 3),
    36: ("fourth quarter of", 9, 3),
    40: ("first half of", 0, 6),
    41: ("second half of", 6, 6),
}


@dataclass(frozen=True)
class Date:
    """One date as EDTF writes it; `year` may end in X, `month` may be a season, 0 is unknown."""

    year: str
    month: int
    day: int
    doubt: str

    @property
    def first(self) -> float:
        """The beginning, in years."""
        months = _SEASONS[self.month][1] if self.month in _SEASONS else max(self.month - 1, 0)
        return int(self.year.replace("X", "0")) + months / 12 + max(self.day - 1, 0) / 366

    @property
    def last(self) -> float:
        """The end, in years, exclusive."""
        if self.day:
            return self.first + 1 / 366
        if self.month:
            return self.first + (_SEASONS[self.month][2] if self.month in _SEASONS else 1) / 12
        return self.first + float(10 ** self.year.count("X"))


def read(period: str) -> list[Date]:
    """The one date of a period, or the two ends of an interval; none where it cannot be read."""
    matches = [_PART.fullmatch(part) for part in period.split("/")]
    if len(matches) > 2 or not all(matches):
        return []
    return [Date(m[1], int(m[2] or 0), int(m[3] or 0), m[4]) for m in matches if m]


def span(period: str) -> tuple[float, float] | None:
    """The beginning and the exclusive end of a period, in years: 2023-01/2023-04 is 2023.0 to 2023.33."""
    dates = read(period)
    return (dates[0].first, dates[-1].last) if dates else None


def words(period: str) -> str:
    """A period in words: "January–April 2023", "the 1930s", "about 1907"; an unreadable one as it is."""
    dates = read(period)
    if not dates:
        return period
    if len(dates) == 1:
        return _said(dates[0], _full(dates[0]))
    return _interval(*dates)


def short(period: str) -> str:
    """A period in years alone: "1858", "1930s", "1941–45"."""
    dates = read(period)
    names = [_year(date.year).removeprefix("the ") for date in dates]
    if len(set(names)) < 2:
        return "".join(names[:1]) or period
    return f"{names[0]}–{names[1][2:] if names[0][:2] == names[1][:2] and names[1].isdigit() else names[1]}"


def _interval(first: Date, last: Date) -> str:
    if first == Date(first.year, 0, 0, "") and last == Date(last.year, 0, 0, ""):
        return f"{_full(first)}–{_full(last)}"
    if first.doubt or last.doubt or first.year != last.year or first.month in _SEASONS:
        return f"{_said(first, _full(first))} to {_said(last, _full(last))}"
    if first.day and first.month == last.month:
        return f"{_MONTHS[first.month - 1]} {first.day}–{last.day}, {first.year}"
    if first.day:
        return f"{_full(first)} to {_full(last)}"
    return f"{_MONTHS[first.month - 1]}–{_MONTHS[last.month - 1]} {first.year}"


def _said(date: Date, text: str) -> str:
    about = "about " if date.doubt in {"~", "%"} else ""
    return f"{about}{text}{' (uncertain)' if date.doubt in {'?', '%'} else ''}"


def _full(date: Date) -> str:
    year = _year(date.year)
    if date.month in _SEASONS:
        return f"{_SEASONS[date.month][0]} {year}"
    if not date.month:
        return year
    month = _MONTHS[date.month - 1]
    return f"{month} {date.day}, {year}" if date.day else f"{month} {year}"


def _year(year: str) -> str:
    if year.endswith("XX"):
        century = int(year[:2]) + 1
        return f"the {century}{_ORDINALS.get(century, 'th')} century"
    return f"the {year[:3]}0s" if year.endswith("X") else year
