"""Rules on the status of a number."""

from __future__ import annotations

from collections.abc import Iterator

from validation.findings import Fault, quoted
from validation.language import qualifiers
from validation.model.register import Register
from validation.rules.rule import Rule, filled
from validation.vocabulary import UNVERIFIED_STATUS

RULES = (
    Rule(
        "status/attribution",
        "What is attributed to rumors or is alleged has status U.",
        'status A with attribution "rumors"',
        tables=("observations",),
    ),
)


def unverified_reports_have_their_status(register: Register) -> Iterator[Fault]:
    """What is attributed to a rumor has the status of an unverified report."""
    for row, attribution, status in filled(register["observations"], "attribution", "status"):
        word = qualifiers.unverified(attribution) if status != UNVERIFIED_STATUS else ""
        if word:
            message = f"status must be {UNVERIFIED_STATUS}, as attribution says {quoted(word)}, not {status}"
            hint = f"write {UNVERIFIED_STATUS}, or the attribution without that word"
            yield Fault("status/attribution", "observations", row, "status", status, message, hint)
