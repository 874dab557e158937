"""The place where rows are accepted: each change is held against the rules, written at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from validation.editing.changes import Change, Vanished, changed
from validation.files import edits
from validation.files.folders import looks
from validation.files.schemas import TABLES
from validation.findings import Finding
from validation.model.drafting.draft import Row
from validation.model.register import Register, load
from validation.reports.report import check
from validation.vocabulary import ERROR

TRIED = 5
"""So often a change is made anew where another hand has written one of its tables meanwhile."""

LISTED = 10
"""The last decisions, which are shown."""

# What a row says of others, which nobody can settle by that row alone.
_OF_OTHERS = frozenset({"conflict/unlisted", "event/period", "chart/headline"})


@dataclass(frozen=True)
class Decision:
    """What was written, in a line for whoever decided it, and where that was."""

    words: str
    change: Change
    where: str = ""


@dataclass(frozen=True, eq=False)
class Refused(Exception):
    """Why a change was not written: what the rules say of its rows, or what happened to its tables."""

    why: str
    findings: tuple[Finding, ...] = ()


class Desk:
    """Writes into the tables of a folder. One for each folder and program: what it did it can take back.

    Other programs may write the same tables: a change is always made of what the files hold, and written only where
    they still hold it.
    """

    def __init__(self, datasets: Path, seeds: Path | None) -> None:
        self.datasets = datasets
        self.seeds = seeds
        self._done: list[Decision] = []
        self._lock = RLock()
        self._register: Register | None = None
        self._seen: object = None

    @property
    def last(self) -> list[Decision]:
        """The last decisions, the newest first."""
        return self._done[: -LISTED - 1 : -1]

    @property
    def register(self) -> Register:
        """What the files hold, read anew where they are others than when they were read last."""
        seen = looks(self.datasets, self.seeds)
        if self._register is None or seen != self._seen:
            self._register, self._seen = load(self.datasets, self.seeds), seen
        return self._register

    def decide(self, words: str, change: Change, where: str = "") -> Register:
        """Writes a change; returns the register with it. Raises `Refused` where nothing was written."""
        with self._lock:
            now = self.register
            after = _after(now, change)
            if faults := list(broken(now, after, change)):
                raise Refused(faults[0].message, tuple(faults))
            register = self._write(now, after, change)
            self._done.append(Decision(words, change, where))
            return register

    def undo(self) -> Decision | None:
        """Takes the last decision back, and returns it; None where there is none. Raises `Refused`."""
        with self._lock:
            if not self._done:
                return None
            now, change = self.register, self._done[-1].change.undone
            self._write(now, _after(now, change), change)
            return self._done.pop()

    def _write(self, now: Register, after: Register, change: Change) -> Register:
        """Writes what a change makes of the tables, where they still hold what it was made of."""
        for _ in range(TRIED):
            if self._replaced(now, after, change):
                self._register, self._seen = after, looks(self.datasets, self.seeds)
                return after
            now = load(self.datasets, self.seeds)
            after = _after(now, change)
        raise Refused("the tables are being written by another program; try again")

    def _replaced(self, before: Register, after: Register, change: Change) -> bool:
        """Whether each table was written; what others were written already is taken back where one was not."""
        written: list[str] = []
        for name in dict.fromkeys(row.table for row in (*change.added, *change.removed)):
            path = self.datasets / f"{name}.csv"
            if path.read_bytes() != before.tables[name].data:
                for other in written:
                    edits.write(self.datasets / f"{other}.csv", before.tables[other].data)
                return False
            edits.write(path, after.tables[name].data)
            written.append(name)
        return True


def broken(before: Register, after: Register, change: Change) -> Iterator[Finding]:
    """The errors that the rows of a change have after it, but for those that are about other rows as well."""
    mine = {(f"{row.table}.csv", _key(row)) for row in change.added}
    known = {_named(one) for one in before.once(check).findings}
    for one in after.once(check).findings:
        of_change = (one.file, one.key) in mine
        if one.level == ERROR and of_change and one.rule not in _OF_OTHERS and _named(one) not in known:
            yield one


def _after(register: Register, change: Change) -> Register:
    try:
        return changed(register, change)
    except Vanished as error:
        raise Refused(f"another hand has changed it since: {error.args[0]}") from error


def _named(one: Finding) -> tuple[str, ...]:
    return one.rule, one.file, one.key, one.field


def _key(row: Row) -> str:
    return " ".join(row.values.get(name, "") for name in TABLES[row.table].key)
