"""The application: pages, charts, downloads and guards put together over a store."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from flask import jsonify

from dashboard import downloads, pages
from dashboard.pages import edit
from dashboard.sections import cards
from dashboard.state.store import Store
from dashboard.web import assets, errors, guard, headers, key, releases, sitemap
from dashboard.web.application import Dashboard
from validation.editing.desk import Desk


class PageModule(Protocol):
    """A module of `dashboard.pages`."""

    def register(self, app: Dashboard, store: Store) -> None:
        """Tell the application which pages and routes there are."""


def create_app(
    store: Store,
    *,
    shown: Iterable[PageModule] = pages.PAGES,
    draw: cards.Draw = pages.draw,
    hosts: Collection[str] = (),
    prefix: str = "",
    desk: Desk | None = None,
    secret: str = "",
) -> Dashboard:
    """The application over a store.

    `shown` are the pages, `draw` makes the charts' figures; `hosts` are the names that it answers to, any where there
    is none; `prefix` is the path that its addresses begin with. With a `desk` the tables are written there, for those
    who have the `secret`.
    """
    app = _application(Dashboard(store, prefix), store, shown, draw, hosts)
    releases.serve(app, store, lambda frozen: _released(frozen, shown, draw, hosts))
    if desk is not None:
        key.install(app.server, secret)
        edit.register(app, store, desk)
    return app


def _released(store: Store, shown: Iterable[PageModule], draw: cards.Draw, hosts: Collection[str]) -> Dashboard:
    """The application over a release, which has its own package."""
    app = Dashboard(store)
    releases.package(app, store)
    return _application(app, store, shown, draw, hosts)


def _application(
    app: Dashboard, store: Store, shown: Iterable[PageModule], draw: cards.Draw, hosts: Collection[str]
) -> Dashboard:
    guard.install(app.server, hosts)
    errors.install(app)
    headers.install(app.server)
    assets.serve(app.server)
    sitemap.serve(app, store)
    app.server.add_url_rule("/healthz", "healthz", lambda: jsonify(store.current().health))
    cards.register(app, store, draw)
    downloads.register(app, store)
    for module in shown:
        module.register(app, store)
    return app
