"""Every corruption of a collection, by its id."""

from __future__ import annotations

from functools import cache
from zlib import crc32

from tests.validation.corruptions import (
    accounts,
    cells,
    collected,
    documents,
    files,
    numbers,
    places,
    reading,
    relations,
    released,
    rows,
    silent,
    unstated,
)
from tests.validation.corruptions.edits import Corruption

COLLECTIONS = {"real": collected.real, "bees": collected.fictional}
GENERATORS = (files, rows, cells, numbers, reading, places, relations, accounts, unstated, released, documents, silent)


# Of what breaks one rule, one in so many is chosen.
SHARES = {"real": 24, "bees": 40}
# More of the numbers that differ from the document's, and all of what no rule can find.
LARGER_SHARES = {"evidence/number": 8, "": 1}


@cache
def corruptions(name: str) -> dict[str, Corruption]:
    """The corruptions of one collection; always the same for the same tables."""
    every = [one for generator in GENERATORS for one in generator.generate(COLLECTIONS[name]())]
    by_id = {one.id: one for one in every}
    assert len(by_id) == len(every)
    return by_id


def chosen(name: str) -> list[str]:
    """The ids of those that are run where not all are: every rule, and each kind in turn."""
    groups: dict[str, list[str]] = {}
    for one in corruptions(name).values():
        groups.setdefault(one.rule, []).append(one.id)
    picked = set()
    for rule, ids in groups.items():
        share = LARGER_SHARES.get(rule, SHARES[name])
        # Not always the first of a group, or one way of breaking a file would be tried far more often than others.
        first = crc32(ids[0].encode()) % min(share, len(ids))
        picked.update(ids[first::share])
    return [case for case in corruptions(name) if case in picked]
