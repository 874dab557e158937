"""A list of a page, item by item, with what each is found by: for where the page is a file, and no server filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what is shown of it, what it is of by parameter, the words it is found by, its place in each order.

    `group` is the heading that it stands under, where the list has any.
    """

    id: str
    shown: Any
    group: str = ""
    of: Mapping[str, Sequence[str]] = field(default_factory=dict)
    text: str = ""
    at: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a list, in its usual order.

    `look` is the class of what the items stand in, where that is no table; those of a `ranked` one that begin with what
    is searched go before those of their group that only have it. `lines` are the files that are taken away of
    it, by their addresses: the first line, and that of each item. `noun` is what one of them is.
    """

    items: Sequence[Item]
    look: str = ""
    ranked: bool = False
    noun: str = "number"
    lines: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
