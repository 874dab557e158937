"""Addresses with their state: query strings read and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import parse_qs, urlencode

from dashboard.state.refusals import Refusal, Unacceptable

Query = Mapping[str, "str | list[str]"]

Place = Callable[[str], str]
"""Where an address is that a page names: "/about" is "/numbers/about" where all of this site begins with "/numbers"."""

NOW = "now:"
"""What an address begins with that is of the data now, on pages of a release: "now:/about"."""

CHANGES = "/changes"
"""Where it is told what changed from release to release."""

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


def below(root: str, now: str | None = None) -> Place:
    """Puts what begins with a stroke below `root`, and what is of the data now below `now`, if that is elsewhere."""

    def place(address: str) -> str:
        if address.startswith(NOW):
            return (root if now is None else now) + address.removeprefix(NOW)
        return root + address if address.startswith("/") and not address.startswith("//") else address

    return place


as_written = below("")
"""Where this site is all there is."""


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
