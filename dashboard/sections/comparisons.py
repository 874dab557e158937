"""What is stated more than once: quantities and datings, and whether the accounts of each go together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts import numbers
from dashboard.sections import known
from dashboard.state import facts
from dashboard.state.store import Snapshot
from validation.model.accounts import Group

ORDER = ("conflict", "doubt", "", "scope")
"""Verdicts, the gravest first; "" where the accounts agree."""


@dataclass(frozen=True)
class Comparison:
    """Several accounts of one thing.

    `verdict` is conflict, doubt, scope, or "" where the accounts agree; `reasons` are the verdicts on two of them with
    their explanations, the gravest first. `ids` are the numbers or, for an event, the mentions; `id` names them all.
    `drawn` where the accounts are on one scale; `apart` says how far they are apart there.
    """

    id: str
    title: str
    href: str
    verdict: str
    reasons: tuple[tuple[str, str], ...]
    ids: tuple[str, ...]
    drawn: bool = False
    apart: str = ""


def all_of(data: Snapshot) -> list[Comparison]:
    """Every comparison, the gravest verdicts first."""
    return data.once(_all_of)


def with_any(data: Snapshot, names: Sequence[str]) -> list[Comparison]:
    """The comparisons in which one of these numbers or mentions stands."""
    return [one for one in all_of(data) if set(one.ids) & set(names)]


def disagreements(data: Snapshot) -> list[Comparison]:
    """Those whose accounts can't both be true or are doubtful."""
    return [one for one in all_of(data) if one.verdict in ("conflict", "doubt")]


def _all_of(data: Snapshot) -> list[Comparison]:
    entries = facts.table(data, "conflicts").to_dict("records")
    groups = [_group(data, group, entries) for group in facts.groups(data)]
    covered = [set(one.ids) for one in groups]
    others = [entry for entry in entries if not any({entry["left_id"], entry["right_id"]} <= ids for ids in covered)]
    found = [*groups, *(_pair(data, entry) for entry in others)]
    return sorted(found, key=lambda one: ORDER.index(one.verdict))


def _group(data: Snapshot, group: Group, entries: Sequence[Mapping[str, Any]]) -> Comparison:
    ids = tuple(group.amounts)
    said = [entry for entry in entries if {entry["left_id"], entry["right_id"]} <= set(ids)]
    verdicts = {entry["verdict"] for entry in said} | ({"conflict"} if group.clashes else set())
    row = known.find(data, ids[0])
    return Comparison(
        group.members[0].id,
        known.name(row),
        f"/indicators/{group.indicator_id}",
        next((verdict for verdict in ORDER if verdict in verdicts), ""),
        _reasons(said),
        ids,
        drawn=True,
        apart=_apart(data, group),
    )


def _reasons(entries: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
    found = dict.fromkeys((entry["verdict"], entry["explanation"]) for entry in entries)
    return tuple(sorted(found, key=lambda reason: ORDER.index(reason[0])))


def _apart(data: Snapshot, group: Group) -> str:
    """How far the accounts are apart, in words: percentages in points, as their chart says it."""
    values = [float(amount.value) for amount in group.amounts.values()]
    unit = facts.table(data, "indicators").set_index("indicator_id")["unit_id"][group.indicator_id]
    symbol = facts.table(data, "units").set_index("unit_id")["symbol"][unit]
    return numbers.apart(max(values), min(values), str(symbol)) if min(values) > 0 else ""


def _pair(data: Snapshot, entry: Mapping[str, Any]) -> Comparison:
    """Two accounts that are not on one scale: datings of an event, or numbers of two quantities."""
    left, ids = entry["left_id"], (entry["left_id"], entry["right_id"])
    title, place = _number(data, left) if left in known.by_id(data) else _event(data, left)
    return Comparison(entry["conflict_id"], title, place, entry["verdict"], _reasons([entry]), ids)


def _number(data: Snapshot, name: str) -> tuple[str, str]:
    row = known.find(data, name)
    return row["indicator"], f"/indicators/{row['indicator_id']}"


def _event(data: Snapshot, mention_id: str) -> tuple[str, str]:
    mentions = facts.table(data, "mentions").set_index("mention_id")["event_id"]
    events = facts.table(data, "events").set_index("event_id")["name"]
    event_id = str(mentions[mention_id])
    return str(events[event_id]), f"/events/{event_id}"
