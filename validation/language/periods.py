"""Periods as EDTF writes them: the days they span, whether two overlap, and how people write them.

Years, months and days, with a mark of doubt behind them, decades and centuries are read here, so that a run that
needs no more doesn't load the `edtf` library; parts of a year, other marks and unknown digits are left to the library.
"""

from __future__ import annotations

import re
import warnings
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from validation.findings import quoted

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# EDTF numbers the parts of a year like months. 21 to 32 are seasons, which have no fixed days.
PARTS = {
    **{33 + n: f"{ordinal} quarter" for n, ordinal in enumerate(("1st", "2nd", "3rd", "4th"))},
    **{37 + n: f"{ordinal} third" for n, ordinal in enumerate(("1st", "2nd", "3rd"))},
    **{40 + n: f"{ordinal} half" for n, ordinal in enumerate(("1st", "2nd"))},
}

_MONTH, _DAY, _MARK = "(0[1-9]|1[0-2])", "([0-9]{2})", "[?~%]?"
_PLAIN = re.compile(rf"([0-9]{{4}})(?:-{_MONTH}(?:-{_DAY})?)?{_MARK}|([0-9]{{3}})X|([0-9]{{2}})XX")
# The library reads more than this, but some of it wrongly (open ends), and prints where it fails.
_READABLE = re.compile(rf"{_MARK}[0-9X]{{4}}{_MARK}(?:-{_MARK}(?:[0-9]{{2}}|XX){_MARK}){{0,2}}")
_MARKS = re.compile("[?~%]")


class Unreadable(ValueError):
    """A period that is no EDTF, no possible date, or of a form that is misread; the message says which."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day of a period; `approximate` where EDTF marks it so (`~`, `?`, `%`)."""

    first: date
    last: date
    approximate: bool


@cache
def span(period: str) -> Span:
    """The days that a period spans, as its digits say: an approximate period is not widened.

    Raises
    ------
    Unreadable
        for what is no EDTF, impossible dates, open or unknown ends, seasons, intervals that run backward
    """
    first, slash, last = period.partition("/")
    start = _days(first, period)
    end = _days(last, period) if slash else start
    if start.first > end.last:
        raise Unreadable(f"{quoted(period)} must not end before it starts")
    return Span(start.first, end.last, approximate=bool(_MARKS.search(period)))


def overlap(left: str, right: str) -> bool:
    """Whether two periods share a day. An empty period is unknown and overlaps nothing, not even itself."""
    if not left or not right:
        return False
    one, other = span(left), span(right)
    return one.first <= other.last and other.first <= one.last


def label(period: str) -> str:
    """The period as people write it: "1 June 2023", "1970s", "2022 – 2023"; empty for an empty one."""
    if not period:
        return ""
    span(period)
    return " – ".join(_hedged(end) for end in period.split("/"))


def _days(text: str, period: str) -> Span:
    """The days of one date: a whole period, or one end of it."""
    if text in ("", ".."):
        raise Unreadable(f"{quoted(period)} must be a date, or an interval whose two ends are known")
    try:
        plain = _PLAIN.fullmatch(text)
        first, last = _calendar_days(plain) if plain else _library_days(text)
    except ValueError as error:
        raise Unreadable(f"{quoted(period)} must be a date that exists: {error}") from error
    return Span(first, last, approximate=False)


def _calendar_days(plain: re.Match[str]) -> tuple[date, date]:
    year, month, day, decade, century = plain.groups()
    if century:
        return date(int(century + "00"), 1, 1), date(int(century + "99"), 12, 31)
    if decade:
        return date(int(decade + "0"), 1, 1), date(int(decade + "9"), 12, 31)
    if month is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if day is None:
        first = date(int(year), int(month), 1)
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    return (only := date(int(year), int(month), int(day))), only


def _library_days(text: str) -> tuple[date, date]:
    _demand_readable(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its grammar warns about itself under a new pyparsing
        from edtf import parse_edtf
        from edtf.parser.edtf_exceptions import EDTFParseException

        try:
            parsed = parse_edtf(text)
        except EDTFParseException as error:
            raise ValueError("no valid EDTF") from error
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


def _demand_readable(text: str) -> None:
    if not _READABLE.fullmatch(text):
        raise ValueError("write it like 2023, 2023-06-01, 197X, 1860~ or 2022/2023")
    digits = _MARKS.sub("", text)
    if re.search("X-?[0-9]", digits):
        raise ValueError("no digit may be known behind an unknown one")
    if re.fullmatch("2[1-9]|3[0-2]", digits[5:7]):
        raise ValueError("a season has no fixed days; write its months, like 2022-03/2022-05")


def _hedged(text: str) -> str:
    about = "about " if re.search(r"[~%]", text) else ""
    uncertain = " (uncertain)" if re.search(r"[?%]", text) else ""
    return f"{about}{_dated(_MARKS.sub('', text))}{uncertain}"


def _dated(text: str) -> str:
    year, *rest = text.replace("-XX", "").split("-")
    numbers = [int(part) for part in rest]
    if not numbers:
        return _years(year)
    if numbers[0] in PARTS:
        return f"{PARTS[numbers[0]]} of {year}"
    day = f"{numbers[1]} " if len(numbers) > 1 else ""
    return f"{day}{MONTHS[numbers[0] - 1]} {year}"


def _years(year: str) -> str:
    known = year.rstrip("X")
    if len(known) == 4:
        return known
    if len(known) == 3:
        return f"{known}0s"
    if len(known) == 2:
        return f"{_ordinal(int(known) + 1)} century"
    return f"{_ordinal(int(known) + 1)} millennium"


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
