"""What a rule is, when it has something to say, and what its functions have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from validation.files.schemas import TABLES
from validation.findings import Fault, file_of, quoted
from validation.language.reading.lexicon import ENGLISH
from validation.model.observations import Observation
from validation.model.register import Register
from validation.vocabulary import ERROR

EVERY_TABLE = tuple(TABLES)
# More combinations of cells than this have no number of their own in 64 bits.
MOST = 2**62


Check = Callable[[Register], Iterator[Fault]]
"""What looks for the faults of one or several rules of a family."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `sentence` says what holds when it is kept, `example` what breaking it looks like.

    `tables` are those that it can be broken in. One that `reads_documents` says nothing of those that are not here.
    """

    id: str
    sentence: str
    example: str
    tables: tuple[str, ...] = EVERY_TABLE
    reads_documents: bool = False
    level: str = ERROR

    def applies(self, file: str) -> bool:
        """Whether it can be broken in a file."""
        return file in map(file_of, self.tables)


def needs(*tables: str) -> Callable[[Check], Check]:
    """A check that says nothing where one of these tables could not be read: that is the finding."""

    def guarded(check: Check) -> Check:
        @wraps(check)
        def asked(register: Register) -> Iterator[Fault]:
            if set(tables) <= register.tables.keys():
                yield from check(register)

        return asked

    return guarded


def rows_where(broken: pd.Series) -> list[int]:
    """The rows for which something holds, counted from 0."""
    return broken.to_numpy().nonzero()[0].tolist()


def filled(rows: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Each row that has all of these cells: its position, then the cells."""
    kept = np.logical_and.reduce([rows[name].notna().to_numpy() for name in columns]).nonzero()[0]
    return zip(rows.index[kept].tolist(), *(rows[name].take(kept).tolist() for name in columns), strict=True)


class Objection(NamedTuple):
    """What is wrong with a row, of whichever row it is."""

    rule: str
    field: str
    value: str
    message: str
    hint: str

    def of(self, table: str, row: int) -> Fault:
        """The fault of a row of a table."""
        return Fault(self.rule, table, row, self.field, self.value, self.message, self.hint)


def each_once(
    rows: pd.DataFrame, look: Callable[[tuple[Any, ...]], Iterable[Objection]]
) -> Iterator[tuple[int, Objection]]:
    """What a look at the cells of each row finds, in their order, by the label of the row.

    Registers repeat themselves: rows with the same cells are looked at once.
    """
    codes, firsts = _told_apart(rows)
    found: dict[int, tuple[Objection, ...]] = {}
    for code, key in enumerate(zip(*(rows[name].iloc[firsts].tolist() for name in rows), strict=True)):
        if told := tuple(look(key)):
            found[code] = told
    if found:
        for at in np.isin(codes, list(found)).nonzero()[0].tolist():
            yield from ((rows.index[at], one) for one in found[codes[at]])


def _told_apart(rows: pd.DataFrame) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """A number for each row, the same for the same cells, and where each of these numbers stands first.

    Column by column: as tuples of its cells a million rows take five times as long.
    """
    codes, size = np.zeros(len(rows), np.int64), 1
    for name in rows:
        own, distinct = _coded(rows[name])
        if size * (distinct + 1) >= MOST:
            codes, size = _renumbered(codes)
        codes, size = codes * (distinct + 1) + own + 1, size * (distinct + 1)  # a missing cell is -1
    codes, size = _renumbered(codes)
    firsts = np.empty(size, np.intp)
    firsts[codes[::-1]] = np.arange(len(codes))[::-1]
    return codes, firsts


def _coded(cells: pd.Series) -> tuple[NDArray[np.int64], int]:
    """A number for each cell, the same for the same text, and how many there may be."""
    if isinstance(cells.dtype, pd.CategoricalDtype):
        return cells.cat.codes.to_numpy(np.int64), len(cells.cat.categories)
    codes, distinct = pd.factorize(cells)
    return codes, len(distinct)


def _renumbered(codes: NDArray[np.int64]) -> tuple[NDArray[np.intp], int]:
    numbers, distinct = pd.factorize(codes)
    return numbers, len(distinct)


def looked_up(cells: pd.Series, known: Mapping[str, Any], other: str | None = None) -> pd.Series:
    """What is known of each cell, looked up once for each distinct text; `other` for what isn't known, or is empty."""
    coded = cells.astype("category").cat
    found = pd.Categorical([*(known.get(text, other) for text in coded.categories), other])
    return pd.Series(found.take(coded.codes), index=cells.index)  # the code of what is empty is -1: the last


def cells_where(broken: pd.Series, rule: str, table: str, cells: pd.Series, message: str, hint: str) -> Iterator[Fault]:
    """A fault for each cell of a column that is broken in the same way."""
    for row in rows_where(broken):
        cell = cells.iat[row]
        yield Fault(rule, table, row, str(cells.name), "" if pd.isna(cell) else str(cell), message, hint)


def languages(register: Register, source_ids: pd.Series) -> pd.Series:
    """The language of each source."""
    return looked_up(source_ids, {key: register.language(key) for key in register.sources}, ENGLISH)


def told(number: Observation) -> str:
    """A number as messages name it: in its source's words, which are quoted, or in ours, which are not."""
    return quoted(number.words) if number.printed else number.words.replace("\N{NO-BREAK SPACE}", " ")
