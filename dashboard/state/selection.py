"""Which numbers an address asks for, and in which order: the data page and the downloads read the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

import numpy as np

from dashboard.state import addresses
from dashboard.state.numbers import filters, orders, places, texts
from dashboard.state.numbers.filters import FILTERS, ORIGIN, WHOSE
from dashboard.state.numbers.places import Chosen, Places
from dashboard.state.store import Snapshot
from validation.model.observations import Observation
from validation.model.register import Register

PARAMETERS = (*FILTERS, "q", "sort")

LONGEST_NAME = 120
"""In bytes of UTF-8. File systems take 255; what remains is for suffixes and a browser's "(1)"."""

UNKNOWN = ""
"""Whose a number of a draft is that has no source, or one of no known kind."""

_TELLERS = (*WHOSE, UNKNOWN)
_NOBODY = -1


class Found(NamedTuple):
    """The numbers that are asked for; and how many of each of `WHOSE`, and `UNKNOWN`, whichever of them are."""

    chosen: Sequence[Observation]
    origins: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter, a search and an order of numbers, stated and calculated.

    Of the values of one parameter any will do, of several parameters each must; `q` is words, each of which must stand
    somewhere in `texts.SEARCHED`; `sort` is one of `rows.COLUMNS`, with a leading "-" for the other way round.
    """

    topic: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    qualifier: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    verdict: tuple[str, ...] = ()
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

    def choose(self, data: Snapshot) -> list[Observation]:
        """The numbers that are asked for, in the order asked for; those alike keep that of `WHOSE`, then of the tables.

        Raises `Unacceptable` for a value that no number has and for a column there is not.
        """
        return list(self.find(data).chosen)

    def find(self, data: Snapshot) -> Found:
        """The same, each made when it is asked for, with how many there are of each origin. Raises as `choose` does."""
        register = data.register
        found = self._places(register)
        tellers = places.of_each(register, found, _tellers)
        found, tellers = found[tellers != _NOBODY], tellers[tellers != _NOBODY]
        chosen = found[filters.passing(register, ORIGIN, self.origin)[found]] if self.origin else found
        ordered = orders.by_column(register, chosen, self.sort) if self.sort else chosen
        counts = np.bincount(tellers, minlength=len(_TELLERS))
        return Found(Chosen(register, ordered), dict(zip(_TELLERS, counts.tolist(), strict=True)))

    def name(self) -> str:
        """The name, without a suffix, of a file with what is chosen: letters, digits and "-+_" alone."""
        parts = [f"{name}-{'+'.join(map(_slug, values))}" for name, values in self._filters()]
        parts += [f"q-{_slug(self.q)}"] if self.q else []
        name = "_".join(["numbers", *parts])
        written = name.encode()
        if len(written) <= LONGEST_NAME:
            return name
        return f"{written[:LONGEST_NAME].decode(errors='ignore')}_{sha256(written).hexdigest()[:8]}"

    def _places(self, register: Register) -> Places:
        """Where the numbers asked for stand, of whichever origin; none of them is made by a filter."""
        passed = np.ones(places.many(register), bool)
        for name, values in self._filters():
            if name != ORIGIN:
                passed &= filters.passing(register, name, values)
        order = orders.usual(register)
        found = order[passed[order]]
        return texts.holding(register, found, self.q) if self.q else found

    def _filters(self) -> list[tuple[str, tuple[str, ...]]]:
        """The filters that are set."""
        return [(name, values) for name in FILTERS if (values := getattr(self, name))]


def whose(number: Observation) -> str:
    """Whose number it is, a code of `WHOSE`."""
    return number.origin if number.is_calculated else number.source.kind


def _tellers(_: Register, numbers: Sequence[Observation | None]) -> Places:
    """Whose each number is, by the place among `_TELLERS`; `_NOBODY` where there is no number."""
    at = {code: place for place, code in enumerate(_TELLERS)}
    return np.array([at.get(whose(one), at[UNKNOWN]) if one else _NOBODY for one in numbers], np.int64)


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")
