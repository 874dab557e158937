"""The data now: one snapshot at a time, handed to whoever asks for it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from validation.model import register
from validation.model.memoized import Memoized
from validation.model.register import Register
from validation.reports.report import Report, check

Made = TypeVar("Made")

KEPT = 64
"""Of pages there is no end: so many are kept as they were made, each for one address and one view."""


class Kept:
    """The last few things that were made, by their key."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._things: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made for the key, else what `make` returns."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]
        made = make()
        with self._lock:
            self._things[key] = made
            if len(self._things) > self._most:
                self._things.popitem(last=False)
        return made


@dataclass(frozen=True, eq=False)
class Snapshot(Memoized):
    """One version of the data, with what has been made of it so far.

    `problem` says why newer data were refused while these are kept, and is empty when these are the newest. `kept`
    holds the last pages that were made of it.
    """

    register: Register
    problem: str = ""
    kept: Kept = field(default_factory=lambda: Kept(KEPT), repr=False)

    @property
    def version(self) -> str:
        """What names the data, the same in every process."""
        return self.register.version

    @property
    def title(self) -> str:
        """The collection's name, as the header and the browser's tab show it."""
        return self.register.title

    @cached_property
    def report(self) -> Report:
        """What the validation says of the data and of the documents that are here."""
        return check(self.register)


class Store:
    """Holds the current snapshot. Ask for it at each request and never keep it: it may be replaced."""

    def __init__(self, load: Callable[[], Snapshot]) -> None:
        self._current = load()

    def current(self) -> Snapshot:
        return self._current


def load(datasets: Path, seeds: Path | None) -> Snapshot:
    """The collection in a folder as it is now."""
    return Snapshot(register.load(datasets, seeds))
