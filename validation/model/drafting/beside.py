"""What is recorded of the table that a numeral stands in: what its number has in common with its row or its column."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from validation.language.reading.seen import flat
from validation.model.drafting.cells import Cell, cell
from validation.model.drafting.scenes import Scene
from validation.model.observations import Observation
from validation.model.register import Register

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
        recorded = [one for one in self.recorded if not part or one.cell.part == self.cell.part]
        others = [one for one in recorded if one.cell.line != self.cell.line]
        column = [of(one.number) for one in others if self._is_column(one)]
        row = [of(one.number) for one in recorded if one.cell.line == self.cell.line]
        near = [of(one.number) for one in recorded]
        return next(iter([*column, *row] if _varies(others, of) else [*row, *column, *near]), None)

    def renamed(self, of: Callable[[Observation], str]) -> str:
        """A name with the label of its own row in place of the nearest row's, where that has its own in it."""
        for mate in [one for one in self.recorded if one.cell.line != self.cell.line][:1] if self.cell.label else ():
            name, label = of(mate.number), flat(mate.cell.label)
            at = name.casefold().find(label.casefold()) if label else -1
            if at >= 0:
                return name[:at] + flat(self.cell.label) + name[at + len(label) :]
        return ""

    @property
    def heads(self) -> tuple[str, str]:
        """What stands above it: what heads its column, then its part of the table."""
        return self.cell.head, self.cell.part

    @property
    def is_known(self) -> bool:
        """Whether its column is known from another row of its part."""
        return any(self._is_column(one) and one.cell.part == self.cell.part for one in self.recorded)

    def _is_column(self, one: Mate) -> bool:
        """Whether it stands in the same place of another row."""
        there, here = (one.cell.column, one.cell.order), (self.cell.column, self.cell.order)
        return one.cell.line != self.cell.line and there == here


def _varies(others: Sequence[Mate], of: Callable[[Observation], Hashable]) -> bool:
    """Whether in some other row it differs from column to column."""
    rows: dict[int, set[Hashable]] = {}
    for one in others:
        rows.setdefault(one.cell.line, set()).add(of(one.number))
    return any(len(found) > 1 for found in rows.values())


def mates(register: Register, scene: Scene) -> Mates | None:
    """What is recorded of the table that a numeral stands in; None where it stands in none."""
    here = scene.cell
    if here is None:
        return None
    low, high = _table(scene.body, here.line)
    rows = register.observations.where("source_id", scene.source.id)
    inside = [one for one in rows if one.start is not None and low <= one.start < high]
    found = [Mate(place, one) for one in inside if (place := cell(scene.body, _number(scene, one)))]
    return Mates(here, sorted(found, key=lambda one: abs(one.cell.line - here.line)))


def _number(scene: Scene, one: Observation) -> int:
    """Where the number itself stands, in its quote."""
    start = one.start or 0
    at = flat(scene.body[start : one.end]).find(one.printed)
    return start + max(0, at)


def _table(body: str, line: int) -> tuple[int, int]:
    """Where the lines around one begin and end that no empty line parts."""
    high = body.find("\n\n", line)
    return body.rfind("\n\n", 0, line) + 1, high if high >= 0 else len(body)
