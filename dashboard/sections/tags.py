"""Tags that tell what kind of statement a number is, whether it was verified, and how accounts go together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash.development.base_component import Component

from dashboard.design.codes import PASSAGES, STATUSES, Code
from dashboard.design.elements import tag

CALCULATED = Code("Calculated", "Calculated from stated numbers; no source states it.")
RUMORED = Code("Unverified report", STATUSES["U"].meaning, "warn")

ACCOUNTS: Mapping[str, Code] = {
    "conflict": Code("Cannot both be true", "No value satisfies both accounts.", "error"),
    "doubt": Code("Doubtful", "Far apart, though both can be true.", "warn"),
    "": Code("Agree", "Some value satisfies every account.", "ok"),
    "scope": Code("Not the same quantity", "The accounts are of different things."),
}
"""How accounts of one thing go together, the gravest first."""


def shown(code: Code) -> Component:
    """A code as a tag; its meaning is told to those who point at it."""
    return tag(code.words, code.kind, code.meaning)


def status(row: Mapping[str, Any]) -> list[Component]:
    """A tag for a number that is no plain statement: a rumor, a forecast, an estimate, a calculation."""
    if row["source_kind"] == "derived":
        return [shown(CALCULATED)]
    code = RUMORED if row["status"] == "U" else STATUSES[row["status"]]
    return [] if row["status"] == "A" else [shown(code)]


def evidence(row: Mapping[str, Any]) -> Component:
    """A tag for what became of a number's passage."""
    return shown(PASSAGES.get(row["evidence"], CALCULATED))


def accounts(verdict: str) -> Component:
    """A tag for how accounts go together; "" where they agree."""
    return shown(ACCOUNTS[verdict])
