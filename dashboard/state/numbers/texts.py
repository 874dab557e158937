"""What is searched of numbers word by word: who lists them searches no other text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.state.numbers.places import Places, of_each
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.rows import COLUMNS

SEARCHED = ("indicator", "said", "quote", "area", "source", "note")

# What documents print, and keyboards type.
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def holding(register: Register, places: Places, q: str) -> Places:
    """The places of the numbers in whose text each word stands, whatever its case."""
    texts = of_each(register, places, _texts)
    for word in _folded(q).split():
        holds = np.array([word in text for text in texts.tolist()], bool)
        places, texts = places[holds], texts[holds]
    return places


def text(register: Register, number: Observation) -> str:
    """What is searched of a number, in the letters that a search is compared in."""
    return _folded("\n".join(str(COLUMNS[name](number, register)) for name in SEARCHED))


def _texts(register: Register, numbers: Sequence[Observation | None]) -> NDArray[Any]:
    return np.array([text(register, one) if one else "" for one in numbers], object)


def _folded(text: str) -> str:
    return text.translate(_STRAIGHT).casefold()
