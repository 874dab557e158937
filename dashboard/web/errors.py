"""How a refusal or an error is said: a readable page to a person, plain lines to a program. Never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Response, request
from werkzeug.exceptions import HTTPException

from dashboard.state.refusals import Refusal
from dashboard.web import shell
from dashboard.web.bodies import respond
from dashboard.web.site import Shown

if TYPE_CHECKING:
    from dashboard.web.application import Dashboard

KEPT = ("Allow", "Content-Range", "Retry-After")
"""Headers that belong to an error."""


def install(app: Dashboard) -> None:
    """Answer whatever a page or a route raises; what is none of these is logged by Flask, and is a 500."""

    @app.server.errorhandler(Refusal)
    def refuse(refusal: Refusal) -> Response:
        return _answer(app, refusal.status, refusal.title, refusal)

    @app.server.errorhandler(HTTPException)
    def explain(error: HTTPException) -> Any:
        status = error.code or 500
        if status < 400:
            return error  # a redirect of the router's
        answer = _answer(app, status, error.name, Refusal(error.description or error.name))
        answer.headers.extend((name, value) for name, value in error.get_headers() if name in KEPT)
        return answer


def _answer(app: Dashboard, status: int, title: str, refusal: Refusal) -> Response:
    if _reads_pages():
        refusal.title = title
        ours = status >= 500 and type(refusal) is Refusal  # others say themselves what is wrong
        title, content = ("An error of ours", shell.broken()) if ours else (title, shell.refused(refusal))
        answer = respond(app.written(Shown(title, content, title), app.site.store.current()), status=status)
    else:
        answer = Response(f"{status} {title}\n{refusal}\n", status, mimetype="text/plain")
    answer.vary.add("Accept")
    return answer


def _reads_pages() -> bool:
    """Whether a browser asks, and not a program."""
    return request.accept_mimetypes.best_match(["text/plain", "text/html"], default="text/plain") == "text/html"
