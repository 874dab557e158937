"""The words for the codes that tables hold, and what each means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dashboard.design.elements import Kind


class Code(NamedTuple):
    """The words that stand for a code, a sentence that says what it means, and how a tag shows it."""

    words: str
    meaning: str
    kind: Kind = "note"


STATUSES: Mapping[str, Code] = {
    "A": Code("Stated as fact", "The source states it and adds no doubt."),
    "E": Code("Estimate", "The source calls it its own estimate, or it was computed."),
    "F": Code("Plan or forecast", "Something planned, expected or hoped for."),
    "U": Code("Unverified", "The source passes it on as a rumor or a report."),
}
"""SDMX codes for the status of an observation."""

BASES: Mapping[str, Code] = {
    "stated": Code("Stated", "The source names the time."),
    "inferred": Code("Inferred", "The source does not name it; a note says what it follows from."),
    "to-date": Code("Year to date", "From January to the time of writing; never compared with a whole year."),
    "unstated": Code("Not stated", "Unknown, and so compared with nothing."),
}
"""How the period of a number is known."""

VERDICTS: Mapping[str, Code] = {
    "contradicted": Code("Contradicted", "A reference for the same thing cannot be reconciled with it.", "error"),
    "contested": Code("Contested", "References differ, or one differs without settling it.", "warn"),
    "other-scope": Code("Other scope", "The reference measures something near it, not the same."),
    "other-period": Code("Other period", "The reference has the same thing at another time."),
    "corroborated": Code("Corroborated", "An independent reference says the same.", "ok"),
    "not-found": Code("Not found", "No reference good enough was found."),
}
"""What comes of holding a number against a reference."""

PASSAGES: Mapping[str, Code] = {
    "intact": Code("Verified", "The document has these words at this place.", "ok"),
    "moved": Code("Moved", "The document has these words at another place.", "warn"),
    "number-changed": Code("Number changed", "The document has another number there.", "error"),
    "gone": Code("Gone", "The document does not have these words.", "error"),
    "unverified": Code("Not verified here", "The document is not here."),
    "reference": Code("Reference", "Known by its address."),
}
"""What became of the passage a number was read from."""
