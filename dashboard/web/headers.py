"""What every response carries: what a page may load, who may frame it, how long it may be kept."""

from __future__ import annotations

from functools import cache

from flask import Flask, Response, request

from dashboard.web import document
from dashboard.web.bodies import ASK_FIRST
from dashboard.web.whole import EMBEDDED

# plotly.js writes <style> elements: styles can't be held to files.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self' '{head}'",
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
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def install(server: Flask) -> None:
    """Add the headers to every response, refusals and errors included; a route's own headers stay."""
    server.after_request(_complete)


@cache
def policy(*, embedded: bool) -> str:
    """The Content-Security-Policy; the one inline script is allowed by its hash."""
    values = {"head": document.head_hash(), "framers": "*" if embedded else "'none'"}
    return "; ".join(f"{name} {value.format(**values)}" for name, value in POLICY.items())


def _complete(response: Response) -> Response:
    embedded = request.path.startswith(EMBEDDED)
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", policy(embedded=embedded))
    if not embedded:
        response.headers.setdefault("X-Frame-Options", "DENY")
    response.headers.setdefault("Cache-Control", ASK_FIRST)
    return response
