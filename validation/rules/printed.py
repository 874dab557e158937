"""Rules on what is printed: a number, the row's value and unit; of a dating, the mention's time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from validation.findings import Fault, quoted
from validation.language import calendar, numerals, periods, printed
from validation.language.calendar import MONTHS
from validation.language.periods import Period
from validation.language.printed import Reading, Unreadable
from validation.language.written import plain
from validation.model.readings import PERCENT, fallen, fallen_value, reading_of, stated_value
from validation.model.register import Register
from validation.quantities.units import Unit
from validation.rules.rule import Objection, Rule, each_once, filled, languages, needs
from validation.vocabulary import CHANGE, STATED

RULES = (
    Rule("printed/number", "printed is a number.", 'printed "many"', tables=("observations",)),
    Rule("printed/value", "value is what printed says.", "value 14.3 for 41.3%", tables=("observations",)),
    Rule(
        "printed/unit",
        "The printed unit belongs to the row's unit.",
        "unit_id km2 for square miles",
        tables=("observations",),
    ),
    Rule(
        "printed/date",
        "The year, month and day that are printed are the mention's.",
        "period 1968 for 1869",
        tables=("mentions",),
    ),
)

_YEARS = re.compile(r"(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?:[-\u2013/]([0-9]{2}))?(?![0-9])")
_DECADE = re.compile(r"[0-9]0['\u2019]?s(?!\w)")
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])"
_DATES = re.compile(rf"(?:\b{_DAY} (?:of )?)?\b({'|'.join(MONTHS)})\b(?: (?:the )?{_DAY}(?!,[0-9]{{3}}))?")


class _Row(NamedTuple):
    """What the value of a number follows from; of an indicator that `changes` something may have fallen by it."""

    text: str
    value: str
    unit_id: str
    language: str
    changes: bool
    quote: str | None = None


@needs("sources", "units")
def values_are_what_is_printed(register: Register) -> Iterator[Fault]:
    """`value` is what `printed` says, and the printed unit belongs to the row's unit."""
    rows = register["observations"]
    there = rows["printed"].notna() & rows["value"].notna() & rows["unit_id"].notna()
    asked = rows.loc[there, ["printed", "value", "unit_id", "quote", "source_id", "indicator_id"]]
    indicators = register["indicators"]
    changes = asked["indicator_id"].isin(indicators.loc[indicators["measure"].eq(CHANGE), "indicator_id"])
    cells = asked[["printed", "value", "unit_id"]].assign(
        language=languages(register, asked["source_id"]), changes=changes, quote=asked["quote"]
    )
    look = partial(_problems, register.units)
    # A quote, which few rows have in common, matters where the number alone does not say it all.
    unlike = [row for row, _ in each_once(cells.drop(columns="quote"), look)]
    for row, problem in each_once(cells[changes | cells.index.isin(unlike)], look):
        yield problem.of("observations", row)


def _problems(units: Mapping[str, Unit], key: tuple[Any, ...]) -> Iterator[Objection]:
    row = _Row(*key)
    unit = units.get(row.unit_id)
    try:
        reading = printed.read(row.text, row.language, unit.words if unit else None)
    except Unreadable as error:
        hint = "write the number as the document prints it, with its unit, without qualifier"
        yield Objection("printed/number", "printed", row.text, f"printed must be a number: {error}", hint)
        return
    yield from _misvalued(row, reading, unit)
    if unit and not _belongs(reading, unit):
        shown = quoted(reading.unit or reading.currency)
        message = f"unit_id must be the unit that {quoted(row.text)} names, and {shown} is no word for {row.unit_id}"
        hint = "use the unit of that word, or add the word to units.csv"
        yield Objection("printed/unit", "unit_id", row.unit_id, message, hint)


def _misvalued(row: _Row, reading: Reading, unit: Unit | None) -> Iterator[Objection]:
    quote = row.quote if isinstance(row.quote, str) else ""
    fell = fallen(reading, CHANGE, quote, row.text, row.language) if row.changes and quote else ""
    right = plain((fallen_value if fell else stated_value)(reading, row.unit_id, unit))
    # What a share comes to depends on the unit; one that is missing is the finding of a link.
    if row.value == right or (reading.fraction and unit is None):
        return
    shared = _with_scale_beside(reading, quote, row)
    if shared == row.value:
        return
    because = f"as the quote says {quoted(fell)}" if fell else f"as {quoted(row.text)} says"
    message = f"value must be {right}, {because}, not {row.value}"
    hint = f"write {right}, or {shared} where it shares the scale behind it" if shared else f"write {right}"
    yield Objection("printed/value", "value", row.value, message, hint)


def _with_scale_beside(reading: Reading, quote: str, row: _Row) -> str:
    """The value of a number with the scale of the one beside it in its quote: "3.2 to 3.5 million"; "" without one."""
    factor, _ = numerals.shared_scale(quote, row.text, row.language) if quote else (1, "")
    return plain(reading.value * factor) if factor > 1 else ""


def _belongs(reading: Reading, unit: Unit) -> bool:
    """Whether what is read with a number is the unit's; one without words isn't checked."""
    words = {word.casefold() for word in unit.words}
    if not words:
        return True
    if reading.currency and reading.currency.casefold() not in words | {unit.symbol.casefold()}:
        return False
    if reading.fraction and (not reading.unit or reading.unit.startswith("of ")):
        return unit.unit_id == PERCENT
    return not reading.unit or reading.unit.casefold() in words or unit.has_hundredth(reading.unit)


@needs("sources", "units")
def no_other_unit_follows(register: Register) -> Iterator[Fault]:
    """Where `printed` names no unit, the words behind it in a document name none but the row's."""
    owners = _owners(register.units)
    pattern = _behind_numbers(owners)
    rows = register["observations"]
    columns = ["printed", "quote", "unit_id", "source_id"]
    asked = rows.loc[rows[[*columns, "start"]].notna().all(axis=1), columns]
    cells = asked[["printed", "quote", "unit_id"]].assign(language=languages(register, asked["source_id"]))
    for row, other in each_once(cells, partial(_other_unit, owners, pattern)):
        yield other.of("observations", row)


def _other_unit(
    owners: Mapping[str, set[str]], pattern: re.Pattern[str], key: tuple[str, str, str, str]
) -> Iterator[Objection]:
    text, quote, unit_id, language = key
    follows = pattern.match(quote.partition(text)[2])
    right = owners.get(follows["name"].casefold(), ()) if follows else ()
    if follows and right and unit_id not in right and _names_no_unit(text, language):
        message = f"unit_id must be the unit behind {quoted(text)}; {quoted(follows['name'])} is no word for {unit_id}"
        hint = f"write printed with it, and unit_id {' or '.join(sorted(right))}"
        yield Objection("printed/unit", "unit_id", unit_id, message, hint)


def _owners(units: Mapping[str, Unit]) -> Mapping[str, set[str]]:
    """By what documents print, in lower case, the units that are printed so."""
    owners: dict[str, set[str]] = {}
    for unit in units.values():
        for word in unit.words:
            owners.setdefault(word.casefold(), set()).add(unit.unit_id)
    return owners


def _behind_numbers(names: Mapping[str, set[str]]) -> re.Pattern[str]:
    """Any unit's name right behind a number, the longest first."""
    any_name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"[\s-]?(?P<name>{any_name})(?!\w)", re.IGNORECASE)


@cache
def _names_no_unit(text: str, language: str) -> bool:
    reading = reading_of(text, None, language)
    return reading is not None and not (reading.unit or reading.currency or reading.fraction)


def dates_agree(register: Register) -> Iterator[Fault]:
    """The year of a stated dating is its period; a month and a day that are printed lie in it, stated or inferred."""
    for row, text, edtf, basis in filled(register["mentions"], "printed", "period", "period_basis"):
        period = periods.known(edtf)
        missed = period and ((basis == STATED and _other_years(text, period)) or _other_day(text, period))
        if missed:
            message = f"period must {missed}, as printed {quoted(text)} says, not {edtf}"
            hint = "write the time as this source has it"
            yield Fault("printed/date", "mentions", row, "period", edtf, message, hint)


def _other_years(text: str, period: Period) -> str:
    """What the period must do for the years that are printed, or nothing where it does."""
    years = sorted(int(year) for found in _YEARS.findall(text) for year in _both(*found))
    if not years:
        return ""
    first, last = (calendar.civil(day).year for day in period.days)
    if not first <= years[0] <= years[-1] <= last:
        return f"hold {' and '.join(map(str, years))}"
    decade = period.coarse and _DECADE.search(text)
    wider = not decade and (first, last) != (years[0], years[-1])
    return f"not reach beyond {' and '.join(map(str, years))}" if wider else ""


def _both(year: str, last: str) -> list[str]:
    """The years of "1980" and of "1980-88"."""
    return [year, year[:2] + last] if last else [year]


def _other_day(text: str, period: Period) -> str:
    """What the period must hold for the day or the month that is printed, or nothing where it does."""
    found = _DATES.findall(text)
    if len(found) != 1:
        return ""
    before, month, behind = found[0]
    day, number = before or behind, MONTHS.index(month) + 1
    held = _holds_day(period, number, int(day)) if day else _holds_month(period, number)
    return "" if held else f"hold {f'{day} {month}'.strip()}"


def _holds_day(period: Period, month: int, day: int) -> bool:
    first, last = (calendar.civil(end).year for end in period.days)
    days = (_day_number(year, month, day) for year in range(first, last + 1))
    return any(period.first <= one <= period.last for one in days if one is not None)


def _day_number(year: int, month: int, day: int) -> int | None:
    """The number of a day, where the month has it that year."""
    try:
        return calendar.day_number(year, month, day)
    except ValueError:
        return None


def _holds_month(period: Period, month: int) -> bool:
    first, last = (one.year * 12 + one.month for one in map(calendar.civil, period.days))
    return (month - first) % 12 <= last - first
