"""The application that pages are registered with: each address answered with its page, whole, from the data now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from flask import Flask, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.state.addresses import below
from dashboard.state.store import Snapshot, Store
from dashboard.web import whole
from dashboard.web.bodies import Body, respond
from dashboard.web.document import Where
from dashboard.web.site import Ids, Layout, Listed, Offered, Page, Shown, Site, States, Title, always, none, plain
from dashboard.web.visits import current_visit

Environment = dict[str, Any]


class Dashboard:
    """Pages as functions of the current data and the address. `server` is the WSGI application.

    Every address here begins with `prefix`, "" or a path such as "/numbers".
    """

    def __init__(self, store: Store, prefix: str = "") -> None:
        self.site = Site(store)
        self.server = Flask(__name__, static_folder=None)
        self.server.add_url_rule("/", "page", self._page)
        self.server.add_url_rule("/<path:path>", "page", self._page)
        if prefix:
            self.server.wsgi_app = _below(prefix, self.server.wsgi_app)

    def page(
        self,
        path: str,
        layout: Layout,
        *,
        title: Title = "",
        offered: Offered = always,
        about: Title = "",
        ids: Ids = none,
        states: States = none,
        listing: Listed | None = None,
        data: bool = False,
    ) -> None:
        """Show what `layout` returns at `path` ("/sources/<source_id>"); see `site` for what each of these is.

        The navigation leads there where `offered(data)`.
        """
        self.site.pages.append(Page(path, layout, title, offered, about, ids, states, listing, data))

    def warm(self, base: str, paths: Iterable[str]) -> None:
        """Makes some pages, and what they rest on, before anybody asks; their addresses begin with `base`."""
        client = self.server.test_client()
        for path in paths:
            client.get(path, base_url=base)

    def written(self, shown: Shown, data: Snapshot) -> Body:
        """A page with its frame, as HTML."""
        within, root = current_visit().within, request.script_root
        where = Where(root, data.stamp, data.state, below(root, root.removesuffix(within)))
        return whole.written(shown, data, request.path, self.site.paths(data), where)

    def _page(self, path: str = "") -> BaseResponse:
        asked, query = request.path, request.query_string.decode(errors="replace")
        if asked != plain(asked) or request.environ["PATH_INFO"].startswith("//"):
            return redirect(_address(plain(asked)), 308)
        data = self.site.store.current()
        # Pages say where and when they were read, in what is to be copied from them.
        key = (asked, query, current_visit())
        return respond(data.kept.get(key, lambda: self._made(data, asked, query)))

    def _made(self, data: Snapshot, path: str, query: str) -> Body:
        return self.written(self.site.show(data, path, query), data)


def _address(path: str) -> str:
    query = request.query_string.decode("ascii", errors="replace")
    return request.script_root + quote(path) + (f"?{query}" if query else "")


def _below(prefix: str, application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """The application under a path, which a proxy in front may hand on or cut off."""

    def answer(environment: Environment, start: Callable[..., Any]) -> Iterable[bytes]:
        path = environment.get("PATH_INFO", "")
        within = path == prefix or path.startswith(f"{prefix}/")
        environment["SCRIPT_NAME"] = prefix
        environment["PATH_INFO"] = (path[len(prefix) :] if within else path) or "/"
        return application(environment, start)

    return answer
