"""The place where rows are accepted: each change is held against the rules, written at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from validation.editing.changes import Change, Vanished, changed, with_tables
from validation.editing.part import part_of
from validation.editing.stretches import Stretch, stretch
from validation.files import edits
from validation.files.folders import looks
from validation.files.schemas import TABLES
from validation.files.tables import parsed
from validation.findings import Finding
from validation.model.register import Register, load
from validation.reports.report import findings
from validation.rules.catalog import CHECKS
from validation.rules.coverage import numerals_are_accounted_for
from validation.vocabulary import ERROR

TRIED = 5
"""So often a change is made anew where another hand has written one of its tables meanwhile."""

LISTED = 10
"""The last decisions, which are shown."""

# What a row says of others, or others must say of it, which nobody can settle by that row alone.
_OF_OTHERS = frozenset({"conflict/unlisted", "event/period", "chart/headline", "growth/fit", "check/missing"})

# What is left of the document is no fault of a row.
_CHECKS = tuple(check for check in CHECKS if check is not numerals_are_accounted_for)


@dataclass(frozen=True)
class Decision:
    """What was written, in a line for whoever decided it, where that was, and what became of which bytes."""

    words: str
    change: Change
    where: str = ""
    stretches: Mapping[str, Stretch] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, eq=False)
class Refused(Exception):
    """Why a change was not written: what the rules say of its rows, or what happened to its tables."""

    why: str
    findings: tuple[Finding, ...] = ()


class Desk:
    """Writes into the tables of a folder. One for each folder and program: what it did it can take back.

    Other programs may write the same tables: a change is always made of what the files hold, and written only where
    they still hold it. Who reads `register` and decides by it holds `lock` meanwhile.
    """

    def __init__(self, datasets: Path, seeds: Path | None) -> None:
        self.datasets = datasets
        self.seeds = seeds
        self.lock = RLock()
        self._done: list[Decision] = []
        self._register: Register | None = None
        self._seen: object = None
        edits.tidy(datasets)

    @property
    def last(self) -> list[Decision]:
        """The last decisions, the newest first."""
        return self._done[: -LISTED - 1 : -1]

    @property
    def register(self) -> Register:
        """What the files hold, read anew where they are others than when they were read last."""
        with self.lock:
            seen = looks(self.datasets, self.seeds)
            if self._register is None or seen != self._seen:
                self._register, self._seen = load(self.datasets, self.seeds), seen
            return self._register

    def decide(self, words: str, change: Change, where: str = "") -> Register:
        """Writes a change; returns the register with it. Raises `Refused` where nothing was written."""

        def made(now: Register) -> Register:
            after = _after(now, change)
            if faults := broken(now, after, change):
                raise Refused(faults[0].message, tuple(faults))
            return after

        with self.lock:
            before, after = self._write(made, change)
            done = {name: stretch(before.tables[name].data, after.tables[name].data) for name in _tables(change)}
            self._done.append(Decision(words, change, where, done))
            return after

    def undo(self) -> Decision | None:
        """Takes the last decision back, and returns it; None where there is none. Raises `Refused`."""
        with self.lock:
            if not self._done:
                return None
            last = self._done[-1]
            self._write(lambda now: _restored(now, last) or _after(now, last.change.undone), last.change.undone)
            return self._done.pop()

    def _write(self, made: Callable[[Register], Register], change: Change) -> tuple[Register, Register]:
        """Writes what is made of the tables of a change, where they still hold what it was made of.

        Returns the register before and after.
        """
        for _ in range(TRIED):
            now = self.register
            after = made(now)
            if self._replaced(now, after, _tables(change)):
                self._register, self._seen = after, looks(self.datasets, self.seeds)
                return now, after
            self._register = None
        raise Refused("the tables are being written by another program; try again")

    def _replaced(self, before: Register, after: Register, names: list[str]) -> bool:
        """Whether each table was written; what others were written already is taken back where one was not."""
        written: list[str] = []
        for name in names:
            path = self.datasets / f"{name}.csv"
            if path.read_bytes() != before.tables[name].data:
                for other in written:
                    edits.write(self.datasets / f"{other}.csv", before.tables[other].data)
                return False
            edits.write(path, after.tables[name].data)
            written.append(name)
        return True


def broken(before: Register, after: Register, change: Change) -> list[Finding]:
    """The errors that come with a change, but for those that are about other rows as well.

    Rows that others may name are taken out of the whole; new ones are judged by a part of it.
    """
    if not change.removed:
        before, after = part_of(before, change.added), part_of(after, change.added)
    found = [one for one in findings(after, _CHECKS) if one.level == ERROR and one.rule not in _OF_OTHERS]
    known = {_named(one) for one in findings(before, _CHECKS)} if found else ()
    return [one for one in found if _named(one) not in known]


def _tables(change: Change) -> list[str]:
    """The tables of a change, in the order in which they are written: each behind those that it names."""
    return list(dict.fromkeys(row.table for row in (*change.removed, *change.added)))


def _after(register: Register, change: Change) -> Register:
    try:
        return changed(register, change)
    except Vanished as error:
        raise Refused(f"another hand has changed it since: {error.args[0]}") from error


def _restored(register: Register, done: Decision) -> Register | None:
    """The tables as they were before a decision, to the byte; None where another hand has written in them since."""
    data = {name: one.undone(register.tables[name].data) for name, one in done.stretches.items()}
    if any(each is None for each in data.values()):
        return None
    tables = {name: parsed(name, each or b"", TABLES[name].columns)[0] for name, each in data.items()}
    return with_tables(register, {name: one for name, one in tables.items() if one})


def _named(one: Finding) -> tuple[str, ...]:
    return one.rule, one.file, one.key, one.field
