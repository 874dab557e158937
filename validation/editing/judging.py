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

# By table: what it means that no rule of a family is broken.
_HOLDING: Mapping[str, Sequence[tuple[str, str]]] = {
    "observations": (("printed", "The value fits what is printed"), ("evidence", _ONCE)),
    "mentions": (("printed", "The date fits what is printed"), ("evidence", _ONCE)),
    "exclusions": (("coverage", "Nothing is left out that is recorded"),),
}


class Judgment(NamedTuple):
    """In a line, what was found of a row; `field` is the column that it is about, "" where it is about none alone."""

    kind: str
    words: str
    field: str = ""


def judged(register: Register, change: Change) -> list[Judgment]:
    """What is found of the last row that a change puts in; nothing is written."""
    found = broken(register, changed(register, change), change)
    families = {one.rule.partition("/")[0] for one in found}
    wrong = [Judgment(BROKEN, f"{one.message}: {one.hint}", one.field) for one in found]
    row = change.added[-1]
    holding = [Judgment(HOLDS, words) for family, words in _HOLDING[row.table] if family not in families]
    return [*wrong, *holding, *_worth_knowing(row.values)]


def _worth_knowing(values: Mapping[str, str]) -> Iterator[Judgment]:
    if values.get("period_basis") == UNSTATED and not values["period"]:
        yield Judgment(OPEN, "Without a period it is compared with nothing")
    if not values.get("area_id", "somewhere"):
        yield Judgment(OPEN, "Its area is still open", "area_id")
