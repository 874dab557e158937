"""What is recorded around a numeral: the number before it in the text, and the others of the table it stands in."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from validation.language.reading.seen import flat
from validation.model.drafting.cells import Cell, cell
from validation.model.drafting.scenes import Scene
from validation.model.observations import Observation
from validation.model.register import Register

NEAREST = 100
"""So many numbers of a table are looked at on each side: a longer one says no more."""

Value = TypeVar("Value", bound=Hashable)


class Mate(NamedTuple):
    """A number that is recorded, with its cell."""

    cell: Cell
    number: Observation


@dataclass(frozen=True)
class Mates:
    """The numbers recorded of a table, those of the nearest rows first; `cell` is that of the numeral itself."""

    cell: Cell
    recorded: Sequence[Mate]

    def shared(self, of: Callable[[Observation], Value], *, part: bool = True) -> Value | None:
        """What the number has as its column has it, where other rows differ in it by column.

        Else as its row has it, its column, or whatever is near. With `part` what stands under another line that heads a
        part of the table says nothing.
        """
        recorded = [one for one in self.recorded if not part or self._is_in_part(one)]
        others = [one for one in recorded if self._is_other_row(one)]
        column = [of(one.number) for one in others if self._is_column(one)]
        row = [of(one.number) for one in recorded if not self._is_other_row(one)]
        near = [of(one.number) for one in recorded]
        return next(iter([*column, *row] if _varies(others, of) else [*row, *column, *near]), None)

    def renamed(self, of: Callable[[Observation], str]) -> str:
        """A name with the label of its own row in place of the nearest row's, where that has its own in it."""
        mate = next(filter(self._is_other_row, self.recorded), None)
        if mate is None or not (self.cell.label and mate.cell.label):
            return ""
        name, label = of(mate.number), flat(mate.cell.label)
        before, found, behind = _parted(name, label)
        return f"{before}{flat(self.cell.label)}{behind}" if found else ""

    @property
    def is_known(self) -> bool:
        """Whether its column is known from another row of its part."""
        return any(self._is_column(one) and self._is_in_part(one) for one in self.recorded)

    def _is_in_part(self, one: Mate) -> bool:
        return one.cell.line.part == self.cell.line.part

    def _is_other_row(self, one: Mate) -> bool:
        return one.cell.line is not self.cell.line

    def _is_column(self, one: Mate) -> bool:
        """Whether it stands in the same place of another row."""
        there, here = (one.cell.column, one.cell.order), (self.cell.column, self.cell.order)
        return self._is_other_row(one) and there == here


def _parted(name: str, label: str) -> tuple[str, str, str]:
    """A name before, in and behind a label that it has, upper or lower case; all of it before where it has none."""
    at = name.casefold().find(label.casefold())
    return (name[:at], name[at : at + len(label)], name[at + len(label) :]) if at >= 0 else (name, "", "")


def _varies(others: Sequence[Mate], of: Callable[[Observation], Hashable]) -> bool:
    """Whether in some other row it differs from column to column."""
    rows: dict[int, set[Hashable]] = {}
    for one in others:
        rows.setdefault(one.cell.line.span[0], set()).add(of(one.number))
    return any(len(found) > 1 for found in rows.values())


def mates(register: Register, scene: Scene) -> Mates | None:
    """What is recorded of the table that a numeral stands in; None where it stands in none."""
    here = scene.cell
    if here is None:
        return None
    placed, table = register.once(_placed).get(scene.source.id, []), here.line.table
    low, at = bisect_left(placed, (table, 0)), bisect(placed, (scene.numeral.start, 0))
    rows = [row for _, row in placed[max(low, at - NEAREST) : at + NEAREST]]
    found = [one for row in rows if (one := register.once(_mate, scene.source.id, row))]
    same = [one for one in found if one.cell.line.table == table]
    return Mates(here, sorted(same, key=lambda one: abs(one.cell.line.span[0] - here.line.span[0])))


def _mate(register: Register, source_id: str, row: int) -> Mate | None:
    """The number of a row with its cell; None where it stands in none."""
    number, body = _number(register, row), register.documents[source_id].seen.raw
    if number is None or number.start is None:
        return None
    within = flat(body[number.start : number.end]).find(number.printed)
    place = cell(body, number.start + max(0, within))
    return Mate(place, number) if place else None


def last(register: Register, scene: Scene) -> Observation | None:
    """The last number before it in its document, else the first behind it."""
    placed = register.once(_placed).get(scene.source.id, [])
    at = bisect(placed, (scene.numeral.start, 0))
    rows = [row for _, row in (*placed[max(0, at - 1) : at], *placed[at : at + 1])]
    return next(filter(None, (_number(register, row) for row in rows)), None)


def is_near(scene: Scene, one: Observation | None) -> bool:
    """Whether a number stands before it in the same paragraph: what is true of both is said once."""
    start = scene.body.rfind("\n\n", 0, scene.numeral.start) + 1
    return one is not None and one.start is not None and start <= one.start < scene.numeral.start


def _number(register: Register, row: int) -> Observation | None:
    return next(iter(register.observations.at([row])), None)


def _placed(register: Register) -> dict[str, list[tuple[int, int]]]:
    """By source, where the numbers of the register stand in it, in the order of the text, each with its row."""
    found: dict[str, list[tuple[int, int]]] = {}
    rows = register["observations"]
    for row, (source, start) in enumerate(zip(rows["source_id"].tolist(), rows["start"].tolist(), strict=True)):
        if isinstance(start, int):
            found.setdefault(source, []).append((start, row))
    return {source: sorted(places) for source, places in found.items()}
