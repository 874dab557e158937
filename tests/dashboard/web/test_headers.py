"""What every response carries."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from flask.testing import FlaskClient

from dashboard.web import assets
from dashboard.web.bodies import ASK_FIRST, FOREVER

ADDRESSES = [
    *("/", "/numbers/eels", "/nowhere", "/broken", "/embed/catch", "/healthz", "/download/numbers.csv"),
    *("/assets/all.css", "/assets/nothing.js", "/figures/x/light-390/full/chart/catch.json", "/numbers/"),
]


def directives(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (part.split() for part in policy.split("; "))}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_response_has_the_policy(client: FlaskClient, address: str) -> None:
    with client.get(address) as response:
        headers = response.headers
    policy = directives(headers["Content-Security-Policy"])
    assert policy["default-src"] == ["'none'"]
    assert policy["connect-src"] == policy["form-action"] == ["'self'"]
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & set(policy["script-src"])
    assert [value for values in policy.values() for value in values if "//" in value or value == "https:"] == []
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"]
    assert headers["Permissions-Policy"]
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("address", ["/", "/numbers/eels", "/nowhere"])
def test_the_policy_allows_the_one_inline_script(client: FlaskClient, address: str) -> None:
    response = client.get(address, headers={"Accept": "text/html"})
    allowed = directives(response.headers["Content-Security-Policy"])["script-src"]
    inline = re.findall(r"<script>(.+?)</script>", response.text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline]
    assert allowed == ["'self'", *(f"'sha256-{hash}'" for hash in hashes)]
    assert len(hashes) == 1
    assert re.findall(r"\son\w+=|javascript:", response.text) == []


@pytest.mark.parametrize(("address", "framers", "option"), [("/", "'none'", "DENY"), ("/embed/catch", "*", None)])
def test_only_embedded_pages_may_be_framed(client: FlaskClient, address: str, framers: str, option: str | None) -> None:
    headers = client.get(address).headers
    assert directives(headers["Content-Security-Policy"])["frame-ancestors"] == [framers]
    assert headers.get("X-Frame-Options") == option


def test_nothing_comes_from_elsewhere(client: FlaskClient) -> None:
    text = client.get("/").text + assets.bodies()[assets.STYLES].data.decode()
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']+|url\(["']?https?:""", text) == []


@pytest.mark.parametrize("address", ["/", "/healthz", "/nowhere?v=1", "/assets/all.css", "/assets/nothing.css?v=1"])
def test_what_changes_is_asked_for_again(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == ASK_FIRST


def test_every_script_and_stylesheet_of_a_page_may_be_kept(client: FlaskClient) -> None:
    found = re.findall('(?:src|href)="(/[^"]+(?:js|css|woff2|svg)[?][^"]*)"', client.get("/").text)
    assert len(found) == 6
    for address in found:
        response = client.get(address)
        assert (response.status_code, response.headers["Cache-Control"]) == (200, FOREVER), address


def test_a_page_asks_only_for_the_scripts_it_uses(client: FlaskClient) -> None:
    asked = {path: re.findall(r'src="/assets/(\w+\.js)', client.get(path).text) for path in ("/", "/numbers", "/about")}
    assert asked == {"/": ["site.js", "charts.js"], "/numbers": ["site.js", "live.js"], "/about": ["site.js"]}
    assert [path for path in asked if 'as="script"' in client.get(path).text] == ["/"]
