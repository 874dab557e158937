"""What is sent: bytes with their media type, compressed once, and the response that carries them: ETag, 304, ranges."""

from __future__ import annotations

import gzip
import sys
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from unicodedata import normalize
from urllib.parse import quote

import brotli
from flask import Response, request

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8; header=present",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
CSL = "application/vnd.citationstyles.csl+json"

CODINGS = ("br", "zstd", "gzip")
"""The ways to compress, the one that leaves least first."""

LEAST = 500
"""In bytes: what is smaller fits into a packet or two anyway."""

FOREVER = "public, max-age=31536000, immutable"
"""For what is named by its content."""

ASK_FIRST = "no-cache"
"""To be kept and asked about each time: a 304 is cheap, an old number isn't."""


@dataclass(frozen=True)
class Body:
    """What is sent: bytes, with a name whose suffix says their media type, if `type` doesn't."""

    data: bytes
    name: str
    type: str = ""

    @cached_property
    def etag(self) -> str:
        """Half of the SHA-256 of the bytes: enough to tell them from any other."""
        return sha256(self.data).hexdigest()[:32]

    @property
    def content_type(self) -> str:
        return self.type or TYPES["." + self.name.rpartition(".")[2]]

    @property
    def is_text(self) -> bool:
        """Whether it gets smaller by compression, which the other media types bring along."""
        return not self.content_type.startswith(("font/", "application/zip")) and len(self.data) >= LEAST

    @cached_property
    def br(self) -> bytes:
        # Of the levels the last that costs a page less than it saves; those above 9 take a second for a megabyte.
        return brotli.compress(self.data, quality=5 if len(self.data) < 1_000_000 else 9)

    @cached_property
    def zstd(self) -> bytes:
        return zstd.compress(self.data, 9)

    @cached_property
    def gzip(self) -> bytes:
        return gzip.compress(self.data, 6, mtime=0)

    def coded(self, coding: str) -> bytes:
        """The bytes in one of `CODINGS`, made the first time; as they are for ""."""
        return getattr(self, coding) if coding else self.data


def respond(body: Body, *, cache: str = ASK_FIRST, status: int = 200) -> Response:
    """The response to the current request: the body, the part of it that is asked for, or that it is unchanged.

    Raises `RequestedRangeNotSatisfiable` for a part beyond its end.
    """
    coding = (request.accept_encodings.best_match(CODINGS) or "") if body.is_text else ""
    data = body.coded(coding)
    response = Response(data, status, content_type=body.content_type)
    response.set_etag(f"{body.etag}-{coding}" if coding else body.etag)
    response.headers["Cache-Control"] = cache
    if body.is_text:
        response.headers["Vary"] = "Accept-Encoding"
    if coding:
        response.headers["Content-Encoding"] = coding
    if status == 200:
        # Bytes counted before compression are wrong after it.
        response.make_conditional(request, accept_ranges=not body.is_text, complete_length=len(data))
    return response


def download(body: Body) -> Response:
    """The response with a body to keep as a file of its name."""
    response = respond(body)
    response.headers["Content-Disposition"] = _disposition(body.name)
    response.headers["Link"] = f'<{request.script_root}/about>; rel="describedby"'
    return response


def for_all(response: Response) -> Response:
    """The response, which other people's pages may read too; a sandboxed frame is one of theirs."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _disposition(name: str) -> str:
    """A file's name as RFC 6266 has it: in ASCII for all, and as it is where that differs."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode()
    exact = "" if plain == name else f"; filename*=UTF-8''{quote(name, safe='')}"
    return f'attachment; filename="{plain}"{exact}'
