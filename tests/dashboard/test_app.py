"""The application over HTTP: statuses, titles, layouts, callbacks."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from typing import Any

import pytest
from dash import html
from dash._utils import stringify_id
from flask.testing import FlaskClient

from dashboard.state.views import View
from dashboard.web.application import Dashboard
from dashboard.web.site import Shown, Site
from tests.dashboard import harbor
from tests.dashboard.bodies import REDRAW, ROUTE, UPDATE, changed, post

PAGES = ["/", "/numbers", "/numbers?q=e&sort=-value", "/numbers/eels", "/about", "/embed/catch"]


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_served(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("address", "title"),
    [("/", "Numbers of a harbor"), ("/numbers/eels", "eels of 0123456789ab – Numbers of a harbor")],
)
def test_the_first_html_has_the_page_s_title(client: FlaskClient, address: str, title: str) -> None:
    assert f"<title>{title}</title>" in client.get(address).text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/numbers/eel", 404, "Did you mean"),
        ("/nowhere", 404, "No page is called “/nowhere”."),
        ("/_dash-nothing", 404, "No page is called"),
        ("/assets/nothing.css", 404, "Not Found"),
        ("/numbers?sort=x", 400, "sort must be one of those below"),
    ],
)
def test_a_refusal_is_readable_without_scripts(client: FlaskClient, address: str, status: int, words: str) -> None:
    response = client.get(address, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (response.status_code, response.mimetype) == (status, "text/html")
    assert words in response.text
    assert "Traceback" not in response.text
    assert 'id="main"' in response.text


def test_a_page_that_can_not_be_made_says_so(client: FlaskClient) -> None:
    asked = changed(ROUTE, {"pathname": "/broken"})
    answer = post(client, asked)
    assert answer.status_code == 200
    assert "An error of ours" in answer.text
    assert "a fault of the page's" not in answer.text


def test_a_page_is_made_once_for_a_visit(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(
        Site, "_made", lambda self, data, path, *rest: made.append(path) or Shown("", html.P("as made"))
    )
    for _ in range(2):
        assert client.get("/numbers?q=once").status_code == 200
        assert made == [], "the check of an address renders nothing"
    for _ in range(2):
        assert "as made" in post(client, changed(ROUTE, {"pathname": "/numbers", "search": "?q=once"})).text
    assert made == ["/numbers"]


def test_a_program_gets_a_refusal_as_plain_lines(client: FlaskClient) -> None:
    response = client.get("/assets/nothing.css", headers={"Accept": "*/*"})
    assert (response.status_code, response.mimetype) == (404, "text/plain")
    assert response.text.startswith("404 Not Found\n")


def test_health_names_the_version(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"version": "0123456789ab", "problem": ""}


def test_the_index_tells_nothing_about_the_machine_and_no_page(client: FlaskClient) -> None:
    text = client.get("/").text
    config = json.loads(re.findall('<script id="_dash-config"[^>]*>(.+?)</script>', text)[0])
    assert config["python_version"] == ""
    assert sys.version.split()[0] not in text
    assert "Herring" not in text


def test_every_callback_has_components_to_work_on(app: Dashboard) -> None:
    known = set(ids(app.validation_layout)) | {"_pages_location", "_pages_store", "_pages_content", "_pages_dummy"}
    used = {spec["id"] for callback in app.callback_map.values() for spec in (*callback["inputs"], *callback["state"])}
    assert {name for name in used if not name.startswith("{")} <= known


@pytest.mark.parametrize("address", PAGES)
def test_ids_are_unique_on_a_page(app: Dashboard, client: FlaskClient, address: str) -> None:
    path, _, search = address.partition("?")
    counts = Counter([*ids(app.site.show(path, search, View()).body), *json_ids(client.get("/_dash-layout").json)])
    assert [name for name, count in counts.items() if count > 1] == []


def test_routing_shows_the_page_of_the_address(client: FlaskClient) -> None:
    response = post(client, changed(ROUTE, {"pathname": "/numbers/eels", "search": "?name=nets"}))
    assert "62,000" in response.text
    assert response.json["response"]["_pages_store"]["data"]["title"] == "eels of 0123456789ab – Numbers of a harbor"


@pytest.mark.parametrize("address", ["/numbers/eel", "/nowhere", "/404"])
def test_routing_says_why_it_shows_nothing(client: FlaskClient, address: str) -> None:
    response = post(client, changed(ROUTE, {"pathname": address, "search": ""}))
    assert response.status_code == 200
    assert "is called" in response.text


def test_charts_fit_the_reader_from_the_first_layout_on(client: FlaskClient) -> None:
    client.set_cookie("view", "dark-390")
    response = post(client, changed(ROUTE, {"pathname": "/", "search": ""}))
    assert f'"width":{View("dark", 390).width("full")}' in response.text
    assert '"data":"dark-390"' in client.get("/_dash-layout").text


def test_charts_follow_the_reader_s_view(client: FlaskClient) -> None:
    response = post(client, changed(REDRAW, {"data": "dark-390"}))
    drawn = next(iter(response.json["response"].values()))
    assert drawn["figure"]["layout"]["width"] == View("dark", 390).width("full")
    assert drawn["style"] == {"height": "220px"}


@pytest.mark.parametrize("chart", [None, "x", {}, {"chart": "chart/none", "span": "full"}, {"chart": [1], "span": {}}])
def test_a_chart_that_is_not_there_stays_as_it_is(client: FlaskClient, chart: Any) -> None:
    assert post(client, changed(REDRAW, {"id": chart})).status_code == 204


def test_results_follow_a_form(client: FlaskClient) -> None:
    assert "3 found" in post(client, changed(UPDATE, {"data": "q=e"})).text
    assert "No number matches." in post(client, changed(UPDATE, {"data": "q=zzz"})).text


@pytest.mark.parametrize("search", [None, 7, [], {"q": "e"}])
def test_results_of_anything_else_are_all(client: FlaskClient, search: Any) -> None:
    assert f"{len(harbor.CATCH)} found" in post(client, changed(UPDATE, {"data": search})).text


def test_two_applications_do_not_share_pages() -> None:
    second = harbor.make()
    assert second.server.test_client().get("/numbers/eels").status_code == 200


def ids(body: Any) -> list[str]:
    parts = [body, *body._traverse()] if hasattr(body, "_traverse") else []
    return [stringify_id(part.id) for part in parts if getattr(part, "id", None)]


def json_ids(node: Any) -> list[str]:
    if isinstance(node, list):
        return [name for part in node for name in json_ids(part)]
    if not isinstance(node, dict) or "props" not in node:
        return []
    own = [node["props"]["id"]] if "id" in node["props"] else []
    return own + json_ids(node["props"].get("children"))
