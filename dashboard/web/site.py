"""The pages there are, and what each address shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dashboard.state import addresses
from dashboard.state.addresses import Query
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.listing import Listing

Layout = Callable[..., Any]
"""`layout(data, /, **parameters)`: parameters are those of the path and of the query, all of them optional.

Raises `Refusal` where they ask for what there is not.
"""

Title = str | Callable[..., str]
"""The words before the collection's name in the browser's tab, or `title(data, /, **variables of the path)`."""

Offered = Callable[[Snapshot], bool]
"""Whether the page has anything to show of the data now."""


Ids = Callable[[Snapshot], Iterable[str]]
"""What the variable of a path can be."""

States = Callable[[Snapshot], Iterable[Query]]
"""The parameters of states of a page."""


Listed = Callable[[Snapshot], Listing]
"""What the page lists, all of it."""


def always(data: Snapshot) -> bool:
    """Most pages have something to show whatever the data."""
    return True


def none(data: Snapshot) -> Iterable[Any]:
    """Most pages have no variable, and no state that is worth a page of its own."""
    return ()


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page: its path ("/sources/<source_id>"), its layout and title, when links lead to it.

    `about` is what it says in a sentence, for those who are shown no more of it. `ids` are what its variable can be,
    `states` the states of its address that are pages of their own where there is no server, `listing` what is filtered
    there in the browser; `data` is whether the same is at its path with ".json", for programs.
    """

    path: str
    layout: Layout
    title: Title
    offered: Offered = always
    about: Title = ""
    ids: Ids = none
    states: States = none
    listing: Listed | None = None
    data: bool = False

    @property
    def fixed(self) -> bool:
        """Whether the path names one page and has no variable."""
        return "<" not in self.path

    def at(self, id: str) -> str:
        """The path of the page of an id."""
        return re.sub("<.+?>", id, self.path)

    def variables(self, path: str) -> dict[str, str] | None:
        """The variables of the path; None where the page is another's."""
        pattern = re.sub("<(.+?)>", r"(?P<\1>[^/]+)", self.path)
        match = re.fullmatch(pattern, path)
        return match.groupdict() if match else None

    def entitled(self, data: Snapshot, variables: Mapping[str, str]) -> str:
        """The page's own title. Raises `Refusal` where the variables name nothing."""
        return self.title if isinstance(self.title, str) else self.title(data, **variables)

    def described(self, data: Snapshot, variables: Mapping[str, str]) -> str:
        """What it says in a sentence, "" where nobody wrote one. Raises as `entitled` does."""
        return self.about if isinstance(self.about, str) else self.about(data, **variables)


class Shown(NamedTuple):
    """What an address shows: the page's title, its content, what it says in a sentence, where it is for programs."""

    title: str
    content: Any
    about: str = ""
    alternate: str = ""


@dataclass(slots=True)
class Site:
    """Every page of the application over the current data."""

    store: Store
    pages: list[Page] = field(default_factory=list)

    def paths(self, data: Snapshot) -> list[str]:
        """The addresses that need no id, without those of pages that have nothing to show now."""
        return sorted(page.path for page in self.pages if page.fixed and page.offered(data))

    def find(self, data: Snapshot, path: str) -> tuple[Page, dict[str, str]]:
        """The page at a path and the path's variables; a fixed path goes before one with variables."""
        for page in sorted(self.pages, key=lambda page: not page.fixed):
            variables = page.variables(path)
            if variables is not None:
                return page, variables
        raise Unknown("page", path, self.paths(data), root="")

    def show(self, data: Snapshot, path: str, query: str) -> Shown:
        """What the address shows. Raises `Refusal` where it can't be answered."""
        page, variables = self.find(data, path)
        # What the path says goes before a parameter of the same name.
        parameters = {**addresses.parsed(query), **variables}
        title, content = page.entitled(data, variables), page.layout(data, **parameters)
        return Shown(title, content, page.described(data, variables), f"{path}.json" if page.data else "")

    def addresses(self, data: Snapshot) -> Iterator[str]:
        """The address of every page that there is something on, without their states."""
        for page in self.pages:
            if page.fixed and page.offered(data):
                yield page.path
            elif not page.fixed:
                yield from map(page.at, page.ids(data))


def plain(path: str) -> str:
    """The one way to write a path: no stroke twice, and none at its end."""
    return "/" + "/".join(filter(None, path.split("/")))


def entitled(title: str, data: Snapshot) -> str:
    """A page's title with the collection's, which stands alone where the page has none."""
    return f"{title} – {data.title}" if title else data.title
