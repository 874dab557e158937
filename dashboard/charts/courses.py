"""The course of numbers in order of time, in words: where they turn, how far they rise or fall, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from validation.model.observations import Observation

STEADY = 0.02
"""A part of the largest number, by which a line may turn back without a turn."""

NEAR = 0.05
"""A part by which something may fall short of twice, and is nearly doubled, or go beyond it, and is doubled."""

_RISES, _FALLS = {4: "quadrupled", 3: "tripled", 2: "doubled"}, {2: "halved"}

Leg = tuple[Observation, Observation]
"""The way from one turn to the next."""


def legs(numbers: Sequence[Observation]) -> list[Leg]:
    """The ways up and down of numbers in order of time; a small way back is no turn, and a small way is none."""
    slack = STEADY * max(abs(number.common) for number in numbers)
    turns, tip = [numbers[0]], numbers[0]
    for number in numbers[1:]:
        way, step = tip.common - turns[-1].common, number.common - tip.common
        if way * step >= 0:
            tip = number
        elif abs(step) > slack:
            turns.append(tip)
            tip = number
    turns.append(tip)
    return [(start, end) for start, end in pairwise(turns) if abs(end.common - start.common) > slack]


def moved(start: Observation, end: Observation) -> str:
    """What something did between two numbers: "rose", "nearly tripled", "more than halved"."""
    rose = end.common > start.common
    low, high = sorted((start.common, end.common))
    for times, verb in (_RISES if rose else _FALLS).items():
        if low > 0 and high / low >= times * (1 - NEAR):
            more = "nearly " if high < times * low else "more than " if high > times * low * (1 + NEAR) else ""
            return f"{more}{verb}"
    return "rose" if rose else "fell"


def follows(start: Observation, end: Observation) -> bool:
    """Whether no time lies between two numbers."""
    return bool(start.period and end.period and start.period.last + 1 == end.period.first)


def between(start: Observation, end: Observation) -> str:
    """From when to when: "from 2020 to 2024"."""
    return "from {} to {}".format(*dates(start, end))


def dates(*numbers: Observation) -> list[str]:
    """When numbers that have a period are from, in years as far as these tell them apart."""
    times = [number.period for number in numbers if number.period]
    years = [time.words if time.coarse else time.short for time in times]
    return years if len(set(years)) == len(years) else [time.words for time in times]


def adverbials(*numbers: Observation) -> list[str]:
    """The same at the end of a sentence: "in 2017", "on February 17, 2017"."""
    times = [number.period for number in numbers if number.period]
    return [
        time.adverbial if when == time.words else f"in {when}"
        for time, when in zip(times, dates(*numbers), strict=True)
    ]
