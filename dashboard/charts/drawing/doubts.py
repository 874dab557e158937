"""What a source does not state as fact: how it is said, and how charts draw it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from validation import vocabulary
from validation.model.observations import Observation


class Look(NamedTuple):
    """The class of a key's sample; a bar's pattern and a point's addition to its symbol, and both of these in words.

    `brief` is what a row of a table has room for.
    """

    swatch: str
    pattern: str
    symbol: str
    bar: str
    point: str
    brief: str


LOOKS: Mapping[str, Look] = {
    vocabulary.FORECAST_STATUS: Look(
        "as-forecast", "|", "-open-dot", "upright stripes", "hollow with a dot", "plan or forecast"
    ),
    vocabulary.ESTIMATED_STATUS: Look(
        "as-estimate", "-", "-cross-open", "level stripes", "hollow with a cross", "estimate"
    ),
    vocabulary.UNVERIFIED_STATUS: Look(
        "as-report", "x", "-x-open", "crossed stripes", "hollow with an x", "not verified"
    ),
}
"""By the status of a number."""


def look(number: Observation) -> Look | None:
    """How a number is drawn that its source does not state as fact; None for a fact, and for what is calculated."""
    return None if number.is_calculated else LOOKS.get(number.status)


def words(number: Observation) -> str:
    """How it is said: "plan or forecast"; "" for a fact, and for what is calculated."""
    return vocabulary.STATUSES[number.status].words.lower() if look(number) else ""


def brief(number: Observation) -> str:
    """The same as a row has room for."""
    found = look(number)
    return found.brief if found else ""


def is_forecast(number: Observation) -> bool:
    """Whether it is no result: beside results it is no account of the same thing."""
    return number.status == vocabulary.FORECAST_STATUS
