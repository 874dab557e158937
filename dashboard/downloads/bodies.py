"""A downloaded file, and the response that carries it: ETag, 304, ranges, name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any
from unicodedata import normalize
from urllib.parse import quote

from flask import Response, current_app, request

TYPES = {
    ".csv": "text/csv; charset=utf-8; header=present",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".zip": "application/zip",
}
CSL = "application/vnd.citationstyles.csl+json"


@dataclass(frozen=True)
class Body:
    """A file to download: its bytes, its name, and its media type where the name's suffix doesn't say it."""

    data: bytes
    name: str
    type: str = ""

    @cached_property
    def etag(self) -> str:
        """The SHA-256 of the bytes."""
        return sha256(self.data).hexdigest()

    @property
    def content_type(self) -> str:
        return self.type or TYPES["." + self.name.rpartition(".")[2]]


def as_json(content: Any) -> bytes:
    """JSON as people can read it too."""
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def respond(body: Body) -> Response:
    """The response to the current request: the file, the part of it that is asked for, or that it is unchanged.

    Raises `RequestedRangeNotSatisfiable` for a part beyond its end.
    """
    response = Response(body.data, content_type=body.content_type)
    response.set_etag(body.etag)
    response.headers["Content-Disposition"] = _disposition(body.name)
    response.headers["Link"] = '</about>; rel="describedby"'
    # To be kept and asked about each time: a 304 is cheap, an old number isn't.
    response.headers["Cache-Control"] = "no-cache"
    # Bytes counted before compression are wrong after it.
    whole = response.mimetype in current_app.config.get("COMPRESS_MIMETYPES", ())
    response.make_conditional(request, accept_ranges=not whole, complete_length=len(body.data))
    return response


def _disposition(name: str) -> str:
    """A file's name as RFC 6266 has it: in ASCII for all, and as it is where that differs."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode()
    exact = "" if plain == name else f"; filename*=UTF-8''{quote(name, safe='')}"
    return f'attachment; filename="{plain}"{exact}'
