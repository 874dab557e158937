"""What the rules say of a row before it is written: what is wrong with it, what of it holds, what is worth knowing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from validation.editing.changes import Change, changed
from validation.editing.desk import broken
from validation.model.register import Register
from validation.vocabulary import UNSTATED

HOLDS, BROKEN, OPEN = "holds", "broken", "open"
"""What a judgment says; `OPEN` is no fault, and worth knowing."""

_ONCE = "The quote stands once, with the number in it"

# By table: what it means that no rule of a family is broken, and nothing is wrong with a column or lacking in it.
_HOLDING: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "observations": (("printed", "value", "The value fits what is printed"), ("evidence", "quote", _ONCE)),
    "mentions": (("printed", "period", "The date fits what is printed"), ("evidence", "quote", _ONCE)),
    "exclusions": (("coverage", "quote", "Nothing is left out that is recorded"),),
}

# What a person has to fill in, and what is said while it is empty.
_OPEN = {"value": "The value is still open: write it", "area_id": "Its area is still open: name it"}


class Judgment(NamedTuple):
    """In a line, what was found of a row; `field` is the column that it is about, "" where it is about none alone."""

    kind: str
    words: str
    field: str = ""


def judged(register: Register, change: Change) -> list[Judgment]:
    """What is found of the last row that a change puts in; nothing is written."""
    row = change.added[-1]
    empty = [column for column in _OPEN if not row.values.get(column, "there")]
    found = [one for one in broken(register, changed(register, change), change) if one.field not in empty]
    faulty = {*empty, *(one.rule.partition("/")[0] for one in found), *(one.field for one in found)}
    wrong = [Judgment(BROKEN, f"{one.message}: {one.hint}", one.field) for one in found]
    holding = [Judgment(HOLDS, words) for *about, words in _HOLDING[row.table] if faulty.isdisjoint(about)]
    return [*wrong, *holding, *_worth_knowing(row.values), *(Judgment(OPEN, _OPEN[name], name) for name in empty)]


def _worth_knowing(values: Mapping[str, str]) -> Iterator[Judgment]:
    if values.get("period_basis") == UNSTATED and not values["period"]:
        yield Judgment(OPEN, "Without a period it is compared with nothing")
