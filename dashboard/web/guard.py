"""What a request must be before Dash sees it: a fitting body for a callback, a known host, a bounded size."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, abort, request

CALLBACKS = "/_dash-update-component"
LARGEST_BODY = 256 * 1024
"""In bytes; a callback here sends an address or the name of a view, some hundred bytes."""

TEXTS = {"pathname", "search", "hash", "href"}
"""Properties of an address. Dash's own routing takes it for granted that they are text."""


def install(app: Dash) -> None:
    """Refuse with a 4xx what would otherwise end in a 500 inside Dash."""
    app.server.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, MAX_FORM_MEMORY_SIZE=LARGEST_BODY, MAX_FORM_PARTS=50)
    app.server.register_error_handler(DependencyException, _no_such_file)

    @app.server.before_request
    def check_callback() -> None:
        if request.path == CALLBACKS:
            if request.method != "POST":
                abort(405, valid_methods=["POST"])
            fault = next(faults(app.callback_map, _body()), "")
            if fault:
                abort(400, fault)


def faults(callbacks: Mapping[str, Mapping[str, Any]], body: Any) -> Iterator[str]:
    """Why a callback request can't be served, if it can't. Only shapes: a value is the callback's own business."""
    if not isinstance(body, dict):
        yield "the body must be an object"
        return
    output = body.get("output")
    callback = callbacks.get(output) if isinstance(output, str) else None
    if callback is None or "callback" not in callback:
        yield "output must name a callback"
        return
    for part, wanted in (("inputs", callback["inputs"]), ("state", callback["state"])):
        if not _all_fit(body.get(part, []), [(spec["id"], spec["property"]) for spec in wanted]):
            yield f"{part} must be those of the callback"
    changed = body.get("changedPropIds", [])
    if not (isinstance(changed, list) and all(isinstance(name, str) for name in changed)):
        yield "changedPropIds must be a list of texts"
    outputs = body.get("outputs")
    if not callback.get("no_output") and not _outputs_fit(outputs, str(output)):
        yield "outputs must be those of the callback"


def _body() -> Any:
    try:
        return request.get_json()
    except RecursionError:
        abort(400, "the body must not be nested so deeply")
    except UnicodeError:
        abort(400, "the body must be UTF-8")


def _outputs_fit(outputs: Any, name: str) -> bool:
    if name.startswith("..") and name.endswith(".."):
        return _all_fit(outputs, [_split(part) for part in name[2:-2].split("...")])
    return _fits(outputs, _split(name))


def _split(name: str) -> tuple[str, str]:
    """The id and the property of an output as Dash writes them in one text."""
    id, _, prop = name.rpartition(".")
    return id.replace("\\.", "."), prop.partition("@")[0]


def _all_fit(given: Any, wanted: Sequence[tuple[str, str]]) -> bool:
    return isinstance(given, list) and len(given) == len(wanted) and all(map(_fits, given, wanted))


def _fits(given: Any, wanted: tuple[str, str]) -> bool:
    """Whether what was sent is the property wanted, of the component wanted or of some its pattern fits."""
    id, prop = wanted
    if isinstance(given, list):  # of a pattern with ALL
        return "ALL" in id and all(isinstance(one, dict) and _fits(one, wanted) for one in given)
    if not isinstance(given, dict) or given.get("property") != prop:
        return False
    if prop in TEXTS and not isinstance(given.get("value", ""), str | None):
        return False
    return _id_fits(given.get("id"), id)


def _id_fits(given: Any, wanted: str) -> bool:
    if not wanted.startswith("{"):
        return given == wanted
    pattern = json.loads(wanted)
    if not isinstance(given, dict) or given.keys() != pattern.keys():
        return False
    return all(isinstance(pattern[key], list) or pattern[key] == given[key] for key in pattern)


def _no_such_file(_: DependencyException) -> Response:
    """Dash answers 500 where a page asks for a script that no package has."""
    return Response("404 Not Found: no such script\n", 404, mimetype="text/plain")
