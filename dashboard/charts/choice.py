"""What each chart draws: its numbers, and the kind they are drawn as, chosen once; and the figure of that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from dashboard.charts.drawing import growths, lines
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.content import Drawing
from dashboard.charts.kinds import accounts, areas, growth, series, shares, stated
from validation import vocabulary
from validation.model.accounts import Quantity, groups, quantities, said
from validation.model.observations import Derived, Observation
from validation.model.register import Register
from validation.model.verdicts import checks

FIGURES: Mapping[str, Callable[..., Figure]] = {
    vocabulary.AS_GROWTH: growth.draw,
    vocabulary.AS_SERIES: series.draw,
    vocabulary.AS_SHARES: shares.draw,
    vocabulary.AS_AREAS: areas.draw,
    vocabulary.AS_ACCOUNTS: accounts.draw,
    vocabulary.AS_STATED: stated.draw,
}
"""How each kind is drawn; numbers alone have no figure."""

_OF = re.compile(r"Share of (?:the )?(.+?) (?:who|whose|that|which) ")


def find(register: Register, key: str) -> Drawing | None:
    """The drawing of "chart/<id>", "indicator/<id>" or "accounts/<id of the first account>".

    None for what there isn't, and where no number is stated or calculated.
    """
    what, _, name = key.partition("/")
    # What is unknown isn't kept: a key may come from anybody.
    return register.once(_drawing, what, name) if name in _known(register, what) else None


def figure(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """The figure of a drawing in a scheme, "light" or "dark", for a width in pixels.

    Raises
    ------
    ValueError
        for numbers alone
    """
    if drawing.kind not in FIGURES:
        raise ValueError("numbers alone are set as words and have no figure")
    return FIGURES[drawing.kind](drawing, scheme=scheme, width=width)


def choose(numbers: Sequence[Observation], asked: str = "") -> str:
    """The kind of chart for numbers, a code of `vocabulary.CHART_KINDS`.

    `asked` is charts.csv's kind and wins where these numbers can be drawn so; accounts of one value have nothing to
    compare.
    """
    if not numbers or (asked == vocabulary.AS_ACCOUNTS and _of_one_value(numbers)):
        return vocabulary.ALONE
    if asked in vocabulary.CHART_KINDS and _NEEDS.get(asked, bool)(numbers):
        return asked
    if len(numbers) < 2:
        return vocabulary.ALONE
    if growths.fits(numbers):
        return vocabulary.AS_GROWTH
    units = Counter(number.indicator.unit.sign for number in numbers)
    if len(units) > 1:
        return vocabulary.AS_STATED if min(units.values()) > 1 else vocabulary.ALONE
    stated = [number for number in numbers if not number.is_own]
    fitting = (kind for kind, fits in _FITS.items() if fits(stated) and _NEEDS.get(kind, bool)(numbers))
    return next(fitting, vocabulary.AS_STATED)


def common_base(definitions: Iterable[str]) -> str:
    """What shares are of, "of members", where the definitions of their indicators say so; "" for several things."""
    found = {_base(definition) for definition in definitions}
    return found.pop() if len(found) == 1 else ""


def _base(definition: str) -> str:
    """What a share is of: "of members" from "Share of the members who …"; "" where the definition does not say."""
    found = _OF.match(definition)
    return f"of {found[1]}" if found else ""


def _known(register: Register, what: str) -> Mapping[str, object]:
    """The things that have a drawing, by their ids."""
    if what == "accounts":
        return register.once(_quantities)
    return {"chart": register.charts, "indicator": register.indicators}.get(what, {})


def _drawing(register: Register, what: str, name: str) -> Drawing | None:
    kind, numbers = _ASKED[what](register, name)
    if not numbers:
        return None
    shared = all(number.indicator.measure == vocabulary.SHARE for number in numbers)
    base = common_base(number.indicator.definition for number in numbers) if shared else ""
    headline = register.charts[name].headline if what == "chart" else ""
    return Drawing(f"{what}/{name}", tuple(numbers), choose(numbers, kind), base, said(register), headline)


def _quantities(register: Register) -> dict[str, Quantity]:
    """The quantities with several accounts, each named by the first of these."""
    return {quantity.id: quantity for quantity in groups(register)}


def _of_chart(register: Register, name: str) -> tuple[str, list[Observation]]:
    """The kind that is asked for and the numbers of a chart, with what documents state beside a series."""
    kind = register.charts[name].kind
    indicators = [indicator.id for indicator in register.indicators.values() if indicator.chart.id == name]
    numbers = _of_indicators(register, indicators, kind)
    return kind, [*_held_against(register, numbers), *numbers] if kind == vocabulary.AS_SERIES else numbers


def _of_indicator(register: Register, name: str) -> tuple[str, list[Observation]]:
    return "", _of_indicators(register, [name], "")


def _of_accounts(register: Register, name: str) -> tuple[str, list[Observation]]:
    """The accounts of a quantity, which are compared whatever they are."""
    return vocabulary.AS_ACCOUNTS, list(register.once(_quantities)[name].numbers)


_ASKED: Mapping[str, Callable[[Register, str], tuple[str, list[Observation]]]] = {
    "chart": _of_chart,
    "indicator": _of_indicator,
    "accounts": _of_accounts,
}


def _of_indicators(register: Register, indicators: Sequence[str], kind: str) -> list[Observation]:
    """The stated numbers, and the calculated ones that belong to them; only calculated ones where none is stated."""
    stated = register.observations.where("indicator_id", *indicators)
    calculated = [number for number in register.derived.values() if number.indicator.id in indicators]
    if not stated:
        return list(calculated)
    with_ = _with(stated, calculated, kind)
    return [*stated, *with_, *(number for number in _sums(stated, calculated) if number not in with_)]


def _sums(stated: Sequence[Observation], calculated: Sequence[Derived]) -> Iterable[Derived]:
    """The totals of one source that stand for their parts, which aren't drawn here."""
    drawn = set(stated)
    return (number for number in calculated if number.is_sum and drawn.isdisjoint(number.stated))


def _with(stated: Sequence[Observation], calculated: Sequence[Derived], kind: str) -> Sequence[Derived]:
    """The calculated numbers drawn with stated ones: other accounts or times of them, the levels of before a growth."""
    indicators = {number.indicator.id for number in stated}
    same = [number for number in calculated if number.indicator.id in indicators]
    if kind == vocabulary.AS_ACCOUNTS:
        return same
    changing = {number.indicator.change_of for number in stated}
    levels = [number for number in calculated if number.indicator.id in changing]
    if levels and choose([*stated, *levels], kind) == vocabulary.AS_GROWTH:
        return levels
    # Beside bars of other times, one of no time says nothing.
    timed = [number for number in same if number.period]
    return timed if choose([*stated, *timed], kind) == vocabulary.AS_STATED else ()


def _held_against(register: Register, drawn: Sequence[Observation]) -> Iterable[Observation]:
    """Documents' numbers that checks hold against a series, to be marked on it at their own period."""
    names = {number.id for number in drawn}
    held = {
        check.number.id
        for check in checks(register)
        if check.verdict != vocabulary.OTHER_SCOPE and check.reference and check.reference.id in names
    }
    units = {number.unit for number in drawn}
    beside = register.observations.where("observation_id", *held - names)
    return (number for number in beside if number.period and number.unit in units)


def _of_one_value(numbers: Sequence[Observation]) -> bool:
    """Whether a drawing would show the same thing again and again."""
    return len({(number.indicator.id, number.common, number.top, number.qualifier) for number in numbers}) < 2


def _over_time(numbers: Sequence[Observation]) -> bool:
    """Whether some numbers make a line and all have their place in time."""
    drawn, _ = lines.split(numbers)
    return bool(drawn) and len(lines.dated(numbers)) == len(numbers)


def _of_a_whole(numbers: Sequence[Observation]) -> bool:
    return all(number.indicator.measure == vocabulary.SHARE and number.indicator.unit.sign == "%" for number in numbers)


def _of_land(numbers: Sequence[Observation]) -> bool:
    """Whether the numbers are areas of several things, none too small to be seen beside the largest."""
    several = len({(number.indicator.id, number.area.id) for number in numbers}) > 1
    if not several or all(len(quantity.numbers) > 1 for quantity in quantities(numbers)):
        return False
    values = [number.common for number in numbers]
    squares = numbers[0].indicator.unit.sign.endswith("²")
    return squares and areas.fits(numbers) and max(values) / min(values) <= areas.EXTREME


def _of_one_quantity(numbers: Sequence[Observation]) -> bool:
    return any(len({number.told_by.id for number in one.numbers}) > 1 for one in quantities(numbers))


def _of_one_unit(numbers: Sequence[Observation]) -> bool:
    """Whether they can stand on one axis."""
    return len({number.indicator.unit.sign for number in numbers}) == 1


_NEEDS: Mapping[str, Callable[[Sequence[Observation]], object]] = {
    vocabulary.AS_GROWTH: growths.pair,
    vocabulary.AS_SERIES: lambda numbers: _of_one_unit(numbers) and lines.dated(numbers),
    vocabulary.AS_SHARES: lambda numbers: _of_one_unit(numbers) and numbers[0].indicator.unit.sign == "%",
    vocabulary.AS_AREAS: lambda numbers: _of_one_unit(numbers) and areas.fits(numbers),
    vocabulary.AS_ACCOUNTS: lambda numbers: _of_one_unit(numbers),
}
"""What numbers must have to be drawn so at all: a change in percent, one unit, a period, sizes; else only be there."""

_FITS: Mapping[str, Callable[[Sequence[Observation]], bool]] = {
    vocabulary.ALONE: _of_one_value,
    vocabulary.AS_SERIES: _over_time,
    vocabulary.AS_SHARES: _of_a_whole,
    vocabulary.AS_AREAS: _of_land,
    vocabulary.AS_ACCOUNTS: _of_one_quantity,
}
"""What numbers of one unit are drawn as, in the order in which the kinds are tried."""
