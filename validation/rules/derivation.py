"""Rules on derivations: every formula can be read and calculated, and comes to its unit."""

from __future__ import annotations

from collections.abc import Iterator

from validation.findings import Fault
from validation.model.derivations import UnknownNumber
from validation.model.register import Register
from validation.quantities.units import WrongDimension
from validation.rules.rule import Rule, needs

RULES = (
    Rule("derivation/formula", "Every formula can be read and calculated.", "[trade] / 0", tables=("derivations",)),
    Rule(
        "derivation/unit",
        "A formula's result is of its unit's kind.",
        "kilometres plus persons",
        tables=("derivations",),
    ),
)


@needs("observations", "indicators", "units")
def derivations_compute(register: Register) -> Iterator[Fault]:
    """Every formula can be read, names numbers but not itself, and gives a number of its unit's kind."""
    known = set(register["derivations"]["derivation_id"])
    for row, (cells, result) in enumerate(register.evaluations):
        # A unit that is missing is the finding of a link; a number that can't be read, or calculated, of its own row.
        if not isinstance(result, ValueError | ArithmeticError):
            continue
        if isinstance(result, UnknownNumber) and (result.name in register.observations or result.name in known):
            continue
        rule = "derivation/unit" if isinstance(result, WrongDimension) else "derivation/formula"
        message = f"formula must compute: {result}"
        hint = "ids of observations and other derivations in brackets, numbers, + - * / and parentheses"
        yield Fault(rule, "derivations", row, "formula", cells["formula"], message, hint)
