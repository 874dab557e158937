"""The Dash application that pages are registered with."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Any

import dash
from dash import Dash, Input, Output, State, dcc, html
from flask import Response, g, has_request_context, request

from dashboard.design.controls import query_id, results_id
from dashboard.state.store import Store
from dashboard.state.views import COOKIE, View
from dashboard.web import document, shell
from dashboard.web.site import Check, Layout, Offered, Page, Shown, Site, Title, always, anything
from dashboard.web.visits import current_visit

LOCATION = "_pages_location"
"""The id that Dash gives to the address of its pages."""

PAGE_ENDPOINTS = {"/", "/<path:path>"}
"""Dash answers every address that nothing else answers."""


class Dashboard(Dash):
    """A Dash application whose pages are functions of the current data and the address."""

    def __init__(self, store: Store) -> None:
        dash.page_registry.clear()  # it is the process's: an earlier application's pages are not ours
        super().__init__(
            __name__,
            use_pages=True,
            pages_folder="",
            use_async=False,  # else whether asgiref happens to be installed decides
            enable_mcp=False,
            include_pages_meta=False,
            update_title="",
            assets_folder=str(document.ASSETS),
            assets_ignore=r"^head\.js$",  # it stands in the head, before everything else
            index_string=document.scripted(),
            routing_callback_inputs={"path": State(LOCATION, "pathname"), "search": State(LOCATION, "search")},
        )
        self.site = Site(store)
        self.layout = self._frame
        self._stand_ins: list[Any] = [dash.page_container]

    def page(
        self, path: str, layout: Layout, *, title: Title = "", offered: Offered = always, check: Check = anything
    ) -> None:
        """Show what `layout` returns at `path` ("/sources/<source_id>"); see `site` for what each of these is.

        The navigation leads there where `offered(data)`; `check` refuses an address before its page is made.
        """
        page = Page(path, layout, title, offered, check)
        self.site.pages.append(page)
        where = {"path": path} if page.fixed else {"path_template": path}
        name = f"page {path}"
        dash.register_page(name, name=name, layout=self._content, title=partial(self._title, page), **where)

    def live(self, name: str, results: Layout) -> None:
        """While the form `live=name` changes, fill the element `results_id(name)` with `results(data, /, view, …)`."""
        self._stand_ins += [html.Div(id=results_id(name)), dcc.Store(id=query_id(name))]

        @self.callback(Output(results_id(name), "children"), Input(query_id(name), "data"), prevent_initial_call=True)
        def update(search: object) -> Any:
            return self.site.part(results, search if isinstance(search, str) else "", reader_view())

    def finish(self) -> None:
        """Complete what Dash leaves to the first request. Nothing can be registered after it."""
        dash.register_page("not_found_404", path="/404", layout=self._content, title="No such page")
        self.server.before_request(self._answer_page)
        with self.server.test_client() as client:
            client.get("/_dash-dependencies")
        # Each index page carries it: as Dash makes it, with all pages in full.
        self.validation_layout = html.Div([*self._stand_ins, dcc.Store(id=shell.VIEW)])

    def plain(self, shown: Shown) -> Response:
        """What is shown, as a page that needs no script."""
        data, view = self.site.store.current(), reader_view()
        return Response(document.plain(shown.title, shell.frame(data, shown.body, self.site.paths, view)), shown.status)

    def index(self, *args: Any, **kwargs: Any) -> str:
        """The first HTML of a page, with the page's own title."""
        return super().index(*args, **kwargs).replace(document.TITLE, escape(g.title), 1)

    def _config(self) -> dict[str, Any]:
        return {**super()._config(), "python_version": ""}  # nobody's business

    def _frame(self) -> Any:
        return shell.frame(self.site.store.current(), dash.page_container, self.site.paths, reader_view())

    def _content(self, path: str | None = None, search: str | None = None, **_: Any) -> Any:
        if path is None:  # Dash asks once for each page as it is without an address
            return []
        search, view = search or "", reader_view()
        kept = self.site.store.current().kept
        # Pages say where and when they were read, in what is to be copied from them.
        key = ("sent", path, search, view, current_visit())
        return kept.get(key, lambda: document.as_data(self.site.show(path, search, view).body))

    def _title(self, page: Page, **variables: str) -> str:
        return self.site.title(page, variables)

    def _answer_page(self) -> Response | None:
        """A refusal is a plain page with its status; anything else goes on to Dash, which asks for its content."""
        if request.endpoint not in PAGE_ENDPOINTS:
            return None
        found = self.site.check(request.path, request.query_string.decode(errors="replace"))
        g.title = found.title
        return None if found.status == 200 else self.plain(found)


def reader_view() -> View:
    """How the reader of this request looks at the pages; as most do where there is no request."""
    return View.read(request.cookies.get(COOKIE)) if has_request_context() else View()
