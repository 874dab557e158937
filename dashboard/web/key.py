"""Who may write: whoever opened the address that the server printed, on this machine, from a page of its own."""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

PATH = "/edit"
"""Where the place of work is; nothing else can be written to."""

PARAMETER = "key"


def new() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(24)


def install(server: Flask, key: str) -> None:
    """Refuse everything at `PATH` and below to those without the key, and what other pages ask to be written."""

    @server.before_request
    def check() -> Response | None:
        if request.path != PATH and not request.path.startswith(f"{PATH}/"):
            return None
        if hmac.compare_digest(request.args.get(PARAMETER, "").encode(), key.encode()):
            answer = redirect(request.script_root + request.path)
            answer.set_cookie(_cookie(), key, httponly=True, samesite="Strict", path=request.script_root or "/")
            return answer
        if not hmac.compare_digest(request.cookies.get(_cookie(), "").encode(), key.encode()):
            abort(403, "Open the address that the server printed when it started: it has the key to write.")
        if request.method == "POST" and not _is_ours():
            abort(403, "Only a page of this server may write.")
        return None


def _cookie() -> str:
    """What the key is kept under: a browser sends the cookies of all servers on this machine to each of them."""
    return f"edit-key-{urlsplit(request.host_url).port or 80}"


def _is_ours() -> bool:
    """Whether a page of this server asks, with what no form of another page can send."""
    origin = urlsplit(request.headers.get("Origin", ""))
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    return origin.netloc == request.host and site == "same-origin" and request.mimetype == "application/json"
