"""A draft: the rows that would account for a numeral, with how sure they are and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from validation.language import written
from validation.model.register import Register


@dataclass(frozen=True)
class Row:
    """A row to be written into a table; a column that is not named is empty."""

    table: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Draft:
    """What a numeral may be; `rows` in the order in which each finds what it names, its own last.

    `kind` is a code of `vocabulary.NUMERAL_STATES`, `sure` of `vocabulary.SURENESSES`; `why` says what it rests on and
    what is open. Numerals of one `pattern` can be decided together: "Q4 20##". `choices` are what else cells of its own
    row may be, the likeliest first, each with the cells that change together. `stands` is the row that accounts for the
    numeral already, in whose place this one would be.
    """

    source_id: str
    start: int
    end: int
    text: str
    kind: str
    sure: str
    why: tuple[str, ...]
    rows: tuple[Row, ...]
    pattern: str
    choices: tuple[Mapping[str, str], ...] = ()
    stands: Row | None = None

    @property
    def row(self) -> Row:
        """The row that accounts for the numeral."""
        return self.rows[-1]


class Ids:
    """Ids for new rows, made of words: none that a table, or one that shares its ids, has already."""

    SHARING = frozenset({"observations", "mentions", "derivations"})
    LONGEST = 60

    def __init__(self, register: Register) -> None:
        self._taken: dict[str, set[str]] = {}
        self._named: dict[tuple[str, str], str] = {}
        self._register = register

    def of(self, table: str, words: str) -> str:
        """The id of a new thing: the same for the same words."""
        if (table, words) not in self._named:
            self._named[table, words] = self.new(table, words)
        return self._named[table, words]

    def new(self, table: str, words: str) -> str:
        """The words as an id, with a number behind it where it is taken; it is taken then."""
        taken = self._of(table)
        stem = slug(words)[: self.LONGEST].strip("-") or table.removesuffix("s")
        name, number = stem, 2
        while name in taken:
            name, number = f"{stem}-{number}", number + 1
        taken.add(name)
        return name

    def _of(self, table: str) -> set[str]:
        shared = "observations" if table in self.SHARING else table
        if shared not in self._taken:
            tables: Iterable[str] = self.SHARING if table in self.SHARING else (table,)
            columns = (self._register[name].iloc[:, 0] for name in tables)
            self._taken[shared] = {cell for column in columns for cell in column.dropna()}
        return self._taken[shared]


def slug(words: str) -> str:
    """Words as an id has them: "Größe of hives" is "grosse-of-hives"."""
    return "-".join(written.latin(words))


def pattern(text: str) -> str:
    """What a numeral shares with others of its form: its digits as signs."""
    return re.sub(r"\d", "#", text) if any(map(str.isdigit, text)) else text.casefold()
