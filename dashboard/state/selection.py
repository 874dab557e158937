"""Which observations an address asks for, and in which order: the data page and the downloads read the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

import pandas as pd

from dashboard.state import addresses
from dashboard.state.refusals import Unacceptable
from validation.files import schemas
from validation.language import periods

FILTERS = {
    "topic": "topic",
    "indicator": "indicator_id",
    "source": "source_id",
    "area": "area_id",
    "qualifier": "qualifier",
}
"""The parameters that may be repeated, and the columns of the joined frame that they choose from."""

SEARCHED = ("indicator", "said", "quote", "area", "source", "note")
PARAMETERS = (*FILTERS, "q", "sort")
DATED = ("period", "published")

LONGEST_NAME = 120
"""In bytes of UTF-8. File systems take 255; what remains is for suffixes and a browser's "(1)"."""

# What documents print, and keyboards type.
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter, a search and an order of observations.

    Of the values of one parameter any will do, of several parameters each must; `q` is words, each of which must stand
    somewhere in `SEARCHED`; `sort` is a column of the joined frame, with a leading "-" for the other way round.
    """

    topic: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    qualifier: tuple[str, ...] = ()
    q: str = ""
    sort: str = ""

    @classmethod
    def read(cls, query: addresses.Query) -> Selection:
        """What an address asks for; its other parameters are somebody else's."""
        filters = {name: tuple(dict.fromkeys(addresses.several(query, name))) for name in FILTERS}
        return cls(**filters, q=addresses.text(query, "q"), sort=addresses.text(query, "sort"))

    @property
    def query(self) -> dict[str, str | list[str]]:
        """The parameters that say the same, for links to what is shown."""
        words = {name: word for name, word in (("q", self.q), ("sort", self.sort)) if word}
        return {name: list(values) for name, values in self._filters()} | words

    def choose(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of a joined frame that are asked for, in the order asked for; rows alike keep theirs.

        Raises `Unacceptable` for a value that no row has and for a column there is not.
        """
        chosen = rows
        for name, values in self._filters():
            _demand(name, values, _existing(name, rows))
            chosen = chosen[chosen[FILTERS[name]].isin(values)]
        chosen = chosen[_holds(chosen, self.q)] if self.q else chosen
        return _sorted(chosen, self.sort) if self.sort else chosen

    def name(self) -> str:
        """The name, without a suffix, of a file with what is chosen: letters, digits and "-+_" alone."""
        parts = [f"{name}-{'+'.join(map(_slug, values))}" for name, values in self._filters()]
        parts += [f"q-{_slug(self.q)}"] if self.q else []
        name = "_".join(["observations", *parts])
        written = name.encode()
        if len(written) <= LONGEST_NAME:
            return name
        return f"{written[:LONGEST_NAME].decode(errors='ignore')}_{sha256(written).hexdigest()[:8]}"

    def _filters(self) -> list[tuple[str, tuple[str, ...]]]:
        """The filters that are set."""
        return [(name, values) for name in FILTERS if (values := getattr(self, name))]


def _existing(name: str, rows: pd.DataFrame) -> set[str]:
    """The values a parameter may have: those of the rows; qualifiers are a closed list."""
    known = set(rows[FILTERS[name]].dropna())
    return known | set(schemas.QUALIFIERS) if name == "qualifier" else known


def _demand(name: str, values: Iterable[str], accepted: Iterable[str]) -> None:
    accepted = set(accepted)
    for value in values:
        if value not in accepted:
            raise Unacceptable(name, value, accepted)


def _holds(rows: pd.DataFrame, q: str) -> pd.Series:
    """Whether each word stands in a row, whatever its case."""
    first, *others = (rows[name].fillna("") for name in SEARCHED)
    texts = first.str.cat(others, sep="\n").map(_folded)
    found = pd.Series(True, index=rows.index)
    for word in _folded(q).split():
        found &= texts.str.contains(word, regex=False)
    return found


def _folded(text: str) -> str:
    return text.translate(_STRAIGHT).casefold()


def _sorted(rows: pd.DataFrame, sort: str) -> pd.DataFrame:
    column = sort.removeprefix("-")
    _demand("sort", [column], rows.columns)
    return rows.sort_values(column, ascending=column == sort, kind="stable", key=_order, na_position="last")


def _order(column: pd.Series) -> pd.Series:
    """What a column is sorted by: time by its first day, text whatever its case, all else by itself."""
    if column.name in DATED:
        return column.map(_first_day, na_action="ignore").astype("float64")
    return column.str.casefold() if pd.api.types.is_string_dtype(column) else column


def _first_day(period: str) -> float:
    try:
        return periods.span(period).first.toordinal()
    except periods.Unreadable:
        return float("nan")


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")
