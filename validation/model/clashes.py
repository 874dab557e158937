"""Accounts and datings that cannot both be true, and which of them nothing is said of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from validation.language import periods
from validation.model import accounts
from validation.model.register import Register

Pair = frozenset[str]
"""The ids of two accounts, whichever is named first."""


def of_datings(register: Register) -> set[Pair]:
    """Pairs of datings of one event that share no day; of those that date it alike each period is compared once."""
    found: set[Pair] = set()
    for dated in _datings(register).values():
        apart = (pair for pair in combinations(dated, 2) if _are_apart(*pair))
        found.update(frozenset(ids) for one, other in apart for ids in product(dated[one], dated[other]))
    return {pair for pair in found if len(pair) == 2}


def _datings(register: Register) -> dict[str, dict[str, list[str]]]:
    """The ids of mentions by their event and their period, in EDTF; of events that all date alike there are none."""
    rows = register["mentions"][["event_id", "period", "mention_id"]].dropna()
    events = rows.drop_duplicates(["event_id", "period"])["event_id"]
    several = register.ids("events").intersection(events[events.duplicated()])
    found: dict[str, dict[str, list[str]]] = {}
    for event, edtf, name in rows[rows["event_id"].isin(several)].itertuples(index=False, name=None):
        found.setdefault(event, {}).setdefault(edtf, []).append(name)
    return found


def _are_apart(edtf: str, other: str) -> bool:
    one, two = periods.known(edtf), periods.known(other)
    return one is not None and two is not None and not one.overlaps(two)


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
