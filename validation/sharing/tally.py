"""Faults counted: the first hundred of each rule in each table are kept, whatever the order in which they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from validation.findings import Fault

# Faults of one rule in one table beyond this many are counted, not listed: nobody reads the thousandth.
LISTED = 100

Kind = tuple[str, str]
"""A rule and a table."""


class Tally:
    """Faults of any number; those that stand first in their table are kept."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._kept: dict[Kind, list[Fault]] = {}
        self._counts: Counter[Kind] = Counter()
        for fault in faults:
            self.count(fault)

    def count(self, fault: Fault) -> None:
        """Takes in a fault."""
        self._keep((fault.rule, fault.table), [fault], 1)

    def add(self, other: Tally) -> None:
        """Takes in what another has."""
        for kind, faults in other._kept.items():
            self._keep(kind, faults, other._counts[kind])

    def move(self, place: Callable[[Fault], Fault]) -> None:
        """Gives each fault that is kept its place in a larger table, in which rows are in the same order."""
        self._kept = {kind: [place(fault) for fault in kept] for kind, kept in self._kept.items()}

    @property
    def faults(self) -> list[Fault]:
        """Those that are kept, of each rule and table in the order of the rows."""
        return [fault for kind in sorted(self._kept) for fault in _first(self._kept[kind])]

    @property
    def omitted(self) -> dict[Kind, int]:
        """How many more there are of a rule in a table."""
        return {kind: count - LISTED for kind, count in sorted(self._counts.items()) if count > LISTED}

    def _keep(self, kind: Kind, faults: list[Fault], count: int) -> None:
        kept = self._kept.setdefault(kind, [])
        kept += faults
        self._counts[kind] += count
        if len(kept) > 4 * LISTED:
            kept[:] = _first(kept)


def _first(faults: list[Fault]) -> list[Fault]:
    return sorted(faults, key=_place)[:LISTED]


def _place(fault: Fault) -> tuple[int, int, int, str, str]:
    """Where a fault stands in its table; what is wrong with no row of it is first."""
    return -1 if fault.row is None else fault.row, fault.line, fault.column, fault.field, fault.message
