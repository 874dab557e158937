"""Accounts and datings that cannot both be true, and which of them nothing is said of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from validation.model import accounts, events
from validation.model.register import Register

Pair = frozenset[str]
"""The ids of two accounts, whichever is named first."""


def of_datings(register: Register) -> set[Pair]:
    """Pairs of datings of one event that share no day."""
    pairs = (pair for event in events.events(register) for pair in combinations(event.datings, 2))
    distinct = ((a, b) for a, b in pairs if a.id != b.id)
    return {frozenset((a.id, b.id)) for a, b in distinct if a.period and b.period and not a.period.overlaps(b.period)}


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
