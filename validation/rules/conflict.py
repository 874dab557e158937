"""Rules on the pairs of conflicts.csv: two accounts that can be held against one another, each pair once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validation.findings import Fault
from validation.model.register import Register
from validation.quantities import units


def pairs_can_be_held_together(register: Register) -> Iterator[Fault]:
    """A conflict names two numbers whose units convert, or two datings of one event."""
    if register["conflicts"].empty:
        return
    numbers, events = _units_of_numbers(register), _events_of_mentions(register)
    known = units.of(register["units"])
    for row, (left, right) in enumerate(_pairs(register)):
        if left == right:
            yield _fault(row, right, "be another account than left_id", "name the other account")
        elif (left in events) != (right in events) and {left, right} <= events.keys() | numbers.keys():
            yield _fault(row, right, "be a number where left_id is one, a dating where it is", "name the other account")
        elif left in events and right in events and events[left] != events[right]:
            yield _fault(row, right, f"date {events[left]}, as left_id does", "name a mention of that event")
        elif left in numbers and right in numbers and not _convert(numbers[left], numbers[right], known):
            what = f"be in a unit that converts to {numbers[left]}, left_id's, and {numbers[right]} does not"
            yield _fault(row, right, what, "name an account of the same quantity")


def pairs_are_listed_once(register: Register) -> Iterator[Fault]:
    """No two rows name the same two accounts."""
    first: dict[frozenset[str], int] = {}
    for row, pair in enumerate(map(frozenset, _pairs(register))):
        if pair in first:
            line = register.tables["conflicts"].lines[first[pair]]
            right = register["conflicts"]["right_id"].iat[row]
            yield _fault(row, right, f"make another pair than line {line} has", "take one of the rows out")
        first.setdefault(pair, row)


def _pairs(register: Register) -> list[tuple[str, str]]:
    rows = register["conflicts"].fillna("")
    return list(zip(rows["left_id"], rows["right_id"], strict=True))


def _fault(row: int, right: str, what: str, hint: str) -> Fault:
    return Fault("conflict/pair", "conflicts", row, "right_id", str(right), f"right_id must {what}", hint)


def _units_of_numbers(register: Register) -> Mapping[str, str]:
    named = (("observations", "observation_id"), ("derivations", "derivation_id"))
    frames = [register[table][[key, "unit_id"]].dropna() for table, key in named]
    return {name: unit for frame in frames for name, unit in frame.itertuples(index=False, name=None)}


def _events_of_mentions(register: Register) -> Mapping[str, str]:
    return dict(register["mentions"][["mention_id", "event_id"]].dropna().itertuples(index=False, name=None))


def _convert(unit: str, other: str, known: Mapping[str, units.Unit]) -> bool:
    """Whether one unit converts to the other; what can't be told is another rule's finding."""
    try:
        return units.same_dimension(known[unit], known[other], known)
    except (KeyError, ValueError):
        return True
