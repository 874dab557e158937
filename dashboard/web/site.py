"""The pages there are, and what each address shows."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote

from dashboard.state import addresses
from dashboard.state.refusals import Refusal, Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web import shell
from dashboard.web.visits import current_visit

Layout = Callable[..., Any]
"""`layout(data, /, *, view, **parameters)`: parameters are those of the path and of the query, all of them optional."""

Title = str | Callable[..., str]
"""The words before the collection's name in the browser's tab, or `title(data, /, **variables of the path)`."""

Offered = Callable[[Snapshot], bool]
"""Whether the page has anything to show of the data now."""

Check = Callable[..., object]
"""`check(data, /, **parameters)` raises `Refusal` where the page could not be shown for them; it makes nothing."""


def always(data: Snapshot) -> bool:
    """Most pages have something to show whatever the data."""
    return True


def anything(data: Snapshot, /, **_: Any) -> None:
    """Most pages take whatever parameters there are: those they don't know are somebody else's."""


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page: its path ("/sources/<source_id>"), layout and title, when links lead to it, what it refuses."""

    path: str
    layout: Layout
    title: Title
    offered: Offered = always
    check: Check = anything

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
    """What an address shows: the title of the browser's tab, the components, the HTTP status.

    Of an address that was only checked there is no body.
    """

    title: str
    body: Any = None
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
        for page in sorted(self.pages, key=lambda page: not page.fixed):
            variables = page.variables(plain(path))
            if variables is not None:
                return page, variables
        raise Unknown("page", plain(path), self.paths, root="")

    def check(self, path: str, search: str) -> Shown:
        """Whether the address can be answered, its title, and where it can't, why. It makes no page."""
        data = self.store.current()
        try:
            asked = self._asked(path, search)
            asked.page.check(data, **asked.parameters)
            return Shown(asked.page.entitled(data, asked.variables))
        except Refusal as refusal:
            return _refused(refusal, data)

    def show(self, path: str, search: str, view: View) -> Shown:
        """What the address shows now; an address that can't be answered shows why. Raises nothing."""
        data = self.store.current()
        try:
            return data.kept.get((path, search, view, current_visit()), lambda: self._made(data, path, search, view))
        except Exception:
            logging.getLogger(__name__).exception("no page could be made for %s%s", path, search)
            return Shown(entitled("An error of ours", data), shell.broken(), 500)

    def _made(self, data: Snapshot, path: str, search: str, view: View) -> Shown:
        try:
            asked = self._asked(path, search)
            title = asked.page.entitled(data, asked.variables)
            return Shown(title, asked.page.layout(data, **asked.parameters, view=view))
        except Refusal as refusal:
            return _refused(refusal, data)

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

    def _asked(self, path: str, search: str) -> _Asked:
        page, variables = self.find(path)
        # What the path says goes before a parameter of the same name; how a reader looks at it is no parameter.
        parameters = {**addresses.parsed(search), **variables}
        parameters.pop("view", None)
        return _Asked(page, variables, parameters)


class _Asked(NamedTuple):
    """What an address asks for: a page, the variables of its path, and these with those of the query."""

    page: Page
    variables: dict[str, str]
    parameters: dict[str, Any]


def plain(path: str) -> str:
    """A path as pages are found by: without escapes and without a stroke at its end."""
    return unquote(path).rstrip("/") or "/"


def _refused(refusal: Refusal, data: Snapshot) -> Shown:
    return Shown(entitled(refusal.title, data), shell.refused(refusal), refusal.status)


def entitled(title: str, data: Snapshot) -> str:
    """A page's title with the collection's, which stands alone where the page has none."""
    return f"{title} – {data.title}" if title else data.title
