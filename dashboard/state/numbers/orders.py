"""In which order numbers stand: documents' first, or by a column."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from operator import ne
from typing import Any

import numpy as np

from dashboard.state.numbers import places
from dashboard.state.numbers.places import Places, of_each
from dashboard.state.refusals import demand
from validation.language.periods import Period
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.rows import COLUMNS, Cell

_MISSING = -1
_LAST = np.iinfo(np.int64).max


def usual(register: Register) -> Places:
    """Every place, documents' numbers before all others, and calculated ones last."""
    return register.once(_usual)


def by_column(register: Register, found: Places, sort: str) -> Places:
    """Places by a column, the last first behind a "-"; those alike as they stood, what is missing last both ways.

    Raises `Unacceptable` for a column there is not.
    """
    column = sort.removeprefix("-")
    demand("sort", [column], COLUMNS)
    ranks = of_each(register, found, _ranks, column)
    keys = np.where(ranks == _MISSING, _LAST, ranks if column == sort else -ranks)
    return found[np.argsort(keys, kind="stable")]


def _usual(register: Register) -> Places:
    documents = [source.id for source in register.sources.values() if source.is_document]
    others = ~register["observations"]["source_id"].isin(documents).to_numpy(bool)
    stated = np.argsort(others, kind="stable")
    return np.concatenate([stated, np.arange(len(stated), places.many(register))])


def _ranks(register: Register, numbers: Sequence[Observation | None], column: str) -> Places:
    """The rank of each number in a column, the same for the same cells."""
    keys: list[Any] = [_key(COLUMNS[column](one, register)) if one else None for one in numbers]
    known = sorted((place for place, key in enumerate(keys) if key is not None), key=keys.__getitem__)
    ordered = [keys[place] for place in known]
    ranks = np.full(len(keys), _MISSING, np.int64)
    ranks[known] = np.cumsum([False, *map(ne, ordered, ordered[1:])])[: len(known)]  # a step where a cell is another
    return ranks


def _key(cell: Cell) -> str | float | Decimal | None:
    """What a cell is sorted by: time by its first day, text whatever its case, all else by itself."""
    if isinstance(cell, Period):
        return cell.first
    return cell.casefold() or None if isinstance(cell, str) else cell
