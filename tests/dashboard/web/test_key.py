"""Who may write: the holder of the key, from a page of this server, and nobody's form elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask, jsonify, request
from flask.testing import FlaskClient

from dashboard.web import key

HERE = "http://localhost:8050"
SECRET = "abc"
ASKED: dict[str, Any] = {"json": {"act": "undo"}, "headers": {"Origin": HERE}}


@pytest.fixture
def client() -> FlaskClient:
    server = Flask(__name__)
    key.install(server, SECRET)
    server.add_url_rule("/<path:path>", "page", lambda path: path)
    server.add_url_rule("/edit", "edit", lambda: jsonify(method=request.method), methods=["GET", "POST"])
    return server.test_client()


def entered(client: FlaskClient) -> FlaskClient:
    assert client.get(f"/edit?key={SECRET}", base_url=HERE).status_code == 302
    return client


def test_the_address_with_the_key_lets_in_and_loses_it(client: FlaskClient) -> None:
    answer = client.get(f"/edit?key={SECRET}", base_url=HERE)
    assert answer.headers["Location"] == "/edit"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert client.get("/edit", base_url=HERE).status_code == 200
    assert client.get("/edit/letter", base_url=HERE).status_code == 200


@pytest.mark.parametrize("path", ["/edit", "/edit/letter", "/edit?key=wrong", "/edit/letter?key=", "/edit?key=%C3%A9"])
def test_without_the_key_nothing_there_is_answered(client: FlaskClient, path: str) -> None:
    answer = client.get(path, base_url=HERE)
    assert answer.status_code == 403
    assert "Open the address that the server printed when it started" in answer.text
    assert client.post(path, base_url=HERE, **ASKED).status_code == 403


@pytest.mark.parametrize("path", ["/editor", "/data", "/sources/edit"])
def test_other_addresses_need_none(client: FlaskClient, path: str) -> None:
    assert client.get(path, base_url=HERE).status_code == 200


def test_a_page_of_ours_may_write(client: FlaskClient) -> None:
    entered(client)
    assert client.post("/edit", base_url=HERE, **ASKED).status_code == 200
    ours = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/edit", base_url=HERE, json={}, headers=ours).status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {}},
        {"json": {}, "headers": {"Origin": "http://evil.example"}},
        {"json": {}, "headers": {"Origin": "http://localhost:9999"}},
        {"json": {}, "headers": {"Origin": "null"}},
        {"json": {}, "headers": {"Origin": HERE, "Sec-Fetch-Site": "cross-site"}},
        {"json": {}, "headers": {"Origin": HERE, "Sec-Fetch-Site": "same-site"}},
        {"data": {"act": "undo"}, "headers": {"Origin": HERE}},
        {"data": '{"act": "undo"}', "content_type": "text/plain", "headers": {"Origin": HERE}},
    ],
)
def test_nobody_else_may_though_the_browser_sends_the_key(client: FlaskClient, sent: dict[str, Any]) -> None:
    answer = entered(client).post("/edit", base_url=HERE, **sent)
    assert answer.status_code == 403
    assert "Only a page of this server may write" in answer.text


def test_servers_on_one_machine_do_not_take_each_others_key(client: FlaskClient) -> None:
    answer = client.get(f"/edit?key={SECRET}", base_url=HERE)
    assert answer.headers["Set-Cookie"].startswith("edit-key-8050=")
    assert client.get("/edit", base_url="http://localhost:8051").status_code == 403


def test_each_server_has_a_key_of_its_own() -> None:
    keys = {key.new() for _ in range(20)}
    assert len(keys) == 20
    assert min(map(len, keys)) >= 32
