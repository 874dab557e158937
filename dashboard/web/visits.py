"""Where and when a page is read, which citations say: as the current request does, or as it is said."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from flask import has_request_context, request

from validation.language import periods
from validation.model.citations import NOWHERE, Visit

WITHIN = "stated_numbers.within"
"""Where a request that a release answers says its path, "/releases/1.0.0"."""

_VISIT: ContextVar[Visit] = ContextVar("visit", default=NOWHERE)


def current_visit() -> Visit:
    """The address that all others begin with, as the request has it, and today; without a request what was said."""
    if not has_request_context():
        return _VISIT.get()
    within = request.environ.get(WITHIN, "")
    base = request.root_url.rstrip("/").removesuffix(within)
    return Visit(base, periods.read(today().isoformat()), within)


@contextmanager
def visiting(visit: Visit) -> Generator[None]:
    """Has pages read where and when it is said, without a request."""
    token = _VISIT.set(visit)
    try:
        yield
    finally:
        _VISIT.reset(token)


def today() -> date:
    """The day where the server stands."""
    return date.today()
