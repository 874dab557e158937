"""What every response carries."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from flask.testing import FlaskClient

from dashboard.web import document
from dashboard.web import document as index

ADDRESSES = [
    *("/", "/numbers/eels", "/nowhere", "/broken", "/embed/catch", "/healthz"),
    *("/_dash-layout", "/_dash-dependencies", "/_dash-update-component"),
    *("/assets/base.css", "/assets/theme.css", "/assets/nothing.js", document.PLOTLYJS),
]


FOREVER = "public, max-age=31536000, immutable"


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


@pytest.mark.parametrize("address", ["/", "/numbers/eels"])
def test_the_policy_allows_the_inline_scripts_there_are(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    allowed = directives(response.headers["Content-Security-Policy"])["script-src"]
    inline = re.findall(r"<script(?![^>]*(?:src=|json))[^>]*>(.+?)</script>", response.text, re.DOTALL)
    assert len(inline) == 2
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline]
    assert [f"'sha256-{hash}'" for hash in hashes if f"'sha256-{hash}'" not in allowed] == []


def test_a_refusal_has_no_inline_script(client: FlaskClient) -> None:
    page = client.get("/nowhere", headers={"Accept": "text/html"}).text
    assert re.findall(r"<script(?![^>]*src=)|\son\w+=|javascript:", page) == []


@pytest.mark.parametrize(("address", "framers", "option"), [("/", "'none'", "DENY"), ("/embed/catch", "*", None)])
def test_only_embedded_pages_may_be_framed(client: FlaskClient, address: str, framers: str, option: str | None) -> None:
    headers = client.get(address).headers
    assert directives(headers["Content-Security-Policy"])["frame-ancestors"] == [framers]
    assert headers.get("X-Frame-Options") == option


def test_nothing_comes_from_elsewhere(client: FlaskClient) -> None:
    text = client.get("/").text + index.stylesheet().decode()
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']+|url\(["']?https?:""", text) == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "no-cache"),
        ("/healthz", "no-cache"),
        ("/_dash-layout", "no-cache"),
        ("/assets/base.css", "no-cache"),
        ("/nowhere?v=1", "no-cache"),
        ("/assets/nothing.css?v=1", "no-cache"),
        (document.PLOTLYJS, "no-cache"),
        ("/assets/base.css?m=1", FOREVER),
        ("/assets/theme.css?v=1", FOREVER),
    ],
)
def test_only_what_never_changes_is_kept(client: FlaskClient, address: str, expected: str) -> None:
    with client.get(address) as response:
        assert response.headers["Cache-Control"] == expected


def test_every_script_and_stylesheet_of_a_page_may_be_kept(client: FlaskClient) -> None:
    for address in re.findall('(?:src|href)="(/[^"]+(?:js|css)[^"]*)"', client.get("/").text):
        with client.get(address) as response:
            assert (response.status_code, response.headers["Cache-Control"]) == (200, FOREVER), address


@pytest.mark.parametrize("algorithm", ["zstd", "br", "gzip"])
def test_responses_are_compressed(client: FlaskClient, algorithm: str) -> None:
    for address in ("/_dash-dependencies", "/assets/theme.css", document.PLOTLYJS):
        response = client.get(address, headers={"Accept-Encoding": algorithm})
        assert response.headers["Content-Encoding"] == algorithm
        assert "Accept-Encoding" in response.headers["Vary"]


def test_the_bundle_is_not_sent_twice(client: FlaskClient) -> None:
    encoding = {"Accept-Encoding": "br"}
    first = client.get(document.PLOTLYJS, headers=encoding)
    again = client.get(document.PLOTLYJS, headers=encoding | {"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    assert first.mimetype == "text/javascript"
