"""The data now: one snapshot at a time, handed to whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from validation.files import package as packaging
from validation.model import register

Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One version of the data, with what has been made of it so far.

    `collection` is what datapackage.json says of the whole (title, description, …); `problem` says why newer
    data were refused while these are kept, and is empty when these are the newest.
    """

    register: Any
    version: str
    problem: str = ""
    collection: Mapping[str, Any] = field(default_factory=dict, repr=False)
    _made: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    _lock: RLock = field(default_factory=RLock, repr=False)

    def once(self, make: Callable[..., Made], *arguments: Any) -> Made:
        """What `make(snapshot, *arguments)` returns, computed the first time and kept as long as the snapshot.

        `make` is a function of a module, and the arguments can be hashed: a new lambda at each call would be kept
        at each call.
        """
        key = (make, *arguments)
        with self._lock:
            if key not in self._made:
                self._made[key] = make(self, *arguments)
            return self._made[key]

    @property
    def title(self) -> str:
        """The collection's name, as the header and the browser's tab show it."""
        return self.collection.get("title") or "Stated numbers"


class Store:
    """Holds the current snapshot. Ask for it at each request and never keep it: it may be replaced."""

    def __init__(self, load: Callable[[], Snapshot]) -> None:
        self._current = load()

    def current(self) -> Snapshot:
        return self._current


def load(datasets: Path, seeds: Path | None) -> Snapshot:
    """The collection in a folder as it is now."""
    loaded = register.load(datasets, seeds)
    return Snapshot(loaded, loaded.version, collection=packaging.metadata(datasets))
