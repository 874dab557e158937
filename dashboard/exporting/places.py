"""Where an address lies among the files of a site, and how one file leads to another."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from dashboard.state.addresses import Query, parsed, several, slug
from dashboard.state.selection import Selection

INDEX = "index.html"
AT = "at"
"""The parameter that names a passage, whose place in the page has the same name."""


HEALTH = "/healthz"
"""What has no suffix, and is no page."""

_SUFFIX = re.compile(r"\.[a-z][a-z0-9]*$")


class Place(NamedTuple):
    """A file, by its path below the folder of the site, and what stands behind it in a link: a query, a part of it."""

    file: str
    behind: str = ""


State = tuple[str, frozenset[tuple[str, str]]]
"""A path with the parameters of a state of its page."""


def state(path: str, query: Query) -> State:
    """The state that an address names, whatever the order of its parameters."""
    return path, frozenset((name, value) for name in query for value in several(query, name))


def is_file(path: str) -> bool:
    """Whether an address is a file's, which has a suffix; versions have dots, too."""
    return path == HEALTH or _SUFFIX.search(path) is not None


def page(path: str) -> str:
    """The file of a page: the index of a folder, which hosts answer with at the page's very address."""
    return f"{path.strip('/')}/{INDEX}".lstrip("/")


def file(path: str) -> str:
    """The file at an address, a page's or another's."""
    return path.lstrip("/") if is_file(path) else page(path)


def state_page(path: str, query: Mapping[str, str]) -> str:
    """The file of a state of a page."""
    return page(f"{path}/{'_'.join(f'{name}-{slug(value)}' for name, value in query.items())}")


def chosen(path: str, query: str) -> str:
    """The file of what a query chooses from a download, named as a server names it."""
    folder, _, name = path.strip("/").rpartition("/")
    return f"{folder}/{Selection.read(parsed(query)).name()}.{name.partition('.')[2]}"


def behind(query: str, fragment: str) -> str:
    """What stands behind a file: a passage is found without scripts, too."""
    at = several(parsed(query), AT)
    fragment = fragment or (at[0] if at else "")
    return (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def split(address: str) -> tuple[str, str, str]:
    """The path, the query and the part of a page that an address names."""
    parts = urlsplit(address)
    return parts.path, parts.query, parts.fragment


def link(file: str, place: Place) -> str:
    """How the page in a file leads to a place."""
    return quote(posixpath.relpath(place.file, posixpath.dirname(file) or ".")) + place.behind


def folder(file: str, other: str) -> str:
    """How the page in a file comes to a folder."""
    return quote(posixpath.relpath(other or ".", posixpath.dirname(file) or "."))
