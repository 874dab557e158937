"""Citations on pages: each says where it was read and on which day, also where a page is kept for the next visit."""

from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.state.store import Snapshot, Store
from dashboard.web import visits
from dashboard.web.application import Dashboard
from tests import registers

PAGES = {
    "/observations/hives-report": "/observations/hives-report",
    "/indicators/hives": "/indicators/hives",
    "/about": "",
}
"""Pages with a citation, and what of the collection is cited there."""

every = pytest.mark.parametrize("path", PAGES)


@pytest.fixture
def client(app: Dashboard) -> FlaskClient:
    return app.server.test_client()


def content(client: FlaskClient, path: str, base: str = "https://bees.example/valley") -> str:
    """What a browser is sent of a page."""
    return client.get(path, base_url=base).text


@every
def test_a_citation_says_where_it_was_read(client: FlaskClient, path: str) -> None:
    for base in ("https://bees.example/valley", "http://127.0.0.1:8050"):
        assert f"{base}{PAGES[path]}, read " in content(client, path, base)


@every
def test_a_citation_says_when_it_was_read(client: FlaskClient, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (26, 27):
        monkeypatch.setattr(visits, "today", lambda day=day: date(2026, 11, day))
        assert f", read November {day}, 2026." in content(client, path)


@every
def test_a_page_is_kept_for_the_next_visit(app: Dashboard, client: FlaskClient, path: str) -> None:
    content(client, path)
    kept = app.site.store.current().kept
    before = {key: made for key, made in kept._things.items() if path in str(key)}
    assert before
    content(client, path)
    assert {key: kept._things[key] is made for key, made in before.items()} == dict.fromkeys(before, True)


@every
def test_a_collection_s_home_goes_before_where_it_is_read(bees: Snapshot, path: str) -> None:
    home = Snapshot(registers.described(bees.register, {"homepage": "https://home.example/"}))
    client = create_app(Store(lambda: home)).server.test_client()
    assert f"https://home.example{PAGES[path]}, read " in content(client, path)


def test_a_frame_is_fetched_from_the_collection_s_home(bees: Snapshot) -> None:
    home = Snapshot(registers.described(bees.register, {"homepage": "https://home.example/"}))
    client = create_app(Store(lambda: home)).server.test_client()
    assert "https://home.example/embed/honey" in content(client, "/charts/honey")
