"""Accounts and datings that cannot both be true, and which of them nothing is said of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from validation.language.periods import Period
from validation.model import accounts, events
from validation.model.register import Register

Pair = frozenset[str]
"""The ids of two accounts, whichever is named first."""


def of_datings(register: Register) -> set[Pair]:
    """Pairs of datings of one event that share no day; of those that date it alike each period is compared once."""
    found: set[Pair] = set()
    for event in events.events(register):
        dated: dict[Period, list[str]] = {}
        for dating in event.datings:
            if dating.period:
                dated.setdefault(dating.period, []).append(dating.id)
        apart = (pair for pair in combinations(dated, 2) if not pair[0].overlaps(pair[1]))
        found.update(frozenset(ids) for one, other in apart for ids in product(dated[one], dated[other]))
    return {pair for pair in found if len(pair) == 2}


def listed(register: Register) -> set[Pair]:
    """Pairs that conflicts.csv says something of."""
    return {conflict.pair for conflict in accounts.conflicts(register)}


def unlisted_numbers(register: Register) -> Iterator[tuple[str, str]]:
    """Two accounts of one quantity that cannot both be true and have no row in conflicts.csv, by their ids."""
    known = listed(register)
    for group in accounts.groups(register):
        members = {number.id: number for number in group.numbers}
        for left, right in group.clashes:
            misread = members[left].misread or members[right].misread
            if frozenset((left, right)) not in known and not misread:
                yield left, right


def unlisted_datings(register: Register) -> Iterator[tuple[str, str]]:
    """Two datings of one event that share no day and have no row in conflicts.csv, nor an erratum for one of them."""
    wrong = accounts.errata(register).keys()
    for left, right in sorted(map(sorted, of_datings(register) - listed(register))):
        if not wrong & {left, right}:
            yield left, right
