"""Addresses with their state: query strings read and written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qs, urlencode

from dashboard.state.refusals import Refusal, Unacceptable

Query = Mapping[str, "str | list[str]"]

MOST_PARAMETERS = 200
"""More than any form here can send; a longer query string is not a reader's."""


def parsed(search: str) -> dict[str, str | list[str]]:
    """The parameters of a query string, empty ones left out; a repeated one is a list."""
    try:
        found = parse_qs(search.removeprefix("?"), max_num_fields=MOST_PARAMETERS)
    except ValueError as error:
        raise Refusal(f"The address has more than {MOST_PARAMETERS} parameters.") from error
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def href(path: str, query: Query | None = None, /, **changes: str | Iterable[str] | None) -> str:
    """`path` with the parameters of `query` and `changes`, which win; None or "" takes a parameter out."""
    state = {**(query or {}), **changes}
    pairs = [(name, value) for name in state for value in _several(state[name]) if value]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def slug(name: str) -> str:
    """A name as addresses and the places in a page have it: "Land & water" is "land-water"."""
    return re.sub(r"\W+", "-", name.casefold()).strip("-")


def several(query: Query, name: str) -> list[str]:
    """Every value of a parameter that may be repeated, in the order given."""
    return _several(query.get(name))


def text(query: Query, name: str) -> str:
    """What was typed for a parameter, trimmed; "" where nothing was; the last where it is repeated."""
    return ["", *several(query, name)][-1].strip()


def chosen(query: Query, name: str, accepted: Iterable[str], default: str) -> str:
    """The value of a parameter out of a closed list. Raises `Unacceptable` for any other."""
    value, accepted = text(query, name) or default, list(accepted)
    if value not in accepted:
        raise Unacceptable(name, value, accepted)
    return value


def number(query: Query, name: str, default: int = 1) -> int:
    """A counting number (a page's, say), at least 1. Raises `Unacceptable` for anything else."""
    value = text(query, name) or str(default)
    if not (value.isascii() and value.isdigit() and 0 < len(value) < 7 and int(value) > 0):
        raise Unacceptable(name, value, ["a whole number from 1"])
    return int(value)


def _several(value: str | Iterable[str] | None) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)
