"""What a rule is, when it has something to say, and what its functions have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
    asked = rows[list(columns)].dropna()
    return zip(asked.index.tolist(), *(asked[name].tolist() for name in columns), strict=True)


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

    Registers repeat themselves: rows with the same cells are looked at once. They are told apart column by column: of a
    million rows of five columns that takes 0.6 s, and 0.9 s by a tuple of each row.
    """
    codes, firsts = _told_apart(rows)
    found: dict[int, tuple[Objection, ...]] = {}
    for code, key in enumerate(zip(*(rows[name].iloc[firsts].tolist() for name in rows), strict=True)):
        if told := tuple(look(key)):
            found[code] = told
    if found:
        for at in np.isin(codes, list(found)).nonzero()[0].tolist():
            yield from ((rows.index[at], one) for one in found[codes[at]])


def _told_apart(rows: pd.DataFrame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """A number for each row, the same for the same cells, and where each of these numbers stands first."""
    codes = np.zeros(len(rows), np.int64)
    for name in rows:
        own, distinct = pd.factorize(rows[name])
        codes, _ = pd.factorize(codes * (len(distinct) + 1) + own)  # a missing cell is -1
    _, firsts = np.unique(codes, return_index=True)
    return codes, firsts


def cells_where(broken: pd.Series, rule: str, table: str, cells: pd.Series, message: str, hint: str) -> Iterator[Fault]:
    """A fault for each cell of a column that is broken in the same way."""
    for row in rows_where(broken):
        cell = cells.iat[row]
        yield Fault(rule, table, row, str(cells.name), "" if pd.isna(cell) else str(cell), message, hint)


def languages(register: Register, source_ids: pd.Series) -> pd.Series:
    """The language of each source."""
    return source_ids.map({key: register.language(key) for key in register.sources}).fillna(ENGLISH)


def number_of(register: Register, name: str) -> Observation | None:
    """The stated or calculated number of an id; of all the others none is made, as `register.numbers` would."""
    return register.observations.get(name) or register.derived.get(name)


def told(number: Observation) -> str:
    """A number as messages name it: in its source's words, which are quoted, or in ours, which are not."""
    return quoted(number.words) if number.printed else number.words.replace("\N{NO-BREAK SPACE}", " ")
