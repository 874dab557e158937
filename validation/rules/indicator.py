"""Rules on indicators: a change and the level that changes."""

from __future__ import annotations

from collections.abc import Iterator

from validation.findings import Fault
from validation.model.register import Register
from validation.rules.rule import Rule, cells_where
from validation.vocabulary import CHANGE

RULES = (
    Rule("indicator/change", "A change names the level it changes.", "change_of on a count", tables=("indicators",)),
)


def changes_have_a_level(register: Register) -> Iterator[Fault]:
    """`change_of` stands with measure change, and names an indicator that is none."""
    rows = register["indicators"]
    cells, is_change = rows["change_of"], rows["measure"].eq(CHANGE)
    message, hint = "change_of must be empty unless measure is change", "empty the cell, or write measure change"
    yield from cells_where(cells.notna() & ~is_change, "indicator/change", "indicators", cells, message, hint)
    message, hint = "change_of must name a level, not another change", "name the indicator of the level that changes"
    chained = cells.isin(rows.loc[is_change, "indicator_id"].dropna())
    yield from cells_where(chained, "indicator/change", "indicators", cells, message, hint)
