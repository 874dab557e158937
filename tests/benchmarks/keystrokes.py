"""The keys that a person presses to get the register from its documents, each drafted blind and decided in text order.

python -m tests.benchmarks.keystrokes [--datasets DIR] [--seeds DIR] [--shown]

What was decided before is there when the next numeral is drafted. Each of these counts one: Enter, a letter that
decides, shows a form or leads to a field, a digit that chooses, a letter that is typed. A field that is typed in costs
the letter that leads there, what is typed, and the Enter that leaves it; of a name that can be chosen the fewest
letters are typed that leave it first in the list. Notes and quotes are prose, and left as drafted; the names of events
are counted both ways.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

from dashboard.sections.editing import fields
from dashboard.sections.editing.fields import FIELDS, Field
from tests.benchmarks.drafting import TABLE_OF, blind
from validation.editing.changes import Change, changed
from validation.files.schemas import TABLES
from validation.model import coverage
from validation.model.coverage import Mark
from validation.model.drafting.draft import Draft, Row
from validation.model.drafting.drafts import ways
from validation.model.register import Register, load
from validation.vocabulary import EXCLUDED, OPEN

PROSE = frozenset({"note", "period_note", "quote"})
"""Fields that are left as drafted: what one person writes otherwise than another says the same."""

Cells = Mapping[str, str]


@dataclass(frozen=True)
class Cost:
    """The keys that a numeral takes, by the column they are for; "" are those that decide."""

    text: str
    state: str
    keys: Counter[str]

    def total(self, *, names: bool) -> int:
        """All of them, with or without those that write the name of an event."""
        return self.keys.total() - (0 if names else self.keys["event_id"])


def costs(register: Register, drafted: Register) -> Iterator[Cost]:
    """What each numeral of each document takes, in the order of the text."""
    for source_id, document in register.documents.items():
        for mark in coverage.marks(register, document):
            found = ways(drafted, source_id, mark.start, mark.end)
            if next(iter(found.values())).stands:
                continue  # decided with the one before it
            row = _row(register, source_id, mark)
            yield Cost(mark.text, mark.state, _keys(register, drafted, found, row))
            drafted = changed(drafted, Change((*_missing(register, drafted, row), row)))


def _row(register: Register, source_id: str, mark: Mark) -> Row:
    """The row that accounts for a numeral, the first where there are several."""
    within = (one for one in coverage.claims(register, source_id) if one.start <= mark.start and mark.end <= one.end)
    claim = next(one for one in within if one.state == mark.state)
    return _of(register, TABLE_OF[mark.state], claim.row)


def _of(register: Register, table: str, row: int) -> Row:
    return Row(table, register.tables[table].cells.iloc[row].fillna("").to_dict())


def _missing(register: Register, drafted: Register, row: Row) -> Iterator[Row]:
    """What a row names that is not there: its event."""
    for column, targets in TABLES[row.table].links.items():
        for target in targets:
            ids = register[target].iloc[:, 0].tolist()
            if row.values[column] in ids and row.values[column] not in drafted[target].iloc[:, 0].tolist():
                yield _of(register, target, ids.index(row.values[column]))


def _keys(register: Register, drafted: Register, found: Mapping[str, Draft], row: Row) -> Counter[str]:
    """The keys that make a row of what is drafted."""
    likely = next(iter(found.values()))
    draft = next(one for one in found.values() if one.row.table == row.table)
    if draft.kind == EXCLUDED:
        is_told = draft.sure != OPEN and draft.row.values["reason"] == row.values["reason"]
        return Counter({"": 1 if is_told or likely is draft else 2})  # Enter, X or a digit; X or L and then a digit
    keys = Counter({"": 1 if likely is draft else 2})
    want, now = _shown(register, draft, row.values), _shown(drafted, draft, draft.row.values)
    for cells in draft.choices:
        told = {name: value for name, value in _shown(drafted, draft, cells).items() if name not in PROSE}
        if all(want[name] == value for name, value in told.items()) and any(now[name] != told[name] for name in told):
            keys[next(iter(cells))] += 1
            now |= told
    for one in FIELDS[row.table]:
        if one.column in want and one.column not in PROSE and now.get(one.column, "") != want[one.column]:
            keys[one.column] += _typed(drafted, draft, one, want[one.column])
            now |= {name: want[name] for name in _settled(one, want)}
    return keys


def _shown(register: Register, draft: Draft, cells: Cells) -> dict[str, str]:
    """Cells as the form shows them."""
    return {column: fields.shown(register, draft, column, value) for column, value in cells.items()}


def _settled(one: Field, want: Cells) -> Sequence[str]:
    """What is right once a field is: what a period rests on follows from it where it is stated, or there is none."""
    follows = one.column == "period" and want["period_basis"] in ("stated", "unstated")
    return (one.column, "period_basis") if follows else (one.column,)


def _typed(register: Register, draft: Draft, one: Field, value: str) -> int:
    """The keys of a field: the letter that leads there, what is typed of it, the Enter that leaves it."""
    names = [entry.words for entry in one.codes.values()] if one.codes else fields.offered(register, draft, one.column)
    value = one.codes[value].words if one.codes else value
    letters = (n for n in range(1, len(value)) if next(fields.matching(names, value[:n]), "") == value)
    return 1 + next(letters, len(value)) + 1


def main() -> None:
    """Prints what the numerals of a collection take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--datasets", type=Path, default=Path("datasets"))
    parser.add_argument("--seeds", type=Path, default=Path("seeds"))
    parser.add_argument("--shown", action="store_true", help="each numeral with its keys")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        register = load(options.datasets, options.seeds)
        found = list(costs(register, load(blind(options.datasets, Path(folder)), options.seeds)))
    for one in found if options.shown else ():
        print(f"{one.total(names=True):>4} {one.state:<9} {one.text:<22} {dict(one.keys)}")
    for words, names in (("retyped", True), ("as drafted", False)):
        keys = sorted(one.total(names=names) for one in found)
        least = f"{sum(one <= 4 for one in keys)} of {len(keys)} take at most 4"
        print(f"names of events {words:<11} {median(keys):g} in the median, {mean(keys):.1f} in the mean, {least}")


if __name__ == "__main__":
    main()
