"""The bodies that a browser sends for the harbor's callbacks, to send again or to spoil."""

from __future__ import annotations

import copy
import json
from typing import Any

from flask.testing import FlaskClient

Body = dict[str, Any]
LOCATION = "_pages_location"

ROUTE: Body = {
    "output": ".._pages_content.children..._pages_store.data..",
    "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
    "inputs": [
        {"id": LOCATION, "property": "pathname", "value": "/"},
        {"id": LOCATION, "property": "search", "value": ""},
    ],
    "state": [
        {"id": LOCATION, "property": "pathname", "value": "/"},
        {"id": LOCATION, "property": "search", "value": ""},
    ],
    "changedPropIds": [f"{LOCATION}.pathname"],
}
UPDATE: Body = {
    "output": "numbers-results.children",
    "outputs": {"id": "numbers-results", "property": "children"},
    "inputs": [{"id": "numbers-query", "property": "data", "value": ""}],
    "changedPropIds": ["numbers-query.data"],
}
CHART = {"chart": "chart/catch", "span": "full"}
REDRAW: Body = {
    "output": '..{"chart":["MATCH"],"span":["MATCH"]}.figure...{"chart":["MATCH"],"span":["MATCH"]}.style..',
    "outputs": [{"id": CHART, "property": "figure"}, {"id": CHART, "property": "style"}],
    "inputs": [{"id": "view", "property": "data", "value": "light-1200"}],
    "state": [{"id": CHART, "property": "id", "value": CHART}],
    "changedPropIds": ["view.data"],
}


def changed(body: Body, values: dict[str, Any]) -> Body:
    """The body with other values of some properties."""
    other = copy.deepcopy(body)
    for spec in (*other["inputs"], *other.get("state", [])):
        spec["value"] = values.get(spec["property"], spec["value"])
    return other


def post(client: FlaskClient, body: Any) -> Any:
    return client.post("/_dash-update-component", data=json.dumps(body), content_type="application/json")
