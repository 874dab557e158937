"""What follows from a thing that never changes, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import RLock
from typing import Any, TypeVar

Made = TypeVar("Made")


@dataclass(frozen=True, eq=False, kw_only=True)
class Memoized:
    """A thing that never changes, with what has been made of it so far."""

    _made: dict[Hashable, Any] = field(default_factory=dict, repr=False, init=False)
    _making: dict[Hashable, RLock] = field(default_factory=dict, repr=False, init=False)

    def once(self, make: Callable[..., Made], *arguments: Any) -> Made:
        """What `make(self, *arguments)` returns, made the first time and kept as long as this is.

        `make` is a function of a module, and the arguments can be hashed: a new lambda at each call would be kept
        at each call. Who asks for what is being made waits for it, and nobody else does.
        """
        key = (make, *arguments)
        if key not in self._made:
            with self._making.setdefault(key, RLock()):
                try:
                    if key not in self._made:
                        self._made[key] = make(self, *arguments)
                finally:
                    self._making.pop(key, None)
        return self._made[key]

    def known(self, made: Made, make: Callable[..., Made], *arguments: Any) -> None:
        """Keeps what `make(self, *arguments)` would return, which was made elsewhere."""
        self._made[make, *arguments] = made
