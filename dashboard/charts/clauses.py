"""What charts of each kind state, clause by clause, the strongest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from dashboard.charts.drawing import growths, lines
from dashboard.charts.drawing.content import CALCULATED, Drawing, Titled
from dashboard.charts.drawing.growths import Growth
from validation import vocabulary
from validation.language import written
from validation.model.observations import Observation

PICTURED = 20
"""Beyond it, that one area is so many times another says little."""


_ATTRIBUTE = re.compile(r"-(day|week|month|year|decade)$")


def clauses(drawing: Drawing) -> Iterator[str]:
    """The clauses of a headline: "Exports up 41.3% to $73.15 billion"; there must be a number."""
    return _CLAUSES.get(drawing.kind, _largest)(drawing)


def told(number: Observation) -> str:
    """A number's words inside a sentence: a qualifier that began its own sentence is small here.

    Words that need a noun behind them, such as "seven-week", stand in quotes.
    """
    if number.printed and _ATTRIBUTE.search(number.said):
        return f"“{number.said}”"
    words = small(number.said) if number.parts[0] else number.said
    return f"{words} ({CALCULATED})" if number.is_calculated else words


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


def _growths(drawing: Drawing) -> Iterator[str]:
    found = {one.change.id: one for one in growths.pair(drawing.numbers)}
    for quantity in drawing.of(one.change for one in found.values()).quantities:
        members = [found[name] for name in quantity.ids]
        said = dict.fromkeys(one.said for one in members)
        yield f"{_grown(members[0], quantity.title)} {' or '.join(said)}{_reached(members)}"


def _grown(one: Growth, title: str) -> str:
    """What grew, with the area and period that tell it from its like."""
    more = title.removeprefix(one.change.indicator.name)
    return f"{one.name}{more}," if more else one.name


def _reached(members: Sequence[Growth]) -> str:
    """The level a growth led to, where the growth is stated once only."""
    level = members[0].level
    return f" to {told(level)}" if level and len({one.said for one in members}) == 1 else ""


def _largest(drawing: Drawing) -> Iterator[str]:
    if len({number.indicator.unit.sign for number in drawing.numbers}) == 1:
        drawing = drawing.of(sorted(drawing.numbers, key=lambda number: number.top, reverse=True))
    for quantity in drawing.quantities:
        yield f"{quantity.title}: {' or '.join(_distinct(quantity.numbers))}"


def _shares(drawing: Drawing) -> Iterator[str]:
    ordered = sorted(drawing.quantities, key=lambda one: max(number.top for number in one.numbers), reverse=True)
    for quantity in ordered:
        yield f"{quantity.title}: {' or '.join(_distinct(_ascending(quantity)))}"


def _accounts(drawing: Drawing) -> Iterator[str]:
    for quantity in sorted(drawing.quantities, key=lambda one: len(one.numbers) < 2):
        link = " against " if quantity.verdict == vocabulary.CONFLICT else " or "
        apart = f", {quantity.distance}" if quantity.distance else ""
        yield f"{quantity.title}: {link.join(_distinct(_ascending(quantity)))}{apart}"


def _ascending(quantity: Titled) -> list[Observation]:
    return sorted(quantity.numbers, key=lambda number: number.common)


def _areas(drawing: Drawing) -> Iterator[str]:
    ordered = sorted(drawing.numbers, key=lambda number: number.common, reverse=True)
    large, small = ordered[0], ordered[-1]
    title, other = (drawing.names[number.id].title for number in (large, small))
    if title == other:
        yield from _accounts(drawing)
        return
    times = _times_larger(large, small, lowered(other, drawing.numbers))
    yield f"{_apart(large, small, title)}: {told(large)}{times}"


def _apart(large: Observation, small: Observation, title: str) -> str:
    """What tells two areas apart: of one indicator, where they are."""
    return large.area.name if large.indicator == small.indicator else title


def _times_larger(large: Observation, small: Observation, other: str) -> str:
    """How often one area goes into another, as far as a reader can picture it."""
    times = large.common / small.common
    if not 1.05 <= times <= PICTURED:
        return ""
    return f", {written.number(times, 2)} times as large as {_apart(small, large, other)}"


def _series(drawing: Drawing) -> Iterator[str]:
    """The ends of a line of each indicator, those first that reach furthest; without a line all that is stated."""
    drawn, _ = lines.split(drawing.numbers)
    if not drawn:
        yield from _largest(drawing)
    latest = {line.numbers[0].indicator: line for line in sorted(drawn, key=lambda line: line.xs[-1])}
    for indicator, line in reversed(latest.items()):
        ends = [told_then(number) for number in (line.numbers[0], line.numbers[-1])]
        yield f"{indicator.name}: {', '.join(ends)}"


def _distinct(numbers: Sequence[Observation]) -> list[str]:
    """The words of each different value, in the numbers' order; of several words for one value, a document's."""
    by_value = {number.common: told(number) for number in sorted(numbers, key=lambda one: one.told_by.is_document)}
    return [by_value[value] for value in dict.fromkeys(number.common for number in numbers)]


_CLAUSES: Mapping[str, Callable[[Drawing], Iterator[str]]] = {
    vocabulary.AS_ACCOUNTS: _accounts,
    vocabulary.AS_AREAS: _areas,
    vocabulary.AS_GROWTH: _growths,
    vocabulary.AS_SERIES: _series,
    vocabulary.AS_SHARES: _shares,
}
