"""A numeral as a number of the register: what is printed, what it is worth, and what of the register fits it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from validation import vocabulary
from validation.language import calendar, numerals, periods, qualifiers, written
from validation.language.numerals import Numeral
from validation.language.reading import places
from validation.language.reading.cldr import locale
from validation.language.reading.lexicon import ENGLISH
from validation.language.reading.seen import flat
from validation.model.drafting import cues, fitting
from validation.model.drafting.recorded import Mates
from validation.model.drafting.scenes import Scene
from validation.model.observations import Observation
from validation.model.readings import fallen_value, reading_of, stated_value
from validation.model.register import Register
from validation.quantities.units import Unit

_YEAR = re.compile(r"\d{4}")


class Time(NamedTuple):
    """A period as a row has it, and what it rests on."""

    edtf: str
    basis: str
    note: str
    why: str


class Said(NamedTuple):
    """What a numeral says: where what is printed ends, its unit, its value."""

    end: int
    printed: str
    unit: Unit | None
    value: str
    change: bool

    @property
    def counts(self) -> bool:
        """Whether it counts things, and is not of a unit of its own."""
        return self.unit is None or _counts(self.unit)


def _counts(unit: Unit) -> bool:
    """Whether what is counted is the unit."""
    return not (unit.is_money or unit.pint)


def said(register: Register, scene: Scene, table: Mates | None = None) -> Said:
    """What is printed, in which unit of the register, and what that is worth; "" where it can't be read."""
    one = scene.numeral
    unit, end = fitting.unit_of(register, scene, table)
    printed = flat(scene.body[one.start : end])
    language = scene.source.language or ENGLISH
    reading = reading_of(printed, unit, language)
    if reading is None:
        printed, end, reading = one.text, one.end, reading_of(one.text, unit, language)
    change = _is_change(scene, unit)
    if reading is None or (one.value is None and one.kind == places.NUMBER and not reading.unit):
        return Said(end, printed, unit, "", change)
    fell = one.value is not None and one.value < 0 <= reading.value
    unit_id = unit.unit_id if unit else ""
    value = (fallen_value if fell and change else stated_value)(reading, unit_id, unit)
    return Said(end, printed, unit, written.plain(value), change)


def _is_change(scene: Scene, unit: Unit | None) -> bool:
    """Whether it is of how much something changed: "fell by 5", "rose 5%"."""
    if cues.CHANGED_BY.search(scene.before):
        return True
    share = unit is not None and (_is_percent(unit) or "percentage points" in unit.words)
    return share and bool(cues.CHANGED.search(scene.before) or cues.CHANGE.match(scene.behind))


def _is_percent(unit: Unit) -> bool:
    return "%" in (unit.symbol, *unit.words)


def times(scene: Scene, before: Observation | None = None, last: Observation | None = None) -> list[Time]:
    """When it may have been, the likeliest first: what its clause or its sentence says, or the number before it.

    Then none, that of the last number that was recorded, the time of publication, and what stands further from it.
    """
    told = [
        *of_column(scene),
        *_to_date(scene, _clause(scene)),
        *_of_sentence(scene),
        *_last_year(scene),
        *_without_year(scene),
    ]
    none = Time("", vocabulary.UNSTATED, "", "its sentence names no time")
    sentence = f"{scene.before} {scene.behind}"
    far = [*_as_before(last), *_of_publication(scene), *_earlier(scene)]
    return [*told, *_as_before(before), none, *_to_date(scene, sentence), *far]


def _as_before(before: Observation | None) -> Iterator[Time]:
    if before and before.period:
        yield Time(before.period.edtf, before.period_basis, before.period_note, "the number before it is of that time")


def of_column(scene: Scene) -> Iterator[Time]:
    """The dates that head the column of a cell, or its part of the table."""
    for head in (scene.cell.head, scene.cell.line.part) if scene.cell else ():
        for one in numerals.read(head, scene.source.language or ENGLISH):
            if one.kind == places.DATE and periods.known(one.period):
                yield Time(one.period, vocabulary.STATED, f"“{head}” heads it.", f"“{one.text}” heads its column")


def _of_publication(scene: Scene) -> Iterator[Time]:
    if published := scene.source.published:
        note = f"The document is of {published.words}."
        yield Time(published.edtf, vocabulary.INFERRED, note, "it was published then")


def _to_date(scene: Scene, words: str) -> Iterator[Time]:
    if found := cues.TO_DATE.search(words):
        published, year = scene.source.published, _year(scene)
        note = f"“{found[0]}”, written {published.adverbial}." if published else f"“{found[0]}”."
        basis = vocabulary.TO_DATE if year else vocabulary.UNSTATED
        yield Time(year, basis, note, f"“{found[0]}” is the year of publication up to then")


def _without_year(scene: Scene) -> Iterator[Time]:
    """The months that its sentence names without a year: the last such before its document was published."""
    published = scene.source.published
    if published is None:
        return
    last = calendar.civil(published.last)
    for word in scene.words:
        if month := _months(scene.source.language or ENGLISH).get(word):
            edtf = f"{last.year - (month > last.month):04}-{month:02}"
            note = f"“{word}”, written {published.adverbial}."
            yield Time(edtf, vocabulary.INFERRED, note, f"“{word}” is the last before it was published")


@cache
def _months(language: str) -> Mapping[str, int]:
    """The months by the names that a language has for them."""
    known = locale(language)
    return {name: month for month, name in known.months["format"]["wide"].items()} if known else {}


def _of_sentence(scene: Scene) -> Iterator[Time]:
    dates = _dates(scene)
    for place, one in enumerate(dates):
        near = "the nearest" if place == 0 else "a"
        yield Time(one.period, vocabulary.STATED, "", f"“{one.text}” is {near} date of its sentence")
    years = sorted({one.period for one in dates if _YEAR.fullmatch(one.period)})
    if len(years) > 1:
        span = f"{years[0]}/{years[-1]}"
        yield Time(span, vocabulary.STATED, "", "its sentence names the years")


def _last_year(scene: Scene) -> Iterator[Time]:
    year = _year(scene)
    if (found := cues.LAST_YEAR.search(_clause(scene))) and year:
        before = str(int(year) - 1)
        yield Time(before, vocabulary.INFERRED, f"“{found[0]}”, written {year}.", "“last year” is the one before")


def _earlier(scene: Scene) -> Iterator[Time]:
    """The dates of the sentences before, the nearest first."""
    for one in scene.earlier:
        if one.kind == places.DATE and periods.known(one.period):
            yield Time(one.period, vocabulary.STATED, f"“{one.text}” stands before.", f"“{one.text}” stands before")


def _year(scene: Scene) -> str:
    """The year in which its document was published."""
    published = scene.source.published
    return str(calendar.civil(published.first).year) if published else ""


def _dates(scene: Scene) -> list[Numeral]:
    return [one for one in scene.others if one.kind == places.DATE and periods.known(one.period)]


def _clause(scene: Scene) -> str:
    """The words around it up to the next number on each side."""
    others = [one for one in scene.others if one.kind == places.NUMBER]
    low = max([scene.span[0], *(one.end for one in others if one.end <= scene.numeral.start)])
    high = min([scene.span[1], *(one.start for one in others if one.start >= scene.numeral.end)])
    return flat(scene.body[low:high])


def attribution(scene: Scene) -> str:
    """Whom its sentence names for it, or that it is rumored."""
    sentence = f"{scene.before}{scene.numeral.text}{scene.behind}"
    found = cues.ACCORDING.search(sentence) or cues.SAYS.search(sentence) or cues.RUMORS.search(sentence)
    return found[1].strip(" ,.") if found else ""


def status(scene: Scene, attribution: str) -> str:
    """The SDMX status that the words beside it and whom it is attributed to give it."""
    if qualifiers.unverified(attribution):
        return vocabulary.UNVERIFIED_STATUS
    near = f"{scene.before[-80:]} {scene.behind[:60]}"
    if cues.RUMOR.search(near):
        return vocabulary.UNVERIFIED_STATUS
    clause = scene.before[-60:].rpartition(",")[2]
    if cues.FORECAST.search(clause) or cues.FORECAST_BEHIND.match(scene.behind):
        return vocabulary.FORECAST_STATUS
    return vocabulary.ESTIMATED_STATUS if cues.ESTIMATE.search(near) else vocabulary.STATED_STATUS


def measure(unit: Unit | None, value: str, *, change: bool) -> str:
    """The measure of a new indicator of such numbers."""
    if change:
        return vocabulary.CHANGE
    if unit is None:
        return vocabulary.COUNT
    if _is_percent(unit):
        return vocabulary.SHARE
    if unit.unit_id in ("years", "months", "weeks", "days", "hours"):
        return vocabulary.DURATION
    whole = bool(value) and Decimal(value) % 1 == 0
    return vocabulary.COUNT if whole and _counts(unit) else vocabulary.LEVEL
