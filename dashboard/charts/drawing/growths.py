"""Changes in percent with the levels they led to, the bases they started from and the steps between these."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.charts.drawing import doubts
from validation import vocabulary
from validation.language.written import capitalized
from validation.model.observations import Observation

# What came before is drawn at one length for all, so that growths of different things can be compared.
BEFORE = 100.0

_CHANGE_WORDS = re.compile(
    r"^(growth|rise|increase|decrease|fall|decline|drop|change) (in|of) | (growth|rise|increase|decrease|change)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Growth:
    """A change in percent, with the level it led to where there is one, and the base and the step that this implies."""

    change: Observation
    level: Observation | None = None
    base: Observation | None = None
    step: Observation | None = None

    @property
    def name(self) -> str:
        """What grew."""
        return self.level.indicator.name if self.level else subject(self.change.indicator.name)

    @property
    def index(self) -> float:
        """What was reached, where what came before is 100."""
        return BEFORE + self.change.common

    @property
    def said(self) -> str:
        """The change in its source's words, and whether it is no fact: "up 41.3%", "up 5% (estimate)"."""
        change, doubt = self.change, doubts.words(self.change)
        kind = f" ({doubt})" if doubt else ""
        if not change.common:
            return f"growth of {change.label}{kind}"
        return f"{'up' if change.common >= 0 else 'down'} {change.label.replace('−', '').lstrip('+-')}{kind}"

    @property
    def numbers(self) -> list[Observation]:
        """What it is made of."""
        return [number for number in (self.change, self.level, self.base, self.step) if number]


def pair(numbers: Sequence[Observation]) -> list[Growth]:
    """The changes in percent among the numbers with their level, base and step: those with a level first, by size."""
    levels = [number for number in numbers if not _is_change(number) and not number.is_calculated]
    calculated = [number for number in numbers if not _is_change(number) and number.is_calculated]
    steps = [number for number in numbers if _is_change(number) and number.is_calculated]
    changes = [number for number in numbers if _is_change(number) and _is_stated_in_percent(number)]
    growths = []
    for change in sorted(changes, key=lambda number: number.told_by.is_reference):
        level = _taken(levels, change, lambda other, of=change: _leads_to(of, other) and other.days == of.days)
        base = _taken(calculated, change, lambda other, of=change: _leads_to(of, other)) if level else None
        step = _taken(steps, change, lambda other, of=change: _steps_to(of, other)) if level else None
        growths.append(Growth(change, level, base, step))
    return sorted(growths, key=lambda growth: (growth.level is None, -abs(growth.change.common)))


def unpaired(numbers: Sequence[Observation]) -> list[Observation]:
    """The numbers that belong to no change."""
    used = {number.id for growth in pair(numbers) for number in growth.numbers}
    return [number for number in numbers if number.id not in used]


def fits(numbers: Sequence[Observation]) -> bool:
    """Whether numbers are changes in percent with the levels and bases that belong to them, and nothing else."""
    growths = pair(numbers)
    return bool(growths) and all(growth.index > 0 for growth in growths) and not unpaired(numbers)


def subject(name: str) -> str:
    """What changes, from the name of a change: "Growth of exports" and "Exports growth" are "Exports"."""
    return capitalized(_CHANGE_WORDS.sub("", name))


def interval(number: Observation) -> tuple[float, float]:
    """The interval a calculated number must lie in: its bounds, else what rounding leaves open."""
    amount = number.amount
    if amount.low is not None and amount.high is not None:
        return float(amount.low), float(amount.high)
    return float(amount.rounded_low), float(amount.rounded_high)


def _is_change(number: Observation) -> bool:
    return number.indicator.measure == vocabulary.CHANGE


def _is_stated_in_percent(number: Observation) -> bool:
    return number.indicator.unit.sign == "%" and not number.is_calculated


def _leads_to(change: Observation, level: Observation) -> bool:
    return level.indicator.id == change.indicator.change_of and level.area == change.area


def _steps_to(change: Observation, step: Observation) -> bool:
    of = change.indicator.change_of
    return bool(of) and step.indicator.change_of == of and step.area == change.area


def _taken(
    others: list[Observation], change: Observation, belongs: Callable[[Observation], bool]
) -> Observation | None:
    """The first of the others that belongs to a change, one of its source before others; taken out, as it is of one."""
    found = [other for other in others if belongs(other)]
    best = max(found, key=lambda other: other.told_by.id == change.told_by.id, default=None)
    if best is not None:
        others.remove(best)
    return best
