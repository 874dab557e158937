"""Whatever is sent, the answer is a page or a 4xx that says why, never a 500."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.web.guard import host_of
from tests.dashboard import harbor


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("address", ["/", "/numbers", "/healthz", "/download/numbers.csv", "/assets/site.js"])
def test_everything_is_only_read(client: FlaskClient, method: str, address: str) -> None:
    response = client.open(address, method=method, json={"output": [None]})
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        *(("127.0.0.1:8050", 200), ("localhost", 200), ("LOCALHOST:1", 200), ("[::1]:8050", 200), ("[::1]", 200)),
        *(("harbor.example", 400), ("127.0.0.1.harbor.example", 400), ("[::1", 400), ("localhost.", 200), ("", 400)),
    ],
)
def test_only_known_names_are_answered(host: str, status: int) -> None:
    client = harbor.make(hosts=["127.0.0.1", "localhost", "::1"]).server.test_client()
    assert client.get("/", headers={"Host": host}).status_code == status


def test_any_name_is_answered_where_none_is_known(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "harbor.example"}).status_code == 200


@given(st.text())
def test_any_host_is_read(header: str) -> None:
    assert isinstance(host_of(header), str)


paths = st.text(st.characters(codec="utf-8", exclude_characters="?#"), max_size=40).map(
    lambda path: "/" + path.lstrip("/")
)
queries = st.dictionaries(
    st.sampled_from(["q", "sort", "kind", "tick", "name", "view"]) | st.text(max_size=3), st.text()
)
headers = st.dictionaries(
    st.sampled_from(["Accept", "Accept-Encoding", "If-None-Match", "If-Range", "Range", "Content-Type", "Cookie"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=126)),
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paths | st.sampled_from(["/numbers", "/download/numbers.csv", "/figures/x/y/z/k.json"]), queries, headers)
@pytest.mark.long
def test_no_address_ends_in_a_fault(client: FlaskClient, path: str, query: Any, headers: Any) -> None:
    if path == "/broken":  # it is made to
        return
    response = client.get(path, query_string=query, headers=headers)
    assert response.status_code < 500
