"""Tables seen row by row: the cells of a row, and the observations, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from validation.model.observations import Observation

if TYPE_CHECKING:
    import pandas as pd

Cells = Mapping[str, Any]
"""A row's cells by column: text, "" where empty; offsets are whole numbers, None where empty."""


# No offset, which are whole numbers from 0, but may be anything in a table that is wrong.
_EMPTY = -(2**62)


class Observations:
    """The stated numbers of a register: a view of its table that makes each one when it is first asked for.

    `make` returns the number of a row, or None where none can be made of it, for want of its indicator, its unit or a
    value: such a row is passed over, and is a finding of the rules. Of rows with one id the first counts. `beside` are
    cells of a row that the frame doesn't have.
    """

    def __init__(
        self,
        frame: pd.DataFrame,
        make: Callable[[Cells], Observation | None],
        beside: Callable[[int], Cells] = lambda row: {},
    ) -> None:
        self._frame = frame
        self._make = make
        self._beside = beside
        self._made: dict[int, Observation | None] = {}
        self._indexes: dict[str, Mapping[str, Sequence[int]]] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._frame)

    def __iter__(self) -> Iterator[Observation]:
        """All of them, in the order of the table."""
        return (one for one in map(self.row, range(len(self))) if one)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __getitem__(self, name: str) -> Observation:
        """The number of an id. Raises KeyError."""
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: str) -> Observation | None:
        """The number of an id, if there is one."""
        row = self._rows.get(name)
        return None if row is None else self.row(row)

    def where(self, column: str, *values: str) -> list[Observation]:
        """Those with one of the values in a column of the table, in its order."""
        index = self._index(column)
        return self.at(sorted(row for value in values for row in index.get(value, ())))

    def first(self, column: str, *values: str) -> Observation | None:
        """The first of these; of the others none is made."""
        index = self._index(column)
        rows = sorted(row for value in values for row in index.get(value, ()))
        return next(filter(None, map(self.row, rows)), None)

    def count(self, column: str, value: str) -> int:
        """How many rows have a value in a column, whether a number can be made of them or not."""
        return len(self._index(column).get(value, ()))

    def at(self, rows: Sequence[int]) -> list[Observation]:
        """Those of rows of the table, counted from 0."""
        return [one for one in map(self.row, rows) if one]

    @cached_property
    def _columns(self) -> dict[str, Callable[[int], Any]]:
        return {str(name): _reader(cells) for name, cells in self._frame.items()}

    @cached_property
    def _rows(self) -> dict[str, int]:
        rows: dict[str, int] = {}
        for row, name in enumerate(self._frame["observation_id"].tolist()):
            rows.setdefault(name, row)
        return rows

    def _index(self, column: str) -> Mapping[str, Sequence[int]]:
        if column not in self._indexes:
            found: dict[str, list[int]] = {}
            for row, value in enumerate(self._frame[column].tolist()):
                found.setdefault(value, []).append(row)
            self._indexes[column] = found
        return self._indexes[column]

    def row(self, row: int) -> Observation | None:
        """The number of a row of the table, counted from 0; None where none can be made of it."""
        if row not in self._made:
            cells = {**self._beside(row), **{column: read(row) for column, read in self._columns.items()}}
            first = self._rows.get(cells["observation_id"], row) == row
            self._made[row] = self._make(cells) if first else None
        return self._made[row]


def _reader(cells: pd.Series) -> Callable[[int], Any]:
    """What reads the cell of a row: of a large table few are read, and all as a list would fill memory."""
    if cells.dtype == "Int64":
        whole = cells.to_numpy("int64", na_value=_EMPTY)
        return lambda row: None if whole[row] == _EMPTY else int(whole[row])
    if cells.dtype == "category":
        texts, codes = [*cells.cat.categories, ""], cells.cat.codes.to_numpy()
        return lambda row: texts[codes[row]]  # the code of what is empty is -1: the last
    words = cells.to_numpy(object)
    return lambda row: word if isinstance(word := words[row], str) else ""


def rows(frame: pd.DataFrame) -> Iterator[Cells]:
    """The rows of a table, cell by cell; for small tables that are read whole."""
    found = columns(frame)
    for cells in zip(*found.values(), strict=True):
        yield dict(zip(found, cells, strict=True))


def columns(rows: pd.DataFrame) -> dict[str, list]:
    """The columns as lists of cells, as `Cells` has them."""
    return {str(name): [*map(_reader(cells), range(len(cells)))] for name, cells in rows.items()}
