"""Which numbers an address asks for, and in which order: the data page and the downloads read the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.state import addresses
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.language.periods import Period
from validation.model import verdicts
from validation.model.observations import Derived, Observation
from validation.model.register import Register
from validation.model.rows import COLUMNS, Cell
from validation.vocabulary import Code

TOPIC, QUALIFIER, ORIGIN, VERDICT = "topic", "qualifier", "origin", "verdict"

FILTERS: Mapping[str, str] = {
    TOPIC: "indicator_id",
    "indicator": "indicator_id",
    "source": "source_id",
    "area": "area_id",
    QUALIFIER: "qualifier",
    ORIGIN: "source_id",
    VERDICT: "number_id",
}
"""The parameters that may be repeated, and the columns of numbers that say what each is asked for by."""

WHOSE: Mapping[str, Code] = {**vocabulary.SOURCE_KINDS, vocabulary.CALCULATED.code: vocabulary.CALCULATED}
"""Whose number it is: a document's, a reference's, or ours. `origin=stated` asks for the first two."""

ACCEPTED: Mapping[str, Iterable[str]] = {
    QUALIFIER: vocabulary.QUALIFIERS,
    ORIGIN: (*WHOSE, vocabulary.STATED),
    VERDICT: (*vocabulary.VERDICTS, *vocabulary.OUTCOMES),
}
"""What may be asked for of a closed list, though no number has it."""

Places = NDArray[np.int64]
"""Where numbers stand among others."""

FEW = 2_000
"""So many numbers are looked at one by one; of more, what is searched and sorted by is kept for all."""

SEARCHED = ("indicator", "said", "quote", "area", "source", "note")
PARAMETERS = (*FILTERS, "q", "sort")

LONGEST_NAME = 120
"""In bytes of UTF-8. File systems take 255; what remains is for suffixes and a browser's "(1)"."""

# What documents print, and keyboards type.
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter, a search and an order of numbers, stated and calculated.

    Of the values of one parameter any will do, of several parameters each must; `q` is words, each of which must stand
    somewhere in `SEARCHED`; `sort` is one of `COLUMNS`, with a leading "-" for the other way round.
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

    def origins(self, data: Snapshot) -> Mapping[str, int]:
        """How many numbers of each of `WHOSE` there are, whichever of them are asked for."""
        return self.find(data).origins

    def find(self, data: Snapshot) -> Found:
        """Both, the numbers still to be made. Raises as `choose` does."""
        register = data.register
        found = _present(register, self._places(register))
        chosen = found[_passing(register, ORIGIN, self.origin)[found]] if self.origin else found
        ordered = _by_column(register, chosen, self.sort) if self.sort else chosen
        return Found(Chosen(register, ordered), _origins(register, found))

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
        passed = np.ones(_many(register), bool)
        for name, values in self._filters():
            if name != ORIGIN:
                passed &= _passing(register, name, values)
        order = register.once(_order)
        chosen = order[passed[order]]
        return _holding(register, chosen, self.q) if self.q else chosen

    def _filters(self) -> list[tuple[str, tuple[str, ...]]]:
        """The filters that are set."""
        return [(name, values) for name in FILTERS if (values := getattr(self, name))]


class Chosen(Sequence[Observation]):
    """Numbers by their places, each made when it is asked for."""

    def __init__(self, register: Register, places: Places) -> None:
        self._register, self._places = register, places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Observation]:
        return (one for one in _at(self._register, self._places) if one)

    def __getitem__(self, at: Any) -> Any:
        """One, or those of a slice."""
        if isinstance(at, slice):
            return list(Chosen(self._register, self._places[at]))
        return _at(self._register, self._places[at : at + 1])[0]


class Found(NamedTuple):
    """The numbers that are asked for, and how many of each of `WHOSE` there are, whichever of them are asked for."""

    chosen: Chosen
    origins: Mapping[str, int]


def found_by(register: Register, number: Observation) -> Mapping[str, Sequence[str]]:
    """What a number is asked for by, by parameter."""
    return {name: sorted(_of(register, number, name)) for name in FILTERS}


def searched(register: Register) -> Mapping[str, str]:
    """What is searched of each number, by its id, in the letters that a search is compared in."""
    every = _at(register, np.arange(_many(register)))
    return {one.id: text for one, text in zip(every, register.once(_texts), strict=True) if one}


def whose(number: Observation) -> str:
    """Whose number it is, a code of `WHOSE`."""
    return number.origin if number.is_calculated else number.source.kind


def ordered(register: Register, numbers: Iterable[Observation], sort: str) -> list[Observation]:
    """The numbers by a column, what is missing last both ways. Raises `Unacceptable` for a column there is not."""
    several, column = list(numbers), _column(sort)
    return [several[at] for at in _sorted(_ranked(register, several, column), down=column != sort)]


def _by_column(register: Register, places: Places, sort: str) -> Places:
    """The places in the order of a column; the ranks of all numbers are kept, to sort by them again takes no time."""
    column = _column(sort)
    few = len(places) <= FEW
    ranks = _ranked(register, _at(register, places), column) if few else register.once(_ranks, column)[places]
    return places[_sorted(ranks, down=column != sort)]


def _column(sort: str) -> str:
    """The column that an order is by. Raises `Unacceptable` where there is none."""
    column = sort.removeprefix("-")
    _demand("sort", [column], COLUMNS)
    return column


def _sorted(ranks: Places, *, down: bool) -> Places:
    """The places of ranks in their order, the same ones as they stand; those without one come last."""
    known, missing = np.flatnonzero(ranks >= 0), np.flatnonzero(ranks < 0)
    order = np.argsort(-ranks[known] if down else ranks[known], kind="stable")
    return np.concatenate([known[order], missing])


def _ranks(register: Register, column: str) -> Places:
    return _ranked(register, _at(register, np.arange(_many(register))), column)


def _ranked(register: Register, numbers: Sequence[Observation | None], column: str) -> Places:
    """The rank of each number in a column, the same for the same cells; below 0 where a cell is missing."""
    cells = [_place(COLUMNS[column](number, register)) if number else None for number in numbers]
    known: set[Any] = {cell for cell in cells if cell is not None}
    order = {cell: rank for rank, cell in enumerate(sorted(known))}
    return np.array([-1 if cell is None else order[cell] for cell in cells], np.int64)


def _place(cell: Cell) -> str | float | Decimal | None:
    """What a cell is sorted by: time by its first day, text whatever its case, all else by itself."""
    if isinstance(cell, Period):
        return cell.first
    return cell.casefold() or None if isinstance(cell, str) else cell


def _many(register: Register) -> int:
    """How many places there are: the rows of stated numbers, then the calculated ones."""
    return len(register.observations) + len(register.derived)


def _at(register: Register, places: Places) -> list[Observation | None]:
    """The numbers at places; None for a row of which none can be made."""
    stated, calculated, first = register.observations, register.once(_calculated), len(register.observations)
    return [stated.row(place) if place < first else calculated[place - first] for place in places.tolist()]


def _present(register: Register, places: Places) -> Places:
    """The places without those of rows of which no number can be made."""
    if len(places) <= FEW:
        return places[[one is not None for one in _at(register, places)]] if len(places) else places
    return places[register.once(_tellers)[places] >= 0]


def _origins(register: Register, places: Places) -> Mapping[str, int]:
    """How many of the numbers at places there are of each of `WHOSE`."""
    if len(places) <= FEW:
        return Counter(whose(one) for one in _at(register, places) if one)
    counts = np.bincount(register.once(_tellers)[places], minlength=len(WHOSE))
    return Counter(dict(zip(WHOSE, counts.tolist(), strict=False)))


def _tellers(register: Register) -> Places:
    """Whose the number at each place is, by the place among `WHOSE`, behind them if that isn't known; -1 for none."""
    known = {code: at for at, code in enumerate(WHOSE)}
    every = _at(register, np.arange(_many(register)))
    return np.array([known.get(whose(one), len(known)) if one else -1 for one in every], np.int64)


def _calculated(register: Register) -> Sequence[Derived]:
    return list(register.derived.values())


def _order(register: Register) -> Places:
    """Every place, documents' before all others, and calculated numbers last."""
    documents = [source.id for source in register.sources.values() if source.is_document]
    others = ~register["observations"]["source_id"].isin(documents).to_numpy(bool)
    stated = np.argsort(others, kind="stable")
    return np.concatenate([stated, np.arange(len(stated), _many(register))])


def _passing(register: Register, name: str, values: Sequence[str]) -> NDArray[np.bool_]:
    """Which numbers have one of the values of a filter."""
    places = register.once(_by_value, name)
    _demand(name, values, [*places, *ACCEPTED.get(name, ())])
    passed = np.zeros(_many(register), bool)
    for value in values:
        passed[places.get(value, [])] = True
    return passed


def _by_value(register: Register, name: str) -> Mapping[str, Places]:
    """The places by what the numbers there are asked for by; many have the same in their column."""
    column = FILTERS[name] if name != VERDICT else "observation_id"  # a number's id has another name in the table
    cells: dict[str, list[int]] = {}
    for place, cell in enumerate(register["observations"][column].tolist()):
        if isinstance(cell, str):
            cells.setdefault(cell, []).append(place)
    found: dict[str, list[int]] = {}
    for cell, places in cells.items():
        for value in _values(register, name, cell):
            found.setdefault(value, []).extend(places)
    for place, number in enumerate(register.derived.values(), start=len(register.observations)):
        for value in _of(register, number, name):
            found.setdefault(value, []).append(place)
    return {value: np.array(places, np.int64) for value, places in found.items()}


def _of(register: Register, number: Observation, name: str) -> frozenset[str]:
    """What a number is asked for by; a calculated one has no kind of source, whoever states its parts."""
    if name == ORIGIN and number.is_calculated:
        return frozenset([number.origin])
    return frozenset(_values(register, name, str(COLUMNS[FILTERS[name]](number, register))))


def _values(register: Register, name: str, cell: str) -> Iterable[str]:
    """What a filter calls a number by what stands in its column: all that it may be asked for by."""
    if name == TOPIC:
        indicator = register.indicators.get(cell)
        return [indicator.chart.topic] if indicator else []
    if name == ORIGIN:
        source = register.sources.get(cell)
        return [vocabulary.STATED, source.kind] if source else [vocabulary.STATED]
    if name == VERDICT:
        verdict = verdicts.by_number(register).get(cell)
        return {verdict, vocabulary.outcome(verdict).code} if verdict else ()
    return [cell] if cell else []


def _demand(name: str, values: Iterable[str], accepted: Iterable[Cell]) -> None:
    accepted = {str(one) for one in accepted}
    for value in values:
        if value not in accepted:
            raise Unacceptable(name, value, accepted)


def _holding(register: Register, places: Places, q: str) -> Places:
    """The places of the numbers in whose text each word stands, whatever its case."""
    found = places.tolist()
    if len(found) <= FEW:
        texts = dict(zip(found, (_text(register, one) for one in _at(register, places)), strict=True))
    else:
        texts = register.once(_texts)
    for word in _folded(q).split():
        found = [place for place in found if word in texts[place]]
    return np.array(found, np.int64)


def _texts(register: Register) -> Sequence[str]:
    """What is searched of the number at each place."""
    return [_text(register, one) for one in _at(register, np.arange(_many(register)))]


def _text(register: Register, number: Observation | None) -> str:
    return _folded("\n".join(str(COLUMNS[name](number, register)) for name in SEARCHED)) if number else ""


def _folded(text: str) -> str:
    return text.translate(_STRAIGHT).casefold()


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")
