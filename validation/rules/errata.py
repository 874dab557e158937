"""Rules on errata: what is called wrong still stands, and what is right differs from it."""

from __future__ import annotations

from collections.abc import Iterator

from validation.findings import Fault, quoted
from validation.model import events
from validation.model.register import Register
from validation.rules.rule import Rule

RULES = (
    Rule(
        "errata/stale",
        "What an erratum calls wrong still stands there.",
        "an erratum after a corrected edition",
        tables=("errata",),
    ),
    Rule("errata/same", "What is right differs from what is stated.", "correct equals stated", tables=("errata",)),
)


def errata_still_hold(register: Register) -> Iterator[Fault]:
    """What an erratum calls wrong stands in its target's quote, and is not what it calls right."""
    for row, erratum in enumerate(register.cells("errata")):
        target, stated = erratum["target_id"], erratum["stated"]
        quote = _quote(register, target)
        if stated and quote and stated not in quote:
            message = f"stated must stand in the quote of {target}, and {quoted(stated)} does not"
            yield Fault("errata/stale", "errata", row, "stated", stated, message, f"the quote is {quoted(quote)}")
        if stated and stated == erratum["correct"]:
            message, hint = "correct must differ from stated", "write what is right, or take the row out"
            yield Fault("errata/same", "errata", row, "correct", stated, message, hint)


def _quote(register: Register, name: str) -> str:
    """What a number or a dating was read from; "" where there is none that can be read."""
    found = register.observations.get(name) or events.datings(register).get(name)
    return found.quote if found else ""
