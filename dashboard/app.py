"""The application: pages, charts and guards put together over a store."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from flask import Response, jsonify
from flask_compress import Compress

from dashboard import downloads, pages
from dashboard.sections import cards
from dashboard.state.store import Store
from dashboard.web import document, errors, guard, headers
from dashboard.web.application import Dashboard


class PageModule(Protocol):
    """A module of `dashboard.pages`."""

    def register(self, app: Dashboard, store: Store) -> None:
        """Tell the application which pages, live results and routes there are."""


def create_app(
    store: Store,
    *,
    shown: Iterable[PageModule] = pages.PAGES,
    draw: cards.Draw = pages.draw,
    hosts: Collection[str] = (),
) -> Dashboard:
    """The application over a store.

    `shown` are the pages, `draw` makes the charts' figures; `hosts` are the names that it answers to, any where there
    is none.
    """
    app = Dashboard(store)
    app.server.config["TRUSTED_HOSTS"] = sorted(hosts) or None
    document.serve(app.server)
    app.server.add_url_rule("/healthz", "healthz", lambda: _health(store))
    cards.register(app, store, draw)
    downloads.register(app, store)
    for module in shown:
        module.register(app, store)
    guard.install(app)
    errors.install(app)
    Compress(app.server)
    headers.install(app)
    app.finish()
    return app


def _health(store: Store) -> Response:
    data = store.current()
    return jsonify(version=data.version, problem=data.problem)
