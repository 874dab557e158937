"""What an address asks of the list of numbers: which of them, which columns, which page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.sections import columns
from dashboard.state import addresses
from dashboard.state.addresses import Query
from dashboard.state.refusals import Unacceptable, demand
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot
from validation.language.written import many
from validation.model import verdicts
from validation.model.observations import Observation

PATH = "/data"
PAGE_ROWS = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """What an address asks of the list: the numbers out of `every` so many, the names of the columns, the page.

    `origins` is how many there are of each origin, whichever are asked for; `usual` are the columns shown unasked.
    """

    query: Query
    selection: Selection
    chosen: Sequence[Observation]
    origins: Mapping[str, int]
    every: int
    columns: Sequence[str]
    usual: Sequence[str]
    page: int

    @property
    def pages(self) -> int:
        return -(-len(self.chosen) // PAGE_ROWS)

    @property
    def first(self) -> int:
        """How many numbers come before the page."""
        return (self.page - 1) * PAGE_ROWS

    @property
    def shown(self) -> Sequence[Observation]:
        """The numbers of the page."""
        return self.chosen[self.first : self.first + PAGE_ROWS]

    @property
    def heading(self) -> str:
        """How many numbers the list has, out of how many."""
        if len(self.chosen) == self.every:
            return many(self.every, "number") if self.every else "No numbers"
        return f"{f'{len(self.chosen):,}' if self.chosen else 'None'} of {many(self.every, 'number')}"


def listed(data: Snapshot, query: Query) -> Listed:
    """What the address asks for. Raises `Unacceptable` for a filter, an order, a column or a page there is not."""
    selection = Selection.read(query)
    chosen, origins = selection.find(data)
    every = len(data.register.numbers)
    shown = columns_shown(data, query)
    asked = Listed(query, selection, chosen, origins, every, shown, usual(data), addresses.number(query, "page"))
    if chosen and asked.page > asked.pages:
        raise Unacceptable("page", str(asked.page), [f"a whole number from 1 to {asked.pages}"])
    return asked


def usual(data: Snapshot) -> tuple[str, ...]:
    """The columns that are shown unasked: no verdict where no number has one."""
    return tuple(name for name in columns.USUAL if name != "verdict" or verdicts.by_number(data.register))


def columns_shown(data: Snapshot, query: Query) -> list[str]:
    """The columns that the address asks for, those without which a list says nothing always among them."""
    asked = addresses.several(query, "columns") or usual(data)
    demand("columns", asked, columns.COLUMNS)
    return [name for name in columns.COLUMNS if name in asked or name in columns.FIXED]
