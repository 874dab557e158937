"""The sitemap: every page once, no frame, and parts where there are very many."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.state.store import Store, load
from dashboard.web import sitemap
from tests import collection


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    data = load(*collection.write(tmp_path_factory.mktemp("bees")))
    return create_app(Store(lambda: data)).server.test_client()


def named(client: FlaskClient, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.content_type == "application/xml; charset=utf-8"
    return [one.text or "" for one in ElementTree.fromstring(answer.data).iter(f"{{{sitemap.SCHEMA}}}loc")]


def test_every_page_is_there_once_and_answers(client: FlaskClient) -> None:
    found = named(client, "/sitemap.xml")
    assert len(set(found)) == len(found) > 40
    assert "http://localhost/observations/honey-report" in found
    assert [one for one in found if "/embed/" in one] == []
    assert {client.get(one).status_code for one in found} == {200}


def test_very_many_are_in_parts(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = named(client, "/sitemap.xml")
    monkeypatch.setattr(sitemap, "MOST", 20)
    parts = named(client, "/sitemap.xml")
    assert parts[0] == "http://localhost/sitemap-1.xml"
    assert [page for part in parts for page in named(client, part)] == whole
    assert client.get("/sitemap-99.xml").status_code == 404
