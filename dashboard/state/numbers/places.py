"""Where numbers stand among all of a register, so that they can be chosen before any of them is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from validation.model.observations import Observation
from validation.model.register import Register

Places = NDArray[np.int64]
"""The rows of stated numbers, counted from 0; behind the last row the calculated numbers."""

FEW = 2_000
"""What is asked of so many numbers is worked out for them alone; of more, for all there are, and kept."""


class Chosen(Sequence[Observation]):
    """Numbers by their places, at each of which there must be one.

    Each is made when it is asked for, and all where they are gone through.
    """

    def __init__(self, register: Register, places: Places) -> None:
        self._register, self._places = register, places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Observation]:
        return filter(None, numbers(self._register, self._places))

    def __getitem__(self, at: Any) -> Any:
        """One, or those of a slice."""
        if isinstance(at, slice):
            return list(Chosen(self._register, self._places[at]))
        return numbers(self._register, self._places[[at]])[0]


def many(register: Register) -> int:
    """How many places there are, with those of rows of which no number can be made."""
    return len(register.observations) + len(register.derived)


def numbers(register: Register, places: Places) -> list[Observation | None]:
    """The numbers at places; None for a row of which none can be made."""
    stated, calculated, first = register.observations, register.once(_calculated), len(register.observations)
    return [stated.row(place) if place < first else calculated[place - first] for place in places.tolist()]


def of_each(register: Register, places: Places, find: Callable[..., NDArray[Any]], *arguments: Any) -> NDArray[Any]:
    """What `find(register, numbers, *arguments)` says of the number at each place."""
    if len(places) <= FEW:
        return find(register, numbers(register, places), *arguments)
    return register.once(_of_all, find, *arguments)[places]


def _of_all(register: Register, find: Callable[..., NDArray[Any]], *arguments: Any) -> NDArray[Any]:
    return find(register, register.once(_every), *arguments)


def _every(register: Register) -> Sequence[Observation | None]:
    return numbers(register, np.arange(many(register)))


def _calculated(register: Register) -> Sequence[Observation]:
    return list(register.derived.values())
