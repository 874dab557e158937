"""Where and when the current request reads, which citations say."""

from __future__ import annotations

from datetime import date

from flask import has_request_context, request

from validation.language import periods
from validation.model.citations import NOWHERE, Visit


def current_visit() -> Visit:
    """The address that all others begin with, as the request has it, and today; nowhere where there is no request."""
    return Visit(request.root_url.rstrip("/"), periods.read(today().isoformat())) if has_request_context() else NOWHERE


def today() -> date:
    """The day where the server stands."""
    return date.today()
