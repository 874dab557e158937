"""Whatever is sent as a callback, the answer is its result or a 4xx that says why, never a 500."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dashboard import harbor
from tests.dashboard.bodies import LOCATION, REDRAW, ROUTE, UPDATE, changed, post

ADDRESS = "/_dash-update-component"
BODIES = {"route": ROUTE, "update": UPDATE, "redraw": REDRAW}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_what_a_browser_sends_is_served(client: FlaskClient, body: Any) -> None:
    assert post(client, body).status_code == 200


def without(name: str) -> Callable[[Any], Any]:
    return lambda body: {key: value for key, value in body.items() if key != name}


def setting(name: str, value: Any) -> Callable[[Any], Any]:
    return lambda body: {**body, name: value}


SPOILT: dict[str, Callable[[Any], Any]] = {
    "a list": lambda body: [],
    "a number": lambda body: 7,
    "a text": lambda body: "x",
    "null": lambda body: None,
    "an empty object": lambda body: {},
    "no output": without("output"),
    "output null": setting("output", None),
    "output a list": setting("output", ["x"]),
    "output an object": setting("output", {}),
    "output of no callback": setting("output", "x.children"),
    "a clientside output": setting("output", "_pages_dummy.children"),
    "no outputs": without("outputs"),
    "outputs a number": setting("outputs", 7),
    "outputs empty": setting("outputs", []),
    "outputs of another": setting("outputs", {"id": "x", "property": "children"}),
    "outputs a list of numbers": setting("outputs", [1, 2]),
    "no inputs": without("inputs"),
    "inputs null": setting("inputs", None),
    "inputs an object": setting("inputs", {}),
    "inputs too few": setting("inputs", []),
    "inputs numbers": setting("inputs", [1, 2]),
    "inputs empty objects": setting("inputs", [{}, {}]),
    "inputs nested": setting("inputs", [[[]], [[]]]),
    "inputs of another": setting("inputs", [{"id": "x", "property": "data", "value": 1}] * 2),
    "inputs with an unhashable id": setting("inputs", [{"id": [], "property": "data"}] * 2),
    "inputs with a numeric property": setting("inputs", [{"id": "view", "property": 7}]),
    "state of nothing": setting("state", [{"id": "x", "property": "y"}]),
    "state a text": setting("state", "x"),
    "changedPropIds a text": setting("changedPropIds", "x"),
    "changedPropIds objects": setting("changedPropIds", [{}]),
    "changedPropIds null": setting("changedPropIds", None),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_body_is_refused(client: FlaskClient, body: Any, spoil: Callable[[Any], Any]) -> None:
    response = post(client, spoil(copy.deepcopy(body)))
    assert response.status_code == 400
    assert response.mimetype == "text/plain"
    assert response.text.startswith("400 Bad Request\n")


@pytest.mark.parametrize("name", ["pathname", "search"])
@pytest.mark.parametrize("value", [7, [], {}, True])
def test_an_address_is_text(client: FlaskClient, name: str, value: Any) -> None:
    assert post(client, changed(ROUTE, {name: value})).status_code == 400


@pytest.mark.parametrize("id", [{}, {"chart": "x"}, {"chart": "x", "span": "full", "more": 1}, "x", 7])
def test_an_id_has_its_pattern_s_keys(client: FlaskClient, id: Any) -> None:
    body = changed(REDRAW, {})
    body["state"][0]["id"] = id
    assert post(client, body).status_code == 400


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        (b"{nope", "application/json", 400),
        (b"", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"output": ' + b"9" * 10_000 + b"}", "application/json", 400),
        (b"{}", "text/plain", 415),
        (json.dumps(UPDATE | {"x": "y" * 300_000}).encode(), "application/json", 413),
    ],
)
def test_bytes_that_are_no_body(client: FlaskClient, data: bytes, kind: str, status: int) -> None:
    assert client.post(ADDRESS, data=data, content_type=kind).status_code == status


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_only_posts_are_callbacks(client: FlaskClient, method: str) -> None:
    response = client.open(ADDRESS, method=method)
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_are_only_read(client: FlaskClient, method: str) -> None:
    assert client.open("/numbers", method=method).status_code == 405


def test_scripts_that_no_package_has(client: FlaskClient) -> None:
    for address in ("/_dash-component-suites/dash/x.js", "/_dash-component-suites/x/y.js"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1:8050", 200), ("localhost", 200), ("harbor.example", 400)])
def test_on_the_loopback_only_its_names_are_answered(host: str, status: int) -> None:
    client = harbor.make(hosts=["127.0.0.1", "localhost"]).server.test_client()
    assert client.get("/", headers={"Host": host}).status_code == status


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "property", "value"]), inner),
    max_leaves=6,
)
bodies = st.fixed_dictionaries(
    {"output": st.sampled_from([body["output"] for body in BODIES.values()]) | values},
    optional={
        "outputs": st.sampled_from([body["outputs"] for body in BODIES.values()]) | values,
        "inputs": st.sampled_from([body["inputs"] for body in BODIES.values()]) | st.lists(values, max_size=2),
        "state": st.sampled_from([ROUTE["state"], REDRAW["state"]]) | values,
        "changedPropIds": st.lists(st.sampled_from([f"{LOCATION}.pathname", "view.data", "x"])) | values,
    },
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies)
def test_nothing_that_is_sent_ends_in_a_fault(client: FlaskClient, body: Any) -> None:
    assert post(client, body).status_code in (200, 204, 400)
