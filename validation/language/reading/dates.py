"""The dates of a text as EDTF: what each form of them says, and nothing where it leaves open which day is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from validation.language import calendar
from validation.language.reading.amounts import Token
from validation.language.reading.words import KINDS

_FIGURES = "".join(KINDS[name] for name in ("day", "year", "padded", "plain"))
_DAYS = "".join(KINDS[name] for name in ("day", "padded"))
_JOINTS = "".join(KINDS[name] for name in ("hyphen", "dash", "minus", "slash", "to", "until", "and"))
_SHORT_YEAR = 2


def period(form: str, tokens: Sequence[Token]) -> str:
    """The EDTF of a date in one of the forms; "" where its year is not said, its order is open, or it is no time."""
    written = _WRITERS.get(form)
    return written(tokens) if written else ""


def _years(tokens: Sequence[Token]) -> list[int]:
    return [int(token.value) for token in tokens if token.kind == KINDS["year"]]


def _year_month(tokens: Sequence[Token]) -> tuple[int, int] | None:
    years, months = _years(tokens), [int(token.value) for token in tokens if token.kind == KINDS["month"]]
    return (years[0], months[0]) if len(years) == len(months) == 1 else None


def _iso(tokens: Sequence[Token]) -> str:
    year, month, day = (int(token.value) for token in tokens if token.kind in _FIGURES)
    return _day(year, month, day)


def _dotted(tokens: Sequence[Token]) -> str:
    day, month, year = map(int, tokens[0].text.split("."))
    return _day(year, month, day) if year > 99 else ""


def _labelled(tokens: Sequence[Token]) -> str:
    """A date whose parts are named: "2020年5月5日"."""
    year, *rest = (int(token.value) for token in tokens if token.kind in _FIGURES)
    if not _years(tokens):
        return ""
    return _day(year, *rest) if len(rest) > 1 else "-".join([f"{year:04d}", *(f"{month:02d}" for month in rest)])


def _slashed(tokens: Sequence[Token]) -> str:
    """Day and month in either order, where only one can be meant."""
    *days, year = (int(token.value) for token in tokens if token.kind in _FIGURES)
    if len(days) == 1:
        return f"{year:04d}-{days[0]:02d}" if 0 < days[0] <= 12 else ""
    first, second = days
    if year < 100 or (first <= 12 and second <= 12 and first != second):
        return ""
    return _day(year, second, first) if second <= 12 else _day(year, first, second)


def _spelt(tokens: Sequence[Token]) -> str:
    """A day of a month that is named, or several."""
    dated = _year_month(tokens)
    named = "".join(KINDS[name] for name in ("first", "second", "nth", "part", "ten", "teen", "digit", "one"))
    days = [int(token.value) for token in tokens if token.kind in _DAYS]
    words = [int(token.value) for token in tokens if token.kind in named]
    days = days or ([sum(words)] if words else [])
    if not dated or not days:
        return ""
    return "/".join(filter(None, (_day(*dated, day) for day in days)))


def _span(tokens: Sequence[Token]) -> str:
    """From one month to another, or from a day of it; "" where no year is said, or "Nov–Feb 2007" leaves it open."""
    from validation.language import periods

    month = next(at for at, token in enumerate(tokens) if token.kind == KINDS["month"])
    joint = next(at for at in range(month, len(tokens)) if tokens[at].kind in _JOINTS)
    years = _years(tokens)
    ends = [_end(tokens[:joint], years[:1]), _end(tokens[joint:], years[-1:])]
    edtf = "/".join(ends)
    return "" if "" in ends or periods.refusal(edtf) else edtf


def _end(tokens: Sequence[Token], years: Sequence[int]) -> str:
    month = next(int(token.value) for token in tokens if token.kind == KINDS["month"])
    days = [int(token.value) for token in tokens if token.kind in _DAYS]
    if not years:
        return ""
    return _day(years[0], month, days[0]) if days else f"{years[0]:04d}-{month:02d}"


def _month(tokens: Sequence[Token]) -> str:
    dated = _year_month(tokens)
    return f"{dated[0]:04d}-{dated[1]:02d}" if dated else ""


def _quarter(tokens: Sequence[Token]) -> str:
    """A quarter or half of a year; that of a fiscal year may lie anywhere."""
    years = _years(tokens)
    fiscal = any(token.kind == KINDS["fiscal"] for token in tokens)
    if len(years) != 1 or fiscal:
        return ""
    name = next(token.text for token in tokens if token.kind == KINDS["quarter_of"]).upper()
    number = int(re.sub(r"\D", "", name))
    return f"{years[0]:04d}-{(32 if 'Q' in name else 39) + number}"


def _quarterly(tokens: Sequence[Token]) -> str:
    years, number = _years(tokens), int(tokens[0].value)
    half = any(token.kind == KINDS["half"] for token in tokens)
    return f"{years[0]:04d}-{(39 if half else 32) + number}" if years and number <= (2 if half else 4) else ""


def _century(tokens: Sequence[Token]) -> str:
    number = sum(int(token.value) for token in tokens if token.kind != KINDS["century"])
    return f"{number - 1:02d}XX" if 0 < number < 30 else ""


def _decade(tokens: Sequence[Token]) -> str:
    digits = re.sub(r"\D", "", tokens[0].text)
    if len(digits) == 4:
        return f"{digits[:3]}X"
    teens = [int(token.value) for token in tokens if token.kind == KINDS["teen"]]
    tens = [int(token.value) for token in tokens if token.kind == KINDS["decades"]]
    return f"{teens[0]}{tens[0]}X" if teens and tens else ""


def _years_between(tokens: Sequence[Token]) -> str:
    """Two years, the second perhaps by its last digits: "1980-88", "2019/20"."""
    begins, ends = tokens[0].text, tokens[-1].text.lstrip("'\u2019")
    first, last = int(begins), int(ends) if ends.isdigit() else 0
    if len(ends) == _SHORT_YEAR:
        last += first // 100 * 100
        last += 100 if last < first else 0
    return f"{first:04d}/{last:04d}" if last > first and len(ends) in (_SHORT_YEAR, 4) else ""


def _spelt_year(tokens: Sequence[Token]) -> str:
    """A year in words, such as "nineteen sixty-eight"."""
    first, *rest = (int(token.value) for token in tokens if token.value)
    return f"{first}{sum(rest):02d}"


def _year(tokens: Sequence[Token]) -> str:
    return f"{int(tokens[0].value):04d}"


def _era(tokens: Sequence[Token]) -> str:
    year = next(int(token.value) for token in tokens if token.kind in _FIGURES)
    before = any(token.text.lower() in ("bc", "bce", "b.c.", "b.c.e.") for token in tokens)
    return (f"-{year - 1:04d}" if year > 1 else "0000") if before else f"{year:04d}"


def _day(year: int, month: int, day: int) -> str:
    try:
        calendar.day_number(year, month, day)
    except ValueError:
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}"


_WRITERS: Mapping[str, Callable[[Sequence[Token]], str]] = {
    "iso": _iso,
    "dotted": _dotted,
    "labelled": _labelled,
    "slashed": _slashed,
    "span": _span,
    "days": _spelt,
    "day_month": _spelt,
    "month_day": _spelt,
    "month_nth": _spelt,
    "month_year": _month,
    "quarter": _quarter,
    "quarterly": _quarterly,
    "century": _century,
    "decade": _decade,
    "years": _years_between,
    "spelt_year": _spelt_year,
    "year": _year,
    "era": _era,
}
