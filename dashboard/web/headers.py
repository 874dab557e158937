"""What every response carries: what a page may load, who may frame it, how long it may be kept."""

from __future__ import annotations

from dash import Dash
from flask import Response, request

# Dash's renderer, its components and plotly.js write <style> elements: styles can't be held to files.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self' {hashes}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "{framers}",
}
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
EMBEDDED = "/embed/"
"""Pages that others may show in a frame of theirs."""

FOREVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"


def install(app: Dash) -> None:
    """Add the headers to every response, refusals and errors included; a route's own headers stay."""
    app.server.after_request(lambda response: _complete(app, response))


def policy(app: Dash, *, embedded: bool) -> str:
    """The Content-Security-Policy; inline scripts are Dash's own and allowed by their hash alone."""
    values = {"hashes": " ".join(app.csp_hashes()), "framers": "*" if embedded else "'none'"}
    return "; ".join(f"{name} {value.format(**values)}" for name, value in POLICY.items())


def _complete(app: Dash, response: Response) -> Response:
    _read_whole(response)
    embedded = request.path.startswith(EMBEDDED)
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", policy(app, embedded=embedded))
    if not embedded:
        response.headers.setdefault("X-Frame-Options", "DENY")
    if _named_by_content(response):
        response.headers["Cache-Control"] = FOREVER
    else:
        response.headers.setdefault("Cache-Control", ASK_FIRST)
    return response


def _read_whole(response: Response) -> None:
    """A small file is sent in one piece: compressed as a stream, flask-compress would leave it open."""
    if response.is_streamed and request.path.startswith("/assets/"):
        response.direct_passthrough = False
        response.make_sequence()


def _named_by_content(response: Response) -> bool:
    """Whether the address changes with the content: our assets with a version, the packages' with a fingerprint."""
    if response.status_code not in (200, 304):
        return False
    ours = request.path.startswith("/assets/") and bool(request.args.keys() & {"m", "v"})
    return ours or "max-age=31536000" in response.headers.get("Cache-Control", "")
