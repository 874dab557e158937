"""How a refusal or an error is said: a readable page to a person, plain lines to a program. Never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request
from werkzeug.exceptions import HTTPException

from dashboard.state.refusals import Refusal
from dashboard.web import shell
from dashboard.web.site import Shown, entitled

if TYPE_CHECKING:
    from dashboard.web.application import Dashboard


def install(app: Dashboard) -> None:
    """Answer whatever a route raises."""

    @app.server.errorhandler(Refusal)
    def refuse(refusal: Refusal) -> Response:
        return _answer(app, refusal.status, refusal.title, refusal)

    @app.server.errorhandler(HTTPException)
    def explain(error: HTTPException) -> Response:
        status = error.code or 500
        answer = _answer(app, status, error.name, Refusal(error.description or error.name))
        answer.headers.extend((name, value) for name, value in error.get_headers() if name in ("Allow", "Retry-After"))
        return answer


def _answer(app: Dashboard, status: int, title: str, refusal: Refusal) -> Response:
    if not _reads_pages():
        return Response(f"{status} {title}\n{refusal}\n", status, mimetype="text/plain")
    refusal.title = title
    body = shell.broken() if status >= 500 else shell.refused(refusal)
    return app.plain(Shown(entitled(title, app.site.store.current()), body, status))


def _reads_pages() -> bool:
    """Whether a browser asks for a page, not a script of ours or a program."""
    wanted = request.accept_mimetypes.best_match(["text/plain", "text/html"], default="text/plain")
    return wanted == "text/html" and not request.path.startswith("/_dash")
