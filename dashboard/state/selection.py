"""Which numbers an address asks for, and in which order: the data page and the downloads read the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from operator import itemgetter

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
        register = data.register
        chosen = [*register.observations.at(self._rows(register)), *self._calculated(register)]
        found = _holding(register, chosen, self.q) if self.q else chosen
        return ordered(register, found, self.sort) if self.sort else found

    def origins(self, data: Snapshot) -> Mapping[str, int]:
        """How many numbers of each of `WHOSE` there are, whichever of them are asked for."""
        return Counter(map(whose, replace(self, origin=(), sort="").choose(data)))

    def name(self) -> str:
        """The name, without a suffix, of a file with what is chosen: letters, digits and "-+_" alone."""
        parts = [f"{name}-{'+'.join(map(_slug, values))}" for name, values in self._filters()]
        parts += [f"q-{_slug(self.q)}"] if self.q else []
        name = "_".join(["numbers", *parts])
        written = name.encode()
        if len(written) <= LONGEST_NAME:
            return name
        return f"{written[:LONGEST_NAME].decode(errors='ignore')}_{sha256(written).hexdigest()[:8]}"

    def _rows(self, register: Register) -> Sequence[int]:
        """The rows of the stated numbers that pass every filter, documents' first."""
        order = register.once(_order)
        passed = [_passing(register, name, values) for name, values in self._filters()]
        if not passed:
            return order
        chosen = set.intersection(*passed)
        return [row for row in order if row in chosen]

    def _calculated(self, register: Register) -> list[Derived]:
        """The calculated numbers that pass every filter."""
        filters = self._filters()
        return [
            number
            for number in register.derived.values()
            if all(not _of(register, number, name).isdisjoint(values) for name, values in filters)
        ]

    def _filters(self) -> list[tuple[str, tuple[str, ...]]]:
        """The filters that are set."""
        return [(name, values) for name in FILTERS if (values := getattr(self, name))]


def found_by(register: Register, number: Observation) -> Mapping[str, Sequence[str]]:
    """What a number is asked for by, by parameter."""
    return {name: sorted(_of(register, number, name)) for name in FILTERS}


def searched(register: Register) -> Mapping[str, str]:
    """What is searched of each number, by its id, in the letters that a search is compared in."""
    return register.once(_texts)


def whose(number: Observation) -> str:
    """Whose number it is, a code of `WHOSE`."""
    return number.origin if number.is_calculated else number.source.kind


def ordered(register: Register, numbers: Iterable[Observation], sort: str) -> list[Observation]:
    """The numbers by a column, what is missing last both ways. Raises `Unacceptable` for a column there is not."""
    column = sort.removeprefix("-")
    _demand("sort", [column], COLUMNS)
    placed = [(_place(COLUMNS[column](number, register)), number) for number in numbers]
    known = sorted((pair for pair in placed if pair[0] is not None), key=itemgetter(0), reverse=column != sort)
    return [number for _, number in (*known, *(pair for pair in placed if pair[0] is None))]


def _place(cell: Cell) -> str | float | Decimal | None:
    """What a cell is sorted by: time by its first day, text whatever its case, all else by itself."""
    if isinstance(cell, Period):
        return cell.first
    return cell.casefold() or None if isinstance(cell, str) else cell


def _order(register: Register) -> Sequence[int]:
    """The rows of the stated numbers, documents' before all others."""
    documents = set(register.once(_rows_by_value, ORIGIN).get(vocabulary.DOCUMENT, ()))
    return sorted(range(len(register.observations)), key=lambda row: row not in documents)


def _passing(register: Register, name: str, values: Sequence[str]) -> set[int]:
    """The rows that have one of the values of a filter."""
    rows = register.once(_rows_by_value, name)
    _demand(name, values, [*rows, *ACCEPTED.get(name, ()), *register.once(_calculated_values, name)])
    return {row for value in values for row in rows.get(value, ())}


def _rows_by_value(register: Register, name: str) -> Mapping[str, Sequence[int]]:
    """The rows of the stated numbers by what they are asked for by."""
    column = FILTERS[name] if name != VERDICT else "observation_id"  # a number's id has another name in the table
    found: dict[str, list[int]] = {}
    for row, cell in enumerate(register["observations"][column].tolist()):
        for value in _values(register, name, cell) if isinstance(cell, str) else ():
            found.setdefault(value, []).append(row)
    return found


def _calculated_values(register: Register, name: str) -> frozenset[str]:
    return frozenset().union(*(_of(register, number, name) for number in register.derived.values()))


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


def _holding(register: Register, numbers: Iterable[Observation], q: str) -> list[Observation]:
    """The numbers in whose text each word stands, whatever its case."""
    texts, words = searched(register), _folded(q).split()
    return [number for number in numbers if all(word in texts[number.id] for word in words)]


def _texts(register: Register) -> Mapping[str, str]:
    """What is searched of each number, by its id."""
    cells = [COLUMNS[name] for name in SEARCHED]
    return {
        name: _folded("\n".join(str(cell(one, register)) for cell in cells)) for name, one in register.numbers.items()
    }


def _folded(text: str) -> str:
    return text.translate(_STRAIGHT).casefold()


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")
