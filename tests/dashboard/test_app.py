"""The application over HTTP: pages whole in their first HTML, statuses, titles, refusals, prefixes."""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.web.site import Shown, Site
from tests.dashboard import harbor

PAGES = ["/", "/numbers", "/numbers?q=e&sort=-value", "/numbers/eels", "/about", "/embed/catch"]
BROWSER = {"Accept": "text/html,*/*;q=0.8"}


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_served(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("address", "title"),
    [("/", "Numbers of a harbor"), ("/numbers/eels", "eels of 0123456789ab – Numbers of a harbor")],
)
def test_a_page_has_its_title(client: FlaskClient, address: str, title: str) -> None:
    assert f"<title>{title}</title>" in client.get(address).text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", ["<h1", "Herring leads", "Bars: 990,000 herring", "<td", "/download/catch.csv"]),
        ("/numbers?q=ee", ["1 found", "62,000", 'value="ee"']),
        ("/numbers?sort=-value", ['aria-sort="descending"']),
    ],
)
def test_the_first_html_is_the_whole_page(client: FlaskClient, address: str, words: list[str]) -> None:
    text = client.get(address).text
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/numbers/eel", 404, "Did you mean"),
        ("/nowhere", 404, "No page is called “/nowhere”."),
        ("/_dash-nothing", 404, "No page is called"),
        ("/assets/nothing.css", 404, "No such file"),
        ("/numbers?sort=x", 400, "sort must be one of those below"),
    ],
)
def test_a_refusal_is_readable_without_scripts(client: FlaskClient, address: str, status: int, words: str) -> None:
    response = client.get(address, headers=BROWSER)
    assert (response.status_code, response.mimetype) == (status, "text/html")
    assert words in response.text
    assert "Traceback" not in response.text
    assert 'id="main"' in response.text


def test_a_page_that_can_not_be_made_says_so(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    answer = client.get("/broken", headers=BROWSER)
    assert answer.status_code == 500
    assert "An error of ours" in answer.text
    assert "a fault of the page's" not in answer.text
    assert "a fault of the page's" in caplog.text


def test_a_page_is_made_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(Site, "show", lambda self, data, path, query: made.append(path) or Shown("", "as made"))
    for _ in range(2):
        assert "as made" in client.get("/numbers?q=once").text
    assert made == ["/numbers"]


def test_a_page_that_is_known_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/numbers", headers={"Accept-Encoding": "br"})
    known = {"Accept-Encoding": "br", "If-None-Match": first.headers["ETag"]}
    again = client.get("/numbers", headers=known)
    assert (first.headers["Content-Encoding"], again.status_code, again.data) == ("br", 304, b"")
    assert client.get("/numbers", headers=known | {"Accept-Encoding": "gzip"}).status_code == 200


def test_a_program_gets_a_refusal_as_plain_lines(client: FlaskClient) -> None:
    for address in ("/assets/nothing.css", "/nowhere"):
        response = client.get(address, headers={"Accept": "*/*"})
        assert (response.status_code, response.mimetype) == (404, "text/plain")
        assert response.text.startswith("404 No such ")


def test_health_names_the_version_and_the_pages(client: FlaskClient) -> None:
    health: Any = client.get("/healthz").json
    assert health | {"state": ""} == {"version": "0123456789ab", "state": "", "problem": "", "findings": ""}
    assert f'data-state="{health["state"]}"' in client.get("/").text


def test_a_page_tells_nothing_about_the_machine(client: FlaskClient) -> None:
    assert sys.version.split()[0] not in client.get("/").text


@pytest.mark.parametrize("address", PAGES)
def test_ids_are_unique_on_a_page(client: FlaskClient, address: str) -> None:
    counts = Counter(re.findall(r'\sid="(.+?)"', client.get(address).text))
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("address", "to"),
    [("/numbers/", "/numbers"), ("/numbers/?q=e&q=f", "/numbers?q=e&q=f"), ("/numbers/e%20els//", "/numbers/e%20els")],
)
def test_an_address_has_one_spelling(client: FlaskClient, address: str, to: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (308, to)


def test_an_escaped_address_is_the_same_page(client: FlaskClient) -> None:
    assert "<title>eels of 0123456789ab" in client.get("/numbers/%65els").text


def test_two_applications_do_not_share_pages() -> None:
    second = harbor.make()
    assert second.server.test_client().get("/numbers/eels").status_code == 200


@pytest.mark.parametrize("asked", ["/sea/numbers", "/numbers"], ids=["handed on", "cut off"])
def test_every_address_begins_with_the_prefix(asked: str) -> None:
    client = harbor.make(prefix="/sea").server.test_client()
    text = client.get(asked).text
    addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', text)
    assert len(addresses) > 20
    assert [address for address in addresses if not f"{address}/".startswith("/sea/")] == []
    assert 'data-root="/sea"' in text


@pytest.mark.parametrize("asked", ["/sea", "/sea/", "/"])
def test_the_overview_is_at_the_prefix(asked: str) -> None:
    assert "What the harbor says" in harbor.make(prefix="/sea").server.test_client().get(asked).text


def test_what_leads_elsewhere_begins_with_the_prefix() -> None:
    client = harbor.make(prefix="/sea").server.test_client()
    assert client.get("/sea/numbers/").headers["Location"] == "/sea/numbers"
    assert client.get("/sea/download/observations.csv?q=e").headers["Location"] == "/sea/download/numbers.csv?q=e"
    assert client.get("/sea/download/numbers.csv").headers["Link"].startswith("</sea/about>")
