"""The part of plotly.js that draws the charts here, served where Dash asks for the whole."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.wrappers import Response as BaseResponse

# Scatter, bar and pie: a quarter of the whole. dcc.Graph loads it when the first chart comes onto a page.
BUNDLE = next((Path(__file__).parents[1] / "vendor").glob("plotly-basic-*.min.js"))
PATH = "/_dash-component-suites/plotly/package_data/plotly.min.js"


def serve(server: Flask) -> None:
    """Answer the address of the whole bundle with the basic one."""
    server.add_url_rule(PATH, "plotlyjs", bundle)


def bundle() -> BaseResponse:
    """The script, with an ETag since its address doesn't change with its content."""
    data, etag = _read()
    response = Response(data, mimetype="text/javascript")
    response.set_etag(etag)
    return response.make_conditional(request)


@cache
def _read() -> tuple[bytes, str]:
    data = BUNDLE.read_bytes()
    return data, hashlib.sha256(data).hexdigest()[:32]
