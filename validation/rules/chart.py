"""Rules on charts: what a headline says, in a person's words or in ours, is what the chart's numbers say.

A numeral of a headline stands for a number of the chart, rounded as it is printed there, in the same unit or in one
that converts to it; "N times" for how often one of them goes into another; a date for when one is from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from validation.findings import Fault, quoted
from validation.language import numerals, periods, printed, written
from validation.language.numerals import Numeral
from validation.language.printed import Reading, Unreadable
from validation.language.reading.places import DATE, NUMBER
from validation.model.accounts import quantities
from validation.model.observations import Observation
from validation.model.readings import PERCENT
from validation.model.register import Register
from validation.quantities import amounts
from validation.quantities.amounts import Amount
from validation.quantities.units import Unit, Units, WrongDimension, factor, registered
from validation.rules.rule import Objection, Rule, filled, needs, told

RULES = (
    Rule(
        "chart/headline",
        "A headline's numbers and dates are its chart's.",
        'headline "Trade rose 43.1%" where it rose 41.3%',
        tables=("charts",),
    ),
)

# The word beside a numeral.
_BEFORE, _BEHIND = re.compile(r"\w+\W{1,2}\Z"), re.compile(r"\W{1,2}\w+")
_TIMES = re.compile(r"\s+times\b(?P<apart>\s+apart\b)?")


class _Chart(NamedTuple):
    """The numbers of a chart, and the units of its collection, also by what they are called, in lower case."""

    numbers: Sequence[Observation]
    units: Units
    called: Mapping[str, list[Unit]]


class _Said(NamedTuple):
    """A number of a headline: its text, its one or two ends, the units that it may be in; None where it names none.

    Of one that is `unsigned` it isn't known whether something fell by it.
    """

    text: str
    ends: list[Amount]
    units: list[Unit] | None
    unsigned: bool


@needs("charts", "indicators", "units", "observations", "derivations")
def headlines_state_what_is_drawn(register: Register) -> Iterator[Fault]:
    """Each number and each date of a headline is one of the chart's."""
    for row, name, headline in filled(register["charts"], "chart_id", "headline"):
        for objection in strays(headline, _numbers(register, name), register.units):
            yield objection.of("charts", row)


def strays(headline: str, numbers: Sequence[Observation], units: Units) -> Iterator[Objection]:
    """What a headline says that none of the numbers says."""
    chart, names = _Chart(numbers, units, _called(units)), _names(numbers)
    for one in numerals.read(headline):
        objection = ""
        if _is_named(headline, one, names):
            continue
        if one.kind == DATE:
            objection = _date_objection(one, numbers)
        elif one.kind == NUMBER:
            objection = _number_objection(one, headline[one.end :], chart)
        if objection:
            hint = "write what the chart has, in fewer digits if you like, or leave it out"
            yield Objection("chart/headline", "headline", headline, f"headline must {objection}", hint)


def _numbers(register: Register, chart: str) -> list[Observation]:
    """What is stated and calculated of a chart's indicators."""
    indicators = {one.id for one in register.indicators.values() if one.chart.id == chart}
    stated = register.observations.where("indicator_id", *indicators)
    return [*stated, *(one for one in register.derived.values() if one.indicator.id in indicators)]


def _names(numbers: Iterable[Observation]) -> str:
    """The names and definitions of what is drawn, a line for each, in lower case."""
    of = {(one.indicator, one.area) for one in numbers}
    names = {name for what, area in of for name in (what.name, what.definition, what.chart.name, area.name)}
    return "\n".join(names).casefold()


def _is_named(headline: str, one: Numeral, names: str) -> bool:
    """Whether a numeral stands in a name or a definition beside the same word: "hives of 1888"; it states nothing."""
    before, behind = _BEFORE.search(headline, 0, one.start), _BEHIND.match(headline, one.end)
    phrases = [before and headline[before.start() : one.end], behind and headline[one.start : behind.end()]]
    stands = (phrase and re.search(rf"(?<!\w){re.escape(phrase.casefold())}(?!\w)", names) for phrase in phrases)
    return any(stands)


def _date_objection(one: Numeral, numbers: Iterable[Observation]) -> str:
    """What is wrong with a date: no number is from that time, nor was a document of one published then."""
    period = periods.known(one.period)
    times = {time for number in numbers for time in (number.period, number.source.published) if time}
    if period is None or any(period.overlaps(time) for time in times):
        return ""
    near = min(times, key=lambda time: abs(sum(time.days) - sum(period.days)), default=None)
    nearest = f"; the nearest is {near.words}" if near else ""
    return f"name times that the chart's numbers are from, and {quoted(one.text)} is none of them{nearest}"


def _number_objection(one: Numeral, behind: str, chart: _Chart) -> str:
    """What is wrong with a number: it can't be read, or the chart has no such number, or none in its unit."""
    said = _said(one, behind, chart.called)
    if said is None:
        return f"print numbers that can be read, and {quoted(one.text)} can't: part it from what stands beside it"
    if times := _TIMES.match(behind):
        return _times_objection(said, _sizes(chart.numbers, apart=bool(times["apart"])))
    in_unit = list(_in_units(chart, said.units))
    if all(any(_restates(end, amount, said.unsigned) for amount, _ in in_unit) for end in said.ends):
        return ""
    if not in_unit:
        return f"print numbers in units that the chart has, and {quoted(said.text)} is in none of them"
    _, near = min(in_unit, key=lambda pair: abs(pair[0].value - said.ends[0].value))
    nearest = f"the nearest is {told(near)} ({near.id})"
    return f"print numbers that the chart has, and {quoted(said.text)} is none of them; {nearest}"


def _said(one: Numeral, behind: str, called: Mapping[str, list[Unit]]) -> _Said | None:
    """What a numeral says, with the unit that stands in it or behind it; None where it can't be read."""
    try:
        # Where "m" or "t" may be a scale or a unit, a unit that is called so decides.
        reading = printed.read(one.text, units=called if one.unit in ("m", "t") else None)
    except Unreadable:
        return None
    named = [word.casefold() for word in (reading.unit, reading.currency) if word]
    text = one.text
    if reading.fraction and not named:
        named = [PERCENT]
    elif not named and (found := _any_of(called).match(behind)):
        named, text = [found[1].casefold()], one.text + found[0]
    fitting = [unit for word in named for unit in called.get(word, ())]
    return _Said(text, _ends(one, reading), fitting if named else None, one.value is None)


def _ends(one: Numeral, reading: Reading) -> list[Amount]:
    """The number as it is said, or both ends of a range, each with the rounding that its digits show."""
    values = [one.value, one.upper]
    parts = [reading.value, reading.upper]
    if one.value is None:
        values = parts
    elif one.value < 0 < reading.value and reading.upper is not None:  # of a fall the larger comes first
        parts.reverse()
    pairs = [(value, part) for value, part in zip(values, parts, strict=True) if value is not None and part is not None]
    return [
        amounts.stated(value, one.qualifier, replace(reading, value=part, upper=None), discrete=False)
        for value, part in pairs
    ]


def _called(units: Units) -> Mapping[str, list[Unit]]:
    """The units by their words, their sign and their name, in lower case; percent by its id too."""
    found: dict[str, list[Unit]] = {}
    for unit in units.values():
        names = {word.casefold() for word in (*unit.words, unit.symbol, unit.name) if word}
        for name in names | ({PERCENT} & {unit.unit_id}):
            found.setdefault(name, []).append(unit)
    return found


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names right behind a number, the longest first."""
    any_name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"[\s-]?({any_name})(?!\w)", re.IGNORECASE)


def _in_units(chart: _Chart, named: list[Unit] | None) -> Iterator[tuple[Amount, Observation]]:
    """The numbers in each of the units, where they convert to it; in their own where none is named."""
    factors: dict[tuple[str, str], Decimal | None] = {}
    for number in chart.numbers:
        for unit in [number.unit] if named is None else named:
            key = number.unit.unit_id, unit.unit_id
            if key not in factors:
                factors[key] = _factor(number.unit, unit, chart.units)
            if times := factors[key]:
                yield from ((one if times == 1 else amounts.scaled(one, times), number) for one in _told(number))


def _told(number: Observation) -> list[Amount]:
    """The amount, and as it is told where it is calculated, with its bounds shortened."""
    return [number.amount, amounts.reported(number.amount)] if number.is_calculated else [number.amount]


def _restates(end: Amount, amount: Amount, unsigned: bool) -> bool:
    return amounts.restates(end, amount) or (unsigned and amounts.restates(end, amount * Decimal(-1)))


def _factor(unit: Unit, to: Unit, units: Units) -> Decimal | None:
    if unit.unit_id == to.unit_id:
        return Decimal(1)
    try:
        return factor(registered(unit, units), registered(to, units))
    except (WrongDimension, ValueError):
        return None


def _sizes(numbers: Iterable[Observation], *, apart: bool) -> list[list[float]]:
    """The sizes to hold against each other: of one quantity the ends of its accounts are apart, else all of a unit."""
    sound = [number for number in numbers if number.factor is not None and number.common > 0]
    if apart:
        groups = (one.numbers for one in quantities(sound) if len(one.numbers) > 1)
        return [sorted({end for one in members for end in (one.common, one.top)}) for members in groups]
    found: dict[str, list[float]] = {}
    for number in sound:
        found.setdefault(number.indicator.unit.unit_id, []).append(number.common)
    return [sorted(sizes) for sizes in found.values()]


def _times_objection(said: _Said, sizes: Iterable[Sequence[float]]) -> str:
    """What is wrong with a number of times: no two sizes are so far from each other."""
    groups = [group for group in sizes if len(group) > 1]
    for end in said.ends:
        found = [_nearest_quotient(group, float(end.value)) for group in groups]
        near = min(found, key=lambda quotient: abs(quotient - float(end.value)), default=None)
        if near is None or not end.rounded_low <= Decimal(f"{near:.12g}") <= end.rounded_high:
            nearest = f"; the nearest is {written.number(near, 3)} times" if near else ""
            return f"compare numbers that the chart has, and {quoted(f'{said.text} times')} compares no two{nearest}"
    return ""


def _nearest_quotient(sizes: Sequence[float], wanted: float) -> float:
    """Of the quotients of two of the sizes, which rise, the one nearest to a number."""
    quotients = []
    for i, size in enumerate(sizes):
        at = bisect_left(sizes, wanted * size)
        near = range(max(at - 2, 0), min(at + 2, len(sizes)))
        quotients += [sizes[j] / size for j in near if j != i]
    return min(quotients, key=lambda quotient: abs(quotient - wanted), default=1.0)
