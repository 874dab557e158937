"""What charts of each kind find, clause by clause, the strongest first: sentences about numbers, as far as they allow.

What a number is of has a name that is no sentence, and verbs in the past fit one thing and several: "Honey yield fell
5%", "Hives numbered 96". Where a name and a number make no sentence, they stand beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.charts import courses
from dashboard.charts.drawing import doubts, growths, lines
from dashboard.charts.drawing.content import CALCULATED, Drawing, Titled
from dashboard.charts.drawing.growths import Growth
from dashboard.charts.drawing.lines import Line
from dashboard.charts.kinds.accounts import distance, gap
from validation import vocabulary
from validation.language import written
from validation.language.written import capitalized
from validation.model.observations import Observation

PICTURED = 20
"""Beyond it, that one area is so many times another says little."""

CLOSE = 1.1
"""Accounts that are no more times apart are told by their numbers."""

LARGE, DIGITS = 1_000_000, 4
"""From where on a number that ends a line is told in so many digits."""

SPACE, MINUS = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}"

_VERB = re.compile(r"(to )?(exceed|top|surpass|cross|pass|reach|approach|hit)(s|es|ed|ped|ping|ing)?$", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"-(day|week|month|year|decade)$")
_SHARE = re.compile(r"Share of (?:the )?(?P<base>.+?) (?:who|that|which) (?P<do>[^,;:.(]+)")


class Clause(NamedTuple):
    """A sentence without its full stop, and the time that it speaks of: "in 2023"."""

    text: str
    when: str = ""


def clauses(drawing: Drawing) -> Iterator[Clause]:
    """The clauses of a headline: "Exports grew 41.3% to $73.15 billion", "in 2023"; there must be a number."""
    return _CLAUSES.get(drawing.kind, _largest)(drawing)


def told(number: Observation) -> str:
    """A number's words inside a sentence: a qualifier that began its own sentence is small here.

    Words that need a noun behind them, such as "seven-week", stand in quotes.
    """
    if number.printed and _ATTRIBUTE.search(number.said):
        return f"“{number.said}”"
    return _with_kind(number, small(number.said) if number.parts[0] else number.said)


def styled(number: Observation) -> str:
    """A number as drawings label it, in one style, with what qualifies it and with its unit."""
    before = small(number.parts[0])
    text = small(number.label) if before else number.label
    if number.mark.said and _VERB.match(before):  # nothing "came to exceed" anything
        text = f"{number.mark.said[0]}{text.removeprefix(before)}"
    if number.mark.said and not text[:1].isalpha():  # "or more" stands behind, and "<" is no word
        text = f"{number.mark.said[0]} {text.lstrip('<>≤≥~≈ ')}"
    if not number.unit.symbol and number.unit.name not in text and any(map(str.isdigit, text)):
        text = f"{text}{SPACE}{number.unit.name}"
    return _with_kind(number, text)


def _with_kind(number: Observation, text: str) -> str:
    """The words of a number with what it is, where no source states it as fact: "400 (plan or forecast)"."""
    kind = CALCULATED if number.is_calculated else doubts.words(number)
    return f"{text} ({kind})" if kind else text


def told_then(number: Observation) -> str:
    """A number's words with its period: "over 1,200 in 2021"."""
    return f"{told(number)} {number.period.adverbial}" if number.period else told(number)


def lowered(name: str, numbers: Sequence[Observation]) -> str:
    """A name as it goes on inside a sentence: small, where a quote writes its first word small."""
    word = small(name.split(" ")[0])
    quoted = {part.strip(".,;:()") for number in numbers for part in number.quote.split()}
    return small(name) if word.strip(":,") in quoted else name


def small(text: str) -> str:
    """The text with a small first letter, as it goes on inside a sentence."""
    return text[:1].lower() + text[1:]


def _growths(drawing: Drawing) -> Iterator[Clause]:
    found = {one.change.id: one for one in growths.pair(drawing.numbers)}
    for quantity in drawing.of(one.change for one in found.values()).quantities:
        members = [found[name] for name in quantity.ids]
        yield _change(drawing, quantity, members[0].name, _reached(members))


def _reached(members: Sequence[Growth]) -> str:
    """The level a growth led to, where the growth is stated once only."""
    level = members[0].level
    return f" to {styled(level)}" if level and len({one.change.common for one in members}) == 1 else ""


def _largest(drawing: Drawing) -> Iterator[Clause]:
    """What grew to a level that is stated too, then all else, the largest first where all is of one unit."""
    grown = [number for one in growths.pair(drawing.numbers) if one.level for number in (one.change, one.level)]
    if grown:
        yield from _growths(drawing.of(grown))
    rest = [number for number in drawing.numbers if number not in grown]
    if len({number.indicator.unit.sign for number in rest}) == 1:
        rest.sort(key=lambda number: number.top, reverse=True)
    for quantity in drawing.of(rest).quantities:
        yield _found(drawing, quantity)


def _shares(drawing: Drawing) -> Iterator[Clause]:
    for quantity in sorted(drawing.quantities, key=lambda one: max(number.top for number in one.numbers), reverse=True):
        yield _found(drawing, quantity)


def _found(drawing: Drawing, quantity: Titled) -> Clause:
    """What is stated of one quantity."""
    first = quantity.numbers[0]
    title, when = drawing.names[first.id].title, _when(first)
    if first.indicator.measure == vocabulary.CHANGE:
        return _change(drawing, quantity, growths.subject(first.indicator.name))
    if first.indicator.measure == vocabulary.SHARE:
        return _share(drawing, quantity)
    if counted := _counted(quantity, title):
        return Clause(counted, when)
    if not when or doubts.is_forecast(first):
        return _labeled(title, quantity)
    return Clause(f"{_subject(title)} came to {_values(quantity)}", when)


def _labeled(title: str, quantity: Titled) -> Clause:
    """A name and a number beside each other."""
    return Clause(f"{title}: {_values(quantity)}", _when(quantity.numbers[0]))


def _change(drawing: Drawing, quantity: Titled, name: str, reached: str = "") -> Clause:
    """What grew or fell, and by how much."""
    title = drawing.names[quantity.id].title
    more = title.removeprefix(quantity.numbers[0].indicator.name)
    done = [_done(number) for number in _each(quantity)]
    if not all(done):
        return _labeled(title, quantity)
    verb = done[0].split(" ")[0]
    said = " or ".join([done[0], *(one.removeprefix(f"{verb} ") for one in done[1:])])
    return Clause(f"{_subject(name + more)} {said}{reached}", _when(quantity.numbers[0]))


def _done(number: Observation) -> str:
    """What a change did, "grew 5%" or "fell by over 3 t"; "" of a forecast or said the wrong way round."""
    if doubts.is_forecast(number):
        return ""
    ends = [end for end in (number.value, number.upper) if end is not None]
    if min(ends) <= 0 <= max(ends):
        return ""
    fell, ours = ends[0] < 0, number.is_calculated
    turned = fell and bool(number.mark.sets) and not number.is_mirrored  # over -13 is no fall of over 13
    if turned or (ours and (fell or len(ends) > 1)):
        return ""
    verb, text = ("fell" if fell else "grew"), styled(number).replace(MINUS, "")
    if len(ends) > 1:
        low, high = sorted(map(abs, ends))
        text = f"between {written.span(low, high, number.unit.symbol).replace(' to ', ' and ')}"
    return f"{verb} {text}" if "%" in text else f"{verb} by {text}"


def _share(drawing: Drawing, quantity: Titled) -> Clause:
    """How many do what the definition says: "45% of members sell at markets", without what the subtitle says."""
    first = quantity.numbers[0]
    title, said = drawing.names[first.id].title, _SHARE.match(first.indicator.definition)
    ordered = replace(quantity, numbers=tuple(sorted(quantity.numbers, key=lambda number: number.common)))
    if not said or doubts.is_forecast(first):
        return _labeled(title, ordered)
    of = "" if drawing.base else f" of {said['base']}"
    text = capitalized(f"{_values(ordered)}{of} {said['do'].strip()}")
    return Clause(text, _aside(first))


def _counted(quantity: Titled, title: str) -> str:
    """So many of what the title begins with, where that is their unit: "almost 4,000 hives before winter"."""
    units = {number.unit for number in quantity.numbers}
    unit = units.pop()
    first, no_fact = quantity.numbers[0], any(map(_is_unfit, quantity.numbers))
    if units or no_fact or unit.sign == "%" or unit.is_money or "," in title:
        return ""
    several = (unit.name, unit.symbol, *(word for word in unit.words if word.endswith("s")))
    if not any(re.match(rf"{re.escape(name)}(?!\w)", title, re.IGNORECASE) for name in several if name):
        return ""
    kind = f" ({doubts.words(first)})" if doubts.look(first) else ""
    values = _values(quantity).replace(f"{SPACE}{unit.sign}", "").replace(kind, "")
    return capitalized(f"{values} {small(title)}{kind}")


def _is_unfit(number: Observation) -> bool:
    """Whether a number is not said to be so many: it is ours, or is yet to come."""
    return number.is_calculated or doubts.is_forecast(number)


def _accounts(drawing: Drawing) -> Iterator[Clause]:
    """How far accounts of one quantity are apart, and the numbers of those that aren't far."""
    apart = [quantity for quantity in drawing.quantities if _quotient(quantity) > CLOSE]
    if apart:
        times = sorted(map(_quotient, apart))
        ends = " to ".join(dict.fromkeys(written.number(end, 2) for end in (times[0], times[-1])))
        told = distance(apart[0]) if len(apart) == 1 else f"{ends} times apart"
        verdicts = {vocabulary.ACCOUNTS[quantity.verdict].words.lower() for quantity in apart}
        that = f" that {verdicts.pop()}" if len(verdicts) == 1 else ""
        yield Clause(f"{_asked(drawing, apart)}{that} are {told}")
    for quantity in sorted(drawing.quantities, key=lambda one: len(one.numbers) < 2):
        if quantity not in apart:
            yield _found(drawing, quantity)


def _asked(drawing: Drawing, apart: Sequence[Titled]) -> str:
    """What there are accounts of, as a question where it can be counted."""
    indicator, title = apart[0].numbers[0].indicator, drawing.names[apart[0].id].title
    if len(apart) > 1:
        one = len({quantity.numbers[0].indicator for quantity in apart}) == 1
        return f"{indicator.name if one else indicator.chart.name}: accounts"
    return f"How many {small(title)}? Accounts" if _counted(apart[0], title) else f"{title}: accounts"


def _quotient(quantity: Titled) -> float:
    """How many times the accounts at odds are apart; 0 where none are, or where they are percentages."""
    found = gap(quantity)
    return found.times if found and quantity.numbers[0].indicator.unit.sign != "%" else 0


def _areas(drawing: Drawing) -> Iterator[Clause]:
    ordered = sorted(drawing.numbers, key=lambda number: number.common, reverse=True)
    large, small = ordered[0], ordered[-1]
    title, other = (drawing.names[number.id].title for number in (large, small))
    if title == other:
        yield from _accounts(drawing)
        return
    times, name = large.common / small.common, _apart(large, small, title)
    if 1.05 <= times <= PICTURED:
        other = _apart(small, large, lowered(other, drawing.numbers))
        yield Clause(f"{name}, {styled(large)}: {written.number(times, 2)} times as large as {other}")
    else:
        yield Clause(f"{name}: {styled(large)}")


def _apart(one: Observation, other: Observation, title: str) -> str:
    """What tells an area apart from another: of one indicator, where they are."""
    return one.area.name if one.indicator == other.indicator else title


def _series(drawing: Drawing) -> Iterator[Clause]:
    """The last turns of a line of each indicator, the hero's first, then the latest; else all that is stated."""
    drawn, _ = lines.split(drawing.numbers)
    if not drawn:
        yield from _largest(drawing)
    hero, told = lines.rank(drawn).hero, {}
    for line in sorted(drawn, key=lambda line: (line is hero, line.xs[-1]), reverse=True):
        told.setdefault(line.numbers[0].indicator, line)
    yield from (Clause(_course(line)) for line in told.values())


def _course(line: Line) -> str:
    """What a line does: "Exports doubled from 2020 to 2024, and fell in 2025"; over times nobody has, its turns."""
    name, legs = _subject(line.numbers[0].indicator.name), courses.legs(line.numbers)
    last = legs[-2:] or [(line.numbers[0], line.numbers[-1])]
    told = [last[0][0], *(end for _, end in last)]
    if not any({*told} <= {*run} for run in line.runs):
        values = zip(map(_brief, told), courses.adverbials(*told), strict=True)
        return f"{line.numbers[0].indicator.name}: {', '.join(f'{value} {when}' for value, when in values)}"
    if not legs:
        return f"{name} changed little {courses.between(line.numbers[0], line.numbers[-1])}"
    if len(legs) == 1:
        return f"{name} {courses.moved(*legs[0])} {courses.between(*legs[0])}, to {_brief(legs[0][1])}"
    (start, turn), (_, end) = last
    then = "in" if courses.follows(turn, end) else "until"
    before = f"{courses.moved(start, turn)} {courses.between(start, turn)}"
    return f"{name} {before}, and {courses.moved(turn, end)} {then} {courses.dates(turn, end)[1]}"


def _values(quantity: Titled) -> str:
    return " or ".join(_distinct(quantity.numbers))


def _distinct(numbers: Sequence[Observation]) -> list[str]:
    """The words of each different value, in the numbers' order; of several words for one value, a document's."""
    by_value = {number.common: number for number in sorted(numbers, key=lambda one: one.told_by.is_document)}
    return [styled(by_value[value]) for value in dict.fromkeys(number.common for number in numbers)]


def _each(quantity: Titled) -> list[Observation]:
    """The first number of each value."""
    return list({number.common: number for number in reversed(quantity.numbers)}.values())[::-1]


def _brief(number: Observation) -> str:
    """A number in few digits where it is large and no bound."""
    if number.mark.sets or abs(number.value) < LARGE or number.upper is not None:
        return styled(number)
    return written.amount(float(number.value), number.unit.sign, DIGITS)


def _when(number: Observation) -> str:
    """When a number is from, at the end of a sentence; "" where that isn't known."""
    if number.period is None or number.period_basis == vocabulary.UNSTATED:
        return ""
    so_far = "so far " if number.is_to_date and number.period.is_year else ""
    return so_far + number.period.adverbial


def _aside(number: Observation) -> str:
    """Where and when a number is from, in brackets; "" where neither is known."""
    known = ", ".join(filter(None, (number.area.name, number.period.words if _when(number) and number.period else "")))
    return f"({known})" if known else ""


def _subject(name: str) -> str:
    """A name as a verb follows it: one with a comma has another behind it."""
    return f"{name}," if "," in name else name


_CLAUSES: Mapping[str, Callable[[Drawing], Iterator[Clause]]] = {
    vocabulary.AS_ACCOUNTS: _accounts,
    vocabulary.AS_AREAS: _areas,
    vocabulary.AS_GROWTH: _growths,
    vocabulary.AS_SERIES: _series,
    vocabulary.AS_SHARES: _shares,
}
