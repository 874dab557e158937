"""The pages there are, and what each address shows."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from dashboard.state import addresses
from dashboard.state.refusals import Refusal, Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web import shell

Layout = Callable[..., Any]
"""`layout(data, /, *, view, **parameters)`: parameters are those of the path and of the query, all of them optional."""

Title = str | Callable[..., str]
"""The words before the collection's name in the browser's tab, or `title(data, /, **variables of the path)`."""


Offered = Callable[[Snapshot], bool]
"""Whether the page has anything to show of the data now."""


def always(data: Snapshot) -> bool:
    """Most pages have something to show whatever the data."""
    return True


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page: its path ("/sources/<source_id>"), its layout, its title, and when links lead to it."""

    path: str
    layout: Layout
    title: Title
    offered: Offered = always

    @property
    def fixed(self) -> bool:
        """Whether the path names one page and has no variable."""
        return "<" not in self.path

    def variables(self, path: str) -> dict[str, str] | None:
        """The variables of the path; None where the page is another's."""
        pattern = re.sub("<(.+?)>", r"(?P<\1>[^/]+)", self.path)
        match = re.fullmatch(pattern, path)
        return match.groupdict() if match else None

    def entitled(self, data: Snapshot, variables: Mapping[str, str]) -> str:
        """The page's whole title. Raises `Refusal` where the variables name nothing."""
        return entitled(self.title if isinstance(self.title, str) else self.title(data, **variables), data)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an address shows: the title of the browser's tab, the components, the HTTP status."""

    title: str
    body: Any
    status: int = 200


@dataclass(slots=True)
class Site:
    """Every page of the application over the current data."""

    store: Store
    pages: list[Page] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The addresses that need no id, without those of pages that have nothing to show now."""
        data = self.store.current()
        return sorted(page.path for page in self.pages if page.fixed and page.offered(data))

    def find(self, path: str) -> tuple[Page, dict[str, str]]:
        """The page at a path and the path's variables; a fixed path goes before one with variables."""
        plain = unquote(path).rstrip("/") or "/"
        for page in sorted(self.pages, key=lambda page: not page.fixed):
            variables = page.variables(plain)
            if variables is not None:
                return page, variables
        raise Unknown("page", plain, self.paths, root="")

    def show(self, path: str, search: str, view: View) -> Shown:
        """What the address shows now; an address that can't be answered shows why. Raises nothing."""
        data = self.store.current()
        try:
            return self._page(data, path, search, view)
        except Refusal as refusal:
            return Shown(entitled(refusal.title, data), shell.refused(refusal), refusal.status)
        except Exception:
            logging.getLogger(__name__).exception("no page could be made for %s%s", path, search)
            return Shown(entitled("An error of ours", data), shell.broken(), 500)

    def part(self, layout: Layout, search: str, view: View) -> Any:
        """What `layout` makes of a query string by itself, or why it can't."""
        try:
            return layout(self.store.current(), **{**addresses.parsed(search), "view": view})
        except Refusal as refusal:
            return shell.refused(refusal)

    def title(self, page: Page, variables: Mapping[str, str]) -> str:
        """The words in the browser's tab."""
        data = self.store.current()
        try:
            return page.entitled(data, variables)
        except Refusal as refusal:
            return entitled(refusal.title, data)

    def _page(self, data: Snapshot, path: str, search: str, view: View) -> Shown:
        page, variables = self.find(path)
        # What the path says goes before a parameter of the same name.
        parameters = {**addresses.parsed(search), **variables, "view": view}
        return Shown(page.entitled(data, variables), page.layout(data, **parameters))


def entitled(title: str, data: Snapshot) -> str:
    """A page's title with the collection's, which stands alone where the page has none."""
    return f"{title} – {data.title}" if title else data.title
