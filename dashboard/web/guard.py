"""What a request must be before anything else sees it: for a name that this server has, and of a bounded size."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from flask import Flask, abort, request

LARGEST_BODY = 64 * 1024
"""In bytes. Nothing here takes a body."""


def install(server: Flask, hosts: Collection[str] = ()) -> None:
    """Refuse other requests with a 4xx; `hosts` are the names that are answered to, any where there is none."""
    server.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, MAX_FORM_MEMORY_SIZE=LARGEST_BODY, MAX_FORM_PARTS=50)
    known = {name.lower() for name in hosts}

    @server.before_request
    def check_host() -> None:
        if known and host_of(request.headers.get("Host", "")) not in known:
            abort(400, "This server is not known by that name; see --allow-host.")


def host_of(header: str) -> str:
    """The host that a Host header names, without its port, brackets and last dot; "" where it names none."""
    try:
        return (urlsplit(f"//{header}").hostname or "").rstrip(".")
    except ValueError:
        return ""
