"""Rules on units: their expressions can be read, and numbers are in a unit of their indicator's kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from validation.findings import Fault
from validation.model.register import Register
from validation.quantities import units
from validation.quantities.units import Unit, Units
from validation.rules.rule import Rule, looked_up

_OF_NUMBERS = ("observations", "derivations")

RULES = (
    Rule("unit/pint", "Pint reads the unit's expression.", "pint kilometre ** two", tables=("units",)),
    Rule(
        "unit/dimension",
        "A number's unit converts to its indicator's.",
        "persons for an area of land",
        tables=_OF_NUMBERS,
    ),
)


def units_are_known(register: Register) -> Iterator[Fault]:
    """Every Pint expression can be read."""
    for row, cells in enumerate(register.cells("units")):
        unit = register.units.get(cells["unit_id"])
        if unit is None or not unit.pint:
            continue
        try:
            units.dimension(unit, register.units)
        except ValueError as error:
            message = f"pint must be an expression Pint reads: {error}"
            hint = "write names of units with * / **, such as kilometer ** 2, or empty the cell"
            yield Fault("unit/pint", "units", row, "pint", unit.pint, message, hint)


def units_fit_their_indicator(register: Register) -> Iterator[Fault]:
    """A number's unit can be turned into its indicator's unit."""
    known = register.units
    indicators = register["indicators"].drop_duplicates("indicator_id")
    wanted = dict(zip(indicators["indicator_id"], indicators["unit_id"], strict=True))
    for name in _OF_NUMBERS:
        rows = register[name]
        pairs = pd.DataFrame({"unit": rows["unit_id"], "wanted": looked_up(rows["indicator_id"], wanted)})
        pairs = pairs[pairs["unit"].isin(known) & pairs["wanted"].isin(known)]
        # Each pair of units is looked at once, however many rows have it.
        for unit, target in pairs.drop_duplicates().itertuples(index=False, name=None):
            if unit != target and not converts(known[unit], known[target], known):
                broken = pairs.index[pairs["unit"].eq(unit) & pairs["wanted"].eq(target)]
                yield from _strange(name, broken.tolist(), unit, target)


def _strange(table: str, broken: Sequence[int], unit: str, target: str) -> Iterator[Fault]:
    message = f"unit_id must convert to {target}, its indicator's unit, and {unit} does not"
    hint = "use a unit of that kind, or another indicator"
    for row in broken:
        yield Fault("unit/dimension", table, row, "unit_id", unit, message, hint)


def converts(unit: Unit, target: Unit, known: Units) -> bool:
    """Whether one unit converts to the other; an expression that can't be read is a finding of its own."""
    try:
        return units.same_dimension(unit, target, known)
    except ValueError:
        return True
