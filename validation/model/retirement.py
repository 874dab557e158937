"""What became of ids that stand no more, thing by thing: a chart and an indicator may share an id and part ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from validation.model.register import Register
from validation.model.views import Cells

KINDS: Mapping[str, tuple[str, ...]] = {
    "observations": ("observations", "derivations"),
    "events": ("events",),
    "mentions": ("mentions",),
    "sources": ("sources",),
    "indicators": ("indicators",),
    "charts": ("charts",),
    "units": ("units",),
    "areas": ("areas",),
    "conflicts": ("conflicts",),
}
"""The tables of each kind of thing: a number keeps its id where it is calculated now."""

TABLES = tuple(table for tables in KINDS.values() for table in tables)

ADDRESSED = ("observations", "events", "sources", "indicators", "charts")
"""The kinds that have pages, below a path of their name."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Retirement:
    """What became of the ids of earlier data: by kind, the row of retired.csv of each that stands no more."""

    rows: Mapping[str, Mapping[str, Cells]] = field(default_factory=dict)

    def row(self, table: str, id: str) -> Cells | None:
        """The row that says what became of a thing of a table; None where it stands, or nothing is said."""
        return self.rows.get(_kind(table), {}).get(id)

    def now(self, table: str, id: str) -> str:
        """The id that a thing of a table has now; "" where it is withdrawn."""
        row = self.row(table, id)
        return row["replaced_by"] if row else id

    def renamed(self, table: str, cell: str) -> str:
        """A cell with ids of things of a table, as it stands now if nothing but these changed."""
        rows = self.rows.get(_kind(table))
        return _ID.sub(lambda found: self.now(table, found[0]) or found[0], cell) if rows else cell


def between(old: Register, new: Register) -> Retirement:
    """What became of the ids of earlier data that later ones have no more."""
    retired = {row["id"]: row for row in new.cells("retired")}
    if not retired:
        return Retirement()
    return Retirement({kind: dict(_gone(old, new, kind, retired)) for kind in KINDS})


def _gone(old: Register, new: Register, kind: str, retired: Mapping[str, Cells]) -> Iterator[tuple[str, Cells]]:
    before, after = ids(old, kind), ids(new, kind)
    for id in (before - after) & retired.keys():
        row = retired[id]
        yield id, row if row["replaced_by"] in after else {**row, "replaced_by": ""}


def ids(register: Register, kind: str) -> set[str]:
    """The ids of the things of a kind."""
    return set().union(*map(register.ids, KINDS[kind]))


def _kind(table: str) -> str:
    return next((kind for kind, tables in KINDS.items() if table in tables), "")
