"""Accounts of one quantity: who else states it, whether all can be true, and the conflicts that must be registered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

import pandas as pd

from validation.findings import Fault, quoted
from validation.language import periods
from validation.model import observations as quantities
from validation.model.observations import Quantity
from validation.model.register import Register, needs
from validation.quantities import amounts, units
from validation.quantities.amounts import Amount

TO_DATE = "to-date"


@dataclass(frozen=True)
class Group:
    """Accounts of one quantity, all in the indicator's unit, and the pairs of them that cannot both be true."""

    indicator_id: str
    area_id: str
    period: str
    members: tuple[Quantity, ...]
    amounts: Mapping[str, Amount]
    clashes: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def groups(register: Register) -> list[Group]:
    """Every group of two or more accounts: same indicator, area and span of time, a year to date only with its like."""
    candidates = _candidates(register)
    known = quantities.stated(register, candidates) | quantities.derived_quantities(register)
    table = units.of(register["units"])
    wanted = register["indicators"].drop_duplicates("indicator_id").set_index("indicator_id")["unit_id"]
    gathered: dict[tuple, list[Quantity]] = {}
    for quantity in known.values():
        key = _key(quantity)
        if key and wanted.get(quantity.indicator_id) in table and quantity.unit_id in table:
            gathered.setdefault(key, []).append(quantity)
    return [
        _group(members, table, table[wanted[members[0].indicator_id]])
        for members in gathered.values()
        if len(members) > 1
    ]


def _candidates(register: Register) -> pd.DataFrame:
    """Observations that share indicator and area with another row: only these can have a second account."""
    rows = register["observations"]
    derivations = register["derivations"]
    shared = rows.duplicated(["indicator_id", "area_id"], keep=False) | rows["indicator_id"].isin(
        derivations["indicator_id"]
    )
    return rows[shared & rows["period"].notna()]


def _key(quantity: Quantity) -> tuple | None:
    """What accounts of one quantity have in common; None where the period isn't known.

    A month and the year that holds it are two quantities (a month's trade is not the year's), so spans must be equal.
    """
    try:
        span = periods.span(quantity.period) if quantity.period else None
    except periods.Unreadable:
        span = None
    if span is None:
        return None
    return quantity.indicator_id, quantity.area_id, span.first, span.last, quantity.period_basis == TO_DATE


def _group(members: list[Quantity], table: Mapping[str, units.Unit], to: units.Unit) -> Group:
    converted = {}
    for member in members:
        try:
            converted[member.id] = in_unit(member, table, to)
        except ValueError:
            continue  # unit/dimension or unit/pint reports it
    clashes = tuple((a, b) for a, b in combinations(converted, 2) if not amounts.can_meet(converted[a], converted[b]))
    first = members[0]
    return Group(first.indicator_id, first.area_id, first.period, tuple(members), converted, clashes)


def in_unit(quantity: Quantity, table: Mapping[str, units.Unit], to: units.Unit) -> Amount:
    """The amount in another unit. Raises `ValueError` where there is no way from one to the other."""
    unit = table[quantity.unit_id]
    if unit == to:
        return quantity.amount
    return amounts.scaled(quantity.amount, units.factor(units.registered(unit, table), units.registered(to, table)))


@needs("conflicts")
def clashes_are_registered(register: Register) -> Iterator[Fault]:
    """Accounts that cannot both be true have a row in conflicts.csv."""
    known = listed(register)
    for group in groups(register):
        misread = {member.id for member in group.members if member.misread}
        for left, right in group.clashes:
            if frozenset((left, right)) not in known and not misread & {left, right}:
                yield _unlisted(register, group, left, right)


def listed(register: Register) -> dict[frozenset[str], int]:
    rows = register["conflicts"]
    return {frozenset(pair): row for row, pair in enumerate(zip(rows["left_id"], rows["right_id"], strict=True))}


def _unlisted(register: Register, group: Group, left: str, right: str) -> Fault:
    said = {member.id: member.said for member in group.members}
    place = _place(register, right) or _place(register, left)
    table, row, field = place or ("conflicts", None, "")
    pair = " and ".join(f"{quoted(said[name])} ({name})" for name in (left, right))
    message = f"a conflict must be registered: {pair} cannot both be true"
    return Fault(
        "conflict/unlisted",
        table,
        row,
        field,
        right,
        message,
        "add a row to conflicts.csv that says so, or correct a row",
    )


@cache
def _id_columns() -> tuple[tuple[str, str], ...]:
    return (("observations", "observation_id"), ("derivations", "derivation_id"), ("mentions", "mention_id"))


def _place(register: Register, name: str) -> tuple[str, int, str] | None:
    for table, field in _id_columns():
        found = register[table][field].eq(name).to_numpy().nonzero()[0]
        if len(found):
            return table, int(found[0]), field
    return None


@needs("observations", "mentions", "derivations", "indicators", "units")
def conflicts_are_still_conflicts(register: Register) -> Iterator[Fault]:
    """A row with verdict conflict names accounts of one quantity, or datings of one event, that cannot both be true."""
    rows = register["conflicts"]
    numbers = {frozenset(pair) for group in groups(register) for pair in group.clashes} if len(rows) else set()
    datings = _clashing_datings(register)
    sound = _sound(register, {*rows["left_id"], *rows["right_id"]})
    for row, entry in enumerate(rows.to_dict("records")):
        pair = frozenset((entry["left_id"], entry["right_id"]))
        if len(pair) == 2 and entry["verdict"] == "conflict" and pair <= sound and pair not in numbers | datings:
            message = "verdict must not be conflict: the two can both be true, or are not of one quantity and time"
            yield Fault(
                "conflict/none",
                "conflicts",
                row,
                "verdict",
                "conflict",
                message,
                "write doubt or scope, or take the row out",
            )


def _sound(register: Register, ids: set[str]) -> set[str]:
    """Which of these accounts can be judged; that another is missing or can't be read is a finding already."""
    observations, mentions = register["observations"], register["mentions"]
    known = quantities.stated(register, observations[observations["observation_id"].isin(ids)])
    units_known = set(register["units"]["unit_id"])
    numbers = [*known.values(), *quantities.derived_quantities(register).values()]
    dated = mentions[mentions["mention_id"].isin(ids)]
    return {
        *(one.id for one in numbers if not one.misread and one.unit_id in units_known and _is_readable(one.period)),
        *dated.loc[dated["period"].fillna("").map(_is_readable), "mention_id"],
    }


def _is_readable(period: str) -> bool:
    try:
        return not period or bool(periods.span(period))
    except periods.Unreadable:
        return False


def _clashing_datings(register: Register) -> set[frozenset[str]]:
    """Pairs of mentions of one event whose periods don't share a day."""
    rows = register["mentions"]
    several = rows[rows["period"].notna() & rows["event_id"].duplicated(keep=False)]
    clashing = set()
    for _, mentions in several.groupby("event_id"):
        for one, other in combinations(mentions[["mention_id", "period"]].itertuples(index=False, name=None), 2):
            if one[0] != other[0] and not _share_a_day(one[1], other[1]):
                clashing.add(frozenset((one[0], other[0])))
    return clashing


def _share_a_day(one: str, other: str) -> bool:
    try:
        return periods.overlap(one, other)
    except periods.Unreadable:
        return True


@needs("conflicts", "errata")
def datings_that_clash_are_registered(register: Register) -> Iterator[Fault]:
    """Datings of one event that share no day have a row in conflicts.csv, or an erratum for one of them."""
    known = listed(register)
    wrong = set(register["errata"]["target_id"])
    for pair in sorted(map(sorted, _clashing_datings(register))):
        if frozenset(pair) in known or wrong & set(pair):
            continue
        table, row, field = _place(register, pair[1]) or ("mentions", None, "")
        message = f"a conflict must be registered: {pair[0]} and {pair[1]} date one event to times that share no day"
        yield Fault(
            "conflict/unlisted",
            table,
            row,
            field,
            pair[1],
            message,
            "add a row to conflicts.csv, or an erratum",
        )
