"""The keys that a person presses to get the register from its documents, each drafted blind and decided in text order.

python -m tests.benchmarks.keystrokes [--datasets DIR] [--seeds DIR] [--shown]

What was decided before is there when the next numeral is drafted: its events, its indicators, its units. A key counts
one: Enter, X, N, E, L, a digit, a letter that leads to a field. A field that is typed in costs that letter, what is
typed, and the Enter that leaves it; one that is chosen by its name costs the fewest letters that leave the name first
in the list. Quotes and notes are prose, and are left as drafted; names of events are counted both ways.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

from dashboard.sections.editing import fields, panel
from tests.benchmarks.drafting import TABLE_OF, blind
from validation import vocabulary
from validation.editing.changes import Change, changed
from validation.editing.composing import NAMING, composed
from validation.files.schemas import TABLES
from validation.model import coverage
from validation.model.drafting.draft import Draft, Row
from validation.model.drafting.drafts import ways
from validation.model.register import Register, load

Cells = Mapping[str, str]

PROSE = frozenset({"note", "period_note", "quote", "start", "end", "locator"})
"""Columns that are left as drafted: what one person writes otherwise than another says the same."""


@dataclass(frozen=True)
class Cost:
    """The keys of one numeral by what they were for, and those of them that wrote the name of an event."""

    text: str
    kind: str
    keys: Counter[str]

    @property
    def all(self) -> int:
        """With the names of events as the register has them."""
        return self.keys.total()

    @property
    def drafted(self) -> int:
        """With those left as they were drafted."""
        return self.all - self.keys["event_id"]


def costs(register: Register, drafted: Register) -> Iterator[Cost]:
    """What each numeral of each document costs, in the order of the text."""
    for source_id, document in register.documents.items():
        for mark in coverage.marks(register, document):
            rows = wanted(register, source_id, mark)
            found = ways(drafted, source_id, mark.start, mark.end)
            if next(iter(found.values())).stands:
                continue  # decided with the one before it
            draft, row = found[mark.state], rows[0]
            keys, change = pressed(drafted, found, draft, row)
            yield Cost(mark.text, mark.state, keys)
            drafted = changed(drafted, change)


def wanted(register: Register, source_id: str, mark: coverage.Mark) -> list[Row]:
    """The rows that account for a numeral."""
    table = TABLE_OF[mark.state]
    claims = [one for one in coverage.claims(register, source_id) if one.start <= mark.start and one.end >= mark.end]
    of = [one for one in claims if one.state == mark.state]
    cells = register.tables[table].cells.fillna("")
    return [Row(table, cells.iloc[one.row].to_dict()) for one in of]


def pressed(register: Register, found: Mapping[str, Draft], draft: Draft, row: Row) -> tuple[Counter[str], Change]:
    """The keys that make a row of a draft, and the change that is written then: the row as the register has it."""
    likely = next(iter(found.values()))
    keys: Counter[str] = Counter()
    if draft.kind == vocabulary.EXCLUDED:
        at_once = likely.kind == draft.kind or found[vocabulary.EXCLUDED].row.values["reason"] == row.values["reason"]
        if found[draft.kind].row.values["reason"] == row.values["reason"]:
            keys["decide"] = 1  # Enter, or X
        else:
            keys["kind"], keys["decide"] = int(likely.kind != draft.kind), 1  # L, then the reason's digit
        del at_once
        return keys, Change((Row("exclusions", {**row.values}),))
    keys["kind"], keys["decide"] = int(likely.kind != draft.kind), 1
    keys += of_fields(register, draft, row)
    return +keys, written(register, draft, row)


def of_fields(register: Register, draft: Draft, row: Row) -> Counter[str]:
    """The keys that change the fields of a form from what is drafted to what a row has."""
    keys: Counter[str] = Counter()
    now = dict(draft.row.values)
    want = {name: names_of(register, draft, name, value) for name, value in row.values.items()}
    now = {name: names_of(register, draft, name, value) for name, value in now.items()}
    for cells in draft.choices:
        shown = {name: names_of(register, draft, name, value) for name, value in cells.items()}
        told = {name for name in shown if name not in PROSE}
        helps = any(now.get(name, "") != shown[name] for name in told)
        if helps and all(shown[name] == want[name] for name in told):
            keys[next(iter(cells))] += 1
            now |= shown
    shown_fields = {one.column: one for one in fields.FIELDS[draft.row.table]}
    for column, one in shown_fields.items():
        if column in PROSE or now.get(column, "") == want[column]:
            continue
        if column == "period_basis" and now.get("period", "") != want["period"]:
            continue  # which follows from the period
        keys[column] += field(register, draft, one, want[column])
        now[column] = want[column]
    return keys


def field(register: Register, draft: Draft, one: fields.Field, value: str) -> int:
    """The keys of one field: the letter that leads there, what is typed or chosen, Enter."""
    if one.codes is not None:
        words = [entry.words for entry in one.codes.values()]
        return 1 + letters(words, one.codes[value].words) + 1
    names = list(fields.names(register, draft, one.column))
    typed = min(letters(names, value), len(value)) if value in names else len(value)
    return 1 + typed + 1


def letters(names: Sequence[str], wanted: str) -> int:
    """The fewest letters of a name, or of words of it, that leave it first in the list."""
    return next((n for n in range(1, len(wanted) + 1) if fields.matching(names, wanted[:n])[:1] == [wanted]), len(wanted))


def names_of(register: Register, draft: Draft, column: str, value: str) -> str:
    """A cell as the form shows it: what it names by its name."""
    if column not in NAMING or not value:
        return value
    made = {row.values[TABLES[row.table].key[0]]: row.values.get("name", "") for row in draft.rows[:-1]}
    return fields.by_id(full(register), column).get(value) or made.get(value, value)


_FULL: list[Register] = []


def full(register: Register) -> Register:
    return _FULL[0]


def written(register: Register, draft: Draft, row: Row) -> Change:
    """The row as the register has it, with the things it names that were not there."""
    rows = []
    for table, spec in TABLES.items():
        del spec
        if table in ("events",) and row.table == "mentions":
            have = set(register[table].iloc[:, 0].tolist())
            if row.values["event_id"] not in have:
                cells = full(register).tables[table].cells.fillna("")
                rows += [Row(table, one) for one in cells[cells["event_id"] == row.values["event_id"]].to_dict("records")]
    return Change((*rows, row))


def main() -> None:
    """Prints what the numerals of a collection cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--datasets", type=Path, default=Path("datasets"))
    parser.add_argument("--seeds", type=Path, default=Path("seeds"))
    parser.add_argument("--shown", action="store_true", help="each numeral with its keys")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        register = load(options.datasets, options.seeds)
        _FULL[:] = [register]
        found = list(costs(register, load(blind(options.datasets, Path(folder)), options.seeds)))
    for one in found if options.shown else ():
        print(f"{one.all:>4} {one.drafted:>4}  {one.kind:<9} {one.text:<20} {dict(one.keys)}")
    for words, counts in (("retyped", [one.all for one in found]), ("as drafted", [one.drafted for one in found])):
        print(f"names of events {words:<10}: {median(counts):g} keys in the median, {mean(counts):.1f} in the mean")


if __name__ == "__main__":
    main()
